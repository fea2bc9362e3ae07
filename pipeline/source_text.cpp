// SPDX-License-Identifier: Apache-2.0
#include "pipeline/source_text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

namespace claimsift {
namespace {

/// Length of the well-formed UTF-8 sequence that `text` begins with, 0 if it begins with none.
size_t sequence_length(std::string_view text) {
  const auto at = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto follows = [&](size_t i) { return (at(i) & 0xC0) == 0x80; };
  const unsigned lead = at(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool overlong = lead == 0xE0 && at(1) < 0xA0, surrogate = lead == 0xED && at(1) > 0x9F;
    return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool overlong = lead == 0xF0 && at(1) < 0x90, beyond = lead == 0xF4 && at(1) > 0x8F;
    return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
  }
  return 0;
}

}  // namespace

SourceText::SourceText(std::string_view text, Place origin, bool fixed)
    : text_(text), origin_(std::move(origin)), fixed_(fixed) {}

void SourceText::check_characters() const {
  for (size_t i = 0; i < text_.size();) {
    const auto byte = static_cast<unsigned char>(text_[i]);
    const size_t length = sequence_length(text_.substr(i));
    if (length == 0)
      throw Failure(place(i), fmt::format("byte 0x{:02x} is not UTF-8", byte), "save the file as UTF-8");
    if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F)
      throw Failure(place(i), fmt::format("control character 0x{:02x} is not allowed", byte));
    i += length;
  }
}

Place SourceText::place(size_t offset) const {
  if (fixed_) return origin_;
  offset = std::min(offset, text_.size());
  if (offset < known_offset_) known_offset_ = known_start_ = 0, known_line_ = 1;
  for (; known_offset_ < offset; ++known_offset_)
    if (text_[known_offset_] == '\n') ++known_line_, known_start_ = known_offset_ + 1;
  uint32_t column = 1;
  for (size_t i = known_start_; i < offset; ++i)
    if ((static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80) ++column;
  return {origin_.file, known_line_, column};
}

std::string_view SourceText::line_before(size_t offset) const {
  offset = std::min(offset, text_.size());
  const size_t start = offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
  const size_t begin = start == std::string_view::npos ? 0 : start + 1;
  return text_.substr(begin, offset - begin);
}

size_t SourceText::last_before(size_t offset) const {
  const size_t found = text_.find_last_not_of(" \t\r\n", std::max<size_t>(offset, 1) - 1);
  return found == std::string_view::npos ? 0 : found;
}

}  // namespace claimsift
