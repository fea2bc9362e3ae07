// SPDX-License-Identifier: Apache-2.0
#include "stages/language/word_parts.hpp"

#include "stages/text/frozen_words.hpp"

namespace claimsift {
namespace {

constexpr FrozenWord<uint8_t> kContractionList[] = {
#include "stages/language/lexicon_contractions.inc"
};
constexpr FrozenWords kContractions(kContractionList);

constexpr FrozenWord<bool> kPrefixList[] = {
#include "stages/language/lexicon_prefixes.inc"
};
constexpr FrozenWords kPrefixes(kPrefixList);

constexpr FrozenWord<bool> kUnitList[] = {
#include "stages/language/lexicon_units.inc"
};
constexpr FrozenWords kUnits(kUnitList);

constexpr FrozenWord<bool> kElisionList[] = {
#include "stages/language/lexicon_elisions.inc"
};
constexpr FrozenWords kElisions(kElisionList);

constexpr FrozenWord<bool> kHostEndingList[] = {
#include "stages/language/lexicon_host_endings.inc"
};
constexpr FrozenWords kHostEndings(kHostEndingList);

}  // namespace

uint8_t contraction_cut(uint32_t hash, std::string_view word) {
  const uint8_t* cut = kContractions.find(hash, word);
  return cut ? *cut : uint8_t{0};
}

bool is_prefix(std::string_view word) { return kPrefixes.find(word) != nullptr; }
bool is_unit(std::string_view word) { return kUnits.find(word) != nullptr; }
bool is_elision(std::string_view word) { return kElisions.find(word) != nullptr; }
bool is_host_ending(std::string_view word) { return kHostEndings.find(word) != nullptr; }

}  // namespace claimsift
