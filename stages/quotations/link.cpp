// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "stages/quotations/roles.hpp"

namespace claimsift {
namespace {

constexpr uint32_t kNone = UINT32_MAX;
constexpr uint32_t kReach = 12;  // tokens that may stand between a cue and its content or source

struct Stretch {
  TokenRange range;
  Role role;
  uint32_t owner = kNone;  // contents: the attribution that has it
};

void join_neighbours(std::vector<TokenRange>& ranges) {
  size_t kept = 0;
  for (size_t i = 1; i < ranges.size(); ++i) {
    if (ranges[i].first <= ranges[kept].last)
      ranges[kept].last = std::max(ranges[kept].last, ranges[i].last);
    else
      ranges[++kept] = ranges[i];
  }
  ranges.resize(std::min(ranges.size(), kept + 1));
}

/// Links the stretches of one paragraph after another.
class Linker {
 public:
  Linker(const Reading& reading, const std::vector<RoleTag>& tags) : r_(reading), tags_(tags) {}

  std::vector<Attribution> run() {
    for (const TokenRange& p : r_.paragraphs) paragraph(p);
    std::vector<Attribution> kept;
    for (Attribution& a : found_) {
      if (a.contents.empty()) continue;
      std::sort(a.contents.begin(), a.contents.end(),
                [](const TokenRange& x, const TokenRange& y) { return x.first < y.first; });
      join_neighbours(a.contents);
      kept.push_back(std::move(a));
    }
    return kept;
  }

 private:
  void paragraph(const TokenRange& p) {
    stretches_.clear();
    for (uint32_t i = p.first; i < p.last; ++i) {
      if (tags_[i].role == Role::none) continue;
      if (!stretches_.empty() && !tags_[i].begins && stretches_.back().range.last == i &&
          stretches_.back().role == tags_[i].role)
        stretches_.back().range.last = i + 1;
      else
        stretches_.push_back({{i, i + 1}, tags_[i].role});
    }
    const auto first = static_cast<uint32_t>(found_.size());
    for (uint32_t i = 0; i < stretches_.size(); ++i)
      if (stretches_[i].role == Role::cue) attribute(i, first);
    leftovers(first);
    if (found_.size() > first) last_ = static_cast<uint32_t>(found_.size() - 1);
  }

  bool same_sentence(uint32_t a, uint32_t b) const { return r_.sentence[a] == r_.sentence[b]; }
  uint32_t gap(const Stretch& a, const Stretch& b) const { return b.range.first - a.range.last; }

  /// The attribution of the cue at stretch `c`.
  void attribute(uint32_t c, uint32_t first) {
    const auto id = static_cast<uint32_t>(found_.size());
    Attribution a;
    a.cue = stretches_[c].range;
    const uint32_t source = source_of(c);
    if (source != kNone)
      a.source = stretches_[source].range;
    else if (id > first && shares_source(c, found_[id - 1]))
      a.source = found_[id - 1].source;
    else
      a.source = subject_before(a.cue.first);
    found_.push_back(a);
    const bool before = claim_before(c, source, id);
    claim_after(c, source, id, before);
  }

  uint32_t source_of(uint32_t c) const {
    const Stretch& cue = stretches_[c];
    uint32_t left = kNone, right = kNone;
    if (c > 0 && stretches_[c - 1].role == Role::source &&
        same_sentence(stretches_[c - 1].range.first, cue.range.first))
      left = c - 1;
    if (c + 1 < stretches_.size() && stretches_[c + 1].role == Role::source &&
        gap(cue, stretches_[c + 1]) <= 2 && same_sentence(stretches_[c + 1].range.first, cue.range.first))
      right = c + 1;
    // "said Ann Lee" has its source behind, unless that is the subject of the next cue.
    if (right != kNone && right + 1 < stretches_.size() && stretches_[right + 1].role == Role::cue &&
        left != kNone)
      right = kNone;
    if (left != kNone && right != kNone)
      return gap(stretches_[left], cue) <= gap(cue, stretches_[right]) ? left : right;
    if (left != kNone) return left;
    if (right != kNone) return right;
    // A content stands between them: "Lee, "..." said".
    if (c > 1 && stretches_[c - 1].role == Role::content && stretches_[c - 2].role == Role::source &&
        stretches_[c - 1].owner == kNone && same_sentence(stretches_[c - 2].range.first, cue.range.first))
      return c - 2;
    if (c + 2 < stretches_.size() && stretches_[c + 1].role == Role::content &&
        stretches_[c + 2].role == Role::source &&
        same_sentence(stretches_[c + 2].range.first, cue.range.first) &&
        (c + 3 == stretches_.size() || stretches_[c + 3].role != Role::cue))
      return c + 2;
    return kNone;
  }

  /// The pronoun or name that stands nearest before a cue without a source, in its sentence.
  TokenRange subject_before(uint32_t cue) const {
    const uint32_t sentence = r_.sentences[r_.sentence[cue]].first;
    const WordClass begins = r_.word_class[cue];
    if (begins == WordClass::be || begins == WordClass::to || begins == WordClass::preposition ||
        begins == WordClass::adverb)
      return {0, 0};
    for (uint32_t i = cue; i > sentence && cue - i < kReach; --i) {
      const uint32_t t = i - 1;
      const WordClass c = r_.word_class[t];
      if (r_.in_speech(t) || c == WordClass::stop || c == WordClass::colon || tags_[t].role == Role::cue)
        break;
      if (tags_[t].role != Role::none) continue;
      if (c == WordClass::pronoun || c == WordClass::relative) return {t, t + 1};
      if (c != WordClass::other || !r_.capital(t)) continue;
      uint32_t first = t;
      while (first > sentence && tags_[first - 1].role == Role::none && r_.capital(first - 1) &&
             r_.word_class[first - 1] == WordClass::other)
        --first;
      if (t + 1 < r_.size() && r_.word_class[t + 1] == WordClass::possessive) {
        i = first + 1;
        continue;
      }
      return {first, t + 1};
    }
    return {0, 0};
  }

