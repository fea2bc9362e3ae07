// SPDX-License-Identifier: Apache-2.0
// trained_layer.hpp - matrices of weights with their gradients, trained by Adam (Kingma and Ba, ICLR 2015),
// and the products that nets are made of. Sums are taken in one order whatever the vector instructions, so
// the same examples give the same weights. One thread.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace claimsift {

/// Numbers from a seed.
class Chance {
 public:
  explicit Chance(uint64_t seed) : state_(seed * 77 + 5) {}
  uint32_t next() {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<uint32_t>(state_ >> 33);
  }
  /// From 0 to less than 1.
  float uniform() { return static_cast<float>(next() >> 7) / static_cast<float>(1 << 24); }

 private:
  uint64_t state_;
};

/// y += x * w for `count` rows of x (`stride` apart) and y; w has a row of `outputs` for each input.
#if defined(__x86_64__)
[[gnu::target_clones("avx2", "default")]]
#endif
inline void
add_product(const float* x, size_t stride, size_t count, size_t inputs, const float* w, size_t outputs,
            float* y) {
  constexpr size_t kBlock = 16, kRows = 4;
  for (size_t from = 0; from < outputs; from += kBlock)
    for (size_t t = 0; t < count; t += kRows) {
      float sums[kRows][kBlock] = {};
      const float* rows[kRows];  // beyond the last row the last again, whose sums are not used
      for (size_t r = 0; r < kRows; ++r) rows[r] = x + std::min(t + r, count - 1) * stride;
      for (size_t i = 0; i < inputs; ++i)
        for (size_t r = 0; r < kRows; ++r)
          for (size_t k = 0; k < kBlock; ++k) sums[r][k] += rows[r][i] * w[i * outputs + from + k];
      for (size_t r = 0; r < kRows && t + r < count; ++r)
        for (size_t k = 0; k < kBlock; ++k) y[(t + r) * outputs + from + k] += sums[r][k];
    }
}

/// gradient += transposed(x) * d, the gradient of w above where d is that of y.
#if defined(__x86_64__)
[[gnu::target_clones("avx2", "default")]]
#endif
inline void
add_outer_product(const float* x, size_t stride, size_t count, size_t inputs, const float* d, size_t outputs,
                  float* gradient) {
  size_t t = 0;
  for (; t + 4 <= count; t += 4)
    for (size_t i = 0; i < inputs; ++i) {
      const float a = x[t * stride + i], b = x[(t + 1) * stride + i], c = x[(t + 2) * stride + i],
                  e = x[(t + 3) * stride + i];
      const float* const from = d + t * outputs;
      float* const to = gradient + i * outputs;
      for (size_t h = 0; h < outputs; ++h)
        to[h] += a * from[h] + b * from[outputs + h] + c * from[2 * outputs + h] + e * from[3 * outputs + h];
    }
  for (; t < count; ++t)
    for (size_t i = 0; i < inputs; ++i)
      for (size_t h = 0; h < outputs; ++h)
        gradient[i * outputs + h] += x[t * stride + i] * d[t * outputs + h];
}

/// One step of Adam for `size` weights, with the sum of gradients of some examples, which is cleared.
#if defined(__x86_64__)
[[gnu::target_clones("avx2", "default")]]
#endif
inline void
adam_step(size_t size, float rate, float share, float* weights, float* gradient, float* mean, float* square) {
  constexpr float kMean = 0.9F, kSquare = 0.99F;
  for (size_t i = 0; i < size; ++i) {
    const float g = gradient[i] * share;
    mean[i] = kMean * mean[i] + (1 - kMean) * g;
    square[i] = kSquare * square[i] + (1 - kSquare) * g * g;
    weights[i] -= rate * mean[i] / (std::sqrt(square[i]) + 1e-8F);
    gradient[i] = 0;
  }
}

