// SPDX-License-Identifier: Apache-2.0
// exclusions.hpp - numbers that are no quantities: dates, clock times, years, phone numbers, addresses, names
// with numbers ("Boeing 737"), versions, list markers, ids. Pure functions over the atoms around the number.
#pragma once

#include "stages/quantities/quantity.hpp"

namespace claimsift::quantities {

/// Whether the number in digits at atom i is none whatever its unit; `resume` is the atom to go on at.
bool never_a_number(const Atoms& atoms, uint32_t i, uint32_t& resume);

/// "4,17,3,9,0,1,22,5": many numbers that commas join without a space are a row of data rather than prose,
/// whether a currency stands before them or not; `resume` is the atom behind them.
bool data_row(const Atoms& atoms, uint32_t i, uint32_t& resume);

/// Whether a number without unit of measure is a name, a year, a label or an address.
bool names_something(const Atoms& atoms, const Quantity& quantity, bool title_case);

/// Whether most words of the sentence have capitals, as in a headline.
bool is_title_case(const Atoms& atoms);

}  // namespace claimsift::quantities
