// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/reader.hpp"

#include <algorithm>

#include "stages/quantities/bare.hpp"
#include "stages/quantities/modifiers.hpp"
#include "stages/quantities/operand.hpp"
#include "stages/quantities/ranges.hpp"

namespace claimsift::quantities {
namespace {

constexpr Modifier kNoModifier{255};

std::string_view dimension(const Atoms& a, const UnitMatch& m) {
  return m.unit == kNone ? std::string_view()
                         : a.lexicon().dimension(a.lexicon().unit(m.unit).dimension).name;
}

bool angle_context(const Atoms& a, const Quantity& q) {
  for (uint32_t i = q.first > 8 ? q.first - 8 : 0; i < std::min(q.next + 4, a.size()); ++i)
    if (a[i].is(is::angle)) return true;
  return false;
}

void set_values(Quantity& q, const Operand& left, const Operand& right) {
  q.low = std::min(left.value, right.value);
  q.high = std::max(left.value, right.value);
  if (std::isnan(left.value) || std::isnan(right.value)) q.low = q.high = NAN;
}

/// The kind that unit and form give.
QuantityKind kind_of(const Atoms& a, const Quantity& q) {
  if (q.unit.currency != kNone) return QuantityKind::money;
  if (q.unit.unit != kNone) {
    const std::string_view d = dimension(a, q.unit);
    if (d == "share") return QuantityKind::percent;
    if (q.unit.per == kNone && q.unit.per_noun == kNone && (d == "time" || d == "calendar"))
      return QuantityKind::duration;
    if (d == "temperature") return QuantityKind::temperature;
    if (a.lexicon().unit(q.unit.unit).name == "degree")
      return angle_context(a, q) ? QuantityKind::measure : QuantityKind::temperature;
    return QuantityKind::measure;
  }
  switch (q.form) {
    case NumberForm::ordinal: return QuantityKind::ordinal;
    case NumberForm::fraction: return QuantityKind::fraction;
    case NumberForm::multiple: return QuantityKind::ratio;
    default: return q.noun.found() || !q.unit_name.empty() ? QuantityKind::count : QuantityKind::number;
  }
}

class SentenceReader {
 public:
  SentenceReader(const Atoms& atoms, const TimeSpans& times, QuantityList& out)
      : a_(atoms), times_(times), out_(out), bare_(atoms) {}

  void read() {
    for (uint32_t i = 0; i < a_.size();) {
      uint32_t resume = i + 1;
      if (may_begin(i)) read_at(i, resume);
      i = std::max(resume, i + 1);
    }
  }

 private:
  bool may_begin(uint32_t i) const {
    const Atom& w = a_[i];
    if (w.digits() || w.type == AtomType::fraction) return true;
    if (w.dash())
      return !a_.glued(i + 1) ? false
                              : (w.spaced() || i == 0 || a_[i - 1].mark('(') || a_[i - 1].mark('<') ||
                                 a_[i - 1].mark('>') || a_[i - 1].mark(':')) &&
                                    (a_[i + 1].digits() || a_[i + 1].is(is::currency));
    if (code_scale(a_, i) && a_[i + 1].digits()) return true;  // "MUSD 30"
    if (!w.entry) return false;
    if (w.is(is::numeric | is::currency)) return true;
    if (w.is(is::exact) && (a_[i + 1].digits() || a_[i + 1].type == AtomType::mark)) return true;
    const Atom& after = a_[i + 1];
    if (a_.any(i, "a", "an"))
      return after.is(is::numeric | is::unit | is::currency) || a_.any(i + 1, "few", "couple", "per");
    if (a_.is(i, "the")) return a_.is(i + 1, "few");
    if (a_.any(i, "several", "few", "many")) return after.is(is::scale | is::group | is::vague);
    if (a_.any(i, "percent", "per")) return a_.is(i + 1, "of") || a_.is(i + 2, "of");
    return a_.any(i, "minus", "negative") ||
           (w.word() && a_[i + 1].type == AtomType::mark && a_[i + 1].is(is::currency));
  }

