// SPDX-License-Identifier: Apache-2.0
// Texts made to be slow stay linear: four times the text takes at most about four times the time.
#include <gtest/gtest.h>

#include <ctime>

#include "tests/stages/quantities/reading.hpp"

namespace claimsift {
namespace {

double seconds() {
  timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

double time_of(const std::string& piece, size_t size) {
  std::string text;
  while (text.size() < size) text += piece;
  TestDocument doc(text);
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  const double begin = seconds();
  const TestResult r = run_stage<Quantities>(doc);
  EXPECT_EQ(r.status, CS_OK) << r.message;
  return seconds() - begin;
}

class HostileQuantities : public ::testing::TestWithParam<const char*> {};

TEST_P(HostileQuantities, TakeTimeInProportion) {
  const double small = time_of(GetParam(), 60000), large = time_of(GetParam(), 240000);
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

}  // namespace
}  // namespace claimsift
