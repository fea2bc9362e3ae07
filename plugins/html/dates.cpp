// SPDX-License-Identifier: Apache-2.0
#include "plugins/html/dates.hpp"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "plugins/html/text.hpp"

namespace claimsift::html {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number of `digits` digits at `at`, or -1.
int number_at(std::string_view text, size_t at, size_t digits) {
  if (at + digits > text.size()) return -1;
  int value = 0;
  for (size_t i = 0; i < digits; ++i) {
    if (!is_digit(text[at + i])) return -1;
    value = value * 10 + (text[at + i] - '0');
  }
  return value;
}

bool is_date(int year, int month, int day) {
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return year >= 1800 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 &&
         day <= kDays[static_cast<size_t>(month - 1)];
}

std::string written(int year, int month, int day) {
  return is_date(year, month, day) ? fmt::format("{:04}-{:02}-{:02}", year, month, day) : std::string();
}

int month_of(const std::string& word) {
  constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};
  constexpr std::array<std::string_view, 12> kLong = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
  for (size_t i = 0; i < 12; ++i)
    if (word.size() >= 3 && kLong[i].starts_with(word == "sept" ? "september" : word) &&
        word.starts_with(kMonths[i]))
      return static_cast<int>(i) + 1;
  return 0;
}

/// "2024-03-05", with what belongs to an ISO time behind it.
std::string iso_as_it_is(std::string_view text) {
  const int year = number_at(text, 0, 4), month = number_at(text, 5, 2), day = number_at(text, 8, 2);
  if (year < 0 || month < 0 || day < 0 || text[4] != text[7] ||
      (text[4] != '-' && text[4] != '/' && text[4] != '.'))
    return {};
  const std::string date = written(year, month, day);
  if (date.empty() || text.size() < 16 || text[4] != '-' || (text[10] != 'T' && text[10] != ' ') ||
      number_at(text, 11, 2) < 0 || number_at(text, 11, 2) > 24 || text[13] != ':' ||
      number_at(text, 14, 2) < 0)
    return date;
  const size_t end = text.find_first_not_of("0123456789:.+-Z", 11);
  return date + "T" + std::string(text.substr(11, end == std::string_view::npos ? end : end - 11));
}

/// A day, a month by its name and a year, in any order in which the month is beside the day.
std::string with_month_name(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : std::string(text.substr(0, 200)) + ' ') {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool joins = !word.empty() && (is_digit(word.back()) ? is_digit(c) : letter);
    if (!word.empty() && !joins) words.push_back(lower(word)), word.clear();
    if (letter || is_digit(c)) word += c;
  }
  const auto day_of = [&](size_t at) {
    return at < words.size() && words[at].size() <= 2 && is_digit(words[at][0]) ? std::stoi(words[at]) : 0;
  };
  const auto year_of = [&](size_t at) {
    return at < words.size() && words[at].size() == 4 && is_digit(words[at][0]) ? std::stoi(words[at]) : 0;
  };
  const auto is_ending = [&](size_t at) {
    return at < words.size() &&
           (words[at] == "st" || words[at] == "nd" || words[at] == "rd" || words[at] == "th");
  };
  for (size_t i = 0; i < words.size(); ++i) {
    const int month = month_of(words[i]);
    if (month == 0) continue;
    if (const int day = day_of(i + 1)) {
      const std::string date = written(year_of(i + 2 + is_ending(i + 2)), month, day);
      if (!date.empty()) return date;
    }
    const size_t before = i >= 2 && is_ending(i - 1) ? 2 : 1;
    if (const int day = i >= before ? day_of(i - before) : 0) {
      const std::string date = written(year_of(i + 1), month, day);
      if (!date.empty()) return date;
    }
  }
  return {};
}

}  // namespace

std::string iso_date(std::string_view raw) {
  const std::string text = tidy(raw);
  for (size_t i = 0; i + 10 <= text.size() && i < 40; ++i)
    if ((i == 0 || !is_digit(text[i - 1])) && is_digit(text[i]))
      if (std::string date = iso_as_it_is(std::string_view(text).substr(i)); !date.empty()) return date;
  if (number_at(text, 0, 8) > 0 && (text.size() == 8 || !is_digit(text[8])))
    return written(number_at(text, 0, 4), number_at(text, 4, 2), number_at(text, 6, 2));
  return with_month_name(text);
}

std::string date_in_url(std::string_view url) {
  for (size_t i = 0; i + 10 < url.size(); ++i) {
    if (url[i] != '/') continue;
    const std::string_view at = url.substr(i + 1);
    const char apart = at[4];
    if (apart != '/' && apart != '-') continue;
    const int year = number_at(at, 0, 4), month = number_at(at, 5, 2), day = number_at(at, 8, 2);
    if (year >= 1990 && month > 0 && day > 0 && at[7] == apart && (at.size() == 10 || !is_digit(at[10])))
      if (std::string date = written(year, month, day); !date.empty()) return date;
  }
  return {};
}

}  // namespace claimsift::html
