// SPDX-License-Identifier: Apache-2.0
// lemmas.hpp - the lemma of a word with a known tag: an exception for the whole word, else the rule of its
// longest known ending; tables learnt by tools/train_tags and kept in the file of the tagger. Pure functions
// over read-only tables.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "stages/text/words.hpp"

namespace claimsift {

/// Takes bytes from a word's end and puts others there.
struct LemmaRule {
  uint8_t strip = 0;
  uint8_t lower = 0;  // 1: ASCII capitals become small
  uint8_t size = 0;
  std::array<char, 13> add{};

  bool operator==(const LemmaRule&) const = default;
  bool operator<(const LemmaRule& o) const {
    if (strip != o.strip) return strip < o.strip;
    if (lower != o.lower) return lower < o.lower;
    return size != o.size ? size < o.size : add < o.add;
  }
};

/// The tables as they stand in the file.
struct LemmaTable {
  static constexpr uint32_t kSlots = 1u << 15, kRules = 1u << 11;
  static constexpr uint32_t kLongestEnding = 5;
  struct Slot {
    uint32_t key;
    uint32_t rule;  // its number + 1; 0 is free
  };
  std::array<LemmaRule, kRules> rules;
  std::array<Slot, kSlots> slots;  // open addressing

  /// The rule for a key, or null.
  const LemmaRule* find(uint32_t key) const {
    for (uint32_t at = key % kSlots, tried = 0; tried < kSlots && slots[at].rule != 0;
         at = (at + 1) % kSlots, ++tried)
      if (slots[at].key == key) return &rules[(slots[at].rule - 1) % kRules];
    return nullptr;
  }
};

/// The key of a whole word (`whole`) or of an ending, under a tag.
constexpr uint32_t lemma_key(std::string_view part, bool whole, uint32_t tag) {
  const uint64_t h =
      (word_hash(part) + (uint64_t{tag * 2 + (whole ? 1 : 0) + 1} << 32)) * 0x9E3779B97F4A7C15ULL;
  return static_cast<uint32_t>(h >> 32);
}

/// The rule for a word, or null where none is known.
const LemmaRule* lemma_rule(const LemmaTable& table, std::string_view word, uint32_t tag);

/// The bytes that apply_lemma may need.
constexpr size_t lemma_capacity(std::string_view word) { return word.size() + LemmaRule{}.add.size(); }

/// Writes the lemma to `to` and gives its size; 0 where the rule does not fit the word.
size_t apply_lemma(const LemmaRule& rule, std::string_view word, char* to);

}  // namespace claimsift