  void read_at(uint32_t i, uint32_t& resume) {
    Operand left;
    uint32_t before = i;
    if (before > 2 && a_[i].is(is::ordinal) && a_.is(i - 1, "the") &&
        (a_.any(i - 2, "between", "from") || (a_.is(i - 2, "than") && a_.any(i - 3, "higher", "lower"))))
      --before;  // "between the tenth and the twelfth", but not "better than the first one"
    const Modifier modifier = modifier_before(a_, before);
    const uint32_t intro = before > 0 ? before - 1 : kNone;
    NumberContext context;
    context.no_and = intro != kNone && a_.is(intro, "between");
    if (!read_operand(a_, i, context, left, resume)) {
      if (percent_of(i, resume) || article_unit(i, before, modifier, resume)) return;
      return;
    }
    resume = left.next;
    if (left.number.form == NumberForm::year) return;
    add_smaller_units(a_, left);

    Quantity q;
    q.first = left.first;
    q.modifier = modifier;
    q.form = left.number.form;
    q.digits = left.number.digits;
    q.plain = left.number.plain && left.first == left.number.first;
    q.number_first = left.number.first;
    q.number_next = left.number.next;
    q.scale = left.number.scale;
    q.hyphen = left.unit.hyphen;

    uint32_t after = left.next;
    if (q.modifier == kNoModifier || !left.unit.found()) {  // "50+ employees", "30 or more people"
      uint32_t end = left.number.next;
      const Modifier m = left.unit.found() ? kNoModifier : modifier_after(a_, end);
      if (m != kNoModifier) {
        q.modifier = m;
        UnitMatch unit;
        if (read_unit(a_, left.number, end, unit)) {
          left.unit = unit;
          read_rate(a_, unit.currency != kNone, left.unit);
          left.next = left.unit.next;
        } else {
          left.next = after = end;
        }
      }
    }

    if (!left.unit.found() && left.number.form == NumberForm::cardinal) take_unit_of_product(left);
    share_ = false;
    Operand right;
    const Joined joined = read_joined(a_, left, intro, right);
    const Operand& last = joined == Joined::nothing ? left : right;
    q.next = last.next;
    q.unit = joined == Joined::range ? right.unit : left.unit;
    q.value = left.value;
    if (joined == Joined::range) {
      q.range = true;
      q.value = NAN;
      set_values(q, left, right);
      if (q.modifier == kNoModifier) q.modifier = right.modifier;
      if (left.number.form == NumberForm::cardinal && right.number.form == NumberForm::fraction)
        q.form = NumberForm::cardinal;
      q.hyphen = right.unit.hyphen;
      q.scale = std::max(left.number.scale, right.number.scale);
      q.plain = q.plain && right.number.plain;
    } else if (joined == Joined::share) {
      q.form = NumberForm::fraction;
      q.value = left.value / right.value;
      q.plain = false;
      share_ = true;
    } else if (joined == Joined::score || joined == Joined::odds) {
      q.kind = joined == Joined::score ? QuantityKind::score : QuantityKind::odds;
      if (joined == Joined::score) {
        q.value = NAN;
        set_values(q, left, right);
        if (a_.any(q.next, "lead", "vote", "margin", "deficit", "advantage", "majority", "record"))
          q.unit_name = singular(a_, q.next);
      } else {
        q.value = left.value / right.value;
      }
      q.range = joined == Joined::score;
      uint32_t named = 0;
      if (before > 1 && a_.phrase_before(before, is::named, named) && (a_[named].flags & Atom::capital) &&
          left.number.digits) {  // "Boeing 737-800"
        resume = q.next;
        return;
      }
      for (uint32_t k = before > 3 ? before - 3 : 0; k < before; ++k)
        if (a_.is(k, "ratio"))
          q.kind = QuantityKind::ratio, q.value = left.value / right.value, q.low = q.high = NAN,
          q.range = false;
      finish(q, before);
      resume = q.next;
      return;
    }
    if (left.number.form == NumberForm::vague) {
      q.value = NAN;
      q.low = left.number.low;
      q.high =
          q.unit.currency != kNone ? NAN : left.number.high;  // "billions of dollars" may be hundreds of them
      if (q.modifier == kNoModifier || q.modifier == Modifier::approximately) q.modifier = Modifier::vague;
    }
    resume = q.next;
    if (accept(q, before, joined)) resume = std::max(resume, q.next);
  }

  /// "20 x 30 x 40 cm": the first sides have the unit of the last.
  void take_unit_of_product(Operand& o) const {
    uint32_t at = o.next;
    for (int sides = 0;
         sides < 3 && (a_.is(at, "x") || a_[at].mark(0xD7) || (a_.is(at, "by") && a_[at + 1].digits()));
         ++sides) {
      Operand side;
      uint32_t resume = 0;
      if (!read_operand(a_, at + 1, {}, side, resume)) return;
      if (side.unit.unit != kNone) {
        o.unit.unit = side.unit.unit;
        return;
      }
      at = side.next;
    }
  }

