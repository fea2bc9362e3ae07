// SPDX-License-Identifier: Apache-2.0
// periods.cpp - named periods: "last week", "the third quarter of 1984", "this summer", "the same month",
// "the year-earlier quarter", "the week of March 6", "the day before Friday".
#include "stages/times/period_parts.hpp"

namespace claimsift::times {
namespace {

bool from_text(Which which) {
  return which == Which::previous || which == Which::following || which == Which::same;
}

/// "day after tomorrow", "day before Friday", "day before" behind "the".
bool read_day_beside(const Atoms& a, uint32_t at, bool british, Expression& e) {
  if (!a.is(at, "day") || !a.any(at + 1, {"before", "after"})) return false;
  const bool before = a.is(at + 1, "before");
  e.unit = Unit::day;
  if (a.any(at + 2, {"tomorrow", "yesterday"}) && before == a.is(at + 2, "yesterday")) {
    e.form = Form::offset;
    e.amount = before ? -2 : 2;
    e.next = at + 3;
    return true;
  }
  Expression day;
  day.first = at + 2;
  if (read_date(a, at + 2, british, day) && (day.at.day || day.at.weekday)) {
    day.first = e.first;
    day.unit = Unit::day;
    day.amount = before ? -1 : 1;  // shifts the day
    e = day;
    return true;
  }
  if (a.any(at + 2, {"the", "he", "she", "they", "it", "we", "i", "his", "her", "their", "its", "a"}))
    return false;
  e.which = before ? Which::previous : Which::following;
  e.origin = Origin::text;
  e.next = at + 2;
  return true;
}

/// "week of March 6", "night of April 18" behind "the".
bool read_part_around(const Atoms& a, uint32_t at, bool british, Expression& e) {
  if (!a.any(at, {"week", "morning", "night", "evening", "afternoon", "weekend"}) || !a.is(at + 1, "of"))
    return false;
  const uint32_t from = a.is(at + 2, "the") && a[at + 3].digits() ? at + 3 : at + 2;
  Expression day;
  if (!read_date(a, from, british, day) || !(day.at.day || day.at.weekday)) return false;
  day.first = e.first;
  const Entry& head = *a[at].entry;
  if (head.bits & is::part)
    day.at.part = static_cast<DayPart>(head.part);
  else
    day.unit = static_cast<Unit>(head.unit);
  e = day;
  return true;
}

/// "year-earlier quarter", "year-ago period", "year-earlier".
bool read_year_before(const Atoms& a, uint32_t at, Expression& e) {
  if (a.any(at, {"a", "an"}) && a[at + 2].dash()) e.first = ++at;
  uint32_t head = 0;
  if (!read_year_earlier(a, at, head)) return false;
  e.year_shift = -1;
  e.origin = Origin::text;
  if (read_part_of_year(a, head, e.at, e.next)) return true;
  if (a.any(head, {"period", "quarter"})) {
    e.unit = static_cast<Unit>(a[head].entry->unit);
    e.next = head + 1;
    return true;
  }
  e.unit = Unit::year;
  e.first = at;
  e.next = head;
  return a[at + 1].dash();
}

/// "1988 third quarter", "1988 period" behind "the".
bool read_dated_part(const Atoms& a, uint32_t at, Expression& e) {
  uint32_t next = 0;
  Moment year;
  if (!a[at].digits(4) || !read_year(a, at, year, next)) return false;
  e.at.year = year.year;
  if (read_part_of_year(a, next, e.at, e.next)) return true;
  if (!a.any(next, {"quarter", "period"})) return false;
  e.unit = static_cast<Unit>(a[next].entry->unit);
  e.next = next + 1;
  return true;
}

/// "last half of 1989", "latest quarter", "corresponding period last year".
bool read_reported(const Atoms& a, uint32_t at, Expression& e) {
  if (a.any(at, {"last", "latter"}) && a.is(at + 1, "half") && a.any(at + 2, {"of", "last", "this"})) {
    read_part_of_year(a, at, e.at, e.next);
    read_year_of(a, e.next, e);
    return e.at.year != kUnset || e.year_shift != kUnset;
  }
  if (a.is(at, "latest") && a.any(at + 1, {"quarter", "period", "year"})) {
    e.unit = a.is(at + 1, "year") ? Unit::year : Unit::quarter;
    e.which = e.unit == Unit::year ? Which::last : Which::plain;
    e.next = at + 2;
    return true;
  }
  if (a.any(at, {"corresponding", "comparable"}) && a.any(at + 1, {"period", "quarter"})) {
    e.unit = static_cast<Unit>(a[at + 1].entry->unit);
    e.next = at + 2;
    e.which = Which::same;
    e.origin = Origin::text;
    read_year_of(a, e.next, e);
    return e.year_shift != kUnset || e.at.year != kUnset;
  }
  return false;
}

/// "last week", "this coming Sunday", "that same year", "last year's third quarter"; `the` stood in front.
bool read_which(const Atoms& a, uint32_t at, bool the, bool british, Expression& e) {
  uint32_t head = 0, next = 0;
  if (!which_word(a, at, e.which, head)) return false;
  const bool that = a.is(at, "that");
  if (!the && (e.which == Which::following || e.which == Which::previous))
    return false;  // "following March sales"
  if (that && !a.is(head, "same") && !a[head].is(is::unit | is::part | is::weekday)) return false;
  Which second = Which::plain;
  if (e.which == Which::current && which_word(a, head, second, next) &&
      (second == Which::coming || second == Which::last)) {
    e.which = second;
    head = next;
  } else if (a.is(at, "this") && a.is(head, "past")) {
    e.which = Which::last;
    ++head;
  } else if (that && a.is(head, "same")) {
    ++head;
  }
  if (a.is(head, "very")) ++head;
  if (a.any(head, {"fiscal", "financial", "calendar", "crucial", "school"})) ++head;
  const bool next_day = the && e.which == Which::next && a[head].is(is::part | is::unit) &&
                        !a[head].is(is::hour) &&
                        a.any(head, {"day", "morning", "evening", "night", "afternoon"});
  if (from_text(e.which) || next_day) e.origin = Origin::text;
  if (read_part_of_year(a, head, e.at, e.next)) {
    if (e.which == Which::last || e.which == Which::next) {
      e.year_shift = shift_of(e.which);
      e.which = Which::plain;
    }
    read_year_of(a, e.next, e);
    return true;
  }
  if (!read_named(a, head, e)) return false;
  const Atom& name = a[e.next - 1];
  if (e.unit != Unit::none && name.capital() && !(name.flags & Atom::capitals) && e.at.part == DayPart::none)
    return false;      // titles: "This Week"
  if (e.at.weekday) {  // "this coming Sunday, March 8"
    Expression day;
    const uint32_t day_at = a[e.next].mark(',') ? e.next + 1 : e.next;
    if (a[day_at].is(is::month) && read_date(a, day_at, british, day) && day.at.day) {
      day.at.weekday = e.at.weekday;
      day.first = e.first;
      e = day;
      return true;
    }
  }
  if (e.unit == Unit::moment) {
    e.form = Form::present;
    return a.is(at, "this");
  }
  if (e.unit == Unit::second || e.unit == Unit::minute || e.unit == Unit::hour) return false;
  const uint32_t possessive = a.after_possessive(e.next);
  if (e.unit == Unit::year && possessive > e.next && read_part_of_year(a, possessive, e.at, next)) {
    e.year_shift = shift_of(e.which);
    e.unit = Unit::none;
    e.which = Which::plain;
    e.next = next;
    return true;
  }
  if (e.unit == Unit::period || (e.unit != Unit::none && e.which == Which::same) || e.at.month)
    read_year_of(a, e.next, e);
  return e.unit != Unit::period || e.which == Which::same || e.year_shift != kUnset;
}

/// "third quarter", "first half of 1990" without a word that says which.
bool read_bare_part(const Atoms& a, uint32_t at, bool the, bool owner, Expression& e) {
  if (!read_part_of_year(a, at, e.at, e.next)) return false;
  const bool half = e.at.half, hyphen = a[e.next - 2].dash();
  if (owner || (hyphen && the)) e.first = at;
  if (hyphen)
    return !half || a.any(e.next, {"of", "profit", "profits", "results", "earnings", "sales", "revenue",
                                   "loss", "net", "pretax", "operating"});
  read_year_of(a, e.next, e);
  if (!half) return true;
  if (a.any(at, {"last", "latter"}) && e.at.year == kUnset && e.year_shift == kUnset) return false;
  return (e.at.year != kUnset || e.year_shift != kUnset || (the && !owner)) &&
         !a.any(e.next, {"hour", "time"});
}

/// "the summer", "spring 1990", "in winter".
bool read_season(const Atoms& a, uint32_t at, bool the, Expression& e) {
  if (!a[at].is(is::season)) return false;
  const uint32_t before = at - (the ? 1 : 0);  // behind the preposition
  const bool announced =
      before > 0 && (a.any(before - 1, {"in", "by", "since", "until", "during", "through", "throughout",
                                        "early", "late", "mid"}) ||
                     (!the && a.is(before - 1, "of")) || (the && a.any(before - 1, {"before", "after"})));
  e.at.season = a[at].entry->season;
  e.next = at + 1;
  read_year_of(a, e.next, e);
  if (e.at.year != kUnset || e.year_shift != kUnset) return true;
  if (a.is(at, "fall")) return the && announced && !a.any(at + 1, {"in", "of"});
  if ((a.is(at, "spring") || a[at].capital()) && !the) return false;
  if (the) return !a.is(at + 1, "of") && !a[at + 1].is(is::noun);
  return announced &&
         (!a[at + 1].word() || a.any(at + 1, {"and", "or", "in", "to", "he", "she", "they", "it", "the"}));
}

/// "the quarter", "the weekend", "the year ended ...", "the fiscal year".
bool read_the_unit(const Atoms& a, uint32_t at, Expression& e) {
  const bool fiscal = a.any(at - 1, {"fiscal", "financial", "full"});
  if (!a.any(at, {"quarter", "weekend", "year", "week"}) || a.hyphen(at + 1)) return false;
  e.unit = static_cast<Unit>(a[at].entry->unit);
  e.next = at + 1;
  const bool behind_for = at > 1 && a.is(at - 2, "for");
  switch (e.unit) {
    case Unit::weekend: e.which = Which::last; return true;
    case Unit::week:
      e.which = Which::current;
      return (behind_for || (at > 1 && a.is(at - 2, "of"))) && !a[e.next].word();
    case Unit::quarter:
      if (a[e.next].is(is::noun) || a.is(e.next, "of")) return false;
      read_year_of(a, e.next, e);
      if (e.year_shift == -1) e.origin = Origin::text;
      return true;
    default: break;
  }
  const bool ended = a.any(e.next, {"ended", "ending", "to"});
  if (!ended) {
    e.which = Which::current;
    return fiscal || behind_for || a[e.next].type == Atom::Type::mark;
  }
  e.form = Form::duration;
  e.amount = 1;
  return true;
}

}  // namespace

bool read_period(const Atoms& a, uint32_t i, bool british, Expression& e) {
  uint32_t at = i;
  const bool the = a.is(at, "the");
  const bool owner = a.any(at, {"its", "their", "his", "her", "our", "your", "my"});
  if (the || owner) ++at;
  const auto start = [&] {
    const uint32_t first = e.first;
    e = Expression();
    e.first = first;
    e.definite = the;
    return true;
  };
  start();
  if (the && (read_day_beside(a, at, british, e) || (start() && read_part_around(a, at, british, e))))
    return true;
  if ((start() && read_year_before(a, at, e)) || (the && start() && read_dated_part(a, at, e))) return true;
  if (a.any(at, {"fiscal", "financial"}) || (the && a.is(at, "full"))) ++at;
  if (a[at].dash() && a.glued(at)) ++at;
  if ((start() && read_reported(a, at, e)) || (start() && read_which(a, at, the, british, e))) return true;
  if (start() && read_bare_part(a, at, the, owner, e)) return true;
  return !owner && ((start() && read_season(a, at, the, e)) || (the && start() && read_the_unit(a, at, e)));
}

}  // namespace claimsift::times
