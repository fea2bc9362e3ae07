// SPDX-License-Identifier: Apache-2.0
// entity_evidence.hpp - what the features of names share: capitals, and what a document's mentions of a word
// show of it. Pure functions, any thread.
#pragma once

#include <cstdint>

#include "claimsift/layers.hpp"

namespace claimsift {

constexpr bool is_capital(uint32_t shape) { return (shape & shape::upper) != 0; }

/// What a mention of a capitalised word shows, as a place in the evidence of the word.
enum class Shown : uint32_t {
  in_middle,
  alone,
  behind_name,
  before_name,
  behind_in,
  before_said,
  behind_the,
  behind_title
};
constexpr uint32_t bit(Shown what) { return 1u << static_cast<uint32_t>(what); }

}  // namespace claimsift
