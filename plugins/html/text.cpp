// SPDX-License-Identifier: Apache-2.0
#include "plugins/html/text.hpp"

#include <algorithm>

namespace claimsift::html {

namespace {

/// The bytes of a blank or of a character without width at `at`; `blank` says which.
size_t special(std::string_view s, size_t at, bool& blank) {
  const auto c = static_cast<unsigned char>(s[at]);
  const auto byte = [&](size_t i) { return at + i < s.size() ? static_cast<unsigned char>(s[at + i]) : 0u; };
  blank = true;
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  if (c < 0x20 || c == 0x7F) return blank = false, 1;
  if (c == 0xC2 && byte(1) == 0xA0) return 2;                                        // no-break space
  if (c == 0xC2 && byte(1) == 0xAD) return blank = false, 2;                         // soft hyphen
  if (c == 0xC2 && byte(1) == 0x85) return 2;                                        // next line
  if (c == 0xE2 && byte(1) == 0x80 && byte(2) >= 0x80 && byte(2) <= 0x8A) return 3;  // U+2000..200A
  if (c == 0xE2 && byte(1) == 0x80 && byte(2) >= 0x8B && byte(2) <= 0x8F)
    return blank = false, 3;  // no width
  if (c == 0xE2 && byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9 || byte(2) == 0xAF)) return 3;
  if (c == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) return 3;                 // ideographic space
  if (c == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) return blank = false, 3;  // byte order mark
  return 0;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c); }
bool is_letter_or_digit(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

}  // namespace

std::string tidy(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (size_t i = 0; i < text.size();) {
    bool blank = false;
    if (const size_t size = special(text, i, blank)) {
      pending = pending || blank;
      i += size;
      continue;
    }
    if (pending && !out.empty()) out += ' ';
    pending = false;
    out += text[i++];
  }
  return out;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  for (size_t begin = 0, end; begin < name.size(); begin = end + 1) {
    end = begin;
    while (end < name.size() && is_letter_or_digit(name[end])) ++end;
    const std::string_view part = name.substr(begin, end - begin);
    // What style sheets' tools make up ("css-1ad9x", "Box_root__3xYz") means nothing.
    const bool digits = part.find_first_of("0123456789") != std::string_view::npos;
    if (part == "css" || part == "sc") return words;
    if (part.size() >= 4 && digits && std::any_of(part.begin(), part.end(), is_letter)) continue;
    std::string word;
    for (size_t i = 0; i <= part.size(); ++i) {
      const bool breaks =
          i == part.size() || !is_letter(part[i]) || (i > 0 && is_upper(part[i]) && is_lower(part[i - 1]));
      if (breaks && !word.empty()) words.push_back(lower(word)), word.clear();
      if (i < part.size() && is_letter(part[i])) word += part[i];
    }
  }
  return words;
}

size_t length(std::string_view utf8) {
  return static_cast<size_t>(std::count_if(
      utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

}  // namespace claimsift::html
