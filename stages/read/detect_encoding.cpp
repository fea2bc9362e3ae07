// SPDX-License-Identifier: Apache-2.0
#include "stages/read/detect_encoding.hpp"

#include <algorithm>
#include <cstring>

#include "claimsift/host/utf8.hpp"
#include "stages/read/windows_1252.hpp"

namespace claimsift {

namespace {

/// The bytes that begin at a lead byte and have the shape of a UTF-8 sequence, valid or not; 0 if they have
/// not.
size_t utf8_shape(std::string_view bytes, size_t at) {
  const auto c = static_cast<unsigned char>(bytes[at]);
  const size_t length = c >= 0xF0 && c < 0xF8 ? 4 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xC0 && c < 0xE0 ? 2 : 0;
  for (size_t i = 1; i < length; ++i) {
    // Cut off at the end of the file; a lead byte alone could be a letter, but for those that most text uses.
    if (at + i == bytes.size()) return i > 1 || c == 0xC2 || c == 0xC3 || c == 0xE2 ? i : 0;
    if ((static_cast<unsigned char>(bytes[at + i]) & 0xC0) != 0x80) return 0;
  }
  return length;
}

/// Characters of windows-1252 that hardly stand in Western text: they tell of damage or of another encoding.
bool is_rare(unsigned char c) {
  if (c >= 0x80 && c < 0xA0) return windows_1252::kUpper[c - 0x80] == 0;
  return c == 0xFF || c == 0xFE || c == 0xDE || c == 0xD0 || c == 0xF0 || c == 0xD7 || c == 0xF7 ||
         c == 0xAC || c == 0xA4 || c == 0xAF;
}

}  // namespace

std::string_view bom_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "utf-8";
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  return {};
}

std::string_view detected_encoding(std::string_view bytes) {
  if (host::invalid_utf8(bytes) == std::string_view::npos) return "utf-8";
  size_t high = 0, shaped = 0, rare = 0;
  for (size_t i = 0; i < bytes.size();) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    const size_t shape = c < 0x80 ? 0 : utf8_shape(bytes, i);
    high += c >= 0x80 ? std::max<size_t>(shape, 1) : 0;
    shaped += shape;
    rare += c >= 0x80 && shape == 0 && is_rare(c);
    i += std::max<size_t>(shape, 1);
  }
  return (shaped + rare) * 10 >= high ? "utf-8" : "windows-1252";
}

std::string_view charset_in_page(std::string_view bytes) {
  constexpr size_t kHead =
      8192;  // browsers look at the first kilobyte; comments in front make some pages' heads long
  bytes = bytes.substr(0, kHead);
  for (size_t at = 0; (at = bytes.find('<', at)) != std::string_view::npos; ++at) {
    const std::string_view rest = bytes.substr(at);
    const auto is = [&](std::string_view name) {
      return rest.size() > name.size() &&
             std::equal(name.begin(), name.end(), rest.begin(),
                        [](char a, char b) { return a == (b | 0x20) || a == b; });
    };
    if (is("<!--")) {
      at = bytes.find("-->", at);
      if (at == std::string_view::npos) return {};
    } else if (is("<meta") || is("<?xml")) {
      const std::string_view element = rest.substr(0, rest.find('>'));
      if (const std::string_view found = charset_of(element); !found.empty()) return found;
      if (const size_t xml = element.find("encoding=\""); is("<?xml") && xml != std::string_view::npos) {
        const std::string_view name = element.substr(xml + 10);
        return name.substr(0, name.find('"'));
      }
    }
  }
  return {};
}

std::string_view charset_of(std::string_view content_type) {
  constexpr std::string_view kKey = "charset=";
  const auto at = std::search(content_type.begin(), content_type.end(), kKey.begin(), kKey.end(),
                              [](char a, char b) { return (a | 0x20) == (b | 0x20); });
  if (at == content_type.end()) return {};
  std::string_view rest = content_type.substr(static_cast<size_t>(at - content_type.begin()) + kKey.size());
  while (!rest.empty() && std::strchr(" \t\"'", rest.front())) rest.remove_prefix(1);
  return rest.substr(0, rest.find_first_of(" \t\"';,>/"));
}

}  // namespace claimsift
