// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/claims.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/stages/claims/annotated.hpp"

namespace claimsift {
namespace {

constexpr const char* kText =
    "The council spent $4.5 million on roads in 2023. Thank you all. The mayor said repairs might not cost "
    "more than 3%.";

TEST(ClaimsStage, FillsEveryColumn) {
  Annotated doc(kText);
  doc.time("2023", TimeType::date, "2023").attribution("The mayor", "repairs might not cost more than 3%");
  doc.basics().with<Claims>();
  const auto claims = doc.layer<layers::Claims>();
  ASSERT_EQ(claims.size(), 3u);
  EXPECT_EQ(claims.get<"sentence">(0), 0u);
  EXPECT_TRUE(is_null(claims.get<"attribution">(0)));
  EXPECT_EQ(claims.get<"attribution">(2), 0u);
  EXPECT_EQ(claims.get<"standalone">(0), "The council spent $4.5 million on roads in 2023.");
  EXPECT_EQ(claims.get<"negated">(2), 1);
  EXPECT_EQ(claims.get<"hedged">(2), 1);
  EXPECT_EQ(claims.get<"hedged">(0), 0);
  EXPECT_GT(claims.get<"check_worthiness">(0), claims.get<"check_worthiness">(1));
  EXPECT_TRUE(claims.get<"types">(0) & claim_type("quantity"));
  const auto facts = doc.layer<layers::ClaimFacts>();
  const auto [first, last] = facts.children(0);
  ASSERT_EQ(last - first, 2u);
  EXPECT_EQ(facts.get<"quantity">(first), 0u);
  EXPECT_EQ(facts.get<"time">(first + 1), 0u);
}

TEST(ClaimsStage, IdsAreStableAndTellClaimsApart) {
  std::vector<std::string> ids;
  for (int round = 0; round < 2; ++round) {
    Annotated doc(kText);
    doc.basics().with<Claims>();
    const auto claims = doc.layer<layers::Claims>();
    for (uint32_t i = 0; i < claims.size(); ++i) ids.emplace_back(claims.get<"id">(i));
  }
  const size_t half = ids.size() / 2;
  EXPECT_EQ(std::vector(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(half)),
            std::vector(ids.begin() + static_cast<std::ptrdiff_t>(half), ids.end()));
  EXPECT_NE(ids[0], ids[1]);
  EXPECT_THAT(ids[0], testing::MatchesRegex("c[0-9a-f]+"));
}

TEST(ClaimsStage, ExplainsScoresWhenAsked) {
  Annotated plain(kText), asked(kText);
  plain.basics().with<Claims>();
  EXPECT_EQ(plain.layer<layers::ClaimReasons>().size(), 0u);
  asked.basics().with<Claims>({{"explain", "3"}});
  const auto claims = asked.layer<layers::Claims>();
  const auto reasons = asked.layer<layers::ClaimReasons>();
  for (uint32_t claim = 0; claim < claims.size(); ++claim) {
    const auto [first, last] = reasons.children(claim);
    ASSERT_EQ(last - first, 2u * (3 + 2)) << "three features, the others and the start, of two scores";
    double sum = 0;
    for (uint32_t row = first; row < first + 5; ++row) {
      EXPECT_EQ(reasons.get<"score">(row), ClaimScore::check_worthiness);
      sum += reasons.get<"weight">(row);
    }
    EXPECT_NEAR(1 / (1 + std::exp(-sum)), claims.get<"check_worthiness">(claim), 1e-3);
    EXPECT_GE(std::abs(reasons.get<"weight">(first)), std::abs(reasons.get<"weight">(first + 1)));
    EXPECT_EQ(reasons.get<"score">(first + 5), ClaimScore::checkable);
  }
}

TEST(ClaimsStage, LeavesOutWhatIsNotWorthIt) {
  Annotated doc(kText);
  doc.basics().with<Claims>({{"min_check_worthiness", "0.5"}});
  const auto claims = doc.layer<layers::Claims>();
  for (uint32_t i = 0; i < claims.size(); ++i) EXPECT_GE(claims.get<"check_worthiness">(i), 0.5);
  EXPECT_GE(claims.size(), 1u);
  EXPECT_LT(claims.size(), 3u);
}

TEST(ClaimsStage, WorksOnHostileTexts) {
  for (const std::string& text : {std::string(20000, '"'), std::string("?"), std::string(5000, '\n'),
                                  std::string(3000, '$') + "1,1,1"}) {
    Annotated doc(text);
    doc.basics().with<Claims>();
    EXPECT_TRUE(doc.layer<layers::Claims>().present());
  }
}

}  // namespace
}  // namespace claimsift
