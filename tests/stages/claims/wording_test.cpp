// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/wording.hpp"

#include <gtest/gtest.h>

namespace claimsift {
namespace {

TEST(Wording, DatesInWords) {
  EXPECT_EQ(date_in_words("2025-02-06"), "on February 6, 2025");
  EXPECT_EQ(date_in_words("2024-03"), "in March 2024");
  EXPECT_EQ(date_in_words("2024"), "in 2024");
  for (const char* other :
       {"", "2024-W12", "2024-13", "2024-00-01", "XXXX-05", "P3Y", "2024-03-XX", "FUTURE_REF"})
    EXPECT_EQ(date_in_words(other), "") << other;
}

TEST(Wording, TimesThatHangOnTheDay) {
  for (const char* relative : {"Monday", "last year", "two years ago", "Tonight"})
    EXPECT_TRUE(is_relative_time(relative)) << relative;
  for (const char* fixed : {"May 5", "2024", "the spring", ""})
    EXPECT_FALSE(is_relative_time(fixed)) << fixed;
  EXPECT_TRUE(lacks_year("15 August"));
  EXPECT_FALSE(lacks_year("15 August 2024"));
  EXPECT_FALSE(lacks_year("the 15th"));
  EXPECT_TRUE(takes_bare_date("By"));
  EXPECT_FALSE(takes_bare_date("on"));
}

TEST(Wording, VerbsInTheThirdPerson) {
  EXPECT_EQ(third_person("am", Xpos::vbp), "is");
  EXPECT_EQ(third_person("have", Xpos::vbp), "has");
  EXPECT_EQ(third_person("do", Xpos::vbp), "does");
  EXPECT_EQ(third_person("think", Xpos::vbp), "thinks");
  EXPECT_EQ(third_person("watch", Xpos::vbp), "watches");
  EXPECT_EQ(third_person("carry", Xpos::vbp), "carries");
  EXPECT_EQ(third_person("say", Xpos::vbp), "says");
  EXPECT_EQ(third_person("went", Xpos::vbd), "went");
  EXPECT_EQ(third_person("will", Xpos::md), "will");
  EXPECT_EQ(third_person("running", Xpos::vbg), "") << "no finite verb";
}

TEST(Wording, AClauseAsASentence) {
  EXPECT_EQ(as_sentence("rents  rose\nagain"), "Rents rose again.");
  EXPECT_EQ(as_sentence("\"rents rose"), "Rents rose.") << "half of a pair of marks";
  EXPECT_EQ(as_sentence("\"rents\" rose"), "\"rents\" rose.");
  EXPECT_EQ(as_sentence("they called it \"a joke"), "They called it a joke.");
  EXPECT_EQ(as_sentence("Stop!"), "Stop!");
  EXPECT_EQ(as_sentence(""), "");
}

}  // namespace
}  // namespace claimsift
