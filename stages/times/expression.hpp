// SPDX-License-Identifier: Apache-2.0
// expression.hpp - a time expression as the grammar reads it, before it is placed on the calendar: what the
// words say (fields that they name, units, counts, direction) and what they count from. Plain data.
#pragma once

#include <cstdint>
#include <limits>

#include "claimsift/layers.hpp"
#include "stages/times/calendar.hpp"

namespace claimsift::times {

inline constexpr int kUnset = std::numeric_limits<int>::min();
inline constexpr TimeMod kNoMod{255};

enum class Unit : int8_t {
  none,
  second,
  minute,
  hour,
  day,
  night,
  week,
  weekend,
  fortnight,
  month,
  quarter,
  year,
  decade,
  century,
  millennium,
  moment,
  period
};
enum class DayPart : int8_t { none, morning, midday, afternoon, evening, night, daytime };

/// The fields of a date or clock time that the words name.
struct Moment {
  int year = kUnset;     // negative: BC
  int decade = kUnset;   // 198 for the 1980s
  int century = kUnset;  // 19 for 19xx
  int8_t month = 0, day = 0, weekday = 0;
  int8_t quarter = 0, half = 0, season = -1;
  int8_t hour = -1, minute = -1, second = -1;
  DayPart part = DayPart::none;
  int16_t zone = 1000;  // minutes east of Greenwich; 999 named without an offset, 1000 none
  int16_t holiday = -1;
  bool short_year = false;  // "'98", "7/8/07": the century is a guess
  bool fiscal = false;

  bool has_clock() const { return hour >= 0 || part != DayPart::none; }
  bool has_date() const {
    return year != kUnset || decade != kUnset || century != kUnset || month || day || weekday || quarter ||
           half || season >= 0 || holiday >= 0;
  }
};

/// How the value comes about.
enum class Form : uint8_t {
  calendar,  // fields, completed from the reference
  offset,    // amount x unit away from the reference
  duration,
  set,
  past,
  present,
  future  // PAST_REF and its like
};

/// Which of the named periods is meant, as the words before it say.
enum class Which : uint8_t {
  plain,  // "Friday", "the third quarter"
  last,
  next,
  current,
  coming,
  previous,  // the one before the date under discussion
  following,
  same  // "that day", "the same month"
};

/// What an offset counts from.
enum class Origin : uint8_t { document, text };

/// Where the clause lies, for names that do not say it.
enum class Tense : uint8_t { unknown, past, future };

struct Expression {
  uint32_t first = 0, next = 0;  // atoms [first, next)
  Form form = Form::calendar;
  TimeMod mod = kNoMod;
  Which which = Which::plain;
  Origin origin = Origin::document;
  Tense tense = Tense::unknown;
  Unit unit = Unit::none;
  double amount = 0;  // NaN: vague ("several years")
  Moment at;
  int year_shift = kUnset;  // "Christmas last year": -1
  const char* quant = nullptr;
  const char* freq = nullptr;
  const char* period = nullptr;  // a SET's value where a word gives it
  bool definite = false;         // begins with a determiner
};

}  // namespace claimsift::times
