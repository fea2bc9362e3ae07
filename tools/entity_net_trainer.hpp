// SPDX-License-Identifier: Apache-2.0
// entity_net_trainer.hpp - trains the net of `entities` by stochastic gradient descent on the cross-entropy
// of labels, with dropout on the hidden layer (Srivastava et al., JMLR 2014). One thread; the same examples
// give the same weights.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <vector>

#include "stages/language/entity_net.hpp"
#include "tools/order.hpp"

namespace claimsift {

struct NetExample {
  EntityNetInput input;
  uint8_t label = 0;
};

class EntityNetTrainer {
 public:
  EntityNetTrainer() : w_(std::make_unique<Weights>()) {
    const auto fill = [&](auto& layer, float scale) {
      for (auto& row : layer) row = scale * (2 * uniform() - 1);
    };
    for (auto& window : w_->dense)
      for (auto& row : window) fill(row, 0.08F);
    for (auto& row : w_->sparse) fill(row, 0.05F);
    for (auto& row : w_->out) fill(row, 0.1F);
  }

  void train(const std::vector<NetExample>& examples, int epochs, float rate) {
    Order order(examples.size(), 5);
    const double steps = static_cast<double>(examples.size()) * epochs;
    double step = 0;
    for (int epoch = 0; epoch < epochs; ++epoch)
      for (const size_t k : order.next())
        learn(examples[k], rate * static_cast<float>(1 - step++ / steps) + 1e-4F);
  }

  void store(EntityNet& net) const {
    const auto quantise = [](float x, float scale, float most = 32000) {
      return static_cast<int16_t>(std::lround(std::max(-most, std::min(most, x * scale))));
    };
    constexpr float kOne = EntityNet::kOne;
    for (uint32_t p = 0; p < EntityNetInput::kWindow; ++p)
      for (uint32_t h = 0; h < kHidden; ++h)
        for (uint32_t d = 0; d < kDense; ++d)
          net.dense[p][d / 2][h][d % 2] = quantise(w_->dense[p][d][h], kOne);
    for (uint32_t r = 0; r < net.sparse.size(); ++r)
      for (uint32_t h = 0; h < kHidden; ++h) net.sparse[r][h] = quantise(w_->sparse[r][h], kOne);
    for (uint32_t l = 0; l < w_->out.size(); ++l)
      for (uint32_t h = 0; h < kHidden; ++h)
        net.out[h][l] = quantise(w_->out[l][h], kOne, EntityNet::kMostOut);
  }

 private:
  static constexpr uint32_t kHidden = EntityNet::kHidden, kDense = EntityNet::kDense;
  using Layer = std::array<float, kHidden>;
  struct Weights {
    std::array<std::array<Layer, kDense>, EntityNetInput::kWindow> dense{};
    std::array<Layer, 1u << EntityNet::kBits> sparse{};
    std::array<Layer, RoleWeights::kColumns> out{};
  };

  float uniform() {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<float>(state_ >> 40) / static_cast<float>(1 << 24);
  }

  void learn(const NetExample& example, float rate) {
    constexpr float kKeep = 0.7F;  // of the hidden units
    Layer hidden{}, on{}, error{};
    const EntityNetInput& in = example.input;
    for (uint32_t n = 0; n < in.size; ++n)
      for (uint32_t h = 0; h < kHidden; ++h) hidden[h] += w_->sparse[in.rows[n]][h];
    for (uint32_t p = 0; p < EntityNetInput::kWindow; ++p)
      if (in.vectors[p])
        for (uint32_t d = 0; d < kDense; ++d) {
          const float x = static_cast<float>((*in.vectors[p])[d]) / 128;
          for (uint32_t h = 0; h < kHidden; ++h) hidden[h] += x * w_->dense[p][d][h];
        }
    for (uint32_t h = 0; h < kHidden; ++h) on[h] = hidden[h] > 0 && uniform() < kKeep ? hidden[h] / kKeep : 0;
    std::array<float, kRoleLabels> p{};
    float top = -1e9F, total = 0;
    for (uint32_t l = 0; l < kRoleLabels; ++l) {
      for (uint32_t h = 0; h < kHidden; ++h) p[l] += w_->out[l][h] * on[h];
      top = std::max(top, p[l]);
    }
    for (float& x : p) total += x = std::exp(x - top);
    for (uint32_t l = 0; l < kRoleLabels; ++l) {
      const float g = p[l] / total - (l == example.label ? 1.F : 0.F);
      for (uint32_t h = 0; h < kHidden; ++h) {
        error[h] += g * w_->out[l][h];
        w_->out[l][h] -= rate * g * on[h];
      }
    }
    for (uint32_t h = 0; h < kHidden; ++h) error[h] = on[h] > 0 ? rate * error[h] / kKeep : 0;
    for (uint32_t n = 0; n < in.size; ++n)
      for (uint32_t h = 0; h < kHidden; ++h) w_->sparse[in.rows[n]][h] -= error[h];
    for (uint32_t q = 0; q < EntityNetInput::kWindow; ++q)
      if (in.vectors[q])
        for (uint32_t d = 0; d < kDense; ++d) {
          const float x = static_cast<float>((*in.vectors[q])[d]) / 128;
          for (uint32_t h = 0; h < kHidden; ++h) w_->dense[q][d][h] -= x * error[h];
        }
  }

  std::unique_ptr<Weights> w_;
  uint64_t state_ = 11;
};

}  // namespace claimsift
