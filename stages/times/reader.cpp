// SPDX-License-Identifier: Apache-2.0
// reader.cpp - reads a sentence from left to right: modifiers, then the longest expression of any kind.
#include "stages/times/grammar.hpp"
#include "stages/times/modifiers.hpp"

namespace claimsift::times {
namespace {

/// Words that a time may begin with.
constexpr uint32_t kStarts = is::month | is::weekday | is::weekdays | is::season | is::unit | is::units |
                             is::hour | is::era | is::often | is::number | is::ordinal | is::decade |
                             is::day | is::tonight | is::present | is::past | is::future | is::vague |
                             is::holiday | is::opener;
constexpr uint32_t kReach = 8;  // a time begins at most so many atoms before its trigger

/// Keeps the longer reading; on a tie the earlier one.
struct Best {
  Expression e;
  bool found = false;
  uint32_t first;
  explicit Best(uint32_t i) : first(i) {}
  template <class F> void take(F read) {
    Expression next;
    next.first = first;
    if (read(next) && next.next > first && (!found || next.next > e.next)) {
      e = next;
      found = true;
    }
  }
};

bool read_core(const Atoms& a, uint32_t i, const ReadOptions& o, Expression& e) {
  const Atom& w = a[i];
  const bool digits = w.digits(), half = w.mark(0xBD);
  const uint32_t bits = w.entry ? w.entry->bits : 0;
  const bool opener = bits & is::opener;
  if (!digits && !half && !w.apostrophe() && !(bits & kStarts)) return false;
  Best best(i);
  if (digits || opener || (bits & (is::month | is::weekday | is::ordinal | is::number)))
    best.take([&](Expression& x) { return read_date(a, i, o.british, x); });
  if (digits || (bits & (is::hour | is::number)) || a.any(i, {"mid", "half", "quarter"}))
    best.take([&](Expression& x) { return read_clock_time(a, i, o.british, x); });
  if (digits || opener || w.apostrophe() || (bits & (is::number | is::ordinal | is::decade | is::era)))
    best.take([&](Expression& x) { return read_lone_year(a, i, x); });
  if (opener || (bits & (is::often | is::weekday | is::weekdays)))
    best.take([&](Expression& x) { return read_set(a, i, x); });
  if (opener || (bits & (is::ordinal | is::season)))
    best.take([&](Expression& x) { return read_period(a, i, o.british, x); });
  if (opener || digits || half || (bits & (is::number | is::vague | is::unit | is::units)))
    best.take([&](Expression& x) { return read_span(a, i, x); });
  if (opener || (bits & (is::day | is::tonight | is::present | is::past | is::future)))
    best.take([&](Expression& x) { return read_reference(a, i, x); });
  if (opener || (bits & is::unit)) best.take([&](Expression& x) { return read_unit_end(a, i, x); });
  if (bits & is::holiday) {
    best.take([&](Expression& x) {
      if (!read_holiday(a, i, x)) return false;
      read_year_of(a, x.next, x);
      if (a.any(x.next, {"week", "weekend"}) && x.at.year == kUnset) {
        x.unit = a.is(x.next, "week") ? Unit::week : Unit::weekend;
        ++x.next;
        return true;
      }
      if (a[x.next].is(is::part)) x.at.part = static_cast<DayPart>(a[x.next++].entry->part);
      return true;
    });
  }
  if (!best.found) return false;
  e = best.e;
  return true;
}

bool read_one(const Atoms& a, uint32_t i, const ReadOptions& o, Expression& e) {
  Prefix p{};
  if (read_prefix(a, i, p)) {
    Expression inner;
    inner.first = p.next;
    const bool running = p.of && read_running_unit(a, p.next, inner);
    if (running || (read_core(a, p.next, o, inner) && fits(a, p, inner))) {
      e = inner;
      if (running && e.unit == Unit::day && a.any(p.next - 1, {"in", "on"})) {
        e.first = p.next;  // "later in the day"
        return true;
      }
      e.first = i;
      if (e.mod == kNoMod) {
        e.mod = p.mod;
        if (inner.form == Form::offset && p.mod == TimeMod::more_than) e.mod = TimeMod::before;
        if (inner.form == Form::offset && p.mod == TimeMod::less_than) e.mod = TimeMod::after;
      }
      return true;
    }
  }
  return read_core(a, i, o, e);
}

}  // namespace

void read_sentence(const Atoms& a, const ReadOptions& options, std::vector<Expression>& out) {
  uint32_t trigger = 0;
  for (uint32_t i = 0; i < a.size();) {
    while (trigger < a.size() && (trigger < i || !(a[trigger].flags & Atom::trigger))) ++trigger;
    if (trigger == a.size()) return;
    if (trigger > i + kReach) i = trigger - kReach;
    if (a[i].type != Atom::Type::digits && !a[i].entry && !a[i].apostrophe() && !a[i].mark(0xBD)) {
      ++i;
      continue;
    }
    Expression e, end;
    if ((a[i].digits() || a.is(i, "the")) && read_shared_ends(a, i, options.british, e, end)) {
      out.push_back(e);
      out.push_back(end);
      i = end.next;
      continue;
    }
    if (!read_one(a, i, options, e)) {
      ++i;
      continue;
    }
    read_suffix(a, e);
    i = std::max(e.next, i + 1);
    end.first = i;
    const bool range = e.form == Form::calendar && read_range_end(a, i, e, end);
    if (!out.empty()) {
      share_year(a, out.back(), range ? end : e);
      if (share_day(out.back(), e) && out.size() > 1) share_day(out[out.size() - 2], out.back());
    }
    out.push_back(e);
    if (range) {
      i = end.next;
      out.push_back(end);
    }
  }
}

}  // namespace claimsift::times