  /// "Lee said ..., adding that": the second cue has the source of the first.
  bool shares_source(uint32_t c, const Attribution& before) const {
    return before.source.size() > 0 && before.cue.size() > 0 &&
           same_sentence(before.cue.first, stretches_[c].range.first);
  }

  bool claim_before(uint32_t c, uint32_t source, uint32_t id) {
    uint32_t i = c;
    if (source != kNone && source < c) i = source;
    if (i == 0) return false;
    Stretch& t = stretches_[i - 1];
    if (t.role != Role::content || t.owner != kNone || gap(t, stretches_[i]) > 4) return false;
    if (!same_sentence(t.range.last - 1, stretches_[i].range.first) &&
        !(r_.in_speech(t.range.last - 1) && gap(t, stretches_[i]) <= 1))
      return false;
    give(t, id);
    // Parts of the same quotation that other tokens cut.
    for (uint32_t k = i - 1; k-- > 0 && stretches_[k].role == Role::content && stretches_[k].owner == kNone;)
      give(stretches_[k], id);
    return true;
  }

  void claim_after(uint32_t c, uint32_t source, uint32_t id, bool before) {
    uint32_t i = c;
    if (source != kNone && source > c) i = source;
    if (source == c + 2) i = c;  // cue, content, source
    if (i + 1 >= stretches_.size()) return;
    Stretch& t = stretches_[i + 1];
    if (t.role != Role::content || gap(stretches_[i], t) > kReach) return;
    const bool here = same_sentence(stretches_[i].range.last - 1, t.range.first);
    if (!here) {
      // "...," he said. "..." goes on, unless the second quotation has a frame of its own.
      const bool quoted = r_.in_speech(t.range.first);
      if (!quoted || (has_own_frame(i + 1) && before)) return;
      if (!before && !ends_with_colon(stretches_[i].range.last)) return;
    } else if (before && has_own_frame(i + 1) && !r_.in_speech(t.range.first)) {
      return;
    }
    give(t, id);
  }

  bool ends_with_colon(uint32_t token) const {
    return (token < r_.size() && r_.word_class[token] == WordClass::colon) ||
           (token > 0 && r_.word_class[token - 1] == WordClass::colon);
  }

  /// Whether a cue of its own follows the content at stretch `t` in its sentence.
  bool has_own_frame(uint32_t t) const {
    const uint32_t last = stretches_[t].range.last - 1;
    for (uint32_t i = t + 1; i < stretches_.size() && i <= t + 2; ++i) {
      if (!same_sentence(last, stretches_[i].range.first)) return false;
      if (stretches_[i].role == Role::cue) return true;
    }
    return false;
  }

  /// Contents without a cue: quotations that go on, and parts of what the sentence attributes.
  void leftovers(uint32_t first) {
    uint32_t owner = kNone;
    for (uint32_t i = 0; i < stretches_.size(); ++i) {
      Stretch& t = stretches_[i];
      if (t.role != Role::content) continue;
      if (t.owner != kNone) {
        owner = t.owner;
        continue;
      }
      if (r_.in_speech(t.range.first) && (owner != kNone || (i == 0 && last_ != kNone && goes_on(t)))) {
        give(t, owner != kNone ? owner : last_);
      } else if (const uint32_t near = nearest(t, first); near != kNone) {
        give(t, near);
      }
    }
  }

  /// Whether the paragraph begins with a quotation that goes on from the paragraph before.
  bool goes_on(const Stretch& t) const {
    if (last_ == kNone || found_[last_].contents.empty()) return false;
    const uint32_t end = found_[last_].contents.back().last;
    return r_.in_speech(end - 1) && t.range.first >= end && t.range.first - end <= kReach;
  }

  uint32_t nearest(const Stretch& t, uint32_t first) const {
    uint32_t best = kNone, distance = UINT32_MAX;
    uint32_t tried = 0;
    for (auto id = static_cast<uint32_t>(found_.size()); id-- > first && ++tried <= kReach;) {
      const TokenRange& cue = found_[id].cue;
      if (!same_sentence(cue.first, t.range.first)) {
        if (r_.sentence[cue.first] < r_.sentence[t.range.first]) break;
        continue;
      }
      const uint32_t d = cue.first > t.range.first ? cue.first - t.range.last : t.range.first - cue.last;
      if (d < distance && found_[id].contents.size() < 4) {
        distance = d;
        best = id;
      }
    }
    return distance <= 2 * kReach ? best : kNone;
  }

  void give(Stretch& t, uint32_t id) {
    t.owner = id;
    found_[id].contents.push_back(t.range);
  }

  const Reading& r_;
  const std::vector<RoleTag>& tags_;
  std::vector<Stretch> stretches_;
  std::vector<Attribution> found_;
  uint32_t last_ = kNone;
};

}  // namespace

std::vector<Attribution> link(const Reading& reading, const std::vector<RoleTag>& tags) {
  return Linker(reading, tags).run();
}

}  // namespace claimsift
