// SPDX-License-Identifier: Apache-2.0
// words.hpp - hashing words and looking them up: the hash that the `tokens` layer carries and a flat
// table over it. word_hash is constexpr; a WordTable is built once and then read by any thread.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace claimsift {

constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

namespace detail {

/// ASCII capitals of eight bytes in lower case; bytes beyond ASCII stay.
constexpr uint64_t lower8(uint64_t w) {
  const uint64_t low7 = w & 0x7f7f7f7f7f7f7f7fULL;
  const uint64_t from_a = low7 + 0x3f3f3f3f3f3f3f3fULL;  // high bit set from 'A' on
  const uint64_t past_z = low7 + 0x2525252525252525ULL;  // high bit set past 'Z'
  const uint64_t capital = (from_a & ~past_z & ~w) & 0x8080808080808080ULL;
  return w | (capital >> 2);
}

constexpr uint64_t load(const char* p, size_t n) {
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
    uint64_t w = 0;
    std::memcpy(&w, p, n);
    return w;
  }
  uint64_t w = 0;
  for (size_t i = 0; i < n; ++i) w |= static_cast<uint64_t>(static_cast<unsigned char>(p[i])) << (8 * i);
  return w;
}

constexpr uint64_t mix(uint64_t h) {
  h *= 0x9E3779B97F4A7C15ULL;
  return h ^ (h >> 32);
}

}  // namespace detail

/// Hash of a word, the same for "Said" and "said" (ASCII letters alone are folded). Never UINT32_MAX.
constexpr uint32_t word_hash(std::string_view word) {
  uint64_t h = 0x243F6A8885A308D3ULL ^ word.size();
  size_t i = 0;
  for (; i + 8 <= word.size(); i += 8) h = detail::mix(h ^ detail::lower8(detail::load(word.data() + i, 8)));
  if (i < word.size()) h = detail::mix(h ^ detail::lower8(detail::load(word.data() + i, word.size() - i)));
  h = detail::mix(h);
  const auto folded = static_cast<uint32_t>(h >> 16);
  return folded == UINT32_MAX ? 0 : folded;
}

/// word_hash(text.substr(begin, end - begin)) without a byte-wise end: reads eight bytes at a time where the
/// text goes on, which is twice as fast for the short words of running text.
inline uint32_t word_hash_in(std::string_view text, size_t begin, size_t end) {
  const size_t size = end - begin;
  if (std::endian::native != std::endian::little || end + 8 > text.size())
    return word_hash(text.substr(begin, size));
  uint64_t h = 0x243F6A8885A308D3ULL ^ size;
  const char* p = text.data() + begin;
  size_t left = size;
  for (; left >= 8; left -= 8, p += 8) h = detail::mix(h ^ detail::lower8(detail::load(p, 8)));
  if (left > 0) h = detail::mix(h ^ detail::lower8(detail::load(p, 8) & (~uint64_t{0} >> (64 - 8 * left))));
  h = detail::mix(h);
  const auto folded = static_cast<uint32_t>(h >> 16);
  return folded == UINT32_MAX ? 0 : folded;
}

/// Whether `word` is `lower` but for the case of ASCII letters.
constexpr bool equals_folded(std::string_view word, std::string_view lower) {
  if (word.size() != lower.size()) return false;
  for (size_t i = 0; i < word.size(); ++i)
    if (ascii_lower(word[i]) != lower[i]) return false;
  return true;
}

/// A map from lower-case words to values, read by hash: one probe a miss, one comparison a hit.
template <class V> class WordTable {
 public:
  /// Adds or replaces; `word` in lower case.
  void add(std::string_view word, V value) {
    if (2 * (entries_.size() + 1) > slots_.size()) rehash(std::max<size_t>(16, slots_.size() * 2));
    const uint32_t hash = word_hash(word);
    size_t at = hash & mask();
    for (; slots_[at] != 0; at = (at + 1) & mask())
      if (Entry& e = entries_[slots_[at] - 1]; e.word == word) {
        e.value = std::move(value);
        return;
      }
    entries_.push_back({std::string(word), hash, std::move(value)});
    slots_[at] = static_cast<uint32_t>(entries_.size());
  }

  /// The value of a word in any case, or null. `hash` is word_hash(word).
  const V* find(uint32_t hash, std::string_view word) const {
    if (slots_.empty()) return nullptr;
    for (size_t at = hash & mask(); slots_[at] != 0; at = (at + 1) & mask())
      if (const Entry& e = entries_[slots_[at] - 1]; e.hash == hash && equals_folded(word, e.word))
        return &e.value;
    return nullptr;
  }
  const V* find(std::string_view word) const { return find(word_hash(word), word); }
  size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::string word;
    uint32_t hash;
    V value;
  };
  size_t mask() const { return slots_.size() - 1; }
  void rehash(size_t count) {
    slots_.assign(count, 0);
    for (uint32_t i = 0; i < entries_.size(); ++i) {
      size_t at = entries_[i].hash & mask();
      while (slots_[at] != 0) at = (at + 1) & mask();
      slots_[at] = i + 1;
    }
  }

  std::vector<Entry> entries_;
  std::vector<uint32_t> slots_;  // row of entries_ + 1; 0 is free
};

}  // namespace claimsift
