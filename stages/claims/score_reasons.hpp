// SPDX-License-Identifier: Apache-2.0
// score_reasons.hpp - why a span got its scores: what each feature adds to the log-odds, in words. For people
// who ask (`explain:` of the stage, `claimsift inspect --explain`); scoring itself does not come by here.
// Pure functions.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "stages/claims/features.hpp"
#include "stages/claims/scorer.hpp"

namespace claimsift {

/// A feature and what it adds to the log-odds of each score (check_worthiness, checkable).
struct ScoreReason {
  std::string feature;  // `number: money`, `word "billion"`, `meaning (word vectors)`
  std::array<double, ClaimWeights::kHeads> weight{};
};

/// Every feature of `span` that has a weight, each once; with `weights.bias` they add up to the
/// log-odds of what score() yields for `features`, which claim_features() drew from the same input and span.
std::vector<ScoreReason> score_reasons(const ClaimWeights& weights, const FeatureInput& input, cs_span span,
                                       const ClaimFeatures& features);

/// The `most` reasons that move one score (0: check_worthiness, 1: checkable) most, the strongest first, then
/// the sum of the others, then what the score starts from; so their weights still add up to its log-odds.
struct RankedReason {
  std::string feature;
  double weight;
};
std::vector<RankedReason> strongest_reasons(const ClaimWeights& weights,
                                            const std::vector<ScoreReason>& reasons, size_t head,
                                            size_t most);

}  // namespace claimsift
