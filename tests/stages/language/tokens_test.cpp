// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "stages/text/words.hpp"
#include "tests/stages/language/segments.hpp"

namespace claimsift {
namespace {

TEST(Tokens, MarksStandApart) {
  EXPECT_EQ(cut("Rain, snow; hail: all (bad)."), "Rain|, snow|; hail|: all (|bad|)|.");
  EXPECT_EQ(cut("Wait... what?! No -- never!!"), "Wait|... what|?! No -- never|!!");
}

TEST(Tokens, ContractionsAndPossessives) {
  EXPECT_EQ(cut("I don't, can't and won't."), "I do|n't|, ca|n't and wo|n't|.");
  EXPECT_EQ(cut("It's Ann's, they've said we'll and I'm."), "It|'s Ann|'s|, they|'ve said we|'ll and I|'m|.");
  EXPECT_EQ(cut("the Browns' house isn\xE2\x80\x99t Ann\xE2\x80\x99s"),
            "the Browns|' house is|n\xE2\x80\x99t Ann|\xE2\x80\x99s");
  EXPECT_EQ(cut("We cannot and dont, but gonna."), "We can|not and do|nt|, but gon|na|.");
  EXPECT_EQ(cut("O'Neil at six o'clock in the '90s and 1990's"),
            "O'Neil at six o'clock in the '90s and 1990's");
}

TEST(Tokens, QuotationMarks) {
  EXPECT_EQ(cut("\"Yes,\" he said, 'no' and ``so''."), "\"|Yes|,|\" he said|, '|no|' and ``|so|''|.");
  EXPECT_EQ(cut("\xE2\x80\x9CYes\xE2\x80\x9D"), "\xE2\x80\x9C|Yes|\xE2\x80\x9D");
}

TEST(Tokens, HyphensPartWordsButNotPrefixes) {
  EXPECT_EQ(cut("a well-known 20-year-old non-profit co-op in mid-May"),
            "a well|-|known 20|-|year|-|old non-profit co-op in mid-May");
  EXPECT_EQ(cut("Call 555-0199 or 1-800-555-0100 on 2020-05-01, pages 3-9."),
            "Call 555-0199 or 1-800-555-0100 on 2020-05-01|, pages 3|-|9|.");
}

TEST(Tokens, NumbersMoneyAndUnits) {
  EXPECT_EQ(cut("It cost $350, 35% of 1,200.50 or US$3.5bn."),
            "It cost $|350|, 35|% of 1,200.50 or US|$|3.5|bn|.");
  EXPECT_EQ(cut("7:30pm, 20th, 1970s, 35mm, 9/11, 1/2 and .50"),
            "7:30|pm|, 20th|, 1970s|, 35|mm|, 9/11|, 1/2 and .50");
  EXPECT_EQ(cut("\xE2\x82\xAC"
                "5m and \xC2\xA3"
                "2"),
            "\xE2\x82\xAC|5|m and \xC2\xA3|2");
  EXPECT_EQ(cut("1,2,3 and 10,000,000"), "1|,|2|,|3 and 10,000,000");
}

TEST(Tokens, AbbreviationsKeepTheirStop) {
  EXPECT_EQ(cut("Gov. Lee of the U.S. met Dr. J. Hale at 5 p.m. on Jan. 5."),
            "Gov. Lee of the U.S. met Dr. J. Hale at 5 p.m. on Jan. 5|.");
  EXPECT_EQ(cut("He left the U.S."), "He left the U.S.");
  EXPECT_EQ(cut("She said no."), "She said no|.");
  EXPECT_EQ(cut("This is plan B."), "This is plan B|.");
  EXPECT_EQ(cut("a U.S.-led Ph.D. group"), "a U.S.|-|led Ph.D. group");
}

TEST(Tokens, AddressesAreWhole) {
  EXPECT_EQ(cut("See https://example.org/a?b=c, www.example.com or a.b-c@example.org."),
            "See https://example.org/a?b=c|, www.example.com or a.b-c@example.org|.");
  EXPECT_EQ(cut("(example.com/x) by @ann on #topic"), "(|example.com/x|) by @ann on #topic");
}

TEST(Tokens, SlashesAndAmpersands) { EXPECT_EQ(cut("and/or AT&T & Q&A"), "and|/|or AT&T & Q&A"); }

TEST(Tokens, HashFoldsAsciiCapitals) {
  TestDocument doc(
      "Said SAID said, a-long-word-of-many-letters ANTIDISESTABLISHMENTARIANISM \xC3\x89t\xC3\xA9");
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  const auto tokens = doc.layer<layers::Tokens>();
  for (uint32_t i = 0; i < tokens.size(); ++i)
    EXPECT_EQ(tokens.get<"hash">(i), word_hash(doc.text(tokens.span(i))));
  EXPECT_EQ(tokens.get<"hash">(0), tokens.get<"hash">(1));
  EXPECT_EQ(tokens.get<"hash">(0), tokens.get<"hash">(2));
}

TEST(Tokens, ShapesTellWhatAWordIsMadeOf) {
  TestDocument doc("The U.S. had\n\xC3\xA9t\xC3\x89 in 1990s, x. It rained.");
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  const auto tokens = doc.layer<layers::Tokens>();
  const auto shape_of = [&](std::string_view word) {
    for (uint32_t i = 0; i < tokens.size(); ++i)
      if (doc.text(tokens.span(i)) == word) return tokens.get<"shape">(i);
    return 0u;
  };
  using namespace shape;
  EXPECT_EQ(shape_of("The"), letter | upper | lower | initial | space | shape::sentence);
  EXPECT_EQ(shape_of("U.S."), letter | upper | initial | other | space);
  EXPECT_EQ(shape_of("had"), letter | lower | space);
  EXPECT_EQ(shape_of("\xC3\xA9t\xC3\x89"), letter | upper | lower | non_ascii | space | line);
  EXPECT_EQ(shape_of("1990s"), letter | digit | lower | space);
  EXPECT_EQ(shape_of(","), uint32_t{other});
  EXPECT_EQ(shape_of("It"), letter | upper | lower | initial | space | shape::sentence);
}

TEST(Tokens, WithoutSentencesThereAreNone) {
  TestDocument doc("No sentences were asked for.");
  run_stage<Tokens>(doc);
  EXPECT_EQ(doc.layer<layers::Tokens>().size(), 0u);
}

}  // namespace
}  // namespace claimsift
