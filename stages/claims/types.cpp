// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/types.hpp"

#include "stages/claims/lexicon.hpp"
#include "stages/claims/type_cues.hpp"

namespace claimsift {

uint32_t claim_types(const ClaimTraits& t) {
  const auto cue = [&](uint32_t cues) { return (t.cues & cues) != 0; };
  const auto bit = [](QuantityKind k) { return 1u << static_cast<uint32_t>(k); };
  uint32_t types = 0;
  const uint32_t counted = ~bit(QuantityKind::ordinal);  // "the first meeting" counts nothing
  if ((t.quantities & counted) || cue(type_cue::amount)) types |= claim_type("quantity");
  if (t.interval || (cue(type_cue::between) && t.dates > 1)) types |= claim_type("interval");
  if (t.times & (1u << static_cast<uint32_t>(TimeType::date) | 1u << static_cast<uint32_t>(TimeType::time)))
    types |= claim_type("temporal");
  if (cue(type_cue::compare)) types |= claim_type("comparison");
  if (cue(type_cue::cause)) types |= claim_type("causal");
  const bool coming = cue(type_cue::coming) || (cue(type_cue::would) && t.attributed);
  if (coming) types |= claim_type("prediction");
  if (cue(type_cue::extreme)) types |= claim_type("record");
  if (cue(type_cue::rule) || (cue(type_cue::ought) && !t.attributed)) types |= claim_type("law_or_rule");
  if (cue(type_cue::stance) || (cue(type_cue::ought) && t.attributed)) types |= claim_type("position");
  if (t.said) types |= claim_type("quote");
  // What is, was or happened: not what is to come, is wanted or ought to be.
  const bool wanted = (types & claim_type("position")) &&
                      !(types & (claim_type("quantity") | claim_type("temporal") | claim_type("causal")));
  const bool open = coming || cue(type_cue::ought) || wanted;
  if (t.finite && !open) types |= claim_type("event_or_property");
  return types ? types : claim_type("other");
}

}  // namespace claimsift
