// SPDX-License-Identifier: Apache-2.0
// claim_clusters.hpp - the stage `claim_clusters`: for each claim the earliest one in input order, over all
// documents of the run and of the earlier runs that it is told of, that it verifiably repeats. A collector:
// it sees documents in order, one at a time, so a line once written stays true, for any number of threads.
// Its state goes into checkpoints. Shards that ran side by side are joined by `claimsift merge-clusters`,
// which replays their signatures in input order.
#pragma once

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/claims/cluster_index.hpp"

namespace claimsift {

class ClaimClusters : public Stage<Reads<layers::Tokens, Optional<layers::Tags>, Optional<layers::Quantities>,
                                         Optional<layers::Times>, layers::Claims>,
                                   Writes<layers::ClaimClusters>> {
 public:
  static constexpr Info info{"claim_clusters", "Finds the earliest claim of the run that a claim repeats.",
                             CS_COLLECTOR};
  static constexpr cs_option options[] = {
      option::paths("earlier", "[]",
                    "Signatures of earlier runs, in the order of those: what their claims are repeated by."),
      option::flag("signatures", "false", "Say what is compared, for later runs and for merge-clusters."),
  };
  explicit ClaimClusters(const Setup& setup);

  void process(Document& doc);
  void save(Document& doc) { doc.emit(index_.save()); }
  void restore(Document&, std::string_view state) { index_.load(state); }

 private:
  bool signatures_;
  ClusterIndex index_;
};

}  // namespace claimsift
