// SPDX-License-Identifier: Apache-2.0
#include "stages/language/people_roles.hpp"

#include "stages/language/people_words.hpp"

namespace claimsift {
namespace {

constexpr uint32_t kLongestTitle = 8, kLongestRole = 24;

bool is_comma(const PeopleReading& r, uint32_t i) { return r.word(i) == ","; }

bool is_preposition(const PeopleReading& r, uint32_t i) {
  for (const char* p : {"of", "at", "for", "in", "from", "with", "to", "on", "under"})
    if (r.is(i, p)) return true;
  return false;
}

/// Where a noun phrase that begins at `first` ends: before a mark, a relative pronoun or a verb.
uint32_t end_of_phrase(const PeopleReading& r, uint32_t first) {
  uint32_t i = first;
  for (; r.together(i, first) && i - first < kLongestRole; ++i) {
    if (r.letters(i)) {
      for (const char* w : {"who", "whose", "which", "where", "that", "is", "was", "are", "were", "has",
                            "had", "said", "says", "told", "will", "would", "when", "but", "while"})
        if (r.is(i, w)) return i;
      if (r.tags.present() && i > first) {
        const Xpos xpos = r.tags.get<"xpos">(i);
        if (xpos == Xpos::vbd || xpos == Xpos::vbz || xpos == Xpos::vbp || xpos == Xpos::md) return i;
      }
    } else if (!(r.shape[i] & shape::digit) && r.word(i) != "-" && r.word(i) != "'" && r.word(i) != "&") {
      return i;
    }
  }
  return i;
}

}  // namespace

TokenRange title_before(const PeopleReading& r, uint32_t name) {
  uint32_t first = name;
  while (first > 0 && name - first < kLongestTitle && r.together(first - 1, name)) {
    const uint32_t i = first - 1;
    if (first == name) {
      if (!r.person_word(i)) break;
    } else if (!r.modifies(i) &&
               !(r.word(i) == "-" && i > 0 && r.together(i - 1, name) && r.modifies(i - 1))) {
      break;
    }
    first = i;
  }
  while (first < name && !r.letters(first)) ++first;
  return {first, name};
}

uint32_t head_of_role(const PeopleReading& r, const TokenRange& role) {
  uint32_t end = role.first;
  while (end < role.last && !is_preposition(r, end) && r.word(end) != ",") ++end;
  if (end > role.first && r.is(end - 1, "'s")) return role.last;
  return end > role.first && r.person_word(end - 1) ? end - 1 : role.last;
}

TokenRange role_around(const PeopleReading& r, const TokenRange& name) {
  uint32_t i = name.last;
  const auto role = [&](uint32_t first) -> TokenRange {
    const TokenRange phrase{first, end_of_phrase(r, first)};
    return phrase.size() > 0 && head_of_role(r, phrase) < phrase.last ? phrase : TokenRange{0, 0};
  };
  if (r.together(i, name.first) && is_comma(r, i)) {
    ++i;
    if (r.together(i + 1, name.first) && (r.shape[i] & shape::digit) && is_comma(r, i + 1)) i += 2;  // an age
    if (r.together(i, name.first))
      if (const TokenRange found = role(i); found.size()) return found;
  } else if (r.together(i + 1, name.first)) {
    if (r.is(i, "who")) ++i;
    if (r.together(i + 1, name.first) && (r.is(i, "is") || r.is(i, "was")) &&
        (r.is(i + 1, "the") || r.is(i + 1, "a") || r.is(i + 1, "an")))
      if (const TokenRange found = role(i + 1); found.size()) return found;
  }
  if (name.first < 2 || !r.together(name.first - 2, name.first) || !is_comma(r, name.first - 1))
    return {0, 0};
  // "The country's prime minister, Ann Lee": from the determiner on.
  for (uint32_t first = name.first - 1; first > 0 && name.first - first < kLongestRole;) {
    --first;
    if (!r.together(first, name.first) || is_comma(r, first)) break;
    if (!r.is(first, "the") && !r.is(first, "a") && !r.is(first, "an") && !r.is(first, "another")) continue;
    const TokenRange before{first, name.first - 1};
    return head_of_role(r, before) < before.last && end_of_phrase(r, first) >= before.last ? before
                                                                                           : TokenRange{0, 0};
  }
  return {0, 0};
}

}  // namespace claimsift
