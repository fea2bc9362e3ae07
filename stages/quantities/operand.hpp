// SPDX-License-Identifier: Apache-2.0
// operand.hpp - reads one number with sign, currency and unit: a whole quantity or one end of a range. Pure
// functions.
#pragma once

#include "stages/quantities/quantity.hpp"

namespace claimsift::quantities {

/// Reads the number at atom i; false where there is none, with the atom to go on at in `resume`.
bool read_operand(const Atoms& atoms, uint32_t i, NumberContext context, Operand& operand, uint32_t& resume);

/// The power of ten of a prefix that stands before a currency's code at atom i ("MUSD 30", "30 KEUR"); 0 for
/// none.
int code_scale(const Atoms& atoms, uint32_t i);

}  // namespace claimsift::quantities
