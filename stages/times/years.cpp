// SPDX-License-Identifier: Apache-2.0
// years.cpp - years, decades and centuries; four bare digits are a year only by the evidence around them.
#include "stages/times/grammar.hpp"

namespace claimsift::times {
namespace {

constexpr int kFirst = 1000, kLast = 2100;  // bare digits outside are no year

bool plausible(const Atom& a) { return a.digits(4) && a.value >= kFirst && a.value <= kLast; }

/// The number is part of a larger one or of an amount: "1,984", "$1984", "19.84", "1984%".
bool part_of_number(const Atoms& a, uint32_t i) {
  if (i > 0) {
    const Atom& before = a[i - 1];
    if (before.type == Atom::Type::mark) {
      const uint32_t c = before.value;
      if (c == '$' || c == 0xA3 || c == 0x20AC || c == 0xA5 || c == '#') return true;
      if (a.glued(i) && (c == '.' || c == ',' || c == ':' || c == '+' || c == '=' || c == '@' || c == '_') &&
          i > 1 && a.glued(i - 1) && (a[i - 2].digits() || c == '@' || c == '_' || c == '='))
        return true;
      if (before.dash() && a.glued(i) && i > 1 && a.glued(i - 1) && a[i - 2].digits() && !plausible(a[i - 2]))
        return true;  // "555-1984"
    } else if (a.glued(i)) {
      return true;  // "BR2049", "B1990"
    }
  }
  const Atom& after = a[i + 1];
  if (after.type != Atom::Type::mark) return a.glued(i + 1) && !a.any(i + 1, {"s", "bc", "ad", "bce", "ce"});
  const uint32_t c = after.value;
  if (c == '%' || c == 0xB0 || c == 0x2030) return true;
  return a.glued(i + 1) && a.glued(i + 2) && (c == '.' || c == ',' || c == ':' || c == '_') &&
         a[i + 2].digits();
}

/// "nineteen ninety-four", "two thousand", "twenty twenty-one".
bool read_spoken_year(const Atoms& a, uint32_t i, int& year, uint32_t& next) {
  if (!a[i].is(is::number)) return false;
  const int head = a[i].entry->number;
  if (head >= 11 && head <= 20 && !a.hyphen(i + 1)) {
    int tail = 0;
    if (read_words(a, i + 1, tail, next) && tail >= 10 && tail < 100 &&
        !(tail < 20 && head == 20 && tail == 12 && a.is(i + 1, "dozen"))) {
      year = head * 100 + tail;
      return true;
    }
    return false;
  }
  if (head == 2 && a.is(i + 1, "thousand")) {
    int tail = 0;
    next = i + 2;
    uint32_t at = a.is(next, "and") ? next + 1 : next, end = 0;
    if (read_words(a, at, tail, end) && tail < 100)
      next = end;
    else
      tail = 0;
    year = 2000 + tail;
    return true;
  }
  return false;
}

/// "BC", "A.D." behind a year.
bool read_era(const Atoms& a, uint32_t i, int& era, uint32_t& next) {
  if (!a[i].is(is::era) || !a[i].capital()) return false;
  era = a[i].entry->era;
  next = i + 1;
  return true;
}

/// "1990s", "'80s", "the nineties", "1980's".
bool read_decade(const Atoms& a, uint32_t i, Moment& m, uint32_t& next) {
  if (a[i].is(is::decade)) {
    m.decade = 190 + a[i].entry->decade;
    next = i + 1;
    return true;
  }
  uint32_t at = i;
  const bool apostrophe = a[at].apostrophe();
  if (apostrophe) ++at;
  if (!a[at].digits() || a[at].value % 10 != 0 || (apostrophe && !a.glued(at))) return false;
  uint32_t end = at + 1;
  if (a[end].apostrophe() && a.glued(end) && a.glued(end + 1)) ++end;
  if (!a.is(end, "s") || !a.glued(end)) return false;
  if (a[at].digits(4) && a[at].value >= kFirst && a[at].value <= kLast && !apostrophe) {
    m.decade = static_cast<int>(a[at].value) / 10;
    if (a[at].value % 100 == 0 && a[at].value < 2000) {  // "the 1800s"
      m.century = static_cast<int>(a[at].value) / 100;
      m.decade = kUnset;
    }
  } else if (a[at].digits(2) && a[at].value >= 20 &&
             (apostrophe || (i > 0 && a.any(i - 1, {"the", "early", "late", "mid", "and", "of", "to"})) ||
              (i > 0 && a[i - 1].dash()))) {
    m.decade = 190 + static_cast<int>(a[at].value) / 10;
    m.short_year = true;
    if (i > 0 && a.any(i - 1, {"his", "her", "their", "my", "your", "our"})) return false;
  } else if (a[at].digits(3) && a[end + 1].is(is::era)) {
    m.decade = static_cast<int>(a[at].value) / 10;
  } else {
    return false;
  }
  next = end + 1;
  int era = 1;  // "the 470s BC"
  if (m.decade != kUnset && read_era(a, next, era, next) && era < 0) m.decade = -m.decade;
  return true;
}

/// "the 19th century", "20th-century", "first century BC".
bool read_century(const Atoms& a, uint32_t i, Moment& m, uint32_t& next) {
  int n = 0;
  uint32_t at = 0;
  if (!read_ordinal(a, i, n, at) || n < 1 || n > 40) return false;
  if (a.hyphen(at)) ++at;
  if (!a.any(at, {"century", "centuries"})) return false;
  m.century = n - 1;
  next = at + 1;
  int era = 1;
  if (read_era(a, next, era, next) && era < 0) m.century = -n;
  return true;
}

/// Words in front of a year that make it one.
bool announces_year(const Atoms& a, uint32_t i) {
  if (i == 0) return false;
  if (a[i - 1].is(is::yearly)) return true;
  return a[i - 1].is(is::month) && a[i - 1].capital();
}

/// What a bare number like 1984 may count or name: "1984 people", "Route 1984".
bool counts_something(const Atoms& a, uint32_t i) {
  const Atom& after = a[i + 1];
  if (!after.word()) return false;
  return after.is(is::noun | is::units) ||
         (after.is(is::unit) && !a.any(i + 1, {"quarter", "period", "second"}));
}

/// "fiscal 1988", "fiscal year 2019", "financial year (FY) 2019".
bool read_fiscal_year(const Atoms& a, uint32_t i, Moment& m, uint32_t& next) {
  if (!a.any(i, {"fiscal", "financial"})) return false;
  uint32_t at = a.is(i + 1, "year") ? i + 2 : i + 1;
  if (a[at].mark('(') && a.is(at + 1, "fy") && a[at + 2].mark(')')) at += 3;
  if (!read_year(a, at, m, next)) return false;
  m.fiscal = true;
  return true;
}

}  // namespace

bool read_year(const Atoms& a, uint32_t i, Moment& m, uint32_t& next) {
  if (plausible(a[i]) && !part_of_number(a, i)) {
    m.year = static_cast<int>(a[i].value);
    next = i + 1;
    int era = 1;
    if (read_era(a, next, era, next)) m.year *= era;
    return true;
  }
  if (a[i].digits(1, 4) && a[i].value > 0) {
    int era = 1;
    if (!read_era(a, i + 1, era, next)) return false;
    m.year = static_cast<int>(a[i].value) * era;
    return true;
  }
  if (a[i].apostrophe() && a[i + 1].digits(2) && a.glued(i + 1) && !a.glued(i) &&
      !(a.is(i + 2, "s") && a.glued(i + 2))) {
    const int two = static_cast<int>(a[i + 1].value);
    m.year = two < 40 ? 2000 + two : 1900 + two;
    m.short_year = true;
    next = i + 2;
    return true;
  }
  return read_spoken_year(a, i, m.year, next);
}

bool read_lone_year(const Atoms& a, uint32_t i, Expression& e) {
  uint32_t next = 0;
  if (a.is(i, "the")) {
    if (a.is(i + 2, "year") && read_fiscal_year(a, i + 1, e.at, e.next)) return true;
    if (a.is(i + 1, "year") && read_year(a, i + 2, e.at, e.next)) return true;
    return read_decade(a, i + 1, e.at, e.next) ||
           (read_century(a, i + 1, e.at, e.next) && !a[e.next - 2].dash());
  }
  if (read_decade(a, i, e.at, e.next) || read_century(a, i, e.at, e.next)) return true;
  if (read_fiscal_year(a, i, e.at, e.next)) return true;
  if (a.is(i, "fy") && (a[i + 1].digits(4) || a[i + 1].digits(2) || a[i + 1].apostrophe())) {
    const uint32_t at = a[i + 1].apostrophe() ? i + 2 : i + 1;
    const int n = static_cast<int>(a[at].value);
    if (!a[at].digits(2) && !plausible(a[at])) return false;
    e.at.year = a[at].digits(2) ? 2000 + n : n;
    e.at.fiscal = true;
    e.next = at + 1;
    return true;
  }
  if (a[i].is(is::era) && a[i].entry->era > 0 && a[i].flags & Atom::capitals && a[i + 1].digits(1, 4) &&
      a[i + 1].value > 0) {
    e.at.year = static_cast<int>(a[i + 1].value);
    e.next = i + 2;
    return true;
  }
  if (a[i].digits(1, 4) && a[i + 1].is(is::era)) {
    if (!read_year(a, i, e.at, next)) return false;
    e.next = next;
    return true;
  }
  if (a[i].apostrophe() || a[i].is(is::number)) {
    const bool spoken = a.any(i, {"nineteen", "eighteen", "seventeen"});
    if (!spoken && (i == 0 || !a.any(i - 1, {"in", "since", "of", "by", "until", "from"}))) return false;
    if (!read_year(a, i, e.at, next)) return false;
    if (counts_something(a, next - 1) || a[next].is(is::number)) return false;
    e.next = next;
    return true;
  }
  if (!plausible(a[i]) || part_of_number(a, i)) return false;
  if (a[i].value < 1500 && !announces_year(a, i)) return false;
  if (counts_something(a, i)) return false;
  const bool announced = announces_year(a, i);
  if (i > 1 && a[i - 1].mark('.') && a.glued(i - 1) && a[i - 2].word() && a[i - 2].length() <= 2 &&
      a[i - 2].capital())
    return false;  // "S. 1941", "No. 1600"
  if (!announced && i > 0 && (a[i - 1].is(is::number) || (a[i - 1].digits() && !a[i - 1].spaced())))
    return false;
  if (!announced && i > 0 &&
      a.any(i - 1, {"about",   "nearly", "almost", "approximately", "roughly", "over",  "than",
                    "least",   "some",   "only",   "another",       "no",      "route", "room",
                    "highway", "flight", "model",  "page",          "number",  "total", "at"}))
    return false;
  if (!announced && i > 0 && a[i].value < 1900 && a.any(i - 1, {"above", "below", "under", "beyond"}))
    return false;  // "above 1500", but "above 1972 levels"
  if (!announced && i > 0 && a[i + 1].word() && !a[i + 1].capital() && a.text(i + 1).ends_with('s') &&
      a[i + 1].length() > 3 && a[i - 1].word() && !a[i - 1].is(is::opener) && !a[i - 1].capital() &&
      !a.is(i - 1, "s"))
    return false;  // "has 1500 tanks"
  e.at.year = static_cast<int>(a[i].value);
  e.next = i + 1;
  return true;
}

}  // namespace claimsift::times
