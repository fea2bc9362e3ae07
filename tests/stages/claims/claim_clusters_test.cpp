// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/claim_clusters.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "stages/claims/claim_signature.hpp"
#include "stages/claims/claims.hpp"
#include "tests/stages/claims/annotated.hpp"
#include "tests/temporary_folder.hpp"

namespace claimsift {
namespace {

/// A key of these stems, with one value.
ClaimKey key(std::vector<uint32_t> stems, uint64_t value = 0) {
  ClaimKey k;
  k.stems = std::move(stems);
  if (value) k.values = {value};
  return k;
}

TEST(ClusterIndex, AClaimWithoutAnEarlierOneIsItsOwnCluster) {
  ClusterIndex index;
  EXPECT_EQ(index.add(7, key({1, 2, 3, 4, 5})), 7u);
  EXPECT_EQ(index.add(8, key({11, 12, 13, 14, 15})), 8u);
}

TEST(ClusterIndex, TheEarliestThatIsRepeatedCounts) {
  ClusterIndex index;
  index.add(1, key({1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(index.add(2, key({1, 2, 3, 4, 5, 6, 7})), 1u);
  EXPECT_EQ(index.add(3, key({1, 2, 3, 4, 5, 6})), 1u);
  EXPECT_EQ(index.add(4, key({1, 2, 3, 4, 5, 6}, 99)), 4u) << "another value";
  EXPECT_EQ(index.add(5, key({1, 2, 3, 4, 5, 6}, 99)), 4u);
}

TEST(ClusterIndex, ClaimsOfNumbersAloneStayApart) {
  ClusterIndex index;
  index.add(1, key({}, 5));
  EXPECT_EQ(index.add(2, key({}, 5)), 2u);
  EXPECT_EQ(index.size(), 0u);
}

TEST(ClusterIndex, BoilerplateIsStoredOnce) {
  ClusterIndex index;
  for (uint64_t id = 1; id <= 1000; ++id) EXPECT_EQ(index.add(id, key({1, 2, 3, 4})), 1u);
  EXPECT_EQ(index.size(), 1u);
}

TEST(ClusterIndex, ManyThatDifferInANumberAloneCostLinearTimeAndFindTheirRepeats) {
  ClusterIndex index;
  for (uint64_t id = 1; id <= 3'000; ++id) EXPECT_EQ(index.add(id, key({1, 2, 3, 4, 5}, id)), id);
  EXPECT_EQ(index.add(90'000, key({1, 2, 3, 4, 5}, 7)), 7u);
  EXPECT_EQ(index.add(90'001, key({1, 2, 3, 4, 5}, 2'900)), 2'900u) << "beyond what a band keeps";
}

TEST(ClusterIndex, FindsAmongMany) {
  ClusterIndex index;
  for (uint32_t id = 1; id <= 5000; ++id)
    index.add(id, key({id * 10, id * 10 + 1, id * 10 + 2, id * 10 + 3, id * 10 + 4}));
  EXPECT_EQ(index.add(9000, key({4321 * 10, 4321 * 10 + 1, 4321 * 10 + 2, 4321 * 10 + 3, 4321 * 10 + 4})),
            4321u);
}

TEST(ClusterIndex, FindsWhatAComparisonOfAllPairsFinds) {
  uint64_t state = 1;
  const auto random = [&](uint32_t below) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<uint32_t>((state >> 33) % below);
  };
  uint32_t repeated = 0, found = 0;
  for (int round = 0; round < 4000; ++round) {
    ClaimKey a, b;
    for (uint32_t n = 3 + random(20); n > 0; --n) {  // two claims that share most of their stems
      const uint32_t stem = word_hash("stem" + std::to_string(random(1u << 30)));
      if (random(8)) a.stems.push_back(stem);
      if (random(8)) b.stems.push_back(stem);
    }
    std::sort(a.stems.begin(), a.stems.end());
    std::sort(b.stems.begin(), b.stems.end());
    ClusterIndex index;
    index.add(1, a);
    const bool is_found = index.add(2, b) == 1;
    ASSERT_TRUE(!is_found || repeats(a, b)) << "round " << round;
    repeated += repeats(a, b);
    found += is_found;
  }
  EXPECT_GT(repeated, 1500u);
  EXPECT_GT(found, repeated * 99 / 100);
}

TEST(ClusterIndex, GoesOnFromASavedState) {
  ClusterIndex before;
  before.add(1, key({1, 2, 3, 4, 5}));
  before.add(2, key({21, 22, 23, 24, 25}, 3));
  ClusterIndex after;
  after.load(before.save());
  EXPECT_EQ(after.save(), before.save());
  EXPECT_EQ(after.add(3, key({21, 22, 23, 24, 25}, 3)), 2u);
}

TEST(ClusterIndex, RefusesAStateThatIsNone) {
  ClusterIndex index;
  index.add(1, key({1, 2, 3, 4, 5}));
  EXPECT_THROW(ClusterIndex().load("nonsense"), std::runtime_error);
  std::string state = index.save();
  state.resize(state.size() - 3);
  EXPECT_THROW(ClusterIndex().load(state), std::runtime_error);
}

ClaimKey full_key() {
  ClaimKey k;
  k.stems = {1, 2, 0xFFFFFFFF};
  k.names = {2};
  k.first = 9;
  k.values = {1ull << 63, UINT64_MAX};
  k.counted = {4};
  k.times = {5, 6};
  k.directions = {7};
  k.negated = true;
  return k;
}

TEST(ClaimSignature, HoldsAllThatIsCompared) {
  const SignedClaim read = read_signature(claim_signature(0xABCDEF, full_key()));
  EXPECT_EQ(read.id, 0xABCDEFu);
  EXPECT_EQ(read.key, full_key());
  EXPECT_EQ(read_signature(claim_signature(1, {})).key, ClaimKey());
}

TEST(ClaimSignature, RefusesWhatIsNone) {
  const std::string good = claim_signature(1, full_key());
  EXPECT_THROW(read_signature(""), std::runtime_error);
  EXPECT_THROW(read_signature("c0000000000000001:"), std::runtime_error);
  EXPECT_THROW(read_signature(good.substr(0, good.size() - 1)), std::runtime_error) << "half a byte";
  EXPECT_THROW(read_signature(good.substr(0, good.size() - 2)), std::runtime_error) << "cut off";
  EXPECT_THROW(read_signature(good + "00"), std::runtime_error) << "too long";
  EXPECT_THROW(read_signature("x" + good.substr(1)), std::runtime_error);
  std::string other = good;
  other[19] = '2';
  EXPECT_THROW(read_signature(other), std::runtime_error) << "of another version";
  other[19] = 'g';
  EXPECT_THROW(read_signature(other), std::runtime_error) << "no digit";
}

TEST(ClaimSignature, AListSaysWhereItIsWrong) {
  const TemporaryFolder folder;
  const auto problem = [&](const std::string& text) -> std::string {
    try {
      each_signature(folder.write("a.jsonl", text), [](const SignedClaim&) {});
      return "none";
    } catch (const std::runtime_error& e) {
      return std::string(e.what()).substr(folder.path("a.jsonl").size());
    }
  };
  const std::string good = "{\"signature\":\"" + claim_signature(1, full_key()) + "\"}\n";
  EXPECT_EQ(problem(good + "\n" + good), "none");
  EXPECT_EQ(problem(good + "{oops\n"), ":2: expected a JSON object");
  EXPECT_EQ(problem("{\"signature\":\"c1\"}\n"), ":1: a signature begins with a claim's id");
  EXPECT_EQ(problem("{\"cluster\":\"c1\"}\n").substr(0, 33), ":1: the record has no `signature`");
  EXPECT_THROW(each_signature(folder.path("none.jsonl"), [](const SignedClaim&) {}), std::exception);
}

/// One document through the stage.
struct Clustered : Annotated {
  explicit Clustered(const std::string& text, const TestOptions& options = {}) : Annotated(text) {
    basics().with<Claims>().with<ClaimClusters>(options);
  }
  std::string id(uint32_t claim) { return std::string(layer<layers::Claims>().get<"id">(claim)); }
  std::string cluster(uint32_t claim) {
    return std::string(layer<layers::ClaimClusters>().get<"cluster">(claim));
  }
  std::string_view signature(uint32_t claim) {
    return layer<layers::ClaimClusters>().get<"signature">(claim);
  }
};

TEST(ClaimClustersStage, SaysWhatItComparedWhenAsked) {
  Clustered plain("Exports of the mill fell by 5%."),
      asked("Exports of the mill fell by 5%.", {{"signatures", "true"}});
  EXPECT_EQ(plain.signature(0).data(), nullptr);
  const SignedClaim read = read_signature(asked.signature(0));
  EXPECT_EQ(claim_name(read.id), asked.id(0));
  EXPECT_FALSE(read.key.stems.empty());
}

TEST(ClaimClustersStage, ClaimsOfEarlierRunsAreRepeated) {
  const TemporaryFolder folder;
  Clustered first("Exports of the mill fell by 5%.", {{"signatures", "true"}});
  const std::string list =
      folder.write("day1.jsonl", "{\"signature\":\"" + std::string(first.signature(0)) + "\"}\n");
  Clustered second(
      "On Monday it rained. The mill's exports fell by 5 percent. Exports of the mill fell by 6%.",
      {{"earlier", "[\"" + list + "\"]"}});
  EXPECT_EQ(second.cluster(0), second.id(0));
  EXPECT_EQ(second.cluster(1), first.id(0));
  EXPECT_EQ(second.cluster(2), second.id(2)) << "another number";
}

}  // namespace
}  // namespace claimsift
