// SPDX-License-Identifier: Apache-2.0
#include "claimsift/host/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace claimsift::host {
namespace {

constexpr size_t kValid = std::string_view::npos;

TEST(Utf8, AcceptsWellFormedText) {
  for (const char* s : {"", "plain", "é ü", "\u20ac 5", "\U0001F600", "\xF4\x8F\xBF\xBF", "\xEF\xBF\xBD"})
    EXPECT_EQ(invalid_utf8(s), kValid) << s;
}

TEST(Utf8, NamesTheFirstBadByte) {
  EXPECT_EQ(invalid_utf8("abc\xff"), 3u);
  EXPECT_EQ(invalid_utf8("\xC0\xAF"), 0u) << "overlong";
  EXPECT_EQ(invalid_utf8("12345678\xE0\x80\x80"), 8u) << "overlong";
  EXPECT_EQ(invalid_utf8("x\xED\xA0\x80"), 1u) << "surrogate";
  EXPECT_EQ(invalid_utf8("\xF4\x90\x80\x80"), 0u) << "beyond U+10FFFF";
  EXPECT_EQ(invalid_utf8("abc\xE2\x82"), 3u) << "cut";
  EXPECT_EQ(invalid_utf8("\x80"), 0u);
}

TEST(Utf8, KnowsCodePointStarts) {
  const std::string_view text = "aé";
  EXPECT_TRUE(at_code_point(text, 1));
  EXPECT_FALSE(at_code_point(text, 2));
  EXPECT_TRUE(at_code_point(text, 3));
}

}  // namespace
}  // namespace claimsift::host
