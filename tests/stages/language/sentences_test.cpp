// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/stages/language/segments.hpp"

namespace claimsift {
namespace {

TEST(Sentences, EndAtStopsQuestionsAndExclamations) {
  EXPECT_EQ(sentences_of("Rain fell. Did it stop? It did! Good."),
            (Strings{"Rain fell.", "Did it stop?", "It did!", "Good."}));
  EXPECT_EQ(sentences_of("What?! Never!!! So it goes."), (Strings{"What?!", "Never!!!", "So it goes."}));
}

TEST(Sentences, TextWithoutAnythingHasNone) {
  EXPECT_EQ(sentences_of(""), Strings{});
  EXPECT_EQ(sentences_of(" \n\t\r\n \xC2\xA0\xE2\x80\xA8 "), Strings{});
}

TEST(Sentences, AbbreviationsGoOn) {
  for (const char* text :
       {"Gov. Lee met Sen. Diaz in St. Paul.", "It rose by Jan. 5 as planned.", "See No. 5 and p. 12 there.",
        "The U.S. Senate and the D.C. Council met.", "Acme Inc. Chairman Bo Hale resigned.",
        "We like fruit, e.g. Apples, vs. Pears.", "He met J. R. Mills and Mary K. Odum.",
        "She has a Ph.D. in law.", "They met at 5 p.m. Friday and at 9 a.m. EST."})
    EXPECT_EQ(sentences_of(text), Strings{text}) << text;
}

TEST(Sentences, AbbreviationsEndBeforeWordsThatBeginSentences) {
  EXPECT_EQ(sentences_of("He left the U.S. The rest stayed."),
            (Strings{"He left the U.S.", "The rest stayed."}));
  EXPECT_EQ(sentences_of("He works for Acme Inc. It pays well."),
            (Strings{"He works for Acme Inc.", "It pays well."}));
  EXPECT_EQ(sentences_of("It began at 5 p.m. Crowds came."), (Strings{"It began at 5 p.m.", "Crowds came."}));
  EXPECT_EQ(sentences_of("Bring pens, paper, etc. Doors open early."),
            (Strings{"Bring pens, paper, etc.", "Doors open early."}));
  EXPECT_EQ(sentences_of("She said no. Others agreed."), (Strings{"She said no.", "Others agreed."}));
}

TEST(Sentences, TheUserAddsAbbreviations) {
  EXPECT_EQ(sentences_of("Die Abt. Einkauf schloss."), (Strings{"Die Abt.", "Einkauf schloss."}));
  EXPECT_EQ(sentences_of("Die Abt. Einkauf schloss.", {{"abbreviations", "[Abt]"}}),
            Strings{"Die Abt. Einkauf schloss."});
}

TEST(Sentences, ClosingMarksStayWithTheirSentence) {
  EXPECT_EQ(sentences_of("\"It is over.\" He left."), (Strings{"\"It is over.\"", "He left."}));
  EXPECT_EQ(sentences_of("\xE2\x80\x9CIt is over.\xE2\x80\x9D He left."),
            (Strings{"\xE2\x80\x9CIt is over.\xE2\x80\x9D", "He left."}));
  EXPECT_EQ(sentences_of("(It is over.) He left."), (Strings{"(It is over.)", "He left."}));
  EXPECT_EQ(sentences_of("It grew at large.[7][8] They met."),
            (Strings{"It grew at large.[7][8]", "They met."}));
}

TEST(Sentences, SpeechFramesGoOn) {
  for (const char* text : {"\"Why now?\" Smith asked.", "\"Go!\" she said.", "\"Is it so?\" I asked.",
                           "\"Stop!\" Mayor Ann Lee said."})
    EXPECT_EQ(sentences_of(text), Strings{text}) << text;
  EXPECT_EQ(sentences_of("\"Why now?\" Nobody knew."), (Strings{"\"Why now?\"", "Nobody knew."}));
}

TEST(Sentences, NumbersAddressesAndEllipsesHoldStops) {
  for (const char* text :
       {"It cost $3.50 or 1.2 percent.", "See https://example.org/a.b?c=D. for more",
        "Mail a.b@example.com today.", "Well... perhaps not.", "He [...] Went on.", "Read v2.0.1 of it."})
    EXPECT_EQ(sentences_of(text), Strings{text}) << text;
  EXPECT_EQ(sentences_of("Visit https://example.org/b. Then call."),
            (Strings{"Visit https://example.org/b.", "Then call."}));
}

TEST(Sentences, ListMarkersBeginItems) {
  EXPECT_EQ(sentences_of("1. Buy milk 2. Buy bread 3. Go home"),
            (Strings{"1. Buy milk", "2. Buy bread", "3. Go home"}));
  EXPECT_EQ(sentences_of("a) One thing\nb) Other thing"), (Strings{"a) One thing", "b) Other thing"}));
  EXPECT_EQ(sentences_of("\xE2\x80\xA2 milk and tea\n\xE2\x80\xA2 bread"),
            (Strings{"\xE2\x80\xA2 milk and tea", "\xE2\x80\xA2 bread"}));
}

TEST(Sentences, EmptyLinesEndParagraphsWhateverTheLineBreak) {
  for (const char* gap :
       {"\n\n", "\r\n\r\n", "\r\r", "\n \t\n", "\xE2\x80\xA8\xE2\x80\xA8", "\xC2\x85\xC2\x85"}) {
    TestDocument doc(std::string("No stop here") + gap + "but a new one");
    run_stage<Sentences>(doc);
    const auto rows = doc.layer<layers::Sentences>();
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows.get<"paragraph">(0), 0);
    EXPECT_EQ(rows.get<"paragraph">(1), 1);
  }
}

TEST(Sentences, WrappedLinesAreJoined) {
  const std::string text =
      "The council of the small town voted on Tuesday to keep its old\n"
      "Library open for another year, which pleased the people who\n"
      "had asked for it. The mayor was not there.";
  EXPECT_EQ(sentences_of(text).size(), 2u);
}

TEST(Sentences, ShortLinesAreNotJoined) {
  EXPECT_EQ(sentences_of("Town keeps library\nThe council voted on Tuesday."),
            (Strings{"Town keeps library", "The council voted on Tuesday."}));
}

TEST(Sentences, KindsOfShortParagraphs) {
  TestDocument doc(
      "TOWN KEEPS LIBRARY\n\nUpdated March 3, 2021 at 5:04 PM ET\n\nBy Ann Lee\n\n"
      "The council voted. It was late.\n\nPhoto: Bo Hale/Getty Images\n\nWhat comes next");
  run_stage<Sentences>(doc);
  const auto rows = doc.layer<layers::Sentences>();
  ASSERT_EQ(rows.size(), 7u);
  EXPECT_EQ(rows.get<"kind">(0), SentenceKind::heading);
  EXPECT_EQ(rows.get<"kind">(1), SentenceKind::header);
  EXPECT_EQ(rows.get<"kind">(2), SentenceKind::header);
  EXPECT_EQ(rows.get<"kind">(3), SentenceKind::text);
  EXPECT_EQ(rows.get<"kind">(4), SentenceKind::text);
  EXPECT_EQ(rows.get<"kind">(5), SentenceKind::credit);
  EXPECT_EQ(rows.get<"kind">(6), SentenceKind::heading);
}

TEST(Sentences, MessageHeadersEndAtTheTimeStamp) {
  EXPECT_EQ(sentences_of("Ann Lee 03/04/2019 10:15 AM Can we meet?"),
            (Strings{"Ann Lee", "03/04/2019 10:15 AM", "Can we meet?"}));
}

TEST(Sentences, TheVotePartsMessagesThatHaveNoStops) {
  EXPECT_EQ(sentences_of("Please call me before noon. Thanks, Maria"),
            (Strings{"Please call me before noon.", "Thanks,", "Maria"}));
}

TEST(Sentences, TheVoteLeavesEditedTextWhole) {
  for (const char* text :
       {"On Monday Mayor Ann Lee of Springfield met 12 Members of Parliament and 3 Senators in Tarn City "
        "Hall.",
        "The Harbour Safety Board (HSB) Commissioner said: Nobody was hurt \xE2\x80\x94 Lee, too, was safe.",
        "He came from Tarn; she came from Oakville, Lee from Hale."})
    EXPECT_EQ(sentences_of(text), Strings{text}) << text;
}

TEST(Sentences, AVoteWithoutItsFileIsAnErrorThatNamesIt) {
  const Strings failed = sentences_of("Rain fell.", {{"model", "/nowhere/sentences.model"}});
  ASSERT_EQ(failed.size(), 1u);
  EXPECT_NE(failed[0].find("/nowhere/sentences.model"), std::string::npos) << failed[0];
}

TEST(Sentences, WritersWithoutCapitals) {
  EXPECT_EQ(sentences_of("we went there yesterday. it was closed."),
            (Strings{"we went there yesterday.", "it was closed."}));
  EXPECT_EQ(sentences_of("He sold to Smith Corp. and left."), Strings{"He sold to Smith Corp. and left."});
}

TEST(Sentences, DatelinesStayWithTheirSentence) {
  EXPECT_EQ(sentences_of("SPRINGFIELD, D.C. \xE2\x80\x94 The mayor left.").size(), 1u);
  EXPECT_EQ(sentences_of("SPRINGFIELD, Ill. - The mayor left.").size(), 1u);
}

TEST(Sentences, OtherScripts) {
  EXPECT_EQ(sentences_of("\xE4\xB8\xAD\xE6\x96\x87\xE3\x80\x82\xE4\xB8\xAD\xE6\x96\x87\xE3\x80\x82").size(),
            2u);
}

}  // namespace
}  // namespace claimsift
