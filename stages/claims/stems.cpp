// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/stems.hpp"

#include <libstemmer.h>

#include <cstring>
#include <memory>
#include <new>

#include "stages/text/frozen_words.hpp"

namespace claimsift {

namespace {

constexpr size_t kLongest = 64;  // bytes; what is longer is no word and stays as it is
constexpr size_t kMostRemembered = 19, kRemembered = 1u << 12;  // bytes of a word, words

struct Delete {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

/// One for each thread: a stemmer keeps the word that it works on.
sb_stemmer* stemmer() {
  thread_local const std::unique_ptr<sb_stemmer, Delete> own(sb_stemmer_new("english", nullptr));
  if (!own) throw std::bad_alloc();
  return own.get();
}

uint32_t stemmed(std::string_view lower) {
  sb_stemmer* const s = stemmer();
  const sb_symbol* const stem =
      sb_stemmer_stem(s, reinterpret_cast<const sb_symbol*>(lower.data()), static_cast<int>(lower.size()));
  if (!stem) throw std::bad_alloc();
  return word_hash({reinterpret_cast<const char*>(stem), static_cast<size_t>(sb_stemmer_length(s))});
}

/// A word whose stem is known. Words come again and again: most are found here.
struct Remembered {
  uint8_t size;
  char bytes[kMostRemembered];
  uint32_t stem;
  std::string_view word() const { return {bytes, size}; }
  void keep(std::string_view word, uint32_t its_stem) {
    size = static_cast<uint8_t>(word.size());
    std::memcpy(bytes, word.data(), word.size());
    stem = its_stem;
  }
};
/// One table for each thread, 96 KB; the last of the words that share a place stands there.
Remembered* remembered() {
  thread_local const std::unique_ptr<Remembered[]> own(new Remembered[kRemembered]());
  return own.get();
}

using Entry = FrozenWord<bool>;
constexpr Entry kStopList[] = {
#include "stages/claims/lexicon_stop_words.inc"
};
constexpr FrozenWords kStop(kStopList);

}  // namespace

uint32_t stem_hash(std::string_view word) {
  if (word.size() > kLongest) return word_hash(word);
  char lower[kLongest];
  for (size_t i = 0; i < word.size(); ++i) lower[i] = ascii_lower(word[i]);
  const std::string_view folded(lower, word.size());
  if (word.empty() || word.size() > kMostRemembered) return stemmed(folded);
  const uint32_t hash = word_hash(folded);
  Remembered& known = remembered()[hash % kRemembered];
  if (known.word() != folded) known.keep(folded, stemmed(folded));
  return known.stem;
}

bool is_stop_word(uint32_t hash, std::string_view word) { return kStop.find(hash, word) != nullptr; }

}  // namespace claimsift