  /// Counted nouns, ages, exclusions: whether the quantity stands, and its kind.
  bool accept(Quantity& q, uint32_t before, Joined joined) {
    const bool bare = !q.unit.found();
    bool age = false;
    if (bare) {
      if (!bare_.read(q, before, share_, age)) return false;
    } else {
      const std::string_view d = dimension(a_, q.unit);
      if ((d == "time" || d == "calendar") && q.unit.per == kNone) {
        age = is_age(a_, before, q.unit, false, q.next);
        if (!age && idle_duration(q, before)) return false;
      }
      if (q.digits && q.plain && q.unit.currency != kNone && q.first == q.number_first && is_dollar_year(q))
        return false;
    }
    q.kind = age ? QuantityKind::age : kind_of(a_, q);
    // a length of time stays one in "two weeks ago", whatever the time expression as a whole is
    const bool lasts = q.kind == QuantityKind::age || q.kind == QuantityKind::duration;
    if (!lasts && times_.covers(a_[q.first].begin, a_[q.next - 1].end)) return false;
    if (q.kind == QuantityKind::temperature && a_.any(q.next, "below") && !a_.is(q.next + 1, "freezing") &&
        a_.any(q.next + 1, "zero")) {
      q.value = -std::abs(q.value);
      q.next += 2;
    }
    if (bare && !age && (a_.is(q.next, "below") || a_.is(q.next, "above")) && a_.is(q.next + 1, "zero") &&
        joined == Joined::nothing && q.form == NumberForm::cardinal) {
      if (a_.is(q.next, "below")) q.value = -std::abs(q.value);
      q.next += 2;
      q.kind = QuantityKind::temperature;
      q.unit_name = "degree";
    }
    if (bare && q.value == 0 && before == q.first && before > 0 && a_.is(before - 1, "absolute")) {
      q.first = --before;
      q.modifier = modifier_before(a_, before);
      q.kind = QuantityKind::temperature;
      q.unit_name = "kelvin";
    }
    finish(q, before);
    return true;
  }

  /// "one day" as an adverb, "the day", "a few seconds": durations that say nothing.
  bool idle_duration(const Quantity& q, uint32_t before) const {
    if (q.value != 1 || q.digits || before < q.first) return false;
    if (a_.is(q.first, "one") && a_.any(q.next - 1, "day", "night") && !q.unit.hyphen)
      return a_[q.next].mark(',') || a_[q.next].mark('.') || a_[q.next].mark('!') ||
             (q.first == 0 && a_[q.next].word() && a_[q.next].is(is::function) &&
              !a_.any(q.next, "of", "after", "before"));
    return false;
  }

  /// "in 2019 dollars".
  bool is_dollar_year(const Quantity& q) const {
    return q.value >= 1900 && q.value <= 2100 && a_.text(q.number_first).size() == 4 && q.number_first > 0 &&
           a_.any(q.number_first - 1, "in", "constant", "real") && q.unit.next == q.next &&
           a_.any(q.next - 1, "dollars", "pounds", "euros");
  }

  /// "a dollar", "a mile", "an hour and a half": one of a unit, where it is not a rate.
  bool article_unit(uint32_t i, uint32_t before, Modifier modifier, uint32_t& resume) {
    if (!a_.any(i, "a", "an") || a_[i].flags & Atom::capitals) return false;
    uint32_t next = 0;
    const Entry* e = a_.phrase(i + 1, is::unit | is::currency, next);
    if (!e || a_.text(i + 1).size() < 3) return false;
    Operand o;
    o.first = o.number.first = i;
    o.number.next = i + 1;
    o.number.value = o.value = 1;
    if (!read_unit(a_, o.number, i + 1, o.unit)) return false;
    o.next = o.unit.next;
    const std::string_view d = dimension(a_, o.unit);
    add_smaller_units(a_, o);
    const bool grown = o.value != 1;
    const bool alone = i == 0 && o.next >= a_.size();
    if (!grown && !alone) {
      if (d == "time" || d == "calendar" || d == "share" || d == "sound" || modifier == kNoModifier)
        return false;
    }
    Quantity q;
    q.first = i;
    q.next = o.next;
    q.number_first = i;
    q.number_next = i + 1;
    q.unit = o.unit;
    q.value = o.value;
    q.modifier = modifier;
    q.kind = kind_of(a_, q);
    finish(q, before);
    resume = q.next;
    return true;
  }

  /// "percent of 10": the number stands behind.
  bool percent_of(uint32_t i, uint32_t& resume) {
    uint32_t next = 0, end = 0;
    const Entry* e = a_.phrase(i, is::unit, next);
    if (!e || a_.lexicon().detail(*e).unit != a_.lexicon().percent() || !a_.is(next, "of")) return false;
    Operand o;
    if (!read_operand(a_, next + 1, {}, o, end) || o.unit.found() || o.next < a_.size()) return false;
    Quantity q;
    q.first = i;
    q.next = o.next;
    q.number_first = o.number.first;
    q.number_next = o.number.next;
    q.value = o.value;
    q.unit.unit = a_.lexicon().percent();
    q.kind = QuantityKind::percent;
    finish(q, i);
    resume = q.next;
    return true;
  }

