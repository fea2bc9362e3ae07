// SPDX-License-Identifier: Apache-2.0
// The subcommand `merge-clusters`: the clusters of shards that ran side by side, as one run over all of them
// would have given them.
#include "claimsift/json.hpp"
#include "cli/command.hpp"
#include "pipeline/diagnostic.hpp"
#include "stages/claims/claim_signature.hpp"
#include "stages/claims/cluster_index.hpp"

namespace claimsift::cli {
namespace {

int merge_clusters(const Arguments& arguments, Console& console) try {
  ClusterIndex index;
  std::string line;
  for (const std::string& path : arguments.words())
    each_signature(path, [&](const SignedClaim& claim) {
      line.clear();
      {
        json::Object object(line);
        object.text("claim_id", claim_name(claim.id));
        object.text("cluster", claim_name(index.add(claim.id, claim.key)));
      }
      console.out() << line << '\n';
    });
  return kDone;
} catch (const OutputFailure&) { throw; } catch (const std::runtime_error& e) {
  throw Failure({}, e.what());
}

}  // namespace

extern const Command kMergeClusters;
const Command kMergeClusters{
    "merge-clusters",
    "Joins the clusters of shards: prints each claim's id with that of the earliest it repeats.",
    "SIGNATURES...",
    1,
    SIZE_MAX,
    {},
    "merge-clusters out/2023.jsonl out/2024.jsonl",
    merge_clusters};

}  // namespace claimsift::cli
