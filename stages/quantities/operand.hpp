// SPDX-License-Identifier: Apache-2.0
// operand.hpp - reads one number with sign, currency and unit: a whole quantity or one end of a range. Pure
// functions.
#pragma once

#include "stages/quantities/quantity.hpp"

namespace claimsift::quantities {

/// Reads the number at atom i; false where there is none, with the atom to go on at in `resume`.
bool read_operand(const Atoms& atoms, uint32_t i, NumberContext context, Operand& operand, uint32_t& resume);

}  // namespace claimsift::quantities
