// SPDX-License-Identifier: Apache-2.0
// word_clusters.hpp - the numbers of the clusters that words fall into, by word_hash; a part of models that
// want words as classes. Plain data as it stands in a model's file; read-only, safe from several threads.
#pragma once

#include <array>
#include <cstdint>

namespace claimsift {

struct WordClusters {
  static constexpr uint32_t kSlots = 1u << 17;
  static constexpr uint32_t kMostCoarse = 255, kMostFine = 4095;

  struct Clusters {
    uint32_t coarse = 0, fine = 0;  // 0: none
  };

  /// Open addressing; coarse + fine << 8 + twelve bits of the hash << 20; 0 is free.
  std::array<uint32_t, kSlots> slots;

  static constexpr uint32_t check(uint32_t hash) { return hash >> 20; }

  Clusters find(uint32_t hash) const {
    for (uint32_t at = hash % kSlots, tried = 0; tried < kSlots && slots[at] != 0;
         at = (at + 1) % kSlots, ++tried)
      if (slots[at] >> 20 == check(hash)) return {slots[at] & 0xff, slots[at] >> 8 & 0xfff};
    return {};
  }
  /// For trainers; a table that is half full at most stays fast.
  void add(uint32_t hash, Clusters c) {
    uint32_t at = hash % kSlots;
    while (slots[at] != 0) at = (at + 1) % kSlots;
    slots[at] = c.coarse | c.fine << 8 | check(hash) << 20;
  }
};

}  // namespace claimsift
