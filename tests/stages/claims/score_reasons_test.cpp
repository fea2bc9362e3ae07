// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/score_reasons.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <memory>

#include "stages/language/tags.hpp"
#include "tests/stages/claims/annotated.hpp"

namespace claimsift {
namespace {

const WordVectors& vectors() {
  static const WordVectors loaded("");
  return loaded;
}

/// A text with its features; it must outlive what is drawn from it.
struct Sample {
  explicit Sample(const std::string& text) : doc(text) {
    doc.basics().with<TagsStage>();
    input.emplace(FeatureInput{vectors(), doc.text(), doc.layer<layers::Tokens>(), doc.layer<layers::Tags>(),
                               doc.layer<layers::Quantities>(), doc.layer<layers::Times>()});
    span = {0, static_cast<uint32_t>(doc.text().size())};
    claim_features(*input, span, features);
  }
  std::vector<ScoreReason> reasons(const ClaimWeights& weights) const {
    return score_reasons(weights, *input, span, features);
  }
  Annotated doc;
  std::optional<FeatureInput> input;
  cs_span span;
  ClaimFeatures features;
};

double log_odds(double p) { return std::log(p / (1 - p)); }

TEST(ScoreReasons, AddUpToTheScore) {
  const ClaimScorer scorer("");
  for (const char* text : {"Unemployment fell to 4.5% in 1998, and we cut the $2 billion debt, she said.",
                           "Thank you!", "Is it not better than last year?"}) {
    const Sample sample(text);
    std::array<double, 2> sums{static_cast<double>(scorer.weights().bias[0]),
                               static_cast<double>(scorer.weights().bias[1])};
    for (const ScoreReason& reason : sample.reasons(scorer.weights()))
      for (size_t h = 0; h < sums.size(); ++h) sums[h] += reason.weight[h];
    const ClaimScores scores = scorer.score(sample.features);
    EXPECT_NEAR(sums[0], log_odds(scores.check_worthiness), 1e-4) << text;
    EXPECT_NEAR(sums[1], log_odds(scores.checkable), 1e-4) << text;
  }
}

/// Weights of which the tests set single ones; too large for the stack.
std::unique_ptr<ClaimWeights> no_weights() {
  auto weights = std::make_unique<ClaimWeights>();
  weights->scale = {0.5f, 0.5f};
  return weights;
}

TEST(ScoreReasons, NameWhatCarriesAWeightInWords) {
  const Sample sample("Rents rose and fell by $5, rose again.");
  const auto weights = no_weights();
  for (auto& row : weights->unigrams) row = {2, 0};
  for (auto& row : weights->bigrams) row = {0, 2};
  for (auto& count : weights->counts) count = {1, 1};
  std::map<std::string, std::array<double, 2>> by_name;
  for (const ScoreReason& reason : sample.reasons(*weights)) by_name[reason.feature] = reason.weight;
  const double token = 1 / std::sqrt(static_cast<double>(sample.features.unigrams.size()));
  EXPECT_NEAR(by_name.at("word \"fell\"")[0], token, 1e-6);
  EXPECT_NEAR(by_name.at("word \"rose\"")[0], 2 * token, 1e-6) << "it stands there twice";
  EXPECT_EQ(by_name.at("word \"rose\"")[1], 0);
  EXPECT_NEAR(by_name.at("begins with \"rents\"")[1], token, 1e-6);
  EXPECT_NEAR(by_name.at("words \"fell by\"")[1], token, 1e-6);
  EXPECT_NEAR(by_name.at("change: rose, fell, rose")[0], std::log(4.0), 1e-6);
  EXPECT_NEAR(by_name.at("number: money")[0], std::log(2.0), 1e-6);
  EXPECT_FALSE(by_name.contains("meaning (word vectors)")) << "its weights are 0";
  EXPECT_FALSE(by_name.contains("question mark")) << "there is none";
}

TEST(ScoreReasons, TheStrongestComeFirstAndTheRestIsAddedUp) {
  const auto weights = no_weights();
  weights->bias = {0.25f, -1.5f};
  const std::vector<ScoreReason> reasons{
      {"a", {0.1, 0}}, {"b", {-3, 0}}, {"c", {2, 0}}, {"d", {0.3, 4}}, {"e", {-0.1, 0}}};
  const std::vector<RankedReason> ranked = strongest_reasons(*weights, reasons, 0, 2);
  ASSERT_EQ(ranked.size(), 4u);
  EXPECT_EQ(ranked[0].feature, "b");
  EXPECT_EQ(ranked[1].feature, "c");
  EXPECT_EQ(ranked[2].feature, "3 other features");
  EXPECT_NEAR(ranked[2].weight, 0.3, 1e-12);
  EXPECT_EQ(ranked[3].feature, "before any feature");
  EXPECT_EQ(ranked[3].weight, 0.25);
  const std::vector<RankedReason> all = strongest_reasons(*weights, reasons, 1, 5);
  EXPECT_EQ(all.size(), 6u) << "no rest, the start";
  EXPECT_EQ(all.front().feature, "d");
}

}  // namespace
}  // namespace claimsift
