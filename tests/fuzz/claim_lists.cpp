// SPDX-License-Identifier: Apache-2.0
// What the claim stages read beside the input: lists of known claims (JSON Lines, CSV, TSV), signatures of
// earlier runs, the clusters of a checkpoint. Any bytes are read or refused by a std::runtime_error, and what
// was read can be searched. The first byte says which it is.
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "stages/claims/claim_signature.hpp"
#include "stages/claims/cluster_index.hpp"
#include "stages/claims/known_index.hpp"

namespace {

using namespace claimsift;

/// A file with these bytes, the same again and again.
std::string file_of(const char* ending, std::string_view bytes) {
  const std::string path = "/tmp/claimsift_fuzz_list_" + std::to_string(::getpid()) + ending;
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return path;
}

void read_list(const char* ending, std::string_view bytes) {
  std::vector<KnownClaim> claims;
  read_known_claims(file_of(ending, bytes), claims);
  const std::string text = claims.empty() ? "rents rose" : claims.back().text;
  const KnownIndex index(std::move(claims));
  for (const KnownIndex::Match& match : index.find({text, text + " again", 0.5}, 5, 0))
    if (match.claim >= index.size() || !(match.score > 0 && match.score <= 1)) std::abort();
}

void read_signatures(std::string_view bytes) {
  ClusterIndex index;
  each_signature(file_of(".sig.jsonl", bytes), [&](const SignedClaim& claim) {
    const SignedClaim again = read_signature(claim_signature(claim.id, claim.key));
    if (again.id != claim.id || !(again.key == claim.key)) std::abort();
    index.add(claim.id, claim.key);
  });
}

void read_state(std::string_view bytes) {
  ClusterIndex index, again;
  index.load("clusters1" + std::string(bytes));
  again.load(index.save());
  if (again.save() != index.save()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  try {
    switch (data[0] % 5) {
      case 0: read_list(".jsonl", bytes); break;
      case 1: read_list(".csv", bytes); break;
      case 2: read_list(".tsv", bytes); break;
      case 3: read_signatures(bytes); break;
      default: read_state(bytes);
    }
  } catch (const std::runtime_error&) {}
  return 0;
}
