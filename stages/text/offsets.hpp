// SPDX-License-Identifier: Apache-2.0
// offsets.hpp - byte offsets as code points or UTF-16 units, for writers. A table of one entry every 64
// bytes, made once a document; texts that are all ASCII need none. Read-only after construction.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "claimsift/stage.hpp"

namespace claimsift {

/// The unit in which a record counts offsets.
enum class OffsetUnit : uint8_t { codepoint, byte, utf16 };

/// The unit that the run's settings ask for.
inline OffsetUnit offset_unit(const Setup& setup) {
  const std::string name = setup.setting("offsets");
  return name == "byte" ? OffsetUnit::byte : name == "utf16" ? OffsetUnit::utf16 : OffsetUnit::codepoint;
}

class Offsets {
 public:
  Offsets(DocumentBase& doc, OffsetUnit unit) : text_(doc.text()), unit_(unit) {
    if (unit == OffsetUnit::byte || is_ascii(text_)) return;
    table_ = doc.alloc<uint32_t>(text_.size() / kStep + 1);
    uint32_t count = 0;
    for (size_t i = 0; i < text_.size(); ++i) {
      if (i % kStep == 0) table_[i / kStep] = count;
      count += width(text_[i]);
    }
    if (text_.size() % kStep == 0) table_[text_.size() / kStep] = count;
  }

  uint32_t operator()(uint32_t byte) const {
    if (table_.empty()) return byte;
    uint32_t count = table_[byte / kStep];
    for (size_t i = byte - byte % kStep; i < byte; ++i) count += width(text_[i]);
    return count;
  }

 private:
  static constexpr size_t kStep = 64;

  static bool is_ascii(std::string_view s) {
    unsigned char seen = 0;
    for (const char c : s) seen |= static_cast<unsigned char>(c);
    return seen < 0x80;
  }
  /// How much a byte adds: a code point counts at its first byte, in UTF-16 twice beyond the basic plane.
  uint32_t width(char c) const {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80) return 0;
    return unit_ == OffsetUnit::utf16 && byte >= 0xF0 ? 2 : 1;
  }

  std::string_view text_;
  OffsetUnit unit_;
  std::span<uint32_t> table_;
};

}  // namespace claimsift
