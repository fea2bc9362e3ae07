// SPDX-License-Identifier: Apache-2.0
#include "stages/quotations/noun_phrases.hpp"

namespace claimsift {
namespace {

using enum WordClass;

constexpr uint32_t kLongestSource = 24;

/// Whether the tokens are a noun phrase without anything that governs.
bool plain(const Reading& r, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; ++i)
    if ((r.word_class[i] != other && r.word_class[i] != determiner) ||
        (r.cue[i] && r.cue[i]->complement != Complement::noun))
      return false;
  return true;
}

}  // namespace

bool is_plural(const Reading& r, const TokenRange& source) {
  const std::string_view last = r.word(source.last - 1);
  const WordClass w = r.word_class[source.last - 1];
  if (w == pronoun && source.size() == 1)
    return !r.is(source.last - 1, "he") && !r.is(source.last - 1, "she") && !r.is(source.last - 1, "it");
  if (w == determiner || w == relative) return true;
  for (uint32_t i = source.first; i < source.last; ++i)
    if (r.word_class[i] == conjunction || r.word(i).ends_with('s') || !r.capital(i)) return true;
  return last.ends_with('s');
}

TokenRange source_before(const Reading& r, uint32_t free, uint32_t end) {
  if (end == free) return {0, 0};
  uint32_t last = end;
  bool apposition = false;
  if (r.word_class[last - 1] == comma) {  // "Ann Lee, the mayor, said"
    apposition = true;
    --last;
  }
  const WordClass before = last > free ? r.word_class[last - 1] : comma;
  const bool governed =
      last > free + 1 && r.word_class[last - 2] == preposition;  // "people working on it say"
  if ((before == pronoun && !governed) || before == relative)
    return apposition ? TokenRange{0, 0} : TokenRange{last - 1, last};
  if (before == object_pronoun || before == preposition || before == conjunction || before == comma ||
      before == stop || before == dash || before == adverb || before == to || before == subordinator ||
      (r.quote[last - 1] & quoted::speech))
    return {0, 0};
  uint32_t first = last;
  bool comma_seen = !apposition;
  while (first > free && last - first < kLongestSource) {
    const uint32_t t = first - 1;
    const WordClass w = r.word_class[t];
    if (r.in_speech(t) || w == stop || w == colon || w == dash || w == relative || w == subordinator ||
        w == that || (w == pronoun && !(governed && t == last - 1)) || w == modal || w == auxiliary ||
        w == be)
      break;
    if (w == comma) {
      if (comma_seen) {  // "Another protester, Ann Lee, a teacher, said"
        if (apposition && t > free && t - free <= 4 && plain(r, free, t)) first = free;
        break;
      }
      comma_seen = true;
    }
    if (w == conjunction && !(t > free && r.capital(t - 1) && r.capital(first))) break;
    if (r.cue[t] && r.cue[t]->complement != Complement::noun && r.cue[t]->form == CueForm::past &&
        !apposition)
      break;
    first = t;
  }
  const auto leads = [&](WordClass w) {
    return w == adverb || w == comma || w == conjunction || w == preposition;
  };
  while (first < last && leads(r.word_class[first])) ++first;  // "But Lee said"
  if (first == last) return {0, 0};
  if (apposition && !comma_seen) return {0, 0};
  return {first, apposition ? end : last};
}

uint32_t source_after(const Reading& r, uint32_t begin, uint32_t end) {
  uint32_t i = begin;
  if (i >= end || r.in_speech(i)) return begin;
  if (r.word_class[i] == pronoun) return i + 1;
  if (!r.capital(i) && r.word_class[i] != determiner && r.word_class[i] != possessive &&
      r.word_class[i] != other)
    return begin;
  while (i < end && i - begin < kLongestSource) {
    const WordClass w = r.word_class[i];
    if (r.in_speech(i) || w == stop || w == colon || w == dash || w == modal || w == auxiliary || w == be ||
        w == that || w == subordinator)
      break;
    if (w == comma) {
      // An apposition belongs to the name: "Ann Lee, a lawyer".
      if (i + 1 < end && (r.word_class[i + 1] == determiner || r.word_class[i + 1] == relative)) {
        ++i;
        continue;
      }
      break;
    }
    if ((w == preposition || w == adverb) &&
        (r.is(i, "in") || r.is(i, "on") || r.is(i, "during") || w == adverb) && r.capital(i - 1))
      break;
    ++i;
  }
  return i;
}

}  // namespace claimsift
