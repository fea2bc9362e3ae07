// SPDX-License-Identifier: Apache-2.0
// spans.cpp - counts of units: durations ("three years", "the past two weeks", "10-hour"), points counted
// from another ("two years ago", "three days later") and sets ("every Monday", "$10 a year").
#include <cmath>

#include "stages/times/grammar.hpp"

namespace claimsift::times {
namespace {

bool is_unit(const Atoms& a, uint32_t i) {
  return a[i].is(is::unit | is::units) &&
         !a.any(i, {"period", "periods", "moment", "moments", "quarter", "quarters"});
}
Unit unit_at(const Atoms& a, uint32_t i) { return static_cast<Unit>(a[i].entry->unit); }

/// "-old", " old", " of age": an age.
bool age_behind(const Atoms& a, uint32_t i) {
  if (a[i].dash()) ++i;
  return a.any(i, {"old", "olds"}) || a.seq(i, {"of", "age"}) || a.is(i, "older") || a.is(i, "younger");
}

/// What turns a length into a point: "ago", "earlier", "later", "from now", "before".
bool read_direction(const Atoms& a, uint32_t i, Expression& e) {
  uint32_t at = i;
  const bool about = a.seq(at, {"or", "so"}) || a.seq(at, {"or", "more"});
  if (about) at += 2;
  if (a.is(at, "ago")) {
    e.form = Form::offset;
    e.amount = -e.amount;
    e.next = at + 1;
  } else if (a.seq(at, {"from", "now"}) || a.seq(at, {"from", "today"}) || a.is(at, "hence")) {
    e.form = Form::offset;
    e.next = at + (a.is(at, "hence") ? 1 : 2);
  } else if ((a.any(at, {"earlier", "previously"}) && !a.is(at + 1, "than")) ||
             (a.is(at, "before") && a[at + 1].type == Atom::Type::mark)) {
    e.form = Form::offset;
    e.origin = Origin::text;
    e.amount = -e.amount;
    e.next = at + 1;
  } else if (a.any(at, {"later", "afterward", "afterwards", "thereafter"}) ||
             (a.is(at, "after") && a[at + 1].type == Atom::Type::mark)) {
    if (a.is(at + 1, "than")) return false;
    e.form = Form::offset;
    e.origin = Origin::text;
    e.next = at + 1;
  } else {
    return false;
  }
  if (about) e.mod = TimeMod::approx;
  return true;
}

/// Behind a rate's amount: "$10 a year", "three times a week", "500 jobs a month".
bool rate_before(const Atoms& a, uint32_t i) {
  if (i == 0) return false;
  const Atom& before = a[i - 1];
  if (before.digits() || before.mark('%') || before.is(is::noun | is::units)) return true;
  if (before.is(is::number) && before.entry->number >= 100) return true;
  return a.any(i - 1, {"once", "twice", "thrice"});
}

}  // namespace

bool read_set(const Atoms& a, uint32_t i, Expression& e) {
  if (a[i].is(is::often)) {
    if (a.is(i, "quarterly") && a[i + 1].word() &&
        !a.any(i + 1, {"and", "or", "in", "by", "to", "from", "for", "on"}))
      return false;
    e.form = Form::set;
    e.period = a.lexicon().often(a[i].entry->often).c_str();
    e.next = i + 1;
    return true;
  }
  if (a.any(i, {"every", "each"})) {
    uint32_t at = i + 1;
    e.form = Form::set;
    e.quant = a.is(i, "every") ? "EVERY" : "EACH";
    e.amount = 1;
    if (a.any(at, {"other", "second"}) && a[at + 1].is(is::unit | is::weekday)) {
      e.amount = 2;
      ++at;
    } else if (Number n; !a.any(at, {"a", "an"}) && read_count(a, at, n) && !std::isnan(n.value)) {
      e.amount = n.value;
      at = n.next;
    }
    if (a.any(at, {"single", "fiscal", "calendar", "passing"})) ++at;
    if (is_unit(a, at) || a.is(at, "quarter")) {
      e.unit = unit_at(a, at);
      if (e.unit == Unit::second && e.amount == 1) return false;
      e.next = at + 1;
      return true;
    }
    if (a[at].is(is::weekday) && a[at].capital()) {
      e.at.weekday = a[at].entry->weekday;
      e.next = at + 1;
      if (a[e.next].is(is::part)) e.at.part = static_cast<DayPart>(a[e.next++].entry->part);
      return true;
    }
    if (a[at].is(is::month) && a[at].capital()) {
      e.at.month = a[at].entry->month;
      e.next = at + 1;
      if (a[e.next].digits(1, 2) && a[e.next].value >= 1 && a[e.next].value <= 31)
        e.at.day = static_cast<int8_t>(a[e.next++].value);
      return true;
    }
    if (a[at].is(is::season)) {
      e.at.season = a[at].entry->season;
      e.next = at + 1;
      return true;
    }
    if (a[at].is(is::part)) {
      e.at.part = static_cast<DayPart>(a[at].entry->part);
      e.next = at + 1;
      return true;
    }
    return false;
  }
  if (a[i].is(is::weekdays) && a[i].capital()) {
    e.form = Form::set;
    e.at.weekday = a[i].entry->weekday;
    e.next = i + 1;
    return true;
  }
  if (a[i].is(is::weekday) && a[i].capital() && a[i + 1].is(is::parts)) {
    e.form = Form::set;
    e.at.weekday = a[i].entry->weekday;
    e.at.part = static_cast<DayPart>(a[i + 1].entry->part);
    e.next = i + 2;
    return true;
  }
  if (a.any(i, {"a", "an"}) && a[i + 1].is(is::unit) && is_unit(a, i + 1) && rate_before(a, i)) {
    e.form = Form::set;
    e.unit = unit_at(a, i + 1);
    e.amount = 1;
    e.next = i + 2;
    return e.unit != Unit::second && !a.any(i + 2, {"ago", "earlier", "later", "from", "before", "after"});
  }
  return false;
}

bool read_span(const Atoms& a, uint32_t i, Expression& e) {
  uint32_t at = i;
  const bool the = a.any(at, {"the", "these", "those", "its", "their", "his", "her"});
  if (the) ++at;
  const uint32_t first_word = at;
  bool framed = false;  // "past", "next" before the count
  bool first = false;
  if (a.any(at, {"past", "last", "next", "coming", "recent", "previous", "preceding", "following", "latest",
                 "final", "upcoming", "first", "opening", "closing"})) {
    first = a.any(at, {"first", "opening", "final", "closing"});
    framed = true;
    ++at;
  }
  Number n;
  bool counted = read_count(a, at, n);
  if (counted && n.article && framed) counted = false;
  uint32_t unit = counted ? n.next : at;
  if (!counted) n.value = n.high = NAN;
  const bool hyphen = counted && a.hyphen(unit) && is_unit(a, unit + 1);
  if (hyphen) ++unit;
  if (a.any(unit, {"more",    "additional", "consecutive", "straight", "full", "trading",    "business",
                   "working", "whole",      "calendar",    "fiscal",   "long", "successive", "solid",
                   "further", "extra",      "other",       "short",    "past", "previous",   "or"}) &&
      counted) {
    if (a.seq(unit, {"or", "so"}) || a.seq(unit, {"or", "more"}))
      unit += 2;
    else if (!a.is(unit, "or"))
      ++unit;
  }
  const bool quarters =
      a.is(unit, "quarters") && !hyphen &&
      ((counted && (n.value != 3 || framed)) || (framed && !a.any(first_word, {"early", "final", "latest"})));
  if (!is_unit(a, unit) && !quarters) return false;
  const bool plural = a[unit].is(is::units);
  if (a[unit].capital() && !(a[unit].flags & Atom::capitals) && unit > 0 && i > 0)
    return false;  // titles: "60 Minutes"
  if (a.hyphen(unit + 1) && !a.is(unit + 2, "long") && !plural)
    return false;  // "a year-earlier loss", "year-over-year"
  e.unit = unit_at(a, unit);
  if (hyphen && age_behind(a, unit + 1)) return false;
  if (counted && age_behind(a, unit + 1)) return false;
  e.next = unit + 1;
  e.form = Form::duration;
  e.amount = counted ? n.value : NAN;
  e.definite = the;
  if (e.unit == Unit::second && !plural && !(counted && hyphen && n.digits)) return false;
  if (a.any(unit, {"min", "sec", "hr", "yr", "wk"}) && !(counted && !n.article)) return false;
  if (!counted) {
    if (!plural) {
      if (framed && !first && a.any(first_word, {"past", "last", "next", "coming", "previous"}) &&
          !a.any(unit, {"quarter", "second", "minute"})) {
        if (!a.is(first_word, "past")) return false;  // read_period
        if (!the && i > 0 && !a.is(i - 1, "this")) return false;
        e.amount = 1;
        if (e.unit == Unit::year) {
          e.form = Form::calendar;
          e.which = Which::last;
        }
        if (e.unit == Unit::weekend) {
          e.form = Form::calendar;
          e.which = Which::last;
        }
        return true;
      }
      if (a.hyphen(unit + 1) && a.is(unit + 2, "long")) {
        e.amount = 1;
        e.next = unit + 3;
        return true;
      }
      return false;
    }
    if (a.hyphen(unit + 1) && a.is(unit + 2, "long")) {
      e.next = unit + 3;
      return true;
    }
    if (first && !the) return false;
    Expression point = e;
    if (!framed && !the && read_direction(a, e.next, point)) {
      e = point;
      return true;
    }
    if (framed && (a.is(first_word, "past") || a.is(first_word, "recent") || the ||
                   a.any(first_word, {"coming", "next", "last"})))
      return !a.any(first_word, {"first", "final", "opening", "closing", "early", "latest"});
    if (!framed && the) return false;
    if (!framed && e.unit == Unit::second) return false;
    if (!framed && ((a[i].capital() && i > 0) || a[e.next].digits(4))) return false;  // "the years 1751-1777"
    if (!framed && i > 1 && a.is(i - 1, "of") &&
        a.any(i - 2, {"hundreds", "thousands", "matter", "tens", "dozens"}))
      return false;
    if (!framed && i > 0 && (a[i - 1].digits() || a[i - 1].is(is::number | is::ordinal))) return false;
    if (!framed && (e.unit == Unit::night || e.unit == Unit::weekend)) return false;
    return true;
  }
  if (n.article) {
    if (a.hyphen(unit + 1) && a.is(unit + 2, "long")) {  // "a year-long siege"
      e.first = unit;
      e.next = unit + 3;
      if (plural) e.amount = NAN;
      return true;
    }
    if (plural || a.any(unit - 1, {"fiscal", "calendar"}) || a.any(unit, {"second", "moment"}) ||
        e.unit == Unit::weekend || e.unit == Unit::night)
      return false;
    if (a.seq(e.next, {"and", "a", "half"})) {
      e.amount += 0.5;
      e.next += 3;
    }
  }
  if (a.hyphen(e.next) && a.is(e.next + 1, "long")) e.next += 2;
  if (hyphen && a.is(e.next, "period") && i > 0 && !framed) {  // "a three-year period"
    if (a.any(i - 1, {"a", "the", "same"}) && !the) e.first = i - 1;
    ++e.next;
    return true;
  }
  if (the && !framed && (hyphen || !plural)) e.first = first_word;  // "the 23-year war"
  if (!the && first_word != i) e.first = first_word;
  if (e.unit == Unit::fortnight) {
    e.unit = Unit::week;
    e.amount *= 2;
  }
  if (a.seq(e.next, {"and", "a", "half"}) && !hyphen) {
    e.amount += 0.5;
    e.next += 3;
  }
  if (!hyphen && !framed && read_direction(a, e.next, e)) return true;
  if (n.couple && e.mod == kNoMod) e.mod = TimeMod::approx;
  return true;
}

}  // namespace claimsift::times
