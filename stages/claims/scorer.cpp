// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/scorer.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace claimsift {

namespace {

/// Adds a family of hashed features, scaled to unit length; integer sums, so that their order is free.
void add_family(const std::array<std::array<int16_t, ClaimWeights::kHeads>, kFeatureRows>& rows,
                const std::vector<uint32_t>& features, const std::array<float, ClaimWeights::kHeads>& scale,
                ClaimLogOdds& sums) {
  if (features.empty()) return;
  std::array<int64_t, ClaimWeights::kHeads> total{};
  for (const uint32_t row : features)
    for (size_t h = 0; h < total.size(); ++h) total[h] += rows[row][h];
  const double length = std::sqrt(static_cast<double>(features.size()));
  for (size_t h = 0; h < total.size(); ++h)
    sums[h] += static_cast<double>(total[h]) * static_cast<double>(scale[h]) / length;
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

using Hidden = std::array<float, ClaimNet::kHidden>;

/// The hidden layer before it is rectified. Each unit is summed in one order, so that wider registers give
/// the same bits.
[[gnu::always_inline]] inline Hidden sum_hidden(const ClaimNet& net, const ClaimFeatures& features) {
  Hidden hidden = net.hidden_bias;
  for (size_t c = 0; c < kCounts; ++c)
    if (features.counts[c] != 0)
      for (size_t h = 0; h < hidden.size(); ++h) hidden[h] += net.hidden[c][h] * features.counts[c];
  for (size_t d = 0; d < kVectorFeatures; ++d)
    for (size_t h = 0; h < hidden.size(); ++h) hidden[h] += net.hidden[kCounts + d][h] * features.vector[d];
  return hidden;
}

Hidden hidden_of(const ClaimNet& net, const ClaimFeatures& features) { return sum_hidden(net, features); }
#if defined(__x86_64__)
[[gnu::target("avx2")]] Hidden hidden_avx2(const ClaimNet& net, const ClaimFeatures& features) {
  return sum_hidden(net, features);
}
#endif

using HiddenOf = Hidden (*)(const ClaimNet&, const ClaimFeatures&);

HiddenOf best_hidden_of() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return hidden_avx2;
#endif
  return hidden_of;
}

/// Log-odds of the last class, and of the last two, against the rest.
ClaimLogOdds run_net(const ClaimNet& net, const ClaimFeatures& features) {
  static const HiddenOf run_hidden = best_hidden_of();
  const Hidden hidden = run_hidden(net, features);
  std::array<double, ClaimNet::kClasses> e{};
  for (size_t k = 0; k < e.size(); ++k) {
    double sum = static_cast<double>(net.out_bias[k]);
    for (size_t h = 0; h < hidden.size(); ++h)
      if (hidden[h] > 0) sum += static_cast<double>(net.out[h][k]) * static_cast<double>(hidden[h]);
    e[k] = std::exp(std::clamp(sum, -30.0, 30.0));
  }
  return {std::log(e[2] / (e[0] + e[1])), std::log((e[1] + e[2]) / e[0])};
}

}  // namespace

ClaimLogOdds net_log_odds(const ClaimWeights& weights, const ClaimFeatures& features) {
  ClaimLogOdds sums{};
  for (const ClaimNet& net : weights.nets) {
    const ClaimLogOdds one = run_net(net, features);
    for (size_t h = 0; h < sums.size(); ++h) sums[h] += one[h] / (2 * ClaimWeights::kNets);
  }
  return sums;
}

ClaimScores score(const ClaimWeights& weights, const ClaimFeatures& features) {
  ClaimLogOdds sums{static_cast<double>(weights.bias[0]), static_cast<double>(weights.bias[1])};
  for (size_t c = 0; c < kCounts; ++c)
    for (size_t h = 0; h < sums.size(); ++h)
      sums[h] += static_cast<double>(weights.counts[c][h]) * static_cast<double>(features.counts[c]);
  for (size_t d = 0; d < kVectorFeatures; ++d)
    for (size_t h = 0; h < sums.size(); ++h)
      sums[h] += static_cast<double>(weights.vector[d][h]) * static_cast<double>(features.vector[d]);
  add_family(weights.unigrams, features.unigrams, weights.scale, sums);
  add_family(weights.bigrams, features.bigrams, weights.scale, sums);
  add_family(weights.verbs, features.verbs, weights.scale, sums);
  const ClaimLogOdds nets = net_log_odds(weights, features);
  return {logistic(sums[0] + nets[0]), logistic(sums[1] + nets[1])};
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
