// SPDX-License-Identifier: Apache-2.0
#include "stages/text/words.hpp"

#include <gtest/gtest.h>

namespace claimsift {
namespace {

static_assert(word_hash("Billion") == word_hash("billion"));

TEST(WordHash, FoldsAsciiLettersAlone) {
  EXPECT_EQ(word_hash("PARLIAMENTARIANS"), word_hash("parliamentarians"));
  EXPECT_NE(word_hash("É"), word_hash("é"));
  EXPECT_NE(word_hash("[@`{"), word_hash("{@`{")) << "neighbours of the letters keep their case";
  EXPECT_NE(word_hash("ab"), word_hash(std::string_view("ab\0", 3)));
}

TEST(WordHash, IsTheSameWhenCompiledAndWhenRun) {
  constexpr uint32_t compiled = word_hash("Commissioner-General");
  const std::string word = "commissioner-GENERAL";
  EXPECT_EQ(word_hash(word), compiled);
}

TEST(WordTable, FindsWhatWasAddedInAnyCase) {
  WordTable<int> table;
  for (int i = 0; i < 3000; ++i) table.add("word" + std::to_string(i), i);
  for (int i = 0; i < 3000; ++i) {
    const int* value = table.find("WORD" + std::to_string(i));
    ASSERT_NE(value, nullptr);
    EXPECT_EQ(*value, i);
  }
  EXPECT_EQ(table.find("word3000"), nullptr);
  table.add("word7", 70);
  EXPECT_EQ(*table.find("word7"), 70);
  EXPECT_EQ(table.size(), 3000u);
}

TEST(WordTable, EmptyFindsNothing) { EXPECT_EQ(WordTable<int>().find("x"), nullptr); }

}  // namespace
}  // namespace claimsift
