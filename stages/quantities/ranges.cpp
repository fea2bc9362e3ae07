// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/ranges.hpp"

#include "stages/quantities/exclusions.hpp"
#include "stages/quantities/modifiers.hpp"
#include "stages/quantities/operand.hpp"

namespace claimsift::quantities {
namespace {

bool plain_number(const Operand& o) {
  return o.number.digits && o.number.plain && o.unit.unit == kNone && o.unit.currency == kNone && !o.negative;
}

bool score_noun(const Atoms& a, uint32_t i) { return a[i].is(is::score_noun); }

bool score_verb(const Atoms& a, uint32_t i) { return a[i].is(is::score_verb); }

/// "51-49", "2-1": a score where the words around it speak of one.
bool is_score(const Atoms& a, const Operand& left, const Operand& right) {
  if (!plain_number(left) || !plain_number(right)) return false;
  if (right.next < a.size() && score_noun(a, right.next)) return true;
  if (read_counted(a, right.next, CountedNoun::plural).found()) return false;
  if (a[right.next].dash()) return false;
  if (left.first == 0) return false;
  for (uint32_t i = left.first; i > 0 && i + 6 > left.first; --i)
    if (score_verb(a, i - 1) &&
        (i == left.first || !a.any(i - 1, "of", "to", "was", "by", "and", "it", "up", "down")))
      return true;
  if (left.value > right.value && a[left.next].dash()) return true;
  const Atom& before = a[left.first - 1];
  return before.word() && (before.flags & Atom::capital) && !before.is(is::function | is::before);
}

bool speaks_of_odds(const Atoms& a, uint32_t first, uint32_t next) {
  for (uint32_t i = first > 6 ? first - 6 : 0; i < first; ++i)
    if (a[i].is(is::odds)) return true;
  for (uint32_t i = next; i < next + 3; ++i)
    if (a[i].is(is::odds)) return true;
  return false;
}

/// The second operand behind a connector, past words such as "about".
bool right_operand(const Atoms& a, uint32_t at, NumberContext context, Operand& right) {
  uint32_t resume = 0, next = 0;
  Modifier m{255};
  if (const Entry* e = a.phrase(at, is::before, next); e && next < a.size()) {
    m = a.lexicon().detail(*e).before;
    at = next;
  }
  if (a.is(at, "the") && a[at + 1].is(is::ordinal)) ++at;
  if (!read_operand(a, at, context, right, resume)) return false;
  right.modifier = m;
  return true;
}

/// "from 24 to 33-35 billion": an end that is a range itself reaches to its own end.
void reach_to_end(const Atoms& a, NumberContext context, Operand& right) {
  if (!right.number.digits || right.unit.found() || right.number.scale != 0 || !a[right.next].dash() ||
      !a.glued(right.next) || !a.glued(right.next + 1) || !a[right.next + 1].digits())
    return;
  Operand end;
  uint32_t resume = 0;
  if (!read_operand(a, right.next + 1, context, end, resume) || end.negative || !end.number.digits) return;
  if (!end.unit.found() && end.number.scale == 0) return;
  if (!(right.number.unscaled < end.number.unscaled)) return;
  end.first = right.first;
  end.modifier = right.modifier;
  right = end;
}

/// Gives the left end the scale that only the right one names ("$10-15 million").
void share_scale(const Atoms& a, Operand& left, const Operand& right) {
  if (left.number.scale != 0 || right.number.scale == 0 || left.number.form != NumberForm::cardinal) return;
  if (!(left.number.unscaled < 1000) || !(left.number.unscaled <= right.number.unscaled)) return;
  left.value = rescaled(a, left.number, right.number.scale);
  left.number.scale = right.number.scale;
}

bool same_measure(const Atoms& a, const UnitMatch& x, const UnitMatch& y) {
  if (x.currency != kNone || y.currency != kNone) return x.currency != kNone && y.currency != kNone;
  if (x.unit == kNone || y.unit == kNone) return false;
  return a.lexicon().unit(x.unit).dimension == a.lexicon().unit(y.unit).dimension;
}

}  // namespace

Joined read_joined(const Atoms& a, Operand& left, uint32_t intro, Operand& right) {
  const uint32_t at = left.next;
  if (at >= a.size() || a[at].mark(',') || a[at].mark('.')) return Joined::nothing;
  const NumberForm form = left.number.form;
  if (form == NumberForm::multiple || form == NumberForm::year) return Joined::nothing;
  const bool between = intro != kNone && a.any(intro, "between", "betwen");
  const bool from = intro != kNone && a.any(intro, "from", "ranging", "range", "ranges", "ranged");
  NumberContext context;
  context.money = left.unit.currency != kNone;

  // one in five, 3 out of 10
  const bool of_number = a.is(at, "of") && (a[at + 1].digits() || a[at + 1].is(is::number));  // "eight of 10"
  if (form == NumberForm::cardinal && left.number.scale == 0 && !left.unit.found() &&
      (a.is(at, "in") || of_number || (a.is(at, "out") && a.is(at + 1, "of")) ||
       (a[at].dash() && a.is(at + 1, "in") && a[at + 2].dash()))) {
    uint32_t to = a.is(at, "in") || of_number ? at + 1 : at + (a[at].dash() ? 3 : 2);
    if (a.is(to, "every")) ++to;
    uint32_t resume = 0;
    Operand second;
    const bool out = a.is(at, "out") || of_number;
    if (read_operand(a, to, {}, second, resume) && second.number.form == NumberForm::cardinal &&
        second.unit.unit == kNone && second.unit.currency == kNone && second.value > left.value &&
        second.value <= 1e7 && left.value >= 0 &&
        !(second.number.plain && second.value >= 1900 && second.value <= 2100) &&
        (out || left.value <= 20 || second.value == 100 || second.value == 1000) &&
        !(second.number.plain && a.text(to).size() == 4 && !out)) {
      const bool counted_time = a[second.next].is(is::unit) && !out;
      if (!counted_time) {
        right = second;
        return Joined::share;
      }
    }
  }

  if (a.is(at, "over") && form == NumberForm::cardinal && !left.unit.found() &&
      left.number.scale == 0) {  // "1 over three"
    Operand below;
    uint32_t resume = 0;
    const bool bare = read_operand(a, at + 1, {}, below, resume) && !below.unit.found() &&
                      below.number.form == NumberForm::cardinal && below.value > 0;
    if (bare &&
        (below.next >= a.size() || a[below.next].type == AtomType::mark || a[below.next].is(is::function)) &&
        a[at - 1].end + 1 == a[at].begin) {
      right = below;
      return Joined::share;
    }
  }
  uint32_t to = kNone;
  bool dash = false, tight = false, word_or = false;
  if (a[at].dash()) {
    tight = a.glued(at) && a.glued(at + 1);
    if (a.glued(at) && a.is(at + 1, "to")) {  // "8- to 16-meter", "3-to-1"
      to = a[at + 2].dash() && a.glued(at + 2) ? at + 3 : at + 2;
    } else if (a.glued(at) == a.glued(at + 1) ||
               (a[at].spaced() && a.glued(at + 1) &&
                (a[at + 1].digits() && left.number.digits && left.number.plain && !left.unit.found()))) {
      if (!tight && a[at].code != '-' && a[at].code != 0x2013) return Joined::nothing;
      to = at + 1;
      dash = true;
      if (a[at].dash() && a[at + 1].dash()) return Joined::nothing;
    }
  } else if (a.any(at, "to", "through", "thru", "till", "until")) {
    if (a.any(at, "till", "until") && !from) return Joined::nothing;
    to = at + 1;
  } else if (between && a.any(at, "and", "to")) {
    to = at + 1;
    context.no_and = true;
  } else if (a.is(at, "or") && form == NumberForm::cardinal) {
    to = at + 1;
    word_or = true;
  }
  if (to == kNone) return Joined::nothing;
  if (!right_operand(a, to, context, right)) return Joined::nothing;
  if (!dash && !word_or) reach_to_end(a, context, right);
  if (right.number.form == NumberForm::multiple || right.number.form == NumberForm::year)
    return Joined::nothing;
  if ((form == NumberForm::ordinal) != (right.number.form == NumberForm::ordinal)) return Joined::nothing;
  if (form == NumberForm::ordinal && !between && !from && !tight) return Joined::nothing;
  if (form == NumberForm::vague || right.number.form == NumberForm::vague) return Joined::nothing;
  if (right.number.article && !between && !from) return Joined::nothing;
  if (form != right.number.form && !(dash && tight) && !between && !from &&
      !(left.number.digits && right.number.digits))
    return Joined::nothing;

  if (right.value == 1 && !left.unit.found() && !right.unit.found() && !word_or && left.value > 0) {
    if (speaks_of_odds(a, left.first, right.next)) return Joined::odds;
  }
  const bool dashed_to = a[at].dash() && !dash;
  if ((dash && tight) || dashed_to || a.is(at, "to")) {
    const bool vote =
        !dash &&
        (a.any(right.next, "vote", "margin", "ruling", "decision", "win", "victory") ||
         (intro != kNone && a.any(intro, "voted", "vote", "ruled")) ||
         (intro != kNone && intro > 0 && a.is(intro, "of") && a.any(intro - 1, "margin", "vote", "score")));
    if ((dash || vote || dashed_to) && is_score(a, left, right)) return Joined::score;
  }
  if (dash && !tight && !(left.number.digits && right.number.digits)) return Joined::nothing;
  if (dash && tight && left.number.digits != right.number.digits) return Joined::nothing;
  if (dash && right.negative) return Joined::nothing;

  const bool left_unit = left.unit.found(), right_unit = right.unit.found();
  if (word_or) {
    if (right.modifier != Modifier{255}) return Joined::nothing;
    if (left_unit && !right_unit) return Joined::nothing;
    if (left_unit && right_unit &&
        !(left.unit.unit == right.unit.unit && left.unit.currency == right.unit.currency))
      return Joined::nothing;
    if (!(right.value > left.value) || !(right.value <= left.value * 3)) return Joined::nothing;
    if (left_unit && right.first > right.number.first) return Joined::nothing;
  }
  if (left_unit && right_unit && !same_measure(a, left.unit, right.unit)) return Joined::nothing;
  if (left_unit && !right_unit && !(between || from || dash || left.unit.currency != kNone))
    return Joined::nothing;
  if (!between && !from && !dash && !word_or && left_unit && intro != kNone && a[intro].is(is::change) &&
      !a.any(intro, "up", "down", "increase", "add", "gain"))
    return Joined::nothing;
  if (!between && !from && !dash && !word_or && left_unit && intro != kNone &&
      a.any(intro, "up", "down", "by"))
    return Joined::nothing;
  if (a.is(at, "to") && !between && !from && !left_unit && !right_unit && intro != kNone &&
      a[intro].is(is::change) &&
      !a.any(intro, "up", "down", "increase", "gain", "add", "cut", "lost", "lose") &&
      left.number.scale == right.number.scale && !read_counted(a, right.next, CountedNoun::plural).found())
    return Joined::nothing;  // "rose 3 to 20": a difference and a level
  if (left.unit.per != kNone && right.unit.per == kNone && !right_unit) return Joined::nothing;
  if (dash && tight && left.number.digits && !right_unit && !left_unit && left.value >= right.value &&
      !left.number.scale && !right.number.scale &&
      !read_counted(a, right.next, CountedNoun::plural).found() && left.value > right.value)
    return Joined::nothing;

  const auto year = [&](const Operand& o) {
    return plain_number(o) && a.text(o.number.first).size() == 4 && o.value >= 1900 && o.value <= 2100;
  };
  if (year(left) && intro != kNone && a.any(intro, "in", "since", "of", "by", "for") &&
      !(right.value > 1000 && right.number.plain && right.value < 2101))
    return Joined::nothing;
  if (year(left) && (right_unit || right.number.scale > 0)) return Joined::nothing;
  share_scale(a, left, right);
  if (left_unit && right_unit && left.unit.unit != right.unit.unit && left.unit.unit != kNone) {
    left.value *= a.lexicon().unit(left.unit.unit).factor / a.lexicon().unit(right.unit.unit).factor;
  }
  if (right_unit)
    left.unit = right.unit;
  else if (left_unit)
    right.unit = left.unit;
  return Joined::range;
}

void add_smaller_units(const Atoms& a, Operand& o) {
  const Lexicon& lexicon = a.lexicon();
  double part = 0;
  // "an hour and a half", "a year and a half"
  if (o.unit.found() && o.unit.per == kNone && a.is(o.next, "and") && a.any(o.next + 1, "a", "half") &&
      o.value < 1000) {
    const uint32_t at = a.is(o.next + 1, "a") ? o.next + 2 : o.next + 1;
    if (a.any(at, "half", "quarter") &&
        !(a[at + 1].is(is::noun) && a.is(o.next + 1, "half") == false && a[at + 1].word())) {
      part = a.is(at, "half") ? 0.5 : 0.25;
      o.value += part;
      o.next = at + 1;
      return;
    }
  }
  if (o.unit.currency != kNone && o.unit.per == kNone) {
    uint32_t at = o.next, resume = 0;
    const bool joined = a.is(at, "and");
    if (joined) ++at;
    Operand cents;
    if (!a[at].digits() && !a[at].is(is::number)) return;
    if (!read_operand(a, at, {}, cents, resume) || cents.number.form != NumberForm::cardinal ||
        cents.number.scale || !(cents.value < 100) || cents.value < 0)
      return;
    const bool minor = cents.unit.currency != kNone && lexicon.currency(cents.unit.currency).factor < 1 &&
                       lexicon.currency(o.unit.currency).factor == 1;
    const bool bare = !cents.unit.found() &&
                      (cents.next >= a.size() || (a[cents.next].mark('.') && cents.next + 1 == a.size())) &&
                      o.number.scale == 0 && cents.first == cents.number.first && cents.value >= 1 &&
                      (joined || o.first == o.number.first || cents.value >= 10);
    if (minor ? !cents.unit.ambiguous : bare) {
      o.value = read_digits(
          std::to_string(static_cast<long long>(o.value * 100 + 0.5) + static_cast<long long>(cents.value)),
          -2);
      o.next = cents.next;
    }
    return;
  }
  if (o.unit.unit != kNone && o.unit.per == kNone &&
      (a[o.next].digits() || a[o.next].is(is::number))) {  // "2 years 3 months"
    const Unit& large = lexicon.unit(o.unit.unit);
    if (lexicon.dimension(large.dimension).name == "calendar") {
      Operand small;
      uint32_t resume = 0;
      if (read_operand(a, o.next, {}, small, resume) && small.unit.unit != kNone &&
          lexicon.unit(small.unit.unit).dimension == large.dimension &&
          lexicon.unit(small.unit.unit).factor < large.factor && small.number.form == NumberForm::cardinal) {
        o.value += small.value * lexicon.unit(small.unit.unit).factor / large.factor;
        o.next = small.next;
      }
      return;
    }
  }
  for (int turn = 0; turn < 3 && o.unit.unit != kNone && o.unit.per == kNone; ++turn) {
    const Unit& large = lexicon.unit(o.unit.unit);
    const std::string& dimension = lexicon.dimension(large.dimension).name;
    const bool time = dimension == "time";
    if (!time && dimension != "length" && dimension != "mass" && dimension != "volume") return;
    uint32_t at = o.next, resume = 0;
    if (a[at].mark(',') && !time) ++at;
    if (a.is(at, "and"))
      ++at;
    else if (a[at].dash() && a.glued(at) && a[at + 1].digits() && large.name == "foot")
      ++at;
    if (!a[at].digits() && !a[at].is(is::number)) return;
    Operand small;
    if (!read_operand(a, at, {}, small, resume) || small.number.form != NumberForm::cardinal ||
        small.first != small.number.first)
      return;
    if (small.unit.unit == kNone) {
      const bool ends = small.next >= a.size() || a[small.next].type == AtomType::mark;
      if (large.name == "foot" && small.value < 12 && !small.unit.found() && at <= o.next + 1 &&
          !read_counted(a, small.next, CountedNoun::plural).found()) {
        o.value += small.value / 12;
        o.next = small.next;
      } else if (large.name == "hour" && small.value < 60 && small.value >= 5 && ends &&
                 !small.unit.found()) {
        o.value += small.value / 60;
        o.next = small.next;
      }
      return;
    }
    const Unit& unit = lexicon.unit(small.unit.unit);
    if (unit.dimension != large.dimension || unit.factor >= large.factor) {
      if (dimension == "length" && unit.dimension == large.dimension && a.is(o.next, "and") &&
          o.next + 1 == at && unit.factor > large.factor && small.next >= a.size()) {
        o.value += small.value * unit.factor / large.factor;
        o.next = small.next;
      }
      return;
    }
    if (small.value * unit.factor >= large.factor && dimension != "length") return;
    if (small.unit.per != kNone || small.unit.per_noun != kNone) return;
    o.value += small.value * unit.factor / large.factor;
    o.next = small.next;
    if (turn < 2) {  // go on from the small unit, in terms of the large one
      UnitMatch keep = o.unit;
      Operand rest = small;
      add_smaller_units(a, rest);
      if (rest.next != small.next) {
        o.value += (rest.value - small.value) * unit.factor / large.factor;
        o.next = rest.next;
      }
      o.unit = keep;
    }
    return;
  }
}

}  // namespace claimsift::quantities
