// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/known_claims.hpp"

#include "stages/claims/known_list.hpp"
#include "tests/stages/claims/annotated.hpp"
#include "tests/temporary_folder.hpp"

namespace claimsift {
namespace {

const std::vector<KnownClaim> kList{
    {"k1", "The harbour of Velmar handled 4.2 million tonnes of grain.", "", "true",
     "https://checks.example/k1"},
    {"k2", "Drinking vinegar cures the flu.", "Vinegar as a cure", "false", ""},
    {"k3", "The mayor of Arvo owns three houses.", "", "", ""},
};

TEST(KnownIndex, TheSameTextScoresBest) {
  const KnownIndex index(kList);
  const auto found = index.find({"Vinegar cures flu", {}, 0}, 5, 0);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(index.claim(found[0].claim).id, "k2");
  EXPECT_GT(found[0].score, 0.5);
  EXPECT_LE(found[0].score, 1.0);
}

TEST(KnownIndex, WordFormsAndSpellingAreForgiven) {
  const KnownIndex index(kList);
  const auto found = index.find({"the harbor at Velmar was handling grains", {}, 0}, 1, 0);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(index.claim(found[0].claim).id, "k1");
}

TEST(KnownIndex, AContextTellsWhatAClaimIsAbout) {
  const KnownIndex index(kList);
  EXPECT_TRUE(index.find({"He denies it.", {}, 0}, 1, 0).empty());
  const auto found =
      index.find({"He denies it.", "Does the mayor of Arvo own three houses? He denies it.", 0.9}, 1, 0.2);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(index.claim(found[0].claim).id, "k3");
}

TEST(KnownIndex, AContextAloneCanBeTooLittle) {
  const KnownIndex index(kList);
  const std::string context = "The mayor of Arvo owns three houses. Nobody knew why.";
  EXPECT_FALSE(index.find({"Nobody knew why.", context, 0.6}, 1, 0.2).empty());
  EXPECT_TRUE(index.find({"Nobody knew why.", context, 0.6, true}, 1, 0.2).empty());
  EXPECT_FALSE(index.find({"He owns two of them.", context, 0.6, true}, 1, 0.2).empty()) << "owns";
}

TEST(KnownIndex, AddressesAreNoWords) {
  const KnownIndex index(
      {{"k1", "The example of the grain com", "", "", ""}, {"k2", "Rents rose in Arvo", "", "", ""}});
  const auto found = index.find({"Rents rose pic.example.com/grain https://grain.example/com", {}, 0}, 5, 0);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(index.claim(found[0].claim).id, "k2");
  EXPECT_EQ(index.find({"the grain.example", {}, 0}, 5, 0).size(), 1u) << "a full stop without a blank";
  EXPECT_EQ(index.find({"the grain/example", {}, 0}, 5, 0).size(), 1u) << "no dot before the slash";
}

TEST(KnownIndex, NothingSharedIsNoMatch) {
  const KnownIndex index(kList);
  EXPECT_TRUE(index.find({"zzz qqq", {}, 0}, 5, 0).empty());
  EXPECT_TRUE(index.find({"", {}, 0}, 5, 0).empty());
  EXPECT_TRUE(KnownIndex({}).find({"anything", {}, 0}, 5, 0).empty());
}

TEST(KnownIndex, AnIdIsGivenOnce) {
  const KnownIndex index(
      {{"a", "Vinegar cures the flu.", "", "", ""}, {"a", "Vinegar heals the flu.", "", "", ""}});
  EXPECT_EQ(index.find({"Vinegar cures the flu", {}, 0}, 5, 0).size(), 1u);
}

TEST(KnownList, ReadsJsonLinesAndCsv) {
  const TemporaryFolder folder;
  std::vector<KnownClaim> claims;
  read_known_claims(folder.write("a.jsonl", "{\"id\":7,\"text\":\"Rents rose.\",\"verdict\":\"true\"}\n\n"),
                    claims);
  read_known_claims(folder.write("b.csv", "text,id,url\n\"Rents, they say, fell.\",b1,https://x.example\n"),
                    claims);
  ASSERT_EQ(claims.size(), 2u);
  EXPECT_EQ(claims[0].id, "7");
  EXPECT_EQ(claims[0].verdict, "true");
  EXPECT_EQ(claims[1].text, "Rents, they say, fell.");
  EXPECT_EQ(claims[1].url, "https://x.example");
}

std::string problem_of(const TemporaryFolder& folder, const std::string& name, const std::string& text) try {
  std::vector<KnownClaim> claims;
  read_known_claims(folder.write(name, text), claims);
  return "none";
} catch (const std::runtime_error& e) {
  return std::string(e.what()).substr(folder.folder().string().size() + 1);
}

TEST(KnownList, SaysWhereAListIsWrong) {
  const TemporaryFolder folder;
  EXPECT_EQ(problem_of(folder, "a.jsonl", "{\"id\":\"1\",\"text\":\"x\"}\n{oops\n"),
            "a.jsonl:2: expected a JSON object");
  EXPECT_EQ(problem_of(folder, "b.jsonl", "{\"text\":\"x\"}\n"), "b.jsonl:1: a known claim needs an `id`");
  EXPECT_EQ(problem_of(folder, "c.csv", "id,claim\n1,x\n"), "c.csv:2: a known claim needs a `text`");
  EXPECT_EQ(problem_of(folder, "d.xlsx", ""), "d.xlsx: known claims are read from .jsonl, .csv or .tsv");
}

TEST(KnownClaimsStage, ClaimsGetTheirMatches) {
  const TemporaryFolder folder;
  const std::string list =
      folder.write("known.jsonl",
                   "{\"id\":\"k1\",\"text\":\"Velmar handled 4.2 million tonnes of grain\","
                   "\"verdict\":\"true\",\"url\":\"https://checks.example/k1\"}\n");
  Annotated doc("Velmar handled 4.2 million tonnes of grain. Nobody asked.");
  doc.with<Sentences>();
  doc.add<layers::Claims>(doc.at("Velmar handled 4.2 million tonnes of grain")).set<"sentence">(0);
  doc.with<KnownClaims>({{"lists", "[" + list + "]"}});
  const auto matches = doc.layer<layers::ClaimMatches>();
  ASSERT_EQ(matches.size(), 1u);
  EXPECT_EQ(matches.get<"id">(0), "k1");
  EXPECT_EQ(matches.get<"verdict">(0), "true");
  EXPECT_EQ(matches.get<"url">(0), "https://checks.example/k1");
}

}  // namespace
}  // namespace claimsift
