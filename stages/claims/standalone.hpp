// SPDX-License-Identifier: Apache-2.0
// standalone.hpp - a claim as a sentence of its own. Only what is certain is replaced: relative dates that
// the `times` stage has resolved, and a "he", "she" or "they" that opens what its source says in indirect
// speech
// ("Lee said he will resign"); the rest is listed as unresolved, since a guessed meaning is worse than an
// open one. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"

namespace claimsift {

/// A span that stays open, and why.
struct OpenSpan {
  cs_span span;
  Unresolvable why;
};

struct Standalone {
  std::string text;
  std::vector<OpenSpan> open;
};

/// What it is worked out from.
struct StandaloneInput {
  std::string_view text;
  View<layers::Tokens> tokens;
  View<layers::Quantities> quantities;
  View<layers::Times> times;
  std::string_view indirect_source;  // who says it in indirect speech, by name; empty if nobody does
};

Standalone make_standalone(const StandaloneInput& input, cs_span claim);

}  // namespace claimsift
