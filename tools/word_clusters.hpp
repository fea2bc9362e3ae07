// SPDX-License-Identifier: Apache-2.0
// word_clusters.hpp - k-means over word vectors of length one (Lloyd, 1982) with a fixed begin and order of
// sums, for trainers that want words as classes. One thread.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "stages/text/word_vectors.hpp"

namespace claimsift {

using UnitVector = std::array<float, WordVectors::kDimensions>;

/// The vector with length one; false where it has none.
inline bool to_unit(UnitVector& v) {
  float square = 0;
  for (const float x : v) square += x * x;
  if (square <= 0) return false;
  const float scale = 1 / std::sqrt(square);
  for (float& x : v) x *= scale;
  return true;
}

/// The number of the cluster of each vector. The centres begin at vectors spread over the list and are fitted
/// to every `stride`-th.
inline std::vector<uint16_t> clusters_of(const std::vector<UnitVector>& vectors, uint32_t count, int passes,
                                         size_t stride) {
  constexpr size_t kDimensions = WordVectors::kDimensions;
  std::vector<float> centres(kDimensions * count);  // one dimension after the other
  for (uint32_t c = 0; c < count; ++c)
    for (size_t d = 0; d < kDimensions; ++d) centres[d * count + c] = vectors[c * 7 % vectors.size()][d];
  std::vector<float> scores(count);
  const auto nearest = [&](const UnitVector& v) {
    scores.assign(count, 0);
    for (size_t d = 0; d < kDimensions; ++d)
      for (uint32_t c = 0; c < count; ++c) scores[c] += v[d] * centres[d * count + c];
    uint32_t best = 0;
    for (uint32_t c = 1; c < count; ++c)
      if (scores[c] > scores[best]) best = c;
    return best;
  };
  for (int pass = 0; pass < passes; ++pass) {
    std::vector<UnitVector> sums(count);
    for (size_t i = 0; i < vectors.size(); i += stride) {
      UnitVector& sum = sums[nearest(vectors[i])];
      for (size_t d = 0; d < kDimensions; ++d) sum[d] += vectors[i][d];
    }
    for (uint32_t c = 0; c < count; ++c)
      if (to_unit(sums[c]))
        for (size_t d = 0; d < kDimensions; ++d) centres[d * count + c] = sums[c][d];
  }
  std::vector<uint16_t> found(vectors.size());
  for (size_t i = 0; i < vectors.size(); ++i) found[i] = static_cast<uint16_t>(nearest(vectors[i]));
  return found;
}

}  // namespace claimsift
