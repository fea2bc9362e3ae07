// SPDX-License-Identifier: Apache-2.0
// grammar.hpp - the parts of the grammar of time expressions. Each reads at one atom and says whether its
// kind of expression stands there; on success e.next is the atom behind it. Looks at a bounded number of
// atoms, so that reading a sentence is linear. Pure functions. TIMEX3 as in TimeML 1.2.1 (Pustejovsky et al.
// 2003) after TIDES (Ferro et al. 2005).
#pragma once

#include "stages/times/atoms.hpp"
#include "stages/times/expression.hpp"

namespace claimsift::times {

// --- Numbers (numbers.cpp) ---------------------------------------------------------------------------

struct Number {
  double value = 0;  // NaN: vague
  double high = 0;   // the upper end of "two to three", else value
  uint32_t next = 0;
  bool digits = false;
  bool article = false;  // "a", "an"
  bool couple = false;
};
/// A count before a unit: digits, words, "two and a half", "several", "a couple of", "12 to 18"; `article`:
/// "a" too.
bool read_count(const Atoms& a, uint32_t i, Number& n);
/// A number in words below ten thousand, without "and".
bool read_words(const Atoms& a, uint32_t i, int& value, uint32_t& next);
/// "3rd", "third", "twenty-first".
bool read_ordinal(const Atoms& a, uint32_t i, int& value, uint32_t& next);

// --- Years (years.cpp) -------------------------------------------------------------------------------

/// Four digits that may be a year, "'98", "nineteen ninety-four", "two thousand"; with era ("218 BC").
bool read_year(const Atoms& a, uint32_t i, Moment& m, uint32_t& next);
/// A year, decade or century that stands alone, by the evidence around it.
bool read_lone_year(const Atoms& a, uint32_t i, Expression& e);

// --- Two ends that share words (ranges.cpp) ------------------------------------------------------------

/// "22-25 April 1951", "499 to 493 BC": both ends.
bool read_shared_ends(const Atoms& a, uint32_t i, bool british, Expression& first, Expression& second);
/// The other end behind `from`: "1776-80", "May 4-7, 1951"; a year at the end counts for both.
bool read_range_end(const Atoms& a, uint32_t i, Expression& from, Expression& e);
/// "April and June 1955": the year of the second for the first.
void share_year(const Atoms& a, Expression& before, const Expression& e);
/// "at 10:35 a.m. (0735 GMT) on Friday": the day of the second for the first.
bool share_day(Expression& before, const Expression& e);

// --- Dates and clock times (dates.cpp, clock.cpp, holidays.cpp) ----------------------------------------

/// Day, month, weekday, year in any order, and ISO and slashed dates, with clock times and parts of the day.
bool read_date(const Atoms& a, uint32_t i, bool british, Expression& e);
bool read_clock(const Atoms& a, uint32_t i, Moment& m, uint32_t& next);
bool read_holiday(const Atoms& a, uint32_t i, Expression& e);
Date date_of(const HolidayRule& rule, int year);
/// A clock time or a part of the day with or without a date.
bool read_clock_time(const Atoms& a, uint32_t i, bool british, Expression& e);

// --- Periods (periods.cpp) -----------------------------------------------------------------------------

/// "last week", "this year's third quarter", "the same month", "the summer of 1963".
bool read_period(const Atoms& a, uint32_t i, bool british, Expression& e);
/// What may follow a part of a year: "of 1984", "last year", "of this year", "1984"; sets year or year_shift.
void read_year_of(const Atoms& a, uint32_t i, Expression& e);

// --- Spans of time (spans.cpp) ---------------------------------------------------------------------------

/// Counts of units: durations, "two years ago", "a year earlier", "three-year", "every Monday", "$10 a year".
bool read_span(const Atoms& a, uint32_t i, Expression& e);
bool read_set(const Atoms& a, uint32_t i, Expression& e);

// --- References (references.cpp) ---------------------------------------------------------------------------

/// today, yesterday, tonight, now, recently, the future.
bool read_reference(const Atoms& a, uint32_t i, Expression& e);

// --- Sentences (reader.cpp) ------------------------------------------------------------------------------

struct ReadOptions {
  bool british = false;  // 3/4/2020 is 3 April
};
/// Appends the expressions of a sentence, in order.
void read_sentence(const Atoms& a, const ReadOptions& options, std::vector<Expression>& out);

}  // namespace claimsift::times
