// SPDX-License-Identifier: Apache-2.0
#include "pipeline/fingerprint.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/checksum.hpp"
#include "pipeline/declarations.hpp"
#include "pipeline/version.hpp"

namespace claimsift {

namespace {

constexpr size_t kMostFiles = 1000;   // more are told apart as a whole, so that a checkpoint stays small
constexpr size_t kLongestShown = 60;  // of a value in a message
constexpr std::string_view kFile = "file ", kPlugin = "plugin ";
constexpr const char* kFiles = "files";

std::string text_of(const OptionValue& value) {
  struct Text {
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const std::vector<std::string>& list) const {
      return fmt::format("[{}]", fmt::join(list, ", "));
    }
    std::string operator()(const StringMap& map) const {
      std::string text;
      for (const auto& [key, item] : map)
        text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", key, item);
      return '{' + text + '}';
    }
  };
  return std::visit(Text{}, value);
}

std::string layers_of(const Plan& plan, const std::vector<uint32_t>& rows) {
  std::string names;
  for (const uint32_t row : rows)
    names += (names.empty() ? "" : ", ") + (row == kNoLayer ? "-" : plan.layers[row].name);
  return names;
}

const char* name_of(OnError policy) {
  return policy == OnError::fail ? "fail" : policy == OnError::skip ? "skip" : "quarantine";
}

class Collector {
 public:
  explicit Collector(const Executor& executor) : plan_(executor.plan()) {}

  void add(std::string name, std::string value) { all_.emplace_back(std::move(name), std::move(value)); }

  /// Settings that decide what is written. Threads, the time limit and max_failures do not: a run may be
  /// resumed with other ones.
  void add_settings() {
    const RunSettings& run = plan_.run;
    add("run.on_error", name_of(run.on_error));
    add("run.quarantine", run.quarantine);
    add("run.offsets", run.offsets);
    add("run.limits.document_bytes", std::to_string(run.limits.document_bytes));
    add("run.limits.record_bytes", std::to_string(run.limits.record_bytes));
    add("run.limits.decompression_ratio", std::to_string(run.limits.decompression_ratio));
    add("run.limits.rows_per_layer", std::to_string(run.limits.rows_per_layer));
  }

  void add_stage(const BoundStage& bound) {
    const PlannedStage& stage = bound.planned();
    const bool reader = stage.stage->kind == CS_READER;
    const std::string name = (reader ? "" : "stages.") + stage.instance;
    add(name + ".use", stage.stage->name);
    for (const auto& [option, value] : stage.options) add(name + '.' + option, text_of(value));
    if (stage.on_error) add(name + ".on_error", name_of(*stage.on_error));
    if (!stage.reads.empty()) add(name + ".reads", layers_of(plan_, stage.reads));
    if (!stage.writes.empty()) add(name + ".writes", layers_of(plan_, stage.writes));
    if (!stage.when.empty())
      add(name + ".when", layers_of(plan_, stage.when.has) + ' ' + text_of(stage.when.metadata));
    for (const cs_option& option : options_of(*stage.stage)) {
      const auto value = stage.options.find(option.name);
      if (value == stage.options.end()) continue;
      if (option.type == CS_FILES) {
        const auto& paths = std::get<std::vector<std::string>>(value->second);
        files_.insert(paths.begin(), paths.end());
      } else if (option.type == CS_PATH) {
        if (const auto& path = std::get<std::string>(value->second); !path.empty()) files_.insert(path);
      }
    }
    files_.insert(bound.files().begin(), bound.files().end());
  }

  Fingerprint finish() {
    Fingerprint files;
    for (const std::string& path : files_) files.emplace_back(std::string(kFile) + path, look_of(path));
    if (files.size() > kMostFiles) {
      std::string whole;
      for (const auto& [path, look] : files) whole += path + '\0' + look + '\0';
      files = {{kFiles, fmt::format("{} files, {}", files.size(), sha256(whole))}};
    }
    all_.insert(all_.end(), files.begin(), files.end());
    return std::move(all_);
  }

 private:
  static std::string look_of(const std::string& path) {
    struct stat file {};
    if (path == "-" || ::stat(path.c_str(), &file) != 0) return "unknown";
    return fmt::format("{} bytes, {}.{:09}", file.st_size, file.st_mtim.tv_sec, file.st_mtim.tv_nsec);
  }

  const Plan& plan_;
  Fingerprint all_;
  std::set<std::string> files_;
};

std::string changed(const std::string& name, const std::string& before, const std::string& now) {
  if (name == "version") return fmt::format("claimsift was {} and is {}", before, now);
  if (name == kFiles) return "the input files are others or have changed";
  if (name.starts_with(kFile)) return fmt::format("file `{}` has changed", name.substr(kFile.size()));
  if (name.starts_with(kPlugin)) return fmt::format("plugin `{}` has changed", name.substr(kPlugin.size()));
  if (std::max(before.size(), now.size()) > kLongestShown) return fmt::format("`{}` has changed", name);
  const auto shown = [](const std::string& value) { return value.empty() ? std::string("empty") : value; };
  return fmt::format("`{}` was {} and is {}", name, shown(before), shown(now));
}

std::string described(const std::string& name) {
  for (const std::string_view kind : {kFile, kPlugin})
    if (name.starts_with(kind)) return fmt::format("{}`{}`", kind, name.substr(kind.size()));
  return fmt::format("`{}`", name);
}

}  // namespace

Fingerprint fingerprint(const Executor& executor, const std::vector<PluginFile>& plugins) {
  Collector collector(executor);
  collector.add("version", kVersion);
  for (const PluginFile& plugin : plugins)
    collector.add(std::string(kPlugin) + plugin.path, plugin.version + ' ' + sha256_of_file(plugin.path));
  collector.add_settings();
  for (const auto& reader : executor.readers()) collector.add_stage(*reader);
  for (const auto& stage : executor.stages()) collector.add_stage(*stage);
  return collector.finish();
}

std::vector<std::string> changes(const Fingerprint& before, const Fingerprint& now) {
  std::vector<std::string> all;
  const std::map<std::string, std::string> old(before.begin(), before.end()), current(now.begin(), now.end());
  for (const auto& [name, value] : before) {
    const auto it = current.find(name);
    if (it == current.end())
      all.push_back(described(name) + " is gone");
    else if (it->second != value)
      all.push_back(changed(name, value, it->second));
  }
  for (const auto& [name, value] : now)
    if (!old.count(name)) all.push_back(described(name) + " is new");
  // The order of stages and settings alone decides nothing that these do not say.
  return all;
}

}  // namespace claimsift
