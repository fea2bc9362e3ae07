// SPDX-License-Identifier: Apache-2.0
// ranges.hpp - joins numbers: ranges ("between 5 and 7", "$10-15 million"), scores and odds, shares ("one in
// five"), and units that add up ("5 feet 2 inches"). Pure functions over the atoms behind a first number.
#pragma once

#include "stages/quantities/quantity.hpp"

namespace claimsift::quantities {

/// What a first operand and the atoms behind it make together.
enum class Joined : uint8_t { nothing, range, score, odds, share };

/// Reads what joins `left` to a second number; on success `right` is it (its unit shared both ways).
/// `intro` is the atom before the left one and its modifiers, kNone at the sentence's begin.
Joined read_joined(const Atoms& atoms, Operand& left, uint32_t intro, Operand& right);

/// Adds smaller units of the same dimension: "5 ft 2 in", "an hour and a half", "3 dollars and 14 cents".
void add_smaller_units(const Atoms& atoms, Operand& operand);

}  // namespace claimsift::quantities
