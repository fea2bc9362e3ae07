// SPDX-License-Identifier: Apache-2.0
// wording.hpp - how English puts things when a claim stands alone: dates in words, verbs in the third person,
// a clause as a sentence. Pure functions.
#pragma once

#include <string>
#include <string_view>

#include "claimsift/layers.hpp"

namespace claimsift {

/// "on February 26, 2025", "in 2024", "in March 2024" for a TIMEX3 date, empty where it is none of these.
std::string date_in_words(std::string_view timex);

/// Whether a time expression means something else when it is read on another day: "last Friday".
bool is_relative_time(std::string_view words);

/// Whether words name a month and no year: "15 August".
bool lacks_year(std::string_view words);

/// Whether a date stands bare behind a word: "set for February 27, 2025".
bool takes_bare_date(std::string_view preposition);

/// The present tense of the third person for "I": am - is, have - has, think - thinks; empty if not known.
std::string third_person(std::string_view verb, Xpos tag);

/// With a capital and a full stop, blanks folded, and no quotation mark without its partner.
std::string as_sentence(std::string_view clause);

}  // namespace claimsift
