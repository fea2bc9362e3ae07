// SPDX-License-Identifier: Apache-2.0
#include "stages/quotations/named_people.hpp"

#include <algorithm>

namespace claimsift {

NamedPeople::NamedPeople(const Reading& r, const View<layers::People>& people,
                         const View<layers::Mentions>& mentions)
    : reading_(r), people_(people) {
  const auto token = [&](uint32_t offset) {
    const auto at = std::lower_bound(r.spans.begin(), r.spans.end(), offset,
                                     [](cs_span t, uint32_t o) { return t.begin < o; });
    return static_cast<uint32_t>(at - r.spans.begin());
  };
  for (uint32_t i = 0; i < mentions.size(); ++i) {
    const TokenRange words{token(mentions.span(i).begin), token(mentions.span(i).end)};
    if (words.size() == 0) continue;
    mentions_.push_back({words, mentions.get<"of">(i), mentions.get<"kind">(i),
                         mentions.get<"subject">(i) == 1 && !r.in_speech(words.first)});
  }
  std::stable_sort(mentions_.begin(), mentions_.end(),
                   [](const Mention& a, const Mention& b) { return a.words.first < b.words.first; });
  for (const Mention& m : mentions_)
    if (m.kind == MentionKind::name && m.words.size() > 1 && is_person(m.person))
      last_names_.emplace_back(r.hash[m.words.last - 1], m.person);
  std::sort(last_names_.begin(), last_names_.end());
  last_names_.erase(std::unique(last_names_.begin(), last_names_.end()), last_names_.end());
}

uint32_t NamedPeople::by_last_name(uint32_t token) const {
  const uint32_t hash = reading_.hash[token];
  const auto first = std::lower_bound(last_names_.begin(), last_names_.end(), std::pair(hash, uint32_t{0}));
  if (first == last_names_.end() || first->first != hash) return kNobody;
  return first + 1 != last_names_.end() && (first + 1)->first == hash ? kNobody : first->second;
}

size_t NamedPeople::lower_bound(uint32_t token) const {
  const auto it = std::lower_bound(mentions_.begin(), mentions_.end(), token,
                                   [](const Mention& m, uint32_t t) { return m.words.first < t; });
  return static_cast<size_t>(it - mentions_.begin());
}

const NamedPeople::Mention* NamedPeople::last_before(uint32_t token) const {
  constexpr uint32_t kTried = 8;  // pronouns and nouns in between
  uint32_t tried = 0;
  for (size_t i = lower_bound(token); i-- > 0 && ++tried <= kTried;)
    if (mentions_[i].kind == MentionKind::name) return &mentions_[i];
  return nullptr;
}

const NamedPeople::Mention* NamedPeople::at(uint32_t token) const {
  for (size_t i = lower_bound(token); i < mentions_.size() && mentions_[i].words.first == token; ++i)
    if (mentions_[i].kind != MentionKind::pronoun) return &mentions_[i];
  return nullptr;
}

}  // namespace claimsift
