// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include "cli/command.hpp"
#include "pipeline/suggest.hpp"

namespace claimsift::cli {
namespace {

int help(const Arguments& arguments, Console& console) {
  if (arguments.words().empty()) {
    console.out() << help_text();
    return kDone;
  }
  const std::string& name = arguments.words()[0];
  const Command* command = find_command(name);
  if (command == nullptr) {
    std::vector<std::string> names;
    for (const Command* known : commands()) names.emplace_back(known->name);
    throw Failure({}, fmt::format("claimsift has no command `{}`{}", name, did_you_mean(name, names)),
                  "`claimsift help` lists them");
  }
  console.out() << help_text(*command);
  return kDone;
}

}  // namespace

extern const Command kHelp;
const Command kHelp{"help", "Explains a command, or lists them all.", "[COMMAND]", 0, 1, {}, "help graph",
                    help};

}  // namespace claimsift::cli
