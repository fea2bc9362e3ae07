// SPDX-License-Identifier: Apache-2.0
// source_text.hpp - the text of a file being parsed: which characters it may hold, and what line and column
// a byte stands at. One thread; the text outlives it.
#pragma once

#include <cstddef>
#include <string_view>

#include "pipeline/diagnostic.hpp"

namespace claimsift {

/// A text with the places in it.
class SourceText {
 public:
  /// `fixed`: the text stands in no file, every place is `origin`.
  SourceText(std::string_view text, Place origin, bool fixed);

  /// Throws a Failure at the first byte that is no UTF-8 or a control character other than white space.
  void check_characters() const;

  std::string_view text() const { return text_; }
  char at(size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

  /// Where the byte at `offset` stands.
  Place place(size_t offset) const;

  /// Whether a quoted scalar that begins at `offset` ends; true where none begins. (yaml-cpp takes the end of
  /// the file for its end.)
  bool closes_quotation(size_t offset) const;

  /// The part of its line that precedes `offset`.
  std::string_view line_before(size_t offset) const;

  /// The last character before `offset` that is no white space, 0 if there is none.
  size_t last_before(size_t offset) const;

 private:
  std::string_view text_;
  Place origin_;
  bool fixed_;
  // Places are asked for in rising order, so counting lines goes on where it stopped.
  mutable size_t known_offset_ = 0, known_start_ = 0;
  mutable uint32_t known_line_ = 1;
};

}  // namespace claimsift
