// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/cluster_index.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>

#include "stages/claims/key_bytes.hpp"

namespace claimsift {

namespace {

constexpr std::string_view kMark = "clusters1";

uint64_t mix(uint64_t h, uint64_t x) {
  h = (h ^ x) * 0x9E3779B97F4A7C15ULL;
  return h ^ (h >> 32);
}

}  // namespace

ClusterIndex::Bands ClusterIndex::bands_of(const ClaimKey& key) {
  std::array<uint32_t, kBands * kRows> least;
  least.fill(UINT32_MAX);
  for (const uint32_t stem : key.stems)
    for (uint32_t i = 0; i < least.size(); ++i)
      least[i] =
          std::min(least[i], static_cast<uint32_t>(mix(0xA076'1D64'78BD'642FULL * (i + 1), stem) >> 32));
  Bands bands;
  for (uint32_t b = 0; b < kBands; ++b) {
    uint64_t h = b + 1;
    for (uint32_t r = 0; r < kRows; ++r) h = mix(h, least[b * kRows + r]);
    bands[b] = static_cast<uint32_t>(h >> 32);
  }
  return bands;
}

ClusterIndex::Brief ClusterIndex::brief_of(const ClaimKey& key) {
  uint64_t values = 0, bits = 0;
  for (const uint64_t value : key.values) values = mix(values, value);
  for (const uint32_t stem : key.stems) bits |= uint64_t{1} << (stem >> 26);
  return {bits, static_cast<uint32_t>(values >> 32), static_cast<uint32_t>(key.stems.size()), key.negated};
}

bool ClusterIndex::may_repeat(const Brief& a, const Brief& b) {
  if (a.values != b.values || a.negated != b.negated) return false;
  const double least = least_shared(std::min(a.stems, b.stems)),
               stems = static_cast<double>(a.stems) + static_cast<double>(b.stems);
  if (least * std::max(a.stems, b.stems) > std::min(a.stems, b.stems)) return false;
  // A bit that one alone has is a stem that one alone has; of s stems in all, `least` of which have to be
  // shared, at most s (1 - least) / (1 + least) may be.
  return std::popcount(a.bits ^ b.bits) <= stems * (1 - least) / (1 + least) + 1e-9;
}

uint64_t ClusterIndex::hash_of(const ClaimKey& key) {
  uint64_t h = mix(key.negated ? 2 : 1, key.first);
  const auto add = [&](const auto& list) {
    h = mix(h, list.size());
    for (const auto x : list) h = mix(h, x);
  };
  add(key.stems);
  add(key.names);
  add(key.values);
  add(key.counted);
  add(key.times);
  add(key.directions);
  return h;
}

uint64_t ClusterIndex::add(uint64_t id, const ClaimKey& key) {
  if (key.stems.empty()) return id;  // nothing but numbers: what they are about is not known
  // Claims with equal keys repeat the same earlier ones, so one of them is stored, and it is the earliest.
  const Bands bands = bands_of(key);
  candidates_.clear();
  for (const uint32_t hash : bands)
    for (size_t at = hash & (slots_.size() - 1); slots_[at].claim != kFree;
         at = (at + 1) & (slots_.size() - 1))
      if (slots_[at].hash == hash) candidates_.push_back(slots_[at].claim);
  const auto [first, last] = same_.equal_range(hash_of(key));
  const auto same =
      std::find_if(first, last, [&](const auto& entry) { return claims_[entry.second].key == key; });
  if (same != last) candidates_.push_back(same->second);
  std::sort(candidates_.begin(), candidates_.end());
  candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
  const Brief brief = brief_of(key);
  const auto found = std::find_if(candidates_.begin(), candidates_.end(), [&](uint32_t c) {
    return may_repeat(briefs_[c], brief) && repeats(claims_[c].key, key);
  });
  const uint64_t earliest = found == candidates_.end() ? id : claims_[*found].id;
  if (same == last) store(id, key, bands);
  return earliest;
}

void ClusterIndex::store(uint64_t id, const ClaimKey& key, const Bands& bands) {
  const auto claim = static_cast<uint32_t>(claims_.size());
  claims_.push_back({id, key});
  briefs_.push_back(brief_of(key));
  same_.emplace(hash_of(key), claim);
  while ((used_ + kBands) * 2 > slots_.size()) grow();
  for (const uint32_t hash : bands) insert(hash, claim);
}

void ClusterIndex::insert(uint32_t hash, uint32_t claim) {
  size_t at = hash & (slots_.size() - 1);
  for (uint32_t equal = 0; slots_[at].claim != kFree; at = (at + 1) & (slots_.size() - 1))
    if (slots_[at].hash == hash && ++equal == kMostCandidates)
      return;  // a stretch that stands in every claim
  slots_[at] = {hash, claim};
  ++used_;
}

void ClusterIndex::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  used_ = 0;
  for (const Slot& slot : old)
    if (slot.claim != kFree) insert(slot.hash, slot.claim);
}

std::string ClusterIndex::save() const {
  std::string state(kMark);
  key_bytes::put(state, static_cast<uint64_t>(claims_.size()));
  for (const Claim& c : claims_) {
    key_bytes::put(state, c.id);
    key_bytes::put(state, c.key);
  }
  return state;
}

void ClusterIndex::load(std::string_view state) {
  *this = ClusterIndex();
  if (!state.starts_with(kMark)) throw std::runtime_error("these are no saved clusters");
  state.remove_prefix(kMark.size());
  uint64_t count = 0;
  key_bytes::take(state, count);
  for (uint64_t i = 0; i < count; ++i) {
    Claim c{};
    key_bytes::take(state, c.id);
    key_bytes::take(state, c.key);
    store(c.id, c.key, bands_of(c.key));
  }
}

}  // namespace claimsift
