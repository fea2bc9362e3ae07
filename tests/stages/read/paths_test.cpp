// SPDX-License-Identifier: Apache-2.0
#include "stages/read/paths.hpp"

#include <gmock/gmock.h>

#include <filesystem>

#include "tests/temporary_folder.hpp"

namespace claimsift {
namespace {

namespace fs = std::filesystem;

class PathsTest : public testing::Test {
 protected:
  PathsTest() {
    for (const char* name :
         {"b.txt", "a.txt", "a.jsonl", "deep/c.txt", "deep/er/d.txt", "deep/skip.pdf", "odd[1].txt"})
      temporary_.write(name, "x");
  }
  std::vector<std::string> expand(const std::string& pattern) {
    std::vector<std::string> found;
    for (const std::string& path : expand_paths({(folder_ / pattern).string()}, {".txt", ".jsonl"}))
      found.push_back(fs::path(path).lexically_relative(folder_).string());
    return found;
  }
  TemporaryFolder temporary_;
  const fs::path& folder_ = temporary_.folder();
};

using Names = std::vector<std::string>;

TEST_F(PathsTest, AFolderGivesItsFilesSortedAndBelow) {
  EXPECT_EQ(expand(""), (Names{"a.jsonl", "a.txt", "b.txt", "deep/c.txt", "deep/er/d.txt", "odd[1].txt"}));
}

TEST_F(PathsTest, GlobsMatchWithinAFolder) {
  EXPECT_EQ(expand("*.txt"), (Names{"a.txt", "b.txt", "odd[1].txt"}));
  EXPECT_EQ(expand("?.jsonl"), (Names{"a.jsonl"}));
  EXPECT_EQ(expand("d*/*.txt"), (Names{"deep/c.txt"}));
}

TEST_F(PathsTest, DoubleStarCrossesFolders) {
  EXPECT_EQ(expand("**/*.txt"), (Names{"a.txt", "b.txt", "deep/c.txt", "deep/er/d.txt", "odd[1].txt"}));
  EXPECT_EQ(expand("deep/**"), (Names{"deep/c.txt", "deep/er/d.txt", "deep/skip.pdf"}));
}

TEST_F(PathsTest, APathThatExistsIsTakenLiterally) { EXPECT_EQ(expand("odd[1].txt"), (Names{"odd[1].txt"})); }

TEST_F(PathsTest, LoopsOfLinksEnd) {
  fs::create_directory_symlink(folder_, folder_ / "deep" / "loop");
  EXPECT_EQ(expand("").size(), 6u);
  EXPECT_EQ(expand("**/d.txt"), (Names{"deep/er/d.txt"}));
}

TEST_F(PathsTest, WhatLeadsNowhereIsAnError) {
  EXPECT_THROW(expand("none.txt"), std::runtime_error);
  EXPECT_THROW(expand("*.html"), std::runtime_error);
}

TEST_F(PathsTest, StandardInputIsADash) { EXPECT_EQ(expand_paths({"-"}, {}), (Names{"-"})); }

TEST(Paths, BytesThatAreNoUtf8AreShownAsHexadecimalDigits) {
  EXPECT_EQ(shown("caf\xC3\xA9/a\xFF"
                  "b.txt"),
            "caf\xC3\xA9/a%FFb.txt");
  EXPECT_EQ(shown("\xE9"), "%E9");
}

}  // namespace
}  // namespace claimsift
