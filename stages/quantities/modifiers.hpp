// SPDX-License-Identifier: Apache-2.0
// modifiers.hpp - what weakens or bounds a number ("more than", "or so", "up to") and whether it is a rise or
// a fall ("up 3%", "fell by half"). Pure functions over the atoms around a quantity.
#pragma once

#include "stages/quantities/quantity.hpp"

namespace claimsift::quantities {

/// The modifier that ends before atom `first`; `first` moves to its first atom.
Modifier modifier_before(const Atoms& atoms, uint32_t& first);

/// The modifier at atom `next` ("or more", "+"); `next` moves behind it.
Modifier modifier_after(const Atoms& atoms, uint32_t& next);

/// Rise or fall of a quantity; `before` is the first atom of its modifier.
Change change_of(const Atoms& atoms, const Quantity& quantity, uint32_t before);

}  // namespace claimsift::quantities
