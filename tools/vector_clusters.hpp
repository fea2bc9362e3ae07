// SPDX-License-Identifier: Apache-2.0
// vector_clusters.hpp - fills stages/language/word_clusters.hpp from a file of word vectors. One thread.
#pragma once

#include <string>
#include <vector>

#include "stages/language/word_clusters.hpp"
#include "stages/text/word_vectors.hpp"
#include "tools/word_clusters.hpp"

namespace claimsift {

/// Clusters the words of a vectors.model.
inline void fill_word_clusters(const std::string& path, WordClusters& clusters) {
  const ModelFile file(path, WordVectors::Arrays::kKind, WordVectors::Arrays::kVersion);
  const auto& arrays = *reinterpret_cast<const WordVectors::Arrays*>(file.payload().data());
  std::vector<UnitVector> vectors;
  std::vector<uint32_t> words;
  for (uint32_t row = 0; row < WordVectors::kRows; ++row) {
    UnitVector v;
    for (size_t d = 0; d < v.size(); ++d) v[d] = arrays.values[row][d];
    if (arrays.hashes[row] == 0 || !to_unit(v)) continue;
    vectors.push_back(v);
    words.push_back(arrays.hashes[row]);
  }
  const std::vector<uint16_t> coarse = clusters_of(vectors, 96, 8, 3), fine = clusters_of(vectors, 768, 5, 3);
  for (size_t i = 0; i < words.size(); ++i) clusters.add(words[i], {coarse[i] + 1u, fine[i] + 1u});
}

}  // namespace claimsift
