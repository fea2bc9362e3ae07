// SPDX-License-Identifier: Apache-2.0
// key_bytes.hpp - the key of a claim as bytes, for checkpoints and signatures; little-endian as the machine.
// Pure functions.
#pragma once

#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>

#include "stages/claims/claim_key.hpp"

namespace claimsift::key_bytes {

template <class T> void put(std::string& out, const T& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}
template <class T> void put(std::string& out, const std::vector<T>& list) {
  put(out, static_cast<uint32_t>(list.size()));
  out.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(T));
}
inline void put(std::string& out, const ClaimKey& key) {
  put(out, static_cast<uint8_t>(key.negated));
  put(out, key.stems);
  put(out, key.names);
  put(out, key.first);
  put(out, key.values);
  put(out, key.counted);
  put(out, key.times);
  put(out, key.directions);
}

/// The opposite of put(): takes a value from the front. Throws std::runtime_error where `in` is too short.
template <class T> void take(std::string_view& in, T& value) {
  if (in.size() < sizeof value) throw std::runtime_error("the key of a claim is cut off");
  std::memcpy(&value, in.data(), sizeof value);
  in.remove_prefix(sizeof value);
}
template <class T> void take(std::string_view& in, std::vector<T>& list) {
  uint32_t size = 0;
  take(in, size);
  if (in.size() / sizeof(T) < size) throw std::runtime_error("the key of a claim is cut off");
  list.resize(size);
  if (size) std::memcpy(list.data(), in.data(), size * sizeof(T));
  in.remove_prefix(size * sizeof(T));
}
inline void take(std::string_view& in, ClaimKey& key) {
  uint8_t negated = 0;
  take(in, negated);
  key.negated = negated != 0;
  take(in, key.stems);
  take(in, key.names);
  take(in, key.first);
  take(in, key.values);
  take(in, key.counted);
  take(in, key.times);
  take(in, key.directions);
}

}  // namespace claimsift::key_bytes
