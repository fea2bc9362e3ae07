// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/claim_relations.hpp"

#include "stages/claims/claims.hpp"
#include "tests/stages/claims/annotated.hpp"

namespace claimsift {
namespace {

/// "disputes 1>0" for each relation.
std::vector<std::string> relations(Annotated& doc) {
  doc.basics().with<Claims>().with<ClaimRelations>();
  const auto rows = doc.layer<layers::ClaimRelations>();
  std::vector<std::string> all;
  for (uint32_t i = 0; i < rows.size(); ++i)
    all.push_back(std::string(choice_name(rows.get<"type">(i))) + " " + std::to_string(rows.get<"of">(i)) +
                  ">" + std::to_string(rows.get<"to">(i)));
  return all;
}

using Relations = std::vector<std::string>;

TEST(ClaimRelationsStage, ARatioInAContrastDisputes) {
  Annotated doc(
      "Brekke said the neighbour owed Norland for past harbour aid totalling \"$48 million,\" but economists "
      "say that's three times the actual amount.");
  doc.attribution("Brekke", "the neighbour owed Norland for past harbour aid totalling \"$48 million,\"");
  doc.attribution("economists", "that's three times the actual amount");
  EXPECT_EQ(relations(doc), (Relations{"disputed_by 0>1", "disputes 1>0"}));
}

TEST(ClaimRelationsStage, WithoutAContrastNothingIsDisputed) {
  Annotated doc("The grant was $48 million. That is three times the amount of the first one.");
  for (const std::string& relation : relations(doc))
    EXPECT_EQ(relation.find("disput"), std::string::npos) << relation;
}

TEST(ClaimRelationsStage, UnrelatedNumbersAreUnrelated) {
  Annotated doc("The bridge cost $9 million. Some 400 people came to the fair.");
  EXPECT_EQ(relations(doc), Relations{});
}

TEST(ClaimRelationsStage, ADenialDisputesTheClaimBefore) {
  Annotated doc("Some claim that the mill was sold. That is false, says Nora Field.");
  doc.attribution("Some", "the mill was sold").attribution("Nora Field", "That is false");
  EXPECT_EQ(relations(doc), (Relations{"disputed_by 0>1", "disputes 1>0"}));
  Annotated denied("Farmers say the council ignored the warning. The council denies that.");
  denied.attribution("Farmers", "the council ignored the warning");
  EXPECT_EQ(relations(denied), (Relations{"disputed_by 0>1", "disputes 1>0"}));
}

TEST(ClaimRelationsStage, AFigureThatIsTooHighDisputesTheLastFigure) {
  Annotated doc("The port handled 4 million tons. Its crane is red. The figure is too high, dockers say.");
  doc.attribution("dockers", "The figure is too high");
  EXPECT_EQ(relations(doc), (Relations{"disputed_by 0>2", "disputes 2>0"}));
}

TEST(ClaimRelationsStage, TwoVoicesThatCountTheSameThingDispute) {
  Annotated doc("Eide said the treaty would cost 2,000 jobs. In fact, the union said 300 jobs were lost.");
  doc.attribution("Eide", "the treaty would cost 2,000 jobs").attribution("the union", "300 jobs were lost");
  EXPECT_EQ(relations(doc), (Relations{"disputed_by 0>1", "disputes 1>0"}));
}

TEST(ClaimRelationsStage, APersonDeniesNothingByBeingWrongAboutThings) {
  Annotated doc("The mill was sold. It is a good thing. She denied the charges.");
  EXPECT_EQ(relations(doc), Relations{});
}

}  // namespace
}  // namespace claimsift
