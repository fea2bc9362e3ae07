// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "stages/quotations/pair_model.hpp"

namespace claimsift {
namespace {

constexpr uint8_t kConjunct = static_cast<uint8_t>(Deprel::conj) + 1;  // as in Grammar::relation
constexpr uint32_t kGap = 12;  // tokens between a quotation and the one that it goes on from

void join_neighbours(std::vector<TokenRange>& ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const TokenRange& x, const TokenRange& y) { return x.first < y.first; });
  size_t kept = 0;
  for (size_t i = 1; i < ranges.size(); ++i) {
    if (ranges[i].first <= ranges[kept].last)
      ranges[kept].last = std::max(ranges[kept].last, ranges[i].last);
    else
      ranges[++kept] = ranges[i];
  }
  ranges.resize(std::min(ranges.size(), kept + 1));
}

bool has_speech(const Reading& r, const TokenRange& range) {
  for (uint32_t i = range.first; i < range.last; ++i)
    if (r.in_speech(i)) return true;
  return false;
}

/// "It leaks," she said hours after the test: behind the frame of a quotation only speech goes on. In news
/// that the model learnt from the unquoted rest of the sentence was content in one case of a hundred.
void drop_afterthoughts(const Reading& r, Attribution& a) {
  const uint32_t frame = a.source.size() ? std::min(a.source.first, a.cue.first) : a.cue.first;
  const bool after_speech = std::any_of(a.contents.begin(), a.contents.end(), [&](const TokenRange& c) {
    return c.last <= frame && frame - c.last <= 1 && (r.quote[c.last - 1] & quoted::closes);
  });
  if (!after_speech) return;
  std::erase_if(a.contents, [&](const TokenRange& c) {
    return c.first >= a.cue.last && r.sentence[c.first] == r.sentence[a.cue.first] && !has_speech(r, c);
  });
}

bool has_subject(const Reading& r, uint32_t predicate, uint32_t from) {
  for (uint32_t i = from; i < predicate; ++i)
    if (r.grammar[i].head == predicate && r.grammar[i].relation == static_cast<uint8_t>(Deprel::nsubj) + 1)
      return true;
  return false;
}

/// "Lee says he will come but wants a ticket": what the tree hangs beside the cue, behind a comma or a
/// conjunction, is the speaker's next predicate and no part of what is said.
void cut_at_next_predicate(const Reading& r, Attribution& a) {
  for (TokenRange& c : a.contents) {
    if (c.first < a.cue.last || r.sentence[c.first] != r.sentence[a.cue.first]) continue;
    for (uint32_t i = c.first + 2; i < c.last; ++i) {
      if (r.word_class[i] != WordClass::comma && r.word_class[i] != WordClass::conjunction) continue;
      if (r.in_speech(i)) continue;
      // The predicate that this mark or conjunction belongs to.
      uint32_t predicate = r.grammar[i].head;
      if (predicate == Grammar::kNoHead || predicate <= i || predicate >= c.last) continue;
      const Grammar& g = r.grammar[predicate];
      if (g.relation != kConjunct || g.head < a.cue.first || g.head >= a.cue.last) continue;
      // In the tense of the cue and without a subject of its own; else the parser may err.
      if (g.xpos != r.grammar[g.head].xpos || has_subject(r, predicate, i)) continue;
      c.last = i;
      break;
    }
    while (c.last > c.first && r.word_class[c.last - 1] == WordClass::comma && !r.in_speech(c.last - 1))
      --c.last;
  }
}

constexpr uint32_t kNoCue = UINT32_MAX;

/// "..., but engineers say": a source right before the cue and in its clause, both outside speech, behind the
/// conjunction of a main clause.
bool has_own_subject(const Reading& r, const Attribution& a) {
  return a.source.size() && a.source.last == a.cue.first && a.source.first > 0 && !r.in_speech(a.cue.first) &&
         !r.in_speech(a.source.first) && r.word_class[a.source.first - 1] == WordClass::conjunction;
}

