// SPDX-License-Identifier: Apache-2.0
// tense.cpp - whether the clause around an expression lies in the past or the future, from the nearest verb
// that shows it. A lexicon and the ending -ed do; where the text is tagged, the tags tell verbs from nouns
// and the past ("Lee set aside") from the participle ("the talks set for Friday").
#include <algorithm>

#include "stages/times/grammar.hpp"

namespace claimsift::times {
namespace {

constexpr uint32_t kBefore = 28, kBehind = 14, kUntil = 8;  // atoms to look at

bool ends_ed(std::string_view w) {
  return w.size() > 4 && ascii_lower(w[w.size() - 1]) == 'd' && ascii_lower(w[w.size() - 2]) == 'e';
}

/// What the word at i tells of an expression that stands before it (`behind`) or after it.
Tense shown(const Atoms& a, const TaggedTokens& tagged, uint32_t i, bool behind) {
  const Atom& w = a[i];
  if (!w.word()) return Tense::unknown;
  // "planned to leave Friday" lies ahead of a past plan; "On Friday, she planned to leave" tells when she did
  if (tagged.of(w) == Xpos::vbd && (behind || !w.is(is::will))) return Tense::past;
  if (w.is(is::will)) {
    if (a.is(i, "may") && w.capital()) return Tense::unknown;
    if (a.any(i, {"set", "plans", "plan", "hopes"}) && !a.any(i + 1, {"for", "to"})) return Tense::unknown;
    if (i > 1 && a.is(i - 1, "been") && a.is(i - 2, "had"))
      return Tense::past;  // "had been due to expire Friday"
    return Tense::future;
  }
  if (w.is(is::was)) return Tense::past;
  if (!w.entry && !w.capital() && ends_ed(a.text(i))) return Tense::past;
  return Tense::unknown;
}

/// "Until Thursday, they had not called him a suspect": what lasted to the day is over.
bool was_until(const Atoms& a, uint32_t next) {
  for (uint32_t i = next; i < std::min(a.size(), next + kUntil); ++i)
    if (a.any(i, {"had", "was", "were"})) return true;
  return false;
}

}  // namespace

Xpos TaggedTokens::of(const Atom& atom) const {
  if (tags.empty()) return kNoTag;
  const auto behind = std::upper_bound(spans.begin(), spans.end(), atom.begin,
                                       [](uint32_t begin, const cs_span& s) { return begin < s.begin; });
  if (behind == spans.begin() || behind[-1].end < atom.end) return kNoTag;
  return tags[static_cast<size_t>(behind - spans.begin()) - 1];
}

Tense tense_at(const Atoms& a, const Expression& e, const TaggedTokens& tagged) {
  if (e.first > 0 && a.any(e.first - 1, {"until", "till"}))
    return e.first == 1 && was_until(a, e.next) ? Tense::past : Tense::future;
  if (e.first > 0 &&
      ((a.any(e.first - 1, {"by", "through"}) && e.at.month) || (a.is(e.first - 1, "for") && e.at.weekday)))
    return Tense::future;
  if (e.first > 2 && a.is(e.first - 1, "as") && a.any(e.first - 2, {"early", "soon"}) &&
      a.is(e.first - 3, "as"))
    return Tense::future;
  uint32_t steps = 0;
  for (uint32_t i = e.first; i-- > 0 && steps < kBefore; ++steps) {
    if (a[i].mark(';') || is_double_quote(a[i].type == Atom::Type::mark ? a[i].value : 0)) break;
    if (const Tense t = shown(a, tagged, i, false); t != Tense::unknown) {
      // "was to meet", "said it will meet": the nearest word decides; "to" after a past verb of saying stays
      // future
      return t;
    }
  }
  for (uint32_t i = e.next; i < a.size() && i < e.next + kBehind; ++i) {
    if (a[i].mark(';')) break;
    if (const Tense t = shown(a, tagged, i, true); t != Tense::unknown) return t;
  }
  return Tense::unknown;
}

}  // namespace claimsift::times
