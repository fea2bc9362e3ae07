// SPDX-License-Identifier: Apache-2.0
// Properties of the calendar, over every day of eight centuries.
#include "stages/times/calendar.hpp"

#include <gtest/gtest.h>

namespace claimsift::times {
namespace {

TEST(Calendar, DaysAndDatesAreInverse) {
  for (int64_t day = to_days({1600, 1, 1}); day <= to_days({2400, 12, 31}); ++day) {
    const Date d = to_date(day);
    ASSERT_TRUE(is_valid(d)) << day;
    ASSERT_EQ(to_days(d), day);
  }
}

TEST(Calendar, DatesFollowEachOther) {
  Date d{1899, 12, 25};
  for (int i = 0; i < 80000; ++i) {
    const Date next = add_days(d, 1);
    ASSERT_TRUE(next.day == d.day + 1 || (next.day == 1 && d.day == days_in_month(d.year, d.month)));
    ASSERT_EQ(weekday_of(next), weekday_of(d) % 7 + 1);
    d = next;
  }
}

TEST(Calendar, LeapYears) {
  EXPECT_TRUE(is_leap(2000));
  EXPECT_TRUE(is_leap(2024));
  EXPECT_FALSE(is_leap(1900));
  EXPECT_FALSE(is_leap(2023));
  EXPECT_FALSE(is_valid({2023, 2, 29}));
  EXPECT_TRUE(is_valid({2024, 2, 29}));
  EXPECT_FALSE(is_valid({2024, 2, 30}));
  EXPECT_FALSE(is_valid({2024, 13, 1}));
  EXPECT_FALSE(is_valid({2024, 0, 1}));
  EXPECT_EQ(add_months({2024, 1, 31}, 1), (Date{2024, 2, 29}));
  EXPECT_EQ(add_months({2024, 3, 31}, -13), (Date{2023, 2, 28}));
}

TEST(Calendar, WeeksOfYearEnds) {  // ISO 8601: the week that holds the first Thursday is the first
  EXPECT_EQ(week_of({2021, 1, 3}), (Week{2020, 53}));
  EXPECT_EQ(week_of({2021, 1, 4}), (Week{2021, 1}));
  EXPECT_EQ(week_of({2018, 12, 31}), (Week{2019, 1}));
  EXPECT_EQ(week_of({2016, 1, 1}), (Week{2015, 53}));
  EXPECT_EQ(week_of({2012, 1, 1}), (Week{2011, 52}));
  EXPECT_EQ(weeks_in_year(2020), 53);
  EXPECT_EQ(weeks_in_year(2021), 52);
}

TEST(Calendar, EveryDayLiesInTheWeekOfItsMonday) {
  for (int64_t day = to_days({1990, 1, 1}); day <= to_days({2050, 12, 31}); ++day) {
    const Week w = week_of(to_date(day));
    const int64_t monday = to_days(monday_of(w));
    ASSERT_LE(monday, day);
    ASSERT_LT(day, monday + 7);
    ASSERT_GE(w.week, 1);
    ASSERT_LE(w.week, weeks_in_year(w.year));
  }
}

TEST(Calendar, MonthsBackAndForth) {
  for (int months = -500; months <= 500; ++months) {
    const Date d = add_months({2000, 5, 15}, months);
    ASSERT_EQ(d.day, 15);
    ASSERT_EQ(add_months(d, -months), (Date{2000, 5, 15})) << months;
  }
}

TEST(Calendar, WeekdaysOfMonths) {
  EXPECT_EQ(nth_weekday(2024, 11, 4, 4), (Date{2024, 11, 28}));
  EXPECT_EQ(nth_weekday(2024, 5, 0, 1), (Date{2024, 5, 27}));
  EXPECT_EQ(nth_weekday(2024, 9, 1, 1), (Date{2024, 9, 2}));
}

TEST(Calendar, EasterIsASundayInSpring) {
  EXPECT_EQ(easter(2024), (Date{2024, 3, 31}));
  EXPECT_EQ(easter(2025), (Date{2025, 4, 20}));
  EXPECT_EQ(easter(1961), (Date{1961, 4, 2}));
  for (int year = 1600; year < 2400; ++year) {
    const Date d = easter(year);
    ASSERT_EQ(weekday_of(d), 7) << year;
    ASSERT_GE(to_days(d), to_days({year, 3, 22}));
    ASSERT_LE(to_days(d), to_days({year, 4, 25}));
  }
}

}  // namespace
}  // namespace claimsift::times