/// A matrix; all of its rows are changed in each step.
class TrainedMatrix {
 public:
  TrainedMatrix(size_t rows, size_t width, float most, Chance& chance)
      : rows_(rows),
        width_(width),
        weights_(rows * width),
        gradient_(rows * width),
        mean_(gradient_),
        square_(gradient_) {
    for (float& w : weights_) w = most * (2 * chance.uniform() - 1);
  }

  size_t rows() const { return rows_; }
  size_t width() const { return width_; }
  const float* row(size_t i) const { return &weights_[i * width_]; }
  float at(size_t i, size_t k) const { return weights_[i * width_ + k]; }
  float* gradient(size_t i) { return &gradient_[i * width_]; }

  void step(float rate, float share) { step_rows(0, rows_, rate, share); }

 protected:
  void step_rows(size_t from, size_t count, float rate, float share) {
    const size_t at = from * width_;
    adam_step(count * width_, rate, share, &weights_[at], &gradient_[at], &mean_[at], &square_[at]);
  }

 private:
  size_t rows_, width_;
  std::vector<float> weights_, gradient_, mean_, square_;
};

/// A table of which few rows are used at a time: a step changes those that have a gradient.
class TrainedTable : public TrainedMatrix {
 public:
  TrainedTable(size_t rows, size_t width, float most, Chance& chance)
      : TrainedMatrix(rows, width, most, chance), used_(rows, 0) {}

  float* gradient(size_t i) {
    if (!used_[i]) changed_.push_back(i);
    used_[i] = 1;
    return TrainedMatrix::gradient(i);
  }
  void step(float rate, float share) {
    for (const size_t i : changed_) {
      step_rows(i, 1, rate, share);
      used_[i] = 0;
    }
    changed_.clear();
  }

 private:
  std::vector<uint8_t> used_;
  std::vector<size_t> changed_;
};

/// y = bias + x * weights.
class TrainedLayer {
 public:
  TrainedLayer(size_t inputs, size_t outputs, Chance& chance)
      : weights_(inputs, outputs, std::sqrt(6.F / static_cast<float>(inputs + std::min(inputs, outputs))),
                 chance),
        bias_(1, outputs, 0, chance),
        transposed_(inputs * outputs) {
    transpose();
  }

  size_t inputs() const { return weights_.rows(); }
  size_t outputs() const { return weights_.width(); }
  float weight(size_t input, size_t output) const { return weights_.at(input, output); }
  float bias(size_t output) const { return bias_.at(0, output); }

  void apply(const float* x, size_t stride, size_t count, std::vector<float>& y) const {
    y.resize(count * outputs());
    for (size_t t = 0; t < count; ++t) std::copy_n(bias_.row(0), outputs(), &y[t * outputs()]);
    add_product(x, stride, count, inputs(), weights_.row(0), outputs(), y.data());
  }
  /// Takes the gradient of y.
  void learn(const float* x, size_t stride, size_t count, const float* d) {
    float* const bias = bias_.gradient(0);
    for (size_t t = 0; t < count; ++t)
      for (size_t h = 0; h < outputs(); ++h) bias[h] += d[t * outputs() + h];
    add_outer_product(x, stride, count, inputs(), d, outputs(), weights_.gradient(0));
  }
  /// Adds to the gradient of x, for an even number of inputs in blocks of 16.
  void add_back(const float* d, size_t count, std::vector<float>& dx) const {
    add_product(d, outputs(), count, outputs(), transposed_.data(), inputs(), dx.data());
  }
  void step(float rate, float share) {
    weights_.step(rate, share);
    bias_.step(rate, share);
    transpose();
  }

 private:
  void transpose() {
    for (size_t i = 0; i < inputs(); ++i)
      for (size_t h = 0; h < outputs(); ++h) transposed_[h * inputs() + i] = weights_.at(i, h);
  }

  TrainedMatrix weights_, bias_;
  std::vector<float> transposed_;
};

}  // namespace claimsift
