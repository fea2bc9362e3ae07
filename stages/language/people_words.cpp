// SPDX-License-Identifier: Apache-2.0
#include "stages/language/people_words.hpp"

#include "stages/language/lexicon_people.inc"
#include "stages/text/frozen_words.hpp"

namespace claimsift {
namespace {

template <size_t N> consteval auto make_table(const std::string_view (&words)[N]) {
  FrozenWord<bool> entries[N];
  for (size_t i = 0; i < N; ++i) entries[i] = {words[i], true};
  return FrozenWords<bool, N>(entries);
}

constexpr std::string_view kTitleList[] = {CLAIMSIFT_TITLES};
constexpr std::string_view kMaleList[] = {CLAIMSIFT_MALE_NAMES};
constexpr std::string_view kFemaleList[] = {CLAIMSIFT_FEMALE_NAMES};
constexpr std::string_view kMaleTitleList[] = {CLAIMSIFT_MALE_TITLES};
constexpr std::string_view kFemaleTitleList[] = {CLAIMSIFT_FEMALE_TITLES};
constexpr std::string_view kModifierList[] = {CLAIMSIFT_ROLE_MODIFIERS};
constexpr std::string_view kFunctionList[] = {CLAIMSIFT_FUNCTION_WORDS};
constexpr std::string_view kNoNameList[] = {
    "monday",   "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march",    "april",     "may",      "june",   "july",     "august", "september",
    "october",  "november", "december",  "jan.",     "feb.",   "aug.",     "sept.",  "oct.",
    "nov.",     "dec.",     "yes",       "well",     "thanks", "ok",       "okay",   "please",
    "oh",       "speaking", "watch",     "read",     "photo"};
constexpr std::string_view kMalePronounList[] = {"he", "him", "his", "himself"};
constexpr std::string_view kFemalePronounList[] = {"she", "her", "hers", "herself"};
constexpr FrozenWord<std::string_view> kNicknameList[] = {CLAIMSIFT_NICKNAMES};

constexpr auto kTitles = make_table(kTitleList);
constexpr auto kMale = make_table(kMaleList);
constexpr auto kFemale = make_table(kFemaleList);
constexpr auto kMaleTitles = make_table(kMaleTitleList);
constexpr auto kFemaleTitles = make_table(kFemaleTitleList);
constexpr auto kModifiers = make_table(kModifierList);
constexpr auto kFunctionWords = make_table(kFunctionList);
constexpr auto kNoNames = make_table(kNoNameList);
constexpr auto kMalePronouns = make_table(kMalePronounList);
constexpr auto kFemalePronouns = make_table(kFemalePronounList);
constexpr FrozenWords kNicknames(kNicknameList);

template <class Male, class Female>
Gender gender_by(const Male& male, const Female& female, uint32_t hash, std::string_view word) {
  const bool he = male.find(hash, word) != nullptr, she = female.find(hash, word) != nullptr;
  return he == she ? Gender::unknown : he ? Gender::male : Gender::female;
}

}  // namespace

bool is_title(uint32_t hash, std::string_view word) { return kTitles.find(hash, word) != nullptr; }

Gender gender_of_title(uint32_t hash, std::string_view word) {
  return gender_by(kMaleTitles, kFemaleTitles, hash, word);
}

Gender gender_of_first_name(uint32_t hash, std::string_view word) {
  return gender_by(kMale, kFemale, hash, word);
}

Gender gender_of_pronoun(uint32_t hash, std::string_view word) {
  return gender_by(kMalePronouns, kFemalePronouns, hash, word);
}

uint32_t long_form(uint32_t hash, std::string_view word) {
  const std::string_view* form = kNicknames.find(hash, word);
  return form ? word_hash(*form) : hash;
}

bool is_role_modifier(uint32_t hash, std::string_view word) { return kModifiers.find(hash, word) != nullptr; }

bool is_function_word(uint32_t hash, std::string_view word) {
  return kFunctionWords.find(hash, word) != nullptr;
}

bool is_no_name(uint32_t hash, std::string_view word) { return kNoNames.find(hash, word) != nullptr; }

}  // namespace claimsift
