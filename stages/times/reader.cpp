// SPDX-License-Identifier: Apache-2.0
// reader.cpp - reads a sentence from left to right: modifiers, then the longest expression of any kind.
#include "stages/times/grammar.hpp"

namespace claimsift::times {
namespace {

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
  if (w.type == Atom::Type::mark && !w.apostrophe() && !w.mark(0xBD)) return false;
  Best best(i);
  best.take([&](Expression& x) { return read_date(a, i, o.british, x); });
  if (w.digits() || w.is(is::hour | is::number)) best.take([&](Expression& x) { return read_clock_time(a, i, o.british, x); });
  best.take([&](Expression& x) { return read_lone_year(a, i, x); });
  if (w.word() || w.mark(0xBD) || w.digits()) {
    best.take([&](Expression& x) { return read_set(a, i, x); });
    best.take([&](Expression& x) { return read_period(a, i, o.british, x); });
    best.take([&](Expression& x) { return read_span(a, i, x); });
    best.take([&](Expression& x) { return read_reference(a, i, x); });
    best.take([&](Expression& x) {
      if (!read_holiday(a, i, x)) return false;
      read_year_of(a, x.next, x);
      if (a[x.next].is(is::part)) x.at.part = static_cast<DayPart>(a[x.next++].entry->part);
      return true;
    });
  }
  if (!best.found) return false;
  e = best.e;
  return true;
}

struct Prefix {
  TimeMod mod;
  uint32_t next;
  bool calendar_only;  // "early", "the end of"
};

bool read_prefix(const Atoms& a, uint32_t i, Prefix& p) {
  uint32_t at = i;
  const auto is_prefix = [&](TimeMod mod, uint32_t words, bool calendar) {
    p = {mod, at + words, calendar};
    return true;
  };
  if (a.any(at, "about", "around", "approximately", "roughly")) return is_prefix(TimeMod::approx, 1, false);
  if (a.any(at, "almost", "nearly", "under")) return is_prefix(TimeMod::less_than, 1, false);
  if (a.is(at, "over")) return is_prefix(TimeMod::more_than, 1, false);
  if (a.seq(at, "more", "than")) return is_prefix(TimeMod::more_than, 2, false);
  if (a.any(at, "less", "fewer") && a.is(at + 1, "than")) return is_prefix(TimeMod::less_than, 2, false);
  if (a.seq(at, "at", "least") || (a.is(at, "no") && a.any(at + 1, "less", "fewer") && a.is(at + 2, "than"))) return is_prefix(TimeMod::equal_or_more, a.is(at, "at") ? 2 : 3, false);
  if (a.seq(at, "at", "most") || a.seq(at, "up", "to") || a.seq(at, "no", "more", "than")) return is_prefix(TimeMod::equal_or_less, a.is(at, "no") ? 3 : 2, false);
  const bool the = a.is(at, "the");
  if (the) ++at;
  if (a.any(at, "end", "beginning", "start", "middle", "close", "turn", "conclusion", "latter", "second") && a.is(at + 1, "of")) {
    if (a.any(at, "latter", "second")) return false;
    const TimeMod mod = a.any(at, "beginning", "start", "turn") ? TimeMod::start : a.is(at, "middle") ? TimeMod::mid : TimeMod::end;
    return is_prefix(mod, 2, true);
  }
  if (the && a.any(at, "latter", "early") && a.is(at + 1, "part") && a.is(at + 2, "of")) return is_prefix(a.is(at, "early") ? TimeMod::start : TimeMod::end, 3, true);
  if (a.any(at, "early", "earlier")) {
    if (a.is(at, "earlier") && a.any(at + 1, "in", "on")) return is_prefix(TimeMod::start, 2, true);
    return is_prefix(TimeMod::start, 1, true);
  }
  if (a.any(at, "late", "later")) {
    if (a.is(at, "later") && a.any(at + 1, "in", "on")) return is_prefix(TimeMod::end, 2, true);
    return is_prefix(TimeMod::end, 1, true);
  }
  if (a.any(at, "mid", "middle")) {
    return is_prefix(TimeMod::mid, a[at + 1].dash() ? 2 : 1, true);
  }
  return false;
}

bool read_one(const Atoms& a, uint32_t i, const ReadOptions& o, Expression& e) {
  Prefix p{};
  if (read_prefix(a, i, p)) {
    Expression inner;
    if (read_core(a, p.next, o, inner)) {
      const bool calendar = inner.form == Form::calendar || inner.form == Form::offset;
      const bool fits = p.calendar_only ? calendar && !(inner.form == Form::offset && inner.unit != Unit::day) : inner.form != Form::present && inner.form != Form::past && inner.form != Form::future && inner.form != Form::set;
      if (fits) {
        e = inner;
        e.first = i;
        if (e.mod == kNoMod) {
          e.mod = p.mod;
          if (inner.form == Form::offset && p.mod == TimeMod::more_than) e.mod = TimeMod::before;
          if (inner.form == Form::offset && p.mod == TimeMod::less_than) e.mod = TimeMod::after;
        }
        return true;
      }
    }
  }
  return read_core(a, i, o, e);
}

}  // namespace

void read_sentence(const Atoms& a, const ReadOptions& options, std::vector<Expression>& out) {
  for (uint32_t i = 0; i < a.size();) {
    Expression e;
    if (!read_one(a, i, options, e)) {
      ++i;
      continue;
    }
    out.push_back(e);
    i = std::max(e.next, i + 1);
    Expression end;
    end.first = i;
    if (e.form == Form::calendar && read_range_end(a, i, e, end)) {
      i = end.next;
      out.push_back(end);
    }
  }
}

}  // namespace claimsift::times
