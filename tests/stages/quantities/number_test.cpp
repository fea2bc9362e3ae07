// SPDX-License-Identifier: Apache-2.0
// Numbers are read back to the value that they were written from, in digits and in words.
#include "stages/quantities/number.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <random>

#include "stages/quantities/quantities.hpp"

namespace claimsift::quantities {
namespace {

const Lexicon& lexicon() {
  static const Lexicon built = make_lexicon({}, "USD");
  return built;
}

/// The number at the text's begin; NaN when it does not take in the whole text.
double whole(const std::string& text) {
  std::vector<Atom> pieces;
  cut(lexicon(), text, 0, static_cast<uint32_t>(text.size()), pieces);
  const Atoms atoms(lexicon(), text, pieces);
  Number n;
  if (!read_number(atoms, 0, {}, n) || n.next != atoms.size()) return NAN;
  return n.value;
}

std::string digits(double v) {
  char buffer[400];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, v, std::chars_format::fixed).ptr};
}

std::string grouped(uint64_t v) {
  std::string s = std::to_string(v);
  for (int at = static_cast<int>(s.size()) - 3; at > 0; at -= 3) s.insert(static_cast<size_t>(at), ",");
  return s;
}

std::string below_thousand(uint64_t v) {
  static constexpr const char* small[] = {"",        "one",     "two",       "three",    "four",
                                          "five",    "six",     "seven",     "eight",    "nine",
                                          "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                          "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static constexpr const char* tens[] = {"",      "",      "twenty",  "thirty", "forty",
                                         "fifty", "sixty", "seventy", "eighty", "ninety"};
  std::string s;
  if (v >= 100) {
    s = std::string(small[v / 100]) + " hundred";
    v %= 100;
    if (v) s += " and ";
  }
  if (v >= 20) {
    s += tens[v / 10];
    if (v % 10) s += std::string("-") + small[v % 10];
  } else {
    s += small[v];
  }
  return s;
}

std::string words(uint64_t v) {
  if (v == 0) return "zero";
  static constexpr struct {
    uint64_t value;
    const char* name;
  } scales[] = {
      {1000000000000, "trillion"}, {1000000000, "billion"}, {1000000, "million"}, {1000, "thousand"}};
  std::string s;
  for (const auto& scale : scales) {
    if (v < scale.value) continue;
    s += below_thousand(v / scale.value) + " " + scale.name;
    v %= scale.value;
    if (v) s += " ";
  }
  return v ? s + below_thousand(v) : s;
}

TEST(Numbers, TenThousandRandomDoublesInDigits) {
  std::mt19937_64 random(7);
  std::uniform_real_distribution<double> exponent(-6, 18);
  for (int i = 0; i < 10000; ++i) {
    const double v = std::pow(10.0, exponent(random)) * static_cast<double>(random() % 1000 + 1) / 7;
    ASSERT_EQ(whole(digits(v)), v) << digits(v);
  }
}

TEST(Numbers, TenThousandRandomIntegersWithSeparators) {
  std::mt19937_64 random(11);
  for (int i = 0; i < 10000; ++i) {
    const uint64_t v = random() >> (11 + random() % 50);
    ASSERT_EQ(whole(grouped(v)), static_cast<double>(v)) << grouped(v);
  }
}

TEST(Numbers, TenThousandRandomIntegersInWords) {
  std::mt19937_64 random(13);
  for (int i = 0; i < 10000; ++i) {
    const uint64_t v = (random() % 1000000000000000) >> (random() % 50);
    ASSERT_EQ(whole(words(v)), static_cast<double>(v)) << words(v);
  }
}

TEST(Numbers, TenThousandRandomDecimalsWithScales) {
  std::mt19937_64 random(17);
  static constexpr struct {
    const char* name;
    const char* zeros;
  } scales[] = {{" million", "e6"}, {"bn", "e9"}, {" thousand", "e3"}, {" trillion", "e12"}};
  for (int i = 0; i < 10000; ++i) {
    const auto& scale = scales[random() % 4];
    const std::string decimal = std::to_string(random() % 1000) + "." + std::to_string(random() % 10000);
    ASSERT_EQ(whole(decimal + scale.name), std::stod(decimal + scale.zeros)) << decimal << scale.name;
  }
}

TEST(Numbers, DecimalsAreExact) {
  EXPECT_EQ(whole("1.2bn"), 1200000000.0);
  EXPECT_EQ(whole("0.1"), 0.1);
  EXPECT_EQ(whole("4.35 million"), 4350000.0);
  EXPECT_EQ(read_digits("1,234.5"), 1234.5);
  EXPECT_EQ(read_digits("1.234,5"), 1234.5);
  EXPECT_EQ(read_digits("1.234.567"), 1234567);
  EXPECT_EQ(read_digits("2.5e3"), 2500);
  EXPECT_EQ(read_digits("16", 6), 16e6);
}

TEST(Numbers, MixedFormsAreRead) {
  EXPECT_EQ(whole("three and a half million"), 3.5e6);
  EXPECT_EQ(whole("half a billion"), 5e8);
  EXPECT_EQ(whole("a dozen"), 12);
  EXPECT_EQ(whole("half a dozen"), 6);
  EXPECT_EQ(whole("7 1/2"), 7.5);
  EXPECT_EQ(whole("7½"), 7.5);
  EXPECT_EQ(whole("two-thirds"), 2.0 / 3);
  EXPECT_EQ(whole("a quarter of a million"), 250000);
  EXPECT_EQ(whole("2.48×10−5"), 2.48e-5);
  EXPECT_EQ(whole("12,34,567"), 1234567);
  EXPECT_EQ(whole("10 000"), 10000);
  EXPECT_EQ(whole("3 hundred and 21"), 321);
  EXPECT_EQ(whole("three point one four"), 3.14);
  EXPECT_EQ(whole("twenty-fifth"), 25);
  EXPECT_EQ(whole("2 dozen"), 24);
  EXPECT_EQ(whole("5 lakh"), 500000);
}

TEST(Numbers, TooLargeANumberHasNoValue) {
  EXPECT_TRUE(std::isnan(read_digits(std::string(10000, '9'))));
  EXPECT_TRUE(std::isnan(read_digits("1e999")));
  EXPECT_TRUE(std::isnan(read_digits("1e99999999999999999999")));
  EXPECT_EQ(read_digits("1" + std::string(308, '0')), 1e308);
}

}  // namespace
}  // namespace claimsift::quantities
