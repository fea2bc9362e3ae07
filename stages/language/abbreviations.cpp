// SPDX-License-Identifier: Apache-2.0
#include "stages/language/abbreviations.hpp"

#include "stages/text/frozen_words.hpp"

namespace claimsift {
namespace {

using enum Abbreviation;

constexpr FrozenWord<Abbreviation> kAbbreviationList[] = {
#include "stages/language/lexicon_abbreviations.inc"
};
constexpr FrozenWords kAbbreviations(kAbbreviationList);

/// A set is a table of words without values.
struct Member {};
template <size_t N> consteval auto make_set(const std::string_view (&words)[N]) {
  FrozenWord<Member> entries[N];
  for (size_t i = 0; i < N; ++i) entries[i] = {words[i], {}};
  return FrozenWords<Member, N>(entries);
}

constexpr std::string_view kStarterList[] = {
#include "stages/language/lexicon_starters.inc"
};
constexpr auto kStarters = make_set(kStarterList);

constexpr std::string_view kAfterHourList[] = {
    "monday",   "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",    "mon",     "tue",
    "tues",     "wed",     "thu",       "thur",     "thurs",  "fri",      "sat",       "sun",     "january",
    "february", "march",   "april",     "june",     "july",   "august",   "september", "october", "november",
    "december", "jan",     "feb",       "aug",      "sept",   "oct",      "nov",       "dec",     "et",
    "est",      "edt",     "ct",        "cst",      "cdt",    "mt",       "mst",       "mdt",     "pt",
    "pst",      "pdt",     "gmt",       "utc",      "bst",    "cet",      "cest",      "eastern", "central",
    "mountain", "pacific", "ist",       "jst",      "sgt",    "est5edt"};
constexpr auto kAfterHour = make_set(kAfterHourList);

constexpr std::string_view kSpeechList[] = {
    "said",      "says",      "asked",    "asks",     "wrote",     "writes",   "added",    "adds",
    "told",      "tells",     "replied",  "replies",  "answered",  "shouted",  "yelled",   "cried",
    "exclaimed", "whispered", "muttered", "wondered", "continued", "thought",  "screamed", "explained",
    "declared",  "joked",     "tweeted",  "reads",    "read",      "insisted", "say",      "ask",
    "called",    "howled",    "laughed",  "snapped",  "demanded",  "sighed",   "whispers", "came"};
constexpr auto kSpeech = make_set(kSpeechList);

}  // namespace

Abbreviations::Abbreviations(const std::vector<std::string>& more) {
  for (std::string word : more) {
    if (!word.empty() && word.back() == '.') word.pop_back();
    for (char& c : word) c = ascii_lower(c);
    if (!word.empty()) more_.add(word, inside);
  }
}

Abbreviation Abbreviations::find(uint32_t hash, std::string_view word) const {
  if (const Abbreviation* a = more_.find(hash, word)) return *a;
  const Abbreviation* a = kAbbreviations.find(hash, word);
  return a ? *a : none;
}

bool begins_sentences(std::string_view word) { return kStarters.find(word) != nullptr; }
bool follows_hour(std::string_view word) { return kAfterHour.find(word) != nullptr; }
bool reports_speech(std::string_view word) { return kSpeech.find(word) != nullptr; }

}  // namespace claimsift
