// SPDX-License-Identifier: Apache-2.0
// references.cpp - words that point at a time by themselves: "today", "last night", "now", "recently", "the
// future".
#include "stages/times/grammar.hpp"

namespace claimsift::times {

bool read_reference(const Atoms& a, uint32_t i, Expression& e) {
  const Atom& w = a[i];
  if (w.is(is::day)) {
    if (w.capital() && i > 0 && a[i - 1].capital() && !(w.flags & Atom::capitals))
      return false;                                                       // titles: "USA Today"
    if (a.is(i, "tomorrow") && i > 0 && a.is(i - 1, "of")) return false;  // "the people of tomorrow"
    e.form = Form::offset;
    e.unit = Unit::day;
    e.amount = w.entry->day;
    e.next = i + 1;
    const uint32_t at = a.after_possessive(e.next);
    if (a[at].is(is::part) && at == e.next) {
      e.at.part = static_cast<DayPart>(a[at].entry->part);
      ++e.next;
    } else {
      Moment clock;
      uint32_t end = 0;
      if (a.is(e.next, "at") && (a[e.next + 1].digits() || a[e.next + 1].is(is::hour | is::number)) &&
          read_clock(a, e.next + 1, clock, end)) {
        e.at.hour = clock.hour;
        e.at.minute = clock.minute;
        e.at.zone = clock.zone;
        e.next = end;
      }
    }
    return true;
  }
  if (w.is(is::tonight)) {
    e.form = Form::offset;
    e.unit = Unit::day;
    e.at.part = DayPart::night;
    e.next = i + 1;
    return true;
  }
  if (a.is(i, "now") || w.is(is::present)) {
    if (a.hyphen(i) || a.hyphen(i + 1) || (i > 0 && a.is(i - 1, "from"))) return false;
    e.form = Form::present;
    e.next = i + 1;
    return true;
  }
  if (a.seq(i, {"right", "now"}) || a.seq(i, {"these", "days"}) || a.seq(i, {"at", "present"})) {
    e.form = Form::present;
    e.next = i + 2;
    return true;
  }
  if (w.is(is::past)) {
    e.form = Form::past;
    e.next = i + 1;
    return true;
  }
  const uint32_t at = a.is(i, "the") ? i + 1 : i;
  if (at > i && a.any(at, {"near", "distant", "foreseeable", "immediate"}) &&
      a.any(at + 1, {"future", "past"})) {
    e.form = a.is(at + 1, "past") ? Form::past : Form::future;
    e.next = at + 2;
    return true;
  }
  if (at > i && a.any(at, {"future", "past", "present"})) {
    const Atom& behind = a[at + 1];
    if (behind.word() && !behind.is(is::will | is::was) &&
        !a.any(at + 1,
               {"and", "or",    "but",    "that", "when",  "as",     "if",      "because", "with", "of",
                "for", "is",    "to",     "by",   "has",   "will",   "have",    "he",      "she",  "they",
                "it",  "we",    "i",      "you",  "while", "if",     "without", "from",    "in",   "on",
                "at",  "after", "before", "than", "so",    "unless", "who",     "which"}))
      return false;
    if (a.hyphen(at + 1)) return false;
    e.form = a.is(at, "past") ? Form::past : a.is(at, "future") ? Form::future : Form::present;
    e.next = at + 1;
    return true;
  }
  return false;
}

}  // namespace claimsift::times
