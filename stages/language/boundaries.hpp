// SPDX-License-Identifier: Apache-2.0
// boundaries.hpp - whether a mark such as "." ends a sentence, from the words on both sides. Each decision
// looks at a bounded stretch of text. Const, any thread.
#pragma once

#include <cstddef>
#include <string_view>

#include "stages/language/abbreviations.hpp"

namespace claimsift {

/// A run of stops with what closes after it, inside the stretch of text [begin, end).
struct Stop {
  size_t begin;   // of the stretch
  size_t first;   // the first mark of the run
  size_t last;    // after the run
  size_t closed;  // after the quotation marks and brackets that follow it
  size_t next;    // the next character that is no white space
  size_t end;     // of the stretch
};

class Boundaries {
 public:
  explicit Boundaries(const Abbreviations& abbreviations) : abbreviations_(abbreviations) {}

  /// Reads the run of stops that begins at `first`.
  static Stop read(std::string_view text, size_t begin, size_t first, size_t end);

  /// Whether a sentence ends at stop.closed.
  bool ends(std::string_view text, const Stop& stop) const;

 private:
  bool full_stop_ends(std::string_view text, const Stop& stop) const;
  bool after_abbreviation(Abbreviation a, std::string_view text, const Stop& stop) const;

  const Abbreviations& abbreviations_;
};

/// What a ":" or ">" at `at` is: whether a sentence ends at `next`, behind a time stamp as in the header of a
/// message, a web address or ">"; if not, the scan for stops goes on there.
struct Gap {
  bool ends;
  size_t next;
};
Gap break_without_stop(std::string_view text, size_t begin, size_t at, size_t end);

/// The word at `at`: letters, digits and what joins them, at most 32 bytes.
std::string_view word_at(std::string_view text, size_t at, size_t end);

}  // namespace claimsift
