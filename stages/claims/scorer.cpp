// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/scorer.hpp"

#include <cmath>
#include <stdexcept>

namespace claimsift {

namespace {

using Sums = std::array<double, ClaimWeights::kHeads>;

/// Adds a family of hashed features, scaled to unit length; integer sums, so that their order is free.
void add_family(const std::array<std::array<int16_t, ClaimWeights::kHeads>, kFeatureRows>& rows,
                const std::vector<uint32_t>& features, const std::array<float, ClaimWeights::kHeads>& scale,
                Sums& sums) {
  if (features.empty()) return;
  std::array<int64_t, ClaimWeights::kHeads> total{};
  for (const uint32_t row : features)
    for (size_t h = 0; h < total.size(); ++h) total[h] += rows[row][h];
  const double length = std::sqrt(static_cast<double>(features.size()));
  for (size_t h = 0; h < total.size(); ++h)
    sums[h] += static_cast<double>(total[h]) * static_cast<double>(scale[h]) / length;
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

}  // namespace

ClaimScores score(const ClaimWeights& weights, const ClaimFeatures& features) {
  Sums sums{static_cast<double>(weights.bias[0]), static_cast<double>(weights.bias[1])};
  for (size_t c = 0; c < kCounts; ++c)
    for (size_t h = 0; h < sums.size(); ++h)
      sums[h] += static_cast<double>(weights.counts[c][h]) * static_cast<double>(features.counts[c]);
  for (size_t d = 0; d < kVectorFeatures; ++d)
    for (size_t h = 0; h < sums.size(); ++h)
      sums[h] += static_cast<double>(weights.vector[d][h]) * static_cast<double>(features.vector[d]);
  add_family(weights.unigrams, features.unigrams, weights.scale, sums);
  add_family(weights.bigrams, features.bigrams, weights.scale, sums);
  return {logistic(sums[0]), logistic(sums[1])};
}

ClaimScorer::ClaimScorer(const std::string& path)
    : file_(find_model(path, "claims.model"), ClaimWeights::kKind, ClaimWeights::kVersion) {
  if (file_.payload().size() != sizeof(ClaimWeights))
    throw std::runtime_error("the claims model has the wrong size");
  weights_ = reinterpret_cast<const ClaimWeights*>(file_.payload().data());
}

ClaimScores ClaimScorer::score(const ClaimFeatures& features) const {
  return claimsift::score(*weights_, features);
}

}  // namespace claimsift
