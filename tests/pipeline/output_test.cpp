// SPDX-License-Identifier: Apache-2.0
#include "pipeline/output.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "pipeline/diagnostic.hpp"
#include "tests/temporary_folder.hpp"

namespace claimsift {
namespace {

namespace fs = std::filesystem;

class OutputTest : public testing::Test {
 protected:
  std::string path(const std::string& name) const { return folder_.path(name); }
  static std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  static std::string refusal(const std::string& path, bool overwrite) {
    try {
      Output output(path, overwrite);
    } catch (const Failure& failure) { return failure.diagnostic().message; }
    return "";
  }
  TemporaryFolder folder_;
};

TEST_F(OutputTest, AppearsUnderItsNameWhenItIsComplete) {
  Output output(path("new/folder/a.txt"), false);
  output.append("one ");
  output.append(std::string(3 << 20, 'x'));
  EXPECT_FALSE(fs::exists(path("new/folder/a.txt")));
  output.commit();
  EXPECT_EQ(read(path("new/folder/a.txt")).size(), 4u + (3 << 20));
  EXPECT_EQ(output.bytes(), 4u + (3 << 20));
  EXPECT_FALSE(fs::exists(path("new/folder/a.txt.part")));
}

TEST_F(OutputTest, IsLeftAsPartWithoutCommit) {
  { Output(path("a.txt"), false).append("half"); }
  EXPECT_FALSE(fs::exists(path("a.txt")));
  EXPECT_TRUE(fs::exists(path("a.txt.part")));
}

TEST_F(OutputTest, RefusesWhatExistsAndFolders) {
  std::ofstream(path("a.txt")) << "precious";
  EXPECT_EQ(refusal(path("a.txt"), false), "the output exists");
  EXPECT_EQ(read(path("a.txt")), "precious");
  EXPECT_EQ(refusal(path("a.txt"), true), "");
  EXPECT_EQ(refusal(folder_.folder().string(), true), "the output is a folder");
  EXPECT_THAT(refusal(path("a.txt/b.txt"), true), testing::HasSubstr("cannot be made"));
}

TEST_F(OutputTest, NeverPutsAFileInThePlaceOfADeviceOrFollowsALink) {
  EXPECT_EQ(refusal("/dev/null", true), "the output is no regular file");
  std::ofstream(path("victim")) << "precious";
  fs::create_symlink(path("victim"), path("a.txt.part"));
  EXPECT_NE(refusal(path("a.txt"), true), "");
  EXPECT_EQ(read(path("victim")), "precious");
}

TEST_F(OutputTest, NamesAFullDisk) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  fs::create_symlink("/dev/full", path("full.txt.part"));
  Output output(path("full.txt"), true);
  EXPECT_THROW(
      {
        output.append("x");
        output.commit();
      },
      Failure);
}

}  // namespace
}  // namespace claimsift
