// SPDX-License-Identifier: Apache-2.0
#include "plugins/html/dates.hpp"

#include <gtest/gtest.h>

namespace claimsift::html {
namespace {

TEST(HtmlDates, IsoTimesStayAsTheyAre) {
  EXPECT_EQ(iso_date("2024-03-05T10:30:00Z"), "2024-03-05T10:30:00Z");
  EXPECT_EQ(iso_date("2024-03-05 10:30:00+01:00"), "2024-03-05T10:30:00+01:00");
  EXPECT_EQ(iso_date("2024-03-05"), "2024-03-05");
  EXPECT_EQ(iso_date("Published: 2024/03/05 by us"), "2024-03-05");
}

TEST(HtmlDates, MonthsByNameInAnyOrder) {
  EXPECT_EQ(iso_date("Tue, 5 Mar 2024 10:30:00 GMT"), "2024-03-05");
  EXPECT_EQ(iso_date("March 5th, 2024"), "2024-03-05");
  EXPECT_EQ(iso_date("Posted on Sept. 30, 2021 at 8 pm"), "2021-09-30");
  EXPECT_EQ(iso_date("the 1st of nothing"), "");
  EXPECT_EQ(iso_date("3rd May 2020"), "2020-05-03");
}

TEST(HtmlDates, WhatIsNoDateOrCannotBeToldIsNothing) {
  EXPECT_EQ(iso_date("05/03/2024"), "");
  EXPECT_EQ(iso_date("2024-13-05"), "");
  EXPECT_EQ(iso_date("February 31, 2024"), "");
  EXPECT_EQ(iso_date("20240305"), "2024-03-05");
  EXPECT_EQ(iso_date("17098765432"), "");
  EXPECT_EQ(iso_date(""), "");
}

TEST(HtmlDates, LinksHoldDates) {
  EXPECT_EQ(date_in_url("https://a.example/2024/03/05/ferry"), "2024-03-05");
  EXPECT_EQ(date_in_url("https://a.example/news/2024-03-05-ferry"), "2024-03-05");
  EXPECT_EQ(date_in_url("https://a.example/2024/03/ferry"), "");
}

}  // namespace
}  // namespace claimsift::html
