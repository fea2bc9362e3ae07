// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/features.hpp"

#include "stages/claims/scorer.hpp"
#include "tests/stages/claims/annotated.hpp"

namespace claimsift {
namespace {

const WordVectors& vectors() {
  static const WordVectors loaded("");
  return loaded;
}

ClaimFeatures features(const std::string& text) {
  Annotated doc(text);
  doc.basics();
  ClaimFeatures f;
  claim_features({vectors(), doc.text(), doc.layer<layers::Tokens>(), doc.layer<layers::Quantities>(),
                  doc.layer<layers::Times>()},
                 {0, static_cast<uint32_t>(doc.text().size())}, f);
  return f;
}
float count(const ClaimFeatures& f, Count c) {
  return f.counts[static_cast<size_t>(word_class::count) + static_cast<size_t>(c)];
}

TEST(ClaimFeaturesOf, CaseAndTheValueOfNumbersDoNotMatter) {
  EXPECT_EQ(features("Taxes rose 47 times").unigrams, features("taxes ROSE 48 times").unigrams);
  EXPECT_NE(features("Taxes rose 47 times").unigrams, features("taxes rose 1998 times").unigrams)
      << "a year is another thing";
}

TEST(ClaimFeaturesOf, CountQuantitiesNamesAndQuestions) {
  const ClaimFeatures f = features("Did Norland pay $5 million in Port Adair?");
  EXPECT_GT(count(f, Count::money), 0);
  EXPECT_GT(count(f, Count::names), 0);
  EXPECT_GT(count(f, Count::question_mark), 0);
  EXPECT_EQ(count(f, Count::percent), 0);
  EXPECT_EQ(count(f, Count::short_span), 0);
}

TEST(ClaimFeaturesOf, ASpanSeesItsTokensAlone) {
  Annotated doc("Nobody came. Sales fell 5%.");
  doc.basics();
  ClaimFeatures part, whole;
  const FeatureInput input{vectors(), doc.text(), doc.layer<layers::Tokens>(),
                           doc.layer<layers::Quantities>(), doc.layer<layers::Times>()};
  claim_features(input, doc.at("Nobody came."), part);
  EXPECT_EQ(part.unigrams.size(), 3u);
  EXPECT_EQ(count(part, Count::percent), 0);
}

TEST(ClaimFeaturesOf, PoolTheWordsVectors) {
  const ClaimFeatures one = features("river"), two = features("river river"), other = features("river bank");
  constexpr size_t n = WordVectors::kDimensions;
  EXPECT_NE(one.vector[0], 0);
  EXPECT_FLOAT_EQ(one.vector[0], one.vector[n]) << "mean and maximum of one word are the word";
  EXPECT_FLOAT_EQ(two.vector[5], one.vector[5]);
  EXPECT_GE(other.vector[n + 3], one.vector[n + 3]);
  EXPECT_EQ(features("zzxqj").vector[0], 0);
}

TEST(ClaimScorerTest, PutsNumbersAboveGreetings) {
  const ClaimScorer scorer("");
  const ClaimScores claim =
      scorer.score(features("Unemployment fell to 4.5 percent and 300,000 jobs were created last year."));
  const ClaimScores greeting =
      scorer.score(features("Thank you very much, it is wonderful to be here with you all."));
  EXPECT_GT(claim.check_worthiness, 0.6);
  EXPECT_LT(greeting.check_worthiness, 0.1);
  EXPECT_GE(claim.checkable, claim.check_worthiness - 0.2) << "what is worth a check can be checked";
}

TEST(ClaimScorerTest, RefusesAModelThatIsNone) {
  EXPECT_THROW(ClaimScorer("/nowhere/claims.model"), std::runtime_error);
}

}  // namespace
}  // namespace claimsift
