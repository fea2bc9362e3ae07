// SPDX-License-Identifier: Apache-2.0
#include "pipeline/instance.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "pipeline/run_settings.hpp"

namespace claimsift {
namespace {

std::vector<Renaming> read_renamings(const YamlEntry& entry, Diagnostics& diagnostics) {
  std::vector<Renaming> result;
  if (!entry.value.is_map()) {
    diagnostics.error(
        entry.value.place,
        fmt::format("`{}` must be a mapping of layers, not {}", entry.key, described(entry.value)),
        fmt::format("write `{}: {{NAME_IN_THE_STAGE: NAME_IN_THE_PIPELINE}}`", entry.key));
    return result;
  }
  for (const YamlEntry& renaming : entry.value.entries) {
    if (!renaming.value.is_scalar() || !is_instance_name(renaming.value.scalar)) {
      diagnostics.error(renaming.value.place, fmt::format("layer `{}` must be given one name, not {}",
                                                          renaming.key, described(renaming.value)));
    } else {
      result.push_back({{renaming.key, renaming.place}, {renaming.value.scalar, renaming.value.place}});
    }
  }
  return result;
}

void read_when(const YamlNode& node, InstanceConfig& instance, Diagnostics& diagnostics) {
  if (!node.is_map()) {
    diagnostics.error(node.place, fmt::format("`when` must be a mapping, not {}", described(node)),
                      "write `when: {has: LAYER}` or `when: {metadata: {KEY: PATTERN}}`");
    return;
  }
  for (const YamlEntry& entry : node.entries) {
    if (entry.key == "has") {
      instance.has = words_of(entry.value, "has", diagnostics);
    } else if (entry.key != "metadata") {
      report_unknown("`when` has no condition", entry, {"has", "metadata"}, diagnostics);
    } else if (!entry.value.is_map()) {
      diagnostics.error(
          entry.value.place,
          fmt::format("`metadata` must be a mapping of keys to patterns, not {}", described(entry.value)));
    } else {
      for (const YamlEntry& pattern : entry.value.entries) {
        if (pattern.value.is_scalar()) {
          instance.when_metadata.emplace_back(pattern.key, pattern.value.scalar);
        } else {
          diagnostics.error(pattern.value.place,
                            fmt::format("`{}` must be a pattern such as \"reuters*\", not {}", pattern.key,
                                        described(pattern.value)));
        }
      }
    }
  }
}

void read_engine_key(const YamlEntry& entry, InstanceConfig& instance, Diagnostics& diagnostics) {
  const YamlNode& value = entry.value;
  if (value.is_broken()) {
    if (entry.key == "use") instance.use.text.clear();
    return;
  }
  if (entry.key == "use") {
    if (value.is_scalar() && !value.scalar.empty()) {
      instance.use = {value.scalar, value.place};
    } else {
      diagnostics.error(value.place,
                        fmt::format("`use` must be the name of a stage, not {}", described(value)));
    }
  } else if (entry.key == "on_error") {
    instance.on_error = value.is_scalar() ? parse_on_error(value.scalar) : std::nullopt;
    if (!instance.on_error)
      diagnostics.error(value.place, fmt::format("`on_error` must be `fail`, `skip` or `quarantine`, not {}",
                                                 described(value)));
  } else if (entry.key == "after") {
    instance.after = words_of(value, "after", diagnostics);
  } else if (entry.key == "reads") {
    instance.reads = read_renamings(entry, diagnostics);
  } else if (entry.key == "writes") {
    instance.writes = read_renamings(entry, diagnostics);
  } else {
    read_when(value, instance, diagnostics);
  }
}

}  // namespace

const std::vector<std::string>& engine_keys() {
  static const std::vector<std::string> keys = {"after", "on_error", "reads", "use", "when", "writes"};
  return keys;
}

InstanceConfig read_instance(const std::string& name, const Place& place, const YamlNode& node, bool reader,
                             Diagnostics& diagnostics) {
  InstanceConfig instance;
  instance.name = name;
  instance.place = place;
  instance.use = {reader ? "" : name, place};
  instance.options.kind = YamlNode::Kind::map;
  instance.options.place = place;
  if (!node.is_map()) {
    if (!node.is_null())
      diagnostics.error(node.place,
                        fmt::format("`{}` must be a mapping of options, not {}", name, described(node)),
                        reader ? "write `input: {use: READER, OPTION: VALUE}`"
                               : fmt::format("write `{}:` alone or `{}: {{OPTION: VALUE}}`", name, name));
    return instance;
  }
  const std::vector<std::string>& engine = engine_keys();
  for (const YamlEntry& entry : node.entries) {
    if (std::find(engine.begin(), engine.end(), entry.key) == engine.end()) {
      instance.options.entries.push_back(entry);
    } else if (reader && entry.key != "use" && entry.key != "on_error") {
      diagnostics.error(entry.place, fmt::format("`{}` means nothing under `input`", entry.key));
    } else {
      read_engine_key(entry, instance, diagnostics);
    }
  }
  return instance;
}

}  // namespace claimsift
