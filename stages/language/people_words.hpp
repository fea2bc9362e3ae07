// SPDX-License-Identifier: Apache-2.0
// people_words.hpp - closed lists about people: titles, genders of titles and first names, nicknames,
// function words. `hash` is word_hash(word); words in any case. Constant data, any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace claimsift {

enum class Gender : uint8_t { unknown, male, female };

/// Whether a word is a title or office that stands before or for a name.
bool is_title(uint32_t hash, std::string_view word);
/// Of "Mr.", "Queen", "chairwoman", "father" ...
Gender gender_of_title(uint32_t hash, std::string_view word);
/// Of a first name that nearly all bearers of one gender have.
Gender gender_of_first_name(uint32_t hash, std::string_view word);
/// Of "he", "her" ...; unknown for all other words.
Gender gender_of_pronoun(uint32_t hash, std::string_view word);
/// Hash of the long form of a nickname ("Bill": william), or the word's own.
uint32_t long_form(uint32_t hash, std::string_view word);
/// Whether a word is what may stand before a role within it ("former", "prime", "foreign").
bool is_role_modifier(uint32_t hash, std::string_view word);
/// Determiners, prepositions, conjunctions, pronouns, auxiliaries.
bool is_function_word(uint32_t hash, std::string_view word);
/// Weekdays, months and words that begin a sentence with a capital but no name.
bool is_no_name(uint32_t hash, std::string_view word);

}  // namespace claimsift
