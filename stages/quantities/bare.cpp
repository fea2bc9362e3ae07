// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/bare.hpp"

#include "stages/quantities/exclusions.hpp"

namespace claimsift::quantities {
namespace {

constexpr Modifier kNoModifier{255};

bool determiner(const Atoms& a, uint32_t i) { return a[i].is(is::determiner) || a.is(i, "'s"); }

/// Behind "of the", "of those", "of its three": where a noun phrase begins.
uint32_t past_determiners(const Atoms& a, uint32_t i) {
  uint32_t steps = 0;
  while (steps++ < 4 && (determiner(a, i) || a.any(i, "what", "such", "most") || a[i].flags & Atom::clitic))
    ++i;
  return i;
}

/// ", 47," behind a name.
bool age_in_apposition(const Atoms& a, const Quantity& q) {
  if (!q.plain || q.first < 2 || q.value < 1 || q.value > 115 || q.next != q.first + 1) return false;
  if (!a[q.first - 1].mark(',') || !(a[q.next].mark(',') || a[q.next].mark(';') || a[q.next].dash()))
    return false;
  const Atom& name = a[q.first - 2];
  return name.word() && (name.flags & Atom::capital) && !name.is(is::month | is::weekday | is::function) &&
         !(name.flags & Atom::capitals);
}

/// "three times as many": what follows tells a multiple from a number of occasions.
bool multiple_follows(const Atoms& a, uint32_t next) { return a[next].is(is::target); }

}  // namespace

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
  if (bare && a.any(before, "under", "over", "above", "below") && a[before - 1].is(is::cohort))
    return true;  // "adults over 65"
  if (!bare) return a.is(before - 1, "age") && unit.unit != kNone;
  return a.is(before - 1, "age") ||
         (a.is(before - 1, "of") && before > 1 && a.any(before - 2, "age", "ages"));
}

