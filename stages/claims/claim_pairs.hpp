// SPDX-License-Identifier: Apache-2.0
// claim_pairs.hpp - what two claims of one document have to do with each other: whose they are, how far
// apart, whether a word of contrast stands between them, and which words they share. Belongs to one document;
// keys are made when they are first asked for.
#pragma once

#include <optional>
#include <vector>

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/claims/claim_key.hpp"

namespace claimsift {

/// The layers that pairs are drawn from; tags, times, cues and speakers may be absent.
struct PairInput {
  std::string_view text;
  View<layers::Sentences> sentences;
  View<layers::Tokens> tokens;
  View<layers::Tags> tags;
  View<layers::Quantities> quantities;
  View<layers::Times> times;
  View<layers::AttributionCues> cues;
  View<layers::Speakers> speakers;
  View<layers::Claims> claims;
};

class ClaimPairs {
 public:
  explicit ClaimPairs(const PairInput& input)
      : in_(input),
        keys_(input.claims.size()),
        denied_(input.claims.size()),
        directions_(input.claims.size()) {}

  /// Two claims of one speech, or of one speaker; the text itself is one voice, but its sentences may report
  /// two.
  bool same_voice(uint32_t a, uint32_t b) const;
  bool attributed(uint32_t claim) const { return !is_null(in_.claims.get<"attribution">(claim)); }
  /// Sentences from one claim to a later one.
  uint32_t distance(uint32_t earlier, uint32_t later) const;
  /// Whether one stands in the other.
  bool overlap(uint32_t earlier, uint32_t later) const;
  /// Whether a word of contrast ("but", "in fact") stands between the earlier claim, or the begin of the
  /// later one's sentence, and the first words of the later one.
  bool contrasts(uint32_t earlier, uint32_t later) const;
  /// Whether a claim is said not to hold: by a word in it, or by who denies it ("she denied that ...").
  bool denied(uint32_t claim);

  /// Whether a claim has a word with an opposite: "rose".
  bool has_direction(uint32_t claim);
  /// What a claim says.
  const ClaimKey& key(uint32_t claim);
  /// Whether the two claims share what one of them denies: "nobody *warned* us", "three *warnings*".
  bool shares_denied_word(uint32_t denied, uint32_t other);
  /// Stems that both have, but for names and for what both count: that both count tonnes says little.
  size_t shared_words(uint32_t a, uint32_t b);
  /// Stems of a claim that are neither names nor words of negation.
  size_t words(uint32_t claim);

 private:
  std::string_view word(uint32_t token) const {
    const cs_span at = in_.tokens.span(token);
    return in_.text.substr(at.begin, at.end - at.begin);
  }
  bool is_said_no_to(uint32_t claim) const;
  uint32_t stem_at(uint32_t token) const;

  PairInput in_;
  std::vector<std::optional<ClaimKey>> keys_;
  std::vector<std::optional<bool>> denied_, directions_;
};

}  // namespace claimsift
