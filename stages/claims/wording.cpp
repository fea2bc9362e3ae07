// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "stages/text/words.hpp"

namespace claimsift {

namespace {

constexpr std::array<const char*, 12> kMonths{"January",   "February", "March",    "April",
                                              "May",       "June",     "July",     "August",
                                              "September", "October",  "November", "December"};

bool digits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

constexpr std::string_view kRelativeWords[] = {"monday",   "tuesday", "wednesday", "thursday",  "friday",
                                               "saturday", "sunday",  "today",     "yesterday", "tomorrow",
                                               "last",     "next",    "this",      "ago",       "tonight",
                                               "past",     "recent",  "earlier",   "current"};

constexpr std::string_view kPrepositions[] = {"for",    "by",    "since",   "until", "till",
                                              "from",   "to",    "of",      "and",   "through",
                                              "before", "after", "between", "than",  "starting"};

}  // namespace

std::string date_in_words(std::string_view value) {
  if (value.size() == 4 && digits(value)) return fmt::format("in {}", value);
  if (value.size() < 7 || !digits(value.substr(0, 4)) || value[4] != '-' || !digits(value.substr(5, 2)))
    return {};
  const int month = (value[5] - '0') * 10 + (value[6] - '0');
  if (month < 1 || month > 12) return {};
  const char* name = kMonths[static_cast<size_t>(month - 1)];
  if (value.size() == 7) return fmt::format("in {} {}", name, value.substr(0, 4));
  if (value.size() == 10 && value[7] == '-' && digits(value.substr(8)))
    return fmt::format("on {} {}, {}", name, (value[8] - '0') * 10 + (value[9] - '0'), value.substr(0, 4));
  return {};
}

bool is_relative_time(std::string_view words) {
  while (!words.empty()) {
    const size_t blank = std::min(words.find(' '), words.size());
    for (const std::string_view word : kRelativeWords)
      if (equals_folded(words.substr(0, blank), word)) return true;
    words.remove_prefix(std::min(blank + 1, words.size()));
  }
  return false;
}

bool lacks_year(std::string_view words) {
  const bool month = std::any_of(kMonths.begin(), kMonths.end(), [&](const char* name) {
    return words.find(name) != std::string_view::npos;
  });
  size_t run = 0;  // a year is four digits in a row
  for (const char c : words) {
    run = c >= '0' && c <= '9' ? run + 1 : 0;
    if (run == 4) return false;
  }
  return month;
}

bool takes_bare_date(std::string_view preposition) {
  return std::any_of(std::begin(kPrepositions), std::end(kPrepositions),
                     [&](std::string_view one) { return equals_folded(preposition, one); });
}

std::string third_person(std::string_view verb, Xpos tag) {
  if (tag == Xpos::md || tag == Xpos::vbd) return std::string(verb);
  if (equals_folded(verb, "am") || verb == "'m" || verb == "’m") return "is";
  if (equals_folded(verb, "have") || verb == "'ve" || verb == "’ve") return "has";
  if (equals_folded(verb, "do")) return "does";
  if (tag != Xpos::vbp || verb.empty() || !(verb.back() >= 'a' && verb.back() <= 'z')) return {};
  const std::string_view two = verb.size() > 1 ? verb.substr(verb.size() - 2) : verb;
  if (two == "ch" || two == "sh" || two == "ss" || verb.back() == 'x' || verb.back() == 'o' ||
      verb.back() == 'z')
    return fmt::format("{}es", verb);
  constexpr std::string_view kVowels = "aeiou";
  if (verb.back() == 'y' && verb.size() > 2 && kVowels.find(verb[verb.size() - 2]) == std::string_view::npos)
    return fmt::format("{}ies", verb.substr(0, verb.size() - 1));
  return fmt::format("{}s", verb);
}

std::string as_sentence(std::string_view clause) {
  const auto quotes = [&] { return std::count(clause.begin(), clause.end(), '"'); };
  while (!clause.empty() && (clause.front() == '"' || clause.front() == ' ')) {
    if (clause.front() == '"' && quotes() % 2 == 0) break;
    clause.remove_prefix(1);
  }
  const bool halved = quotes() % 2 != 0;
  std::string folded;
  for (const char c : clause) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (halved && c == '"') continue;
    if (!blank)
      folded += c;
    else if (!folded.empty() && folded.back() != ' ')
      folded += ' ';
  }
  if (!folded.empty() && folded.front() >= 'a' && folded.front() <= 'z')
    folded.front() = static_cast<char>(folded.front() - 32);
  if (!folded.empty() && folded.back() != '.' && folded.back() != '!') folded += '.';
  return folded;
}

}  // namespace claimsift
