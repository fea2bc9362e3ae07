// SPDX-License-Identifier: Apache-2.0
// claim_relations.hpp - the stage `claim_relations`: which claims of one document dispute, restate or update
// each other. By their quantities: a ratio on another claim's value, the same thing with another value in a
// contrast or by another voice, or at another time; by what denies the claim before ("that is false"); and by
// a claim that says the opposite in the same words. One instance serves all threads.
#pragma once

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"

namespace claimsift {

class ClaimRelations
    : public Stage<Reads<layers::Sentences, layers::Tokens, layers::Quantities, layers::Claims,
                         layers::ClaimFacts, Optional<layers::Tags>, Optional<layers::Times>,
                         Optional<layers::AttributionCues>, Optional<layers::Speakers>>,
                   Writes<layers::ClaimRelations>> {
 public:
  static constexpr Info info{"claim_relations", "Relates claims that dispute, restate or update each other."};
  explicit ClaimRelations(const Setup&) {}
  void process(Document& doc) const;
};

}  // namespace claimsift
