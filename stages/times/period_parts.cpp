// SPDX-License-Identifier: Apache-2.0
#include "stages/times/period_parts.hpp"

namespace claimsift::times {
namespace {

bool numbered(const Atoms& a, uint32_t i, int& n, uint32_t& next) {
  if (a.any(i, {"final", "last", "closing", "latter"})) {
    n = 0;
    next = i + 1;
    return true;
  }
  return read_ordinal(a, i, n, next) && n >= 1 && n <= 4;
}

void part_behind(const Atoms& a, Expression& e) {
  if (a[e.next].is(is::part) && e.at.part == DayPart::none)
    e.at.part = static_cast<DayPart>(a[e.next++].entry->part);
}

}  // namespace

bool which_word(const Atoms& a, uint32_t i, Which& which, uint32_t& next) {
  next = i + 1;
  if (a.any(i, {"last"}))
    which = Which::last;
  else if (a.any(i, {"next"}))
    which = Which::next;
  else if (a.any(i, {"coming", "upcoming"}))
    which = Which::coming;
  else if (a.any(i, {"this", "current", "present"}))
    which = Which::current;
  else if (a.any(i, {"previous", "prior", "preceding"}))
    which = Which::previous;
  else if (a.any(i, {"following", "ensuing", "subsequent"}))
    which = Which::following;
  else if (a.any(i, {"that", "same"}))
    which = Which::same;
  else
    return false;
  return true;
}

int shift_of(Which which) {
  switch (which) {
    case Which::last:
    case Which::previous: return -1;
    case Which::next:
    case Which::coming:
    case Which::following: return 1;
    default: return 0;
  }
}

bool read_year_earlier(const Atoms& a, uint32_t i, uint32_t& next) {
  if (!a.is(i, "year")) return false;
  const uint32_t at = a[i + 1].dash() ? i + 2 : i + 1;
  if (!a.any(at, {"earlier", "ago"})) return false;
  next = at + 1;
  return true;
}

bool read_part_of_year(const Atoms& a, uint32_t i, Moment& m, uint32_t& next) {
  if (a.is(i, "q") && a[i + 1].digits(1) && a.glued(i + 1) && a[i + 1].value >= 1 && a[i + 1].value <= 4) {
    m.quarter = static_cast<int8_t>(a[i + 1].value);
    next = i + 2;
    return true;
  }
  int n = 0;
  uint32_t at = 0;
  if (!numbered(a, i, n, at)) return false;
  if (a[at].dash()) ++at;
  if (a.any(at, {"fiscal", "financial"})) ++at;
  if (a.is(at, "quarter")) {
    if (a.any(i, {"last", "latter", "closing"})) return false;
    m.quarter = static_cast<int8_t>(n == 0 ? 4 : n);
  } else if (a.is(at, "half") && n <= 2) {
    m.half = static_cast<int8_t>(n == 0 ? 2 : n);
  } else {
    return false;
  }
  next = at + 1;
  return true;
}

bool read_named(const Atoms& a, uint32_t i, Expression& e) {
  const Atom& w = a[i];
  if (w.is(is::season)) {
    if (a.is(i, "fall") && a[i + 1].word() && a.any(i + 1, {"in", "of"}) && e.which == Which::plain)
      return false;
    e.at.season = w.entry->season;
    e.next = i + 1;
    return true;
  }
  if (w.is(is::weekday) && w.capital() && (!w.is(is::doubtful) || w.length() > 3)) {
    e.at.weekday = w.entry->weekday;
    e.next = i + 1;
    part_behind(a, e);
    return true;
  }
  if (w.is(is::month) && w.capital()) {
    e.at.month = w.entry->month;
    e.next = i + 1;
    if (a[e.next].digits(1, 2) && a[e.next].value >= 1 && a[e.next].value <= 31) {
      e.at.day = static_cast<int8_t>(a[e.next].value);
      ++e.next;
    }
    return true;
  }
  if (read_holiday(a, i, e)) return true;
  if (w.is(is::part) && !w.is(is::unit)) {
    e.at.part = static_cast<DayPart>(w.entry->part);
    e.unit = Unit::day;
    e.next = i + 1;
    return true;
  }
  if (!w.is(is::unit) || a.any(i, {"second", "sec", "min", "mins"})) return false;
  e.unit = static_cast<Unit>(w.entry->unit);
  e.next = i + 1;
  if (e.unit == Unit::night) {
    e.unit = Unit::day;
    e.at.part = DayPart::night;
  }
  return true;
}

void read_year_of(const Atoms& a, uint32_t i, Expression& e) {
  uint32_t at = i, next = 0;
  const bool of = a.any(at, {"of", "in"});
  if (of || a[at].mark(',')) ++at;
  Moment year;
  if (!a.is(i, "in") && read_year(a, at, year, next)) {
    e.at.year = year.year;
    e.at.short_year = year.short_year;
    e.next = next;
    return;
  }
  if (a.is(at, "fiscal") && read_year(a, at + 1, year, next)) {
    e.at.year = year.year;
    e.next = next;
    return;
  }
  if (a[i].mark(',') || a.is(i, "in")) return;
  if (a.is(at, "the")) ++at;
  const bool part = e.at.quarter || e.at.half || e.at.season >= 0;
  if (of && part && a.is(at, "year") && a.is(at - 1, "the") && a.after_possessive(at + 1) == at + 1 &&
      !a.hyphen(at + 1) && !a[at + 1].digits()) {  // "the first half of the year"
    e.year_shift = 0;
    e.next = at + 1;
    return;
  }
  if (a.seq(at, {"a", "year", "earlier"}) || a.seq(at, {"a", "year", "ago"})) {
    e.year_shift = -1;
    e.next = at + 3;
    return;
  }
  Which which = Which::plain;
  if (!which_word(a, at, which, next) || !a.is(next, "year") ||
      (a[next + 1].apostrophe() && a.glued(next + 1)))
    return;
  e.year_shift = shift_of(which);
  if (which == Which::previous || which == Which::following || which == Which::same) e.origin = Origin::text;
  e.next = next + 1;
}

}  // namespace claimsift::times
