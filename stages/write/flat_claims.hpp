// SPDX-License-Identifier: Apache-2.0
// flat_claims.hpp - the claims of one document with what a table needs of them, one row each: what
// the writers of tables share. A FlatClaims object belongs to one call of a writer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claimsift/layers.hpp"
#include "stages/write/records.hpp"

namespace claimsift {

/// Views are null (no data) where there is nothing to say.
struct FlatClaim {
  cs_span span;
  std::string_view id, text, sentence, context, standalone, speaker, role, attribution_kind;
  std::string types, cue;  // joined by commas, by blanks
  bool negated = false, hedged = false;
  double checkable = 0, check_worthiness = 0;
  std::string_view cluster;                 // the claim's own id without `claim_clusters`
  std::vector<uint32_t> quantities, times;  // rows of those layers
  std::vector<uint32_t> matches;            // rows of claim_matches, the best first
};

class FlatClaims {
 public:
  explicit FlatClaims(RecordDocument& doc);
  uint32_t size() const { return claims_.size(); }
  FlatClaim operator[](uint32_t row) const;

  const View<layers::Quantities>& quantities() const { return quantities_; }
  const View<layers::Times>& times() const { return times_; }
  const View<layers::ClaimMatches>& matches() const { return matches_; }

 private:
  void add_source(uint32_t attribution, FlatClaim& claim) const;

  RecordDocument& doc_;
  View<layers::Sentences> sentences_;
  View<layers::Quantities> quantities_;
  View<layers::Times> times_;
  View<layers::Attributions> attributions_;
  View<layers::AttributionCues> cues_;
  View<layers::Speakers> speakers_;
  View<layers::Claims> claims_;
  View<layers::ClaimFacts> facts_;
  View<layers::ClaimClusters> clusters_;
  View<layers::ClaimMatches> matches_;
};

}  // namespace claimsift
