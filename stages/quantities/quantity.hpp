// SPDX-License-Identifier: Apache-2.0
// quantity.hpp - a quantity while the grammar works on it: atoms, number, unit, and what the later steps
// (modifiers, concepts, relations) found out. Plain data of one document.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "stages/quantities/counted.hpp"
#include "stages/quantities/units.hpp"

namespace claimsift::quantities {

/// One number with its unit: an end of a range, or a whole quantity.
struct Operand {
  uint32_t first = 0, next = 0;  // atoms, with currency and sign
  Number number;
  UnitMatch unit;
  Modifier modifier{255};  // of the second end: "between 2 and about 7"
  double value = NAN;
  bool negative = false;
};

struct Quantity {
  uint32_t first = 0, next = 0;  // atoms of its sentence
  cs_span span{};
  QuantityKind kind{QuantityKind::number};
  Modifier modifier{255};
  Change change{255};
  double value = NAN, low = NAN, high = NAN;
  NumberForm form = NumberForm::cardinal;
  UnitMatch unit;
  CountedNoun noun;
  bool range = false, digits = false, plain = false, hyphen = false, glued_scale = false;
  uint32_t number_first = 0, number_next = 0;  // atoms of the (first) number
  int scale = 0;
  std::string unit_name;
  cs_span concept_span{CS_NULL_ID, CS_NULL_ID};
  uint32_t sentence = 0;
  uint32_t relative_to = kNone;  // place in the list while its sentence is read; its unit is the implied
                                 // value's too
  double implied_value = NAN;
  uint32_t row = kNone;  // of the layer, once it is written
};

/// Quantities in text order: the last ones of earlier sentences that others may refer to, then those of the
/// sentence at hand. Short, so that a document full of numbers costs what its rows cost.
using QuantityList = std::vector<Quantity>;

/// How many quantities back an antecedent may lie.
inline constexpr uint32_t kBack = 12;

}  // namespace claimsift::quantities
