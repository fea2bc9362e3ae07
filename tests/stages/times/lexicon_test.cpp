// SPDX-License-Identifier: Apache-2.0
// The lexicon and what a config can add to it.
#include <gtest/gtest.h>

#include "tests/stages/times/reading.hpp"

namespace claimsift {
namespace {

using times::HolidayRule;
using times::read_holiday_rule;

TEST(HolidayRules, ReadsEachForm) {
  HolidayRule r;
  ASSERT_TRUE(read_holiday_rule("12-25", r));
  EXPECT_EQ(r.month, 12);
  EXPECT_EQ(r.day, 25);
  ASSERT_TRUE(read_holiday_rule("11-W4-4+1", r));
  EXPECT_EQ(r.nth, 4);
  EXPECT_EQ(r.weekday, 4);
  EXPECT_EQ(r.shift, 1);
  ASSERT_TRUE(read_holiday_rule("E-47", r));
  EXPECT_EQ(r.kind, HolidayRule::Kind::easter);
  EXPECT_EQ(r.shift, -47);
}

TEST(HolidayRules, RefusesOthers) {
  HolidayRule r;
  for (const char* wrong : {"", "13-01", "0-1", "02-30", "12", "12-", "12-W6-1", "12-W1-8", "12-W1", "E1",
                            "E+", "12-25+", "12-25x", "x"})
    EXPECT_FALSE(read_holiday_rule(wrong, r)) << wrong;
}

TEST(HolidayRules, ConfigAddsHolidays) {
  const TestOptions options{{"holidays", "{Harbour Day: 06-W2-6, Founders' Day: 09-03}"}};
  EXPECT_EQ(times_of("The pier will open on Harbour Day.", "2024-05-15", options),
            "Harbour Day=DATE:2024-06-08");
  EXPECT_EQ(times_of("They met on Founders' Day 2019.", "2024-05-15", options),
            "Founders' Day 2019=DATE:2019-09-03");
  EXPECT_EQ(times_of("The pier will open on Harbour Day.", "2024-05-15"), "-");
}

TEST(HolidayRules, AWrongRuleIsRefusedWithItsText) {
  TestDocument doc("Text.");
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  const TestResult r = run_stage<Times>(doc, {{"holidays", "{Harbour Day: someday}"}});
  EXPECT_NE(r.status, CS_OK);
  EXPECT_NE(r.message.find("someday"), std::string::npos) << r.message;
}

TEST(Order, BritishPutsTheDayFirst) {
  EXPECT_EQ(times_of("Due 3/4/2020.", "2024-05-15"), "3/4/2020=DATE:2020-03-04");
  EXPECT_EQ(times_of("Due 3/4/2020.", "2024-05-15", {{"order", "british"}}), "3/4/2020=DATE:2020-04-03");
  EXPECT_EQ(times_of("Due 13/4/2020.", "2024-05-15"), "13/4/2020=DATE:2020-04-13");
}

}  // namespace
}  // namespace claimsift
