// SPDX-License-Identifier: Apache-2.0
#include "pipeline/files.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <utility>
#include <vector>

#include "pipeline/declarations.hpp"

namespace claimsift {
namespace {

namespace fs = std::filesystem;

bool is_glob(const std::string& path) { return path.find_first_of("*?[{") != std::string::npos; }

/// Why a file or folder cannot be read; empty if it can.
std::string why_unreadable(const std::string& path) {
  // access() asks for the user behind a set-uid program, open() would block on a pipe.
  return faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) == 0 ? "" : std::strerror(errno);
}

/// Why a file cannot be written; empty if it can. Folders that are missing will be made.
std::string why_unwritable(const std::string& path) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return "it is a folder";
  fs::path folder = fs::path(path).parent_path();
  while (!folder.empty() && !fs::exists(folder, ignored)) folder = folder.parent_path();
  if (folder.empty()) folder = ".";
  if (!fs::is_directory(folder, ignored)) return fmt::format("`{}` is no folder", folder.string());
  if (faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) == 0) return {};
  return fmt::format("folder `{}`: {}", folder.string(), std::strerror(errno));
}

class FileCheck {
 public:
  explicit FileCheck(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void check(const PlannedStage& stage) {
    const Place place{stage.file, stage.line, stage.column};
    for (const cs_option& option : options_of(*stage.stage)) {
      const auto value = stage.options.find(option.name);
      if (value == stage.options.end()) continue;
      if (option.type == CS_PATH) {
        check_input(stage.instance, std::get<std::string>(value->second), place);
      } else if (option.type == CS_PATHS || option.type == CS_FILES) {
        for (const std::string& path : std::get<std::vector<std::string>>(value->second))
          check_input(stage.instance, path, place);
      } else if (option.type == CS_OUTPUT) {
        check_output(stage.instance, std::get<std::string>(value->second), place);
      }
    }
  }

  void check_output(const std::string& writer, const std::string& path, const Place& place) {
    if (path.empty()) return;
    const std::string identity = path == "-" ? path : fs::absolute(path).lexically_normal().string();
    const auto [known, added] = writers_.emplace(identity, writer);
    const std::string shown = path == "-" ? "standard output" : fmt::format("`{}`", path);
    if (!added)
      diagnostics_.error(place, fmt::format("`{}` and `{}` both write to {}", known->second, writer, shown));
    if (path == "-") return;
    if (const std::string reason = why_unwritable(path); !reason.empty())
      diagnostics_.error(place, fmt::format("`{}` cannot write `{}`: {}", writer, path, reason));
  }

 private:
  void check_input(const std::string& reader, const std::string& path, const Place& place) {
    std::error_code ignored;
    // A path that exists is taken literally before it is tried as a glob.
    if (path == "-" || (is_glob(path) && !fs::exists(path, ignored))) return;
    if (const std::string reason = why_unreadable(path); !reason.empty())
      diagnostics_.error(place, fmt::format("`{}` cannot read `{}`: {}", reader, path, reason));
  }

  Diagnostics& diagnostics_;
  std::map<std::string, std::string> writers_;  // by absolute path
};

/// Calls `use` for each value of options of a type, paths one by one.
template <class Use> void each_path(const PlannedStage& stage, cs_type type, Use use) {
  for (const cs_option& option : options_of(*stage.stage)) {
    const auto value = stage.options.find(option.name);
    if (option.type != type || value == stage.options.end()) continue;
    if (const auto* list = std::get_if<std::vector<std::string>>(&value->second))
      for (const std::string& path : *list) use(path);
    else
      use(std::get<std::string>(value->second));
  }
}

}  // namespace

void check_apart(const Plan& plan, Diagnostics& diagnostics) {
  std::vector<std::pair<std::string, std::string>>
      folders;  // readers, and absolute paths that end with a slash
  for (const PlannedStage& reader : plan.readers)
    each_path(reader, CS_PATHS, [&](const std::string& path) {
      std::error_code ignored;
      if (fs::is_directory(path, ignored))
        folders.emplace_back(reader.instance, (fs::absolute(path) / "").lexically_normal().string());
    });
  const auto check = [&](const std::string& writer, const std::string& path, const Place& place) {
    if (path.empty() || path == "-") return;
    const std::string absolute = fs::absolute(path).lexically_normal().string();
    for (const auto& [reader, folder] : folders)
      if (absolute.starts_with(folder))
        diagnostics.error(
            place, fmt::format("`{}` would write `{}` into the folder that `{}` reads", writer, path, reader),
            "write to a folder beside it, or name the input's files with a glob");
  };
  for (const PlannedStage& stage : plan.stages)
    if (stage.runs)
      each_path(stage, CS_OUTPUT, [&](const std::string& path) {
        check(stage.instance, path, {stage.file, stage.line, stage.column});
      });
  const Place config{plan.files.empty() ? "" : plan.files.back()};
  check("run.quarantine", plan.run.quarantine, config);
  check("run.checkpoint", plan.run.checkpoint, config);
}

void check_files(const Plan& plan, Diagnostics& diagnostics) {
  FileCheck check(diagnostics);
  for (const PlannedStage& reader : plan.readers) check.check(reader);
  for (const PlannedStage& stage : plan.stages)
    if (stage.runs) check.check(stage);
  const Place config{plan.files.empty() ? "" : plan.files.back()};
  check.check_output("run.quarantine", plan.run.quarantine, config);
  check.check_output("run.checkpoint", plan.run.checkpoint, config);
}

}  // namespace claimsift
