// SPDX-License-Identifier: Apache-2.0
// dates.cpp - dates by day, month, weekday and year, in American and British order, ISO 8601 and with
// slashes.
#include "stages/times/grammar.hpp"

namespace claimsift::times {
namespace {

bool day_number(const Atoms& a, uint32_t i, int8_t& day, uint32_t& next) {
  if (a[i].digits(1, 2) && a[i].value >= 1 && a[i].value <= 31) {
    if (a.glued(i + 1) && a[i + 1].type == Atom::Type::mark &&
        (a[i + 1].mark('.') || a[i + 1].mark(':') || a[i + 1].mark('/') || a[i + 1].mark('%') ||
         a[i + 1].mark(',')) &&
        a[i + 2].digits() && a.glued(i + 2) && !(a[i + 1].mark(',') && a[i + 2].digits(4)))
      return false;  // "May 3.5", "May 5:30"
    day = static_cast<int8_t>(a[i].value);
    next = i + 1;
    if (a.any(next, {"st", "nd", "rd", "th"}) && a.glued(next))
      ++next;
    else if (a.glued(next) && a[next].word())
      return false;
    return true;
  }
  int n = 0;
  if (!read_ordinal(a, i, n, next) || n < 1 || n > 31) return false;
  day = static_cast<int8_t>(n);
  return true;
}

bool year_after(const Atoms& a, uint32_t i, Moment& m, uint32_t& next) {
  uint32_t at = i;
  if (a[at].mark(',') || a.is(at, "of")) ++at;
  Moment year = m;
  uint32_t end = 0;
  if (!read_year(a, at, year, end)) return false;
  if (a[at].is(is::number) && !a.is(at, "nineteen") && !a.is(at, "eighteen") && !a.is(at, "two") &&
      !a.is(at, "twenty"))
    return false;
  if (at > i && a[end].is(is::units | is::noun)) return false;  // "On May 5, 2000 people ..."
  m.year = year.year;
  m.short_year = year.short_year;
  next = end;
  return true;
}

/// 2025-02-26, 2025/02/26, 26/02/2025, 2.26.25.
bool read_numeric(const Atoms& a, uint32_t i, bool british, Moment& m, uint32_t& next) {
  if (!a[i].digits(1, 4) ||
      (i > 0 && a.glued(i) &&
       (a[i - 1].mark('/') || a[i - 1].mark('.') || a[i - 1].dash() || a[i - 1].word())))
    return false;
  const Atom& mark = a[i + 1];
  if (!(mark.dash() || mark.mark('/') || mark.mark('.')) || !a.glued(i + 1) || !a.glued(i + 2) ||
      !a[i + 2].digits(1, 2))
    return false;
  if (a[i + 3].value != mark.value || a[i + 3].type != Atom::Type::mark || !a.glued(i + 3) ||
      !a.glued(i + 4) || !a[i + 4].digits())
    return false;
  if (a.glued(i + 5) && (a[i + 5].mark('/') || (a[i + 5].dash() && a.glued(i + 6)) ||
                         (a[i + 5].mark('.') && a.glued(i + 6) && a[i + 6].digits())))
    return false;
  int day = 0, month = static_cast<int>(a[i + 2].value), year = 0;
  if (a[i].digits(4)) {
    if (!a[i + 4].digits(1, 2)) return false;
    year = static_cast<int>(a[i].value);
    day = static_cast<int>(a[i + 4].value);
  } else {
    if (!a[i].digits(1, 2) || !(a[i + 4].digits(4) || (a[i + 4].digits(2) && mark.mark('/')))) return false;
    year = static_cast<int>(a[i + 4].value);
    if (a[i + 4].digits(2)) {
      year += year < 40 ? 2000 : 1900;
      m.short_year = true;
    }
    day = static_cast<int>(a[i].value);
    if ((!british && !mark.mark('.') && day <= 12) || month > 12) std::swap(day, month);
  }
  if (year < 1000 || year > 2200 || !is_valid({year, month, day})) return false;
  m.year = year;
  m.month = static_cast<int8_t>(month);
  m.day = static_cast<int8_t>(day);
  next = i + 5;
  uint32_t at = next;  // "2025-02-26T16:54:30Z"
  if (a.is(at, "t") && a.glued(at)) ++at;
  if (at > next && a[at].digits(2) && a.glued(at) && a[at + 1].mark(':') && a[at + 2].digits(2) &&
      a[at].value < 24 && a[at + 2].value < 60) {
    m.hour = static_cast<int8_t>(a[at].value);
    m.minute = static_cast<int8_t>(a[at + 2].value);
    next = at + 3;
    if (a[next].mark(':') && a[next + 1].digits(2) && a.glued(next + 1) && a[next + 1].value < 60) {
      m.second = static_cast<int8_t>(a[next + 1].value);
      next += 2;
      if (a[next].mark('.') && a.glued(next) && a[next + 1].digits() && a.glued(next + 1)) next += 2;
    }
    if (a.is(next, "z") && a.glued(next)) {
      m.zone = 0;
      ++next;
    } else if ((a[next].mark('+') || a[next].dash()) && a.glued(next) && a[next + 1].digits(2) &&
               a[next + 2].mark(':') && a[next + 3].digits(2)) {
      m.zone = static_cast<int16_t>((a[next].mark('+') ? 1 : -1) *
                                    static_cast<int>(a[next + 1].value * 60 + a[next + 3].value));
      next += 4;
    }
  }
  return true;
}

bool month_name(const Atoms& a, uint32_t i) {
  return a[i].is(is::month) && a[i].capital() &&
         !(a[i].flags & Atom::capitals && a[i].length() == 3 && a[i].is(is::doubtful) && !a[i + 1].digits());
}

/// Whether a month that is also another word ("May", "March") is one here.
bool month_alone(const Atoms& a, uint32_t i) {
  if (!a[i].is(is::doubtful)) return true;
  if ((a[i + 1].dash() || a.any(i + 1, {"to", "and", "through", "or"})) && a[i + 2].is(is::month) &&
      a[i + 2].capital())
    return true;
  const Atom& after = a[i + 1];
  if (i == 0)  // "March sales rose", not "March on", "May I"
    return !a.is(i, "may") && after.word() && !after.capital() &&
           !a.any(i + 1, {"on", "to", "in", "for", "toward", "towards", "against", "with"});
  if (a.any(i - 1, {"august", "april", "june", "summer"})) return false;
  const bool announced =
      a.any(i - 1, {"in",    "since", "by",   "last",    "next",   "this", "until",  "till",  "from",
                    "early", "late",  "mid",  "through", "during", "of",   "before", "after", "between",
                    "to",    "every", "each", "and",     "or",     "for",  "over",   "than"}) ||
      a[i - 1].dash();
  if (a.any(i, {"august", "april", "june"}))
    return announced || (!after.capital() && !(a[i - 1].word() && a[i - 1].capital() && i > 1));
  if (a.is(i, "march") && !announced)
    return a[i - 1].word() && (!a[i - 1].capital() || a.is(i - 1, "the")) && after.word() &&
           !after.capital() && !a.any(i + 1, {"of", "on", "for", "to"});
  if (!announced) return false;
  if (a.any(i - 1, {"and", "or", "to", "of", "for", "between", "over", "than"}))
    return after.type == Atom::Type::mark ||
           a.any(i + 1, {"and", "to", "or", "in", "this", "last", "next", "was", "were"}) ||
           (i > 1 && a[i - 2].is(is::month)) || (i > 1 && a.is(i - 2, "month")) ||
           (a.is(i, "march") && after.word() && !after.capital());
  return !(after.word() && after.capital() && !after.is(is::month));
}

/// "March 5, 2001", "Mar 5th", "5 March", "the 5th of March", "March 2001", "March".
bool read_month_date(const Atoms& a, uint32_t i, Moment& m, uint32_t& next) {
  if (month_name(a, i)) {
    m.month = a[i].entry->month;
    uint32_t at = i + 1;
    if (a[at].mark('.') && a.glued(at) && a[i].length() <= 4 && (a[at + 1].digits())) ++at;
    uint32_t day_at = a.is(at, "the") ? at + 1 : at;
    Moment year = m;
    uint32_t end = 0;
    if (a[day_at].length() <= 2 || !a[day_at].digits() ? day_number(a, day_at, m.day, end) : false) {
      if (!(a[day_at].is(is::ordinal) && (a[end].is(is::unit) || a.is(end, "half")))) {
        next = end;
        year_after(a, next, m, next);
        return true;
      }
      m.day = 0;
    }
    if ((a[at].mark(',') && a[at + 1].digits(4)) || !a[at].mark(',')) {
      if (year_after(a, at, year, end)) {
        m = year;
        m.day = 0;
        next = end;
        return true;
      }
    }
    m.day = 0;
    next = i + 1;
    return month_alone(a, i);
  }
  uint32_t at = i;
  const bool the = a.is(at, "the");
  if (the) ++at;
  if (!day_number(a, at, m.day, next)) return false;
  const bool of = a.is(next, "of");
  if (of) ++next;
  if (the && !of && !month_name(a, next)) return false;
  if (!of && a.hyphen(next) && month_name(a, next + 1)) ++next;  // "5-Mar-2001"
  if (!month_name(a, next)) return false;
  if (a.is(next, "may") && a[next + 1].word() && !a[next + 1].digits() && !of && !a[at].digits())
    return false;
  m.month = a[next].entry->month;
  ++next;
  if (a[next].mark('.') && a.glued(next) && a[next - 1].length() <= 4 && a[next + 1].digits(4)) ++next;
  if (a.hyphen(next) && a[next + 1].digits(4)) ++next;
  year_after(a, next, m, next);
  return true;
}

bool weekday_name(const Atoms& a, uint32_t i) {
  if (!a[i].is(is::weekday) || !a[i].capital()) return false;
  if (!a[i].is(is::doubtful)) return true;
  return a[i + 1].is(is::month) || (a[i + 1].mark(',') && a[i + 2].is(is::month)) || a[i + 1].digits(1, 2);
}

}  // namespace

bool read_date(const Atoms& a, uint32_t i, bool british, Expression& e) {
  Moment& m = e.at;
  if (a.same(i, "9") && a[i + 1].mark('/') && a.glued(i + 1) && a.same(i + 2, "11") && a.glued(i + 2) &&
      !a.glued(i) && !a.glued(i + 3)) {
    m.year = 2001;  // the attacks
    m.short_year = true;
    m.month = 9;
    m.day = 11;
    e.next = i + 3;
    return true;
  }
  if (a[i].digits(1, 4) && read_numeric(a, i, british, m, e.next)) {
  } else if (weekday_name(a, i)) {
    m.weekday = a[i].entry->weekday;
    e.next = i + 1;
    if (a[e.next].is(is::part) && !a.is(e.next, "a.m")) {
      m.part = static_cast<DayPart>(a[e.next].entry->part);
      ++e.next;
    }
    uint32_t at = a[e.next].mark(',') ||
                          (a[e.next].mark('.') && a.glued(e.next) && e.next == i + 1 && a[i].length() <= 5)
                      ? e.next + 1
                      : e.next;
    if (a.is(at, "the") && a[at + 1].digits()) ++at;
    Moment date = m;
    uint32_t end = 0;
    if (a[at].is(is::month) || a[at].digits(1, 2) || a[at].is(is::ordinal)) {
      if (read_month_date(a, at, date, end) && date.day) {
        m = date;
        e.next = end;
      } else if (a[at].digits(1, 2) && a.any(at + 1, {"st", "nd", "rd", "th"}) && a.is(at - 1, "the") &&
                 day_number(a, at, date.day, end) && !a[end].word()) {
        m.day = date.day;
        e.next = end;
      }
    }
  } else if (!read_month_date(a, i, m, e.next)) {
    return false;
  }
  if (m.day && m.month && m.day > days_in_month(m.year == kUnset ? 2000 : m.year, m.month)) return false;
  if (m.month && m.year == kUnset && !m.has_clock()) read_year_of(a, e.next, e);
  if (m.month && !m.day && !m.has_clock()) return true;
  if (m.part == DayPart::none && a[e.next].is(is::part) && !m.has_clock() && !a.is(e.next, "dawn")) {
    m.part = static_cast<DayPart>(a[e.next].entry->part);
    ++e.next;
  }
  if (!m.has_clock()) {  // "February 26, 2025 at 16:54 PM ET", "Friday, 8 p.m."
    uint32_t at = e.next, end = 0;
    if (a[at].mark(',')) ++at;
    if (a.any(at, {"at", "by"})) at += a.is(at, "at");
    Moment clock;
    if ((a[at].digits() || a[at].is(is::hour | is::number)) && read_clock(a, at, clock, end)) {
      m.hour = clock.hour;
      m.minute = clock.minute;
      m.second = clock.second;
      m.zone = clock.zone;
      e.next = end;
    }
  }
  return true;
}

}  // namespace claimsift::times
