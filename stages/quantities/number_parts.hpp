// SPDX-License-Identifier: Apache-2.0
// number_parts.hpp - the pieces that numbers in digits and in words share: powers of ten, scale words,
// fractions. Internal to number.cpp and number_words.cpp; pure functions.
#pragma once

#include "stages/quantities/number.hpp"

namespace claimsift::quantities {

/// 10^scale, 0 to 22.
double power(int scale);

/// The value of characters that are a number for from_chars; NaN when no double holds it.
double parse_number(const char* first, const char* last);

/// The value of "½" and its like.
double fraction_value(uint32_t code);

inline bool article(const Atoms& a, uint32_t i) { return a.any(i, "a", "an"); }

/// A hyphen that joins two words, "twenty-one".
inline bool joint(const Atoms& a, uint32_t i) { return a[i].dash() && a.glued(i) && a.glued(i + 1); }

inline bool plain_digits(std::string_view s) {
  return s.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "1/2", "1 / 4": the slash and the digits below it.
bool slash_fraction(const Atoms& a, uint32_t i, double& value, uint32_t& next);

/// "and a half", "and three quarters", "1/2", "½" behind a whole number.
bool added_part(const Atoms& a, uint32_t i, double& value, uint32_t& next);

/// Scale and group words behind a number: "million", "hundred thousand", "dozen".
struct Scales {
  int power = 0;
  double group = 1;
};
bool scale_word(const Atoms& a, uint32_t& i, Scales& s);

/// The power of ten of letters written to digits ("1.2bn", "$5 M"); 0 for none.
int letter_scale(const Atoms& a, uint32_t i, bool money);

/// A cardinal in words: value, end and what its scales were.
struct Words {
  double value = 0, group = 0, last_scale = 0, unscaled = 0;
  uint32_t next = 0;
  int scale = 0;
  bool year = false;
};
bool cardinal_words(const Atoms& a, uint32_t i, bool no_and, Words& w);

/// Makes `n` the fraction `value` that ends before atom `next`, with "(of) a million" or "a dozen" behind it.
bool read_fraction(Number& n, const Atoms& a, double value, uint32_t next);

/// A number that begins with a word.
bool read_from_words(const Atoms& a, uint32_t i, NumberContext context, Number& n);

}  // namespace claimsift::quantities
