// SPDX-License-Identifier: Apache-2.0
// claim_signature.hpp - what a claim says, as a line of text that outlives the run: with the signatures of
// earlier runs, or of the shards of one archive, claims are compared across them as if they stood in one run.
// Pure functions.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "stages/claims/claim_key.hpp"

namespace claimsift {

/// A claim's id, "c" and sixteen hexadecimal digits, as a number and back.
uint64_t claim_number(std::string_view id);
std::string claim_name(uint64_t number);

struct SignedClaim {
  uint64_t id = 0;
  ClaimKey key;
};

/// The id, a colon, and version and key in hexadecimal digits.
std::string claim_signature(uint64_t id, const ClaimKey& key);
/// Throws std::runtime_error where `signature` is none, or one of another version.
SignedClaim read_signature(std::string_view signature);

/// Calls `visit` for each record of JSON Lines (packed or not) that has a `signature`, as `write_jsonl`
/// writes the layer claim_clusters. Throws std::runtime_error with path and line.
void each_signature(const std::string& path, const std::function<void(const SignedClaim&)>& visit);

}  // namespace claimsift
