// SPDX-License-Identifier: Apache-2.0
#include "stages/text/word_knowledge.hpp"

#include <gtest/gtest.h>

#include "stages/text/words.hpp"

namespace claimsift {
namespace {

uint32_t name_of(std::initializer_list<std::string_view> words) {
  uint32_t name = WordKnowledge::kNameBegin;
  for (const std::string_view w : words) name = WordKnowledge::name_step(name, word_hash(w));
  return name;
}

class WordKnowledgeTest : public testing::Test {
 protected:
  WordKnowledge words_{std::string()};
};

TEST_F(WordKnowledgeTest, WordsOfAKindShareClusters) {
  const auto monday = words_.find(word_hash("monday")), tuesday = words_.find(word_hash("Tuesday"));
  EXPECT_NE(monday.fine(), 0u);
  EXPECT_EQ(monday.fine(), tuesday.fine());
  EXPECT_EQ(monday.coarse(), tuesday.coarse());
  EXPECT_NE(monday.fine(), words_.find(word_hash("anna")).fine());
}

TEST_F(WordKnowledgeTest, FlagsSayWhatAWordIs) {
  EXPECT_TRUE(words_.find(word_hash("anna")).flags & word_flag::female);
  EXPECT_FALSE(words_.find(word_hash("anna")).flags & word_flag::male);
  EXPECT_TRUE(words_.find(word_hash("teacher")).flags & word_flag::person_noun);
  EXPECT_TRUE(words_.find(word_hash("province")).flags & word_flag::place_noun);
  EXPECT_TRUE(words_.find(word_hash("nairobi")).flags & word_flag::only_name);
  for (const char* place : {"kerala", "london", "skokie"})
    EXPECT_TRUE(words_.find(word_hash(place)).flags & word_flag::only_name) << place;
  for (const char* word : {"bill", "us", "reading", "states"})
    EXPECT_FALSE(words_.find(word_hash(word)).flags & word_flag::only_name) << word;
}

TEST_F(WordKnowledgeTest, KnowsNamesOfSeveralWords) {
  EXPECT_TRUE(words_.name(name_of({"new", "york"})) & (name_flag::place | name_flag::city));
  EXPECT_TRUE(words_.name(name_of({"Abraham", "Lincoln"})) & name_flag::person);
  EXPECT_EQ(words_.name(name_of({"york", "new", "the"})), 0u);
}

TEST_F(WordKnowledgeTest, UnknownWordsHaveNothing) {
  const auto none = words_.find(word_hash("qzxwvk"));
  EXPECT_EQ(none.clusters, 0u);
  EXPECT_EQ(none.flags, 0u);
}

TEST(WordKnowledgeFile, AMissingFileIsNamed) {
  try {
    WordKnowledge words(std::string("no/such.model"));
    FAIL();
  } catch (const std::exception& e) {
    EXPECT_NE(std::string(e.what()).find("no/such.model"), std::string::npos);
  }
}

}  // namespace
}  // namespace claimsift
