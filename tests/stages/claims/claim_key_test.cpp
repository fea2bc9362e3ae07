// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/claim_key.hpp"

#include <fstream>

#include "stages/claims/lexicon.hpp"
#include "stages/language/tags.hpp"
#include "stages/times/times.hpp"
#include "tests/stages/claims/annotated.hpp"

namespace claimsift {
namespace {

ClaimKey key_of(std::string text) {
  Annotated doc(std::move(text));
  doc.basics().with<Times>().with<TagsStage>();
  const auto tokens = doc.layer<layers::Tokens>();
  bool negated = false;
  for (uint32_t i = 0; i < tokens.size(); ++i)
    negated |= (word_classes(tokens.get<"hash">(i), doc.text(tokens.span(i))) & word_class::negation) != 0;
  return claim_key({doc.text(), tokens, doc.layer<layers::Tags>(), doc.layer<layers::Quantities>(),
                    doc.layer<layers::Times>()},
                   {0, static_cast<uint32_t>(doc.text().size())}, negated);
}
bool same(const char* a, const char* b) { return repeats(key_of(a), key_of(b)); }

TEST(ClaimKey, AWordingCountsForNothing) {
  EXPECT_TRUE(same("The port handled 4.2 million tonnes.", "4,200,000 tonnes were handled by the port."));
  EXPECT_TRUE(same("Exports of timber doubled.", "Timber exports have doubled"));
}

TEST(ClaimKey, NumbersUnitsNamesAndDirectionsCount) {
  EXPECT_FALSE(same("Rents rose 3% in Tolbridge.", "Rents rose 5% in Tolbridge."));
  EXPECT_FALSE(same("Rents rose 3% in Tolbridge.", "Rents fell 3% in Tolbridge."));
  EXPECT_FALSE(same("The budget is $5 million.", "The budget is 5 million euros."));
  EXPECT_FALSE(same("The mayor of Arvo resigned.", "The mayor of Lindal resigned."));
  EXPECT_FALSE(same("The mayor resigned on 3 May 2024.", "The mayor resigned on 4 May 2024."));
}

TEST(ClaimKey, ANegationCounts) {
  EXPECT_FALSE(same("The mayor of Arvo resigned.", "The mayor of Arvo never resigned."));
}

TEST(ClaimKey, WhatOnlyOneStatesIsAConflictForNumbersAlone) {
  EXPECT_TRUE(same("The mayor of Arvo resigned on 3 May 2024.", "The mayor of Arvo resigned."));
  EXPECT_FALSE(same("The storm killed 14 people in Arvo.", "The storm killed people in Arvo."));
}

TEST(ClaimKey, NothingIsLikeNothing) { EXPECT_FALSE(same("It is.", "It was.")); }

/// Lines of a file in tests/data/claims: a group's claims that say the same, and its near misses.
struct Group {
  std::vector<std::string> same, other;
};

std::vector<Group> groups(const std::string& name) {
  std::ifstream file(CLAIMSIFT_SOURCE_DIR "/tests/data/claims/" + name);
  EXPECT_TRUE(file) << "the data is missing";
  std::vector<Group> all(1);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("= ")) all.back().same.push_back(line.substr(2));
    if (line.starts_with("! ")) all.back().other.push_back(line.substr(2));
    if (line.empty() && !all.back().same.empty()) all.emplace_back();
  }
  return all;
}

/// Pairs of a file that were taken as they should be, or not.
struct Told {
  size_t right = 0, wrong = 0, missed = 0, pairs = 0;
  std::string errors;
  double precision() const { return static_cast<double>(right) / static_cast<double>(right + wrong); }
  double recall() const { return static_cast<double>(right) / static_cast<double>(right + missed); }
};

Told told(const std::string& name) {
  Told t;
  for (const Group& group : groups(name))
    for (size_t i = 0; i < group.same.size(); ++i) {
      const ClaimKey a = key_of(group.same[i]);
      for (size_t k = i + 1; k < group.same.size(); ++k, ++t.pairs) {
        const bool found = repeats(a, key_of(group.same[k]));
        ++(found ? t.right : t.missed);
        if (!found) t.errors += "missed: " + group.same[i] + " | " + group.same[k] + "\n";
      }
      for (const std::string& other : group.other) {
        ++t.pairs;
        if (!repeats(a, key_of(other))) continue;
        ++t.wrong;
        t.errors += "wrong: " + group.same[i] + " | " + other + "\n";
      }
    }
  testing::Test::RecordProperty("precision", std::to_string(t.precision()));
  testing::Test::RecordProperty("recall", std::to_string(t.recall()));
  return t;
}

TEST(ClaimKey, TellsRepeatsFromNearMisses) {
  const Told t = told("repeated.txt");
  EXPECT_GE(t.pairs, 400u);
  EXPECT_GE(t.precision(), 0.98) << t.errors;
  EXPECT_GE(t.recall(), 0.90) << t.errors;
}

TEST(ClaimKey, TellsThoseThatWereWrittenLater) {
  const Told t = told("repeated_later.txt");
  EXPECT_EQ(t.pairs, 96u);
  EXPECT_GE(t.precision(), 0.98) << t.errors;
  EXPECT_GE(t.recall(), 0.75) << t.errors;
}

}  // namespace
}  // namespace claimsift
