// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/types.hpp"

#include <gtest/gtest.h>

#include "stages/claims/lexicon.hpp"
#include "stages/text/words.hpp"

namespace claimsift {
namespace {

uint32_t classes(std::initializer_list<std::string_view> words) {
  uint32_t all = 0;
  for (const std::string_view w : words) all |= word_classes(word_hash(w), w);
  return all;
}
bool has(const ClaimTraits& traits, std::string_view type) {
  return (claim_types(traits) & claim_type(type)) != 0;
}

TEST(ClaimTypes, QuantitiesMakeQuantityClaims) {
  ClaimTraits t;
  t.quantities = 1u << static_cast<uint32_t>(QuantityKind::money);
  EXPECT_TRUE(has(t, "quantity"));
  t.quantities = 1u << static_cast<uint32_t>(QuantityKind::ordinal);
  EXPECT_FALSE(has(t, "quantity")) << "\"the first meeting\" counts nothing";
}

TEST(ClaimTypes, WordsSayTheRest) {
  EXPECT_TRUE(has({.classes = classes({"prices", "fell", "because", "of", "rain"})}, "causal"));
  EXPECT_TRUE(has({.classes = classes({"it", "will", "cost", "more"})}, "prediction"));
  EXPECT_TRUE(has({.classes = classes({"higher", "than", "before"})}, "comparison"));
  EXPECT_TRUE(has({.classes = classes({"the", "law", "bans", "it"})}, "law_or_rule"));
  EXPECT_TRUE(has({.classes = classes({"she", "voted", "against"})}, "position"));
  EXPECT_TRUE(has({.classes = classes({"the", "mill", "was", "sold"})}, "event_or_property"));
}

TEST(ClaimTypes, ARatioIsAComparison) {
  ClaimTraits t;
  t.quantities = 1u << static_cast<uint32_t>(QuantityKind::ratio);
  EXPECT_TRUE(has(t, "comparison"));
}

TEST(ClaimTypes, TheFutureIsNoEvent) {
  EXPECT_FALSE(has({.classes = classes({"it", "will", "be", "sold"})}, "event_or_property"));
}

TEST(ClaimTypes, AreNeverEmpty) { EXPECT_EQ(claim_types({}), claim_type("other")); }

TEST(ClaimTypes, EveryNameHasItsBit) {
  uint32_t all = 0;
  for (const char* name : kClaimTypes) all |= claim_type(name);
  EXPECT_EQ(all, (1u << std::size(kClaimTypes)) - 1);
  EXPECT_EQ(claim_type("nonsense"), 0u);
}

}  // namespace
}  // namespace claimsift
