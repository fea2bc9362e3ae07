// SPDX-License-Identifier: Apache-2.0
// Holds the stage to the table tests/data/times.tsv.
#include <gtest/gtest.h>

#include <fstream>
#include <vector>

#include "tests/stages/times/reading.hpp"

namespace claimsift {
namespace {

struct Case {
  std::string text, published, expected;
};

std::vector<Case> read_cases() {
  std::ifstream in(std::string(CLAIMSIFT_SOURCE_DIR) + "/tests/data/times.tsv");
  if (!in) throw std::runtime_error("times.tsv cannot be read");
  std::vector<Case> cases;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const size_t first = line.find('\t'), second = line.find('\t', first + 1);
    if (second == std::string::npos) throw std::runtime_error("times.tsv: no two tabs in " + line);
    std::string published = line.substr(first + 1, second - first - 1);
    if (published == "-") published.clear();
    cases.push_back({line.substr(0, first), published, line.substr(second + 1)});
  }
  return cases;
}

TEST(TimeCases, AllComeOutAsWritten) {
  for (const Case& c : read_cases()) EXPECT_EQ(times_of(c.text, c.published), c.expected) << c.text;
}

TEST(TimeCases, TheTableIsLargeAndCoversEveryType) {
  size_t count = 0, negative = 0;
  std::string all;
  for (const Case& c : read_cases()) {
    ++count;
    negative += c.expected == "-";
    all += c.expected + "\n";
  }
  EXPECT_GE(count, 200u);
  EXPECT_GE(negative, 50u);
  for (int t = 0; Choices<TimeType>::names[t]; ++t)
    EXPECT_NE(all.find(std::string("=") + Choices<TimeType>::names[t] + ":"), std::string::npos)
        << Choices<TimeType>::names[t];
}

TEST(TimeCases, CapitalsAndSpacesDoNotMatterWhereTheyCarryNothing) {
  EXPECT_EQ(times_of("LAST WEEK OUTPUT FELL.", "2024-05-15"), "LAST WEEK=DATE:2024-W19");
  EXPECT_EQ(times_of("It fell three  weeks\nago.", "2024-05-15"), "three  weeks\nago=DATE:2024-W17");
  EXPECT_EQ(times_of("It fell on Monday\xE2\x80\x99s news.", "2024-05-15"), "Monday=DATE:2024-05-13");
}

}  // namespace
}  // namespace claimsift
