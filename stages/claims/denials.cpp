// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/denials.hpp"

#include <algorithm>
#include <initializer_list>

#include "stages/text/frozen_words.hpp"
#include "stages/text/words.hpp"

namespace claimsift {

namespace {

constexpr uint32_t kReach = 6;  // tokens from "that" to "false"

constexpr FrozenWord<bool> kDenyList[] = {
    {"deny", true},     {"denies", true},  {"denied", true},      {"dispute", true},     {"disputes", true},
    {"disputed", true}, {"rejects", true}, {"rejected", true},    {"dismisses", true},   {"dismissed", true},
    {"refutes", true},  {"refuted", true}, {"contradicts", true}, {"contradicted", true}};
constexpr FrozenWords kDeny(kDenyList);

using Words = std::initializer_list<std::string_view>;

/// The tokens of one claim.
struct Stretch {
  std::string_view text;
  const View<layers::Tokens>& tokens;
  uint32_t first, last;

  bool is(uint32_t token, Words words) const {
    if (token >= last) return false;
    const cs_span at = tokens.span(token);
    const std::string_view w = text.substr(at.begin, at.end - at.begin);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view one) { return equals_folded(w, one); });
  }
  /// "is not true", "isn't simply so".
  bool says_not_true() const {
    bool denied = false;
    for (uint32_t t = first + 1; t < last && t < first + kReach; ++t) {
      if (denied && is(t, {"true", "correct", "accurate", "case"})) return true;
      denied = denied || is(t, {"not", "n't", "n’t", "never", "hardly"});
    }
    return false;
  }
  /// Whether one of the words stands in the first few tokens, from the third on.
  bool soon(Words words) const {
    for (uint32_t t = first + 2; t < last && t < first + kReach; ++t)
      if (is(t, words)) return !is(t + 1, {"to"});  // "it is wrong to say so"
    return false;
  }
};

}  // namespace

Denial denial_at(std::string_view text, const View<layers::Tokens>& tokens, cs_span span) {
  const Stretch s{text, tokens, tokens.lower_bound(span.begin), tokens.lower_bound(span.end)};
  if (s.first + 2 > s.last) return Denial::none;
  if (s.is(s.first, {"that", "this", "it", "those", "they"}) &&
      s.is(s.first + 1, {"is", "was", "'s", "’s", "are", "were"}) &&
      (s.says_not_true() || s.soon({"false", "untrue", "wrong", "incorrect", "misleading", "nonsense", "lie",
                                    "lies", "myth", "invented", "unfounded", "baseless"})))
    return Denial::claim;
  if (s.is(s.first, {"the", "that", "this", "those", "these"}) &&
      s.is(s.first + 1,
           {"figure", "number", "amount", "estimate", "sum", "figures", "numbers", "count", "total"}) &&
      s.soon({"too", "wrong", "false", "inflated", "exaggerated", "invented", "incorrect", "misleading"}))
    return Denial::figure;
  for (uint32_t t = s.first; t + 2 <= s.last; ++t) {
    const cs_span at = tokens.span(t);
    if (!kDeny.find(tokens.get<"hash">(t), text.substr(at.begin, at.end - at.begin))) continue;
    if (t > s.first && s.is(t - 1, {"that", "which", "who"})) continue;  // "information that contradicts it"
    const bool ends = t + 2 == s.last || s.is(t + 2, {"as", ",", ";"});
    if (ends && s.is(t + 1, {"that", "this", "it", "these", "them"})) return Denial::claim;
    const uint32_t noun = t + (s.is(t + 2, {"such", "of"}) ? 3 : 2);
    if (s.is(t + 1, {"the", "that", "this", "these", "those", "all", "any", "such"}) &&
        (noun + 1 >= s.last || s.is(noun + 1, {"as", ",", ";"}))) {
      if (s.is(noun,
               {"claim", "claims", "accusation", "accusations", "allegation", "allegations", "suggestion",
                "suggestions", "rumour", "rumours", "rumor", "rumors", "report", "reports"}))
        return Denial::named;
      if (s.is(noun, {"figure", "figures", "number", "numbers", "estimate", "estimates", "amount"}))
        return Denial::figure;
    }
  }
  return Denial::none;
}

}  // namespace claimsift
