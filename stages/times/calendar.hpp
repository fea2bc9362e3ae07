// SPDX-License-Identifier: Apache-2.0
// calendar.hpp - the Gregorian calendar (ISO 8601): day numbers, weekdays, weeks, months, Easter. Day 0 is
// 1970-01-01; the arithmetic is that of H. Hinnant, "chrono-compatible low-level date algorithms". Pure
// functions, any thread; years from -9999 to 9999.
#pragma once

#include <cstdint>

namespace claimsift::times {

struct Date {
  int year = 1970, month = 1, day = 1;
  bool operator==(const Date&) const = default;
};

/// A week of ISO 8601; its year may differ from the date's at year ends.
struct Week {
  int year, week;
  bool operator==(const Week&) const = default;
};

constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr int days_in_month(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

constexpr bool is_valid(const Date& d) {
  return d.year >= -9999 && d.year <= 9999 && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
         d.day <= days_in_month(d.year, d.month);
}

constexpr int64_t to_days(const Date& d) {
  const int64_t y = d.year - (d.month <= 2);
  const int64_t era = (y >= 0 ? y : y - 399) / 400;
  const int64_t yoe = y - era * 400;
  const int64_t doy = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
  return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

constexpr Date to_date(int64_t days) {
  days += 719468;
  const int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const int64_t doe = days - era * 146097;
  const int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int64_t mp = (5 * doy + 2) / 153;
  const int month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
  return {static_cast<int>(yoe + era * 400 + (month <= 2)), month,
          static_cast<int>(doy - (153 * mp + 2) / 5 + 1)};
}

/// 1 for Monday to 7 for Sunday.
constexpr int weekday_of(int64_t days) { return static_cast<int>(((days + 3) % 7 + 7) % 7) + 1; }
constexpr int weekday_of(const Date& d) { return weekday_of(to_days(d)); }

constexpr Date add_days(const Date& d, int64_t count) { return to_date(to_days(d) + count); }

/// The same day of another month, or that month's last.
constexpr Date add_months(const Date& d, int64_t count) {
  const int64_t months = d.year * int64_t{12} + d.month - 1 + count;
  const int64_t year = (months >= 0 ? months : months - 11) / 12;
  const int y = static_cast<int>(year), m = static_cast<int>(months - year * 12) + 1;
  const int last = days_in_month(y, m);
  return {y, m, d.day < last ? d.day : last};
}

constexpr Week week_of(const Date& d) {
  const int64_t days = to_days(d);
  const Date thursday = to_date(days - weekday_of(days) + 4);
  return {thursday.year, static_cast<int>((to_days(thursday) - to_days({thursday.year, 1, 1})) / 7) + 1};
}

/// The Monday of a week.
constexpr Date monday_of(const Week& w) {
  const int64_t fourth = to_days({w.year, 1, 4});
  return to_date(fourth - weekday_of(fourth) + 1 + (w.week - 1) * int64_t{7});
}

constexpr int weeks_in_year(int year) { return week_of({year, 12, 28}).week; }

/// The n-th weekday of a month (n from 1); n = 0 is the last one.
constexpr Date nth_weekday(int year, int month, int n, int weekday) {
  if (n == 0) {
    const int64_t last = to_days({year, month, days_in_month(year, month)});
    return to_date(last - (weekday_of(last) - weekday + 7) % 7);
  }
  const int64_t first = to_days({year, month, 1});
  return to_date(first + (weekday - weekday_of(first) + 7) % 7 + (n - 1) * int64_t{7});
}

/// Easter Sunday of the Western churches (the anonymous Gregorian algorithm).
constexpr Date easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return {year, n / 31, n % 31 + 1};
}

}  // namespace claimsift::times
