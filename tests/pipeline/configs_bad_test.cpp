// SPDX-License-Identifier: Apache-2.0
// Each file of tests/configs_bad is a wrong pipeline; beside it stands, to the letter, what the user reads.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "pipeline/graph.hpp"
#include "sample_stages.hpp"

namespace claimsift {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(CLAIMSIFT_SOURCE_DIR) / "tests" / "configs_bad";

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  EXPECT_TRUE(stream) << file << " is missing";
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// What follows "# --set " on a line of its own: the config is read with these overrides.
std::vector<std::string> overrides_in(const std::string& text) {
  const std::string mark = "# --set ";
  std::vector<std::string> result;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with(mark)) result.push_back(line.substr(mark.size()));
  return result;
}

std::vector<std::string> names() {
  std::vector<std::string> result;
  for (const fs::directory_entry& entry : fs::directory_iterator(kFolder))
    if (entry.path().extension() == ".yaml") result.push_back(entry.path().stem().string());
  std::sort(result.begin(), result.end());
  return result;
}

class BadConfig : public testing::TestWithParam<std::string> {
 protected:
  // Messages name files as the user did, so the folder is the working directory.
  void SetUp() override {
    before_ = fs::current_path();
    fs::current_path(kFolder);
    unsetenv("CLAIMSIFT_TEST_UNSET");
    unsetenv("OUT");
  }
  void TearDown() override { fs::current_path(before_); }

 private:
  fs::path before_;
};

TEST_P(BadConfig, IsRefusedWithTheExpectedMessages) {
  const std::string file = GetParam() + ".yaml";
  Registry registry = test::sample_registry();
  Diagnostics problems;
  const std::optional<Graph> graph = load_graph(
      file, overrides_in(text_of(file)), registry, [](const PluginEntry&, Registry&, Diagnostics&) {}, {},
      problems);
  EXPECT_FALSE(graph);
  EXPECT_TRUE(problems.has_errors());
  EXPECT_EQ(render(problems, ReportStyle::plain), text_of(GetParam() + ".expected"));
}

INSTANTIATE_TEST_SUITE_P(Configs, BadConfig, testing::ValuesIn(names()),
                         [](const testing::TestParamInfo<std::string>& each) { return each.param; });

TEST(BadConfigs, AreAllThere) { EXPECT_GE(names().size(), 80u); }

}  // namespace
}  // namespace claimsift
