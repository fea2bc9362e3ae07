// SPDX-License-Identifier: Apache-2.0
// linear_trainer.hpp - regularised logistic regression by LIBLINEAR (Fan et al., JMLR 2008): L2 by the trust
// region method for the primal problem, L1, which leaves most weights 0, by coordinate descent in an order
// that rand() gives. Deterministic where nothing else in the program draws from rand().
#pragma once

#include <linear.h>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <vector>

namespace claimsift {

/// One example's features: pairs of column (from 0) and value, ascending by column.
using SparseRow = std::vector<std::pair<uint32_t, double>>;

enum class Penalty : uint8_t { l1, l2 };

struct LinearWeights {
  std::vector<double> columns;
  double bias = 0;
};

/// The examples in LIBLINEAR's form, for several fits; one label set at a time.
class LinearTrainer {
 public:
  LinearTrainer(const std::vector<SparseRow>& rows, uint32_t columns) : columns_(columns) {
    const int bias = static_cast<int>(columns) + 1;
    for (const SparseRow& row : rows) {
      std::vector<feature_node>& nodes = nodes_.emplace_back();
      nodes.reserve(row.size() + 2);
      for (const auto& [column, value] : row) nodes.push_back({static_cast<int>(column) + 1, value});
      nodes.push_back({bias, 1});
      nodes.push_back({-1, 0});
    }
    for (std::vector<feature_node>& nodes : nodes_) starts_.push_back(nodes.data());
  }

  /// `cost` is the weight of the examples against the regulariser (C).
  LinearWeights fit(const std::vector<bool>& labels, double cost, Penalty penalty = Penalty::l2) {
    std::vector<double> y;
    y.reserve(labels.size());
    for (const bool label : labels) y.push_back(label ? 1 : -1);
    problem examples{static_cast<int>(nodes_.size()), static_cast<int>(columns_) + 1, y.data(),
                     starts_.data(), 1};
    parameter how{};
    how.solver_type = penalty == Penalty::l2 ? L2R_LR : L1R_LR;
    how.eps = 1e-3;
    how.C = cost;
    if (const char* wrong = check_parameter(&examples, &how)) throw std::runtime_error(wrong);
    set_print_string_function([](const char*) {});
    const std::unique_ptr<model, void (*)(model*)> fitted(train(&examples, &how),
                                                          [](model* m) { free_and_destroy_model(&m); });
    const double sign = fitted->label[0] == 1 ? 1 : -1;
    LinearWeights weights;
    for (uint32_t c = 0; c < columns_; ++c) weights.columns.push_back(sign * fitted->w[c]);
    weights.bias = sign * fitted->w[columns_];
    return weights;
  }

 private:
  uint32_t columns_;
  std::vector<std::vector<feature_node>> nodes_;
  std::vector<feature_node*> starts_;
};

}  // namespace claimsift
