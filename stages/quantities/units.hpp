// SPDX-License-Identifier: Apache-2.0
// units.hpp - reads what a number is measured in: a unit or currency before or behind it, rates ("$10 a
// gram", "miles per hour", "A/cm2"), and the canonical value that follows from the lexicon. Pure functions.
#pragma once

#include <string>

#include "stages/quantities/number.hpp"

namespace claimsift::quantities {

/// A unit or currency, what it is counted by, and the atoms it takes.
struct UnitMatch {
  uint32_t next = 0;
  uint32_t unit = kNone, currency = kNone;  // rows of the lexicon; one is set
  uint32_t per = kNone;                     // "per hour": row of a unit,
  uint32_t per_noun = kNone;                // or the atom of a noun
  uint32_t per_count = 0;                   // "per 100,000": atom of the number + 1
  bool hyphen = false;                      // "three-year"
  bool ambiguous = false;                   // "pounds": money or mass
  bool found() const { return unit != kNone || currency != kNone; }
};

/// The unit or currency behind a number, at atom `at`.
bool read_unit(const Atoms& atoms, const Number& number, uint32_t at, UnitMatch& match);

/// "per hour", "an hour", "/h", "-a-share" at match.next.
void read_rate(const Atoms& atoms, bool money, UnitMatch& match);

/// A currency sign, code or name that begins at `at` and stands before a number.
bool read_currency_before(const Atoms& atoms, uint32_t at, uint32_t& currency, uint32_t& next);

/// The name of a unit with its rate, as records print it.
std::string unit_name(const Atoms& atoms, const UnitMatch& match);

/// The value in the canonical unit of the dimension; false where there is none (counts, money, angles of
/// unknown kind).
struct Canonical {
  double factor = 1, offset = 0;
  std::string unit;
};
bool canonical(const Lexicon& lexicon, const UnitMatch& match, Canonical& out);

}  // namespace claimsift::quantities
