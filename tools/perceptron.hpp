// SPDX-License-Identifier: Apache-2.0
// perceptron.hpp - an averaged structured perceptron over hashed features (Collins, EMNLP 2002) for the
// trainers of sequence models, and the fixed shuffle of their examples. One thread.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "stages/quotations/role_viterbi.hpp"

namespace claimsift {

constexpr double kLargest = 8000;  // the largest quantised weight
constexpr uint64_t kSeeds = 5;     // orders of the examples whose results are averaged

/// An averaged structured perceptron over labels of role_viterbi: average = weight - sum / steps.
class Perceptron {
 public:
  explicit Perceptron(uint32_t bits)
      : features_((size_t{RoleWeights::kColumns} << bits) + kTransitions), sums_(features_.size()) {}

  void add(uint32_t row, LabelScores<int32_t>& scores) const {
    for (uint32_t l = 0; l < RoleWeights::kColumns; ++l)
      scores[l] += features_[kTransitions + row * RoleWeights::kColumns + l];
  }
  int32_t transition(uint32_t previous, uint32_t label) const {
    return features_[previous * RoleWeights::kColumns + label];
  }

  /// Learns from one sequence; `rows(i)` are the features of its i-th label. The number of wrong labels.
  template <class Rows>
  size_t learn(const std::vector<uint8_t>& gold, const std::vector<uint8_t>& labels, Rows&& rows) {
    ++step_;
    size_t wrong = 0;
    uint32_t gold_before = kRoleLabels, before = kRoleLabels;
    for (uint32_t i = 0; i < gold.size(); ++i) {
      if (gold[i] != labels[i]) {
        ++wrong;
        for (const uint32_t row : rows(i)) {
          change(kTransitions + row * RoleWeights::kColumns + gold[i], 1);
          change(kTransitions + row * RoleWeights::kColumns + labels[i], -1);
        }
      }
      if (gold[i] != labels[i] || gold_before != before) {
        change(gold_before * RoleWeights::kColumns + gold[i], 1);
        change(before * RoleWeights::kColumns + labels[i], -1);
      }
      gold_before = gold[i];
      before = labels[i];
    }
    return wrong;
  }

  /// Adds the averages to a sum over several perceptrons of the same size.
  void add_to(std::vector<double>& sum) const {
    sum.resize(features_.size());
    for (size_t i = 0; i < features_.size(); ++i)
      sum[i] += features_[i] - static_cast<double>(sums_[i]) / static_cast<double>(step_ + 1);
  }

  /// A sum of averages as 16-bit weights.
  template <class Weights> static void store(const std::vector<double>& sum, Weights& weights) {
    double largest = 1e-9;
    for (const double w : sum) largest = std::max(largest, std::abs(w));
    const double scale = kLargest / largest;
    const auto fill = [&](auto& rows, size_t from) {
      for (auto& row : rows)
        for (auto& weight : row) weight = static_cast<int16_t>(std::lround(sum[from++] * scale));
    };
    fill(weights.transitions, 0);
    fill(weights.features, kTransitions);
  }

 private:
  static constexpr size_t kTransitions = size_t{RoleWeights::kColumns} * RoleWeights::kColumns;

  void change(size_t i, int32_t d) {
    features_[i] += d;
    sums_[i] += d * step_;
  }

  std::vector<int32_t> features_;
  std::vector<int64_t> sums_;
  int64_t step_ = 0;
};

/// A fixed shuffle of 0..n-1 for each pass.
class Order {
 public:
  Order(size_t n, uint64_t seed) : order_(n), state_(42 + seed) {
    for (size_t i = 0; i < n; ++i) order_[i] = i;
  }
  const std::vector<size_t>& next() {
    for (size_t i = order_.size(); i > 1; --i) {
      state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
      std::swap(order_[i - 1], order_[(state_ >> 33) % i]);
    }
    return order_;
  }

 private:
  std::vector<size_t> order_;
  uint64_t state_;
};

}  // namespace claimsift
