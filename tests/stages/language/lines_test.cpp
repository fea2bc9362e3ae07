// SPDX-License-Identifier: Apache-2.0
#include "stages/language/lines.hpp"

#include <gtest/gtest.h>

namespace claimsift {
namespace {

TEST(Lines, EveryKindOfBreakCountsOnce) {
  const std::string_view text =
      "a\r\nb\rc\nd\xE2\x80\xA8"
      "e";
  size_t at = 0, lines = 0;
  while (at < text.size()) {
    const Line line = read_line(text, at, text.size());
    EXPECT_EQ(line.end - line.begin, 1u);
    at = line.next;
    ++lines;
  }
  EXPECT_EQ(lines, 5u);
}

TEST(Lines, BlocksEndAtEmptyLines) {
  const std::string_view text = "\n\nab\ncde\n \nf";
  const Block first = read_block(text, 0);
  EXPECT_EQ(text.substr(first.begin, first.end - first.begin), "ab\ncde");
  EXPECT_EQ(first.width, 3u);
  const Block second = read_block(text, first.next);
  EXPECT_EQ(text.substr(second.begin, second.end - second.begin), "f");
  EXPECT_EQ(second.next, text.size());
}

TEST(Lines, Markers) {
  const auto marker = [](std::string_view text) { return read_marker(text, 0, text.size()); };
  EXPECT_EQ(marker("1. One").size, 3u);
  EXPECT_EQ(marker("12) One").value, 12u);
  EXPECT_EQ(marker("(b) One").value, 2u);
  EXPECT_EQ(marker("iv) One").value, 4u);
  EXPECT_TRUE(marker("* One").bullet);
  EXPECT_EQ(marker("\xE2\x80\xA2 9. One").value, 9u);
  EXPECT_EQ(marker("One").size, 0u);
  EXPECT_EQ(marker("J. Smith").size, 0u) << "an initial";
  EXPECT_EQ(marker("1.5 million").size, 0u);
  EXPECT_EQ(marker("").size, 0u);
  EXPECT_EQ(marker("1.").size, 0u);
}

}  // namespace
}  // namespace claimsift
