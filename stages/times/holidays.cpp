// SPDX-License-Identifier: Apache-2.0
// holidays.cpp - the rules of holidays and their names in the lexicon.
#include "stages/times/atoms.hpp"
#include "stages/times/calendar.hpp"
#include "stages/times/grammar.hpp"
#include "stages/times/lexicon.hpp"

namespace claimsift::times {
namespace {

/// Reads up to `most` digits at `at`, at least one.
bool digits(std::string_view s, size_t& at, size_t most, int& value) {
  const size_t begin = at;
  for (value = 0; at < s.size() && at - begin < most && s[at] >= '0' && s[at] <= '9'; ++at)
    value = value * 10 + (s[at] - '0');
  return at > begin;
}

}  // namespace

bool read_holiday_rule(std::string_view s, HolidayRule& rule) {
  rule = {};
  size_t at = 0;
  int value = 0;
  if (s.starts_with('E')) {
    rule.kind = HolidayRule::Kind::easter;
    at = 1;
  } else {
    if (!digits(s, at, 2, value) || value < 1 || value > 12 || at >= s.size() || s[at++] != '-') return false;
    rule.month = static_cast<int8_t>(value);
    if (at < s.size() && s[at] == 'W') {
      rule.kind = HolidayRule::Kind::weekday;
      if (!digits(s, ++at, 1, value) || value > 5 || at >= s.size() || s[at++] != '-') return false;
      rule.nth = static_cast<int8_t>(value);
      if (!digits(s, at, 1, value) || value < 1 || value > 7) return false;
      rule.weekday = static_cast<int8_t>(value);
    } else {
      if (!digits(s, at, 2, value) || value < 1 || value > days_in_month(2000, rule.month)) return false;
      rule.day = static_cast<int8_t>(value);
    }
  }
  if (at == s.size()) return true;
  const bool minus = s[at] == '-';
  if ((s[at] != '+' && !minus) || !digits(s, ++at, 3, value) || at != s.size()) return false;
  rule.shift = static_cast<int16_t>(minus ? -value : value);
  return true;
}

Date date_of(const HolidayRule& rule, int year) {
  Date day{year, rule.month, rule.day};
  if (rule.kind == HolidayRule::Kind::easter) day = easter(year);
  if (rule.kind == HolidayRule::Kind::weekday) day = nth_weekday(year, rule.month, rule.nth, rule.weekday);
  if (day.day > days_in_month(day.year, day.month)) day.day = days_in_month(day.year, day.month);
  return rule.shift ? add_days(day, rule.shift) : day;
}

void Lexicon::add_holiday(std::string_view name, const HolidayRule& rule) {
  Holiday holiday{{}, rule};
  for_each_piece(name, [&](std::string_view piece) {
    std::string word;
    for (const char c : piece) word += ascii_lower(c);
    holiday.words.push_back(word == "’" ? "'" : word);
  });
  if (holiday.words.empty()) return;
  entry(holiday.words.front()).bits |= is::holiday | is::trigger;
  holidays_.push_back(std::move(holiday));
}

/// "Thanksgiving Day": the longest name at i that is written with a capital.
bool read_holiday(const Atoms& a, uint32_t i, Expression& e) {
  if (!a[i].is(is::holiday) || !a[i].capital()) return false;
  const auto& all = a.lexicon().holidays();
  uint32_t best = 0;
  for (size_t h = 0; h < all.size(); ++h) {
    const auto& words = all[h].words;
    if (words.size() < best) continue;
    uint32_t n = 0;
    while (n < words.size() && a.same(i + n, words[n])) ++n;
    if (n < words.size() || n < best) continue;
    best = n;
    e.at.holiday = static_cast<int16_t>(h);
  }
  if (best == 0) return false;
  e.next = i + best;
  return true;
}

}  // namespace claimsift::times
