// SPDX-License-Identifier: Apache-2.0
// bare.hpp - numbers without a unit of measure: what they count, ages ("Ann Lee, 47,"), multiples, ordinals,
// and whether they are a number at all. One reader a sentence, used by one thread.
#pragma once

#include "stages/quantities/quantity.hpp"

namespace claimsift::quantities {

/// Whether years or a number tell an age ("old", "aged", "of age"); `next` moves behind the words that say
/// so.
bool is_age(const Atoms& atoms, uint32_t before, const UnitMatch& unit, bool bare, uint32_t& next);

/// Decides what a number without unit is.
class BareNumbers {
 public:
  explicit BareNumbers(const Atoms& atoms) : a_(atoms) {}

  /// Completes form, noun, unit and extent of `q`; false where it is no quantity. `before` is the first atom
  /// of its modifiers, `share` tells "one in five".
  bool read(Quantity& q, uint32_t before, bool share, bool& age);

 private:
  CountedNoun noun_of(const Quantity& q, uint32_t before, uint32_t at, bool one, bool share) const;
  bool multiple(Quantity& q) const;
  bool ordinal(Quantity& q);
  bool times(Quantity& q, uint32_t at) const;
  bool one_counts(const Quantity& q, uint32_t before) const;
  bool fraction_counts(const Quantity& q) const;
  bool title_case();

  const Atoms& a_;
  int title_ = -1;  // not yet known
};

}  // namespace claimsift::quantities
