// SPDX-License-Identifier: Apache-2.0
#include "stages/language/people.hpp"

#include <gtest/gtest.h>

#include <ctime>

#include "stages/language/entities.hpp"
#include "stages/language/tags.hpp"
#include "stages/quotations/quotes.hpp"
#include "tests/stages/language/segments.hpp"

namespace claimsift {
namespace {

struct Name {
  std::string_view text;
  EntityType type = EntityType::person;
};

/// A document with names at the given words, each wherever it stands behind the one before.
void read(TestDocument& doc, const std::vector<Name>& names) {
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  run_stage<Quotes>(doc);
  size_t from = 0;
  for (const Name& n : names) {
    const size_t at = doc.text().find(n.text, from);
    ASSERT_NE(at, std::string::npos) << n.text;
    from = at + n.text.size();
    doc.add<layers::Entities>({static_cast<uint32_t>(at), static_cast<uint32_t>(from)}).set<"type">(n.type);
  }
  if (names.empty()) run_stage<EntitiesStage>(doc);
}

/// "name (role) gender: mention, mention" for each row.
Strings people(const std::string& text, const std::vector<Name>& names, const TestOptions& options = {}) {
  TestDocument doc(text);
  read(doc, names);
  if (const TestResult r = run_stage<PeopleStage>(doc, options); r.status != CS_OK)
    return {"failed: " + r.message};
  const auto rows = doc.layer<layers::People>();
  const auto mentions = doc.layer<layers::Mentions>();
  Strings out;
  for (uint32_t i = 0; i < rows.size(); ++i) {
    const std::string_view role = rows.get<"role">(i), gender = choice_name(rows.get<"gender">(i));
    std::string line(rows.get<"name">(i));
    if (role.data()) line += " (" + std::string(role) + ")";
    if (!gender.empty()) line += " " + std::string(gender);
    const auto [first, last] = mentions.children(i);
    for (uint32_t k = first; k < last; ++k)
      line += (k == first ? ": " : ", ") + std::string(doc.text(mentions.span(k)));
    out.push_back(line);
  }
  return out;
}

constexpr EntityType kOrg = EntityType::org;

TEST(People, LastNamesGoToTheFullestName) {
  EXPECT_EQ(people("Ann Lee opened the bridge. Lee smiled.", {{"Ann Lee"}, {"Lee"}}),
            Strings{"Ann Lee female: Ann Lee, Lee"});
  EXPECT_EQ(people("Hale spoke first. Robert Hale is old.", {{"Hale"}, {"Robert Hale"}}),
            Strings{"Robert Hale male: Hale, Robert Hale"});
}

TEST(People, FirstNamesInitialsAndNicknames) {
  EXPECT_EQ(people("Ann Lee opened the bridge. Ann smiled.", {{"Ann Lee"}, {"Ann"}}),
            Strings{"Ann Lee female: Ann Lee, Ann"});
  EXPECT_EQ(people("William Hale spoke. Bill Hale left.", {{"William Hale"}, {"Bill Hale"}}),
            Strings{"William Hale male: William Hale, Bill Hale"});
  EXPECT_EQ(people("Robert Hale spoke. R. Hale left.", {{"Robert Hale"}, {"R. Hale"}}),
            Strings{"Robert Hale male: Robert Hale, R. Hale"});
}

TEST(People, OthersOfTheSameNameStayApart) {
  EXPECT_EQ(people("Ann Lee and Bob Lee came. Mr. Lee left.", {{"Ann Lee"}, {"Bob Lee"}, {"Lee"}}),
            (Strings{"Ann Lee female: Ann Lee", "Bob Lee (Mr.) male: Bob Lee, Lee"}));
}

TEST(People, RolesBeforeAndBehindTheName) {
  EXPECT_EQ(people("Former finance minister Ann Lee left.", {{"Ann Lee"}}),
            Strings{"Ann Lee (Former finance minister) female: Ann Lee"});
  EXPECT_EQ(people("Ann Lee, director of the water programme at Acme, left.", {{"Ann Lee"}, {"Acme", kOrg}}),
            (Strings{"Ann Lee (director of the water programme at Acme) female: Ann Lee", "Acme: Acme"}));
  EXPECT_EQ(people("Ann Lee, 34, a teacher, left.", {{"Ann Lee"}}),
            Strings{"Ann Lee (a teacher) female: Ann Lee"});
  EXPECT_EQ(people("The city's new mayor, Ann Lee, left.", {{"Ann Lee"}}),
            Strings{"Ann Lee (The city's new mayor) female: Ann Lee"});
  EXPECT_EQ(people("Ann Lee is the mayor of Springfield.", {{"Ann Lee"}}),
            Strings{"Ann Lee (the mayor of Springfield) female: Ann Lee, the mayor"});
}

TEST(People, NoRoleWhereNoneIsGiven) {
  EXPECT_EQ(people("In March, Ann Lee, who was tired, left.", {{"Ann Lee"}}),
            Strings{"Ann Lee female: Ann Lee"});
  EXPECT_EQ(people("Ann Lee, the bridge and the river were seen.", {{"Ann Lee"}}),
            Strings{"Ann Lee female: Ann Lee"});
}

TEST(People, NounsStandForTheirHolder) {
  EXPECT_EQ(people("Mayor Ann Lee came. The mayor smiled.", {{"Ann Lee"}}),
            Strings{"Ann Lee (Mayor) female: Ann Lee, The mayor"});
  EXPECT_EQ(people("The Ministry of Health met. The ministry decided.", {{"Ministry of Health", kOrg}}),
            Strings{"Ministry of Health: Ministry of Health, The ministry"});
}

TEST(People, PronounsByGender) {
  EXPECT_EQ(people("Ann Lee met Robert Hale. She smiled, and he left.", {{"Ann Lee"}, {"Robert Hale"}}),
            (Strings{"Ann Lee female: Ann Lee, She", "Robert Hale male: Robert Hale, he"}));
  EXPECT_EQ(people("Ann Lee came. She smiled.", {{"Ann Lee"}}, {{"pronouns", "false"}}),
            Strings{"Ann Lee female: Ann Lee"});
  EXPECT_EQ(people("Ann Lee came. He smiled.", {{"Ann Lee"}}), Strings{"Ann Lee female: Ann Lee"});
}

TEST(People, OrganisationsByInitialsAndShortForms) {
  EXPECT_EQ(people("The World Bank met. The WB paid.", {{"World Bank", kOrg}, {"WB", kOrg}}),
            Strings{"World Bank: World Bank, WB"});
  EXPECT_EQ(people("Norlandia Corp. grew. Norlandia paid.", {{"Norlandia Corp.", kOrg}, {"Norlandia", kOrg}}),
            Strings{"Norlandia Corp.: Norlandia Corp., Norlandia"});
}

TEST(People, PluralGroupsAreRows) {
  EXPECT_EQ(people("Liberals cheered.", {{"Liberals", EntityType::norp}}), Strings{"Liberals: Liberals"});
  EXPECT_EQ(people("German nurses left.", {{"German", EntityType::norp}}), Strings{});
}

TEST(People, TextWithoutNames) {
  EXPECT_EQ(people("", {}), Strings{});
  EXPECT_EQ(people("It rained. He left.", {}), Strings{});
}

TEST(People, TagsAreOfUseButNotNeeded) {
  TestDocument doc("Water board chief Ann Lee left.");
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  run_stage<TagsStage>(doc);
  const auto at = static_cast<uint32_t>(doc.text().find("Ann"));
  doc.add<layers::Entities>({at, at + 7}).set<"type">(EntityType::person);
  ASSERT_EQ(run_stage<PeopleStage>(doc).status, CS_OK);
  EXPECT_EQ(doc.layer<layers::People>().get<"role">(0), "Water board chief");
}

TEST(People, HostileTextKeepsTheContractInLinearTime) {
  const auto seconds = [](uint32_t times) {
    std::string text;
    for (uint32_t i = 0; i < times; ++i) text += "Mr. Ann Lee, the mayor, J. Lee of Acme, he said, the Lee. ";
    TestDocument doc(text);
    read(doc, {});
    const std::clock_t begin = std::clock();
    EXPECT_EQ(run_stage<PeopleStage>(doc).status, CS_OK);
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  };
  const double small = seconds(500), large = seconds(4000);
  EXPECT_LT(large, 30 * small + 0.05);
}

TEST(People, AMissingListIsAnErrorThatNamesIt) {
  TestDocument doc("A text.");
  read(doc, {});
  const TestResult r = run_stage<PeopleStage>(doc, {{"words", "no/such.file"}});
  EXPECT_NE(r.status, CS_OK);
  EXPECT_NE(r.message.find("no/such.file"), std::string::npos) << r.message;
}

}  // namespace
}  // namespace claimsift
