// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/exclusions.hpp"

namespace claimsift::quantities {
namespace {

size_t length(const Atoms& a, uint32_t i) { return a[i].end - a[i].begin; }

bool plain(const Atoms& a, uint32_t i) {
  return a[i].digits() && a.text(i).find_first_not_of("0123456789") == std::string_view::npos;
}

double value(const Atoms& a, uint32_t i) { return read_digits(a.text(i)); }

/// A month's name: with a capital where the word means something else too.
bool month(const Atoms& a, uint32_t i) {
  if (!a[i].word() || !a[i].is(is::month)) return false;
  if (a[i].flags & Atom::capital) return true;
  return !a.any(i, "may", "march", "mar", "spring", "fall", "dec", "jun", "summer", "winter", "autumn",
                "easter", "christmas", "jan");
}

/// Behind everything that is glued together from atom i on.
uint32_t glued_end(const Atoms& a, uint32_t i) {
  constexpr uint32_t kReach = 64;  // keeps hostile text linear
  const uint32_t stop = ++i + kReach;
  while (i < stop && a.glued(i) &&
         (a[i].word() || a[i].digits() ||
          ((a[i].dash() || a[i].mark('/') || a[i].mark('.') || a[i].mark('_') || a[i].mark(':')) &&
           a.glued(i + 1) && (a[i + 1].word() || a[i + 1].digits()))))
    ++i;
  return i;
}

bool separator(const Atoms& a, uint32_t i) { return a[i].dash() || a[i].mark('/') || a[i].mark('.'); }

/// "2025-02-26", "555-123-4567", "192.168.1.2", "224-4524", "2018-19", "+44 20 7946".
bool chain(const Atoms& a, uint32_t i, uint32_t& resume) {
  if (i > 0 && a[i - 1].mark('+') && a.glued(i) && a[i - 1].spaced() && plain(a, i) && a[i + 1].digits() &&
      a[i + 1].spaced()) {
    resume = i + 1;
    while (plain(a, resume)) ++resume;
    return true;
  }
  if (i > 0 && a[i - 1].mark('(') && length(a, i) == 3 && a[i + 1].mark(')') && length(a, i + 2) == 3 &&
      plain(a, i + 2) && a[i + 3].dash()) {
    resume = i + 5;
    return true;
  }
  uint32_t at = i + 1, parts = 1;
  while (parts < 32 && separator(a, at) && a.glued(at) && a.glued(at + 1) && a[at + 1].digits()) {
    at += 2;
    ++parts;
  }
  if (parts == 1 && a[at].mark('/') && plain(a, at + 1) && length(a, i) == 3 && length(a, at + 1) == 3 &&
      a[at + 2].dash() && length(a, at + 3) == 4) {
    resume = at + 4;  // "202/ 224-7705"
    return true;
  }
  if (parts == 1) return false;
  const bool dots = a[i + 1].mark('.');
  if (parts >= 3 || dots) {
    resume = at;
    return plain(a, i) || dots;
  }
  const size_t one = length(a, i), two = length(a, i + 2);
  const bool dash = a[i + 1].dash();
  if (!plain(a, i) || !plain(a, i + 2)) return false;
  const double first = value(a, i);
  resume = at;
  if (dash && one == 3 && two == 4) return !a[at].is(is::unit);
  if (dash && one == 5 && two == 4) return true;
  if (one == 4 && (two == 2 || two == 4) && first >= 1100 && first <= 2100 &&
      (two == 2 || value(a, i + 2) <= 2100)) {
    const bool unit = a[at].is(is::unit | is::scale);
    return !unit;
  }
  if (dash && a.text(i) == "9" && a.text(i + 2) == "11") return !a[at].word() || a[at].is(is::function);
  if (a[i + 1].mark('/'))
    return (a.text(i) == "9" && a.text(i + 2) == "11") || (a.text(i) == "24" && a.text(i + 2) == "7") ||
           two == 4;
  return false;
}

/// Behind a day of a month: "7-9", "7, 2019", "7 and 8".
uint32_t date_end(const Atoms& a, uint32_t i) {
  ++i;
  if (a.any(i, "st", "nd", "rd", "th") && a.glued(i)) ++i;
  if ((a[i].dash() || a.any(i, "and", "to", "or", "through")) && plain(a, i + 1) && length(a, i + 1) <= 2 &&
      !a.any(i + 2, "percent", "million", "billion") &&
      !(a.any(i, "and", "to", "or") && a[i + 2].word() && !a[i + 2].is(is::function)))
    i += 2;
  if (a[i].mark(',') && plain(a, i + 1) && length(a, i + 1) == 4)
    i += 2;
  else if (plain(a, i) && length(a, i) == 4)
    i += 1;
  return i;
}

bool date_or_clock(const Atoms& a, uint32_t i, uint32_t& resume) {
  if (a[i + 1].mark(':') && a.glued(i + 1) && a.glued(i + 2) && a[i + 2].digits()) {
    resume = i + 3;
    while (a[resume].mark(':') && a.glued(resume) && a[resume + 1].digits() && a.glued(resume + 1))
      resume += 2;
    return true;
  }
  const bool clock_digits =
      plain(a, i) || (length(a, i) <= 5 && value(a, i) < 13 && std::fmod(value(a, i), 1) < 0.6 &&
                      length(a, i) >= 4 && a.text(i)[length(a, i) - 3] == '.');
  if (clock_digits && a.any(i + 1, "am", "pm", "a.m.", "p.m.", "a.m", "p.m") && length(a, i) <= 5) {
    resume = i + 2;
    return true;
  }
  if (a.any(i + 1, "a", "p") && a[i + 2].mark('.') && a.is(i + 3, "m") && a[i + 4].mark('.')) {
    resume = i + 5;
    return true;
  }
  if (a.is(i + 1, "o") && (a[i + 2].flags & Atom::clitic)) {
    resume = i + 3;
    return true;
  }
  if (!plain(a, i)) return false;
  if (length(a, i) == 4 && a[i + 1].is(is::clock) && (a[i + 1].flags & (Atom::capitals | Atom::capital))) {
    resume = i + 2;
    return true;
  }
  uint32_t before = i;
  if (before > 0 && a[before - 1].mark('.') && (a.glued(before - 1) || a[before - 1].spaced())) --before;
  if (before > 0 && month(a, before - 1) && (length(a, i) <= 2 || length(a, i) == 4)) {
    resume = date_end(a, i);
    return true;
  }
  uint32_t after = i + 1;
  if (a.glued(after) && a.any(after, "st", "nd", "rd", "th")) ++after;
  if (a.is(after, "of")) ++after;
  if (length(a, i) <= 2 && month(a, after) &&
      !a.any(after, "may", "summer", "spring", "winter", "autumn", "christmas", "easter")) {
    resume = after + 1;
    if (a[resume].mark('.') && a.glued(resume)) ++resume;
    if (a[resume].mark(',') && plain(a, resume + 1)) ++resume;
    if (plain(a, resume) && length(a, resume) == 4) ++resume;
    return true;
  }
  if (length(a, i) <= 2 && a.is(after, "may") && (a[after].flags & Atom::capital)) {
    resume = after + 1;
    return true;
  }
  return false;
}

/// "47 H Street", "1600 Pennsylvania Ave".
bool address(const Atoms& a, uint32_t next) {
  for (uint32_t i = next; i < next + 5 && a[i].word(); ++i) {
    if (i > next && a[i].is(is::street) && (a[i].flags & Atom::capital)) return true;
    if (!(a[i].flags & Atom::capital)) return false;
    if (a[i + 1].mark('.') && a.glued(i + 1) && length(a, i) <= 2) {
      if (a[i + 2].is(is::street)) return true;
      return false;
    }
  }
  return false;
}

bool is_year(const Atoms& a, const Quantity& q) {
  const uint32_t i = q.number_first;
  if (!q.plain || length(a, i) != 4 || q.number_next != i + 1) return false;
  const double v = value(a, i);
  if (v < 1000 || v > 2200) return false;
  const bool counted = q.noun.found() && q.noun.plural_head && !(a[q.noun.first].flags & Atom::capital);
  const uint32_t before = i;
  const bool preposition =
      before > 0 && a.any(before - 1, "in", "since", "by", "until", "till", "from", "during", "before",
                          "after", "of", "circa", "early", "late", "mid", "fiscal", "year");
  if (v > 2100) return before > 0 && a.any(before - 1, "by", "until", "in");
  if (v < 1900) return preposition && !counted;
  if (before > 0 && before < a.size() && a[before - 1].is(is::before) && q.modifier != Modifier{255} &&
      q.modifier != Modifier::approximately)
    return !counted && preposition;
  if (counted && std::fmod(v, 50) == 0 && !preposition &&
      !(before > 0 && a.any(before - 1, "the", "his", "her", "its", "their", "this", "our", "my", "a")))
    return false;
  if (counted && q.modifier == Modifier::approximately && std::fmod(v, 50) == 0) return false;
  return true;
}

}  // namespace

bool is_title_case(const Atoms& a) {
  uint32_t words = 0, capitals = 0;
  for (uint32_t i = 0; i < a.size() && i < 200; ++i) {
    if (!a[i].word() || a[i].is(is::function) || a[i].flags & Atom::clitic) continue;
    ++words;
    capitals += (a[i].flags & Atom::capital) != 0;
  }
  return words >= 3 && capitals * 10 >= words * 7;
}

bool data_row(const Atoms& a, uint32_t i, uint32_t& resume) {
  constexpr uint32_t kLeast = 8;  // "exercises 22,24,26" is a list in a hurry
  uint32_t at = i + 1, parts = 1;
  while (a[at].mark(',') && a.glued(at) && a.glued(at + 1) && a[at + 1].digits()) {
    at += 2;
    ++parts;
  }
  if (parts < kLeast) return false;
  resume = at;
  return true;
}

bool never_a_number(const Atoms& a, uint32_t i, uint32_t& resume) {
  if (data_row(a, i, resume)) return true;
  if (a[i + 1].mark('/') && a.glued(i + 1) && a.glued(i + 2) && a[i + 2].digits() && a.text(i + 2) == "0") {
    resume = i + 3;  // "1/0" has no value
    return true;
  }
  resume = glued_end(a, i);
  if (i > 0) {
    if (a[i - 1].mark('"') && a.glued(i) && i > 1 && a[i - 2].mark('=') && a[i + 1].mark('"'))
      return true;  // id="12"
    const Atom& before = a[i - 1];
    if (a.glued(i)) {
      if (before.word() && !a.any(i - 1, "x")) return true;  // "G7", "iPhone14"
      if (before.mark('#') || before.mark('_') || before.mark('@') || before.mark('='))
        return !before.mark('=') || (i > 1 && a[i - 2].word() && a.glued(i - 1));
      if ((before.code == '-' || before.code == 0x2010 || before.code == 0x2011) && i > 1 && a.glued(i - 1) &&
          a[i - 2].word() && !a[i - 2].is(is::numeric) && !a.any(i - 2, "to", "or", "and", "minus") &&
          !(a[i - 2].is(is::unit | is::exact) && i > 2 && (a[i - 3].digits() || a[i - 3].is(is::numeric))))
        return true;  // "COVID-19", "F-16"
      if ((before.mark('\'') || before.mark(0x2019) || before.mark(0x2018)) && plain(a, i) &&
          length(a, i) == 2 && (before.spaced() || i == 1))
        return true;
      if (before.mark('/') && i > 1 && a[i - 2].word() && a.glued(i - 1)) return true;
    }
    if (before.mark('#') || before.mark(0x2116)) return true;
    if (before.mark('.') && i > 1 &&
        a.any(i - 2, "no", "nos", "vol", "pp", "fig", "sec", "art", "ch", "para", "rep") && a.glued(i - 1))
      return true;
    if (a.any(i - 1, "section", "article", "chapter", "highway", "interstate", "flight") &&
        (before.flags & Atom::capital))
      return true;
  }
  if (a.glued(i + 1) && a[i + 1].word()) {
    if (plain(a, i) && a.is(i + 1, "s") && !(a.text(i + 1)[0] == 'S')) return true;  // "1960s", "in her 20s"
  }
  if (a[i + 1].word() && (a[i + 1].flags & Atom::clitic) && a.text(i + 1).back() == 's' && plain(a, i) &&
      length(a, i) >= 2) {
    resume = i + 2;
    return true;
  }
  if ((a[i + 1].mark('\'') || a[i + 1].mark(0x2019)) && a.glued(i + 1) && a.is(i + 2, "s") &&
      a.glued(i + 2)) {
    resume = i + 3;  // the 80's
    return true;
  }
  if (a[i + 1].mark('(') && a.glued(i + 1) && a[i + 2].word() && length(a, i + 2) == 1 &&
      a[i + 3].mark(')')) {  // 401(k)
    resume = i + 4;
    return true;
  }
  if (chain(a, i, resume) || date_or_clock(a, i, resume)) return true;
  if (plain(a, i) && length(a, i) <= 2) {  // list markers
    const bool opened = i > 0 && a[i - 1].mark('(');
    const bool begins = i == 0 || (opened && i == 1) || (i > 0 && (a[i - 1].mark(';') || a[i - 1].mark(':')));
    resume = i + 1;
    if (a[i + 1].mark(')') && (!opened || value(a, i) <= 30) &&
        (i == 0 || a[i - 1].type == AtomType::mark || !opened)) {
      uint32_t open = opened;
      for (uint32_t j = i; !opened && j > 0 && j + 40 > i; --j)
        if (a[j - 1].mark('(')) {
          open = 1;
          break;
        } else if (a[j - 1].mark(')'))
          break;
      if (opened || !open) return true;
    }
    if (i == 0 && a[1].mark('.') && a.glued(1) && a.size() > 2 && a[2].spaced() &&
        (a[2].flags & Atom::capital))
      return true;
    if (begins && i == 0 && a[1].mark('.') && a.size() == 2) return true;
    resume = glued_end(a, i);
  }
  return false;
}

bool names_something(const Atoms& a, const Quantity& q, bool title_case) {
  const uint32_t i = q.number_first;
  const Atom& number = a[i];
  if (!q.digits && i > 0 && a.is(i - 1, "year") && q.value >= 1000 && q.value <= 2100)
    return true;  // "the year two thousand"
  if (q.plain && a[q.number_next].dash() && a.glued(q.number_next) &&
      a.any(q.number_next + 1, "based", "powered", "like", "compatible", "style"))
    return true;
  const bool counted = q.noun.found() && q.noun.plural_head && !(a[q.noun.head].flags & Atom::capital);
  if (is_year(a, q)) return true;
  if (q.plain && address(a, q.number_next)) return true;
  if (q.plain && a.text(i) == "911") return true;
  const Atom& after = a[q.number_next];
  if (q.plain && q.value >= 1000 && !q.noun.found() && !q.range && after.word() && after.spaced() &&
      (after.flags & Atom::capital) && q.modifier == Modifier{255} && !title_case && i > 0 &&
      !(after.flags & Atom::capitals) && !after.is(is::function | is::month | is::weekday))
    return true;  // "3926 Feagan": an address
  if (q.plain && !q.noun.found() && !q.range && after.word() && after.spaced() &&
      (after.flags & Atom::capital) && !title_case && i > 1 && a.any(i - 1, "and", "or") && a[i - 2].word() &&
      (a[i - 2].flags & Atom::capital) && !after.is(is::function | is::month | is::weekday))
    return true;  // "the Nova 11 Pro and 11 Pro Max"
  if (q.plain && i > 0 && length(a, i) == 5 && a[i - 1].word() && (a[i - 1].flags & Atom::capital) &&
      !q.noun.found() && !a[i - 1].is(is::function))
    return true;  // ZIP
  const bool decimal = q.digits && a.text(i).find('.') != std::string_view::npos;
  const bool simple = q.digits ? (plain(a, i) || decimal) && q.scale == 0 : q.scale == 0;
  if (!simple || i == 0) return false;
  uint32_t before = i;
  if (q.first < i && a[before - 1].dash() && before > 1) --before;
  if (a[before - 1].mark('.') && a.glued(before - 1) && before > 1) --before;
  uint32_t first = 0;
  const Atom& word = a[before - 1];
  if (!word.word() || word.flags & Atom::clitic) {
    return number.word() && (number.flags & Atom::capital) && !title_case && word.word();
  }
  const bool capital = word.flags & Atom::capital;
  if (a.phrase_before(before, is::named, first)) {
    if (capital && first > 0) return true;
    if (capital && !counted) return true;
    if (q.digits && !counted && !q.noun.found()) return true;
    if (q.digits &&
        a.any(before - 1, "no", "page", "chapter", "article", "section", "room", "iphone", "flight"))
      return true;
  }
  const bool sentence_first = before == 1 || a[before - 2].type == AtomType::mark;
  const bool initials =
      (word.flags & Atom::capitals) && word.end - word.begin <= 3 && !title_case;  // "US 160"
  const bool common = (word.is(is::function | is::adverb | is::before | is::quantifier | is::change |
                               is::month | is::weekday) ||
                       (sentence_first && word.is(is::verb | is::adjective | is::noun)) || title_case) &&
                      !(initials && !counted);
  if (q.digits && capital && !common && !counted && !(decimal && q.value >= 100)) return true;
  if (number.word() && (number.flags & Atom::capital) && !title_case && word.word() && !word.is(is::before))
    return true;
  if (number.word() && (number.flags & Atom::capital) && capital && !common) return true;
  return false;
}

}  // namespace claimsift::quantities
