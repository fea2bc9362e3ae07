// SPDX-License-Identifier: Apache-2.0
// word_forms.hpp - what a dictionary says a word can be, by word_hash: the forms that it may have, and which
// part of speech it mostly is. Plain data as it stands in a model's file; read-only, safe from several
// threads.
#pragma once

#include <array>
#include <cstdint>

namespace claimsift {

/// Bits of a word; above them, from kMostly on, a number: 0 unknown, 1 to 4 mostly noun, verb, adjective,
/// adverb, and 4 more where four in five of its uses are.
namespace word_form {
inline constexpr uint32_t noun = 1u << 0;
inline constexpr uint32_t plural = 1u << 1;
inline constexpr uint32_t verb = 1u << 2;
inline constexpr uint32_t third_person = 1u << 3;
inline constexpr uint32_t past = 1u << 4;
inline constexpr uint32_t gerund = 1u << 5;
inline constexpr uint32_t adjective = 1u << 6;
inline constexpr uint32_t adverb = 1u << 7;
inline constexpr uint32_t kMostly = 8, kBits = 12;
}  // namespace word_form

struct WordForms {
  static constexpr uint32_t kSlots = 1u << 18;

  /// Open addressing; bits + twenty bits of the hash << 12; 0 is free.
  std::array<uint32_t, kSlots> slots;

  static constexpr uint32_t check(uint32_t hash) { return hash >> word_form::kBits; }

  /// The bits of a word; 0 for one that is not in the dictionary.
  uint32_t find(uint32_t hash) const {
    for (uint32_t at = hash % kSlots, tried = 0; tried < kSlots && slots[at] != 0;
         at = (at + 1) % kSlots, ++tried)
      if (check(hash) == slots[at] >> word_form::kBits) return slots[at] & ((1u << word_form::kBits) - 1);
    return 0;
  }
  /// For trainers; `bits` is not 0. A table that is two thirds full at most stays fast.
  void add(uint32_t hash, uint32_t bits) {
    uint32_t at = hash % kSlots;
    while (slots[at] != 0) at = (at + 1) % kSlots;
    slots[at] = bits | check(hash) << word_form::kBits;
  }
};

}  // namespace claimsift