/// A number without unit: names and years are none, a counted noun makes a count.
bool BareNumbers::read(Quantity& q, uint32_t before, bool share, bool& age) {
  const uint32_t noun_at = q.next;
  const bool one = q.form == NumberForm::cardinal && q.value == 1 && !q.digits && a_.is(q.first, "one");
  if (q.form == NumberForm::multiple) return multiple(q);
  if (q.form == NumberForm::ordinal) return ordinal(q);
  if (q.form == NumberForm::cardinal && a_.any(noun_at, "times", "time") &&
      (a_.is(noun_at, "times") || q.value == 1 || a_.is(noun_at, "time"))) {
    if (a_.is(noun_at, "times")) return times(q, noun_at);
  }
  age = q.form == NumberForm::cardinal && is_age(a_, before, q.unit, true, q.next);
  if (!age && age_in_apposition(a_, q)) age = true;
  if (age) {
    if (q.range ? !(q.high <= 130) : !(q.value <= 130))
      age = false;
    else {
      q.unit_name = "year";
      return true;
    }
  }
  q.noun = noun_of(q, before, noun_at, one, share);
  if (q.noun.found() && q.noun.plural_head && q.noun.head > q.noun.first && q.noun.head <= q.noun.first + 2 &&
      !q.range) {  // "517 rushing yards"
    UnitMatch unit;
    Number n;
    n.form = q.form;
    n.value = q.value;
    if (a_[q.noun.head].is(is::unit) && !a_[q.noun.head].is(is::currency) && !a_[q.noun.head - 1].dash() &&
        read_unit(a_, n, q.noun.head, unit)) {
      q.unit = unit;
      q.next = unit.next;
      q.noun = {};
      return true;
    }
  }
  if (q.noun.found() && !q.noun.plural_head && q.value != 1 && a_[q.noun.head].flags & Atom::capital)
    q.noun = {};
  if (q.form == NumberForm::cardinal &&
      (a_.is(q.next, "o") || a_[a_[q.next].dash() ? q.next + 1 : q.next].is(is::clock)) && !q.digits &&
      (a_[q.next + 1].flags & Atom::clitic || a_[q.next].dash() ||
       a_.any(q.next, "forties", "fifties", "sixties", "seventies", "eighties", "nineties", "twenties",
              "thirties")))
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

CountedNoun BareNumbers::noun_of(const Quantity& q, uint32_t before, uint32_t at, bool one,
                                 bool share) const {
  if (a_[at].dash() && a_.glued(at) && a_.glued(at + 1) && a_[at + 1].word() &&
      q.form != NumberForm::fraction) {  // "four-lane"
    if (a_[at + 1].is(is::function | is::adverb | is::adjective)) return {};
    CountedNoun n;
    n.first = n.head = at + 1;
    n.next = at + 2;
    return n;
  }
  if (a_.is(at, "of")) {
    uint32_t to = past_determiners(a_, at + 1);
    if (a_.any(to, "last", "first", "next", "past", "previous", "final") &&
        (a_[to + 1].digits() || a_[to + 1].is(is::number)))
      ++to;
    const bool determined = to > at + 1;
    if (q.form == NumberForm::cardinal && !determined && !one) return {};
    if (a_[to].digits() ||
        (a_[to].is(is::number) && q.form != NumberForm::fraction)) {  // "two of the three men"
      Number n;
      if (a_[to].digits() && !read_number(a_, to, {}, n)) return {};
      to = a_[to].digits() ? n.next : to + 1;
    } else if (q.form == NumberForm::fraction &&
               (a_[to].is(is::adjective) || a_.any(to, "combined", "estimated")) && a_[to + 1].digits()) {
      Number n;
      if (read_number(a_, to + 1, {}, n)) to = n.next;  // "two-thirds of the combined 4.3M sales"
    }
    if (q.form == NumberForm::fraction &&
        (a_[to].is(is::number | is::currency | is::unit) || a_[to].type == AtomType::mark))
      return {};
    if (q.form == NumberForm::vague || q.form == NumberForm::fraction)
      return read_counted(a_, to, CountedNoun::any);
    return read_counted(a_, to, CountedNoun::plural);
  }
  if (share) return read_counted(a_, at, CountedNoun::plural);
  if (q.form == NumberForm::fraction) {
    const uint32_t to = past_determiners(a_, at);
    if (a_[to].is(is::unit)) return {};  // "one-third this year"
    if (a_[to].is(is::numeric) || a_[to].digits() || to == at) return {};
    return read_counted(a_, to, CountedNoun::any);
  }
  if (one) return read_counted(a_, at, CountedNoun::singular);
  CountedNoun n = read_counted(a_, at, CountedNoun::plural);
  if (n.found()) return n;
  if (q.value == 1 || (before > 0 && (determiner(a_, before - 1) || a_[before - 1].is(is::adjective))))
    return read_counted(a_, at, CountedNoun::any);
  return {};
}

bool BareNumbers::multiple(Quantity& q) const {
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
    } else if (!(multiple_follows(a_, q.next) || a_[q.next].is(is::adjective | is::amount) ||
                 (a_[q.next].flags & Atom::capital) || a_.any(q.next, "last", "our", "previous", "her"))) {
      q.form = NumberForm::cardinal;  // "scored twice"
      q.unit_name = "time";
    }
    return true;
  }
  const bool verb = (t.size() > 5 && (t.substr(t.size() - 2) == "ed" || t.substr(t.size() - 3) == "ing")) ||
                    a_.any(i, "doubles", "triples", "halves", "quadruples");
  if (verb) {
    if (a_.is(i, "halves")) return false;
    if (a_.any(i, "doubled", "doubling") && a_.any(i + 1, "down", "over", "as", "back", "up")) return false;
    if (a_.is(i, "doubles") && !(i > 0 && a_.any(i - 1, "it", "this", "which", "that", "nearly", "more")))
      return false;
    return !(i == 0 && a_.is(i, "doubles"));
  }
  // double, triple: of something known, not "double room"
  const uint32_t n = i + 1;
  const bool target = a_.any(n, "the", "that", "this", "what", "its", "his", "their", "those", "as", "last",
                             "our", "her", "from") ||
                      a_[n].digits() || a_[n].is(is::currency | is::number);
  const bool verbal =
      i > 0 && a_.any(i - 1, "to", "will", "could", "would", "should", "may", "might", "more", "than", "can");
  return target || (verbal && !a_.any(n, "digit", "down", "check", "dip") && !a_[n].dash());
}

