// SPDX-License-Identifier: Apache-2.0
// modifiers.hpp - words in front of a time that give its `mod` and belong to its span: "about", "more than",
// "early", "the end of". Pure functions.
#pragma once

#include "stages/times/grammar.hpp"

namespace claimsift::times {

struct Prefix {
  enum class Kind : uint8_t {
    amount,  // "over", "at least": before counts
    near,    // "about": before counts, clock times and dates
    phase    // "early", "the end of": before dates
  };
  TimeMod mod;
  Kind kind;
  uint32_t next;
  bool of = false;  // "the end of", "earlier in": "the year" may follow
};

bool read_prefix(const Atoms& a, uint32_t i, Prefix& p);
/// Whether the prefix can modify what was read behind it.
bool fits(const Atoms& a, const Prefix& p, const Expression& e);
/// "the year" behind "the end of": the running one.
bool read_running_unit(const Atoms& a, uint32_t i, Expression& e);
/// "or so", "or later" behind a time.
void read_suffix(const Atoms& a, Expression& e);
/// "year-end", "year's end", "month's end".
bool read_unit_end(const Atoms& a, uint32_t i, Expression& e);

}  // namespace claimsift::times
