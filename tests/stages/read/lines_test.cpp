// SPDX-License-Identifier: Apache-2.0
#include "stages/read/lines.hpp"

#include <gtest/gtest.h>

#include "tests/temporary_folder.hpp"

namespace claimsift {
namespace {

class LineFileTest : public testing::Test {
 protected:
  std::string file(const std::string& content) { return folder_.write("in.txt", content); }
  std::vector<std::string> lines(const std::string& content, uint64_t longest = 100) {
    LineFile in(open_bytes(file(content), 200, Unpack::here), longest);
    std::vector<std::string> all;
    for (LineFile::Line line; in.next(line);)
      all.push_back(line.too_long ? "<" + std::to_string(line.too_long) + ">" : std::string(line.text));
    return all;
  }
  TemporaryFolder folder_;
};

using Lines = std::vector<std::string>;

TEST_F(LineFileTest, CutsAtEveryKindOfLineEnd) {
  EXPECT_EQ(lines("a\nb\r\nc"), (Lines{"a", "b", "c"}));
  EXPECT_EQ(lines("a\n\n"), (Lines{"a", ""}));
  EXPECT_EQ(lines(""), Lines{});
}

TEST_F(LineFileTest, PassesOverAByteOrderMark) { EXPECT_EQ(lines("\xEF\xBB\xBFx\ny"), (Lines{"x", "y"})); }

TEST_F(LineFileTest, PassesOverLinesThatAreTooLongAndGoesOn) {
  EXPECT_EQ(lines("ok\n" + std::string(5000, 'x') + "\nalso ok\n", 10), (Lines{"ok", "<5000>", "also ok"}));
  EXPECT_EQ(lines(std::string(3 << 20, 'x') + "\nend", 1 << 20), (Lines{"<3145728>", "end"}));
}

TEST_F(LineFileTest, LinesMayCrossTheBuffer) {
  const std::string a(700000, 'a'), b(900000, 'b');
  EXPECT_EQ(lines(a + "\n" + b + "\nc\n", 1 << 20), (Lines{a, b, "c"}));
}

TEST_F(LineFileTest, CountsLines) {
  LineFile in(open_bytes(file("a\nb\nc\n"), 200, Unpack::here), 10);
  LineFile::Line line;
  while (in.next(line)) {}
  EXPECT_EQ(in.peek(), -1);
  LineFile again(open_bytes(folder_.path("in.txt"), 200, Unpack::here), 10);
  again.next(line);
  again.next(line);
  EXPECT_EQ(line.number, 2u);
}

TEST_F(LineFileTest, GivesTheRestWholeUnlessItIsTooLong) {
  std::string all;
  EXPECT_TRUE(LineFile(open_bytes(file("a\nb"), 200, Unpack::here), 3).rest(all));
  EXPECT_EQ(all, "a\nb");
  std::string none;
  EXPECT_FALSE(LineFile(open_bytes(folder_.path("in.txt"), 200, Unpack::here), 2).rest(none));
}

TEST_F(LineFileTest, AMissingFileIsAnError) {
  EXPECT_THROW(open_bytes("/nowhere/at/all", 200, Unpack::here), std::runtime_error);
}

}  // namespace
}  // namespace claimsift
