// SPDX-License-Identifier: Apache-2.0
// concepts.hpp - finds what a quantity measures or counts: "past military aid" for "$350 billion", "driving
// range" for "35 miles". A pure function over the atoms around it.
#pragma once

#include "stages/quantities/quantity.hpp"

namespace claimsift::quantities {

/// The span of the noun phrase that the quantity is about, or the null span.
cs_span concept_of(const Atoms& atoms, const Quantity& quantity);

}  // namespace claimsift::quantities