bool BareNumbers::ordinal(Quantity& q) {
  const uint32_t i = q.first;
  if (a_.any(q.next, "century", "centuries") || (a_[q.next].dash() && a_.any(q.next + 1, "century")))
    return false;
  if (a_.is(i, "second") &&
      (a_.any(q.next, "thoughts", "hand", "thought") ||
       (i > 0 && a_.any(i - 1, "per", "a", "each", "every", "split") && !a_[q.next].word())))
    return false;
  if (a_.is(i, "first") && (a_.any(q.next, "lady", "minister", "aid", "responders", "responder", "name") ||
                            (i > 0 && a_.is(i - 1, "at"))))
    return false;
  if (a_.is(i, "first") && a_[q.next].is(is::verb) && !a_[q.next].is(is::noun | is::adjective))
    return false;  // "was first seen"
  const bool capital = a_[i].flags & Atom::capital;
  if (capital && i > 0 && (a_[q.next].flags & Atom::capital) && a_[q.next].word() && !title_case() &&
      !q.digits && a_[i - 1].word())
    return false;
  if (capital && a_[q.next].is(is::street) && (a_[q.next].flags & Atom::capital)) return false;
  if (q.digits && (a_[q.next].flags & Atom::capital) &&
      a_.any(q.next, "street", "avenue", "st", "ave", "district", "circuit", "amendment", "congress", "floor",
             "regiment", "division", "brigade"))
    return !(a_[q.next].is(is::street));
  return true;
}

bool BareNumbers::times(Quantity& q, uint32_t at) const {
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
bool BareNumbers::one_counts(const Quantity& q, uint32_t before) const {
  const uint32_t i = q.first, n = q.next;
  if (a_.size() <= n + 1 && i == 0 && n >= a_.size()) return true;
  if (q.modifier != kNoModifier || before < i) return true;
  if (q.range) return true;
  if (i > 0 && (a_.any(i - 1, "this", "that", "each", "every", "no", "any", "another", "which", "some",
                       "loved", "the", "a", "first", "last", "new", "next") ||
                a_[i - 1].is(is::adjective)))
    return a_.is(i - 1, "the") && q.noun.found() && !a_.is(n, "of");
  if (a_.any(n, "another", "day", "more", "'s", "to", "thing", "time", "who", "that", "would", "can",
             "another", "way"))
    return false;
  if (a_.is(n, "of")) return q.noun.found();
  return q.noun.found() && a_[q.noun.head].is(is::noun)
             ? true
             : q.noun.found() && !(a_[q.noun.head].is(is::verb | is::adjective));
}

bool BareNumbers::fraction_counts(const Quantity& q) const {
  const uint32_t i = q.first, n = q.next;
  if (!a_.is(i, "half") || q.next != i + 1) return true;
  if (a_[n].dash() && a_.glued(n)) return false;  // half-time
  if (i > 0 && a_.any(i - 1, "second", "first", "other", "better", "this", "top", "bottom", "latter", "back",
                      "last", "either", "each"))
    return false;
  if (a_[n].word() && a_[n].is(is::noun) && !q.noun.found() && q.modifier == kNoModifier)
    return false;  // "half time", "half term"
  if (a_.any(n, "past", "way", "sister", "brother")) return false;
  return true;
}

bool BareNumbers::title_case() {
  if (title_ < 0) title_ = is_title_case(a_);
  return title_ == 1;
}

}  // namespace claimsift::quantities
