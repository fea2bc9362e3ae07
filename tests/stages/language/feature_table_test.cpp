// SPDX-License-Identifier: Apache-2.0
#include "stages/language/feature_table.hpp"

#include <gtest/gtest.h>

#include <memory>

#include "stages/language/word_clusters.hpp"

namespace claimsift {
namespace {

using Small = FeatureTable<4, 6>;

TEST(FeatureTable, AddsListsAndDenseRowsOfTheRightFeatures) {
  const auto table = std::make_unique<Small>();
  const uint32_t listed = 0x12345678, dense = 0x9ABCDEF1, unknown = 0x55556678;  // unknown: the row of listed
  Small::List& list = table->lists[Small::list_row(listed, 0)];
  list.check = Small::list_check(listed);
  list.entries[0] = {5, 100};
  list.entries[1] = {63, -20};
  Small::Dense& row = table->dense[Small::dense_row(dense)];
  row[0] = static_cast<int8_t>(Small::dense_check(dense));
  row[1] = static_cast<int8_t>(Small::dense_check(dense) >> 8);
  row[5] = 7;
  row[6] = -7;
  ASSERT_EQ(Small::list_row(unknown, 0), Small::list_row(listed, 0));
  Small::Scores scores;
  table->sum(std::array{listed, dense, unknown}, scores);
  EXPECT_EQ(scores[5], 107);
  EXPECT_EQ(scores[6], -7);
  EXPECT_EQ(scores[63], -20);
  EXPECT_EQ(best_class(scores, Small::kFirst), 5u);
}

TEST(FeatureTable, FollowsAListThatGoesOnBesideItsPlace) {
  const auto table = std::make_unique<Small>();
  const uint32_t key = 0xCAFE0123;
  Small::List& first = table->lists[Small::list_row(key, 0)];
  first.check = Small::list_check(key) | 1;
  first.entries = {{{2, 1}, {3, 1}, {4, 1}}};
  Small::List& second = table->lists[Small::list_row(key, 1) ^ 1];
  second.check = Small::list_check(key);
  second.entries[0] = {9, 3};
  Small::Scores scores;
  table->sum(std::array{key}, scores);
  EXPECT_EQ(scores[4], 1);
  EXPECT_EQ(scores[9], 3);
}

TEST(FeatureTable, TheFirstOfEqualClassesIsBest) {
  EXPECT_EQ(best_class(std::array<int16_t, 5>{9, 1, 4, 4, 2}, 1), 2u);
}

TEST(WordClusters, FindsWhatWasAdded) {
  const auto clusters = std::make_unique<WordClusters>();
  clusters->add(0x12300007, {255, 4095});
  clusters->add(0x45600007, {1, 2});
  EXPECT_EQ(clusters->find(0x12300007).fine, 4095u);
  EXPECT_EQ(clusters->find(0x45600007).coarse, 1u);
  EXPECT_EQ(clusters->find(0x78900007).coarse, 0u);
}

}  // namespace
}  // namespace claimsift
