// SPDX-License-Identifier: Apache-2.0
// standalone.hpp - a claim as a sentence of its own. Only what is certain is replaced: relative dates that
// the `times` stage has resolved, the speaker's own "I" in a quotation and "he" in indirect speech, a pronoun
// that can mean one person alone, a subject that stands in the clause before, "the deal" with one fuller
// mention before it. The rest is listed as unresolved, since a guessed meaning is worse than an open one.
// Pure functions.
#pragma once

#include <string>
#include <vector>

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/claims/candidates.hpp"
#include "stages/claims/references.hpp"

namespace claimsift {

/// A span that stays open, and why.
struct OpenSpan {
  cs_span span;
  Unresolvable why;
};

struct Standalone {
  std::string text;
  std::vector<OpenSpan> open;  // in text order
};

/// What it is worked out from; `quantities`, `times`, and what `references` reads may be absent.
struct StandaloneInput {
  std::string_view text;
  View<layers::Tokens> tokens;
  View<layers::Quantities> quantities;
  View<layers::Times> times;
  const References& references;
};

Standalone make_standalone(const StandaloneInput& input, const Candidate& candidate, const Voice& voice);

}  // namespace claimsift
