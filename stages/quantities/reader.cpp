// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/reader.hpp"

#include <algorithm>

#include "stages/quantities/exclusions.hpp"
#include "stages/quantities/modifiers.hpp"
#include "stages/quantities/ranges.hpp"

namespace claimsift::quantities {
namespace {

constexpr Modifier kNoModifier{255};

bool determiner(const Atoms& a, uint32_t i) {
  return a.any(i, "the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your", "each") ||
         a.any(i, "every", "'s", "no", "any", "all");
}

/// Behind "of the", "of those", "of its three": where a noun phrase begins.
uint32_t past_determiners(const Atoms& a, uint32_t i) {
  uint32_t steps = 0;
  while (steps++ < 4 && (determiner(a, i) || a.any(i, "what", "such", "most") || a[i].flags & Atom::clitic)) ++i;
  return i;
}

std::string_view dimension(const Atoms& a, const UnitMatch& m) {
  return m.unit == kNone ? std::string_view() : a.lexicon().dimension(a.lexicon().unit(m.unit).dimension).name;
}

bool angle_context(const Atoms& a, const Quantity& q) {
  for (uint32_t i = q.first > 8 ? q.first - 8 : 0; i < std::min(q.next + 4, a.size()); ++i)
    if (a.any(i, "angle", "angles", "turn", "turned", "rotate", "rotated", "rotation", "tilt", "tilted", "slope", "incline", "latitude", "longitude", "valve") ||
        a.any(i, "breakover", "departure", "approach", "north", "south", "east", "west", "bearing", "spin", "freedom", "separation", "pitch", "swing"))
      return true;
  return false;
}

/// "old", "-old", "of age", "yo" behind years, or "aged", "age" before: `next` moves behind it.
bool is_age(const Atoms& a, uint32_t before, const UnitMatch& unit, bool bare, uint32_t& next) {
  if (unit.unit != kNone) {
    if (a.any(next, "old", "olds")) {
      ++next;
      return true;
    }
    if (a[next].dash() && a.any(next + 1, "old", "olds")) {
      next += 2;
      return true;
    }
    if (a.is(next, "of") && a.is(next + 1, "age")) {
      next += 2;
      return true;
    }
    if (a.any(next - 1, "yo", "y/o")) return true;
  }
  if (before == 0) return false;
  if (a.any(before - 1, "aged", "ages")) return true;
  if (bare && a.any(before, "under", "over", "above", "below", "aged") && a.any(before - 1, "children", "kids", "adults", "people", "women", "men", "those", "anyone", "everyone", "persons", "boys", "girls"))
    return true;
  if (bare && a.any(before, "under", "over") && a.any(before - 1, "teenagers", "patients", "voters", "babies", "infants", "players", "pensioners", "americans", "britons", "citizens"))
    return true;
  if (!bare) return a.is(before - 1, "age") && unit.unit != kNone;
  return a.is(before - 1, "age") || (a.is(before - 1, "of") && before > 1 && a.any(before - 2, "age", "ages"));
}

/// ", 47," behind a name.
bool age_in_apposition(const Atoms& a, const Quantity& q) {
  if (!q.plain || q.first < 2 || q.value < 1 || q.value > 115 || q.next != q.first + 1) return false;
  if (!a[q.first - 1].mark(',') || !(a[q.next].mark(',') || a[q.next].mark(';'))) return false;
  const Atom& name = a[q.first - 2];
  return name.word() && (name.flags & Atom::capital) && !name.is(is::month | is::weekday | is::function) && !(name.flags & Atom::capitals);
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
    if (q.unit.per == kNone && q.unit.per_noun == kNone && (d == "time" || d == "calendar")) return QuantityKind::duration;
    if (d == "temperature") return QuantityKind::temperature;
    if (a.lexicon().unit(q.unit.unit).name == "degree") return angle_context(a, q) ? QuantityKind::measure : QuantityKind::temperature;
    return QuantityKind::measure;
  }
  switch (q.form) {
    case NumberForm::ordinal: return QuantityKind::ordinal;
    case NumberForm::fraction: return QuantityKind::fraction;
    case NumberForm::multiple: return QuantityKind::ratio;
    default: return q.noun.found() || !q.unit_name.empty() ? QuantityKind::count : QuantityKind::number;
  }
}

/// "three times as many": what follows tells a multiple from a number of occasions.
bool multiple_follows(const Atoms& a, uint32_t next) {
  return a.any(next, "as", "more", "less", "the", "that", "what", "higher", "larger", "greater", "bigger", "its", "their", "his", "lower", "faster", "smaller") ||
         a.any(next, "likelier", "over", "fewer", "better", "worse", "earnings", "longer", "this", "those", "last");
}

class SentenceReader {
 public:
  SentenceReader(const Atoms& atoms, const TimeSpans& times, std::vector<Quantity>& out) : a_(atoms), times_(times), out_(out) {}

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
    if (w.dash()) return !a_.glued(i + 1) ? false : (w.spaced() || i == 0 || a_[i - 1].mark('(') || a_[i - 1].mark('<') || a_[i - 1].mark('>') || a_[i - 1].mark(':')) && (a_[i + 1].digits() || a_[i + 1].is(is::currency));
    if (!w.entry) return false;
    if (w.is(is::numeric | is::currency)) return true;
    if (w.is(is::exact) && (a_[i + 1].digits() || a_[i + 1].type == AtomType::mark)) return true;
    return a_.any(i, "a", "an", "several", "percent", "per", "few", "many", "the", "minus", "negative") || (w.word() && a_[i + 1].type == AtomType::mark && a_[i + 1].is(is::currency));
  }

