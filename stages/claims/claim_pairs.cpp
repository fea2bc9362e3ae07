// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/claim_pairs.hpp"

#include <algorithm>

#include "stages/claims/lexicon.hpp"
#include "stages/claims/stems.hpp"
#include "stages/text/words.hpp"

namespace claimsift {

namespace {

constexpr uint32_t kFirstWords = 4;  // of a claim, in which "actually" and the like stand
constexpr uint32_t kScope = 5;       // tokens from a negation to the word that it denies

constexpr std::string_view kContrasts[] = {
    "but",    "however",  "yet",   "actually", "instead", "contrary",  "fact",         "reality", "although",
    "though", "disputed", "false", "untrue",   "wrong",   "incorrect", "nevertheless", "rather"};
constexpr std::string_view kDenying[] = {
    "deny",     "denies",    "denied", "denying", "refute",   "refuted", "refutes",   "dispute",  "disputes",
    "disputed", "disputing", "reject", "rejects", "rejected", "dismiss", "dismisses", "dismissed"};

template <size_t N> bool is_one_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::any_of(std::begin(list), std::end(list),
                     [&](std::string_view one) { return equals_folded(word, one); });
}

bool lies_in(cs_span a, cs_span b) { return b.begin <= a.begin && a.end <= b.end; }

bool holds(const std::vector<uint32_t>& sorted, uint32_t x) {
  return std::binary_search(sorted.begin(), sorted.end(), x);
}

}  // namespace

bool ClaimPairs::same_voice(uint32_t a, uint32_t b) const {
  const uint32_t va = in_.claims.get<"attribution">(a), vb = in_.claims.get<"attribution">(b);
  if (va == vb) return !is_null(va) || in_.claims.get<"sentence">(a) == in_.claims.get<"sentence">(b);
  if (is_null(va) || is_null(vb) || !in_.speakers.present()) return false;
  const std::string_view name = in_.speakers.get<"name">(va);
  return name.data() && name == in_.speakers.get<"name">(vb);
}

uint32_t ClaimPairs::distance(uint32_t earlier, uint32_t later) const {
  const uint32_t a = in_.claims.get<"sentence">(earlier), b = in_.claims.get<"sentence">(later);
  return b > a ? b - a : 0;
}

bool ClaimPairs::overlap(uint32_t earlier, uint32_t later) const {
  return in_.claims.span(earlier).end > in_.claims.span(later).begin;
}

bool ClaimPairs::contrasts(uint32_t earlier, uint32_t later) const {
  const uint32_t first = in_.claims.get<"sentence">(earlier), second = in_.claims.get<"sentence">(later);
  if (is_null(first) || is_null(second) || second < first) return false;
  const uint32_t from = first == second ? in_.claims.span(earlier).end : in_.sentences.span(second).begin;
  const uint32_t to = in_.tokens.lower_bound(in_.claims.span(later).begin) + kFirstWords;
  for (uint32_t t = in_.tokens.lower_bound(from); t < in_.tokens.size() && t < to; ++t)
    if (is_one_of(word(t), kContrasts)) return true;
  return false;
}

bool ClaimPairs::is_said_no_to(uint32_t claim) const {
  const uint32_t attribution = in_.claims.get<"attribution">(claim);
  if (is_null(attribution) || !in_.cues.present()) return false;
  const auto [first, last] = in_.cues.children(attribution);
  for (uint32_t cue = first; cue < last; ++cue)
    for (uint32_t t = in_.tokens.lower_bound(in_.cues.span(cue).begin);
         t < in_.tokens.size() && in_.tokens.span(t).end <= in_.cues.span(cue).end; ++t)
      // A cue within the claim counts among the claim's own words already.
      if (is_one_of(word(t), kDenying)) return !lies_in(in_.tokens.span(t), in_.claims.span(claim));
  return false;
}

bool ClaimPairs::denied(uint32_t claim) {
  if (!denied_[claim]) denied_[claim] = (in_.claims.get<"negated">(claim) == 1) != is_said_no_to(claim);
  return *denied_[claim];
}

bool ClaimPairs::shares_denied_word(uint32_t denied, uint32_t other) {
  if (is_said_no_to(denied)) return true;  // all of it is denied
  const ClaimKey& theirs = key(other);
  const cs_span span = in_.claims.span(denied);
  const uint32_t end = std::min(in_.tokens.lower_bound(span.end), in_.tokens.size());
  for (uint32_t t = in_.tokens.lower_bound(span.begin); t < end; ++t) {
    if (!(word_classes(in_.tokens.get<"hash">(t), word(t)) & word_class::negation)) continue;
    for (uint32_t next = t + 1; next < end && next <= t + kScope; ++next) {
      if (is_stop_word(in_.tokens.get<"hash">(next), word(next)) ||
          !(in_.tokens.get<"shape">(next) & shape::letter) ||
          (in_.tokens.get<"shape">(next) & shape::initial))
        continue;
      if (holds(theirs.stems, stem_at(next))) return true;
      break;  // the word that is denied is another one
    }
  }
  return false;
}

uint32_t ClaimPairs::stem_at(uint32_t token) const {
  const std::string_view lemma = in_.tags.present() ? in_.tags.get<"lemma">(token) : std::string_view();
  return stem_hash(lemma.data() ? lemma : word(token));
}

bool ClaimPairs::has_direction(uint32_t claim) {
  if (!directions_[claim])
    directions_[claim] = claimsift::has_direction(in_.text, in_.tokens, in_.claims.span(claim));
  return *directions_[claim];
}

const ClaimKey& ClaimPairs::key(uint32_t claim) {
  if (!keys_[claim])
    keys_[claim] = claim_key({in_.text, in_.tokens, in_.tags, in_.quantities, in_.times},
                             in_.claims.span(claim), in_.claims.get<"negated">(claim) == 1);
  return *keys_[claim];
}

size_t ClaimPairs::shared_words(uint32_t a, uint32_t b) {
  const ClaimKey &ka = key(a), &kb = key(b);
  size_t n = 0;
  for (const uint32_t stem : ka.stems)
    n += holds(kb.stems, stem) && !(holds(ka.counted, stem) && holds(kb.counted, stem)) &&
         !holds(ka.names, stem) && !holds(kb.names, stem);
  return n;
}

size_t ClaimPairs::words(uint32_t claim) {
  std::vector<uint32_t> left = key(claim).stems;
  const std::vector<uint32_t>& names = key(claim).names;
  const cs_span span = in_.claims.span(claim);
  for (uint32_t t = in_.tokens.lower_bound(span.begin);
       key(claim).negated && t < in_.tokens.size() && in_.tokens.span(t).begin < span.end; ++t)
    if (word_classes(in_.tokens.get<"hash">(t), word(t)) & word_class::negation) std::erase(left, stem_at(t));
  std::erase_if(left, [&](uint32_t stem) { return holds(names, stem); });
  return left.size();
}

}  // namespace claimsift
