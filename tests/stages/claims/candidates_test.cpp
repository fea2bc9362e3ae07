// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/candidates.hpp"

#include "tests/stages/claims/annotated.hpp"

namespace claimsift {
namespace {

std::vector<std::string> candidates(Annotated& doc) {
  doc.basics();
  std::vector<std::string> found;
  for (const Candidate& c : find_candidates({doc.text(),
                                             doc.layer<layers::Header>(),
                                             doc.layer<layers::Sentences>(),
                                             doc.layer<layers::Tokens>(),
                                             doc.layer<layers::Quantities>(),
                                             doc.layer<layers::Times>(),
                                             doc.layer<layers::Attributions>(),
                                             doc.layer<layers::AttributionSources>(),
                                             doc.layer<layers::AttributionContents>(),
                                             {},
                                             {}}))
    found.emplace_back(doc.text(c.span));
  return found;
}

using Texts = std::vector<std::string>;

TEST(Candidates, SentencesLoseTheirConjunctionAndStop) {
  Annotated doc("Exports fell by a third. But the mill hired forty people. However, wages stayed low.");
  EXPECT_EQ(candidates(doc),
            (Texts{"Exports fell by a third", "the mill hired forty people", "wages stayed low"}));
}

TEST(Candidates, WhatIsNoBareConjunctionStays) {
  Annotated doc("So far the council has spent $4 million. Plus-size shops closed first.");
  EXPECT_EQ(candidates(doc),
            (Texts{"So far the council has spent $4 million", "Plus-size shops closed first"}));
}

TEST(Candidates, ContentsStandForTheirSentences) {
  Annotated doc("The mayor said the bridge cost $9 million. It opened in June.");
  doc.attribution("The mayor", "the bridge cost $9 million");
  EXPECT_EQ(candidates(doc), (Texts{"the bridge cost $9 million", "It opened in June"}));
}

TEST(Candidates, AContentOverTwoSentencesIsTwo) {
  Annotated doc("\"The bridge cost $9 million. It is worth every cent,\" the mayor said.");
  doc.attribution("the mayor", "\"The bridge cost $9 million. It is worth every cent,\"");
  EXPECT_EQ(candidates(doc), (Texts{"The bridge cost $9 million", "It is worth every cent"}));
}

TEST(Candidates, AQuestionCanTellAFact) {
  Annotated doc(
      "Did you know that the mill has paid no tax since 1998? And don't you remember he sold the harbour? "
      "Do you know who paid for it? Did you forget to vote? Do you know the way?");
  EXPECT_EQ(candidates(doc), (Texts{"the mill has paid no tax since 1998", "he sold the harbour"}));
}

TEST(Candidates, QuestionsAndFragmentsAssertNothing) {
  Annotated doc(
      "Who paid for the bridge? Nobody knows for sure. Oh, well. \"Was it $9 million?\" she asked the "
      "council.");
  doc.attribution("she", "\"Was it $9 million?\"");
  EXPECT_EQ(candidates(doc), (Texts{"Nobody knows for sure"}));
}

TEST(Candidates, WishesLeaveTheSentenceAsItStands) {
  Annotated doc("The mayor hopes the bridge will open soon.");
  doc.attribution("The mayor", "the bridge will open soon", CueClass::wish);
  EXPECT_EQ(candidates(doc), (Texts{"The mayor hopes the bridge will open soon"}));
}

TEST(Candidates, ASourceWithANumberIsAClaimOfItsOwn) {
  Annotated doc("Nora Field, a 39-year-old nurse, said the clinic had closed two wards.");
  doc.attribution("Nora Field, a 39-year-old nurse,", "the clinic had closed two wards");
  EXPECT_EQ(candidates(doc), (Texts{"Nora Field, a 39-year-old nurse", "the clinic had closed two wards"}));
}

TEST(Candidates, WhatTheArticleSaysOfItselfIsNoClaim) {
  Annotated doc("By Ada Low Reed\n\n3 May 2024\n\nLINDHAM (Wire) - The mill shut on Monday.");
  doc.add<layers::Header>(doc.at("By Ada Low Reed")).set<"kind">(HeaderKind::byline);
  doc.add<layers::Header>(doc.at("LINDHAM (Wire) -")).set<"kind">(HeaderKind::dateline);
  doc.time("3 May 2024", TimeType::date, "2024-05-03");
  EXPECT_EQ(candidates(doc), (Texts{"The mill shut on Monday"}));
}

TEST(Candidates, ContentsLoseTheirThat) {
  Annotated doc("He argued that the mill was safe. She said that is wrong and unfair.");
  doc.attribution("He", "that the mill was safe").attribution("She", "that is wrong and unfair");
  EXPECT_EQ(candidates(doc), (Texts{"the mill was safe", "that is wrong and unfair"}));
}

TEST(Candidates, OfNothingThereAreNone) {
  Annotated doc("   \n\n ");
  EXPECT_EQ(candidates(doc), Texts{});
}

}  // namespace
}  // namespace claimsift
