// SPDX-License-Identifier: Apache-2.0
// listed_names.hpp - names that a configuration lists, found in tokens: the longest that begins at a place,
// case of ASCII letters aside. Built once, then read by any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>

#include "claimsift/layers.hpp"

namespace claimsift {

class ListedNames {
 public:
  /// Words apart by spaces; a hyphen is a word of its own, as in the layer `tokens`.
  void add(std::string_view name, EntityType type);
  bool empty() const { return types_.empty(); }

  struct Match {
    uint32_t last = 0;  // behind the name; 0 for none
    EntityType type = EntityType::person;
  };
  Match find(std::span<const uint32_t> hashes, uint32_t first) const;

 private:
  std::unordered_map<uint32_t, EntityType> types_;  // by the hash of all words
  uint32_t longest_ = 0;
};

}  // namespace claimsift
