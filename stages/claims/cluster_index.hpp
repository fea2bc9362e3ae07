// SPDX-License-Identifier: Apache-2.0
// cluster_index.hpp - finds the earliest earlier claim that a claim repeats. Candidates come from
// locality-sensitive hashing of MinHash signatures (Broder, 1997; Indyk and Motwani, STOC 1998): 16 bands of
// 3 rows, so that of pairs that share six stems in ten 98 % are compared, at seven in ten 99.9 %; each
// candidate is then verified by its key. A claim with the key of an earlier one is not stored, so boilerplate
// costs nothing; else a claim of nine stems takes about 690 bytes, or 690 MB for a million
// different ones. One thread at a time.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "stages/claims/claim_key.hpp"

namespace claimsift {

class ClusterIndex {
 public:
  /// The id of the earliest claim added before that `key` repeats; `id` itself if there is none. Adds the
  /// claim.
  uint64_t add(uint64_t id, const ClaimKey& key);
  /// Different claims that are stored.
  size_t size() const { return claims_.size(); }

  /// All that it knows, for load(); equal states give equal bytes.
  std::string save() const;
  /// Takes the place of what it knows. Throws std::runtime_error where the bytes are not from save().
  void load(std::string_view state);

 private:
  static constexpr uint32_t kBands = 16, kRows = 3;
  static constexpr uint32_t kMostCandidates = 128;  // kept in a band under one hash; see insert()
  using Bands = std::array<uint32_t, kBands>;

  struct Claim {
    uint64_t id;
    ClaimKey key;
  };
  /// What rules most candidates out before their keys are fetched from wherever they lie in memory.
  struct Brief {
    uint64_t bits;    // one for each stem, of 64; several stems may share one
    uint32_t values;  // a hash of them
    uint32_t stems;   // how many
    bool negated;
  };
  static Brief brief_of(const ClaimKey& key);
  static bool may_repeat(const Brief& a, const Brief& b);

  /// A claim in one band; open addressing, several entries may have one hash.
  struct Slot {
    uint32_t hash = 0, claim = kFree;
  };
  static constexpr uint32_t kFree = UINT32_MAX;

  static Bands bands_of(const ClaimKey& key);
  static uint64_t hash_of(const ClaimKey& key);
  void store(uint64_t id, const ClaimKey& key, const Bands& bands);
  void insert(uint32_t hash, uint32_t claim);
  void grow();

  std::vector<Claim> claims_;                              // in the order of the input
  std::vector<Brief> briefs_;                              // of claims_
  std::unordered_multimap<uint64_t, uint32_t> same_;       // claims by the hash of their whole key
  std::vector<Slot> slots_ = std::vector<Slot>(1u << 10);  // at most half full
  size_t used_ = 0;
  std::vector<uint32_t> candidates_;
};

}  // namespace claimsift
