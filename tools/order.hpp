// SPDX-License-Identifier: Apache-2.0
// order.hpp - the fixed shuffle of the examples that trainers learn from. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace claimsift {

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
