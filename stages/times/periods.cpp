// SPDX-License-Identifier: Apache-2.0
// periods.cpp - named periods and what tells which one is meant: "last week", "the third quarter of 1984",
// "this summer", "the same month", "the year-earlier quarter".
#include "stages/times/grammar.hpp"

namespace claimsift::times {
namespace {

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

/// "year-earlier", "year-ago" in front of a period.
bool year_earlier(const Atoms& a, uint32_t i, uint32_t& next) {
  if (!a.is(i, "year")) return false;
  const uint32_t at = a[i + 1].dash() ? i + 2 : i + 1;
  if (!a.any(at, {"earlier", "ago"})) return false;
  next = at + 1;
  return true;
}

bool numbered(const Atoms& a, uint32_t i, int& n, uint32_t& next) {
  if (a.any(i, {"final", "last", "closing", "latter"})) {
    n = 0;
    next = i + 1;
    return true;
  }
  return read_ordinal(a, i, n, next) && n >= 1 && n <= 4;
}

/// "third quarter", "fourth-quarter", "Q3", "first half".
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

void part_behind(const Atoms& a, Expression& e) {
  if (a[e.next].is(is::part) && e.at.part == DayPart::none)
    e.at.part = static_cast<DayPart>(a[e.next++].entry->part);
}

/// A season, weekday, month, holiday or unit behind "last", "this" and so on.
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

}  // namespace

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
  if (a.seq(at, {"a", "year", "earlier"}) || a.seq(at, {"a", "year", "ago"})) {
    e.year_shift = -1;
    e.next = at + 3;
    return;
  }
  Which which = Which::plain;
  if (!which_word(a, at, which, next) || !a.is(next, "year") ||
      (a[next + 1].apostrophe() && a.glued(next + 1)))
    return;
  e.year_shift = which == Which::last || which == Which::previous                              ? -1
                 : which == Which::next || which == Which::coming || which == Which::following ? 1
                                                                                               : 0;
  if (which == Which::previous || which == Which::following || which == Which::same) e.origin = Origin::text;
  e.next = next + 1;
}

