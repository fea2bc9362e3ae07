// SPDX-License-Identifier: Apache-2.0
#include "stages/times/modifiers.hpp"

namespace claimsift::times {
namespace {

using Kind = Prefix::Kind;

bool counts(const Atoms& a, uint32_t i) {
  return a[i].digits() || a[i].is(is::number) || a.any(i, {"a", "an", "half", "the", "another"}) ||
         a[i].mark(0xBD);
}

}  // namespace

bool read_prefix(const Atoms& a, uint32_t i, Prefix& p) {
  const auto prefix = [&](TimeMod mod, Kind kind, uint32_t next, bool of = false) {
    p = {mod, kind, next, of};
    return true;
  };
  if (!a[i].is(is::modifier)) return false;
  if (a.any(i, {"about", "around", "approximately", "roughly", "circa"}))
    return prefix(TimeMod::approx, Kind::near, i + 1);
  if (a.is(i, "ca") && a[i + 1].mark('.')) return prefix(TimeMod::approx, Kind::near, i + 2);
  if (a.is(i, "some")) return prefix(TimeMod::approx, Kind::amount, i + 1);
  if (a.any(i, {"almost", "nearly"})) return prefix(TimeMod::less_than, Kind::near, i + 1);
  if (a.is(i, "under")) return prefix(TimeMod::less_than, Kind::amount, i + 1);
  if (a.is(i, "over")) return prefix(TimeMod::more_than, Kind::amount, i + 1);
  if (a.seq(i, {"more", "than"})) return prefix(TimeMod::more_than, Kind::amount, i + 2);
  if (a.any(i, {"less", "fewer"}) && a.is(i + 1, "than"))
    return prefix(TimeMod::less_than, Kind::amount, i + 2);
  if (a.seq(i, {"at", "least"})) return prefix(TimeMod::equal_or_more, Kind::amount, i + 2);
  if (a.seq(i, {"at", "most"}) || a.seq(i, {"up", "to"}))
    return prefix(TimeMod::equal_or_less, Kind::amount, i + 2);
  if (a.is(i, "no") && a.any(i + 1, {"more", "less", "fewer", "later", "earlier"}) && a.is(i + 2, "than"))
    return prefix(a.is(i + 1, "more") ? TimeMod::equal_or_less : TimeMod::equal_or_more, Kind::amount, i + 3);
  const uint32_t at = a.is(i, "the") ? (a.is(i + 1, "very") ? i + 2 : i + 1) : i;
  if (a.any(at, {"end", "beginning", "start", "middle", "close", "turn", "conclusion", "opening", "dawn",
                 "outset"}) &&
      a.is(at + 1, "of")) {
    if (at == i && a.any(at, {"end", "close", "turn", "dawn", "opening"}) &&
        !(i > 0 && a.any(i - 1, {"by", "at", "until", "from", "since"})))
      return false;
    const TimeMod mod = a.any(at, {"end", "close", "conclusion"}) ? TimeMod::end
                        : a.is(at, "middle")                      ? TimeMod::mid
                                                                  : TimeMod::start;
    return prefix(mod, Kind::phase, at + 2, true);
  }
  if (at > i && a.any(at, {"latter", "early", "later"}) &&
      a.any(at + 1, {"part", "days", "months", "years"}) && a.is(at + 2, "of"))
    return prefix(a.is(at, "early") ? TimeMod::start : TimeMod::end, Kind::phase, at + 3, true);
  if (a.any(at, {"early", "earlier", "late", "later"})) {
    const TimeMod mod = a.any(at, {"early", "earlier"}) ? TimeMod::start : TimeMod::end;
    const bool in = a.any(at + 1, {"in", "on"});
    if (a[at + 1].dash() && a.glued(at + 1)) return prefix(mod, Kind::phase, at + 2);
    return prefix(mod, Kind::phase, in ? at + 2 : at + 1, in);
  }
  if (a.any(at, {"mid", "middle"}))
    return prefix(TimeMod::mid, Kind::phase, a[at + 1].dash() ? at + 2 : at + 1);
  return false;
}

bool fits(const Atoms& a, const Prefix& p, const Expression& e) {
  const bool point = e.form == Form::calendar || e.form == Form::offset;
  if (p.kind == Kind::phase) {
    if (!point || (e.form == Form::offset && e.unit != Unit::day)) return false;
    // "earlier Friday": the word tells when in the story, not which part of the day
    if (a.any(p.next - 1, {"earlier", "later"}) &&
        (e.at.weekday || (e.form == Form::offset && e.amount == 0)))
      return false;
    return e.at.hour < 0;
  }
  if (e.form == Form::duration || e.form == Form::offset)
    return counts(a, p.next) &&
           !(a.is(p.next, "the") && p.kind == Kind::amount && !a.is(p.next - 1, "least")) &&
           !(a.is(p.next, "the") && a.any(p.next - 1, {"over", "under", "about", "around"}));
  if (p.kind == Kind::amount || e.form != Form::calendar || a.is(p.next, "the")) return false;
  return e.at.hour >= 0 || e.at.year != kUnset || (e.at.day && !e.at.weekday) || e.at.holiday >= 0 ||
         e.unit == Unit::year;
}

bool read_running_unit(const Atoms& a, uint32_t i, Expression& e) {
  if (!a.is(i, "the")) return false;
  const uint32_t at = a.any(i + 1, {"fiscal", "financial", "school", "calendar"}) ? i + 2 : i + 1;
  if (!a.any(at, {"year", "month", "week", "quarter", "decade", "century", "day"}) || a.hyphen(at + 1))
    return false;
  if (a.is(at, "day") && !a.any(i - 1, {"of", "in"})) return false;
  e.which = Which::current;
  e.unit = static_cast<Unit>(a[at].entry->unit);
  e.next = at + 1;
  return true;
}

void read_suffix(const Atoms& a, Expression& e) {
  if (e.mod != kNoMod) return;
  if (a.seq(e.next, {"or", "so"}) && e.form == Form::duration)
    e.mod = TimeMod::approx;
  else if (a.seq(e.next, {"or", "more"}) && e.form == Form::duration)
    e.mod = TimeMod::equal_or_more;
  else if (a.seq(e.next, {"or", "less"}) && e.form == Form::duration)
    e.mod = TimeMod::equal_or_less;
  else if (a.seq(e.next, {"or", "later"}) && e.form == Form::calendar)
    e.mod = TimeMod::on_or_after;
  else if (a.seq(e.next, {"or", "earlier"}) && e.form == Form::calendar)
    e.mod = TimeMod::on_or_before;
  else if (a.seq(e.next, {"and", "beyond"}) && e.form == Form::calendar)
    e.mod = TimeMod::on_or_after;
  else
    return;
  e.next += 2;
}

bool read_unit_end(const Atoms& a, uint32_t i, Expression& e) {
  if (a.is(i, "the") && a.any(i + 1, {"year", "month"}) && a.after_possessive(i + 2) > i + 2)
    ++i;  // "the year's end"
  if (!a.any(i, {"year", "month", "quarter", "week"})) return false;
  uint32_t at = a.after_possessive(i + 1);
  if (a[at].dash() && a.glued(at)) ++at;
  if (!a.is(at, "end") || (at == i + 1 && i > 0 && a.any(i - 1, {"the", "this", "last"}) && !a.is(i, "year")))
    return false;
  if (a.is(i, "week") && at <= i + 2) return false;
  e.which = Which::current;
  e.unit = static_cast<Unit>(a[i].entry->unit);
  e.mod = TimeMod::end;
  e.next = at + 1;
  Moment year;  // "year-end 1989"
  uint32_t next = 0;
  if (e.unit == Unit::year && read_year(a, e.next, year, next)) {
    e.at.year = year.year;
    e.unit = Unit::none;
    e.next = next;
  }
  return true;
}

}  // namespace claimsift::times
