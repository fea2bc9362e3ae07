// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/types.hpp"

#include "stages/claims/lexicon.hpp"
#include "stages/claims/type_cues.hpp"
#include "tests/stages/claims/annotated.hpp"

namespace claimsift {
namespace {

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

/// The types of a sentence by its words alone.
uint32_t types_of(std::string text, bool attributed = false) {
  Annotated doc(std::move(text));
  doc.basics();
  const auto tokens = doc.layer<layers::Tokens>();
  ClaimTraits t;
  for (uint32_t i = 0; i < tokens.size(); ++i)
    t.classes |= word_classes(tokens.get<"hash">(i), doc.text(tokens.span(i)));
  t.cues = type_cues(doc.text(), tokens, 0, tokens.size());
  t.attributed = attributed;
  return claim_types(t);
}
bool says(std::string text, std::string_view type, bool attributed = false) {
  return (types_of(std::move(text), attributed) & claim_type(type)) != 0;
}

TEST(ClaimTypes, CausesAreSaidByWordsAndPhrases) {
  EXPECT_TRUE(says("Prices fell because of rain", "causal"));
  EXPECT_TRUE(says("The spill led to a ban", "causal"));
  EXPECT_TRUE(says("The drug prevents fever", "causal"));
  EXPECT_FALSE(says("A crew led by Reed left", "causal"));
  EXPECT_FALSE(says("It has been shut since May, so far", "causal"));
  EXPECT_FALSE(says("Norland is the leading producer", "causal"));
}

TEST(ClaimTypes, APositionIsWhatSomebodyWants) {
  EXPECT_TRUE(says("The party opposes the tax", "position"));
  EXPECT_TRUE(says("The town should pay", "position", true));
  EXPECT_FALSE(says("The roof must be dry", "position"));
  EXPECT_FALSE(says("A permit is needed", "position", true));
  EXPECT_FALSE(says("She voted on Monday", "position"));
}

TEST(ClaimTypes, AnAmountNeedsNoNumber) {
  EXPECT_TRUE(says("Income has increased", "quantity"));
  EXPECT_TRUE(says("A majority of voters agreed", "quantity"));
  EXPECT_FALSE(says("Senate Minority Leader Reed left", "quantity")) << "a title";
}

TEST(ClaimTypes, WordsSayTheRest) {
  EXPECT_TRUE(says("It will cost more", "prediction"));
  EXPECT_TRUE(says("It is higher than before", "comparison"));
  EXPECT_TRUE(says("The law bans it", "law_or_rule"));
  EXPECT_TRUE(says("The mill was sold", "event_or_property"));
}

TEST(ClaimTypes, ComparisonsNeedSomethingToCompareWith) {
  EXPECT_TRUE(says("That is twice the amount", "comparison"));
  EXPECT_TRUE(says("She earns less than a driver", "comparison"));
  EXPECT_FALSE(says("They meet twice a year", "comparison"));
  EXPECT_FALSE(says("The drive takes more than an hour", "comparison")) << "a bound";
}

TEST(ClaimTypes, RecordsAndIntervals) {
  EXPECT_TRUE(says("It was the strongest storm since 1987", "record"));
  EXPECT_FALSE(says("It fell last year", "record"));
  ClaimTraits t;
  t.cues = type_cue::between;
  t.dates = 2;
  EXPECT_TRUE(has(t, "interval"));
}

TEST(ClaimTypes, TheFutureIsNoEvent) { EXPECT_FALSE(says("It will be sold", "event_or_property")); }

TEST(ClaimTypes, AreNeverEmpty) {
  ClaimTraits heading;
  heading.finite = false;
  EXPECT_EQ(claim_types(heading), claim_type("other"));
}

TEST(ClaimTypes, EveryNameHasItsBit) {
  uint32_t all = 0;
  for (const char* name : kClaimTypes) all |= claim_type(name);
  EXPECT_EQ(all, (1u << std::size(kClaimTypes)) - 1);
  EXPECT_EQ(claim_type("nonsense"), 0u);
}

}  // namespace
}  // namespace claimsift
