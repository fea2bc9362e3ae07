// SPDX-License-Identifier: Apache-2.0
// yaml.hpp - YAML as a small tree that knows the exact line and column of every key and value. It takes
// the part of YAML that a config needs: duplicate keys, aliases, anchors, tags, further documents, invalid
// UTF-8 and deep nesting are errors. Parsing is reentrant; a tree belongs to whoever holds it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/diagnostic.hpp"

namespace claimsift {

struct YamlEntry;

/// One value: nothing, a scalar (text as written, typed by who reads it), a list or a mapping.
struct YamlNode {
  enum class Kind : uint8_t { null, scalar, list, map };

  Kind kind = Kind::null;
  bool quoted = false;  // scalars: in quotes or a block scalar
  bool broken = false;  // its variable is not set, which is reported; no second message about it
  Place place;          // of the value; of its key where the value is empty
  std::string scalar;
  std::vector<YamlNode> items;
  std::vector<YamlEntry> entries;  // in the order of the file

  bool is_null() const { return kind == Kind::null; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }

  bool is_broken() const;  // or anything in it

  const YamlNode* find(std::string_view key) const;
  YamlNode* find(std::string_view key);
  const YamlEntry* entry(std::string_view key) const;
  std::vector<std::string> keys() const;

  static YamlNode of_scalar(std::string text, Place place);
};

/// A key with its value.
struct YamlEntry {
  std::string key;
  Place place;  // of the key
  YamlNode value;
};

/// What a node is in a message: "`many`", "a list", "a mapping", "nothing".
std::string described(const YamlNode& node);

/// What the keys of the mapping at `path` are called in messages ("stage"); the default is "key".
using KeyNoun = std::function<std::string(const std::vector<std::string>& path)>;

/// The tree of a whole file's text, or nothing after adding what is wrong with it.
std::optional<YamlNode> parse_yaml(std::string_view text, const std::string& file, Diagnostics& diagnostics,
                                   const KeyNoun& noun = {});

/// The tree of a value that stands outside a file (`--set`, a fallback); every node gets that one place.
std::optional<YamlNode> parse_yaml_value(std::string_view text, const Place& place, Diagnostics& diagnostics);

}  // namespace claimsift
