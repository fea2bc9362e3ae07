// SPDX-License-Identifier: Apache-2.0
// chain_crf.hpp - a linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001) over
// hashed features, trained by stochastic gradients with a step of its own for each weight (AdaGrad; Duchi,
// Hazan and Singer, JMLR 2011), for the trainers of sequence models. Where gold is noisy it finds better
// weights than a perceptron, which changes them for every slip of an annotator. One thread; the same input
// gives the same weights.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "stages/quotations/role_viterbi.hpp"

namespace claimsift {

class ChainCrf {
 public:
  static constexpr uint32_t kLabels = kRoleLabels;
  static constexpr float kImpossible = -1e8f;

  /// The row of a feature that is left out for a step; its weights stay nought.
  static constexpr uint32_t kLeftOut = 0;

  ChainCrf(uint32_t bits, float rate)
      : rate_(rate), weights_((size_t{kColumns} << bits) + kTransitions), squares_(weights_.size(), 1.0f) {}

  void add(uint32_t row, LabelScores<float>& scores) const {
    const float* w = &weights_[kTransitions + size_t{row} * kColumns];
    for (uint32_t l = 0; l < kColumns; ++l) scores[l] += w[l];
  }
  float transition(uint32_t previous, uint32_t label) const { return weights_[previous * kColumns + label]; }

  /// Learns from one sequence: `scores` are those of its tokens under the weights, labels that may not be
  /// have kImpossible; `rows(i)` are the features of its i-th token. The loss, minus the log-probability of
  /// gold.
  template <class Rows>
  double learn(const std::vector<uint8_t>& gold, const std::vector<LabelScores<float>>& scores, Rows&& rows) {
    const auto n = static_cast<uint32_t>(gold.size());
    if (n == 0) return 0;
    const double loss = expectations(gold, scores);
    for (uint32_t i = 0; i < n; ++i) {
      LabelScores<float> gradient{};
      bool any = false;
      for (uint32_t l = 0; l < kLabels; ++l) {
        gradient[l] = marginals_[i][l] - (l == gold[i] ? 1.0f : 0.0f);
        any |= std::abs(gradient[l]) > kSmallest;
      }
      if (!any) continue;
      for (const uint32_t row : rows(i)) {
        if (row == kLeftOut) continue;
        for (uint32_t l = 0; l < kLabels; ++l) change(kTransitions + size_t{row} * kColumns + l, gradient[l]);
      }
    }
    for (uint32_t p = 0; p <= kLabels; ++p)
      for (uint32_t l = 0; l < kLabels; ++l) change(p * kColumns + l, steps_[p][l]);
    return loss;
  }

  /// Adds the weights to a sum over several models of the same size.
  void add_to(std::vector<double>& sum) const {
    sum.resize(weights_.size());
    for (size_t i = 0; i < weights_.size(); ++i) sum[i] += weights_[i];
  }

  /// A sum of weights over some fields as weights of 16 bits.
  template <class Weights> static void store(const std::vector<double>& sum, Weights& weights) {
    constexpr double kMost = 8000;
    double largest = 1e-9;
    for (const double w : sum) largest = std::max(largest, std::abs(w));
    const double scale = kMost / largest;
    const auto fill = [&](auto& rows, size_t from) {
      for (auto& row : rows)
        for (auto& weight : row) weight = static_cast<int16_t>(std::lround(sum[from++] * scale));
    };
    fill(weights.transitions, 0);
    fill(weights.features, kTransitions);
  }

 private:
  static constexpr size_t kColumns = RoleWeights::kColumns;
  static constexpr size_t kTransitions = kColumns * kColumns;
  static constexpr float kSmallest = 1e-4f;

  void change(size_t i, float gradient) {
    if (std::abs(gradient) <= kSmallest) return;
    squares_[i] += gradient * gradient;
    weights_[i] -= rate_ * gradient / std::sqrt(squares_[i]);
  }

  /// Forward and backward sums, normalised token by token: marginals_ of the labels, and steps_, what the
  /// model expects of each transition less what gold has.
  double expectations(const std::vector<uint8_t>& gold, const std::vector<LabelScores<float>>& scores) {
    const auto n = static_cast<uint32_t>(gold.size());
    std::array<LabelScores<float>, kColumns> step{};
    for (uint32_t p = 0; p <= kLabels; ++p)
      for (uint32_t l = 0; l < kLabels; ++l)
        step[p][l] = may_follow(l, p == kLabels ? 0 : p) ? std::exp(transition(p, l)) : 0;
    forward_.resize(n);
    marginals_.resize(n);
    emissions_.resize(n);
    double log_sum = 0, log_gold = 0;
    for (uint32_t i = 0; i < n; ++i) {
      const float top = *std::max_element(scores[i].begin(), scores[i].begin() + kLabels);
      float total = 0;
      for (uint32_t l = 0; l < kLabels; ++l) {
        emissions_[i][l] = std::exp(scores[i][l] - top);
        float before = 0;
        if (i == 0)
          before = step[kLabels][l];
        else
          for (uint32_t p = 0; p < kLabels; ++p) before += forward_[i - 1][p] * step[p][l];
        forward_[i][l] = before * emissions_[i][l];
        total += forward_[i][l];
      }
      for (uint32_t l = 0; l < kLabels; ++l) forward_[i][l] /= total;
      log_sum += std::log(static_cast<double>(total)) + top;
      log_gold += scores[i][gold[i]] + transition(i == 0 ? kLabels : gold[i - 1], gold[i]);
    }
    for (auto& row : steps_) row.fill(0);
    LabelScores<float> backward{};
    backward.fill(1);
    for (uint32_t i = n; i-- > 0;) {
      float total = 0;
      for (uint32_t l = 0; l < kLabels; ++l) total += forward_[i][l] * backward[l];
      for (uint32_t l = 0; l < kLabels; ++l) marginals_[i][l] = forward_[i][l] * backward[l] / total;
      LabelScores<float> before{};
      float sum = 0;
      if (i == 0) {
        for (uint32_t l = 0; l < kLabels; ++l) steps_[kLabels][l] += marginals_[0][l];
      } else {
        float pairs = 0;
        std::array<LabelScores<float>, kColumns> joint{};
        for (uint32_t p = 0; p < kLabels; ++p)
          for (uint32_t l = 0; l < kLabels; ++l) {
            const float from = step[p][l] * emissions_[i][l] * backward[l];
            before[p] += from;
            joint[p][l] = forward_[i - 1][p] * from;
            pairs += joint[p][l];
          }
        for (uint32_t p = 0; p < kLabels; ++p) {
          sum += before[p];
          for (uint32_t l = 0; l < kLabels; ++l) steps_[p][l] += joint[p][l] / pairs;
        }
        for (uint32_t p = 0; p < kLabels; ++p) backward[p] = before[p] / sum;
      }
      steps_[i == 0 ? kLabels : gold[i - 1]][gold[i]] -= 1;
    }
    return log_sum - log_gold;
  }

  float rate_;
  std::vector<float> weights_, squares_;
  std::vector<LabelScores<float>> forward_, marginals_, emissions_;
  std::array<LabelScores<float>, kColumns> steps_{};
};

}  // namespace claimsift
