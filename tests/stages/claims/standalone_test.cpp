// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/standalone.hpp"

#include <gmock/gmock.h>

#include "stages/language/entities.hpp"
#include "stages/language/people.hpp"
#include "stages/language/syntax.hpp"
#include "stages/language/tags.hpp"
#include "tests/stages/claims/annotated.hpp"

namespace claimsift {
namespace {

Standalone standalone(Annotated& doc, const Candidate& candidate, const Voice& voice) {
  const References references({doc.text(), doc.layer<layers::Tokens>(), doc.layer<layers::Tags>(),
                               doc.layer<layers::Syntax>(), doc.layer<layers::Entities>(),
                               doc.layer<layers::People>(), doc.layer<layers::Mentions>()});
  return make_standalone({doc.text(), doc.layer<layers::Tokens>(), doc.layer<layers::Quantities>(),
                          doc.layer<layers::Times>(), references},
                         candidate, voice);
}
/// Of a document without tags; `source` says it in indirect speech.
Standalone standalone(Annotated& doc, std::string_view claim, std::string_view source = {}) {
  doc.basics();
  Voice voice;
  voice.name = source;
  voice.speech = source.empty() ? Voice::Speech::none : Voice::Speech::indirect;
  return standalone(doc, {doc.at(claim), {}, 0, kNoRow}, voice);
}
Standalone parsed(Annotated& doc, std::string_view claim, const Voice& voice = {}) {
  doc.basics().with<TagsStage>().with<SyntaxStage>();
  return standalone(doc, {doc.at(claim), {}, 0, kNoRow}, voice);
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

std::vector<std::string> open_words(const Annotated& doc, const Standalone& s) {
  std::vector<std::string> words;
  for (const OpenSpan& o : s.open) words.emplace_back(doc.text(o.span));
  return words;
}

TEST(Standalone, SpeakersStandForTheirOwnPronouns) {
  const Voice direct{"Nora Field", PersonKind::person, PersonGender::female, Voice::Speech::direct};
  Annotated doc("\"I think my staff will leave,\" said Nora Field.");
  EXPECT_EQ(parsed(doc, "I think my staff will leave", direct).text,
            "Nora Field thinks Nora Field's staff will leave.");
  Annotated contracted("\"I'm sure,\" said Nora Field.");
  EXPECT_EQ(parsed(contracted, "I'm sure", direct).text, "Nora Field is sure.");
}

TEST(Standalone, APronounOfAnotherKindIsNotTheSource) {
  const Voice firm{"the company", PersonKind::organization, static_cast<PersonGender>(255),
                   Voice::Speech::indirect};
  Annotated doc("The company said it will cut 500 jobs.");
  EXPECT_EQ(parsed(doc, "it will cut 500 jobs", firm).text, "The company will cut 500 jobs.");
  Annotated other("The company said he will leave.");
  const Standalone s = parsed(other, "he will leave", firm);
  EXPECT_EQ(s.text, "He will leave.");
  EXPECT_EQ(open_words(other, s), std::vector<std::string>{"he"});
  Annotated nothing("The company said it is likely that sales fell.");
  EXPECT_EQ(parsed(nothing, "it is likely that sales fell", firm).text, "It is likely that sales fell.");
  const Voice her{"Ada Low", PersonKind::person, PersonGender::female, Voice::Speech::indirect};
  Annotated him("Ada Low said he will leave.");
  EXPECT_EQ(open_words(him, parsed(him, "he will leave", her)), std::vector<std::string>{"he"});
}

TEST(Standalone, AntecedentsInsideTheClaimLeaveNothingOpen) {
  Annotated doc("The council has doubled its staff.");
  EXPECT_TRUE(parsed(doc, "The council has doubled its staff").open.empty());
  Annotated plural("The council has doubled their wages.");
  EXPECT_EQ(open_words(plural, parsed(plural, "The council has doubled their wages")),
            std::vector<std::string>{"their"});
}

TEST(Standalone, APersonNamedInTheClaimNeedsNoName) {
  const Voice voice{"Byron Dorgan", PersonKind::person, PersonGender::male, Voice::Speech::indirect};
  Annotated doc("The office said he began in May before Dorgan left.");
  EXPECT_EQ(parsed(doc, "he began in May before Dorgan left", voice).text,
            "He began in May before Dorgan left.");
}

TEST(Standalone, ARatioGetsItsSubject) {
  Annotated doc("The mayor put the cost at $40 million, but auditors say that's twice the real amount.");
  const Standalone s = parsed(doc, "that's twice the real amount");
  EXPECT_EQ(s.text, "$40 million is twice the real amount.");
  EXPECT_TRUE(s.open.empty());
}

TEST(Standalone, DatesFitTheirPlace) {
  Annotated doc("The visit is set for Thursday. Friday's vote was lost.");
  doc.time("Thursday", TimeType::date, "2024-05-16").time("Friday", TimeType::date, "2024-05-17");
  EXPECT_EQ(standalone(doc, "The visit is set for Thursday").text, "The visit is set for May 16, 2024.");
  Annotated possessive("Friday's vote was lost.");
  possessive.time("Friday", TimeType::date, "2024-05-17");
  const Standalone s = standalone(possessive, "Friday's vote was lost");
  EXPECT_EQ(s.text, "Friday's vote was lost.");
  EXPECT_EQ(open_words(possessive, s), std::vector<std::string>{"Friday"});
}

TEST(Standalone, AYearEarlierStaysOpen) {
  Annotated doc("Prices were 10 percent above a year earlier.");
  doc.time("a year earlier", TimeType::date, "2023");
  const Standalone s = standalone(doc, "Prices were 10 percent above a year earlier");
  EXPECT_EQ(s.text, "Prices were 10 percent above a year earlier.");
  EXPECT_EQ(open_words(doc, s), std::vector<std::string>{"a year earlier"});
}

TEST(Standalone, DatesWithoutAYearGetIt) {
  Annotated doc(
      "It opened in January. Voters must register by 15 August. He came on May 5. He left in May 2020.");
  doc.time("January", TimeType::date, "2024-01").time("15 August", TimeType::date, "2024-08-15");
  doc.time("May 5", TimeType::date, "2024-05-05").time("May 2020", TimeType::date, "2020-05");
  doc.basics();
  const auto whole = [&](std::string_view claim) {
    return standalone(doc, {doc.at(claim), {}, 0, kNoRow}, Voice{}).text;
  };
  EXPECT_EQ(whole("It opened in January"), "It opened in January 2024.");
  EXPECT_EQ(whole("Voters must register by 15 August"), "Voters must register by 15 August 2024.");
  EXPECT_EQ(whole("He came on May 5"), "He came on May 5, 2024.");
  EXPECT_EQ(whole("He left in May 2020"), "He left in May 2020.");
}

TEST(Standalone, FormsOfClausesAreMadeWhole) {
  Annotated doc("Nora Field, a nurse, cut wages and raised fees. The mill, which opened in 1898, is shut.");
  doc.basics();
  const auto whole = [&](std::string_view claim, ClauseForm form, std::string_view subject,
                         std::string_view hinge) {
    return standalone(doc, {doc.at(claim), {}, 0, kNoRow, form, doc.at(subject), doc.at(hinge)}, Voice{})
        .text;
  };
  EXPECT_EQ(whole("Nora Field, a nurse", ClauseForm::apposition, "Nora Field", ","),
            "Nora Field is a nurse.");
  EXPECT_EQ(whole("raised fees", ClauseForm::shares_subject, "Nora Field", ","), "Nora Field raised fees.");
  EXPECT_EQ(whole("which opened in 1898", ClauseForm::relative, "The mill", "which"),
            "The mill opened in 1898.");
  Candidate main{doc.at("The mill, which opened in 1898, is shut"), {}, 0, kNoRow};
  main.asides = {doc.at(", which opened in 1898, ")};
  EXPECT_EQ(standalone(doc, main, Voice{}).text, "The mill is shut.");
}

}  // namespace
}  // namespace claimsift
