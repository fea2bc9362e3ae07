// SPDX-License-Identifier: Apache-2.0
// The list of subcommands, help, and the way from the program's arguments to one of them.
#include <fmt/core.h>

#include <algorithm>
#include <exception>

#include "claimsift/plugin.h"
#include "cli/command.hpp"
#include "pipeline/suggest.hpp"
#include "pipeline/version.hpp"

namespace claimsift::cli {

extern const Command kRun, kStatus, kValidate, kStages, kGraph, kInspect, kMergeClusters, kSchema, kNewPlugin,
    kHelp;

namespace {

constexpr const Command* kCommands[] = {&kRun,     &kStatus,        &kValidate, &kStages,    &kGraph,
                                        &kInspect, &kMergeClusters, &kSchema,   &kNewPlugin, &kHelp};

constexpr CommandOption kCommonOptions[] = {
    {"errors", '\0', "STYLE", "How problems are printed: for people, or as JSON Lines for editors.",
     "text|json"},
    {"color", '\0', "WHEN", "Whether problems are coloured; auto: on a terminal, unless NO_COLOR is set.",
     "auto|always|never"},
    {"help", 'h', nullptr, "Show this help."}};

std::string option_line(const CommandOption& option) {
  std::string left = option.letter == '\0' ? "    " : fmt::format("-{}, ", option.letter);
  left += fmt::format("--{}", option.name);
  if (option.choices != nullptr) {
    left += fmt::format(" {}", option.choices);
  } else if (option.value != nullptr) {
    left += fmt::format(" {}", option.value);
  }
  return fmt::format("  {:<34} {}\n", left, option.doc);
}

int dispatch(const std::vector<std::string>& words, Console& console) {
  if (words.empty()) {
    console.err() << help_text();
    return kNothingRan;
  }
  if (words[0] == "--version") {
    console.out() << fmt::format("claimsift {} (plugin ABI {}.{})\n", kVersion, CS_ABI_MAJOR, CS_ABI_MINOR);
    return kDone;
  }
  const std::string name = words[0] == "--help" || words[0] == "-h" ? "help" : words[0];
  const Command* command = find_command(name);
  if (command == nullptr) {
    std::vector<std::string> names = {"--help", "--version"};
    for (const Command* known : kCommands) names.emplace_back(known->name);
    throw Failure({}, fmt::format("claimsift has no command `{}`{}", name, did_you_mean(name, names)),
                  "`claimsift help` lists them");
  }
  const Arguments arguments = Arguments::parse(*command, {words.begin() + 1, words.end()});
  if (arguments.has("help")) {
    console.out() << help_text(*command);
    return kDone;
  }
  console.set_style(arguments.value("errors").value_or("text"), arguments.value("color").value_or("auto"));
  return command->run(arguments, console);
}

}  // namespace

std::span<const Command* const> commands() { return kCommands; }

std::span<const CommandOption> common_options() { return kCommonOptions; }

const Command* find_command(std::string_view name) {
  for (const Command* command : kCommands)
    if (name == command->name) return command;
  return nullptr;
}

std::string help_text() {
  std::string text =
      "claimsift - finds every checkable fact-claim in news text\n\nusage: claimsift COMMAND ...\n\n";
  for (const Command* command : kCommands)
    text += fmt::format("  {:<12} {}\n", command->name, command->summary);
  text += "\n`claimsift help COMMAND` explains a command, `claimsift --version` shows the version.\n";
  text += "exit status: 0 done, 1 done but some documents failed, 2 nothing ran, 3 stopped midway\n";
  return text;
}

std::string help_text(const Command& command) {
  std::string text =
      fmt::format("{} - {}\n\nusage: claimsift {}{}{} [OPTIONS]\n\n", command.name, command.summary,
                  command.name, command.words[0] == '\0' ? "" : " ", command.words);
  for (const CommandOption& option : command.options) text += option_line(option);
  for (const CommandOption& option : kCommonOptions) text += option_line(option);
  return text + fmt::format("\nexample: claimsift {}\n", command.example);
}

int run_command_line(const std::vector<std::string>& words, Console& console) {
  try {
    const int status = dispatch(words, console);
    console.flush();
    return status;
  } catch (const Failure& failure) { console.report(failure.diagnostic()); } catch (const OutputFailure& e) {
    // `claimsift stages | head -1`: the reader has what it wanted.
    if (e.code() == std::errc::broken_pipe) return kDone;
    console.report(Diagnostic{
        Severity::error, {}, fmt::format("cannot write to standard output: {}", e.code().message()), {}});
  } catch (const std::exception& e) {
    console.report(Diagnostic{Severity::error,
                              {},
                              fmt::format("unexpected problem: {}", e.what()),
                              "please report it with the command line and the pipeline file"});
  }
  return kNothingRan;
}

}  // namespace claimsift::cli
