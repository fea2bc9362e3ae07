// SPDX-License-Identifier: Apache-2.0
// scorer.hpp - the model behind `check_worthiness` and `checkable`: two heads of one model over
// claim_features, each the mean of two log-odds: a logistic regression over all features, and small nets
// over the dense ones, which see what the regression cannot: how numbers, verbs and topics go together.
// Calibrated by being fitted as probabilities. Read-only; safe from several threads. Trained by
// tools/train_claims on ClaimBuster (Arslan et al., ICWSM 2020).
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

/// A net of one hidden layer (rectified) over counts and vectors; its outputs are the log-odds of the classes
/// of ClaimBuster up to a constant: no factual claim, an unimportant one, one worth a check.
struct ClaimNet {
  static constexpr size_t kInputs = kCounts + kVectorFeatures, kHidden = 24, kClasses = 3;

  std::array<std::array<float, kHidden>, kInputs> hidden;
  std::array<float, kHidden> hidden_bias;
  std::array<std::array<float, kClasses>, kHidden> out;
  std::array<float, kClasses> out_bias;
};

/// The weights as they stand in the file, little-endian; a row holds both heads beside each other. Those of
/// the regression are halved, so that its part and that of the nets add up to the mean.
struct ClaimWeights {
  static constexpr std::string_view kKind = "claims";
  static constexpr uint32_t kVersion = 3;
  static constexpr size_t kHeads = 2, kNets = 3;  // heads: check_worthiness, checkable

  std::array<std::array<float, kHeads>, kCounts> counts;
  std::array<std::array<float, kHeads>, kVectorFeatures> vector;
  std::array<float, kHeads> bias;
  std::array<float, kHeads> scale;  // of the quantised weights
  std::array<ClaimNet, kNets> nets;
  std::array<std::array<int16_t, kHeads>, kFeatureRows> unigrams, bigrams, verbs;
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

/// Log-odds of both scores, by head.
using ClaimLogOdds = std::array<double, ClaimWeights::kHeads>;

/// What the nets add to the log-odds: half of the mean of what they yield.
ClaimLogOdds net_log_odds(const ClaimWeights& weights, const ClaimFeatures& features);

/// The scores that given weights yield.
ClaimScores score(const ClaimWeights& weights, const ClaimFeatures& features);

}  // namespace claimsift