bool read_period(const Atoms& a, uint32_t i, bool british, Expression& e) {
  uint32_t at = i, next = 0;
  const bool the = a.is(at, "the");
  const bool owner = a.any(at, {"its", "their", "his", "her", "our", "your", "my"});
  if (the || owner) ++at;
  e.definite = the;
  if (the && a.seq(at, {"day", "after", "tomorrow"}))
    return e.form = Form::offset, e.unit = Unit::day, e.amount = 2, e.next = at + 3, true;
  if (the && a.seq(at, {"day", "before", "yesterday"}))
    return e.form = Form::offset, e.unit = Unit::day, e.amount = -2, e.next = at + 3, true;
  if (the && a.is(at, "day") && a.any(at + 1, {"before", "after"})) {
    const bool before = a.is(at + 1, "before");
    Expression day;
    day.first = at + 2;
    if (read_date(a, at + 2, british, day) && (day.at.day || day.at.weekday)) {
      e = day;
      e.first = i;
      e.amount = before ? -1 : 1;  // shifts the day
      e.unit = Unit::day;
      return true;
    }
    if (a[at + 2].word() &&
        a.any(at + 2, {"the", "he", "she", "they", "it", "we", "i", "his", "her", "their", "its", "a"}))
      return false;
    e.which = before ? Which::previous : Which::following;
    e.origin = Origin::text;
    e.unit = Unit::day;
    e.next = at + 2;
    return true;
  }
  // "the week of March 6"
  if (the && a.any(at, {"week", "morning", "night", "evening", "afternoon", "weekend"}) &&
      a.is(at + 1, "of")) {
    Expression day;
    day.first = at + 2;
    const uint32_t from = a.is(at + 2, "the") && a[at + 3].digits() ? at + 3 : at + 2;
    if (read_date(a, from, british, day) && (day.at.day || day.at.weekday)) {
      const Entry& head = *a[at].entry;
      e = day;
      e.first = i;
      if (head.bits & is::unit && !(head.bits & is::part))
        e.unit = static_cast<Unit>(head.unit);
      else
        e.at.part = static_cast<DayPart>(head.part);
      return true;
    }
  }
  if (a.any(at, {"a", "an"}) && year_earlier(a, at + 1, next) && a[at + 2].dash()) e.first = ++at;
  if (year_earlier(a, at, next)) {
    const uint32_t head = next;
    e.year_shift = -1;
    e.origin = Origin::text;
    if (read_part_of_year(a, head, e.at, e.next)) return true;
    if (a.any(head, {"period", "quarter"})) {
      e.unit = static_cast<Unit>(a[head].entry->unit);
      e.next = head + 1;
      return true;
    }
    if (a[at + 1].dash()) {
      e.unit = Unit::year;
      e.first = at;
      e.next = head;
      return true;
    }
    return false;
  }
  if (the && a[at].digits(4)) {  // "the 1988 third quarter", "the 1988 period"
    Moment year;
    if (read_year(a, at, year, next)) {
      e.at.year = year.year;
      if (read_part_of_year(a, next, e.at, e.next)) return true;
      if (a.any(next, {"quarter", "period", "season"})) {
        e.unit = a.is(next, "season") ? Unit::year : static_cast<Unit>(a[next].entry->unit);
        e.next = next + 1;
        return !a.is(next, "season");
      }
      e.at.year = kUnset;
    }
  }
  if (a.any(at, {"fiscal", "financial"}) || (a.is(at, "full") && the)) ++at;
  if (a[at].dash() && a.glued(at)) ++at;
  // "last year's fourth quarter", "this year's"
  Which which = Which::plain;
  if (a.any(at, {"last", "latter"}) && a.is(at + 1, "half") &&
      (a.is(at + 2, "of") || a.any(at + 2, {"last", "this"}))) {
    read_part_of_year(a, at, e.at, e.next);
    read_year_of(a, e.next, e);
    return e.at.year != kUnset || e.year_shift != kUnset;
  }
  if (which_word(a, at, which, next)) {
    if (a.is(at, "that") && !a.is(next, "same") && a[next].is(is::unit | is::part) == false &&
        !a[next].is(is::weekday))
      return false;
    if (which == Which::same && !a.is(at, "that") && !the && !a.is(i, "same")) return false;
    uint32_t head = next;
    Which second = Which::plain;
    uint32_t after = 0;
    if (which == Which::current && which_word(a, head, second, after) &&
        (second == Which::coming || second == Which::last || a.any(head, {"past"})))
      which = second, head = after;
    else if (a.is(at, "this") && a.is(head, "past"))
      which = Which::last, head = head + 1;
    else if (which == Which::same && a.is(head, "same"))
      head = head + 1;
    if (a.is(head, "very")) ++head;
    if (a.any(head, {"fiscal", "financial", "calendar", "crucial", "school"})) ++head;
    e.which = which;
    if (which == Which::previous || which == Which::following || which == Which::same ||
        (the && which == Which::next && a.any(head, {"day", "morning", "evening", "night", "afternoon"})))
      e.origin = Origin::text;
    if (read_part_of_year(a, head, e.at, e.next)) {
      if (which == Which::last || which == Which::next) {
        e.year_shift = which == Which::last ? -1 : 1;
        e.which = Which::plain;
      }
      read_year_of(a, e.next, e);
      return true;
    }
    if (!read_named(a, head, e)) return false;
    if (e.unit != Unit::none && a[e.next - 1].capital() && !(a[e.next - 1].flags & Atom::capitals) &&
        e.at.part == DayPart::none)
      return false;                   // titles: "This Week"
    if (e.at.weekday && !e.at.day) {  // "this coming Sunday, March 8"
      Expression day;
      const uint32_t day_at = a[e.next].mark(',') ? e.next + 1 : e.next;
      if (a[day_at].is(is::month) && read_date(a, day_at, british, day) && day.at.day) {
        day.at.weekday = e.at.weekday;
        day.first = i;
        e = day;
        return true;
      }
    }
    if (e.unit == Unit::moment) {
      if (which != Which::current || a.any(at, {"current", "present"})) return false;
      e.form = Form::present;
      return true;
    }
    if (e.unit == Unit::second || e.unit == Unit::minute || e.unit == Unit::hour) return false;
    const uint32_t possessive = a.after_possessive(e.next);
    if (e.unit == Unit::year && possessive > e.next && read_part_of_year(a, possessive, e.at, next)) {
      e.year_shift = which == Which::last || which == Which::previous    ? -1
                     : which == Which::next || which == Which::following ? 1
                                                                         : 0;
      e.unit = Unit::none;
      e.which = Which::plain;
      e.next = next;
      return true;
    }
    if (e.unit == Unit::period || (e.unit != Unit::none && which == Which::same) || e.at.month)
      read_year_of(a, e.next, e);
    if (e.unit == Unit::period && which != Which::same && e.year_shift == kUnset) return false;
    return true;
  }
  if (a.is(at, "latest") && a.any(at + 1, {"quarter", "period", "year"})) {
    e.which = Which::last;
    e.unit = static_cast<Unit>(a[at + 1].entry->unit);
    if (e.unit == Unit::period) e.unit = Unit::quarter;
    if (e.unit == Unit::quarter) e.which = Which::plain;
    e.next = at + 2;
    return true;
  }
  if (a.any(at, {"corresponding", "comparable", "year-ago"}) && a.any(at + 1, {"period", "quarter"})) {
    e.unit = static_cast<Unit>(a[at + 1].entry->unit);
    e.next = at + 2;
    e.which = Which::same;
    e.origin = Origin::text;
    read_year_of(a, e.next, e);
    return e.year_shift != kUnset || e.at.year != kUnset;
  }
  if (read_part_of_year(a, at, e.at, e.next)) {
    const bool half = e.at.half, hyphen = a[e.next - 2].dash();
    if (owner || (hyphen && the)) e.first = at;
    if (hyphen)
      return e.at.quarter != 0 || a.any(e.next, {"of", "profit", "profits", "results", "earnings", "sales",
                                                 "revenue", "loss", "net", "pretax", "operating"});
    read_year_of(a, e.next, e);
    return !(half && e.at.year == kUnset && e.year_shift == kUnset && (!the || owner)) &&
           !(half && a[e.next].word() && a.any(e.next, {"hour", "time"}));
  }
  if (owner) return false;
  if (a[at].is(is::season)) {
    const bool named = the || (i > 0 && a.any(i - 1, {"in", "by", "since", "until", "during", "through",
                                                      "early", "late", "mid", "of"}));
    Expression season = e;
    season.at.season = a[at].entry->season;
    season.next = at + 1;
    read_year_of(a, season.next, season);
    const bool dated = season.at.year != kUnset || season.year_shift != kUnset;
    if (a.is(at, "fall") && !dated &&
        !(the && i > 0 &&
          a.any(i - 1, {"in", "by", "since", "until", "during", "through", "throughout", "before", "after",
                        "early", "late"})))
      return false;
    if (a.is(at, "spring") && !dated && !the) return false;
    if (a[at].capital() && a.is(at - 1, "the") == false && !dated) return false;
    if (!dated && (!named || a[season.next].is(is::noun) ||
                   (a[season.next].word() && !the &&
                    !a.any(season.next, {"and", "or", "of", "in", "to", "he", "she", "they", "it", "the"}))))
      return false;
    if (!dated && the && a.is(season.next, "of")) return false;
    e = season;
    return true;
  }
  if (!the) return false;
  if (a.any(at, {"quarter", "weekend"}) ||
      (a.is(at, "year") &&
       (a[at + 1].type == Atom::Type::mark || a.any(at + 1, {"ended", "ending", "to"}) ||
        a.is(i - 1, "for")) &&
       !a.hyphen(at + 1))) {
    e.unit = static_cast<Unit>(a[at].entry->unit);
    e.next = at + 1;
    if (e.unit == Unit::quarter && (a[e.next].is(is::noun) || a.is(e.next, "of"))) return false;
    if (e.unit == Unit::quarter) {
      read_year_of(a, e.next, e);
      if (e.year_shift == -1) e.origin = Origin::text;
    }
    if (e.unit == Unit::year) {
      e.form = Form::duration;
      e.amount = 1;
    }
    if (e.unit == Unit::weekend) e.which = Which::last;
    return true;
  }
  if (a.seq(at, {"fiscal", "year"}))
    return e.unit = Unit::year, e.which = Which::current, e.next = at + 2, true;
  if (a.is(at, "year") && (a.is(at - 1, "fiscal") || a.is(at - 1, "full")))
    return e.unit = Unit::year, e.which = Which::current, e.next = at + 1, true;
  return false;
}

}  // namespace claimsift::times
