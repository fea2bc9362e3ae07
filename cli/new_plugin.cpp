// SPDX-License-Identifier: Apache-2.0
// The subcommand `new-plugin`: a folder with a stage that builds, tests green and runs as it stands.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "cli/command.hpp"
#include "cli/plugin_templates.hpp"
#include "pipeline/version.hpp"

namespace claimsift::cli {
namespace {

namespace fs = std::filesystem;

constexpr CommandOption kOptions[] = {
    {"language", '\0', "LANGUAGE", "What the stage is written in.", "c++|c"},
    {"in", '\0', "FOLDER", "Where the plugin's folder is made, if not here."},
};

/// Stage names are lower case, words joined by '_', so that they are good in YAML, C and file names.
void check_name(const std::string& name) {
  const bool good = !name.empty() && name[0] >= 'a' && name[0] <= 'z' &&
                    name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
  if (!good)
    throw Failure({}, fmt::format("`{}` is no name for a stage", name),
                  "use lower-case letters, digits and '_', beginning with a letter, such as price_alert");
}

/// "price_alert" as "PriceAlert".
std::string class_name(const std::string& name) {
  std::string result;
  bool upper = true;
  for (const char c : name) {
    if (c == '_') {
      upper = true;
      continue;
    }
    result += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    upper = false;
  }
  return result;
}

std::string filled(std::string text, const std::string& name) {
  const std::pair<std::string_view, std::string> values[] = {
      {"@name@", name}, {"@Name@", class_name(name)}, {"@version@", kVersion}};
  for (const auto& [mark, value] : values)
    for (size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += value.size())
      text.replace(at, mark.size(), value);
  return text;
}

void write_file(const fs::path& path, const std::string& content) {
  std::ofstream file(path, std::ios::binary);
  file << content;
  file.close();
  if (!file) throw Failure({path.string()}, "the file cannot be written");
}

int new_plugin(const Arguments& arguments, Console& console) {
  const std::string& name = arguments.words()[0];
  check_name(name);
  const fs::path folder = fs::path(arguments.value("in").value_or(".")) / name;
  if (fs::exists(folder))
    throw Failure({folder.string()}, "it exists", "choose another name, or another folder with --in");
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Failure({folder.string()}, "the folder cannot be made: " + error.message());
  std::string list;
  for (const PluginTemplate& file : plugin_templates(arguments.value("language").value_or("c++") == "c")) {
    const std::string file_name = filled(file.name, name);
    write_file(folder / file_name, filled(file.content, name));
    list += (list.empty() ? "" : ",") + file_name;
  }
  const std::string where = folder.lexically_normal().string();
  console.out() << fmt::format(
      "wrote {0}/{{{1}}}\nnext: cmake -S {0} -B {0}/build -Dclaimsift_DIR=BUILD_OF_CLAIMSIFT && "
      "cmake --build {0}/build && ctest --test-dir {0}/build\n",
      where, list);
  return kDone;
}

}  // namespace

extern const Command kNewPlugin;
const Command kNewPlugin{"new-plugin",
                         "Writes a folder with a new stage that builds, is tested and runs.",
                         "NAME",
                         1,
                         1,
                         kOptions,
                         "new-plugin price_alert --language c++",
                         new_plugin};

}  // namespace claimsift::cli
