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

TEST(ClaimRelationsStage, AFigureIsDeniedBesideTheOwnOne) {
  Annotated doc(
      "The port handled 4.2 million tons of cargo. It employs 380 people. The sea was calm. \n\nBut dockers "
      "say the "
      "figure is too high and they counted 3.9 million tons.");
  doc.attribution("dockers", "the figure is too high and they counted 3.9 million tons");
  EXPECT_EQ(relations(doc), (Relations{"disputed_by 0>3", "disputes 3>0"})) << "of tons, not of people";
}

TEST(ClaimRelationsStage, AnElidedCountDisputesWhatItDiminishes) {
  Annotated doc("Reed said the state had hired 1,200 teachers. Hale said only 700 were hired.");
  doc.attribution("Reed", "the state had hired 1,200 teachers").attribution("Hale", "only 700 were hired");
  EXPECT_EQ(relations(doc), (Relations{"disputed_by 0>1", "disputes 1>0"}));
  Annotated other("Reed said the state had hired 1,200 teachers. Hale said only 700 came to the fair.");
  other.attribution("Reed", "the state had hired 1,200 teachers")
      .attribution("Hale", "only 700 came to the fair");
  EXPECT_EQ(relations(other), Relations{}) << "nothing is said of teachers who were hired";
}

TEST(ClaimRelationsStage, TheOppositeInTheSameWordsDisputes) {
  Annotated doc(
      "Farmers say the council ignored three warnings. Rain fell for days. Nobody warned us, Lise Dahl "
      "said.");
  doc.attribution("Farmers", "the council ignored three warnings")
      .attribution("Lise Dahl", "Nobody warned us");
  EXPECT_EQ(relations(doc), (Relations{"disputed_by 0>2", "disputes 2>0"}));
  Annotated flipped(
      "Anna Berg said rents in the old harbour rose. Tom Reed said rents in the old harbour fell.");
  flipped.attribution("Anna Berg", "rents in the old harbour rose")
      .attribution("Tom Reed", "rents in the old harbour fell");
  EXPECT_EQ(relations(flipped), (Relations{"disputed_by 0>1", "disputes 1>0"}));
}

TEST(ClaimRelationsStage, ANegationOfSomethingElseDisputesNothing) {
  Annotated doc(
      "Anna Berg said the mill in Arvo was sold. Tom Reed said the mill in Arvo was not insured when it was "
      "sold.");
  doc.attribution("Anna Berg", "the mill in Arvo was sold")
      .attribution("Tom Reed", "the mill in Arvo was not insured when it was sold");
  EXPECT_EQ(relations(doc), Relations{});
}

TEST(ClaimRelationsStage, WhatADenierIsSaidToDenyIsDisputed) {
  Annotated doc("Police say Tom Reed took the money. He denied that he took the money.");
  doc.attribution("Police", "Tom Reed took the money");
  doc.add<layers::Attributions>(doc.at("He denied that he took the money"))
      .set<"cue_class">(CueClass::statement)
      .set<"kind">(AttributionKind::indirect);
  doc.add<layers::AttributionSources>(doc.at("He")).set<"of">(1u);
  doc.add<layers::AttributionCues>(doc.at("denied")).set<"of">(1u);
  doc.add<layers::AttributionContents>(doc.at("he took the money")).set<"of">(1u);
  EXPECT_EQ(relations(doc), (Relations{"disputed_by 0>1", "disputes 1>0"}));
}

TEST(ClaimRelationsStage, TheLaterDateUpdates) {
  Annotated doc("The deficit fell to 2.1 percent in 2023. It was 3.4 percent in 2022.");
  doc.time("2023", TimeType::date, "2023").time("2022", TimeType::date, "2022");
  EXPECT_EQ(relations(doc), (Relations{"updates 0>1"}));
}

TEST(ClaimRelationsStage, OnlyTheSameStatementRestates) {
  Annotated doc(
      "Anna Berg passed three background checks before the job. The weather was fine. Berg passed three "
      "background "
      "checks. Later three background checks were abolished in Arvo.");
  EXPECT_EQ(relations(doc), (Relations{"restates 2>0"}));
}

TEST(ClaimRelationsStage, DenialsInTheirForms) {
  for (const char* denial : {"That is not true", "It isn't the case", "The firm rejected the claims",
                             "The firm dismissed these allegations as gossip", "It was a lie"}) {
    Annotated doc("Anna Berg said the mill was sold. " + std::string(denial) + ", Tom Reed said.");
    doc.attribution("Anna Berg", "the mill was sold").attribution("Tom Reed", denial);
    EXPECT_EQ(relations(doc), (Relations{"disputed_by 0>1", "disputes 1>0"})) << denial;
  }
}

TEST(ClaimRelationsStage, APersonDeniesNothingByBeingWrongAboutThings) {
  Annotated doc("The mill was sold. It is a good thing. She denied the charges.");
  EXPECT_EQ(relations(doc), Relations{});
}

}  // namespace
}  // namespace claimsift
