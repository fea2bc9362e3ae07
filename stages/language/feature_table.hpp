// SPDX-License-Identifier: Apache-2.0
// feature_table.hpp - weights of hashed features over many classes, small and exact: a feature with many
// weights has a dense row, one with few a short list, and check bits make sure that a feature without either
// finds nothing instead of another's weights. Plain data as it stands in a model's file; read-only, safe from
// several threads.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace claimsift {

/// Weights for the classes 2 to 63; 2^DenseBits rows of 64 bytes and 2^ListBits lists of 8. A key is a hash
/// of 32 bits.
template <uint32_t DenseBits, uint32_t ListBits> struct FeatureTable {
  static constexpr uint32_t kClasses = 64, kFirst = 2, kListed = 3, kMostLists = 3;
  static constexpr uint32_t kDenseRows = 1u << DenseBits, kListRows = 1u << ListBits;

  struct Entry {
    uint8_t to;  // class; an unused entry adds nothing to class 0
    int8_t weight;
  };
  struct List {
    uint16_t check;  // lowest bit: it goes on in another list; 0 in all: empty
    std::array<Entry, kListed> entries;
  };
  using Dense = std::array<int8_t, kClasses>;  // the first two bytes are the check
  using Scores = std::array<int16_t, kClasses>;

  alignas(64) std::array<Dense, kDenseRows> dense;
  std::array<List, kListRows> lists;

  static constexpr uint32_t dense_row(uint32_t key) { return key >> (32 - DenseBits); }
  static constexpr uint16_t dense_check(uint32_t key) { return static_cast<uint16_t>(key | 1); }
  /// The list `part` of a feature stands here or beside it, in row ^ 1.
  static constexpr uint32_t list_row(uint32_t key, uint32_t part) {
    return (key + part * 0x9E3779B1u) & (kListRows - 1);
  }
  static constexpr uint16_t list_check(uint32_t key) {
    return static_cast<uint16_t>((key >> 16 | 2) & 0xfffe);
  }

  /// The list `part` of a feature, or null.
  const List* find(uint32_t key, uint32_t part) const {
    const uint32_t row = list_row(key, part);
    const uint16_t check = list_check(key);
    if ((lists[row].check & 0xfffe) == check) return &lists[row];
    if ((lists[row ^ 1].check & 0xfffe) == check) return &lists[row ^ 1];
    return nullptr;
  }

  /// The sums of the weights of some features for each class; those of classes 0 and 1 mean nothing.
  void sum(std::span<const uint32_t> keys, Scores& scores) const {
    for (const uint32_t key : keys) {
      __builtin_prefetch(&lists[list_row(key, 0)]);
      __builtin_prefetch(&dense[dense_row(key)]);
    }
    scores = {};
    Scores listed{};  // apart, since a wide load waits long for the narrow stores before it
    for (const uint32_t key : keys) {
      if (const List* list = find(key, 0)) {
        for (uint32_t part = 0;;) {
          for (const Entry e : list->entries) {
            int16_t& score = listed[e.to % kClasses];
            score = static_cast<int16_t>(score + e.weight);
          }
          if (!(list->check & 1) || ++part == kMostLists || !(list = find(key, part))) break;
        }
        continue;
      }
      const Dense& row = dense[dense_row(key)];
      if (row[0] != static_cast<int8_t>(dense_check(key)) ||
          row[1] != static_cast<int8_t>(dense_check(key) >> 8))
        continue;
      for (uint32_t c = 0; c < kClasses; ++c) scores[c] = static_cast<int16_t>(scores[c] + row[c]);
    }
    for (uint32_t c = 0; c < kClasses; ++c) scores[c] = static_cast<int16_t>(scores[c] + listed[c]);
  }
};

/// The class from `first` on with the largest score, the first of equals.
template <class T, size_t N> uint32_t best_class(const std::array<T, N>& scores, uint32_t first) {
  T most = scores[first];
  for (uint32_t c = first; c < N; ++c) most = scores[c] > most ? scores[c] : most;
  while (scores[first] != most) ++first;
  return first;
}

}  // namespace claimsift
