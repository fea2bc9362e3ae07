// SPDX-License-Identifier: Apache-2.0
// verb_patterns.hpp - how the finite verbs of a span stand: tense, lemma, what stands before them (a pronoun
// by itself, a noun by its tag) and the verb that an auxiliary goes with. "He cut taxes" and "we will cut
// taxes" differ here and in few other features. Drawn from tags alone, since trees are not always there.
#pragma once

#include <cstdint>
#include <vector>

#include "claimsift/layers.hpp"

namespace claimsift {

/// A pattern as a hash, with the token of its verb.
struct VerbPattern {
  uint32_t key, verb;
};

/// Fills `patterns` (cleared first) for the tokens [first, last); none where there are no tags.
void verb_patterns(const View<layers::Tokens>& tokens, const View<layers::Tags>& tags, uint32_t first,
                   uint32_t last, std::vector<VerbPattern>& patterns);

}  // namespace claimsift
