// SPDX-License-Identifier: Apache-2.0
#include "stages/text/characters.hpp"

#include <gtest/gtest.h>

#include "stages/text/words.hpp"

namespace claimsift {
namespace {

TEST(Characters, DecodeEveryLength) {
  const std::string_view text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80";
  EXPECT_EQ(decode(text, 0).code, 'a');
  EXPECT_EQ(decode(text, 1).code, 0xE9u);
  EXPECT_EQ(decode(text, 3).code, 0x20ACu);
  EXPECT_EQ(decode(text, 6).code, 0x1F600u);
  EXPECT_EQ(previous(text, text.size()), 6u);
  EXPECT_EQ(previous(text, 6), 3u);
}

TEST(Characters, Classes) {
  using namespace chars;
  EXPECT_EQ(char_class('a'), letter | lower);
  EXPECT_EQ(char_class('Z'), letter | upper);
  EXPECT_EQ(char_class('5'), digit);
  EXPECT_EQ(char_class('\n'), space | line_break);
  EXPECT_EQ(char_class(0xA0), space);
  EXPECT_EQ(char_class(0x2028), space | line_break);
  EXPECT_EQ(char_class(0xC9), letter | upper);   // E acute
  EXPECT_EQ(char_class(0x17D), letter | upper);  // Z caron
  EXPECT_EQ(char_class(0x17E), letter | lower);
  EXPECT_EQ(char_class(0x416), letter | upper);  // Zhe
  EXPECT_EQ(char_class(0x4E2D), letter);
  EXPECT_EQ(char_class(0x2014), 0);
  EXPECT_EQ(char_class(0x20AC), 0);
  EXPECT_EQ(char_class(0x1F600), 0);
}

TEST(Characters, TrimAndSkip) {
  const std::string_view text =
      " \xC2\xA0"
      "ab\xE2\x80\x83 ";
  EXPECT_EQ(skip_space(text, 0, text.size()), 3u);
  EXPECT_EQ(trim_end(text, 0, text.size()), 5u);
  EXPECT_EQ(trim_end("   ", 0, 3), 0u);
}

TEST(Words, HashInTextEqualsHashOfTheWord) {
  const std::string text = "The quick brown Fox jumped over antidisestablishmentarianism in 1999.";
  for (size_t begin = 0; begin < text.size(); ++begin)
    for (size_t end = begin; end <= text.size(); ++end)
      ASSERT_EQ(word_hash_in(text, begin, end), word_hash(std::string_view(text).substr(begin, end - begin)));
}

}  // namespace
}  // namespace claimsift
