// SPDX-License-Identifier: Apache-2.0
// The stage with its rules; what the model adds is measured, not pinned, but for the contract in
// role_model_test.
#include <gtest/gtest.h>

#include "tests/stages/quotations/quotations.hpp"

namespace claimsift {
namespace {

TEST(Attribution, SourceBeforeTheCue) {
  EXPECT_EQ(attributions_of("Mayor Ann Lee said the bridge will open in May."),
            Strings{"Mayor Ann Lee | said | the bridge will open in May"});
  EXPECT_EQ(attributions_of("She has repeatedly argued that the bridge is safe."),
            Strings{"She | has repeatedly argued | that the bridge is safe"});
}

TEST(Attribution, SourceBehindTheCue) {
  EXPECT_EQ(attributions_of("\"The bridge is safe,\" said Mayor Ann Lee."),
            Strings{"Mayor Ann Lee | said | \"The bridge is safe,\""});
}

TEST(Attribution, FrameAtTheEnd) {
  EXPECT_EQ(attributions_of("The bridge will open in May, Lee said."),
            Strings{"Lee | said | The bridge will open in May"});
}

TEST(Attribution, BothHalvesOfAQuotation) {
  EXPECT_EQ(attributions_of("\"The bridge is safe,\" Lee said. \"We tested it twice last week.\""),
            Strings{"Lee | said | \"The bridge is safe,\" & \"We tested it twice last week.\""});
}

TEST(Attribution, ADatelineIsNoPartOfTheSource) {
  for (const TestOptions& options : {kRules, TestOptions{{"tagger", "model"}}}) {
    TestDocument doc("SALT PASS, Norland \xE2\x80\x94 The minister said the border is open.");
    read_quotes(doc);
    read_grammar(doc);
    doc.add<layers::Header>({0, 18}).set<"kind">(HeaderKind::dateline);
    ASSERT_EQ(run_stage<AttributionStage>(doc, options).status, CS_OK);
    const auto sources = doc.layer<layers::AttributionSources>();
    ASSERT_EQ(sources.size(), 1u);
    EXPECT_EQ(doc.text(sources.span(0)), "The minister");
  }
}

TEST(Attribution, ADatelineIsNoPartOfTheContent) {
  for (const TestOptions& options : {kRules, TestOptions{{"tagger", "model"}}}) {
    TestDocument doc("SALT PASS, Norland \xE2\x80\x94 \"The border is open,\" said the minister.");
    read_quotes(doc);
    read_grammar(doc);
    doc.add<layers::Header>({0, 18}).set<"kind">(HeaderKind::dateline);
    ASSERT_EQ(run_stage<AttributionStage>(doc, options).status, CS_OK);
    const auto contents = doc.layer<layers::AttributionContents>();
    ASSERT_EQ(contents.size(), 1u);
    EXPECT_EQ(doc.text(contents.span(0)), "\"The border is open,\"");
    EXPECT_EQ(doc.layer<layers::Attributions>().get<"kind">(0), AttributionKind::direct);
  }
}

TEST(Attribution, AccordingTo) {
  EXPECT_EQ(attributions_of("The bridge is safe, according to the ministry."),
            Strings{"the ministry | according to | The bridge is safe"});
}

TEST(Attribution, AppositionsBelongToTheSource) {
  EXPECT_EQ(attributions_of("Ann Lee, the mayor of Springfield, said the bridge is safe."),
            Strings{"Ann Lee, the mayor of Springfield, | said | the bridge is safe"});
}

TEST(Attribution, TwoStatementsOfOneSentence) {
  EXPECT_EQ(
      attributions_of(
          "Lee said the bridge cost \"$3 million,\" but engineers working on it say that's half the sum."),
      (Strings{"Lee | said | the bridge cost \"$3 million,\"",
               "engineers working on it | say | that's half the sum"}));
}

TEST(Attribution, QuotationsGoOnInTheNextParagraph) {
  const Strings found = attributions_of(
      "\"The bridge is safe,\" Lee said. \"We tested it.\n\n\"We will test it again in May.\"");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(found[0].find("again in May"), std::string::npos);
}

TEST(Attribution, DescriptionsAndNounsAreNone) {
  EXPECT_EQ(attributions_of("The bridge opened in May. A report lay on the table."), Strings{});
  EXPECT_EQ(attributions_of(""), Strings{});
}

TEST(Attribution, TheUserAddsVerbs) {
  EXPECT_EQ(attributions_of("Lee opined that the bridge is safe."), Strings{});
  EXPECT_EQ(
      attributions_of("Lee opined that the bridge is safe.", {{"tagger", "rules"}, {"cues", "[opine]"}}),
      Strings{"Lee | opined | that the bridge is safe"});
}

TEST(Attribution, KindClassPolarity) {
  TestDocument doc(
      "Lee said \"it rained.\" Lee did not say that it rained. Lee denied that \"it rained\" at all. Lee "
      "believes it rained.");
  read_quotes(doc);
  run_stage<AttributionStage>(doc, kRules);
  const auto rows = doc.layer<layers::Attributions>();
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows.get<"kind">(0), AttributionKind::direct);
  EXPECT_EQ(rows.get<"kind">(1), AttributionKind::indirect);
  EXPECT_EQ(rows.get<"kind">(2), AttributionKind::mixed);
  EXPECT_EQ(rows.get<"negated">(0), 0);
  EXPECT_EQ(rows.get<"negated">(1), 1);
  EXPECT_EQ(rows.get<"negated">(2), 1);
  EXPECT_EQ(rows.get<"cue_class">(0), CueClass::statement);
  EXPECT_EQ(rows.get<"cue_class">(3), CueClass::belief);
  for (uint32_t i = 0; i < rows.size(); ++i) {
    EXPECT_GT(rows.get<"score">(i), 0);
    EXPECT_LE(rows.get<"score">(i), 1);
  }
}

TEST(Attribution, BehindAQuotationAndItsFrameOnlySpeechGoesOn) {
  const Strings found = attributions_of("\"It leaks,\" Ada Low said hours after the test had failed again.",
                                        {{"tagger", "model"}});
  EXPECT_EQ(found, Strings{"Ada Low | said | \"It leaks,\""});
}

TEST(Attribution, TheSpeakersNextPredicateIsNoContent) {
  const Strings found =
      attributions_of("Ada Low says the dam is sound but wants a second test in May.", {{"tagger", "model"}});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0], "Ada Low | says | the dam is sound");
}

TEST(Attribution, WhatAnotherVoiceSaysBehindAConjunctionIsTheirs) {
  const Strings found = attributions_of(
      "Earlier this week, Low said the city owed the builders \"$48 million,\" but economists following the "
      "loans "
      "say that's three times the actual amount.",
      {{"tagger", "model"}});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1], "economists following the loans | say | that's three times the actual amount");
}

TEST(Attribution, TimeOfTheStatement) {
  TestDocument doc("Lee said on Wednesday that it rained.");
  read_quotes(doc);
  doc.add<layers::Times>({12, 21}).set<"type">(TimeType::date).set<"value">("2021-03-03");
  run_stage<AttributionStage>(doc, kRules);
  const auto rows = doc.layer<layers::Attributions>();
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows.get<"time">(0), 0u);
}

TEST(Attribution, HeadersSayNothing) {
  EXPECT_EQ(attributions_of("Updated March 3, 2021 at 5:04 PM ET\n\nIt rained."), Strings{});
}

}  // namespace
}  // namespace claimsift
