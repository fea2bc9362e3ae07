// SPDX-License-Identifier: Apache-2.0
#include "pipeline/config.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "pipeline/include.hpp"
#include "pipeline/instance.hpp"
#include "pipeline/overrides.hpp"
#include "pipeline/run_settings.hpp"

namespace claimsift {
namespace {

void read_inputs(const YamlNode& node, Config& config, Diagnostics& diagnostics) {
  const auto read = [&](const std::string& name, const Place& place, const YamlNode& source) {
    InstanceConfig instance = read_instance(name, place, source, true, diagnostics);
    if (source.is_map() && source.find("use") == nullptr)
      diagnostics.error(place, "`input` does not say which reader to use",
                        "add `use:` with a reader, such as `use: read`");
    config.inputs.push_back(std::move(instance));
  };
  if (node.is_list()) {
    for (size_t i = 0; i < node.items.size(); ++i)
      read(node.items.size() == 1 ? "input" : fmt::format("input.{}", i), node.items[i].place, node.items[i]);
  } else if (!node.is_null()) {
    read("input", node.place, node);
  }
}

void read_stages(const YamlNode& node, Config& config, Diagnostics& diagnostics) {
  if (!node.is_map()) {
    if (!node.is_null())
      diagnostics.error(node.place, fmt::format("`stages` must be a mapping, not {}", described(node)),
                        "write `NAME:` or `NAME: {OPTION: VALUE}` for each stage, without `-`");
    return;
  }
  for (const YamlEntry& entry : node.entries) {
    if (!is_instance_name(entry.key) || entry.key == "input") {
      diagnostics.error(entry.place, fmt::format("`{}` cannot name a stage", entry.key),
                        entry.key == "input" ? "`input` is the name of the input"
                                             : "use letters, digits, `_` and `-`, a letter first");
    } else {
      config.stages.push_back(read_instance(entry.key, entry.place, entry.value, false, diagnostics));
    }
  }
}

std::string checked_sha256(const YamlNode& node, Diagnostics& diagnostics) {
  std::string digits = node.scalar;
  for (char& c : digits)
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  if (node.is_scalar() && digits.size() == 64 &&
      digits.find_first_not_of("0123456789abcdef") == std::string::npos)
    return digits;
  diagnostics.error(node.place,
                    fmt::format("`sha256` must be 64 hexadecimal digits, not {}", described(node)));
  return {};
}

void read_plugin(const YamlNode& node, Config& config, Diagnostics& diagnostics) {
  if (node.is_broken()) return;
  const YamlNode* path = node.is_map() ? node.find("path") : &node;
  if (path == nullptr || !path->is_scalar() || path->scalar.empty()) {
    diagnostics.error(node.place, "a plugin must be a path or a mapping with `path`",
                      "write `- path: plugins/libNAME.so`");
    return;
  }
  PluginEntry entry{path->scalar, {}, path->place, false};
  // Paths on the command line are relative to the working directory, as everywhere in a shell.
  const bool bare = entry.path.find('/') == std::string::npos;
  if (!bare && path->place.line != 0) entry.path = relative_to_file(entry.path, path->place.file);
  for (const YamlEntry& key : node.entries) {
    if (key.key == "sha256") {
      entry.sha256 = checked_sha256(key.value, diagnostics);
    } else if (key.key != "path") {
      report_unknown("a plugin has no key", key, {"path", "sha256"}, diagnostics);
    }
  }
  config.plugins.push_back(std::move(entry));
}

void read_plugins(const YamlNode& node, Config& config, Diagnostics& diagnostics) {
  if (node.is_list()) {
    for (const YamlNode& item : node.items) read_plugin(item, config, diagnostics);
  } else if (!node.is_null()) {
    read_plugin(node, config, diagnostics);
  }
}

}  // namespace

Config load_config(const std::string& file, const std::vector<std::string>& overrides,
                   const Variables& variables, Diagnostics& diagnostics) {
  Config config;
  const size_t errors_before = diagnostics.errors();
  std::optional<YamlNode> root = read_with_includes(file, variables, config.files, diagnostics);
  if (!root) return config;
  for (const std::string& override : overrides) apply_override(*root, override, diagnostics);
  substitute(*root, variables, diagnostics);

  for (const YamlEntry& entry : root->entries) {
    if (entry.key == "input") {
      read_inputs(entry.value, config, diagnostics);
    } else if (entry.key == "stages") {
      read_stages(entry.value, config, diagnostics);
    } else if (entry.key == "plugins") {
      read_plugins(entry.value, config, diagnostics);
    } else if (entry.key == "run") {
      config.run = read_run_settings(entry.value, diagnostics);
    } else if (entry.key != "claimsift") {
      report_unknown("a pipeline file has no key", entry,
                     {"claimsift", "include", "input", "plugins", "run", "stages"}, diagnostics);
    }
  }
  config.complete = diagnostics.errors() == errors_before;
  if (root->find("claimsift") == nullptr)
    diagnostics.error({file}, "the key `claimsift` is missing, which says what version of the format this is",
                      "begin the file with `claimsift: 1`");
  return config;
}

}  // namespace claimsift
