// SPDX-License-Identifier: Apache-2.0
// header_lines.hpp - what single lines at an article's beginning and end are: lines of dates, bylines,
// datelines, titles, credits. Pure functions over the atoms of a line.
#pragma once

#include <vector>

#include "stages/times/grammar.hpp"
#include "stages/times/values.hpp"

namespace claimsift::times {

inline constexpr uint32_t kLongestLine = 40;  // tokens; longer lines are the story

struct HeaderDate {
  struct Part {
    HeaderKind kind;
    uint32_t first, next;  // atoms
    Value value;
  };
  std::vector<Part> parts;
};
/// A line of nothing but dates and words such as "Published", "Updated", "at".
bool read_date_line(const Atoms& line, bool british, HeaderDate& date);
/// "By JANE DOE and JOHN ROE"; the names are the atoms [from, to).
bool read_byline(const Atoms& line, uint32_t& from, uint32_t& to);
/// "KYIV, Ukraine, and WASHINGTON, D.C. —", "LONDON (Reuters) -" before the story; the places are the atoms
/// [0, to).
bool read_dateline(const Atoms& line, bool british, uint32_t& to, HeaderDate& date);
bool is_title(const Atoms& line);
/// "X reported from Y.", "Y contributed to this report."
bool is_credit(const Atoms& line);

}  // namespace claimsift::times
