// SPDX-License-Identifier: Apache-2.0
// known_claims.hpp - the stage `known_claims`: has this claim been checked before? Each claim gets the claims
// of a list that are most like it, with verdict and link. One instance serves all threads.
#pragma once

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/claims/known_index.hpp"

namespace claimsift {

class KnownClaims : public Stage<Reads<layers::Sentences, layers::Claims>, Writes<layers::ClaimMatches>> {
 public:
  static constexpr Info info{"known_claims", "Finds claims that were checked before."};
  static constexpr cs_option options[] = {
      option::paths(
          "lists", nullptr,
          "Checked claims: .jsonl, .csv or .tsv, also packed, with id, text and, where known, title, "
          "verdict and url."),
      option::integer("top", "5", "Matches a claim has at most.", 1, 100),
      option::number("min_score", "0.2", "Matches with a lower score are left out.", 0, 1),
  };
  explicit KnownClaims(const Setup& setup);
  void process(Document& doc) const;

 private:
  size_t top_;
  double min_score_;
  KnownIndex index_;
};

}  // namespace claimsift
