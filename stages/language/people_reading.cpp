// SPDX-License-Identifier: Apache-2.0
#include "stages/language/people_reading.hpp"

#include "stages/language/groups.hpp"
#include "stages/language/people_words.hpp"

namespace claimsift {

PeopleReading::PeopleReading(std::string_view document, const View<layers::Tokens>& tokens,
                             const View<layers::Tags>& tags_or_none, const WordKnowledge& word_knowledge)
    : text(document),
      spans(tokens.spans()),
      hash(tokens.column<"hash">()),
      shape(tokens.column<"shape">()),
      tags(tags_or_none),
      knowledge(word_knowledge) {
  sentence.resize(size());
  for (uint32_t i = 0, n = 0; i < size(); ++i) sentence[i] = n += (i == 0 || (shape[i] & shape::sentence));
}

bool PeopleReading::function_word(uint32_t i) const { return is_function_word(hash[i], word(i)); }

bool PeopleReading::person_word(uint32_t i) const {
  if (!letters(i) || function_word(i)) return false;
  if (is_title(hash[i], word(i))) return true;
  const uint32_t known = flags(i);
  if (capital(i) && !(shape[i] & shape::sentence) &&
      (known & (word_flag::female | word_flag::male | word_flag::surname)))
    return false;
  return (known & word_flag::person_noun) != 0;
}

bool PeopleReading::modifies(uint32_t i) const {
  if (!letters(i) || function_word(i)) return false;
  if (tags.present()) {
    const Upos upos = tags.get<"upos">(i);
    return upos == Upos::noun || upos == Upos::adj || upos == Upos::propn;
  }
  return capital(i) || person_word(i) || is_group_word(hash[i], word(i)) ||
         is_role_modifier(hash[i], word(i));
}

}  // namespace claimsift
