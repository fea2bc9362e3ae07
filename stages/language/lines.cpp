// SPDX-License-Identifier: Apache-2.0
#include "stages/language/lines.hpp"

#include <algorithm>

#include "stages/text/characters.hpp"
#include "stages/text/words.hpp"

namespace claimsift {
namespace {

constexpr auto kMayBreak = [] {
  std::array<bool, 256> table{};
  for (int c = '\n'; c <= '\r'; ++c) table[static_cast<size_t>(c)] = true;
  table[0xC2] = table[0xE2] = true;
  return table;
}();

bool ends_with_stop(std::string_view text, size_t begin, size_t end) {
  end = trim_end(text, begin, end);
  while (end > begin) {
    const size_t at = previous(text, end);
    const uint32_t c = decode(text, at).code;
    if (is_sentence_mark(c) || c == ':' || c == ';') return true;
    if (!is_closing_bracket(c) && !is_double_quote(c) && !is_single_quote(c)) return false;
    end = at;
  }
  return false;
}

/// The value of a roman numeral up to "xii" in lower case, 0 for anything else.
uint32_t roman(std::string_view s) {
  constexpr std::string_view kNumerals[] = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                            "vii", "viii", "ix",  "x",  "xi", "xii"};
  for (uint32_t i = 0; i < 12; ++i)
    if (s == kNumerals[i]) return i + 1;
  return 0;
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Line read_line(std::string_view text, size_t at, size_t end) {
  Line line{at, at, end};
  for (; at < end; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (!kMayBreak[byte]) continue;
    const Character c = decode(text, at);
    if (!(char_class(c.code) & chars::line_break)) continue;
    line.end = at;
    line.next = at + c.size;
    if (byte == '\r' && line.next < end && text[line.next] == '\n') ++line.next;
    return line;
  }
  line.end = end;
  return line;
}

Block read_block(std::string_view text, size_t at) {
  Block block;
  bool begun = false;
  while (at < text.size()) {
    const Line line = read_line(text, at, text.size());
    const bool empty = skip_space(text, line.begin, line.end) == line.end;
    if (empty && begun) {
      at = line.next;
      break;
    }
    if (!empty) {
      if (!begun) block.begin = line.begin;
      begun = true;
      block.end = line.end;
      block.width = std::max(block.width, line.end - line.begin);
    }
    at = line.next;
  }
  block.next = at;
  return block;
}

Break break_between(std::string_view text, const Line& line, const Line& following, size_t width) {
  const size_t next = skip_space(text, following.begin, following.end);
  const size_t end = trim_end(text, line.begin, line.end);
  const Character c = decode(text, next);
  const uint8_t next_class = char_class(c.code);
  if (read_marker(text, next, following.end).size != 0) return Break::sentence;
  if (next_class & chars::lower) return Break::none;
  size_t word_end = next;
  while (word_end < following.end && text[word_end] != ' ') ++word_end;
  const bool full = width >= 40 && (end - line.begin) + 1 + (word_end - next) > width;
  if (ends_with_stop(text, line.begin, end)) return full && width < 120 ? Break::none : Break::paragraph;
  const char last = text[end - 1];
  if (last == ',' || (last == '-' && full)) return full ? Break::none : Break::sentence;
  return full && width < 120 ? Break::none : Break::paragraph;
}

ListMarker read_marker(std::string_view text, size_t at, size_t end) {
  ListMarker marker;
  const size_t begin = at;
  if (at >= end) return marker;
  const Character first = decode(text, at);
  if (is_bullet(first.code) && at + first.size < end && (char_class(text, at + first.size) & chars::space)) {
    marker.bullet = true;
    at = skip_space(text, at + first.size, end);
    marker.style = '*';
    marker.size = at - begin;
    marker.value = first.code;
  }
  size_t p = at;
  char open = 0;
  if (p < end && text[p] == '(') open = text[p++];
  uint32_t value = 0;
  char style = 0;
  if (p < end && is_digit(text[p])) {
    style = '1';
    for (int n = 0; n < 3 && p < end && is_digit(text[p]); ++n)
      value = value * 10 + static_cast<uint32_t>(text[p++] - '0');
  } else if (p < end && ascii_lower(text[p]) >= 'a' && ascii_lower(text[p]) <= 'z') {
    size_t last = p;
    while (last < end && last - p < 5 && text[last] >= 'a' && text[last] <= 'z') ++last;
    if (const uint32_t numeral = roman(text.substr(p, last - p)); numeral > 0 && last - p > 1) {
      style = 'r';
      value = numeral;
      p = last;
    } else {
      style = text[p] >= 'a' ? 'a' : 'A';
      value = static_cast<uint32_t>(ascii_lower(text[p++]) - 'a' + 1);
    }
  }
  if (style == 0 || p >= end) return marker;
  char close = 0;
  if (text[p] == ')' || (text[p] == '.' && !open)) close = text[p++];
  if (close == '.' && p < end && text[p] == ')') {
    close = ':';
    ++p;
  }
  if (close == 0 || p >= end || !(char_class(text, p) & chars::space)) return marker;
  if (close == '.' && style == 'A' && !marker.bullet) return marker;  // an initial
  marker.value = value;
  marker.style = style;
  marker.open = open;
  marker.close = close;
  marker.size = skip_space(text, p, end) - begin;
  return marker;
}

size_t find_next_marker(std::string_view text, size_t at, size_t end, const ListMarker& marker) {
  for (; at < end; ++at) {
    const char c = text[at];
    const bool begins = marker.bullet ? static_cast<unsigned char>(c) >= 0x80 || c == '*' || c == '-'
                                      : (marker.open ? c == marker.open : is_digit(c) || marker.style != '1');
    if (!begins || text[at - 1] != ' ' || (static_cast<unsigned char>(c) & 0xC0) == 0x80) continue;
    const ListMarker next = read_marker(text, at, end);
    if (next.size == 0 || next.style != marker.style || next.bullet != marker.bullet) continue;
    if (next.open != marker.open || next.close != marker.close) continue;
    if (next.value != marker.value + (marker.style == '*' ? 0 : 1)) continue;
    if (marker.style != '*' && !(char_class(text, std::min(at + next.size, end - 1)) & chars::upper))
      continue;
    return at;
  }
  return end;
}

}  // namespace claimsift
