// SPDX-License-Identifier: Apache-2.0
// Texts that break segmenters: every token lies in exactly one sentence, nothing is lost, and the time
// grows with the length alone.
#include <gtest/gtest.h>

#include <ctime>

#include "stages/text/characters.hpp"
#include "tests/stages/language/segments.hpp"

namespace claimsift {
namespace {

std::string repeated(std::string_view unit, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += unit;
  return text;
}

const std::string_view kUnits[] = {"a",
                                   ".",
                                   "7",
                                   "$1,1",
                                   "\"",
                                   "\n",
                                   "\r\n",
                                   "\xF0\x9F\x98\x80",
                                   "\xE4\xB8\xAD",
                                   "a-",
                                   "a@b ",
                                   "a'",
                                   "'a",
                                   "(",
                                   " [7]",
                                   ".      ",
                                   "1) A ",
                                   "* A ",
                                   "a/",
                                   "http://a",
                                   "a&",
                                   "1,",
                                   "1:",
                                   "U.S. ",
                                   "a.",
                                   ". . ",
                                   "AB ",
                                   "! ",
                                   ".\" ",
                                   "a*",
                                   "\xE2\x80\x99",
                                   " ",
                                   "\xC2\xA0",
                                   "Aaaa\n",
                                   ". [a",
                                   "By A B\n\n",
                                   "01/01/2001 1:1 ",
                                   "\xE2\x80\xA8",
                                   "A. B. C. ",
                                   "a@",
                                   "I said. ",
                                   "1. A\n",
                                   ">",
                                   "[...] ",
                                   "n't",
                                   "\xCC\x81",
                                   "www.",
                                   "&amp;"};

/// Every character that is no white space stands in a token, and every token in one sentence.
void check(const std::string& text) {
  TestDocument doc(text);
  ASSERT_EQ(run_stage<Sentences>(doc).status, CS_OK);
  const TestResult result = run_stage<Tokens>(doc);
  ASSERT_EQ(result.status, CS_OK) << result.message;
  const auto sentences = doc.layer<layers::Sentences>();
  const auto tokens = doc.layer<layers::Tokens>();
  uint32_t at = 0, sentence = 0;
  for (const cs_span t : tokens.spans()) {
    ASSERT_LE(at, t.begin);
    ASSERT_LT(t.begin, t.end);
    for (; at < t.begin; ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if ((byte & 0xC0) == 0x80) continue;
      ASSERT_TRUE((char_class(text, at) & chars::space) || byte < 0x20) << "lost at " << at;
    }
    at = t.end;
    while (sentence < sentences.size() && sentences.span(sentence).end <= t.begin) ++sentence;
    ASSERT_LT(sentence, sentences.size());
    ASSERT_LE(sentences.span(sentence).begin, t.begin);
    ASSERT_GE(sentences.span(sentence).end, t.end);
  }
}

TEST(HostileText, KeepsTheContract) {
  for (const std::string_view unit : kUnits) {
    SCOPED_TRACE(unit);
    check(repeated(unit, 3000));
    check("It rained. " + repeated(unit, 500) + " x@y.org \"He left.\" \xE2\x80\x9C" + std::string(unit));
  }
}

TEST(HostileText, MixedUnits) {
  uint32_t state = 12345;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
      state = state * 1664525u + 1013904223u;
      text += kUnits[(state >> 16) % std::size(kUnits)];
    }
    SCOPED_TRACE(text);
    check(text);
  }
}

double seconds(const std::string& text) {
  double best = 1e9;
  for (int i = 0; i < 3; ++i) {
    TestDocument doc(text);
    const std::clock_t begin = std::clock();
    run_stage<Sentences>(doc);
    run_stage<Tokens>(doc);
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return best;
}

TEST(HostileText, CostsLinearTime) {
  for (const std::string_view unit : kUnits) {
    const double small = seconds(repeated(unit, 100'000)), large = seconds(repeated(unit, 800'000));
    EXPECT_LT(large, 30 * small + 0.02) << unit;  // 8 times the text; quadratic cost would be 64
  }
}

}  // namespace
}  // namespace claimsift
