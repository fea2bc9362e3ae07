// SPDX-License-Identifier: Apache-2.0
#include "tools/net_trainer.hpp"

#include <gtest/gtest.h>

namespace claimsift {
namespace {

struct Points {
  std::vector<std::vector<float>> inputs;
  std::vector<uint8_t> labels;
};

/// Class 1 where one of two coordinates is 1, which no linear model can tell.
Points exclusive_or() {
  Points points;
  for (int i = 0; i < 400; ++i) {
    const bool a = i & 1, b = i & 2;
    points.inputs.push_back({a ? 1.F : -1.F, b ? 1.F : -1.F});
    points.labels.push_back(a != b ? 1 : 0);
  }
  return points;
}

size_t best_class(const TrainedNet& net, const std::vector<float>& x, size_t hidden, size_t classes) {
  std::vector<float> on = net.hidden_bias, out = net.out_bias;
  for (size_t i = 0; i < x.size(); ++i)
    for (size_t h = 0; h < hidden; ++h) on[h] += x[i] * net.hidden[i * hidden + h];
  for (size_t h = 0; h < hidden; ++h)
    for (size_t k = 0; k < classes; ++k) out[k] += std::max(on[h], 0.F) * net.out[h * classes + k];
  return static_cast<size_t>(std::max_element(out.begin(), out.end()) - out.begin());
}

TEST(NetTrainerTest, LearnsWhatNoLinearModelCan) {
  const Points points = exclusive_or();
  const TrainedNet net = NetTrainer(2, 8, 2, 3).train(points.inputs, points.labels, 200, 0);
  for (size_t i = 0; i < 4; ++i) EXPECT_EQ(best_class(net, points.inputs[i], 8, 2), points.labels[i]) << i;
}

TEST(NetTrainerTest, TheSameSeedGivesTheSameWeights) {
  const Points points = exclusive_or();
  const auto hidden = [&](uint64_t seed) {
    return NetTrainer(2, 4, 2, seed).train(points.inputs, points.labels, 3, 0.1F).hidden;
  };
  EXPECT_EQ(hidden(1), hidden(1));
  EXPECT_NE(hidden(1), hidden(2));
}

TEST(NetTrainerTest, DecayKeepsWeightsSmall) {
  const Points points = exclusive_or();
  const auto size = [&](float decay) {
    float sum = 0;
    for (const float w : NetTrainer(2, 8, 2, 3).train(points.inputs, points.labels, 100, decay).hidden)
      sum += w * w;
    return sum;
  };
  EXPECT_LT(size(20), size(0) / 2);
}

}  // namespace
}  // namespace claimsift
