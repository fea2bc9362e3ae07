// SPDX-License-Identifier: Apache-2.0
// abbreviations.hpp - words that are written with a full stop, by what may follow them. `sentences` asks
// whether the stop ends a sentence, `tokens` whether it belongs to the word. Constant data, any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "stages/text/words.hpp"

namespace claimsift {

/// How the stop of an abbreviation behaves.
enum class Abbreviation : uint8_t {
  none,
  title,    // before a name: "Gov."; never ends a sentence
  number,   // before a number: "No. 5", "p. 55"; a plain word otherwise ends
  month,    // "Jan."; ends before a word that begins sentences
  inside,   // "e.g.", "vs.": something always follows
  company,  // "Inc.", "D.C.": ends before a word that begins sentences
  hour,     // "a.m.": ends before a capital that is no day, month or zone
  final,    // "etc.": ends before any capital
  unsure    // "fig.", "sat.": also a word, so its stop is its own only when the sentence goes on
};

/// The built-in abbreviations and those that the user adds.
class Abbreviations {
 public:
  explicit Abbreviations(const std::vector<std::string>& more = {});

  /// The class of `word`, given without its last stop.
  Abbreviation find(std::string_view word) const { return find(word_hash(word), word); }
  Abbreviation find(uint32_t hash, std::string_view word) const;

 private:
  WordTable<Abbreviation> more_;
};

/// Whether a capitalised word seldom continues a name, so that it begins a sentence after an abbreviation.
bool begins_sentences(std::string_view word);

/// Whether a word may follow an hour in the same sentence: days, months, zones.
bool follows_hour(std::string_view word);

/// Whether the word reports speech ("said"), as in `"Why?" Smith asked.`
bool reports_speech(std::string_view word);

}  // namespace claimsift
