// SPDX-License-Identifier: Apache-2.0
// word_vectors.hpp - distributional word vectors (GloVe; Pennington, Socher and Manning, EMNLP 2014),
// quantised to 8 bits with a scale a word, memory-mapped and found by word_hash. Read-only; safe from several
// threads.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "stages/text/model_file.hpp"

namespace claimsift {

class WordVectors {
 public:
  static constexpr size_t kDimensions = 100;
  static constexpr uint32_t kRows = 1u << 16, kSlots = 1u << 17;

  /// The arrays as they stand in the file, little-endian.
  struct Arrays {
    static constexpr std::string_view kKind = "vectors";
    static constexpr uint32_t kVersion = 1;

    std::array<uint32_t, kSlots> slots;  // row + 1 by hash, open addressing; 0 is free
    std::array<uint32_t, kRows> hashes;  // word_hash of the word
    std::array<float, kRows> scales;
    std::array<std::array<int8_t, kDimensions>, kRows> values;
  };

  /// `path` as in `vectors:`; empty for the file that comes with claimsift. Throws std::runtime_error.
  explicit WordVectors(const std::string& path);

  /// A word's vector, null for a word that has none.
  struct Vector {
    const std::array<int8_t, kDimensions>* values = nullptr;
    float scale = 0;
  };
  Vector find(uint32_t hash) const;
  /// Brings the place where a word is looked up into the cache; for words that are looked up soon.
  void prefetch(uint32_t hash) const { __builtin_prefetch(&arrays_->slots[hash & (kSlots - 1)]); }

 private:
  ModelFile file_;
  const Arrays* arrays_;
};

}  // namespace claimsift
