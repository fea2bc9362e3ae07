// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/claim_clusters.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace claimsift {
namespace {

/// A key of these stems, with one value.
ClaimKey key(std::vector<uint32_t> stems, uint64_t value = 0) {
  ClaimKey k;
  k.stems = std::move(stems);
  if (value) k.values = {value};
  return k;
}

TEST(ClusterIndex, AClaimWithoutAnEarlierOneIsItsOwnCluster) {
  ClusterIndex index;
  EXPECT_EQ(index.add(7, key({1, 2, 3, 4, 5})), 7u);
  EXPECT_EQ(index.add(8, key({11, 12, 13, 14, 15})), 8u);
}

TEST(ClusterIndex, TheEarliestThatIsRepeatedCounts) {
  ClusterIndex index;
  index.add(1, key({1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(index.add(2, key({1, 2, 3, 4, 5, 6, 7})), 1u);
  EXPECT_EQ(index.add(3, key({1, 2, 3, 4, 5, 6})), 1u);
  EXPECT_EQ(index.add(4, key({1, 2, 3, 4, 5, 6}, 99)), 4u) << "another value";
  EXPECT_EQ(index.add(5, key({1, 2, 3, 4, 5, 6}, 99)), 4u);
}

TEST(ClusterIndex, ClaimsOfNumbersAloneStayApart) {
  ClusterIndex index;
  index.add(1, key({}, 5));
  EXPECT_EQ(index.add(2, key({}, 5)), 2u);
  EXPECT_EQ(index.size(), 0u);
}

TEST(ClusterIndex, BoilerplateIsStoredOnce) {
  ClusterIndex index;
  for (uint64_t id = 1; id <= 1000; ++id) EXPECT_EQ(index.add(id, key({1, 2, 3, 4})), 1u);
  EXPECT_EQ(index.size(), 1u);
}

TEST(ClusterIndex, ManyThatDifferInANumberAloneCostLinearTimeAndFindTheirRepeats) {
  ClusterIndex index;
  for (uint64_t id = 1; id <= 3'000; ++id) EXPECT_EQ(index.add(id, key({1, 2, 3, 4, 5}, id)), id);
  EXPECT_EQ(index.add(90'000, key({1, 2, 3, 4, 5}, 7)), 7u);
  EXPECT_EQ(index.add(90'001, key({1, 2, 3, 4, 5}, 2'900)), 2'900u) << "beyond what a band keeps";
}

TEST(ClusterIndex, FindsAmongMany) {
  ClusterIndex index;
  for (uint32_t id = 1; id <= 5000; ++id)
    index.add(id, key({id * 10, id * 10 + 1, id * 10 + 2, id * 10 + 3, id * 10 + 4}));
  EXPECT_EQ(index.add(9000, key({4321 * 10, 4321 * 10 + 1, 4321 * 10 + 2, 4321 * 10 + 3, 4321 * 10 + 4})),
            4321u);
}

TEST(ClusterIndex, GoesOnFromASavedState) {
  ClusterIndex before;
  before.add(1, key({1, 2, 3, 4, 5}));
  before.add(2, key({21, 22, 23, 24, 25}, 3));
  ClusterIndex after;
  after.load(before.save());
  EXPECT_EQ(after.save(), before.save());
  EXPECT_EQ(after.add(3, key({21, 22, 23, 24, 25}, 3)), 2u);
}

TEST(ClusterIndex, RefusesAStateThatIsNone) {
  ClusterIndex index;
  index.add(1, key({1, 2, 3, 4, 5}));
  EXPECT_THROW(ClusterIndex().load("nonsense"), std::runtime_error);
  std::string state = index.save();
  state.resize(state.size() - 3);
  EXPECT_THROW(ClusterIndex().load(state), std::runtime_error);
}

}  // namespace
}  // namespace claimsift
