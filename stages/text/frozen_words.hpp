// SPDX-License-Identifier: Apache-2.0
// frozen_words.hpp - a lexicon fixed at compile time: words to values, found by word_hash without any work
// at start-up. Constant data, read by any thread.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

#include "stages/text/words.hpp"

namespace claimsift {

/// A word in lower case and what the lexicon says of it.
template <class V> struct FrozenWord {
  std::string_view word;
  V value;
};

/// The table; of a word listed twice the first counts.
template <class V, size_t N> class FrozenWords {
 public:
  consteval explicit FrozenWords(const FrozenWord<V> (&words)[N]) : words_(std::to_array(words)) {
    for (size_t i = 0; i < N; ++i) {
      const uint32_t hash = word_hash(words_[i].word);
      size_t at = hash & kMask;
      while (slots_[at].row != 0) at = (at + 1) & kMask;
      slots_[at] = {hash, static_cast<uint32_t>(i + 1)};
    }
  }

  /// The value of a word in any case, or null. `hash` is word_hash(word).
  constexpr const V* find(uint32_t hash, std::string_view word) const {
    for (size_t at = hash & kMask; slots_[at].row != 0; at = (at + 1) & kMask)
      if (slots_[at].hash == hash && equals_folded(word, words_[slots_[at].row - 1].word))
        return &words_[slots_[at].row - 1].value;
    return nullptr;
  }
  constexpr const V* find(std::string_view word) const { return find(word_hash(word), word); }
  constexpr const std::array<FrozenWord<V>, N>& words() const { return words_; }

 private:
  struct Slot {
    uint32_t hash = 0, row = 0;
  };
  static constexpr size_t kSize = std::bit_ceil(2 * N + 2);
  static constexpr size_t kMask = kSize - 1;
  std::array<FrozenWord<V>, N> words_;
  std::array<Slot, kSize> slots_{};
};

}  // namespace claimsift
