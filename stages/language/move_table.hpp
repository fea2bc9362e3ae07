// SPDX-License-Identifier: Apache-2.0
// move_table.hpp - weights of hashed features over four classes, four bytes a feature: eleven check bits, so
// that a feature without a row of its own finds nothing, and three weights of seven bits, each against class
// 0. Plain data as it stands in a model's file; read-only, safe from several threads.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace claimsift {

template <uint32_t Bits> struct MoveTable {
  static constexpr uint32_t kClasses = 4, kRows = 1u << Bits, kLargest = 63;
  using Scores = std::array<int32_t, kClasses>;

  std::array<uint32_t, kRows> rows;  // check, then the weights of classes 3, 2 and 1 from the highest bits

  static constexpr uint32_t row(uint32_t key) { return key & (kRows - 1); }
  /// Never 0, so that empty rows match nothing.
  static constexpr uint32_t check(uint32_t key) { return (key >> 21) | 1; }

  static constexpr uint32_t pack(uint32_t key, const std::array<int32_t, kClasses>& weights) {
    uint32_t packed = check(key);
    for (uint32_t c = 1; c < kClasses; ++c)
      packed |= (static_cast<uint32_t>(weights[c]) & 0x7f) << (4 + 7 * c);
    return packed;
  }

  /// The sums of the weights of some features for each class; 0 for class 0.
  void sum(std::span<const uint32_t> keys, Scores& scores) const {
    for (const uint32_t key : keys) __builtin_prefetch(&rows[row(key)]);
    scores = {};
    for (const uint32_t key : keys) {
      const uint32_t packed = rows[row(key)];
      const int32_t match = (packed & 0x7ff) == check(key) ? -1 : 0;
      scores[1] += (static_cast<int32_t>(packed << 14) >> 25) & match;
      scores[2] += (static_cast<int32_t>(packed << 7) >> 25) & match;
      scores[3] += (static_cast<int32_t>(packed) >> 25) & match;
    }
  }
};

}  // namespace claimsift
