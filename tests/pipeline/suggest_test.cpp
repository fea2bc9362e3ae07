// SPDX-License-Identifier: Apache-2.0
#include "pipeline/suggest.hpp"

#include <gtest/gtest.h>

namespace claimsift {
namespace {

const std::vector<std::string> kStages = {"attribution", "claims",    "quantities",
                                          "quotes",      "read_text", "tokens"};

TEST(Suggest, CountsEdits) {
  EXPECT_EQ(edit_distance("quotes", "quotes"), 0u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("abc", ""), 3u);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3u);
}

TEST(Suggest, CountsASwapOfNeighboursAsOneEdit) { EXPECT_EQ(edit_distance("qoutes", "quotes"), 1u); }

TEST(Suggest, TakesCaseAndDashesAsNoEdits) { EXPECT_EQ(edit_distance("Read-Text", "read_text"), 0u); }

TEST(Suggest, FindsTheNearestWord) {
  EXPECT_EQ(nearest("qoutes", kStages), "quotes");
  EXPECT_EQ(nearest("quantity", kStages), "quantities");
  EXPECT_EQ(nearest("clams", kStages), "claims");
  EXPECT_EQ(nearest("Tokens", kStages), "tokens");
}

TEST(Suggest, FindsNothingWhereNothingIsNear) {
  EXPECT_EQ(nearest("parquet", kStages), "");
  EXPECT_EQ(nearest("", kStages), "");
  EXPECT_EQ(nearest("x", {"y"}), "") << "a word that shares no letter is no typing error";
  EXPECT_EQ(nearest("tokens", {}), "");
  EXPECT_EQ(nearest(std::string(1000, 'a'), {std::string(1000, 'a') + 'b'}), "");
}

TEST(Suggest, PrefersTheFirstOfEquallyNearWords) { EXPECT_EQ(nearest("cat", {"bat", "hat"}), "bat"); }

TEST(Suggest, WordsTheQuestion) {
  EXPECT_EQ(did_you_mean("qoutes", kStages), "; did you mean `quotes`?");
  EXPECT_EQ(did_you_mean("parquet", kStages), "");
}

TEST(Suggest, ListsWords) {
  EXPECT_EQ(one_of({"a"}), "`a`");
  EXPECT_EQ(one_of({"a", "b"}), "`a` or `b`");
  EXPECT_EQ(one_of({"a", "b", "c"}, "and"), "`a`, `b` and `c`");
}

}  // namespace
}  // namespace claimsift
