// SPDX-License-Identifier: Apache-2.0
#include "pipeline/source_text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "claimsift/host/utf8.hpp"

namespace claimsift {
SourceText::SourceText(std::string_view text, Place origin, bool fixed)
    : text_(text), origin_(std::move(origin)), fixed_(fixed) {}

void SourceText::check_characters() const {
  if (const size_t at = host::invalid_utf8(text_); at != std::string_view::npos)
    throw Failure(place(at), fmt::format("byte 0x{:02x} is not UTF-8", static_cast<unsigned char>(text_[at])),
                  "save the file as UTF-8");
  for (size_t i = 0; i < text_.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text_[i]);
    if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F)
      throw Failure(place(i), fmt::format("control character 0x{:02x} is not allowed", byte));
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

bool SourceText::closes_quotation(size_t offset) const {
  const char mark = at(offset);
  if (mark != '"' && mark != '\'') return true;
  for (size_t i = offset + 1; i < text_.size(); ++i) {
    if (mark == '"' && text_[i] == '\\') {
      ++i;
    } else if (text_[i] == mark) {
      if (mark == '"' || at(i + 1) != mark) return true;
      ++i;  // '' stands for one mark
    }
  }
  return false;
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
