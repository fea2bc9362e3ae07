// SPDX-License-Identifier: Apache-2.0
#include "stages/write/flat_claims.hpp"

namespace claimsift {

FlatClaims::FlatClaims(RecordDocument& doc)
    : doc_(doc),
      sentences_(doc.read<layers::Sentences>()),
      quantities_(doc.read<layers::Quantities>()),
      times_(doc.read<layers::Times>()),
      attributions_(doc.read<layers::Attributions>()),
      cues_(doc.read<layers::AttributionCues>()),
      speakers_(doc.read<layers::Speakers>()),
      claims_(doc.read<layers::Claims>()),
      facts_(doc.read<layers::ClaimFacts>()),
      clusters_(doc.read<layers::ClaimClusters>()),
      matches_(doc.read<layers::ClaimMatches>()) {}

void FlatClaims::add_source(uint32_t attribution, FlatClaim& claim) const {
  if (is_null(attribution) || !attributions_.present()) return;
  if (speakers_.present()) {
    claim.speaker = speakers_.get<"name">(attribution);
    claim.role = speakers_.get<"role">(attribution);
  }
  claim.attribution_kind = choice_name(attributions_.get<"kind">(attribution));
  const auto [first, last] = cues_.children(attribution);
  for (uint32_t i = first; i < last; ++i) {
    if (!claim.cue.empty()) claim.cue += ' ';
    claim.cue += doc_.text(cues_.span(i));
  }
}

FlatClaim FlatClaims::operator[](uint32_t row) const {
  FlatClaim claim;
  claim.span = claims_.span(row);
  claim.id = claims_.get<"id">(row);
  claim.text = doc_.text(claim.span);
  claim.standalone = claims_.get<"standalone">(row);
  claim.negated = claims_.get<"negated">(row) == 1;
  claim.hedged = claims_.get<"hedged">(row) == 1;
  claim.checkable = claims_.get<"checkable">(row);
  claim.check_worthiness = claims_.get<"check_worthiness">(row);
  if (const uint32_t s = claims_.get<"sentence">(row); !is_null(s) && sentences_.present()) {
    claim.sentence = doc_.text(sentences_.span(s));
    if (s > 0 && sentences_.get<"paragraph">(s - 1) == sentences_.get<"paragraph">(s))
      claim.context = doc_.text(sentences_.span(s - 1));
  }
  const uint32_t types = claims_.get<"types">(row);
  for (uint32_t bit = 0; !is_null(types) && bit < std::size(kClaimTypes); ++bit)
    if (types >> bit & 1u) claim.types += (claim.types.empty() ? "" : ",") + std::string(kClaimTypes[bit]);
  add_source(claims_.get<"attribution">(row), claim);
  const auto [first, last] = facts_.children(row);
  for (uint32_t i = first; i < last; ++i) {
    if (const uint32_t q = facts_.get<"quantity">(i); !is_null(q)) claim.quantities.push_back(q);
    if (const uint32_t t = facts_.get<"time">(i); !is_null(t)) claim.times.push_back(t);
  }
  claim.cluster = clusters_.present() ? clusters_.get<"cluster">(row) : claim.id;
  for (auto [match, end] = matches_.children(row); match < end; ++match) claim.matches.push_back(match);
  return claim;
}

}  // namespace claimsift
