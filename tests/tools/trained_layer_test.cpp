// SPDX-License-Identifier: Apache-2.0
#include "tools/trained_layer.hpp"

#include <gtest/gtest.h>

namespace claimsift {
namespace {

constexpr size_t kRows = 7, kInputs = 16, kOutputs = 32;

std::vector<float> numbers(size_t size, uint64_t seed) {
  Chance chance(seed);
  std::vector<float> x(size);
  for (float& v : x) v = 2 * chance.uniform() - 1;
  return x;
}

TEST(TrainedLayer, AppliesItsWeightsToEachRow) {
  Chance chance(1);
  const TrainedLayer layer(kInputs, kOutputs, chance);
  const auto x = numbers(kRows * kInputs, 2);
  std::vector<float> y;
  layer.apply(x.data(), kInputs, kRows, y);
  ASSERT_EQ(y.size(), kRows * kOutputs);
  for (size_t t = 0; t < kRows; ++t)
    for (size_t o = 0; o < kOutputs; ++o) {
      double sum = layer.bias(o);
      for (size_t i = 0; i < kInputs; ++i) sum += x[t * kInputs + i] * layer.weight(i, o);
      EXPECT_NEAR(y[t * kOutputs + o], sum, 1e-5) << t << ' ' << o;
    }
}

TEST(TrainedLayer, CarriesBackTheGradientOfItsInputs) {
  Chance chance(1);
  const TrainedLayer layer(kInputs, kOutputs, chance);
  const auto d = numbers(kRows * kOutputs, 3);
  std::vector<float> dx(kRows * kInputs, 1);
  layer.add_back(d.data(), kRows, dx);
  for (size_t t = 0; t < kRows; ++t)
    for (size_t i = 0; i < kInputs; ++i) {
      double sum = 1;  // added to what was there
      for (size_t o = 0; o < kOutputs; ++o) sum += d[t * kOutputs + o] * layer.weight(i, o);
      EXPECT_NEAR(dx[t * kInputs + i], sum, 1e-5) << t << ' ' << i;
    }
}

TEST(TrainedLayer, LearnsALinearMap) {
  Chance chance(4);
  const TrainedLayer wanted(kInputs, kOutputs, chance);
  TrainedLayer layer(kInputs, kOutputs, chance);
  float error = 0;
  for (uint64_t step = 0; step < 800; ++step) {
    const auto x = numbers(kRows * kInputs, 10 + step);
    std::vector<float> y, gold, d;
    layer.apply(x.data(), kInputs, kRows, y);
    wanted.apply(x.data(), kInputs, kRows, gold);
    error = 0;
    for (size_t i = 0; i < y.size(); ++i) {
      d.push_back(y[i] - gold[i]);
      error += d.back() * d.back();
    }
    layer.learn(x.data(), kInputs, kRows, d.data());
    layer.step(0.01F * (1 - static_cast<float>(step) / 800), 1.F / kRows);
  }
  EXPECT_LT(error / (kRows * kOutputs), 1e-4F);
}

TEST(TrainedTable, AStepChangesOnlyRowsWithAGradient) {
  Chance chance(5);
  TrainedTable table(4, 3, 0.1F, chance);
  const std::vector<float> before(table.row(0), table.row(0) + 12);
  table.gradient(2)[1] = 1;
  table.step(0.01F, 1);
  table.step(0.01F, 1);  // nothing is left of the gradient
  for (size_t i = 0; i < 12; ++i)
    if (i == 7)
      EXPECT_NEAR(table.at(2, 1), before[7] - 0.01F, 1e-4F);
    else
      EXPECT_EQ(table.row(0)[i], before[i]) << i;
}

}  // namespace
}  // namespace claimsift
