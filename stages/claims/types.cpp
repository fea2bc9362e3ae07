// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/types.hpp"

#include "stages/claims/lexicon.hpp"

namespace claimsift {

uint32_t claim_types(const ClaimTraits& t) {
  const auto has = [&](uint32_t classes) { return (t.classes & classes) != 0; };
  const auto kind = [&](QuantityKind k) { return (t.quantities >> static_cast<uint32_t>(k) & 1u) != 0; };
  uint32_t types = 0;
  if (t.quantities & ~(1u << static_cast<uint32_t>(QuantityKind::ordinal))) types |= claim_type("quantity");
  if (t.interval) types |= claim_type("interval");
  if (t.times & (1u << static_cast<uint32_t>(TimeType::date) | 1u << static_cast<uint32_t>(TimeType::time)))
    types |= claim_type("temporal");
  if (has(word_class::comparison) || t.relative || kind(QuantityKind::ratio))
    types |= claim_type("comparison");
  if (has(word_class::causal)) types |= claim_type("causal");
  if (has(word_class::future)) types |= claim_type("prediction");
  if (has(word_class::superlative) && (types & (claim_type("quantity") | claim_type("temporal"))))
    types |= claim_type("record");
  if (has(word_class::law | word_class::deontic)) types |= claim_type("law_or_rule");
  if (has(word_class::stance | word_class::vote) || (has(word_class::deontic) && t.attributed))
    types |= claim_type("position");
  if (t.said) types |= claim_type("quote");
  const bool happened =
      has(word_class::trend | word_class::vote | word_class::copula | word_class::auxiliary);
  if (happened && !has(word_class::future)) types |= claim_type("event_or_property");
  return types ? types : claim_type("other");
}

}  // namespace claimsift
