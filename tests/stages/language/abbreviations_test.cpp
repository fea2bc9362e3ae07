// SPDX-License-Identifier: Apache-2.0
#include "stages/language/abbreviations.hpp"

#include <gtest/gtest.h>

namespace claimsift {
namespace {

TEST(Abbreviations, AreFoundInAnyCase) {
  const Abbreviations abbreviations;
  EXPECT_EQ(abbreviations.find("Gov"), Abbreviation::title);
  EXPECT_EQ(abbreviations.find("GOV"), Abbreviation::title);
  EXPECT_EQ(abbreviations.find("U.S"), Abbreviation::company);
  EXPECT_EQ(abbreviations.find("a.m"), Abbreviation::hour);
  EXPECT_EQ(abbreviations.find("house"), Abbreviation::none);
  EXPECT_EQ(abbreviations.find(""), Abbreviation::none);
}

TEST(Abbreviations, OfTheUserComeFirst) {
  const Abbreviations abbreviations({"Abt.", "etc", ""});
  EXPECT_EQ(abbreviations.find("abt"), Abbreviation::inside);
  EXPECT_EQ(abbreviations.find("etc"), Abbreviation::inside);
}

TEST(Abbreviations, Words) {
  EXPECT_TRUE(begins_sentences("The"));
  EXPECT_FALSE(begins_sentences("Jones"));
  EXPECT_TRUE(follows_hour("Friday"));
  EXPECT_TRUE(reports_speech("asked"));
}

}  // namespace
}  // namespace claimsift
