// SPDX-License-Identifier: Apache-2.0
// claim_relations.hpp - the stage `claim_relations`: which claims of one document dispute, restate or update
// each other, by their quantities: a ratio on another claim's value, the same concept or counted noun with
// another value in a contrasting clause; and by what denies the claim before ("that is false"). One instance
// serves all threads.
#pragma once

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"

namespace claimsift {

class ClaimRelations
    : public Stage<
          Reads<layers::Sentences, layers::Tokens, layers::Quantities, layers::Claims, layers::ClaimFacts>,
          Writes<layers::ClaimRelations>> {
 public:
  static constexpr Info info{"claim_relations", "Relates claims that dispute, restate or update each other."};
  explicit ClaimRelations(const Setup&) {}
  void process(Document& doc) const;
};

}  // namespace claimsift
