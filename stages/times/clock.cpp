// SPDX-License-Identifier: Apache-2.0
// clock.cpp - clock times: "16:54", "5:30 p.m. EST", "noon", "four o'clock", "1430 GMT".
#include "stages/times/grammar.hpp"

namespace claimsift::times {
namespace {

bool read_am_pm(const Atoms& a, uint32_t i, int8_t& hour, uint32_t& next) {
  uint32_t at = i;
  int half = 0;
  if (a[at].is(is::ampm)) {
    half = a[at].entry->ampm;
    ++at;
    if (a[at].mark('.') && a.glued(at) && a.is(at - 1, "p.m")) ++at;
  } else if (a.any(at, {"a", "p"}) && a.is(at + 1, "m") && a[at + 1].begin <= a[at].end + 1) {
    half = a.is(at, "a") ? 1 : 2;  // "5 p m", a slip
    at += 2;
  } else if (a.seq(at, {"in", "the", "morning"})) {
    half = 1;
    at += 3;
  } else if (a.seq(at, {"in", "the", "afternoon"}) || a.seq(at, {"in", "the", "evening"}) ||
             a.seq(at, {"at", "night"})) {
    half = 2;
    at += a.is(at, "at") ? 2 : 3;
  } else {
    return false;
  }
  if (half == 2 && hour < 12) hour = static_cast<int8_t>(hour + 12);
  if (half == 1 && hour == 12) hour = 0;
  next = at;
  return true;
}

/// "EST", "GMT", "Eastern time", "local time", "(GMT +8)", "Z", "+02:00".
bool read_zone(const Atoms& a, uint32_t i, Moment& m, uint32_t& next) {
  uint32_t at = i;
  const bool bracket = a[at].mark('(');
  if (bracket) ++at;
  if (a[at].is(is::zone) && (a[at].flags & Atom::capitals)) {
    m.zone = a[at].entry->zone;
    ++at;
    if ((a[at].mark('+') || a[at].dash()) && a[at + 1].digits(1, 2) && a.glued(at + 1) &&
        a[at + 1].value <= 14) {
      m.zone =
          static_cast<int16_t>(m.zone + (a[at].mark('+') ? 60 : -60) * static_cast<int>(a[at + 1].value));
      at += 2;
    }
  } else if (a.any(at, {"eastern", "central", "mountain", "pacific", "local", "moscow", "london", "greenwich",
                        "beijing", "tokyo", "paris"}) &&
             (a.is(at + 1, "time") ||
              (a.any(at + 1, {"standard", "daylight", "mean", "summer"}) && a.is(at + 2, "time")))) {
    m.zone = a.is(at, "greenwich") ? 0 : 999;
    at += a.is(at + 1, "time") ? 2 : 3;
  } else {
    return false;
  }
  if (bracket) {
    if (!a[at].mark(')')) return false;
    ++at;
  }
  next = at;
  return true;
}

/// Behind "o'clock" at i, else i.
uint32_t after_oclock(const Atoms& a, uint32_t i) {
  if (a.any(i, {"o'clock", "o’clock"})) return i + 1;
  return a.is(i, "o") && a[i + 1].apostrophe() && a.is(i + 2, "clock") ? i + 3 : i;
}

bool announces_clock(const Atoms& a, uint32_t i) {
  return i > 0 && a.any(i - 1, {"at", "by", "until", "till", "from", "before", "after", "around", "about",
                                "since", "between"});
}

}  // namespace

bool read_clock(const Atoms& a, uint32_t i, Moment& m, uint32_t& next) {
  if (a[i].is(is::hour)) {
    m.hour = a[i].entry->hour;
    m.minute = 0;
    next = i + 1;
    read_zone(a, next, m, next);
    return true;
  }
  int words = 0;
  uint32_t after = 0;
  const bool half = a.is(i, "half"), quarter = a.is(i, "quarter");
  if ((half && a.is(i + 1, "past")) || (quarter && a.any(i + 1, {"past", "to"}))) {  // "half past five"
    if (a[i + 2].digits(1, 2))
      words = static_cast<int>(a[i + 2].value), after = i + 3;
    else if (!read_words(a, i + 2, words, after))
      return false;
    if (words < 1 || words > 12 || a[after].is(is::unit | is::units | is::noun) || a[after].mark('%'))
      return false;
    const bool to = a.is(i + 1, "to");
    m.hour = static_cast<int8_t>(to ? (words + 11) % 12 : words);
    m.minute = half ? 30 : to ? 45 : 15;
    next = after;
    read_am_pm(a, next, m.hour, next);
    read_zone(a, next, m, next);
    return true;
  }
  if (!a[i].digits() && read_words(a, i, words, after) && words >= 1 &&
      words <= 12) {  // "four o'clock", "five p.m."
    m.hour = static_cast<int8_t>(words);
    m.minute = 0;
    if (const uint32_t end = after_oclock(a, after); end > after)
      next = end;
    else if (a[after].is(is::ampm) && a[after].length() > 2)
      next = after;
    else
      return false;
    read_am_pm(a, next, m.hour, next);
    read_zone(a, next, m, next);
    return true;
  }
  if (!a[i].digits(1, 4) || (i > 0 && a.glued(i) && a[i - 1].type == Atom::Type::mark && !a[i - 1].dash() &&
                             !is_opening(a[i - 1].value) && !is_double_quote(a[i - 1].value)))
    return false;
  if (a[i].digits(1, 2) && a[i].value <= 24 && (a[i + 1].mark(':') || a[i + 1].mark('.')) && a.glued(i + 1) &&
      a[i + 2].digits(2) && a.glued(i + 2) && a[i + 2].value < 60) {
    const bool colon = a[i + 1].mark(':');
    m.hour = static_cast<int8_t>(a[i].value);
    m.minute = static_cast<int8_t>(a[i + 2].value);
    next = i + 3;
    if (colon && a[next].mark(':') && a.glued(next) && a[next + 1].digits(2) && a.glued(next + 1) &&
        a[next + 1].value < 60) {
      m.second = static_cast<int8_t>(a[next + 1].value);
      next += 2;
    } else if (a[next].mark(':') ||
               (a[next].mark('.') && a.glued(next) && a[next + 1].digits() && a.glued(next + 1))) {
      return false;
    }
    bool sure = false;
    if (a.any(next, {"hrs", "hours", "h"}) && (a.glued(next) || a[i].digits(2))) {
      ++next;
      sure = true;
    }
    sure |= read_am_pm(a, next, m.hour, next);
    sure |= read_zone(a, next, m, next);
    return sure || (colon && a[i].value < 24 &&
                    (announces_clock(a, i) || i == 0 ||
                     (a[i].length() == 2 && (a[i - 1].mark(',') || a[i - 1].mark('(')))));
  }
  if (a[i].digits(4) && a[i].value / 100 < 24 && a[i].value % 100 < 60) {  // "1430 GMT", "0600 hours"
    if (!(a[i + 1].is(is::zone) && (a[i + 1].flags & Atom::capitals)) &&
        !(a.any(i + 1, {"hours", "hrs", "h"}) && a[i].value < 1000))
      return false;
    m.hour = static_cast<int8_t>(a[i].value / 100);
    m.minute = static_cast<int8_t>(a[i].value % 100);
    next = i + 1;
    if (a.any(next, {"hours", "hrs", "h"})) ++next;
    read_zone(a, next, m, next);
    return true;
  }
  if (!a[i].digits(1, 2) || a[i].value > 12 || a[i].value == 0) return false;
  m.hour = static_cast<int8_t>(a[i].value);
  m.minute = 0;
  next = i + 1;
  if (const uint32_t end = after_oclock(a, next); end > next) {
    next = end;
    read_am_pm(a, next, m.hour, next);
  } else if (!read_am_pm(a, next, m.hour, next)) {
    return false;
  }
  read_zone(a, next, m, next);
  return true;
}

bool read_clock_time(const Atoms& a, uint32_t i, bool british, Expression& e) {
  if (a.is(i, "mid")) {  // "mid-afternoon yesterday"
    const uint32_t part = a[i + 1].dash() ? i + 2 : i + 1;
    if (!a.any(part, {"morning", "afternoon"})) return false;
    e.at.part = static_cast<DayPart>(a[part].entry->part);
    e.mod = TimeMod::mid;
    e.next = part + 1;
  } else if (!read_clock(a, i, e.at, e.next)) {
    return false;
  }
  uint32_t at = e.next;
  if (a[at].mark(',')) ++at;
  if (a.is(at, "on")) ++at;
  Expression day;
  day.first = at;
  if (a.any(at, {"today", "yesterday", "tomorrow"}) ? read_reference(a, at, day)
                                                    : read_date(a, at, british, day)) {
    if (day.at.has_clock()) return true;
    const Moment clock = e.at;
    const uint32_t first = e.first;
    const TimeMod mod = e.mod;
    e = day;
    e.first = first;
    e.mod = mod;
    e.at.part = clock.part;
    e.at.hour = clock.hour;
    e.at.minute = clock.minute;
    e.at.second = clock.second;
    e.at.zone = clock.zone;
  }
  return true;
}

}  // namespace claimsift::times
