// SPDX-License-Identifier: Apache-2.0
#include "stages/quotations/names.hpp"

#include <algorithm>

#include "stages/quotations/lexicon_people.inc"
#include "stages/text/frozen_words.hpp"

namespace claimsift {
namespace {

constexpr uint32_t kLongestName = 6;

template <size_t N> consteval auto make_table(const std::string_view (&words)[N]) {
  FrozenWord<bool> entries[N];
  for (size_t i = 0; i < N; ++i) entries[i] = {words[i], true};
  return FrozenWords<bool, N>(entries);
}
constexpr std::string_view kTitleList[] = {CLAIMSIFT_TITLES};
constexpr std::string_view kMaleList[] = {CLAIMSIFT_MALE_NAMES};
constexpr std::string_view kFemaleList[] = {CLAIMSIFT_FEMALE_NAMES};
constexpr std::string_view kNoNameList[] = {
    "monday",   "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march",    "april",     "may",      "june",   "july",     "august", "september",
    "october",  "november", "december",  "jan.",     "feb.",   "aug.",     "sept.",  "oct.",
    "nov.",     "dec.",     "yes",       "well",     "thanks", "ok",       "okay",   "please",
    "oh",       "when",     "according", "speaking", "asked",  "watch",    "read",   "photo"};
constexpr auto kTitles = make_table(kTitleList);
constexpr auto kMale = make_table(kMaleList);
constexpr auto kFemale = make_table(kFemaleList);
constexpr auto kNoNames = make_table(kNoNameList);

/// Small words inside names: "Ursula von der Leyen".
bool is_particle(std::string_view w) {
  return w == "de" || w == "van" || w == "von" || w == "der" || w == "den" || w == "al" || w == "bin" ||
         w == "la" || w == "del" || w == "da" || w == "-";
}

}  // namespace

bool is_title(uint32_t hash, std::string_view word) { return kTitles.find(hash, word) != nullptr; }

bool fits(const Reading& r, const TokenRange& a, const TokenRange& b) {
  const TokenRange& small = a.size() <= b.size() ? a : b;
  const TokenRange& large = a.size() <= b.size() ? b : a;
  for (uint32_t i = small.first; i < small.last; ++i) {
    bool found = false;
    for (uint32_t k = large.first; k < large.last; ++k) found |= r.hash[i] == r.hash[k];
    if (!found) return false;
  }
  return true;
}

Names::Names(const Reading& reading) : r_(reading) {
  for (uint32_t i = 0; i < r_.size();) {
    const auto part = [&](uint32_t t) {
      return r_.capital(t) && (r_.shape[t] & shape::letter) && r_.word_class[t] == WordClass::other &&
             !kNoNames.find(r_.hash[t], r_.word(t));
    };
    if (!part(i)) {
      ++i;
      continue;
    }
    uint32_t end = i + 1;
    while (end < r_.size() && r_.sentence[end] == r_.sentence[i] && end - i < 2 * kLongestName) {
      if (part(end)) {
        ++end;
        continue;
      }
      if (is_particle(r_.word(end)) && end + 1 < r_.size() && r_.sentence[end + 1] == r_.sentence[i] &&
          part(end + 1)) {
        end += 2;
        continue;
      }
      break;
    }
    add({i, end});
    i = end;
  }
}

void Names::add(const TokenRange& whole) {
  TokenRange name = whole;
  for (uint32_t i = whole.first; i < whole.last; ++i)
    if (is_title(r_.hash[i], r_.word(i)) && i + 1 < whole.last) name.first = i + 1;
  if (name.size() > kLongestName) return;
  if (name.size() == 1 && is_title(r_.hash[name.first], r_.word(name.first))) return;
  const auto [at, fresh] =
      by_last_word_.try_emplace(r_.hash[name.last - 1], static_cast<uint32_t>(all_.size()));
  if (fresh) {
    all_.push_back({name, {0, 0}, Gender::unknown});
  } else if (!fits(r_, name, all_[at->second].name)) {  // another person of that name
    at->second = static_cast<uint32_t>(all_.size());
    all_.push_back({name, {0, 0}, Gender::unknown});
  } else if (name.size() > all_[at->second].name.size()) {
    all_[at->second].name = name;
  }
  Named& named = all_[at->second];
  if (named.role.size() == 0 && name.first > whole.first) named.role = {whole.first, name.first};
  if (named.gender == Gender::unknown && name.size() > 1) {
    if (kMale.find(r_.hash[name.first], r_.word(name.first)))
      named.gender = Gender::male;
    else if (kFemale.find(r_.hash[name.first], r_.word(name.first)))
      named.gender = Gender::female;
  }
  for (uint32_t i = whole.first; i < name.first; ++i) {
    by_title_[r_.hash[i]] = at->second;
    const std::string_view w = r_.word(i);
    if (equals_folded(w, "mr.") || equals_folded(w, "sir")) named.gender = Gender::male;
    if (equals_folded(w, "mrs.") || equals_folded(w, "ms.") || equals_folded(w, "miss"))
      named.gender = Gender::female;
  }
  const uint32_t sentence = r_.sentences[r_.sentence[whole.first]].first;
  const WordClass next = name.last < r_.size() ? r_.word_class[name.last] : WordClass::stop;
  const bool front = whole.first <= sentence + 1;
  // "In Springfield, Lee opened": behind a comma, with something of its own behind it that is no comma.
  const bool behind_comma = !front && r_.word_class[whole.first - 1] == WordClass::comma &&
                            next != WordClass::comma && next != WordClass::stop;
  const bool subject = !r_.in_speech(whole.first) && (front || behind_comma) && next != WordClass::possessive;
  mentions_.push_back({name, whole, at->second, subject});
}

size_t Names::last_before(uint32_t token) const {
  const auto it = std::lower_bound(mentions_.begin(), mentions_.end(), token,
                                   [](const NameMention& m, uint32_t t) { return m.name.first < t; });
  return it == mentions_.begin() ? mentions_.size() : static_cast<size_t>(it - mentions_.begin()) - 1;
}

uint32_t Names::with_title(uint32_t hash) const {
  const auto it = by_title_.find(hash);
  return it == by_title_.end() ? UINT32_MAX : it->second;
}

}  // namespace claimsift
