// SPDX-License-Identifier: Apache-2.0
// lines.hpp - lines, the blocks that empty lines part, and what a single line break inside a block means.
// Every kind of line break counts (CR LF, CR, U+0085, U+2028). Pure functions, any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace claimsift {

/// A line without its break; `next` is where the next line begins.
struct Line {
  size_t begin = 0, end = 0, next = 0;
};

/// Lines up to the next empty one, and the length of the longest.
struct Block {
  size_t begin = 0, end = 0, next = 0, width = 0;
};

/// What a line break between two lines of a block is.
enum class Break : uint8_t { none, sentence, paragraph };

Line read_line(std::string_view text, size_t at, size_t end);
Block read_block(std::string_view text, size_t at);
Break break_between(std::string_view text, const Line& line, const Line& following, size_t width);

/// A marker that begins an item of a list, such as "2." or "(b)" or a bullet; size 0: none.
struct ListMarker {
  size_t size = 0;
  uint32_t value = 0;
  char style = 0;  // '1', 'a', 'A' or '*' for a bullet
  char open = 0, close = 0;
  bool bullet = false;
};
ListMarker read_marker(std::string_view text, size_t at, size_t end);

/// Where the item after `marker` begins in the same stretch of text; `end` if it does not.
size_t find_next_marker(std::string_view text, size_t at, size_t end, const ListMarker& marker);

}  // namespace claimsift
