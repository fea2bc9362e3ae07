// SPDX-License-Identifier: Apache-2.0
// reader.hpp - the grammar of quantities: reads a sentence from left to right, puts numbers, units and ranges
// together and says what kind each is. Pure functions over one sentence; results are appended.
#pragma once

#include "stages/quantities/quantity.hpp"

namespace claimsift::quantities {

/// Appends the quantities of a sentence, in order, with modifiers and changes, without concepts and
/// relations. `is_time` tells whether a span of the text is a date or clock time.
struct TimeSpans {
  const cs_span* spans = nullptr;
  const uint8_t* dated = nullptr;  // 1: DATE or TIME, 0: DURATION or SET
  uint32_t count = 0;
  bool covers(uint32_t begin, uint32_t end) const;
};
void read_sentence(const Atoms& atoms, const TimeSpans& times, QuantityList& out);

}  // namespace claimsift::quantities