  void read_at(uint32_t i, uint32_t& resume) {
    if (a_.any(i, "the") && !a_.is(i + 1, "few")) return;
    Operand left;
    uint32_t before = i;
    if (before > 1 && a_[i].is(is::ordinal) && a_.is(i - 1, "the") && (a_.any(i - 2, "between", "from") || a_[i - 2].is(is::before) || a_.is(i - 2, "than"))) --before;
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
      if (left.number.form == NumberForm::cardinal && right.number.form == NumberForm::fraction) q.form = NumberForm::cardinal;
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
        if (a_.any(q.next, "lead", "vote", "margin", "deficit", "advantage", "majority", "record")) q.unit_name = singular(a_, q.next);
      } else {
        q.value = left.value / right.value;
      }
      q.range = joined == Joined::score;
      uint32_t named = 0;
      if (before > 1 && a_.phrase_before(before, is::named, named) && (a_[named].flags & Atom::capital) && left.number.digits) {  // "Boeing 737-800"
        resume = q.next;
        return;
      }
      for (uint32_t k = before > 3 ? before - 3 : 0; k < before; ++k)
        if (a_.is(k, "ratio")) q.kind = QuantityKind::ratio, q.value = left.value / right.value, q.low = q.high = NAN, q.range = false;
      finish(q, before);
      resume = q.next;
      return;
    }
    if (left.number.form == NumberForm::vague) {
      q.value = NAN;
      q.low = left.number.low;
      q.high = q.unit.currency != kNone ? NAN : left.number.high;  // "billions of dollars" may be hundreds of them
      if (q.modifier == kNoModifier || q.modifier == Modifier::approximately) q.modifier = Modifier::vague;
    }
    resume = q.next;
    if (accept(q, before, joined)) resume = std::max(resume, q.next);
  }

  /// "20 x 30 x 40 cm": the first sides have the unit of the last.
  void take_unit_of_product(Operand& o) const {
    uint32_t at = o.next;
    for (int sides = 0; sides < 3 && (a_.is(at, "x") || a_[at].mark(0xD7) || (a_.is(at, "by") && a_[at + 1].digits())); ++sides) {
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
    uint32_t noun_at = q.next;
    if (bare) {
      if (!bare_number(q, before, noun_at, age)) return false;
    } else {
      const std::string_view d = dimension(a_, q.unit);
      if ((d == "time" || d == "calendar") && q.unit.per == kNone) {
        age = is_age(a_, before, q.unit, false, q.next);
        if (!age && idle_duration(q, before)) return false;
      }
      if (q.digits && q.plain && q.unit.currency != kNone && q.first == q.number_first && is_dollar_year(q)) return false;
    }
    if (times_.covers(a_[q.first].begin, a_[q.next - 1].end) && !age) return false;
    q.kind = age ? QuantityKind::age : kind_of(a_, q);
    if (q.kind == QuantityKind::temperature && a_.any(q.next, "below") && !a_.is(q.next + 1, "freezing") && a_.any(q.next + 1, "zero")) {
      q.value = -std::abs(q.value);
      q.next += 2;
    }
    if (bare && !age && (a_.is(q.next, "below") || a_.is(q.next, "above")) && a_.is(q.next + 1, "zero") && joined == Joined::nothing && q.form == NumberForm::cardinal) {
      if (a_.is(q.next, "below")) q.value = -std::abs(q.value);
      q.next += 2;
      q.kind = QuantityKind::temperature;
      q.unit_name = "degree";
    }
    finish(q, before);
    return true;
  }

  /// A number without unit: names and years are none, a counted noun makes a count.
  bool bare_number(Quantity& q, uint32_t before, uint32_t noun_at, bool& age) {
    const bool one = q.form == NumberForm::cardinal && q.value == 1 && !q.digits && a_.is(q.first, "one");
    if (q.form == NumberForm::multiple) return multiple(q);
    if (q.form == NumberForm::ordinal) return ordinal(q);
    if (q.form == NumberForm::cardinal && a_.any(noun_at, "times", "time") && (a_.is(noun_at, "times") || q.value == 1 || a_.is(noun_at, "time"))) {
      if (a_.is(noun_at, "times")) return times(q, noun_at);
    }
    age = q.form == NumberForm::cardinal && is_age(a_, before, q.unit, true, q.next);
    if (!age && age_in_apposition(a_, q)) age = true;
    if (age) {
      if (q.range ? !(q.high <= 130) : !(q.value <= 130)) age = false;
      else {
        q.unit_name = "year";
        return true;
      }
    }
    q.noun = noun_of(q, before, noun_at, one);
    if (q.noun.found() && q.noun.plural_head && q.noun.head > q.noun.first && q.noun.head <= q.noun.first + 2 && !q.range) {  // "517 rushing yards"
      UnitMatch unit;
      Number n;
      n.form = q.form;
      n.value = q.value;
      if (a_[q.noun.head].is(is::unit) && !a_[q.noun.head].is(is::currency) && !a_[q.noun.head - 1].dash() && read_unit(a_, n, q.noun.head, unit)) {
        q.unit = unit;
        q.next = unit.next;
        q.noun = {};
        return true;
      }
    }
    if (q.noun.found() && !q.noun.plural_head && q.value != 1 && a_[q.noun.head].flags & Atom::capital) q.noun = {};
    if (q.form == NumberForm::cardinal && (a_.is(q.next, "o") || a_[a_[q.next].dash() ? q.next + 1 : q.next].is(is::clock)) && !q.digits &&
        (a_[q.next + 1].flags & Atom::clitic || a_[q.next].dash() || a_.any(q.next, "forties", "fifties", "sixties", "seventies", "eighties", "nineties", "twenties", "thirties")))
      return false;  // "five o'clock", "nineteen-forties"
    if (q.form == NumberForm::cardinal && names_something(a_, q, title_case())) return false;
    if (one && !one_counts(q, before)) return false;
    if (q.form == NumberForm::fraction && !fraction_counts(q)) return false;
    if (q.noun.found()) {
      q.unit_name = counted_unit(a_, q.noun);
      if (q.form != NumberForm::fraction) {
        UnitMatch rate;
        rate.next = q.noun.next;
        read_rate(a_, false, rate);
        if (rate.next != q.noun.next) {
          q.unit_name += unit_name(a_, rate);
          q.noun.next = q.noun.next;
          q.next = q.noun.next;
          q.next = rate.next;
        }
      }
    } else if (q.form == NumberForm::cardinal) {  // "500 a day"
      UnitMatch rate;
      rate.next = q.next;
      if (a_.is(q.next, "per") || a_[q.next].mark('/')) read_rate(a_, false, rate);
      if (rate.next != q.next && rate.per != kNone) {
        q.unit_name = unit_name(a_, rate).substr(1);
        q.next = rate.next;
      }
    }
    return true;
  }

  CountedNoun noun_of(const Quantity& q, uint32_t before, uint32_t at, bool one) {
    if (a_[at].dash() && a_.glued(at) && a_.glued(at + 1) && a_[at + 1].word() && q.form != NumberForm::fraction) {  // "four-lane"
      if (a_[at + 1].is(is::function | is::adverb)) return {};
      CountedNoun n;
      n.first = n.head = at + 1;
      n.next = at + 2;
      return n;
    }
    if (a_.is(at, "of")) {
      uint32_t to = past_determiners(a_, at + 1);
      const bool determined = to > at + 1;
      if (q.form == NumberForm::cardinal && !determined && !one) return {};
      if (a_[to].digits() || (a_[to].is(is::number) && q.form != NumberForm::fraction)) {  // "two of the three men"
        Number n;
        if (a_[to].digits() && !read_number(a_, to, {}, n)) return {};
        to = a_[to].digits() ? n.next : to + 1;
      } else if (q.form == NumberForm::fraction && (a_[to].is(is::adjective) || a_.any(to, "combined", "estimated")) && a_[to + 1].digits()) {
        Number n;
        if (read_number(a_, to + 1, {}, n)) to = n.next;  // "two-thirds of the combined 4.3M sales"
      }
      if (q.form == NumberForm::fraction && (a_[to].is(is::number | is::currency | is::unit) || a_[to].type == AtomType::mark)) return {};
      if (q.form == NumberForm::vague || q.form == NumberForm::fraction) return read_counted(a_, to, CountedNoun::any);
      return read_counted(a_, to, CountedNoun::plural);
    }
    if (share_) return read_counted(a_, at, CountedNoun::plural);
    if (q.form == NumberForm::fraction) {
      const uint32_t to = past_determiners(a_, at);
      if (a_[to].is(is::numeric) || a_[to].digits() || to == at) return {};
      return read_counted(a_, to, CountedNoun::any);
    }
    if (one) return read_counted(a_, at, CountedNoun::singular);
    CountedNoun n = read_counted(a_, at, CountedNoun::plural);
    if (n.found()) return n;
    if (q.value == 1 || (before > 0 && (determiner(a_, before - 1) || a_[before - 1].is(is::adjective)))) return read_counted(a_, at, CountedNoun::any);
    return {};
  }

  bool multiple(Quantity& q) {
    const uint32_t i = q.first;
    const std::string_view t = a_.text(i);
    const bool fold = t.size() > 4 && (t.substr(t.size() - 4) == "fold");
    if (fold) {
      q.unit_name = "time";
      return true;
    }
    if (a_.any(i, "twice", "thrice")) {
      UnitMatch rate;
      rate.next = q.next;
      read_rate(a_, false, rate);
      if (rate.per != kNone) {
        q.form = NumberForm::cardinal;
        q.unit_name = "time" + unit_name(a_, rate);
        q.next = rate.next;
      } else if (!(multiple_follows(a_, q.next) || a_[q.next].is(is::adjective | is::amount) || (a_[q.next].flags & Atom::capital) || a_.any(q.next, "last", "our", "previous", "her"))) {
        q.form = NumberForm::cardinal;  // "scored twice"
        q.unit_name = "time";
      }
      return true;
    }
    const bool verb = (t.size() > 5 && (t.substr(t.size() - 2) == "ed" || t.substr(t.size() - 3) == "ing")) || a_.any(i, "doubles", "triples", "halves", "quadruples");
    if (verb) {
      if (a_.is(i, "halves")) return false;
      if (a_.any(i, "doubled", "doubling") && a_.any(i + 1, "down", "over", "as", "back", "up")) return false;
      if (a_.is(i, "doubles") && !(i > 0 && a_.any(i - 1, "it", "this", "which", "that", "nearly", "more"))) return false;
      return !(i == 0 && a_.is(i, "doubles"));
    }
    // double, triple: of something known, not "double room"
    const uint32_t n = i + 1;
    const bool target = a_.any(n, "the", "that", "this", "what", "its", "his", "their", "those", "as", "last", "our", "her", "from") || a_[n].digits() || a_[n].is(is::currency | is::number);
    const bool verbal = i > 0 && a_.any(i - 1, "to", "will", "could", "would", "should", "may", "might", "more", "than", "can");
    return target || (verbal && !a_.any(n, "digit", "down", "check", "dip") && !a_[n].dash());
  }

  bool ordinal(Quantity& q) {
    const uint32_t i = q.first;
    if (a_.any(q.next, "century", "centuries") || (a_[q.next].dash() && a_.any(q.next + 1, "century"))) return false;
    if (a_.is(i, "second") && (a_.any(q.next, "thoughts", "hand", "thought") || (i > 0 && a_.any(i - 1, "per", "a", "each", "every", "split") && !a_[q.next].word()))) return false;
    if (a_.is(i, "first") && (a_.any(q.next, "lady", "minister", "aid", "responders", "responder", "name") || (i > 0 && a_.is(i - 1, "at")))) return false;
    if (a_.is(i, "first") && a_[q.next].is(is::verb) && !a_[q.next].is(is::noun | is::adjective)) return false;  // "was first seen"
    const bool capital = a_[i].flags & Atom::capital;
    if (capital && i > 0 && (a_[q.next].flags & Atom::capital) && a_[q.next].word() && !title_case() && !q.digits && a_[i - 1].word()) return false;
    if (capital && a_[q.next].is(is::street) && (a_[q.next].flags & Atom::capital)) return false;
    if (q.digits && (a_[q.next].flags & Atom::capital) && a_.any(q.next, "street", "avenue", "st", "ave", "district", "circuit", "amendment", "congress", "floor", "regiment", "division", "brigade"))
      return !(a_[q.next].is(is::street));
    return true;
  }

  bool times(Quantity& q, uint32_t at) {
    q.unit_name = "time";
    q.next = at + 1;
    uint32_t noun = q.next;
    if (multiple_follows(a_, noun) && !q.range) {
      q.form = NumberForm::multiple;
      return true;
    }
    UnitMatch rate;
    rate.next = q.next;
    read_rate(a_, false, rate);
    if (rate.next != q.next) {
      q.unit_name += unit_name(a_, rate);
      q.next = rate.next;
    }
    return true;
  }

  /// "one" as a number rather than a pronoun.
  bool one_counts(const Quantity& q, uint32_t before) const {
    const uint32_t i = q.first, n = q.next;
    if (a_.size() <= n + 1 && i == 0 && n >= a_.size()) return true;
    if (q.modifier != kNoModifier || before < i) return true;
    if (q.range) return true;
    if (i > 0 && (a_.any(i - 1, "this", "that", "each", "every", "no", "any", "another", "which", "some", "loved", "the", "a", "first", "last", "new", "next") ||
                  a_[i - 1].is(is::adjective)))
      return a_.is(i - 1, "the") && q.noun.found() && !a_.is(n, "of");
    if (a_.any(n, "another", "day", "more", "'s", "to", "thing", "time", "who", "that", "would", "can", "another", "way")) return false;
    if (a_.is(n, "of")) return q.noun.found();
    return q.noun.found() && a_[q.noun.head].is(is::noun) ? true : q.noun.found() && !(a_[q.noun.head].is(is::verb | is::adjective));
  }

  bool fraction_counts(const Quantity& q) const {
    const uint32_t i = q.first, n = q.next;
    if (!a_.is(i, "half") || q.next != i + 1) return true;
    if (a_[n].dash() && a_.glued(n)) return false;                           // half-time
    if (i > 0 && a_.any(i - 1, "second", "first", "other", "better", "this", "top", "bottom", "latter", "back", "last", "either", "each")) return false;
    if (a_[n].word() && a_[n].is(is::noun) && !q.noun.found() && q.modifier == kNoModifier) return false;  // "half time", "half term"
    if (a_.any(n, "past", "way", "sister", "brother")) return false;
    return true;
  }

  /// "one day" as an adverb, "the day", "a few seconds": durations that say nothing.
  bool idle_duration(const Quantity& q, uint32_t before) const {
    if (q.value != 1 || q.digits || before < q.first) return false;
    if (a_.is(q.first, "one") && a_.any(q.next - 1, "day", "night") && !q.unit.hyphen)
      return a_[q.next].mark(',') || a_[q.next].mark('.') || a_[q.next].mark('!') || (q.first == 0 && a_[q.next].word() && a_[q.next].is(is::function) && !a_.any(q.next, "of", "after", "before"));
    return false;
  }

  /// "in 2019 dollars".
  bool is_dollar_year(const Quantity& q) const {
    return q.value >= 1900 && q.value <= 2100 && a_.text(q.number_first).size() == 4 && q.number_first > 0 && a_.any(q.number_first - 1, "in", "constant", "real") && q.unit.next == q.next &&
           a_.any(q.next - 1, "dollars", "pounds", "euros");
  }

  bool title_case() {
    if (title_ < 0) title_ = is_title_case(a_);
    return title_ == 1;
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
      if (d == "time" || d == "calendar" || d == "share" || d == "sound" || modifier == kNoModifier) return false;
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
    if (!(lower_bound(p.modifier) && upper_bound(q.modifier)) && !(upper_bound(p.modifier) && lower_bound(q.modifier))) return false;
    if (std::isnan(p.value) || std::isnan(q.value) || (p.form == NumberForm::ordinal) != (q.form == NumberForm::ordinal)) return false;
    uint32_t at = before;
    if (a_.any(at - 1, "and", "but")) --at;
    if (at > 0 && a_[at - 1].mark(',')) --at;
    if (at == before || (at != p.next && at != p.noun.next)) return false;
    if (p.unit_name != q.unit_name && !p.unit_name.empty() && !q.unit_name.empty()) return false;
    const double low = lower_bound(p.modifier) ? p.value : q.value, high = lower_bound(p.modifier) ? q.value : p.value;
    if (!(low < high)) return false;
    const Quantity first = p;
    p = q;
    if (p.unit_name.empty()) p.unit_name = first.unit_name, p.unit = first.unit, p.kind = first.kind, p.noun = first.noun;
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
    if (at > 0 && (a_.is(at - 1, "or") || paren)) --at;
    else return;
    if (at > 0 && a_[at - 1].mark(',')) --at;
    const uint32_t end = p.noun.found() ? std::max(p.noun.next, p.next) : p.next;
    if (at == end && (q.kind == QuantityKind::percent || p.kind == QuantityKind::percent)) q.change = p.change;
  }

  const Atoms& a_;
  const TimeSpans& times_;
  std::vector<Quantity>& out_;
  int title_ = -1;
  bool share_ = false;  // "one in five"
  uint32_t last_end_ = 1;
};

}  // namespace

