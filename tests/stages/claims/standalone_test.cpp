// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/standalone.hpp"

#include <gmock/gmock.h>

#include "tests/stages/claims/annotated.hpp"

namespace claimsift {
namespace {

Standalone standalone(Annotated& doc, std::string_view claim, std::string_view source = {}) {
  doc.basics();
  return make_standalone({doc.text(), doc.layer<layers::Tokens>(), doc.layer<layers::Quantities>(),
                          doc.layer<layers::Times>(), source},
                         doc.at(claim));
}

TEST(Standalone, IsASentence) {
  Annotated doc("He said the mill\nmade  flour.");
  EXPECT_EQ(standalone(doc, "the mill\nmade  flour").text, "The mill made flour.");
}

TEST(Standalone, RelativeDatesBecomeDates) {
  Annotated doc("The council met on Wednesday. Costs doubled last year.");
  doc.time("Wednesday", TimeType::date, "2024-05-08").time("last year", TimeType::date, "2023");
  EXPECT_EQ(standalone(doc, "The council met on Wednesday").text, "The council met on May 8, 2024.");
  Annotated again("Costs doubled last year.");
  again.time("last year", TimeType::date, "2023");
  EXPECT_EQ(standalone(again, "Costs doubled last year").text, "Costs doubled in 2023.");
}

TEST(Standalone, AbsoluteDatesStayAsTheyStand) {
  Annotated doc("It opened on 3 May 2019.");
  doc.time("3 May 2019", TimeType::date, "2019-05-03");
  EXPECT_EQ(standalone(doc, "It opened on 3 May 2019").text, "It opened on 3 May 2019.");
}

TEST(Standalone, ARelativeDateWithoutAValueStaysOpen) {
  Annotated doc("The council met on Wednesday.");
  doc.time("Wednesday", TimeType::date, "XXXX-WXX-3");
  const Standalone s = standalone(doc, "The council met on Wednesday");
  EXPECT_EQ(s.text, "The council met on Wednesday.");
  ASSERT_EQ(s.open.size(), 1u);
  EXPECT_EQ(s.open[0].why, Unresolvable::relative_date);
}

TEST(Standalone, AWordThatEndsLikeAPrepositionStaysWhole) {
  Annotated doc("It paid $210 million last year.");
  doc.time("last year", TimeType::date, "2023");
  EXPECT_EQ(standalone(doc, "It paid $210 million last year").text, "It paid $210 million in 2023.");
}

TEST(Standalone, AMarkWithoutItsPartnerGoes) {
  Annotated doc("The aid was \"$48 million,\" he said.");
  EXPECT_EQ(standalone(doc, "The aid was \"$48 million").text, "The aid was $48 million.");
}

TEST(Standalone, APronounThatOpensIndirectSpeechIsItsSource) {
  Annotated doc("Lee said he will resign and they will pay.");
  const Standalone s = standalone(doc, "he will resign and they will pay", "Ada Lee");
  EXPECT_EQ(s.text, "Ada Lee will resign and they will pay.");
  ASSERT_EQ(s.open.size(), 1u);
  EXPECT_EQ(doc.text(s.open[0].span), "they");
  Annotated direct("The mill will close.");
  EXPECT_EQ(standalone(direct, "The mill will close", "Ada Lee").text, "The mill will close.");
}

TEST(Standalone, PronounsAreListedAndNotGuessed) {
  Annotated doc("She said they owed us $5 million, and that is twice the price.");
  const Standalone s = standalone(doc, "they owed us $5 million, and that is twice the price");
  std::vector<std::string> open;
  for (const OpenSpan& o : s.open) open.emplace_back(doc.text(o.span));
  EXPECT_THAT(open, testing::IsSupersetOf({"they", "us", "that"}));
  EXPECT_EQ(s.open[0].why, Unresolvable::pronoun);
}

}  // namespace
}  // namespace claimsift
