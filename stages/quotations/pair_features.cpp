// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "stages/quotations/pair_model.hpp"

namespace claimsift {
namespace {

constexpr uint32_t kBefore = 60, kAfter = 90;  // tokens of the window
constexpr uint32_t kCues = 6;  // cues that it may reach over, so that text full of cues costs no more

uint8_t more(uint8_t n) { return n < 3 ? static_cast<uint8_t>(n + 1) : n; }

uint32_t distance(uint32_t d) { return d < 4 ? d : d < 7 ? 4 : d < 12 ? 5 : d < 20 ? 6 : d < 40 ? 7 : 8; }

}  // namespace

std::vector<RoleStretch> stretches_of(const Reading& r, const std::vector<RoleTag>& tags) {
  std::vector<RoleStretch> stretches;
  for (const TokenRange& p : r.paragraphs)
    for (uint32_t i = p.first; i < p.last; ++i) {
      if (tags[i].role == Role::none) continue;
      if (!stretches.empty() && !tags[i].begins && stretches.back().range.last == i &&
          stretches.back().role == tags[i].role && i > p.first)
        stretches.back().range.last = i + 1;
      else
        stretches.push_back({{i, i + 1}, tags[i].role});
    }
  return stretches;
}

PairFeatures::PairFeatures(const Reading& reading, const std::vector<RoleTag>& tags)
    : r_(reading), tags_(tags), paragraph_(reading.sentences.size(), TokenRange{0, 0}) {
  for (const TokenRange& p : r_.paragraphs)
    if (p.size() > 0)
      for (uint32_t s = r_.sentence[p.first]; s <= r_.sentence[p.last - 1]; ++s) paragraph_[s] = p;
  links_ = link(reading, tags);
  std::sort(links_.begin(), links_.end(),
            [](const Attribution& a, const Attribution& b) { return a.cue.first < b.cue.first; });
}

uint32_t PairFeatures::word_class(int64_t i) const {
  return i >= window_.first && i < window_.last
             ? 2 + static_cast<uint32_t>(r_.word_class[static_cast<size_t>(i)])
             : 1;
}

uint32_t PairFeatures::tag(int64_t i) const {
  return i >= window_.first && i < window_.last ? 2 + label_of_tag(tags_[static_cast<size_t>(i)]) : 1;
}

void PairFeatures::count(uint32_t i, Between& b, bool leftwards) const {
  if (r_.word_class[i] == WordClass::comma) b.commas = more(b.commas);
  if (r_.quote[i] & (quoted::opens | quoted::closes)) b.marks = more(b.marks);
  const uint32_t next = leftwards ? i + 1 : i - 1;
  if (r_.sentence[i] != r_.sentence[next]) b.sentences = more(b.sentences);
  // A stretch counts where the walk enters it.
  const bool enters = leftwards ? (tags_[next].begins || tags_[next].role != tags_[i].role)
                                : (tags_[i].begins || tags_[next].role != tags_[i].role);
  if (!enters) return;
  if (tags_[i].role == Role::cue) b.cues = more(b.cues);
  if (tags_[i].role == Role::source) b.sources = more(b.sources);
  if (tags_[i].role == Role::content) b.contents = more(b.contents);
}

void PairFeatures::climb_from_cue() {
  uint32_t at = cue_.first;
  for (uint32_t i = cue_.first; i < cue_.last;
       ++i) {  // the cue's own head: the one that hangs on something outside
    const uint32_t head = r_.grammar[i].head;
    if (head < cue_.first || head >= cue_.last) at = i;
  }
  above_count_ = 0;
  while (at != Grammar::kNoHead && above_count_ < kHighest) {
    above_[above_count_++] = at;
    at = r_.grammar[at].head;
  }
  paths_.assign(window_.size(), Path{});
  for (uint32_t i = window_.first; i < window_.last; ++i)
    if (r_.sentence[i] == r_.sentence[cue_.first]) paths_[i - window_.first] = path_from(i);
}

PairFeatures::Path PairFeatures::path_from(uint32_t token) const {
  if (r_.grammar[token].relation == 0) return {};
  uint32_t at = token, from = 2;
  for (uint32_t up = 0; up < kHighest && at != Grammar::kNoHead; ++up) {
    const auto end = above_.begin() + above_count_;
    const auto met = std::find(above_.begin(), end, at);
    if (met != end) {
      const auto down = static_cast<uint32_t>(met - above_.begin());
      const uint32_t to = down == 0 ? 2u : 3u + r_.grammar[above_[down - 1]].relation;
      return {from, to, 1 + std::min(up, 3u) * 4 + std::min(down, 3u)};
    }
    from = 3u + r_.grammar[at].relation;
    at = r_.grammar[at].head;
  }
  return {};
}

void PairFeatures::turn_to(const TokenRange& cue) {
  cue_ = cue;
  const TokenRange& p = paragraph_[r_.sentence[cue.first]];
  window_ = {cue.first - std::min(cue.first - p.first, kBefore), std::min(p.last, cue.last + kAfter)};
  const auto begins_cue = [&](uint32_t i) { return tags_[i].role == Role::cue && tags_[i].begins; };
  uint32_t passed = 0;
  for (uint32_t i = cue.first; i-- > window_.first;)
    if (begins_cue(i) && ++passed == kCues) window_.first = i;
  passed = 0;
  for (uint32_t i = cue.last; i < window_.last; ++i)
    if (begins_cue(i) && ++passed == kCues) window_.last = i;
  between_.assign(window_.size(), Between{});
  Between b{};
  for (uint32_t i = cue.first; i-- > window_.first;) {
    count(i, b, true);
    between_[i - window_.first] = b;
  }
  b = {};
  for (uint32_t i = cue.last; i < window_.last; ++i) {
    count(i, b, false);
    between_[i - window_.first] = b;
  }
  const auto at = std::lower_bound(links_.begin(), links_.end(), cue.first,
                                   [](const Attribution& a, uint32_t t) { return a.cue.first < t; });
  linked_ = at != links_.end() && at->cue.first == cue.first ? &*at : nullptr;
  link_label_.assign(window_.size(), 0);
  if (linked_) {
    const auto mark = [&](const TokenRange& t, Role role) {
      for (uint32_t i = std::max(t.first, window_.first); i < std::min(t.last, window_.last); ++i)
        link_label_[i - window_.first] = static_cast<uint8_t>(label_of_tag({role, i == t.first}));
    };
    mark(linked_->source, Role::source);
    for (const TokenRange& c : linked_->contents) mark(c, Role::content);
  }
  climb_from_cue();
  uint32_t verb = cue.last - 1;
  for (uint32_t i = cue.first; i < cue.last; ++i)
    if (r_.cue[i]) verb = i;
  cue_word_ = r_.hash[verb] | 1u << 31;
  cue_kind_ = r_.cue[verb] ? 2 + static_cast<uint32_t>(r_.cue[verb]->complement) * 8 +
                                 static_cast<uint32_t>(r_.cue[verb]->form)
                           : 1;
  left_ = tag(static_cast<int64_t>(cue.first) - 1) * 64 + word_class(static_cast<int64_t>(cue.first) - 1);
  right_ = tag(cue.last) * 64 + word_class(cue.last);
}

void PairFeatures::of(uint32_t token, Rows& rows) const {
  const bool right = token >= cue_.last;
  const uint32_t d = distance(right ? token - cue_.last : cue_.first - 1 - token) * 2 + right;
  const Between& b = between_[token - window_.first];
  const auto i = static_cast<int64_t>(token);
  const uint32_t t = tag(i), before = tag(i - 1), after = tag(i + 1), c = word_class(i), q = r_.quote[token];
  const uint32_t roles = b.sources | b.contents << 2 | b.cues << 4 | static_cast<uint32_t>(right) << 6;
  const uint32_t same = b.sentences << 1 | static_cast<uint32_t>(right);
  const uint32_t s = r_.shape[token] & (shape::initial | shape::letter | shape::digit | shape::sentence);
  const uint32_t k = 1u + link_label_[token - window_.first] + (linked_ ? 8u : 0u);
  const auto linked_at = [&](int64_t at) {
    return at >= window_.first && at < window_.last
               ? 1u + link_label_[static_cast<size_t>(at) - window_.first]
               : 0u;
  };
  uint32_t n = 0;
  const auto add = [&](uint64_t x, uint64_t y = 0, uint64_t z = 0) {
    uint64_t h = (n + 101) * 0x9E3779B97F4A7C15ULL ^ x * 0xC2B2AE3D27D4EB4FULL;
    h = (h ^ (h >> 29)) * 0xBF58476D1CE4E5B9ULL + y * 0x165667B19E3779F9ULL;
    h = (h ^ (h >> 32)) * 0x94D049BB133111EBULL + z * 0xD6E8FEB86659FD93ULL;
    h ^= h >> 31;
    rows[n++] = static_cast<uint32_t>((h * 0x9E3779B97F4A7C15ULL) >> (64 - PairWeights::kBits));
  };
  add(t, same);
  add(t, roles);
  add(t, roles, same);
  add(t, d);
  add(before, t, after);
  add(t, roles, b.commas);
  add(t, q, roles);
  add(t, q, same * 4u + b.marks);
  add(t, cue_kind_, roles);
  add(t, cue_word_, right);
  add(t, cue_word_, roles);
  add(t, c, same);
  add(t, before, roles);
  add(t, after, roles);
  add(t, left_, roles);
  add(t, right_, roles);
  add(t, left_ * 4096u + right_, same);
  add(c, d);
  add(c, s, same);
  add(word(i), right);
  add(word(i), t);
  add(word(i - 1), t);
  add(word(i + 1), t);
  add(word(i), cue_kind_, d);
  add(word_class(i - 1), c, t);
  add(c, word_class(i + 1), t);
  add(word_class(i - 1), c * 64u + word_class(i + 1), same);
  add(q, b.marks, d);
  add(q, s, t);
  add(b.commas, d, c);
  add(b.commas, roles, c);
  add(cue_word_, d, c);
  add(cue_kind_, d, c);
  add(b.commas * 4u + b.cues, same, t);
  add(right_, d, t);
  add(left_, d, t);
  add(tag(i - 2), before, t);
  add(tag(i + 2), after, t);
  add(word(i - 1), word(i), right);
  add(word(i), word(i + 1), right);
  add(k, t);
  add(k, roles);
  add(k, linked_at(i - 1), linked_at(i + 1));
  add(k, cue_kind_, same);
  add(k, cue_word_);
  add(k, d);
  const Path& p = paths_[token - window_.first];
  const uint32_t way = p.from * 64 + p.to, side = way * 2 + right;
  const auto path_at = [&](int64_t at) {
    return at >= window_.first && at < window_.last
               ? paths_[static_cast<size_t>(at) - window_.first].from * 64 +
                     paths_[static_cast<size_t>(at) - window_.first].to
               : 0u;
  };
  add(side, p.steps);
  add(side, t);
  add(side, cue_word_);
  add(side, cue_kind_, t);
  add(side, p.steps, q);
  add(side, roles);
  add(side, xpos(i));
  add(path_at(i - 1), way, path_at(i + 1));
  add(path_at(i - 1), side, t);
  add(xpos(i), t);
  add(xpos(i), d);
  add(xpos(i), roles);
  add(xpos(i - 1), xpos(i), t);
  add(xpos(i), xpos(i + 1), t);
  add(xpos(i - 1), xpos(i) * 64u + xpos(i + 1), right);
  add(xpos(i), cue_kind_, right);
}

}  // namespace claimsift