  void finish(Quantity& q, uint32_t before) {
    uint32_t next = q.next;
    if (q.modifier == kNoModifier) {
      const Modifier m = modifier_after(a_, next);
      if (m != kNoModifier) q.modifier = m;
    }
    if (q.noun.found() && q.modifier == kNoModifier) {
      next = q.noun.next;
      q.modifier = modifier_after(a_, next);
    }
    q.change = change_of(a_, q, before);
    if (q.unit.found()) q.unit_name = unit_name(a_, q.unit);
    if (q.kind == QuantityKind::age && q.unit_name.empty()) q.unit_name = "year";
    inherit_change(q, before);
    if (join_bounds(q, before)) return;
    q.span = {a_[q.first].begin, a_[q.next - 1].end};
    out_.push_back(std::move(q));
  }

  static bool lower_bound(Modifier m) { return m == Modifier::more_than || m == Modifier::at_least; }
  static bool upper_bound(Modifier m) { return m == Modifier::less_than || m == Modifier::at_most; }

  /// "more than 10 and less than 20": two bounds make a range.
  bool join_bounds(const Quantity& q, uint32_t before) {
    if (out_.empty() || out_.back().span.begin < a_[0].begin || before < 2) return false;
    Quantity& p = out_.back();
    if (!(lower_bound(p.modifier) && upper_bound(q.modifier)) &&
        !(upper_bound(p.modifier) && lower_bound(q.modifier)))
      return false;
    if (std::isnan(p.value) || std::isnan(q.value) ||
        (p.form == NumberForm::ordinal) != (q.form == NumberForm::ordinal))
      return false;
    uint32_t at = before;
    if (a_.any(at - 1, "and", "but")) --at;
    if (at > 0 && a_[at - 1].mark(',')) --at;
    if (at == before || (at != p.next && at != p.noun.next)) return false;
    if (p.unit_name != q.unit_name && !p.unit_name.empty() && !q.unit_name.empty()) return false;
    const double low = lower_bound(p.modifier) ? p.value : q.value,
                 high = lower_bound(p.modifier) ? q.value : p.value;
    if (!(low < high)) return false;
    const Quantity first = p;
    p = q;
    if (p.unit_name.empty())
      p.unit_name = first.unit_name, p.unit = first.unit, p.kind = first.kind, p.noun = first.noun;
    p.first = first.first;
    p.number_first = first.number_first;
    p.span = {first.span.begin, a_[q.next - 1].end};
    p.low = low;
    p.high = high;
    p.value = NAN;
    p.modifier = kNoModifier;
    p.range = true;
    return true;
  }

  /// "lost 190 points, or 0.6%": the second says the same in other words.
  void inherit_change(Quantity& q, uint32_t before) const {
    if (q.change != Change{255} || out_.empty() || last_end_ == 0) return;
    const Quantity& p = out_.back();
    if (p.change == Change{255} || p.span.begin < a_[0].begin) return;
    uint32_t at = before;
    const bool paren = at > 0 && a_[at - 1].mark('(');
    if (at > 0 && (a_.is(at - 1, "or") || paren))
      --at;
    else
      return;
    if (at > 0 && a_[at - 1].mark(',')) --at;
    const uint32_t end = p.noun.found() ? std::max(p.noun.next, p.next) : p.next;
    if (at == end && (q.kind == QuantityKind::percent || p.kind == QuantityKind::percent))
      q.change = p.change;
  }

  const Atoms& a_;
  const TimeSpans& times_;
  QuantityList& out_;
  BareNumbers bare_;
  bool share_ = false;  // "one in five"
  uint32_t last_end_ = 1;
};

}  // namespace

bool TimeSpans::covers(uint32_t begin, uint32_t end) const {
  const cs_span* it =
      std::upper_bound(spans, spans + count, begin, [](uint32_t at, cs_span s) { return at < s.begin; });
  for (int back = 0; it > spans && back < 4; ++back) {
    --it;
    if (it->begin <= begin && it->end >= end && dated[it - spans]) return true;
  }
  return false;
}

void read_sentence(const Atoms& atoms, const TimeSpans& times, QuantityList& out) {
  SentenceReader(atoms, times, out).read();
}

}  // namespace claimsift::quantities
