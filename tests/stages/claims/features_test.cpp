// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/features.hpp"

#include "stages/claims/scorer.hpp"
#include "stages/language/tags.hpp"
#include "tests/stages/claims/annotated.hpp"

namespace claimsift {
namespace {

const WordVectors& vectors() {
  static const WordVectors loaded("");
  return loaded;
}

ClaimFeatures features(const std::string& text) {
  Annotated doc(text);
  doc.basics().with<TagsStage>();
  ClaimFeatures f;
  claim_features({vectors(), doc.text(), doc.layer<layers::Tokens>(), doc.layer<layers::Tags>(),
                  doc.layer<layers::Quantities>(), doc.layer<layers::Times>()},
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
  const FeatureInput input{vectors(),
                           doc.text(),
                           doc.layer<layers::Tokens>(),
                           doc.layer<layers::Tags>(),
                           doc.layer<layers::Quantities>(),
                           doc.layer<layers::Times>()};
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

TEST(ClaimFeaturesOf, VerbsAndNounsHaveVectorsOfTheirOwn) {
  constexpr size_t n = WordVectors::kDimensions;
  const auto pool = [](const ClaimFeatures& f, WordPool which) {
    return f.vector[static_cast<size_t>(which) * n + 1];
  };
  const ClaimFeatures f = features("The company closed two mills.");
  EXPECT_NE(pool(f, WordPool::verbs), 0);
  EXPECT_NE(pool(f, WordPool::nouns), pool(f, WordPool::verbs));
  EXPECT_NE(pool(f, WordPool::opening), pool(f, WordPool::mean)) << "only the first four tokens open";
  EXPECT_EQ(pool(features("The company"), WordPool::verbs), 0);
}

TEST(ClaimFeaturesOf, TenseAndSubjectMakeAnotherVerb) {
  const auto verbs = [](const char* text) { return features(text).verbs; };
  EXPECT_EQ(verbs("He cut taxes."), verbs("He cut wages.")) << "what follows is not part of it";
  EXPECT_NE(verbs("He cut taxes."), verbs("They cut taxes."));
  EXPECT_NE(verbs("We will cut taxes."), verbs("We cut taxes."));
  EXPECT_NE(verbs("We hope that he cut taxes."), verbs("We hope and he cut taxes."))
      << "a clause below another";
  EXPECT_FALSE(verbs("Two rivers and a bridge.").empty()) << "no verb is a pattern, too";
}

TEST(ClaimFeaturesOf, WithoutTagsThereAreNoVerbs) {
  Annotated doc("The company closed two mills.");
  doc.basics();
  ClaimFeatures f;
  claim_features({vectors(),
                  doc.text(),
                  doc.layer<layers::Tokens>(),
                  {},
                  doc.layer<layers::Quantities>(),
                  doc.layer<layers::Times>()},
                 {0, static_cast<uint32_t>(doc.text().size())}, f);
  EXPECT_TRUE(f.verbs.empty());
  EXPECT_FALSE(f.unigrams.empty());
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

TEST(ClaimScorerTest, KnowsStatementsOfOtherFieldsThanDebates) {
  const ClaimScorer scorer("");
  const auto worth = [&](const char* text) { return scorer.score(features(text)).check_worthiness; };
  EXPECT_GT(worth("Chewing willow bark cures pneumonia."), 0.3);
  EXPECT_GT(worth("The fungus spreads from person to person."), 0.3);
  EXPECT_LT(worth("Rinse the rice before you cook it."), 0.3);
  EXPECT_LT(worth("It was a lovely evening by the sea."), 0.3);
}

TEST(ClaimScorerTest, RefusesAModelThatIsNone) {
  EXPECT_THROW(ClaimScorer("/nowhere/claims.model"), std::runtime_error);
}

}  // namespace
}  // namespace claimsift
