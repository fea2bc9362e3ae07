// SPDX-License-Identifier: Apache-2.0
// Texts that break quotation machines: the stages succeed, with rules and with the model that comes with
// claimsift, keep to what the host checks (order, bounds, parents), and cost time in proportion to the
// length.
#include <gtest/gtest.h>

#include <ctime>

#include "stages/quotations/cue_candidates.hpp"
#include "tests/stages/quotations/quotations.hpp"

namespace claimsift {
namespace {

const std::string_view kUnits[] = {"\"",
                                   "\" ",
                                   "\"a ",
                                   "\xE2\x80\x9C"
                                   "a ",
                                   "\xE2\x80\x9D",
                                   "'a ",
                                   "a' ",
                                   "\"'a ",
                                   "``",
                                   "''",
                                   "\xC2\xAB",
                                   "\xC2\xBB ",
                                   "\xE2\x80\x98",
                                   "(",
                                   "said ",
                                   "Lee said ",
                                   "He ",
                                   "and ",
                                   ", who said",
                                   "\"A b c\n\n",
                                   "\"A,\" he said. ",
                                   "said: \" ",
                                   "Ann Lee, ",
                                   "to ",
                                   "according to ",
                                   "the mayor ",
                                   "LEE: ",
                                   "\n\n",
                                   ". ",
                                   "\xE3\x80\x8C",
                                   "I ",
                                   "she ",
                                   "\xE2\x80\x99",
                                   "that ",
                                   ", but ",
                                   "Mr. "};

std::string repeated(std::string_view unit, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += unit;
  return text;
}

void check(const std::string& text, const TestOptions& options) {
  TestDocument doc(text);
  read_quotes(doc);
  if (options != kRules) read_grammar(doc);
  ASSERT_EQ(run_stage<CueCandidatesStage>(doc).status, CS_OK);
  const TestResult attribution = run_stage<AttributionStage>(doc, options);
  ASSERT_EQ(attribution.status, CS_OK) << attribution.message;
  ASSERT_EQ(run_stage<EntitiesStage>(doc).status, CS_OK);
  ASSERT_EQ(run_stage<PeopleStage>(doc).status, CS_OK);
  const TestResult speakers = run_stage<SpeakersStage>(doc);
  ASSERT_EQ(speakers.status, CS_OK) << speakers.message;
}

TEST(HostileQuotations, EveryUnitRepeated) {
  for (const std::string_view unit : kUnits) {
    SCOPED_TRACE(unit);
    check(repeated(unit, 2000), kRules);
    check(repeated(unit, 2000), {});
  }
}

TEST(HostileQuotations, MixedUnits) {
  uint32_t state = 7;
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
      state = state * 1664525u + 1013904223u;
      text += kUnits[(state >> 16) % std::size(kUnits)];
    }
    SCOPED_TRACE(text);
    check(text, round % 2 ? kRules : TestOptions{});
  }
}

double seconds(const std::string& text, const TestOptions& options) {
  double best = 1e9;
  for (int i = 0; i < 2; ++i) {
    TestDocument copy(text);
    read_quotes(copy);
    if (options != kRules) read_grammar(copy);
    run_stage<EntitiesStage>(copy);
    run_stage<PeopleStage>(copy);
    const std::clock_t begin = std::clock();
    run_stage<AttributionStage>(copy, options);
    run_stage<SpeakersStage>(copy);
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return best;
}

TEST(HostileQuotations, CostLinearTime) {
  for (const std::string_view unit : kUnits) {
    const double small = seconds(repeated(unit, 40'000), kRules),
                 large = seconds(repeated(unit, 320'000), kRules);
    EXPECT_LT(large, 30 * small + 0.03) << unit;  // 8 times the text; quadratic cost would be 64
    const double little = seconds(repeated(unit, 10'000), {}), much = seconds(repeated(unit, 80'000), {});
    EXPECT_LT(much, 30 * little + 0.03) << unit << ", by the model";
  }
}

TEST(HostileQuotations, AQuotationThatNeverCloses) {
  const std::string text = "Lee said, \"" + repeated("it rained all day and ", 1 << 20);
  TestDocument doc(text);
  read_quotes(doc);
  ASSERT_EQ(doc.layer<layers::Quotes>().size(), 1u);
  EXPECT_EQ(doc.layer<layers::Quotes>().get<"open">(0), 1);
}

}  // namespace
}  // namespace claimsift
