// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/stems.hpp"

#include <libstemmer.h>

#include <memory>
#include <new>

#include "stages/text/frozen_words.hpp"

namespace claimsift {

namespace {

constexpr size_t kLongest = 64;  // bytes; what is longer is no word and stays as it is

struct Delete {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

/// One for each thread: a stemmer keeps the word that it works on.
sb_stemmer* stemmer() {
  thread_local const std::unique_ptr<sb_stemmer, Delete> own(sb_stemmer_new("english", nullptr));
  if (!own) throw std::bad_alloc();
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
  sb_stemmer* const s = stemmer();
  const sb_symbol* const stem =
      sb_stemmer_stem(s, reinterpret_cast<const sb_symbol*>(lower), static_cast<int>(word.size()));
  if (!stem) throw std::bad_alloc();
  return word_hash({reinterpret_cast<const char*>(stem), static_cast<size_t>(sb_stemmer_length(s))});
}

bool is_stop_word(uint32_t hash, std::string_view word) { return kStop.find(hash, word) != nullptr; }

}  // namespace claimsift
