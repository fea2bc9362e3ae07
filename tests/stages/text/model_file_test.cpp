// SPDX-License-Identifier: Apache-2.0
#include "stages/text/model_file.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/temporary_folder.hpp"

namespace claimsift {
namespace {

class ModelFileTest : public testing::Test {
 protected:
  ModelFileTest() {
    const std::string payload = "forty-two bytes of weights, more or less..";
    ModelFile::save(path_, "test", 3, std::as_bytes(std::span(payload)));
  }
  std::string refusal(std::string_view kind = "test", uint32_t version = 3) const {
    try {
      ModelFile file(path_, kind, version);
    } catch (const std::exception& e) { return e.what(); }
    return "";
  }
  std::string bytes() const {
    std::ifstream file(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void replace(const std::string& content) const { std::ofstream(path_, std::ios::binary) << content; }

  TemporaryFolder folder_;
  std::string path_ = folder_.path("claimsift_test.model");
};

using testing::HasSubstr;

TEST_F(ModelFileTest, GivesBackWhatWasSaved) {
  const ModelFile file(path_, "test", 3);
  EXPECT_EQ(file.payload().size(), 42u);
  EXPECT_EQ(static_cast<char>(file.payload()[0]), 'f');
  EXPECT_EQ(reinterpret_cast<uintptr_t>(file.payload().data()) % 64, 0u) << "aligned for any weights";
}

TEST_F(ModelFileTest, IsInMemoryOnceForAllWhoHoldIt) {
  const ModelFile one(path_, "test", 3);
  const std::string link = folder_.path("link.model");
  std::filesystem::create_symlink(path_, link);
  EXPECT_EQ(ModelFile(link, "test", 3).payload().data(), one.payload().data());
  EXPECT_THAT(refusal("other"), HasSubstr("is a model for `test`, not for `other`"))
      << "shared, and still checked";

  const std::string other = folder_.path("other.model"), payload = "other weights";
  ModelFile::save(other, "test", 3, std::as_bytes(std::span(payload)));
  std::filesystem::rename(other, path_);
  EXPECT_EQ(ModelFile(path_, "test", 3).payload().size(), payload.size()) << "what stands there now";
  EXPECT_EQ(one.payload().size(), 42u) << "what was opened stays";
}

TEST_F(ModelFileTest, NamesWhatIsWrong) {
  EXPECT_THAT(refusal("other"), HasSubstr("is a model for `test`, not for `other`"));
  EXPECT_THAT(refusal("test", 4), HasSubstr("has format version 3; this program reads version 4"));
  const std::string good = bytes();
  replace(good.substr(0, good.size() - 1));
  EXPECT_THAT(refusal(), HasSubstr("is cut short"));
  std::string damaged = good;
  damaged.back() = '!';
  replace(damaged);
  EXPECT_THAT(refusal(), HasSubstr("its checksum is wrong"));
  replace("short");
  EXPECT_THAT(refusal(), HasSubstr("is no model file"));
  replace("");
  EXPECT_THAT(refusal(), HasSubstr("is no model file"));
  std::filesystem::remove(path_);
  EXPECT_THAT(refusal(), HasSubstr(path_ + ": cannot be opened"));
}

TEST_F(ModelFileTest, IsLookedForInTheEnvironmentFirst) {
  ::setenv("CLAIMSIFT_MODELS", folder_.folder().c_str(), 1);
  EXPECT_THAT(find_model("", "claimsift_test.model"), HasSubstr("claimsift_test.model"));
  ::unsetenv("CLAIMSIFT_MODELS");
  EXPECT_EQ(find_model("given/by/hand", "x"), "given/by/hand");
  EXPECT_THROW(find_model("", "no such.model"), std::runtime_error);
}

}  // namespace
}  // namespace claimsift