bool TimeSpans::covers(uint32_t begin, uint32_t end) const {
  const cs_span* it = std::upper_bound(spans, spans + count, begin, [](uint32_t at, cs_span s) { return at < s.begin; });
  for (int back = 0; it > spans && back < 4; ++back) {
    --it;
    if (it->begin <= begin && it->end >= end && dated[it - spans]) return true;
  }
  return false;
}

/// "30 MUSD": a currency code with a prefix.
static bool scaled_code(const Atoms& a, Operand& o) {
  const Atom& w = a[o.next];
  if (!w.word() || w.end - w.begin != 4 || o.number.scale != 0) return false;
  const std::string_view text = a.text(o.next);
  const int scale = text[0] == 'M' ? 6 : text[0] == 'k' || text[0] == 'K' ? 3 : text[0] == 'B' ? 9 : 0;
  const Symbol* s = scale ? a.lexicon().symbol(text.substr(1)) : nullptr;
  if (!s || s->currency == kNone) return false;
  o.value = rescaled(a, o.number, scale) * (o.negative ? -1 : 1);
  o.number.scale = scale;
  o.unit.currency = s->currency;
  o.unit.next = o.next + 1;
  return true;
}

bool read_operand(const Atoms& a, uint32_t i, NumberContext context, Operand& o, uint32_t& resume) {
  o = Operand();
  o.first = i;
  uint32_t at = i;
  const auto sign = [&] {
    if ((a[at].dash() && a.glued(at + 1) && (a[at + 1].digits() || a[at + 1].is(is::currency))) || (a.any(at, "minus", "negative") && (a[at + 1].digits() || a[at + 1].is(is::number) || (a[at + 1].dash() && a[at + 2].digits())))) {
      o.negative = true;
      at += a[at + 1].dash() ? 2 : 1;
    }
  };
  sign();
  uint32_t currency = kNone, next = 0;
  if (read_currency_before(a, at, currency, next)) {
    uint32_t number = next;
    at = number;
    sign();
    if (!a[at].digits() && !a[at].is(is::number) && a[at].type != AtomType::fraction && !(a.any(at, "a") && a[at + 1].is(is::scale))) {
      resume = i + 1;
      return false;
    }
    context.money = true;
  }
  if (a[at].digits() && currency == kNone && never_a_number(a, at, resume)) return false;
  if (a[at].digits() && currency != kNone && a[at + 1].mark('.') && a.glued(at + 1) && a[at + 2].digits() && a.glued(at + 2)) {
    resume = at + 3;
    return false;
  }
  if (!read_number(a, at, context, o.number)) {
    resume = i + 1;
    return false;
  }
  if (a.is(o.number.next - 1, "grand") && currency == kNone) {  // "five grand", not "two grand pianos"
    if (a[o.number.next].word() && !a[o.number.next].is(is::function | is::adverb)) {
      resume = i + 1;
      return false;
    }
    currency = a.lexicon().dollar();
  }
  o.value = o.negative ? -o.number.value : o.number.value;
  o.next = o.number.next;
  resume = o.next;
  if (currency != kNone) {
    o.unit.currency = currency;
    o.unit.next = o.next;
    UnitMatch again;  // "$11 billion dollars", "$5 US"
    if (read_unit(a, o.number, o.next, again) && again.currency != kNone && !again.hyphen && a.lexicon().currency(again.currency).factor == 1) {
      if (again.currency != currency && a.lexicon().currency(again.currency).base != "") o.unit.currency = again.currency;
      o.unit.next = again.next;
    }
    read_rate(a, true, o.unit);
    o.next = o.unit.next;
    return true;
  }
  if (o.number.form == NumberForm::ordinal || o.number.form == NumberForm::year || o.number.form == NumberForm::multiple) return true;
  if (read_unit(a, o.number, o.next, o.unit)) {
    const bool money = o.unit.currency != kNone;
    if (money && o.number.scale == 0 && a[o.unit.next].is(is::scale) && a.detail(o.unit.next).scale > 2) {  // "75 USD million"
      o.number.scale = a.detail(o.unit.next).scale;
      o.value = rescaled(a, o.number, o.number.scale) * (o.negative ? -1 : 1);
      ++o.unit.next;
    }
    read_rate(a, money, o.unit);
    o.next = o.unit.next;
  } else if (scaled_code(a, o)) {
    o.next = o.unit.next;
  } else if (a[at].digits() && a.glued(o.next) && a[o.next].word() && !(a[o.next].flags & Atom::clitic) && !o.number.glued_scale) {
    if (!a.is(o.next, "x")) {
      resume = o.next + 1;  // "5G", "13F": letters that are no unit
      while (a.glued(resume) && (a[resume].word() || a[resume].digits())) ++resume;
      return false;
    }
    ++o.next;
  }
  return true;
}

void read_sentence(const Atoms& atoms, const TimeSpans& times, std::vector<Quantity>& out) { SentenceReader(atoms, times, out).read(); }

}  // namespace claimsift::quantities
