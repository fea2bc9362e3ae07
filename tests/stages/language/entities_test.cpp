// SPDX-License-Identifier: Apache-2.0
#include "stages/language/entities.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "stages/language/tags.hpp"
#include "tests/stages/language/segments.hpp"

namespace claimsift {
namespace {

TestResult find_names(TestDocument& doc, const TestOptions& options = {}) {
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  return run_stage<EntitiesStage>(doc, options);
}

/// Each name as "TYPE name".
Strings names(const std::string& text, const TestOptions& options = {}) {
  TestDocument doc(text);
  if (const TestResult r = find_names(doc, options); r.status != CS_OK) return {"failed: " + r.message};
  const auto rows = doc.layer<layers::Entities>();
  Strings out;
  for (uint32_t i = 0; i < rows.size(); ++i)
    out.push_back(std::string(choice_name(rows.get<"type">(i))) + ' ' + std::string(doc.text(rows.span(i))));
  return out;
}

TEST(Entities, FindsPeopleOrganisationsAndPlaces) {
  EXPECT_EQ(names("Yesterday Anna Keller of the World Bank arrived in Berlin."),
            (Strings{"PERSON Anna Keller", "ORG World Bank", "LOC Berlin"}));
  EXPECT_EQ(names("President Lincoln met officials from Brazil in London."),
            (Strings{"PERSON Lincoln", "LOC Brazil", "LOC London"}));
}

TEST(Entities, NamesGoOnOverSmallWords) {
  EXPECT_EQ(names("She chairs the Council for the Protection of Rural Towns in Ohio."),
            (Strings{"ORG Council for the Protection of Rural Towns", "LOC Ohio"}));
}

TEST(Entities, NationalitiesFaithsAndPartiesAreGroups) {
  EXPECT_EQ(names("Two German nurses and a Muslim teacher sued."), (Strings{"NORP German", "NORP Muslim"}));
}

TEST(Entities, GroupWordsWithoutCapitalAreNone) {
  EXPECT_EQ(names("They wanted to polish the turkish table."), Strings{});
}

TEST(Entities, PlainCapitalsAreNoNames) {
  EXPECT_EQ(names("The prices rose. Nobody knew why. I left."), Strings{});
}

TEST(Entities, TheArticleDoesNot) {
  for (const std::string& name : names("Talks with the World Bank and the European Commission failed."))
    EXPECT_EQ(name.find("the "), std::string::npos) << name;
}

TEST(Entities, OtherMentionsDecide) {
  const Strings found = names(
      "Marta Quill owns a shop in Oslo. Neighbours like the shop. Quill sells lamps, and Quill repairs "
      "them.");
  EXPECT_EQ(std::count(found.begin(), found.end(), "PERSON Quill"), 2);
}

TEST(Entities, NamesInSmallLettersAreFound) {
  EXPECT_EQ(names("i live in california and we go to london on friday."),
            (Strings{"LOC california", "LOC london"}));
  EXPECT_EQ(names("They moved the tables to the other side of the hall."), Strings{});
}

TEST(Entities, PartsOfSpeechAreUsedWhereTheyAreKnown) {
  const std::string text = "Anna Mill told the Daily Herald that Mill Street in Dover was closed.";
  const auto found = [&](bool tagged) {
    TestDocument doc(text);
    run_stage<Sentences>(doc);
    run_stage<Tokens>(doc);
    if (tagged) { EXPECT_EQ(run_stage<TagsStage>(doc).status, CS_OK); }
    EXPECT_EQ(run_stage<EntitiesStage>(doc).status, CS_OK);
    const auto rows = doc.layer<layers::Entities>();
    Strings out;
    for (uint32_t i = 0; i < rows.size(); ++i) out.emplace_back(doc.text(rows.span(i)));
    return out;
  };
  EXPECT_EQ(found(true), (Strings{"Anna Mill", "Daily Herald", "Mill Street", "Dover"}));
  EXPECT_THAT(found(false), testing::IsSupersetOf({"Anna Mill", "Daily Herald", "Dover"}));
}

TEST(Entities, ListedNamesAreFoundWhereverTheyStand) {
  EXPECT_EQ(names("We bought it at the quux-market in spring.", {{"organizations", "[Quux-Market]"}}),
            Strings{"ORG quux-market"});
  EXPECT_EQ(names("They like zorb.", {{"people", "[Nobody, zorb]"}}), Strings{"PERSON zorb"});
  EXPECT_EQ(names("The tall Blips left.", {{"groups", "[Blips]"}}), Strings{"NORP Blips"});
}

TEST(Entities, ListedNamesStandInPlaceOfThoseTheyTouch) {
  const std::string text = "Yesterday Anna Keller arrived in Berlin.";
  EXPECT_EQ(names(text, {{"organizations", "[Keller]"}}), (Strings{"ORG Keller", "LOC Berlin"}));
  EXPECT_EQ(names(text, {{"people", "[Berlin]"}, {"places", "[\"Keller arrived\", Keller]"}}),
            (Strings{"LOC Keller arrived", "PERSON Berlin"}));
}

TEST(Entities, HostileTextKeepsTheContract) {
  std::string capitals, wide;
  for (int i = 0; i < 30000; ++i) capitals += "Ab Cd ";
  for (int i = 0; i < 20000; ++i) wide += "\xC3\x89\xF0\x9F\x98\x80 X ";
  for (const std::string& text :
       {std::string(), std::string(" \n"), std::string(100000, 'A'), capitals, wide}) {
    TestDocument doc(text);
    ASSERT_EQ(find_names(doc).status, CS_OK);
    const auto rows = doc.layer<layers::Entities>();
    uint32_t end = 0;
    for (uint32_t i = 0; i < rows.size(); ++i) {
      ASSERT_LE(end, rows.span(i).begin);
      ASSERT_LT(rows.span(i).begin, rows.span(i).end);
      ASSERT_LE(rows.span(i).end, text.size());
      end = rows.span(i).end;
    }
  }
}

TEST(Entities, TheSameTextGivesTheSameNames) {
  const std::string text = "Mary Stone left Acme Corp. for Paris. Stone said Acme was slow.";
  EXPECT_EQ(names(text), names(text));
  EXPECT_FALSE(names(text).empty());
}

TEST(Entities, AMissingModelIsAnErrorThatNamesIt) {
  TestDocument doc("A text.");
  const TestResult r = find_names(doc, {{"model", "no/such.model"}});
  EXPECT_NE(r.status, CS_OK);
  EXPECT_NE(r.message.find("no/such.model"), std::string::npos) << r.message;
}

TEST(Entities, AMissingListOrVectorFileIsAnErrorThatNamesIt) {
  for (const char* option : {"words", "vectors"}) {
    TestDocument doc("A text.");
    const TestResult r = find_names(doc, {{option, "no/such.file"}});
    EXPECT_NE(r.status, CS_OK);
    EXPECT_NE(r.message.find("no/such.file"), std::string::npos) << r.message;
  }
}

TEST(Entities, AModelOfAnotherKindIsRefused) {
  TestDocument doc("A text.");
  const std::string other = find_model("", "words.model");
  const TestResult r = find_names(doc, {{"model", other}});
  EXPECT_NE(r.status, CS_OK);
  EXPECT_NE(r.message.find(other), std::string::npos) << r.message;
}

TEST(Entities, ADamagedModelIsAnErrorThatNamesIt) {
  std::ifstream whole(find_model("", "entities.model"), std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(whole), {}};
  ASSERT_GT(bytes.size(), 5000u);
  bytes[5000] = static_cast<char>(bytes[5000] ^ 1);
  const std::string path = testing::TempDir() + "damaged_entities_" + std::to_string(getpid()) + ".model";
  std::ofstream(path, std::ios::binary) << bytes;
  TestDocument doc("A text.");
  const TestResult r = find_names(doc, {{"model", path}});
  std::remove(path.c_str());
  EXPECT_NE(r.status, CS_OK);
  EXPECT_NE(r.message.find(path), std::string::npos) << r.message;
}

}  // namespace
}  // namespace claimsift
