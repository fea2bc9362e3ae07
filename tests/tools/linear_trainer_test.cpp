// SPDX-License-Identifier: Apache-2.0
#include "tools/linear_trainer.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace claimsift {
namespace {

/// Column 0 speaks for the label, column 2 against it, column 1 says nothing.
const std::vector<SparseRow> kRows = {{{0, 1}}, {{0, 1}, {1, 1}}, {{2, 1}}, {{1, 1}, {2, 1}}};

TEST(LinearTrainerTest, WeightsPointToTheLabel) {
  LinearTrainer trainer(kRows, 3);
  const LinearWeights w = trainer.fit({true, true, false, false}, 10);
  ASSERT_EQ(w.columns.size(), 3u);
  EXPECT_GT(w.columns[0], 1);
  EXPECT_LT(w.columns[2], -1);
  EXPECT_NEAR(w.columns[1], 0, 1e-3);
}

TEST(LinearTrainerTest, TheSignDoesNotHangOnTheFirstLabel) {
  LinearTrainer trainer(kRows, 3);
  const LinearWeights w = trainer.fit({false, false, true, true}, 10);
  EXPECT_LT(w.columns[0], -1);
  EXPECT_GT(w.columns[2], 1);
}

TEST(LinearTrainerTest, TheBiasIsTheShareOfTheLabel) {
  const std::vector<SparseRow> rows(100);
  std::vector<bool> labels(100);
  for (size_t i = 0; i < 25; ++i) labels[i] = true;
  const LinearWeights w = LinearTrainer(rows, 1).fit(labels, 100);
  EXPECT_NEAR(1 / (1 + std::exp(-w.bias)), 0.25, 0.01);
  EXPECT_EQ(w.columns[0], 0);
}

TEST(LinearTrainerTest, ACostThatIsNoneIsRefused) {
  EXPECT_THROW(LinearTrainer(kRows, 3).fit({true, true, false, false}, 0), std::runtime_error);
}

}  // namespace
}  // namespace claimsift
