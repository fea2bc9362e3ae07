// SPDX-License-Identifier: Apache-2.0
// net_trainer.hpp - trains a net of one hidden layer (rectified) with a softmax over classes by Adam (Kingma
// and Ba, ICLR 2015) on mini-batches, with weight decay. For nets of a few thousand weights: one thread,
// plain loops; the same examples and seed give the same weights.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace claimsift {

/// Weights as flat arrays: hidden[input * n_hidden + h], out[h * n_classes + k].
struct TrainedNet {
  std::vector<float> hidden, hidden_bias, out, out_bias;
};

class NetTrainer {
 public:
  NetTrainer(size_t inputs, size_t hidden, size_t classes, uint64_t seed)
      : inputs_(inputs), hidden_(hidden), classes_(classes), state_(seed * 2 + 1) {
    fill(net_.hidden, inputs * hidden, std::sqrt(6.F / static_cast<float>(inputs + hidden)));
    fill(net_.hidden_bias, hidden, 0);
    fill(net_.out, hidden * classes, std::sqrt(6.F / static_cast<float>(hidden + classes)));
    fill(net_.out_bias, classes, 0);
  }

  /// `examples[i]` holds `inputs` values, `labels[i]` its class. `decay` is L2, by batch as in Adam's paper.
  TrainedNet train(const std::vector<std::vector<float>>& examples, const std::vector<uint8_t>& labels,
                   int epochs, float decay) {
    constexpr size_t kBatch = 64;
    std::vector<uint32_t> order(examples.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int epoch = 0; epoch < epochs; ++epoch) {
      for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      for (size_t from = 0; from < order.size(); from += kBatch) {
        const size_t size = std::min(kBatch, order.size() - from);
        clear();
        for (size_t i = 0; i < size; ++i) back_propagate(examples[order[from + i]], labels[order[from + i]]);
        step(static_cast<float>(size), decay);
      }
    }
    return net_;
  }

 private:
  /// A layer's gradient and Adam's two running means.
  struct Moments {
    std::vector<float> gradient, first, second;
  };

  uint32_t random() {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<uint32_t>(state_ >> 33);
  }
  void fill(std::vector<float>& weights, size_t size, float scale) {
    weights.resize(size);
    for (float& w : weights)
      w = scale * (2 * static_cast<float>(random() >> 7) / static_cast<float>(1 << 24) - 1);
  }
  void clear() {
    for (auto& [weights, moments] : layers()) moments->gradient.assign(weights->size(), 0);
  }
  std::array<std::pair<std::vector<float>*, Moments*>, 4> layers() {
    return {{{&net_.hidden, &hidden_moments_},
             {&net_.hidden_bias, &hidden_bias_moments_},
             {&net_.out, &out_moments_},
             {&net_.out_bias, &out_bias_moments_}}};
  }

  void back_propagate(const std::vector<float>& x, uint8_t label) {
    std::vector<float>& on = scratch_on_;
    on = net_.hidden_bias;
    for (size_t i = 0; i < inputs_; ++i)
      for (size_t h = 0; h < hidden_; ++h) on[h] += x[i] * net_.hidden[i * hidden_ + h];
    for (float& a : on) a = std::max(a, 0.F);
    std::vector<float>& p = scratch_p_;
    p = net_.out_bias;
    for (size_t h = 0; h < hidden_; ++h)
      for (size_t k = 0; k < classes_; ++k) p[k] += on[h] * net_.out[h * classes_ + k];
    const float top = *std::max_element(p.begin(), p.end());
    float total = 0;
    for (float& a : p) total += a = std::exp(a - top);
    std::vector<float>& error = scratch_error_;
    error.assign(hidden_, 0);
    for (size_t k = 0; k < classes_; ++k) {
      const float g = p[k] / total - (k == label ? 1.F : 0.F);
      out_bias_moments_.gradient[k] += g;
      for (size_t h = 0; h < hidden_; ++h) {
        error[h] += g * net_.out[h * classes_ + k];
        out_moments_.gradient[h * classes_ + k] += g * on[h];
      }
    }
    for (size_t h = 0; h < hidden_; ++h)
      if (on[h] <= 0) error[h] = 0;
    for (size_t h = 0; h < hidden_; ++h) hidden_bias_moments_.gradient[h] += error[h];
    for (size_t i = 0; i < inputs_; ++i)
      for (size_t h = 0; h < hidden_; ++h) hidden_moments_.gradient[i * hidden_ + h] += x[i] * error[h];
  }

  void step(float batch, float decay) {
    constexpr float kRate = 1e-3F, kFirst = 0.9F, kSecond = 0.999F;
    ++steps_;
    const float rate = kRate * std::sqrt(1 - std::pow(kSecond, static_cast<float>(steps_))) /
                       (1 - std::pow(kFirst, static_cast<float>(steps_)));
    for (auto& [weights, m] : layers()) {
      m->first.resize(weights->size());
      m->second.resize(weights->size());
      const bool decays = weights == &net_.hidden || weights == &net_.out;
      for (size_t i = 0; i < weights->size(); ++i) {
        float& w = (*weights)[i];
        const float g = (m->gradient[i] + (decays ? decay * w : 0)) / batch;
        m->first[i] = kFirst * m->first[i] + (1 - kFirst) * g;
        m->second[i] = kSecond * m->second[i] + (1 - kSecond) * g * g;
        w -= rate * m->first[i] / (std::sqrt(m->second[i]) + 1e-8F);
      }
    }
  }

  size_t inputs_, hidden_, classes_;
  uint64_t state_;
  TrainedNet net_;
  Moments hidden_moments_, hidden_bias_moments_, out_moments_, out_bias_moments_;
  std::vector<float> scratch_on_, scratch_p_, scratch_error_;
  int steps_ = 0;
};

}  // namespace claimsift
