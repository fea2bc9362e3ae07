// SPDX-License-Identifier: Apache-2.0
#include "pipeline/metrics.hpp"

#include <gtest/gtest.h>

namespace claimsift {
namespace {

TEST(StageCounters, PercentilesAreWithinABucketOfTheTruth) {
  StageCounters counters;
  for (uint64_t i = 1; i <= 1000; ++i) counters.count(i * 1000);
  EXPECT_EQ(counters.documents, 1000u);
  EXPECT_EQ(counters.nanoseconds, 500500000u);
  for (const double share : {0.5, 0.9, 0.99}) {
    const double truth = share * 1e6;
    EXPECT_GE(counters.percentile(share), truth * 0.99);
    EXPECT_LE(counters.percentile(share), truth * 1.5);
  }
}

TEST(StageCounters, TakeAnyTime) {
  StageCounters counters;
  counters.count(0);
  counters.count(UINT64_MAX);
  EXPECT_GT(counters.percentile(1), 1e9);
}

TEST(StageCounters, AddUp) {
  StageCounters a, b;
  a.count(100);
  b.count(300);
  b.rows = 5;
  a.add(b);
  EXPECT_EQ(a.documents, 2u);
  EXPECT_EQ(a.rows, 5u);
  EXPECT_EQ(a.nanoseconds, 400u);
  EXPECT_GT(a.percentile(1), a.percentile(0.5));
}

TEST(StageCounters, OfNothingHaveNoPercentile) { EXPECT_EQ(StageCounters().percentile(0.5), 0); }

}  // namespace
}  // namespace claimsift
