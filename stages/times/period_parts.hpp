// SPDX-License-Identifier: Apache-2.0
// period_parts.hpp - what named periods are made of: the word that says which one is meant ("last", "the
// same"), the name ("week", "summer", "third quarter") and the year behind it. Pure functions.
#pragma once

#include "stages/times/grammar.hpp"

namespace claimsift::times {

/// "last", "this", "following".
bool which_word(const Atoms& a, uint32_t i, Which& which, uint32_t& next);
/// -1, 0 or 1 periods away.
int shift_of(Which which);
/// "third quarter", "fourth-quarter", "Q3", "first half".
bool read_part_of_year(const Atoms& a, uint32_t i, Moment& m, uint32_t& next);
/// A season, weekday, month, holiday or unit behind a word that says which.
bool read_named(const Atoms& a, uint32_t i, Expression& e);
/// "year-earlier", "year-ago" in front of a period.
bool read_year_earlier(const Atoms& a, uint32_t i, uint32_t& next);

}  // namespace claimsift::times
