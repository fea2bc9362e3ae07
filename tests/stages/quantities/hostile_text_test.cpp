// SPDX-License-Identifier: Apache-2.0
// Texts made to be slow stay linear: four times the text takes at most about four times the time.
#include <gtest/gtest.h>

#include <random>

#include "tests/stages/cost.hpp"
#include "tests/stages/quantities/reading.hpp"

namespace claimsift {
namespace {

/// Processor time of the stage on a text; the rows that it writes in `rows`.
double time_of(const std::string& text, uint32_t* rows = nullptr) {
  TestDocument doc(text);
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  const double begin = thread_seconds();
  const TestResult r = run_stage<Quantities>(doc);
  const double seconds = thread_seconds() - begin;
  EXPECT_EQ(r.status, CS_OK) << r.message;
  if (rows) *rows = doc.layer<layers::Quantities>().size();
  return seconds;
}

double cost(const std::string& piece) {
  return seconds_a_byte(piece, [](const std::string& text) { return time_of(text); });
}

class HostileQuantities : public ::testing::TestWithParam<const char*> {};

TEST_P(HostileQuantities, TakeTimeInProportion) {
  const double small = time_of(repeated(GetParam(), 60000)), large = time_of(repeated(GetParam(), 240000));
  // the lexicon takes its time once; a quadratic text would take sixteen times as long
  EXPECT_LT(large, 8 * small + 0.05) << small << " s and " << large << " s";
}

INSTANTIATE_TEST_SUITE_P(Pieces, HostileQuantities,
                         ::testing::Values("7", "$", "a hundred and ", "$1,1,1", "billion ", "hundreds of ",
                                           "1-", "five-", "5km/", "1.", "(1) ", "5\"", "5' ", "a ",
                                           "one of the ", "1 to ", "twice the ", "1st ", "half of ",
                                           "between 1 and ", "1,000-", "x1", "1x", "minus ", "-1", "%", "½",
                                           "1/2", "5 feet ", "percent of ", "more than ", "up to 3% ", "€",
                                           "twenty ", "nineteen ninety ", "1:", "No. 1 ", "1e5",
                                           "\xC2\xA0"
                                           "1"));

// The design allows three times the cost of news, measured in docs/performance.md; sanitizers and a busy
// machine move a ratio, so the test holds what has gone wrong when a text costs ten times as much.
TEST(HostileQuantities, CostNoMoreThanTenTimesNews) {
  const double news = cost(own_news());
  for (const char* piece :
       {"7", "$", "1,1,", "a hundred and ", "billion ", "A. B. C. ", "Monday, Tuesday, ", "\xF0\x9F\x98\x80"})
    EXPECT_LT(cost(piece), 10 * news) << piece << ", news: " << 1e-6 / news << " MB/s";
}

// Text that is all quantities costs by their number: a row costs no more than three of
// news with the text around them.
TEST(HostileQuantities, CostNoMoreForARowThanThreeOfNews) {
  const auto seconds_a_row = [](const std::string& piece) {
    uint32_t rows = 0;
    const std::string text = repeated(piece, 200000);
    time_of(text, &rows);
    return cost(piece) * static_cast<double>(text.size()) / rows;
  };
  const double news = seconds_a_row(own_news());
  for (const char* piece : {"$1,1,1 ", "7 ", "5% ", "a hundred and "})
    EXPECT_LT(seconds_a_row(piece), 3 * news) << piece << ", news: " << news * 1e6 << " us";
}

TEST(HostileQuantities, RandomSplicesOfTheTableKeepTheirPromises) {
  const auto cases = read_cases("quantities_cases.txt");
  const char* marks[] = {"-",          ",",
                         ".",          "%",
                         "$",          "/",
                         "(",          ")",
                         "'",          "\"",
                         " ",          "\xE2\x82\xAC",
                         "\xC2\xBD",   "\xE2\x80\x94",
                         "x",          "1",
                         "of ",        "to ",
                         "and a half "};
  std::mt19937 random(23);
  for (int round = 0; round < 1000; ++round) {
    std::string text;
    for (int piece = 0; piece < 4; ++piece) {
      const std::string& from = cases[random() % cases.size()].text;
      size_t begin = random() % from.size(), end = begin + random() % (from.size() - begin + 1);
      while (begin > 0 && (static_cast<unsigned char>(from[begin]) & 0xC0) == 0x80) --begin;
      while (end < from.size() && (static_cast<unsigned char>(from[end]) & 0xC0) == 0x80) ++end;
      text += from.substr(begin, end - begin) + marks[random() % std::size(marks)];
    }
    const auto doc = read_text(text);  // the test host checks spans, order, choices and references
    const auto q = doc->layer<layers::Quantities>();
    for (uint32_t i = 0; i < q.size(); ++i) {
      ASSERT_LT(q.span(i).begin, q.span(i).end) << text;
      ASSERT_FALSE(std::isinf(q.get<"value">(i)) || std::isinf(q.get<"implied_value">(i)) ||
                   std::isinf(q.get<"si_value">(i)))
          << text;
      ASSERT_FALSE(q.get<"low">(i) > q.get<"high">(i)) << text;
      if (i > 0) { ASSERT_LE(q.span(i - 1).end, q.span(i).begin) << text; }
    }
  }
}

}  // namespace
}  // namespace claimsift