/// For each token from such a conjunction to the end of the content right behind the cue, that attribution:
/// "Lee said it is sound, but engineers say it leaks" ends with what the engineers say, whosever margin is
/// larger.
std::vector<uint32_t> own_clauses(const Reading& r, const std::vector<Paired>& found) {
  std::vector<uint32_t> owner(r.size(), kNoCue);
  for (uint32_t id = 0; id < found.size(); ++id) {
    const Attribution& a = found[id].attribution;
    if (!has_own_subject(r, a)) continue;
    for (const TokenRange& c : a.contents)
      if (c.first == a.cue.last) std::fill(owner.begin() + a.source.first - 1, owner.begin() + c.last, id);
  }
  return owner;
}

}  // namespace

Attribution attribution_of(const TokenRange& cue, const TokenRange& window,
                           const std::vector<uint8_t>& labels) {
  Attribution a;
  a.cue = cue;
  for (uint32_t i = 0; i < window.size(); ++i) {
    const RoleTag tag = tag_of_label(labels[i]);
    const uint32_t token = window.first + i;
    if (tag.role == Role::source) {
      if (a.source.size() && a.source.last == token && !tag.begins)
        a.source.last = token + 1;
      else if (a.source.size() == 0)
        a.source = {token, token + 1};
    } else if (tag.role == Role::content) {
      if (!a.contents.empty() && a.contents.back().last == token && !tag.begins)
        a.contents.back().last = token + 1;
      else
        a.contents.push_back({token, token + 1});
    }
  }
  return a;
}

double score_of(const std::array<double, 2>& calibration, int64_t margin) {
  const double x = std::log1p(static_cast<double>(std::max<int64_t>(margin, 0)));
  const double p = 1 / (1 + std::exp(-calibration[0] - calibration[1] * x));
  return std::round(p * 1000) / 1000;
}

std::vector<Attribution> settle(const Reading& r, const std::vector<RoleTag>& tags,
                                std::vector<Paired> found) {
  constexpr uint32_t kFree = UINT32_MAX;
  std::vector<uint32_t> owner(r.size(), kFree);
  std::vector<uint32_t> order(found.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t a, uint32_t b) { return found[a].margin > found[b].margin; });
  for (Paired& p : found) {
    drop_afterthoughts(r, p.attribution);
    cut_at_next_predicate(r, p.attribution);
  }
  for (const Paired& p : found)  // a cue is nobody's content
    for (uint32_t i = p.attribution.cue.first; i < p.attribution.cue.last; ++i) owner[i] = kFree - 1;
  const std::vector<uint32_t> own = own_clauses(r, found);
  for (const uint32_t id : order) {
    std::vector<TokenRange> kept;
    for (const TokenRange& c : found[id].attribution.contents)
      for (uint32_t i = c.first; i < c.last; ++i) {
        if (owner[i] != kFree || (own[i] != kNoCue && own[i] != id)) continue;
        owner[i] = id;
        if (!kept.empty() && kept.back().last == i)
          kept.back().last = i + 1;
        else
          kept.push_back({i, i + 1});
      }
    found[id].attribution.contents = std::move(kept);
  }

  // Speech that the first pass took for content and nobody has goes on with the speaker before it.
  uint32_t last = kFree, last_end = 0;
  for (const RoleStretch& s : stretches_of(r, tags)) {
    if (s.role != Role::content) continue;
    uint32_t i = s.range.first;
    while (i < s.range.last) {
      const uint32_t id = owner[i];
      uint32_t end = i + 1;
      while (end < s.range.last && owner[end] == id) ++end;
      if (id < kFree - 1) {
        last = id;
        last_end = end;
      } else if (id == kFree && last != kFree && r.in_speech(i) && i >= last_end && i - last_end <= kGap &&
                 r.in_speech(last_end - 1)) {
        found[last].attribution.contents.push_back({i, end});
        last_end = end;
      }
      i = end;
    }
  }
  std::vector<Attribution> result;
  for (Paired& p : found) {
    if (p.attribution.contents.empty()) continue;
    join_neighbours(p.attribution.contents);
    result.push_back(std::move(p.attribution));
  }
  return result;
}

}  // namespace claimsift
