// SPDX-License-Identifier: Apache-2.0
// number.hpp - reads a number from atoms: digits, words, both mixed, fractions, scales ("1.2bn", "three and a
// half million", "7 1/2", "two-thirds", "tens of thousands"). Pure functions, exact for what decimals can
// say.
#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>

#include "stages/quantities/atoms.hpp"

namespace claimsift::quantities {

enum class NumberForm : uint8_t {
  cardinal,
  ordinal,
  fraction,  // a part of one: 1/2, two-thirds
  vague,     // low..high of thousands, dozens
  multiple,  // twice, tenfold, doubled
  year       // "nineteen eighty-four": nothing to count
};

/// A number and what its form tells.
struct Number {
  uint32_t first = 0, next = 0;  // atoms [first, next)
  NumberForm form = NumberForm::cardinal;
  double value = NAN;            // NaN: too large to say, or vague
  double low = NAN, high = NAN;  // of a vague one
  double unscaled = NAN;         // before a scale word
  int scale = 0;                 // the power of ten that scale words gave
  bool digits = false;           // begins with digits
  bool plain = false;            // digits without separators, decimals, scale: may be a year or an id
  bool glued_scale = false;      // "1.2bn"
  bool article = false;          // "a hundred"
};

/// How the surroundings bear on the reading.
struct NumberContext {
  bool money = false;   // a currency stands before: "m", "t" are scales
  bool no_and = false;  // between X and Y: "and" does not join
};

/// Reads the number that begins at atom i; false where none does.
bool read_number(const Atoms& atoms, uint32_t i, NumberContext context, Number& number);

/// The value of digits with separators, times 10^scale, correctly rounded; NaN when no double holds it.
double read_digits(std::string_view digits, int scale = 0);

/// Applies a scale to a number read from digits again, exactly (for "$10-15 million").
double rescaled(const Atoms& atoms, const Number& number, int scale);

}  // namespace claimsift::quantities
