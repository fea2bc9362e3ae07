// SPDX-License-Identifier: Apache-2.0
// claims.hpp - the stage `claims`: finds the spans that assert something, and says of each what it is about,
// what kind of statement it is, how it reads on its own and how worth checking it is. One instance serves all
// threads.
#pragma once

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/claims/candidates.hpp"
#include "stages/claims/scorer.hpp"
#include "stages/claims/types.hpp"

namespace claimsift {

class Claims
    : public Stage<
          Reads<Optional<layers::Header>, layers::Sentences, layers::Tokens, Optional<layers::Quantities>,
                Optional<layers::Times>, Optional<layers::Attributions>, Optional<layers::AttributionSources>,
                Optional<layers::AttributionContents>, Optional<layers::Speakers>, Optional<layers::Tags>,
                Optional<layers::Syntax>, Optional<layers::Entities>, Optional<layers::People>,
                Optional<layers::Mentions>>,
          Writes<layers::Claims, layers::ClaimFacts, layers::Unresolved, layers::ClaimReasons>> {
 public:
  static constexpr Info info{"claims", "Finds the spans that assert something checkable and scores them."};
  static constexpr cs_option options[] = {
      option::number("min_check_worthiness", "0", "Claims with a lower score are left out.", 0, 1),
      option::integer("explain", "0", "How many features that moved each score to write to claim_reasons.", 0,
                      1000),
      option::path("model", "", "The scoring model, if not the one that comes with claimsift."),
      option::path("vectors", "", "The word vectors, if not those that come with claimsift."),
  };
  explicit Claims(const Setup& setup);
  void process(Document& doc) const;

 private:
  double min_check_worthiness_;
  size_t explain_;  // reasons a score
  WordVectors vectors_;
  ClaimScorer scorer_;
};

}  // namespace claimsift
