// SPDX-License-Identifier: Apache-2.0
// tense.cpp - the nearest verb that shows the tense, by a lexicon and the ending -ed; where the text is
// tagged, the tags tell verbs from nouns and the past ("Lee set aside") from the participle ("the talks set
// for Friday").
#include "stages/times/tense.hpp"

#include <algorithm>

namespace claimsift::times {
namespace {

constexpr uint32_t kBefore = 28, kBehind = 14, kUntil = 8;  // atoms to look at

bool ends_ed(std::string_view w) {
  return w.size() > 4 && ascii_lower(w[w.size() - 1]) == 'd' && ascii_lower(w[w.size() - 2]) == 'e';
}

/// What the word at i tells of an expression that stands before it (`behind`) or after it.
Tense shown(const Atoms& a, bool past_tag, uint32_t i, bool behind) {
  const Atom& w = a[i];
  // "planned to leave Friday" lies ahead of a past plan; "On Friday, she planned to leave" tells when she did
  if (past_tag && (behind || !w.is(is::will))) return Tense::past;
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

void Tenses::read() {
  const Atoms& a = *sentence_;
  read_ = true;
  clues_.clear();
  size_t token = 0;  // the one that the atom lies in
  if (!tagged_.tags.empty())
    token = static_cast<size_t>(std::partition_point(tagged_.spans.begin(), tagged_.spans.end(),
                                                     [&](const cs_span& s) { return s.end <= a[0].begin; }) -
                                tagged_.spans.begin());
  for (uint32_t i = 0; i < a.size(); ++i) {
    const Atom& w = a[i];
    if (w.type == Atom::Type::mark) {
      const bool end = w.mark(';');
      if (end || is_double_quote(w.value)) clues_.push_back({i, Tense::unknown, Tense::unknown, true, end});
      continue;
    }
    if (!w.word()) continue;
    bool past = false;
    if (!tagged_.tags.empty()) {
      while (token < tagged_.spans.size() && tagged_.spans[token].end <= w.begin) ++token;
      past = token < tagged_.spans.size() && tagged_.spans[token].begin <= w.begin &&
             tagged_.spans[token].end >= w.end && tagged_.tags[token] == Xpos::vbd;
    }
    const Tense later = shown(a, past, i, false), earlier = shown(a, past, i, true);
    if (later != Tense::unknown || earlier != Tense::unknown)
      clues_.push_back({i, later, earlier, false, false});
  }
}

Tense Tenses::at(const Expression& e) {
  const Atoms& a = *sentence_;
  if (e.first > 0 && a.any(e.first - 1, {"until", "till"}))
    return e.first == 1 && was_until(a, e.next) ? Tense::past : Tense::future;
  if (e.first > 0 &&
      ((a.any(e.first - 1, {"by", "through"}) && e.at.month) || (a.is(e.first - 1, "for") && e.at.weekday)))
    return Tense::future;
  if (e.first > 2 && a.is(e.first - 1, "as") && a.any(e.first - 2, {"early", "soon"}) &&
      a.is(e.first - 3, "as"))
    return Tense::future;
  if (!read_) read();
  const auto behind =
      std::partition_point(clues_.begin(), clues_.end(), [&](const Clue& c) { return c.atom < e.first; });
  // "they will appeal Wednesday's ruling": what a day owns has happened
  const bool possessive = e.at.weekday && a.after_possessive(e.next) != e.next;
  // "was to meet", "said it will meet": the nearest word decides; "to" after a past verb of saying stays
  // future
  for (auto c = behind; c != clues_.begin() && (--c)->atom + kBefore >= e.first;) {
    if (c->ends_before) break;
    if (possessive && c->for_later == Tense::future) continue;
    if (c->for_later != Tense::unknown) return c->for_later;
  }
  for (auto c = behind; c != clues_.end() && c->atom < e.next + kBehind; ++c) {
    if (c->atom < e.next) continue;
    if (c->ends_behind) break;
    if (c->for_earlier != Tense::unknown) return c->for_earlier;
  }
  return Tense::unknown;
}

}  // namespace claimsift::times
