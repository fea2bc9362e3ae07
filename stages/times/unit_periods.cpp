// SPDX-License-Identifier: Apache-2.0
// unit_periods.cpp - periods named by their unit alone: "last week", "the quarter", "that year".
#include "stages/times/resolver.hpp"

namespace claimsift::times {

Value Resolver::unit(const Expression& e, const Base& b, Moment& m) {
  Value v;
  const bool before_christ = b.known && b.date.year < 0;
  int step = 0;
  switch (e.which) {
    case Which::last:
    case Which::previous: step = -1; break;
    case Which::next:
    case Which::coming:
    case Which::following: step = 1; break;
    default: break;
  }
  if (!b.known && m.year == kUnset) {
    switch (e.unit) {
      case Unit::day:
        v.put("XXXX-XX-XX");
        append_clock(v, m);
        return v;
      case Unit::week: return week_value(kUnset, 0);
      case Unit::weekend: return week_value(kUnset, 0).put("-WE");
      case Unit::month: return v.put("XXXX-XX");
      case Unit::quarter: return v.put("XXXX-QX");
      default: return v.put("XXXX");
    }
  }
  const int shift = e.year_shift == kUnset ? 0 : e.year_shift;
  switch (e.unit) {
    case Unit::day: {
      if (!b.day && e.origin == Origin::text) return v.put("XXXX-XX-XX");
      return day_value(add_days(b.date, step), e.at, m);
    }
    case Unit::week: {
      const Week w = week_of(add_days(b.date, step * 7));
      return week_value(w.year, w.week);
    }
    case Unit::weekend: {
      int64_t days = step * 7;
      if (step < 0 && weekday_of(b.date) >= 6) days = 0;  // on a Sunday the weekend is not over
      if (step > 0 && weekday_of(b.date) < 6 && e.which == Which::coming) days = 0;
      const Week w = week_of(add_days(b.date, days));
      return week_value(w.year, w.week).put("-WE");
    }
    case Unit::month: {
      const Date d = add_months(b.date, step);
      m.year = d.year;
      m.month = static_cast<int8_t>(d.month);
      return value_of(m);
    }
    case Unit::period:
    case Unit::quarter: {
      int year = b.date.year, quarter = (b.date.month + 2) / 3;
      const bool latest = e.which == Which::plain || e.which == Which::same;
      if (latest && quarter_row_ != kNone) {
        year = quarter_year_;
        quarter = quarter_;
      } else if (e.unit == Unit::period && e.which == Which::same) {
        m = text_;
        if (m.year == kUnset) return v.put("XXXX");
        m.year += shift;
        return value_of(m);
      } else if (e.unit == Unit::period && m.year != kUnset) {
        return value_of(m);
      } else if (latest) {
        --quarter;  // results are reported when the quarter is over
      }
      quarter += step;
      if (quarter < 1) quarter += 4, --year;
      if (quarter > 4) quarter -= 4, ++year;
      if (m.year == kUnset) m.year = year + shift;
      m.quarter = static_cast<int8_t>(quarter);
      return value_of(m);
    }
    case Unit::year: {
      m.year = b.date.year + step + shift;
      if (shift && quarter_row_ != kNone) {  // "from the year-earlier $2 million"
        m.year = quarter_year_ + shift;
        m.quarter = quarter_;
      }
      return value_of(m);
    }
    case Unit::decade: m.decade = b.date.year / 10 + step; return value_of(m);
    case Unit::century: m.century = b.date.year / 100 + step - (before_christ ? 1 : 0); return value_of(m);
    default: m.year = b.date.year; return v.put("XXXX");
  }
}

}  // namespace claimsift::times
