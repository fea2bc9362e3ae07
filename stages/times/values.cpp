// SPDX-License-Identifier: Apache-2.0
#include "stages/times/values.hpp"

#include <charconv>
#include <cmath>

namespace claimsift::times {
namespace {

constexpr const char* kSeasons[] = {"SP", "SU", "FA", "WI"};
constexpr const char* kParts[] = {"", "MO", "MI", "AF", "EV", "NI", "DT"};

void put_year(Value& v, int year) {
  if (year == kUnset)
    v.put("XXXX");
  else if (year < 0)
    v.put("BC").number(-int64_t{year}, 4);
  else
    v.number(year, 4);
}

/// The letter and length of a unit in durations, whole ones only.
struct Letter {
  const char* prefix;
  const char* letter;
  const char* vague;
  int times;
};
Letter letter_of(Unit unit) {
  switch (unit) {
    case Unit::second: return {"PT", "S", "S", 1};
    case Unit::minute: return {"PT", "M", "M", 1};
    case Unit::hour: return {"PT", "H", "H", 1};
    case Unit::night: return {"P", "D", "D", 1};
    case Unit::week: return {"P", "W", "W", 1};
    case Unit::weekend: return {"P", "WE", "WE", 1};
    case Unit::fortnight: return {"P", "W", "W", 2};
    case Unit::month: return {"P", "M", "M", 1};
    case Unit::quarter: return {"P", "Q", "Q", 1};
    case Unit::year: return {"P", "Y", "Y", 1};
    case Unit::decade: return {"P", "Y", "DE", 10};
    case Unit::century: return {"P", "Y", "CE", 100};
    case Unit::millennium: return {"P", "Y", "ML", 1000};
    default: return {"P", "D", "D", 1};
  }
}

}  // namespace

Value& Value::number(int64_t n, int width) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, n).ptr;
  for (auto size = static_cast<int>(end - digits); size < width; ++size) put("0");
  return put({digits, static_cast<size_t>(end - digits)});
}

void append_clock(Value& v, const Moment& m) {
  if (m.hour >= 0) {
    v.put("T").number(m.hour, 2);
    if (m.minute >= 0) v.put(":").number(m.minute, 2);
    if (m.second >= 0) v.put(":").number(m.second, 2);
    if (m.zone == 0) v.put("Z");
  } else if (m.part != DayPart::none) {
    v.put("T").put(kParts[static_cast<int>(m.part)]);
  }
}

Value value_of(const Moment& m) {
  Value v;
  if (m.century != kUnset && m.year == kUnset) {
    if (m.century < 0) return v.put("BC").number(-m.century - 1, 2);
    return v.number(m.century, 2);
  }
  if (m.decade != kUnset && m.year == kUnset)
    return m.decade < 0 ? v.put("BC").number(-m.decade, 3) : v.number(m.decade, 3);
  put_year(v, m.year);
  if (m.quarter) return v.put("-Q").number(m.quarter, 1);
  if (m.half) return v.put("-H").number(m.half, 1);
  if (m.season >= 0) return v.put("-").put(kSeasons[m.season]);
  if (m.month) v.put("-").number(m.month, 2);
  if (m.day || m.has_clock()) {
    if (!m.month) v.put("-XX");
    if (m.day)
      v.put("-").number(m.day, 2);
    else
      v.put("-XX");
  }
  append_clock(v, m);
  return v;
}

Value week_value(int year, int week, int weekday) {
  Value v;
  put_year(v, year);
  v.put("-W");
  if (week > 0)
    v.number(week, 2);
  else
    v.put("XX");
  if (weekday) v.put("-").number(weekday, 1);
  return v;
}

Value duration_value(double amount, Unit unit) {
  const Letter l = letter_of(unit);
  Value v;
  v.put(l.prefix);
  if (std::isnan(amount)) return v.put("X").put(l.vague);
  amount *= l.times;
  if (!(amount < 1e9)) return v.put("X").put(l.vague);
  const auto whole = static_cast<int64_t>(amount);
  const double rest = amount - static_cast<double>(whole);
  if (rest == 0) return v.number(whole, 1).put(l.letter);
  if (rest == 0.5) {  // "two and a half years" is P2Y6M
    const bool year = unit == Unit::year, hour = unit == Unit::hour, minute = unit == Unit::minute,
               day = unit == Unit::day;
    if (year || hour || minute || day) {
      if (whole > 0) v.number(whole, 1).put(l.letter);
      return v.put(year ? "6M" : hour ? "30M" : minute ? "30S" : "T12H");
    }
  }
  const auto hundredths = static_cast<int64_t>(std::llround(rest * 100));
  v.number(whole, 1).put(".");
  if (hundredths % 10 == 0)
    v.number(hundredths / 10, 1);
  else
    v.number(hundredths, 2);
  return v.put(l.letter);
}

}  // namespace claimsift::times
