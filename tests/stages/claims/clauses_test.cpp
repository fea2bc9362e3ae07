// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/clauses.hpp"

#include "stages/claims/candidates.hpp"
#include "stages/language/syntax.hpp"
#include "stages/language/tags.hpp"
#include "tests/stages/claims/annotated.hpp"

namespace claimsift {
namespace {

using Texts = std::vector<std::string>;

/// The candidates of a parsed document, as they stand in the text.
std::vector<Candidate> candidates(Annotated& doc) {
  doc.basics().with<TagsStage>().with<SyntaxStage>();
  return find_candidates({doc.text(), doc.layer<layers::Header>(), doc.layer<layers::Sentences>(),
                          doc.layer<layers::Tokens>(), doc.layer<layers::Quantities>(),
                          doc.layer<layers::Times>(), doc.layer<layers::Attributions>(),
                          doc.layer<layers::AttributionSources>(), doc.layer<layers::AttributionContents>(),
                          doc.layer<layers::Tags>(), doc.layer<layers::Syntax>()});
}
Texts texts(Annotated& doc) {
  Texts found;
  for (const Candidate& c : candidates(doc)) found.emplace_back(doc.text(c.span));
  return found;
}
Texts texts(std::string text) {
  Annotated doc(std::move(text));
  return texts(doc);
}

TEST(Clauses, PredicatesWithSubjectsOfTheirOwnAreTwoClaims) {
  EXPECT_EQ(texts("Sales rose 3% to $5 million and its profits fell by a tenth."),
            (Texts{"Sales rose 3% to $5 million", "its profits fell by a tenth"}));
}

TEST(Clauses, ASharedSubjectIsRemembered) {
  Annotated doc("The council cut its wages and raised the local tax by 2 percent.");
  const std::vector<Candidate> found = candidates(doc);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(doc.text(found[1].span), "raised the local tax by 2 percent");
  EXPECT_EQ(found[1].form, ClauseForm::shares_subject);
  EXPECT_EQ(doc.text(found[1].subject), "The council");
}

TEST(Clauses, OneAssertionStaysOne) {
  EXPECT_EQ(texts("The fund grew and shrank. Output rose 3% to 5 million tons in May."),
            (Texts{"The fund grew and shrank", "Output rose 3% to 5 million tons in May"}));
}

TEST(Clauses, RelativeClausesBehindACommaAreClaims) {
  Annotated doc("The mill, which opened in 1898, has 40 workers.");
  const std::vector<Candidate> found = candidates(doc);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(doc.text(found[1].span), "which opened in 1898");
  EXPECT_EQ(doc.text(found[1].subject), "The mill");
  ASSERT_EQ(found[0].asides.size(), 1u);
  EXPECT_EQ(doc.text(found[0].asides[0]), ", which opened in 1898, ");
}

TEST(Clauses, ARelativeClauseAtTheEndLeavesItsSentence) {
  EXPECT_EQ(texts("The firm hired Lindham Works, which makes 300 boats a year."),
            (Texts{"The firm hired Lindham Works", "which makes 300 boats a year"}));
}

TEST(Clauses, RestrictiveClausesStay) {
  EXPECT_EQ(texts("The man who ran the mill sold his house."),
            (Texts{"The man who ran the mill sold his house"}));
}

TEST(Clauses, AppositionsThatStateAFactAreClaims) {
  Annotated doc("Nora Lind, a 39-year-old nurse, said the clinic had closed two wards.");
  doc.attribution("Nora Lind, a 39-year-old nurse,", "the clinic had closed two wards");
  const std::vector<Candidate> found = candidates(doc);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(doc.text(found[0].span), "Nora Lind, a 39-year-old nurse");
  EXPECT_EQ(found[0].form, ClauseForm::apposition);
  EXPECT_EQ(doc.text(found[1].span), "the clinic had closed two wards");
}

TEST(Clauses, WhatARumourSaysIsAClaim) {
  EXPECT_EQ(texts("The mayor denied the rumour that the mill was sold."),
            (Texts{"The mayor denied the rumour that the mill was sold", "the mill was sold"}));
}

TEST(Clauses, AContentWithoutAVerbTakesItsClause) {
  Annotated doc("Reed described the plan as a first step.");
  doc.attribution("Reed", "a first step");
  EXPECT_EQ(texts(doc), (Texts{"Reed described the plan as a first step"}));
}

TEST(Clauses, TwoHalvesOfAQuotationAreOneClaim) {
  Annotated doc("\"The new bridge,\" she said, \"costs too much.\"");
  doc.add<layers::Attributions>(doc.at("\"The new bridge,\" she said, \"costs too much.\""))
      .set<"cue_class">(CueClass::statement)
      .set<"kind">(AttributionKind::direct);
  doc.add<layers::AttributionSources>(doc.at("she")).set<"of">(0u);
  doc.add<layers::AttributionContents>(doc.at("\"The new bridge,\"")).set<"of">(0u);
  doc.add<layers::AttributionContents>(doc.at("\"costs too much.\"")).set<"of">(0u);
  const std::vector<Candidate> found = candidates(doc);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(doc.text(found[0].span), "The new bridge,\" she said, \"costs too much");
  ASSERT_EQ(found[0].asides.size(), 1u);
  EXPECT_EQ(doc.text(found[0].asides[0]), ",\" she said, \"");
}

TEST(Clauses, WithoutMarksTheWordsBetweenTwoPartsStay) {
  Annotated doc("The senate is expected to pass the bill.");
  doc.add<layers::Attributions>(doc.at("The senate is expected to pass the bill"))
      .set<"cue_class">(CueClass::belief)
      .set<"kind">(AttributionKind::indirect);
  doc.add<layers::AttributionContents>(doc.at("The senate")).set<"of">(0u);
  doc.add<layers::AttributionContents>(doc.at("to pass the bill")).set<"of">(0u);
  for (const Candidate& c : candidates(doc)) {
    EXPECT_EQ(doc.text(c.span), "The senate is expected to pass the bill");
    EXPECT_TRUE(c.asides.empty());
  }
}

TEST(Clauses, OwnVoiceBesideAnAttributionIsKept) {
  Annotated doc("The mill lost money in May, and its owner said the land was sold.");
  doc.attribution("its owner", "the land was sold");
  EXPECT_EQ(texts(doc), (Texts{"The mill lost money in May", "the land was sold"}));
}

TEST(Clauses, OrdersAndThanksAssertNothing) {
  EXPECT_EQ(texts("Look at the votes. Thank you all for coming. Remember, there was a debt."),
            (Texts{"Remember, there was a debt"}));
}

TEST(Clauses, AClauseBehindACommaNeedsNoTree) {
  EXPECT_EQ(texts("The council has ordered an audit, and its results are due on Monday."),
            (Texts{"The council has ordered an audit", "its results are due on Monday"}));
  EXPECT_EQ(texts("The bank has paid back a third and will pay the rest by December."),
            (Texts{"The bank has paid back a third", "will pay the rest by December"}));
  EXPECT_EQ(texts("Apples, pears, and plums are cheap."), (Texts{"Apples, pears, and plums are cheap"}));
}

TEST(Clauses, ASubjectThatMayBeAnothersIsNotShared) {
  for (const Candidate& c : [] {
         Annotated doc("I thank those who broke the law and entered this country.");
         return candidates(doc);
       }())
    EXPECT_EQ(c.form, ClauseForm::whole);
}

TEST(Clauses, ListsAreNoAppositions) {
  Annotated doc("It kills such germs as Ebola, the Marburg virus and the foot virus.");
  for (const Candidate& c : candidates(doc)) EXPECT_NE(c.form, ClauseForm::apposition);
}

TEST(Clauses, AShortSentenceWithAVerbAsserts) { EXPECT_EQ(texts("Prices fell."), (Texts{"Prices fell"})); }

TEST(Clauses, CaptionsAreRead) {
  Annotated doc("Photo shows the bridge after the flood.");
  doc.add<layers::Header>(doc.at("Photo shows the bridge after the flood.")).set<"kind">(HeaderKind::credit);
  EXPECT_EQ(texts(doc), (Texts{"Photo shows the bridge after the flood"}));
}

TEST(Clauses, VeryLongSentencesStayWhole) {
  std::string text = "The firm sold boats";
  for (int i = 0; i < 400; ++i) text += " and the mill made flour";
  EXPECT_EQ(texts(text + ".").size(), 1u);
}

}  // namespace
}  // namespace claimsift
