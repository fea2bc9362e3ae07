// SPDX-License-Identifier: Apache-2.0
// offsets.cpp - times counted from another ("two weeks ago", "yesterday", "a year earlier"), sets, and the
// date of the document that they are counted from.
#include <cmath>

#include "stages/times/calendar.hpp"
#include "stages/times/resolver.hpp"

namespace claimsift::times {
namespace {

bool digits_at(std::string_view s, size_t at, size_t count, int& value) {
  if (at + count > s.size()) return false;
  value = 0;
  for (size_t i = at; i < at + count; ++i) {
    if (s[i] < '0' || s[i] > '9') return false;
    value = value * 10 + (s[i] - '0');
  }
  return true;
}

constexpr uint32_t kQuarterReach = 6;  // sentences in which a quarter is still under discussion

int quarter_of(const Date& d) { return (d.month + 2) / 3; }

}  // namespace

bool read_reference_date(std::string_view s, Reference& r) {
  Date d;
  size_t end = 0;
  if (digits_at(s, 0, 4, d.year) && s.size() > 4 && s[4] == '-' && digits_at(s, 5, 2, d.month) &&
      s.size() > 7 && s[7] == '-' && digits_at(s, 8, 2, d.day))
    end = 10;
  else if (digits_at(s, 0, 8, d.year) && digits_at(s, 0, 4, d.year) && digits_at(s, 4, 2, d.month) &&
           digits_at(s, 6, 2, d.day))
    end = 8;
  else
    return false;
  if (!is_valid(d) || d.year < 1 || (end < s.size() && s[end] >= '0' && s[end] <= '9')) return false;
  r = {d, -1, -1, true};
  int hour = 0, minute = 0;
  if (end + 6 <= s.size() && digits_at(s, end + 1, 2, hour) && s[end + 3] == ':' &&
      digits_at(s, end + 4, 2, minute) && hour < 24 && minute < 60) {
    r.hour = hour;
    r.minute = minute;
  }
  return true;
}

Value Resolver::offset(const Expression& e, const Base& b, Moment& m) {
  Value v;
  if (std::isnan(e.amount)) return v.put(e.amount < 0 || std::signbit(e.amount) ? "PAST_REF" : "FUTURE_REF");
  const bool today = e.unit == Unit::day && e.origin == Origin::document && e.amount == 0;
  if (narrative_ && today && !e.at.has_clock()) return v.put("PRESENT_REF");  // the reader's today
  if (!b.known || std::abs(e.amount) > 9000 ||
      (narrative_ && e.unit == Unit::day && e.origin == Origin::document)) {
    switch (e.unit) {
      case Unit::year:
      case Unit::decade:
      case Unit::century: return v.put("XXXX");
      case Unit::month: return v.put("XXXX-XX");
      case Unit::week: return v.put("XXXX-WXX");
      default:
        v.put("XXXX-XX-XX");
        append_clock(v, e.at);
        return v;
    }
  }
  const double n = e.amount;
  const bool whole = n == std::floor(n);
  switch (e.unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour: {
      if (document_.hour >= 0 && e.origin == Origin::document) {
        const double minutes = e.unit == Unit::hour ? n * 60 : e.unit == Unit::minute ? n : 0;
        const int64_t total = document_.hour * 60 + document_.minute + static_cast<int64_t>(minutes);
        const int64_t days = (total >= 0 ? total : total - 1439) / 1440;
        Moment clock;
        clock.hour = static_cast<int8_t>((total - days * 1440) / 60);
        clock.minute = static_cast<int8_t>((total - days * 1440) % 60);
        return day_value(add_days(b.date, days), clock, m);
      }
      Moment none;
      v = day_value(b.date, none, m);
      return v.put("TXX:XX");
    }
    case Unit::day:
    case Unit::night: return day_value(add_days(b.date, static_cast<int64_t>(n)), e.at, m);
    case Unit::week: {
      const Week w = week_of(add_days(b.date, static_cast<int64_t>(n * 7)));
      return week_value(w.year, w.week);
    }
    case Unit::month:
    case Unit::quarter: {
      const Date d = add_months(b.date, static_cast<int64_t>(n * (e.unit == Unit::month ? 1 : 3)));
      m.year = d.year;
      if (e.unit == Unit::month)
        m.month = static_cast<int8_t>(d.month);
      else
        m.quarter = static_cast<int8_t>(quarter_of(d));
      return value_of(m);
    }
    default: {
      const int years = e.unit == Unit::decade ? 10 : e.unit == Unit::century ? 100 : 1;
      if (!whole && years == 1) {
        const Date d = add_months(b.date, static_cast<int64_t>(n * 12));
        m.year = d.year;
        m.month = static_cast<int8_t>(d.month);
        return value_of(m);
      }
      m.year = b.date.year + static_cast<int>(n * years);
      if (b.date.year > 0 && m.year < 1) return v.put("XXXX");
      if (n == -1 && years == 1 && !narrative_ && quarter_ &&
          sentence_ - quarter_sentence_ <= kQuarterReach) {
        m.year = quarter_year_ - 1;
        m.quarter = quarter_;  // "a year earlier" in a report on a quarter
      }
      return value_of(m);
    }
  }
}

Value Resolver::set(const Expression& e) const {
  Value v;
  if (e.period) return v.put(e.period);
  if (e.at.weekday) {
    v = week_value(kUnset, 0, e.at.weekday);
    append_clock(v, e.at);
    return v;
  }
  if (e.at.month || e.at.season >= 0) return value_of(e.at);
  if (e.at.part != DayPart::none && e.unit == Unit::none) {
    v.put("XXXX-XX-XX");
    append_clock(v, e.at);
    return v;
  }
  return duration_value(e.amount, e.unit);
}

}  // namespace claimsift::times
