// SPDX-License-Identifier: Apache-2.0
// characters.hpp - what a character is: decoding valid UTF-8 and the classes that reading text needs (letter,
// capital, digit, white space, line break). Beyond Latin, Greek and Cyrillic everything that is not listed
// as a mark or a space counts as a letter, which keeps words of any script whole. Pure functions.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace claimsift {

/// A decoded character and its length in bytes.
struct Character {
  uint32_t code;
  uint32_t size;
};

/// The character at `at`, which must begin one; the text is valid UTF-8.
inline Character decode(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<uint32_t>(static_cast<unsigned char>(text[at + i])); };
  const uint32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1F) << 6) | (byte(1) & 0x3F), 2};
  if (lead < 0xF0) return {((lead & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
  return {((lead & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F), 4};
}

/// Where the character that ends at `end` begins; `end` > 0.
inline size_t previous(std::string_view text, size_t end) {
  do --end;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
  return end;
}

/// Bits of a character's class; a mark or symbol has none.
namespace chars {
inline constexpr uint8_t upper = 1, lower = 2, letter = 4, digit = 8, space = 16, line_break = 32;
}

namespace detail {

struct CodeRange {
  uint32_t first, last;
};

/// Marks, symbols and controls beyond Latin-1, in order.
inline constexpr CodeRange kMarks[] = {
    {0x2C2, 0x2C5},   {0x2D2, 0x2DF},   {0x37E, 0x37E},     {0x387, 0x387},     {0x55A, 0x55F},
    {0x589, 0x58A},   {0x5BE, 0x5BE},   {0x5C0, 0x5C0},     {0x5C3, 0x5C3},     {0x5F3, 0x5F4},
    {0x600, 0x60F},   {0x61B, 0x61F},   {0x66A, 0x66D},     {0x6D4, 0x6D4},     {0x964, 0x965},
    {0xE3F, 0xE3F},   {0x2010, 0x2027}, {0x202A, 0x202E},   {0x2030, 0x205E},   {0x2060, 0x206F},
    {0x207A, 0x207E}, {0x208A, 0x208E}, {0x20A0, 0x20CF},   {0x2100, 0x2101},   {0x2103, 0x2106},
    {0x2108, 0x2109}, {0x2114, 0x2114}, {0x2116, 0x2118},   {0x211E, 0x2123},   {0x2140, 0x2144},
    {0x2190, 0x245F}, {0x249C, 0x249C}, {0x2500, 0x2BFF},   {0x2E00, 0x2E7F},   {0x3001, 0x3004},
    {0x3008, 0x3020}, {0x3030, 0x3030}, {0x303D, 0x303F},   {0x30FB, 0x30FB},   {0xE000, 0xF8FF},
    {0xFE10, 0xFE1F}, {0xFE30, 0xFE6F}, {0xFF01, 0xFF0F},   {0xFF1A, 0xFF20},   {0xFF3B, 0xFF40},
    {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF}, {0xE0000, 0xE0FFF}, {0xF0000, 0x10FFFF}};

/// Capitals of scripts that have them, as (first, last, step).
struct CapitalRange {
  uint32_t first, last, step;
};
inline constexpr CapitalRange kCapitals[] = {
    {0x100, 0x136, 2},   {0x139, 0x147, 2},  {0x14A, 0x176, 2}, {0x178, 0x179, 1},   {0x17B, 0x17D, 2},
    {0x1CD, 0x1DB, 2},   {0x1DE, 0x1EE, 2},  {0x1F8, 0x21E, 2}, {0x222, 0x232, 2},   {0x386, 0x386, 1},
    {0x388, 0x38F, 1},   {0x391, 0x3AB, 1},  {0x400, 0x42F, 1}, {0x460, 0x480, 2},   {0x48A, 0x4BE, 2},
    {0x4C1, 0x4CD, 2},   {0x4D0, 0x52E, 2},  {0x531, 0x556, 1}, {0x10A0, 0x10C5, 1}, {0x1E00, 0x1E94, 2},
    {0x1EA0, 0x1EFE, 2}, {0xFF21, 0xFF3A, 1}};

constexpr uint8_t class_beyond_ascii(uint32_t c) {
  using namespace chars;
  if (c == 0x85) return space | line_break;
  if (c == 0xA0) return space;
  if (c < 0xC0) {
    if (c == 0xAA || c == 0xB5 || c == 0xBA) return letter | lower;
    return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0xBC && c <= 0xBE) ? digit : 0;
  }
  if (c < 0x100) {
    if (c == 0xD7 || c == 0xF7) return 0;
    return c < 0xDF ? letter | upper : letter | lower;
  }
  if (c == 0x2028 || c == 0x2029) return space | line_break;
  if (c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF)
    return space;
  if ((c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9) || (c >= 0x966 && c <= 0x96F) ||
      (c >= 0xFF10 && c <= 0xFF19) || c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ||
      (c >= 0x2080 && c <= 0x2089) || (c >= 0x2150 && c <= 0x218B))
    return digit;
  for (const CodeRange& r : kMarks) {
    if (c < r.first) break;
    if (c <= r.last) return 0;
  }
  for (const CapitalRange& r : kCapitals) {
    if (c < r.first) break;
    if (c <= r.last && (c - r.first) % r.step == 0) return letter | upper;
  }
  return c < 0x590 || (c >= 0x1E00 && c < 0x2000) ? letter | lower : letter;
}

constexpr uint8_t class_of_ascii(uint32_t c) {
  using namespace chars;
  if (c >= 'a' && c <= 'z') return letter | lower;
  if (c >= 'A' && c <= 'Z') return letter | upper;
  if (c >= '0' && c <= '9') return digit;
  if (c == ' ' || c == '\t' || (c >= 0x1C && c <= 0x1F)) return space;
  if (c >= '\n' && c <= '\r') return space | line_break;
  return 0;
}

inline constexpr auto kLowClasses = [] {
  std::array<uint8_t, 0x600> table{};
  for (uint32_t c = 0; c < table.size(); ++c) table[c] = c < 0x80 ? class_of_ascii(c) : class_beyond_ascii(c);
  return table;
}();

}  // namespace detail

/// Bits of claimsift::chars for a code point.
constexpr uint8_t char_class(uint32_t code) {
  return code < detail::kLowClasses.size() ? detail::kLowClasses[code] : detail::class_beyond_ascii(code);
}
inline uint8_t char_class(std::string_view text, size_t at) { return char_class(decode(text, at).code); }

/// The first position from `at` on, before `end`, that holds no white space.
inline size_t skip_space(std::string_view text, size_t at, size_t end) {
  while (at < end) {
    const Character c = decode(text, at);
    if (!(char_class(c.code) & chars::space)) break;
    at += c.size;
  }
  return at;
}

/// The end of the text before `end`, not before `begin`, without white space at its end.
inline size_t trim_end(std::string_view text, size_t begin, size_t end) {
  while (end > begin) {
    const size_t at = previous(text, end);
    if (!(char_class(text, at) & chars::space)) break;
    end = at;
  }
  return end;
}

// Quotation marks, brackets and dashes by code point.
constexpr bool is_double_quote(uint32_t c) {
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0x201F || c == 0xAB || c == 0xBB ||
         c == 0x300C || c == 0x300D || c == 0xFF02;
}
constexpr bool is_single_quote(uint32_t c) {
  return c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201B) || c == 0x2039 || c == 0x203A;
}
constexpr bool is_opening(uint32_t c) {
  return c == '(' || c == '[' || c == '{' || c == 0x201C || c == 0x201E || c == 0x2018 || c == 0x201A ||
         c == 0xAB || c == 0x2039 || c == 0x300C;
}
constexpr bool is_closing_bracket(uint32_t c) { return c == ')' || c == ']' || c == '}'; }
/// Marks that may end a sentence; runs of them count as one.
constexpr bool is_sentence_mark(uint32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x203C || c == 0x203D ||
         (c >= 0x2047 && c <= 0x2049) || c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}
constexpr bool is_dash(uint32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
constexpr bool is_bullet(uint32_t c) {
  return c == 0x2022 || c == 0x2023 || c == 0x25E6 || c == 0x2043 || c == 0x2219 || c == 0xB7 ||
         c == 0x25CF || c == 0x25AA || c == 0x25A0 || c == 0x25CB || c == 0x2013 || c == 0x2014 || c == '*' ||
         c == '-';
}

}  // namespace claimsift
