// SPDX-License-Identifier: Apache-2.0
// claim_key.hpp - what a claim says, apart from how it is worded: stems, last words of names, values with
// their units, dates, direction and polarity. Two claims are compared by their keys alone. Pure functions;
// safe from several threads.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"

namespace claimsift {

/// Hashes, each list sorted and without repeats.
struct ClaimKey {
  std::vector<uint32_t> stems;  // of words that carry meaning, names among them
  std::vector<uint32_t> names;  // the last word of each stretch of capitals
  uint32_t first = 0;           // the first word where it may be a name or not; 0 where it is known
  std::vector<uint64_t>
      values;  // quantities: value, bounds, and the unit where it is one of measure or money
  std::vector<uint32_t> counted;     // stems of what numbers count: the nurses of "800 nurses"
  std::vector<uint64_t> times;       // normalised dates
  std::vector<uint32_t> directions;  // words with an opposite ("rose"): the pair and which of the two
  bool negated = false;

  bool operator==(const ClaimKey&) const = default;
};

/// The layers that keys are drawn from; all but tokens may be absent. Lemmas tell that "fell" is "fall".
struct KeyInput {
  std::string_view text;
  View<layers::Tokens> tokens;
  View<layers::Tags> tags;
  View<layers::Quantities> quantities;
  View<layers::Times> times;
};

/// The key of the claim that stands at `span`.
ClaimKey claim_key(const KeyInput& input, cs_span span, bool negated);

/// Whether a claim has a word with an opposite ("rose"), without which its key is opposed to none.
bool has_direction(std::string_view text, const View<layers::Tokens>& tokens, cs_span span);

/// Whether one says "rose" and the other "fell", and neither says both.
bool opposed(const ClaimKey& a, const ClaimKey& b);

/// Whether each names someone whom the other does not. A first word is a name only against a certain one.
bool name_others(const ClaimKey& a, const ClaimKey& b);

/// The share of the stems of either that two claims have to share, the shorter one of which has `fewer`
/// stems.
double least_shared(size_t fewer);

/// Whether one claim verifiably repeats the other: most stems shared, and no conflict of number, unit, date,
/// name, direction or negation. What only one of the two states (a date, say) is no conflict, but a number
/// is.
bool repeats(const ClaimKey& a, const ClaimKey& b);

}  // namespace claimsift
