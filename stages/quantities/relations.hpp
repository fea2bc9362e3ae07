// SPDX-License-Identifier: Apache-2.0
// relations.hpp - ties ratios, shares and changes to the quantity they are about and works out what they
// imply: after "$350 billion", "twice the actual amount" refers to it and implies 175 billion. Pure
// functions.
#pragma once

#include "stages/quantities/quantity.hpp"

namespace claimsift::quantities {

/// Links the quantities [first, all.size()) of the sentence `atoms` to one another and to earlier ones.
void relate(const Atoms& atoms, QuantityList& all, uint32_t first);

}  // namespace claimsift::quantities
