// SPDX-License-Identifier: Apache-2.0
#include "pipeline/dag.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace claimsift {
namespace {

using Rows = std::vector<uint32_t>;

TEST(Dag, KeepsTheGivenOrderWhereEdgesAllowIt) {
  EXPECT_EQ(stable_order(4, {}), (Rows{0, 1, 2, 3}));
  EXPECT_EQ(stable_order(4, {{3, 0}}), (Rows{1, 2, 3, 0}));
  EXPECT_EQ(stable_order(4, {{2, 1}, {1, 0}, {2, 1}}), (Rows{2, 1, 0, 3}));
}

TEST(Dag, LeavesOutWhatWaitsForever) { EXPECT_EQ(stable_order(3, {{1, 2}, {2, 1}}), Rows{0}); }

TEST(Dag, OrderDoesNotDependOnTheOrderOfEdges) {
  Edges edges = {{5, 2}, {4, 1}, {2, 0}, {5, 3}, {3, 1}};
  const Rows order = stable_order(6, edges);
  std::mt19937 random(7);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(edges.begin(), edges.end(), random);
    EXPECT_EQ(stable_order(6, edges), order);
  }
  for (const auto& [from, to] : edges)
    EXPECT_LT(std::find(order.begin(), order.end(), from), std::find(order.begin(), order.end(), to));
}

TEST(Dag, FindsTheShortestCycleOfEachKnot) {
  EXPECT_TRUE(shortest_cycles(3, {{0, 1}, {1, 2}, {0, 2}}).empty());
  // 1 -> 2 -> 3 -> 1 with the short way 1 -> 3, and 4 <-> 5 apart.
  EXPECT_EQ(shortest_cycles(6, {{0, 1}, {1, 2}, {2, 3}, {3, 1}, {1, 3}, {5, 4}, {4, 5}}),
            (std::vector<Rows>{{1, 3}, {4, 5}}));
}

TEST(Dag, FindsARowThatWaitsForItself) { EXPECT_EQ(shortest_cycles(2, {{1, 1}}), std::vector<Rows>{{1}}); }

TEST(Dag, MarksWhatReachesTargets) {
  const Edges edges = {{0, 1}, {1, 2}, {3, 4}};
  EXPECT_EQ(rows_reaching(5, edges, {2}), (std::vector<bool>{true, true, true, false, false}));
  EXPECT_EQ(rows_reaching(5, edges, {1, 4}), (std::vector<bool>{true, true, false, true, true}));
  EXPECT_EQ(rows_reaching(5, edges, {}), std::vector<bool>(5, false));
}

TEST(Dag, MarksWhatIsReached) {
  EXPECT_EQ(rows_reached_from(4, {{0, 1}, {1, 2}, {3, 1}}, 1), (std::vector<bool>{false, true, true, false}));
}

TEST(Dag, DropsEdgesThatLongerPathsImply) {
  EXPECT_EQ(transitive_reduction(4, {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {0, 3}, {1, 3}}),
            (Edges{{0, 1}, {1, 2}, {2, 3}}));
  EXPECT_EQ(transitive_reduction(4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}}),
            (Edges{{0, 1}, {0, 2}, {1, 3}, {2, 3}}));
  EXPECT_EQ(transitive_reduction(3, {{2, 0}, {2, 0}, {0, 1}, {2, 1}}), (Edges{{0, 1}, {2, 0}}));
}

TEST(Dag, ReductionKeepsWhatIsReachedAndNoEdgeTooMany) {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    const auto rows = static_cast<uint32_t>(2 + random() % 9);
    Rows order(rows);
    for (uint32_t row = 0; row < rows; ++row) order[row] = row;
    std::shuffle(order.begin(), order.end(), random);
    Edges edges;
    for (uint32_t i = 0; i < rows; ++i)
      for (uint32_t j = i + 1; j < rows; ++j)
        if (random() % 3 == 0) edges.emplace_back(order[i], order[j]);
    const Edges reduced = transitive_reduction(rows, edges);
    for (uint32_t row = 0; row < rows; ++row)
      EXPECT_EQ(rows_reached_from(rows, reduced, row), rows_reached_from(rows, edges, row));
    for (size_t i = 0; i < reduced.size(); ++i) {
      EXPECT_NE(std::find(edges.begin(), edges.end(), reduced[i]), edges.end());
      Edges fewer = reduced;
      fewer.erase(fewer.begin() + static_cast<ptrdiff_t>(i));
      EXPECT_FALSE(rows_reached_from(rows, fewer, reduced[i].first)[reduced[i].second]);
    }
  }
}

TEST(Dag, HandlesGraphsWithoutRows) {
  EXPECT_TRUE(stable_order(0, {}).empty());
  EXPECT_TRUE(transitive_reduction(0, {}).empty());
  EXPECT_TRUE(shortest_cycles(0, {}).empty());
  EXPECT_TRUE(rows_reaching(0, {}, {}).empty());
}

}  // namespace
}  // namespace claimsift
