// SPDX-License-Identifier: Apache-2.0
// types.hpp - what kind of statement a claim is (several may hold), and whether it denies or hedges: rules
// over the classes of its words and its quantities and times. Pure functions.
#pragma once

#include <cstdint>

#include "claimsift/layers.hpp"

namespace claimsift {

/// What the words and facts of a claim add up to.
struct ClaimTraits {
  uint32_t classes = 0;     // word classes that occur
  uint32_t cues = 0;        // bits of type_cue that occur
  uint32_t quantities = 0;  // bits of QuantityKind that occur
  bool interval = false;    // a quantity that is a range
  uint32_t times = 0;       // bits of TimeType that occur
  uint32_t dates = 0;       // how many dates occur
  bool attributed = false;  // somebody else says it
  bool finite = true;       // it has a finite verb, or nothing is known of its verbs
  bool said = false;        // with a cue that states ("said", "announced")
};

/// Bits of kClaimTypes; never empty.
uint32_t claim_types(const ClaimTraits& traits);

/// The bit of a type by its name.
constexpr uint32_t claim_type(std::string_view name) {
  for (uint32_t i = 0; i < std::size(kClaimTypes); ++i)
    if (name == kClaimTypes[i]) return 1u << i;
  return 0;
}

}  // namespace claimsift
