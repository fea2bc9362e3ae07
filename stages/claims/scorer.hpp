// SPDX-License-Identifier: Apache-2.0
// scorer.hpp - the model behind `check_worthiness` and `checkable`: two heads of one linear model over
// claim_features, calibrated as probabilities by being logistic regressions. Read-only; safe from several
// threads. Trained by tools/train_claims on ClaimBuster (Arslan et al., ICWSM 2020).
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "stages/claims/features.hpp"
#include "stages/text/model_file.hpp"

namespace claimsift {

struct ClaimScores {
  double check_worthiness, checkable;
};

/// The weights as they stand in the file, little-endian; a row holds both heads beside each other.
struct ClaimWeights {
  static constexpr std::string_view kKind = "claims";
  static constexpr uint32_t kVersion = 2;
  static constexpr size_t kHeads = 2;  // check_worthiness, checkable

  std::array<std::array<float, kHeads>, kCounts> counts;
  std::array<std::array<float, kHeads>, kVectorFeatures> vector;
  std::array<float, kHeads> bias;
  std::array<float, kHeads> scale;  // of the quantised weights
  std::array<std::array<int16_t, kHeads>, kFeatureRows> unigrams, bigrams;
};

class ClaimScorer {
 public:
  /// `path` as in `model:`; empty for the one that comes with claimsift. Throws std::runtime_error.
  explicit ClaimScorer(const std::string& path);

  ClaimScores score(const ClaimFeatures& features) const;

  /// What the scores are made of, for score_reasons.hpp.
  const ClaimWeights& weights() const { return *weights_; }

 private:
  ModelFile file_;
  const ClaimWeights* weights_;
};

/// The scores that given weights yield.
ClaimScores score(const ClaimWeights& weights, const ClaimFeatures& features);

}  // namespace claimsift
