// SPDX-License-Identifier: Apache-2.0
// unit_choice.hpp - forms that are units and something else ("in", "C", "pounds"): what the words around
// tell. Pure functions.
#pragma once

#include "stages/quantities/number.hpp"

namespace claimsift::quantities {

/// Whether a K behind the number near atom `at` can be kelvins: degrees or temperatures are near.
bool kelvin_context(const Atoms& atoms, uint32_t at);

/// Whether the symbol at atoms [at, next) can be a unit of the number before it.
bool symbol_fits(const Atoms& atoms, const Number& number, uint32_t at, uint32_t next);

/// The sense of the symbol at atom `at` that the words near it ask for, or null.
const Symbol* sense_near(const Atoms& atoms, uint32_t at);

/// Whether "pounds" at atom `at` are money rather than mass.
bool pounds_are_money(const Atoms& atoms, const Number& number, uint32_t at, bool hyphen);

}  // namespace claimsift::quantities
