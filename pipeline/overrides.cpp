// SPDX-License-Identifier: Apache-2.0
#include "pipeline/overrides.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "pipeline/suggest.hpp"

namespace claimsift {
namespace {

const std::vector<std::string> kSettable = {"input", "plugins", "run", "stages"};

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> parts(1);
  for (const char c : path) {
    if (c == '.') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::string joined(const std::vector<std::string>& parts, size_t count) {
  std::string result;
  for (size_t i = 0; i < count; ++i) result += (i == 0 ? "" : ".") + parts[i];
  return result;
}

/// The value as YAML where it looks like a list or a mapping, else the text itself.
YamlNode value_of(const std::string& text, const Place& place) {
  if (!text.starts_with('[') && !text.starts_with('{')) return YamlNode::of_scalar(text, place);
  Diagnostics problems;
  std::optional<YamlNode> value = parse_yaml_value(text, place, problems);
  if (problems.has_errors())
    throw Failure(place, fmt::format("`{}` is not valid YAML: {}", text, problems.all().front().message),
                  "a value that begins with `[` or `{` is taken as YAML");
  return std::move(*value);
}

YamlNode& item_of(YamlNode& list, const std::vector<std::string>& parts, size_t depth, const Place& place) {
  size_t index = 0;
  const std::string& part = parts[depth];
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), index);
  if (error != std::errc() || end != part.data() + part.size() || index >= list.items.size())
    throw Failure(
        place,
        fmt::format("`{}` is a list of {}, it has no `{}`", joined(parts, depth), list.items.size(), part),
        "name an item by its number, from 0");
  return list.items[index];
}

Failure no_stage(const std::string& name, const YamlNode& stages, const Place& place) {
  const std::string near = did_you_mean(name, stages.keys());
  const bool lists = near.empty() && !stages.entries.empty();
  return Failure(place, fmt::format("the pipeline has no stage `{}`{}", name, near),
                 lists ? fmt::format("it has {}", one_of(stages.keys(), "and")) : "");
}

YamlNode& member_of(YamlNode& map, const std::vector<std::string>& parts, size_t depth, const Place& place) {
  const std::string& part = parts[depth];
  if (YamlNode* known = map.find(part)) return *known;
  if (depth == 1 && parts[0] == "stages") throw no_stage(part, map, place);
  map.entries.push_back({part, place, {}});
  map.entries.back().value.place = place;
  return map.entries.back().value;
}

void apply(YamlNode& root, const std::vector<std::string>& parts, const std::string& value,
           const Place& place) {
  if (std::find(kSettable.begin(), kSettable.end(), parts[0]) == kSettable.end()) {
    const std::string near = did_you_mean(parts[0], kSettable);
    throw Failure(place, fmt::format("`{}` cannot be set{}", parts[0], near),
                  near.empty() ? fmt::format("a path begins with {}", one_of(kSettable)) : "");
  }
  YamlNode* node = &root;
  for (size_t depth = 0; depth < parts.size(); ++depth) {
    if (node->is_scalar())
      throw Failure(place,
                    fmt::format("`{}` is one value, it has no `{}`", joined(parts, depth), parts[depth]));
    if (node->is_list()) {
      node = &item_of(*node, parts, depth, place);
      continue;
    }
    node->kind = YamlNode::Kind::map;
    node = &member_of(*node, parts, depth, place);
  }
  *node = value_of(value, place);
}

}  // namespace

void apply_override(YamlNode& root, const std::string& text, Diagnostics& diagnostics) {
  const size_t equals = text.find('=');
  const std::string path = text.substr(0, equals);
  const Place place{"--set " + path};
  try {
    const std::vector<std::string> parts = split(path);
    const bool has_gap = std::find(parts.begin(), parts.end(), "") != parts.end();
    if (equals == std::string::npos || has_gap)
      throw Failure(place, fmt::format("`{}` is not understood", text),
                    "write a path and a value, such as `--set run.threads=2`");
    apply(root, parts, text.substr(equals + 1), place);
  } catch (const Failure& failure) { diagnostics.add(failure.diagnostic()); }
}

}  // namespace claimsift
