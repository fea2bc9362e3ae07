// SPDX-License-Identifier: Apache-2.0
#include "stages/times/header_lines.hpp"

namespace claimsift::times {
namespace {

bool read_full_date(const Atoms& a, uint32_t i, bool british, Expression& e) {
  e = Expression();
  e.first = i;
  if (!read_date(a, i, british, e)) {
    e = Expression();
    e.first = i;
    if (!read_clock_time(a, i, british, e)) return false;
  }
  const Moment& m = e.at;
  return m.year != kUnset && m.year >= 1000 && m.month && m.day && is_valid({m.year, m.month, m.day});
}

Value value_of_date(const Expression& e) {
  Moment m = e.at;
  m.weekday = 0;
  if (m.hour < 0) m.part = DayPart::none;
  if (m.hour > 23) m.hour = 0;
  m.zone = m.zone == 0 ? m.zone : int16_t{1000};
  return value_of(m);
}

bool is_dash_mark(const Atom& w) { return w.dash() || w.mark('_') || w.mark(0x2015); }

/// Words of more than one letter without a small one.
bool shouted(const Atoms& a, uint32_t i) { return a[i].word() && (a[i].flags & Atom::capitals); }

}  // namespace

bool read_date_line(const Atoms& a, bool british, HeaderDate& date) {
  HeaderKind kind = HeaderKind::published;
  uint32_t i = 0;
  while (i < a.size()) {
    Expression e;
    if (read_full_date(a, i, british, e)) {
      date.parts.push_back({kind, i, e.next, value_of_date(e)});
      i = e.next;
      kind = HeaderKind::published;
      continue;
    }
    Moment clock;
    uint32_t next = 0;
    if (a[i].digits() && read_clock(a, i, clock, next)) {
      i = next;
      continue;
    }
    const bool filler = a[i].type == Atom::Type::mark || a[i].is(is::zone | is::weekday) ||
                        a.any(i, {"on", "at", "last", "of", "publication", "the", "and", "time", "article",
                                  "story", "first", "originally"});
    if (a.any(i, {"updated", "modified", "revised", "edited", "corrected"}))
      kind = HeaderKind::updated;
    else if (a.any(i, {"date", "published", "posted", "dated", "issued", "released", "created", "filed"}))
      kind = HeaderKind::published;
    else if (!filler)
      return false;
    ++i;
  }
  return !date.parts.empty();
}

bool read_byline(const Atoms& a, uint32_t& from, uint32_t& to) {
  uint32_t at = 0;
  if (a.any(0, {"written", "reported", "story", "words", "text"})) ++at;
  if (!a.is(at, "by") || !a[at].word()) return false;
  from = ++at;
  uint32_t names = 0;
  for (to = from; to < a.size(); ++to) {
    const Atom& w = a[to];
    if (w.word() && w.capital())
      ++names;
    else if (w.word() && !a.any(to, {"and", "de", "la", "van", "von", "der", "bin", "al", "for", "in", "of",
                                     "the", "s", "di", "da", "el"}))
      return false;
    else if (w.digits())
      return false;
    else if (w.mark('.') && to + 1 == a.size())
      return false;
    else if (w.mark('!') || w.mark('?') || w.mark(':'))
      return false;
  }
  return names >= 2 && names <= 16 && to - from <= 30;
}

bool read_dateline(const Atoms& a, bool british, uint32_t& to, HeaderDate& date) {
  if (!a[0].word() || !a[0].capital() || a.any(0, {"the", "a", "an", "by"})) return false;
  bool agency = shouted(a, 0);  // "LONDON -", but "London (Wire) -"
  for (uint32_t i = 1; i < a.size() && i < 30; ++i) {
    const Atom& w = a[i];
    if (is_dash_mark(w) && (w.value == 0x2014 || is_dash_mark(a[i + 1]) || !a.glued(i) ||
                            !a.glued(i + 1))) {  // not "WINSTON-SALEM"
      to = i;
      return agency;
    }
    Expression e;
    if ((w.is(is::month | is::weekday) || w.digits()) && (e.first = i, read_date(a, i, british, e))) {
      if (e.at.year != kUnset && e.at.month && e.at.day && is_valid({e.at.year, e.at.month, e.at.day}))
        date.parts.push_back({HeaderKind::published, i, e.next, value_of_date(e)});
      i = e.next - 1;
      continue;
    }
    if (w.word() && (w.capital() || a.any(i, {"and", "de", "la", "el", "near", "of", "on", "the", "s"})))
      continue;
    agency = agency || (w.mark(')') && i > 2 && i < 12 && a[i - 1].capital());
    if (w.mark(',') || w.mark('.') || w.mark('(') || w.mark(')') || w.mark('/') || w.apostrophe() ||
        w.dash() || w.mark('|'))
      continue;
    return false;
  }
  return false;
}

bool is_title(const Atoms& a) {
  if (a.size() < 2 || a.size() > 30) return false;
  uint32_t words = 0;
  for (uint32_t i = 0; i < a.size(); ++i) words += a[i].word();
  return words >= 2;
}

bool is_credit(const Atoms& a) {
  bool from = false, reported = false, contributed = false;
  uint32_t names = 0;
  for (uint32_t i = 0; i < a.size(); ++i) {
    if (a[i].word() && a[i].capital()) ++names;
    if (a.any(i, {"reported", "reporting"}) && a.any(i + 1, {"from", "by", "in"})) reported = true;
    if (a.is(i, "contributed") && (a.any(i + 1, {"to", "reporting", "from"}) || (a.is(i + 1, "research"))))
      contributed = true;
    if (a.any(i, {"from", "report", "reporting", "article", "story"})) from = true;
    if (a.any(i, {"editing", "edited", "photographs", "reporting"}) && a.is(i + 1, "by")) return a.size() > 3;
    if (a.any(i, {"said", "says", "that", "will", "percent"}) || a[i].mark('%') ||
        is_double_quote(a[i].type == Atom::Type::mark ? a[i].value : 0))
      return false;
  }
  return names >= 2 && a[0].capital() && from && (contributed || reported);
}

}  // namespace claimsift::times
