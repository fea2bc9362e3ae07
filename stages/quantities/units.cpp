// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/units.hpp"

#include "stages/quantities/counted.hpp"
#include "stages/quantities/unit_choice.hpp"

namespace claimsift::quantities {
namespace {

bool article(const Atoms& a, uint32_t i) { return a.any(i, "a", "an"); }

bool time_unit(const Atoms& a, uint32_t unit) {
  const std::string& d = a.lexicon().dimension(a.lexicon().unit(unit).dimension).name;
  return d == "time" || d == "calendar";
}

/// Words between a number and its unit that change nothing: "two additional minutes".
bool filler(const Atoms& a, uint32_t i) {
  return a.any(i, "more", "fewer", "less", "additional", "extra", "full", "consecutive", "straight", "whole",
               "successive", "solid") ||
         a.any(i, "further", "long", "short", "calendar", "other", "added");
}

void take(const Atoms& a, const Number& n, uint32_t at, const Detail& d, bool hyphen, UnitMatch& m) {
  m.unit = d.unit;
  m.currency = d.currency;
  if (d.unit != kNone && d.currency != kNone) {
    m.ambiguous = true;
    const bool adjective = n.value != 1 && a.text(at).back() != 's';  // "a twenty pound bag"
    if (!adjective && pounds_are_money(a, n, at, hyphen))
      m.unit = kNone;
    else
      m.currency = kNone;
  }
}

bool read_plain_unit(const Atoms& a, const Number& n, uint32_t at, bool hyphen, UnitMatch& m) {
  uint32_t next = 0;
  if (a[at].type == AtomType::mark && a[at].spaced() && a[at].is(is::currency) && a.glued(at + 1) &&
      a[at + 1].digits())
    return false;  // "1 $10 note"
  if (n.digits || n.form == NumberForm::fraction) {
    const Symbol* s = a.symbol(at, next);
    const Symbol* sense = s && next == at + 1 ? sense_near(a, at) : nullptr;
    if (sense || (s && s->found() && symbol_fits(a, n, at, next))) {
      if (sense) s = sense;
      uint32_t longer = 0;  // a phrase may reach further: "m per second"
      if (const Entry* e = a.phrase(at, is::unit | is::currency, longer); !(e && longer > next)) {
        m.unit = s->unit;
        m.currency = s->unit == kNone ? s->currency : kNone;
        m.next = next;
        if (a[next].mark('.') && a.glued(next) && a[next + 1].word() && !(a[next + 1].flags & Atom::capital))
          ++m.next;
        return true;
      }
    }
  }
  const Entry* e = a.phrase(at, is::unit | is::currency, next);
  if (!e) return false;
  const Detail& d = a.lexicon().detail(*e);
  if (a.is(at, "won") && n.scale < 3 && !(n.value >= 1000)) return false;
  if (next == at + 1 && a[at].word() && (a[at].flags & Atom::capital) && !hyphen && a[next].word() &&
      (a[next].flags & Atom::capital) && n.form == NumberForm::cardinal && d.currency == kNone &&
      !(a[at].flags & Atom::capitals))
    return false;  // "5 Mile Road", "2 Day Fever"
  if (next == at + 1 && a[at].word() && !(e->bits & is::exact) && a.text(at).size() <= 2 && !n.digits)
    return false;
  if (a.is(at, "stone") && a[next].is(is::noun)) return false;
  if (a.any(at, "second") && !hyphen && n.value != 1 && a[next].word() && a[next].is(is::noun)) return false;
  take(a, n, at, d, hyphen, m);
  m.next = next;
  if (a[next].mark('.') && a.glued(next) && a.text(next - 1).size() <= 4 && a[next + 1].word() &&
      !(a[next + 1].flags & Atom::capital) &&
      a.any(next - 1, "ft", "sq", "lb", "lbs", "oz", "hr", "hrs", "yr", "yrs", "min", "mi", "deg", "approx",
            "sec"))
    ++m.next;
  return true;
}

}  // namespace

bool read_unit(const Atoms& a, const Number& n, uint32_t at, UnitMatch& m) {
  m = UnitMatch();
  if (at >= a.size()) return false;
  bool hyphen = false;
  if (a[at].dash() && a[at + 1].word()) {
    const bool tight = a.glued(at) && a.glued(at + 1);
    if (!tight && !(a[at].spaced() && a[at + 1].spaced() && a[at + 1].is(is::unit))) return false;
    hyphen = true;
    ++at;
  } else if (n.form == NumberForm::fraction || n.form == NumberForm::vague) {
    if (a.is(at, "of") && article(a, at + 1))
      at += 2;
    else if (a.is(at, "of") && n.form == NumberForm::fraction && a[at + 1].is(is::unit) &&
             !a[at + 1].is(is::currency))
      ++at;
    else if (n.form == NumberForm::fraction && article(a, at))
      ++at;
    else if (a.is(at, "of") && n.form == NumberForm::vague)
      ++at;
  } else if (!n.digits && a.is(at, "of") &&
             n.value != std::floor(n.value)) {  // "one and three quarters of an hour"
    const uint32_t to = article(a, at + 1) ? at + 2 : at + 1;
    if (a[to].is(is::unit)) at = to;
  }
  if ((a[at].mark('(') || a[at].mark('[')) && n.digits &&
      (a[at + 2].mark(')') || a[at + 2].mark(']'))) {  // "20 (kg)"
    uint32_t next = 0;
    if (const Symbol* s = a.symbol(at + 1, next); s && s->unit != kNone && next == at + 2) {
      m.unit = s->unit;
      m.next = at + 3;
      return true;
    }
    return false;
  }
  m.hyphen = hyphen;
  if (!hyphen && filler(a, at) && !a.is(at, "more")) {
    uint32_t next = 0;
    if (a.phrase(at + 1, is::unit, next)) ++at;
  } else if (a.is(at, "more") && a[at + 1].is(is::unit)) {
    ++at;
  }
  // marks of feet and inches
  if (n.digits && (a.glued(at) || (a[at].mark('"') && a[at + 1].is(is::measure))) && !hyphen) {
    const bool foot = (a[at].mark('\'') || a[at].mark(0x2032) || a[at].mark(0x2019)) &&
                      !(a[at + 1].mark('\'') && a.glued(at + 1)) && !(a[at + 1].word() && a.glued(at + 1));
    if (foot && n.value < 100000) {
      for (uint32_t i = at > 40 ? at - 40 : 0; i < at; ++i)
        if (a[i].mark('\'') || a[i].mark(0x2018)) return false;
      uint32_t row = 0;
      while (row < a.lexicon().units().size() && a.lexicon().unit(row).name != "foot") ++row;
      m.unit = row;
      m.next = at + 1;
      return true;
    }
    const bool inch = a[at].mark('"') || a[at].mark(0x2033) || a[at].mark(0x201D);
    const bool twin = a[at].mark('\'') && a[at + 1].mark('\'') && a.glued(at + 1);
    if (inch || twin) {
      uint32_t quotes = 0;  // a quotation that is open closes here
      for (uint32_t i = at > 80 ? at - 80 : 0; i < at; ++i)
        quotes += a[i].mark('"') || a[i].mark(0x201C) || a[i].mark(0x201D);
      const bool closes = quotes % 2 == 1 || (n.next >= 2 && n.first > 0 && a[n.first - 1].mark('"'));
      if (twin || a[at].mark(0x2033) ||
          (!closes && (at + 1 >= a.size() ? n.first == 0 : true) && n.value < 1000)) {
        uint32_t row = 0;
        while (row < a.lexicon().units().size() && a.lexicon().unit(row).name != "inch") ++row;
        m.unit = row;
        m.next = at + (twin ? 2 : 1);
        return true;
      }
      return false;
    }
  }
  return read_plain_unit(a, n, at, hyphen, m);
}

void read_rate(const Atoms& a, bool money, UnitMatch& m) {
  uint32_t at = m.next;
  bool per = false, weak = false;
  if (a.is(at, "per") && !a.any(at + 1, "cent", "centum"))
    per = true;
  else if (a[at].mark('/') && a[at + 1].word())
    per = true;
  else if ((article(a, at) || a.any(at, "every", "each")) && !(a[at].flags & Atom::capital))
    weak = true;
  if (!per && !weak && a[at].dash() && a.glued(at) && a[at + 1].word() && (a.any(at + 1, "a", "an", "per")) &&
      a[at + 2].dash()) {
    at += 2;
    weak = true;
  } else if (a[at].dash() && a[at].spaced() && article(a, at + 1) &&
             a[at + 2].dash()) {  // "$ 70 - a - share"
    at += 2;
    weak = true;
  }
  if (!per && !weak) return;
  uint32_t next = 0;
  const uint32_t noun = at + 1;
  if (per && a[noun].digits()) {  // per 100,000 people
    Number n;
    if (!read_number(a, noun, {}, n)) return;
    m.per_count = noun + 1;
    const CountedNoun counted = read_counted(a, n.next, CountedNoun::any);
    m.per_noun = counted.found() ? counted.head : kNone;
    m.next = counted.found() ? counted.next : n.next;
    return;
  }
  if (const Symbol* s = per ? a.symbol(noun, next) : nullptr; s && s->unit != kNone) {
    m.per = s->unit;
    m.next = next;
    return;
  }
  if (const Entry* e = a.phrase(noun, is::unit, next)) {
    const uint32_t unit = a.lexicon().detail(*e).unit;
    if (weak && !time_unit(a, unit) && !money) return;
    if (weak && a.any(next, "ago", "earlier", "later", "before", "after", "or", "old", "from", "and")) return;
    if (weak && a.any(noun, "second", "minute", "moment") && a.any(next, "time")) return;
    m.per = unit;
    m.next = next;
    return;
  }
  if (!a[noun].word() || (a[noun].is(is::stop) && !a.any(noun, "night"))) return;
  const bool share = a[noun].is(is::share);
  if (weak && !share) return;
  if (!per && !money && !share) return;
  m.per_noun = noun;
  m.next = noun + 1;
}

bool read_currency_before(const Atoms& a, uint32_t at, uint32_t& currency, uint32_t& next) {
  const Atom& first = a[at];
  if (!first.entry || !(first.entry->words || first.is(is::exact))) return false;
  uint32_t end = 0;
  if (first.word() && (first.flags & Atom::capitals)) {
    const bool code = first.end - first.begin == 3;
    const bool pair = first.end - first.begin == 2 && a.glued(at + 1);  // "PS21,700"
    if (const Symbol* s = code || pair ? a.symbol(at, end) : nullptr;
        s && s->currency != kNone && end == at + 1) {
      if (code && first.is(is::function | is::adverb | is::verb | is::noun | is::adjective))
        return false;  // ALL, TOP, TRY
      if (a[end].digits() || (a[end].dash() && a.glued(end + 1))) {
        currency = s->currency;
        next = end;
        return true;
      }
    }
  }
  const Entry* e = a.phrase(at, is::currency, end);
  if (!e) return false;
  const bool mark = a[end - 1].type == AtomType::mark;
  if (first.word() && mark) {  // "US$", "hk $", but not "a $5 bill"
    const bool letter = first.end - first.begin == 1;
    if (letter && !a.glued(at + 1) && a.any(at, "a", "s", "n", "t", "z", "j", "r", "i")) return false;
    if (first.flags & Atom::clitic) return false;
  } else if (!mark) {
    if (a.any(at, "yen", "won", "lei", "lev", "leu", "kip", "sen", "dm", "uah")) return false;
    if (a[end].mark('.') && a.glued(end)) ++end;
    if (!a[end].digits()) return false;
    if (first.end - first.begin > 3 && !a.is(at, "dlrs")) {  // "rupees 500", but not "the dollar 5 percent"
      Number n;
      UnitMatch unit;
      if (!read_number(a, end, {true, false}, n)) return false;
      if (n.scale < 6 && a.any(at, "dollar", "dollars", "pound", "pounds", "yen", "euro", "bucks", "buck",
                               "cents", "cent", "pence", "quid"))
        return false;
      if (at > 0 && (a[at - 1].digits() || a[at - 1].is(is::numeric))) return false;
      if (read_unit(a, n, n.next, unit) || a[n.next].word()) return false;
    }
  }
  currency = a.lexicon().detail(*e).currency;
  next = end;
  return true;
}

std::string unit_name(const Atoms& a, const UnitMatch& m) {
  std::string name = m.unit != kNone       ? a.lexicon().unit(m.unit).name
                     : m.currency != kNone ? a.lexicon().currency(m.currency).name
                                           : "";
  if (m.per != kNone)
    name += " per " + a.lexicon().unit(m.per).name;
  else if (m.per_count) {
    name += " per ";
    for (char c : a.text(m.per_count - 1))
      if (c != ',') name += c;
    if (m.per_noun != kNone) name += " " + singular(a, m.per_noun);
  } else if (m.per_noun != kNone)
    name += " per " + singular(a, m.per_noun);
  return name;
}

bool canonical(const Lexicon& lexicon, const UnitMatch& m, Canonical& out) {
  if (m.unit == kNone || m.per_noun != kNone || m.per_count) return false;
  const Unit& u = lexicon.unit(m.unit);
  const Dimension& d = lexicon.dimension(u.dimension);
  if (d.unit == "none") return false;
  out.factor = u.factor;
  out.offset = 0;
  out.unit = d.unit;
  if (d.name == "temperature") {
    if (u.name == "degree celsius") out.offset = 273.15;
    if (u.name == "degree fahrenheit") out.offset = 459.67;
  }
  if (m.per != kNone) {
    const Unit& p = lexicon.unit(m.per);
    const Dimension& pd = lexicon.dimension(p.dimension);
    if (pd.unit == "none" || d.name == "temperature") return false;
    out.factor /= p.factor;
    out.unit += " per " + pd.unit;
  }
  return true;
}

}  // namespace claimsift::quantities
