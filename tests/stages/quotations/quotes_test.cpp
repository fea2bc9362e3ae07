// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/stages/quotations/quotations.hpp"

namespace claimsift {
namespace {

TEST(Quotes, MarksOfEveryKind) {
  EXPECT_EQ(quotes_of("He said, \"It rained all night.\""), Strings{"speech: \"It rained all night.\""});
  EXPECT_EQ(quotes_of("He said, \xE2\x80\x9CIt rained all night.\xE2\x80\x9D"),
            Strings{"speech: \xE2\x80\x9CIt rained all night.\xE2\x80\x9D"});
  EXPECT_EQ(quotes_of("He said, \xC2\xABIt rained all night.\xC2\xBB"),
            Strings{"speech: \xC2\xABIt rained all night.\xC2\xBB"});
  EXPECT_EQ(quotes_of("He said, \xC2\xBBIt rained all night.\xC2\xAB"),
            Strings{"speech: \xC2\xBBIt rained all night.\xC2\xAB"});
  EXPECT_EQ(quotes_of("He said, \xE2\x80\x9EIt rained all night.\xE2\x80\x9C"),
            Strings{"speech: \xE2\x80\x9EIt rained all night.\xE2\x80\x9C"});
  EXPECT_EQ(quotes_of("He said, ``It rained all night.''"), Strings{"speech: ``It rained all night.''"});
  EXPECT_EQ(quotes_of("He said, 'It rained all night.'"), Strings{"speech: 'It rained all night.'"});
}

TEST(Quotes, ApostrophesAreNoMarks) {
  EXPECT_EQ(quotes_of("The dogs' owners don't know that it's the '90s, 'cause they're busy."), Strings{});
  EXPECT_EQ(quotes_of("The dogs\xE2\x80\x99 owners don\xE2\x80\x99t know."), Strings{});
}

TEST(Quotes, NestedMarks) {
  EXPECT_EQ(quotes_of("She said: \"He told me, 'I can't go there now,' and left.\""),
            (Strings{"speech: \"He told me, 'I can't go there now,' and left.\"",
                     "speech: 'I can't go there now,'"}));
  EXPECT_EQ(
      quotes_of("\xE2\x80\x9CThey say, \xE2\x80\x98Sign it today.\xE2\x80\x99 \xE2\x80\x9D she said.").size(),
      2u);
}

TEST(Quotes, AMissingMarkDoesNotShiftThePairsBehindIt) {
  const Strings found =
      quotes_of("\"We won the game, he said. \"They lost it,\" she said. \"All is well now,\" he said.");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_TRUE(found[0].ends_with("..."));
  EXPECT_EQ(found[1], "speech: \"They lost it,\"");
  EXPECT_EQ(found[2], "speech: \"All is well now,\"");
  EXPECT_EQ(quotes_of("We won\" he said. \"They lost it,\" she said."), Strings{"speech: \"They lost it,\""});
}

TEST(Quotes, AMissingMarkEndsAtItsParagraph) {
  const Strings found =
      quotes_of("He said, \"We won the game.\n\nIt was late. She said, \"They lost it again.\"");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], "speech: \"We won the game....");
  EXPECT_EQ(found[1], "speech: \"They lost it again.\"");
}

TEST(Quotes, GoOnOverParagraphs) {
  EXPECT_EQ(quotes_of("He said, \"We won the game.\n\n\"It was a hard one to win.\""),
            (Strings{"speech: \"We won the game....", "speech: \"It was a hard one to win.\""}));
  EXPECT_EQ(quotes_of("He said, \"We won the game.\n\nIt was a hard one to win.\" He left."),
            (Strings{"speech: \"We won the game....", "speech: It was a hard one to win.\""}));
}

TEST(Quotes, TermsAndTitlesAreNoSpeech) {
  EXPECT_EQ(quotes_of("The so-called \"experts\" met."), Strings{"term: \"experts\""});
  EXPECT_EQ(quotes_of("He starred in \"The Long Road Home\" last year."),
            Strings{"title: \"The Long Road Home\""});
  EXPECT_EQ(quotes_of("The man known as \"Big Al\" was there."), Strings{"title: \"Big Al\""});
  EXPECT_EQ(quotes_of("\"No,\" he said."), Strings{"speech: \"No,\""});
}

TEST(Quotes, InchMarksCloseNothing) {
  EXPECT_EQ(quotes_of("The board is 6\" wide and 4\" deep."), Strings{});
}

TEST(Quotes, DepthIsCounted) {
  TestDocument doc("She said: \"He told me, 'I read \"Home Again\" today,' and left.\"");
  read_quotes(doc);
  const auto quotes = doc.layer<layers::Quotes>();
  ASSERT_GE(quotes.size(), 2u);
  EXPECT_EQ(quotes.get<"depth">(0), 0);
  EXPECT_EQ(quotes.get<"depth">(1), 1);
}

}  // namespace
}  // namespace claimsift
