// SPDX-License-Identifier: Apache-2.0
// ranges.cpp - two dates that share words: "22-25 April 1951", "May 4 and 5", "April and June 1955", "499 to
// 493 BC", "1776-80". Each end is an expression of its own.
#include "stages/times/grammar.hpp"

namespace claimsift::times {
namespace {

bool joins(const Atoms& a, uint32_t i) {
  return a[i].dash() || a.any(i, {"to", "and", "or", "through", "until", "till", "thru"});
}

/// A day in digits: "22", "22nd", "the 22nd".
bool read_day(const Atoms& a, uint32_t i, int8_t& day, uint32_t& next) {
  if (a.is(i, "the")) ++i;
  if (!a[i].digits(1, 2) || a[i].value < 1 || a[i].value > 31) return false;
  day = static_cast<int8_t>(a[i].value);
  next = i + 1;
  if (a.glued(next) && a.any(next, {"st", "nd", "rd", "th"})) ++next;
  return true;
}

/// Whether the word at i shows that the number before it counts something else: "May 4 and 5 people".
bool counted(const Atoms& a, uint32_t i) {
  const Atom& w = a[i];
  if (!w.word())
    return w.digits() || w.mark('%') ||
           (w.type == Atom::Type::mark && a.glued(i) && a[i + 1].digits() && a.glued(i + 1));
  if (w.is(is::noun | is::unit | is::units | is::number) || w.capital()) return true;
  return w.length() > 3 && a.text(i).ends_with('s');
}

}  // namespace

bool read_shared_ends(const Atoms& a, uint32_t i, bool british, Expression& first, Expression& second) {
  uint32_t next = 0;
  int8_t day = 0;
  // "22-25 April 1951", "the 13th to the 19th of October"
  if (read_day(a, i, day, next) && joins(a, next)) {
    second = Expression();
    second.first = next + 1;
    const uint32_t from = second.first;
    if ((a[from].digits() || a.is(from, "the")) && !a[from + 1].mark('.') &&
        read_date(a, from, british, second) && second.at.month && second.at.day && !second.at.weekday &&
        second.at.hour < 0 && !a[from].is(is::month) && (second.at.day > day || !a[next].dash())) {
      first = Expression();
      first.first = i;
      first.next = next;
      first.at.day = day;
      first.at.month = second.at.month;
      first.at.year = second.at.year;
      return true;
    }
  }
  // "499 to 493 BC"
  if (a[i].digits(1, 4) && (a[i + 1].dash() || a.any(i + 1, {"to", "and"})) && a[i + 2].digits(1, 4) &&
      a[i + 3].is(is::era) && a[i + 3].entry->era < 0 && a[i + 3].capital()) {
    second = first = Expression();
    first.first = i;
    first.next = i + 1;
    first.at.year = -static_cast<int>(a[i].value);
    second.first = i + 2;
    second.next = i + 4;
    second.at.year = -static_cast<int>(a[i + 2].value);
    return first.at.year != 0 && second.at.year != 0;
  }
  return false;
}

bool read_range_end(const Atoms& a, uint32_t i, Expression& from, Expression& e) {
  const Moment& m = from.at;
  if (m.day && m.month && m.hour < 0 && m.part == DayPart::none && joins(a, i) &&
      from.next == i) {  // "May 4-7, 1951"
    int8_t day = 0;
    uint32_t next = 0;
    const bool before_year =
        a[i - 1].digits(1, 2) || (a.any(i - 1, {"st", "nd", "rd", "th"}) && a.glued(i - 1));
    if (before_year && !a.is(i + 1, "the") && read_day(a, i + 1, day, next) && day > m.day &&
        !counted(a, next) && !a.hyphen(next)) {
      e.at = m;
      e.at.day = day;
      e.at.weekday = 0;
      e.first = i + 1;
      e.next = next;
      const uint32_t year_at = a[next].mark(',') ? next + 1 : next;
      Moment year;
      if (read_year(a, year_at, year, next)) {
        e.at.year = from.at.year = year.year;
        e.next = next;
      }
      return true;
    }
  }
  if (m.year == kUnset || m.year < 0 || m.day || !(a[i].dash() || (a[i].mark('/') && a.glued(i))) ||
      !a[i + 1].digits(2) || !a.glued(i + 1))
    return false;
  const uint32_t at = i + 1;
  if ((a.glued(at + 1) && a[at + 1].type != Atom::Type::mark) || a.hyphen(at + 1)) return false;
  const int year = m.year / 100 * 100 + static_cast<int>(a[at].value);
  if (year <= m.year || year > 2100) return false;
  e.at.year = year;
  e.first = at;
  e.next = at + 1;
  return true;
}

void share_year(const Atoms& a, Expression& before, const Expression& e) {
  if (before.form != Form::calendar || e.form != Form::calendar || e.at.year == kUnset ||
      before.at.year != kUnset || before.year_shift != kUnset)
    return;
  const bool months = before.at.month && e.at.month, seasons = before.at.season >= 0 && e.at.season >= 0;
  const bool quarters = (before.at.quarter && e.at.quarter) || (before.at.half && e.at.half);
  if (!(months || seasons || quarters) || before.which != Which::plain) return;
  const uint32_t gap = e.first - before.next;
  if (gap > 2 || gap == 0 || !(joins(a, before.next) || a[before.next].mark(','))) return;
  const bool span = a[before.next].dash() || a.any(before.next, {"to", "through", "until", "till"});
  const bool turn =
      span && (months ? before.at.month > e.at.month : seasons && before.at.season > e.at.season);
  before.at.year = e.at.year - (turn ? 1 : 0);
}

bool share_day(Expression& before, const Expression& e) {
  if (before.form != Form::calendar || e.form != Form::calendar || before.at.hour < 0 || before.at.has_date())
    return false;
  if (!(e.at.weekday || e.at.day) || e.unit != Unit::none || e.first - before.next > 6) return false;
  Moment m = e.at;
  m.hour = before.at.hour;
  m.minute = before.at.minute;
  m.second = before.at.second;
  m.zone = before.at.zone;
  m.part = DayPart::none;
  before.at = m;
  before.which = e.which;
  return true;
}

}  // namespace claimsift::times
