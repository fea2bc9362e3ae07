// SPDX-License-Identifier: Apache-2.0
#include "pipeline/files.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace claimsift {
namespace {

namespace fs = std::filesystem;

constexpr cs_option kOptions[] = {{"model", CS_PATH, "", "A model.", 0, 0, nullptr},
                                  {"paths", CS_PATHS, "", "Inputs.", 0, 0, nullptr},
                                  {"path", CS_OUTPUT, "", "The output.", 0, 0, nullptr},
                                  {}};

/// Plans over one declaration, in a folder with the file "here.txt".
class FilesTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / (std::string("claimsift_files_") +
                                              testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    std::ofstream(folder_ / "here.txt") << "text";
    stage_.options = kOptions;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string in_folder(const std::string& name) const { return (folder_ / name).string(); }

  void add(const std::string& instance, OptionValues options, bool runs = true) {
    PlannedStage planned;
    planned.instance = instance;
    planned.stage = &stage_;
    planned.options = std::move(options);
    planned.runs = runs;
    plan_.stages.push_back(std::move(planned));
  }

  /// What is said of the plan, with the folder's name taken out.
  std::string messages() const {
    Diagnostics problems;
    check_files(plan_, problems);
    std::string text;
    for (const Diagnostic& d : problems.all()) text += d.message + '\n';
    const std::string folder = folder_.string() + '/';
    for (size_t at; (at = text.find(folder)) != std::string::npos;) text.erase(at, folder.size());
    return text;
  }

  fs::path folder_;
  cs_stage stage_{};
  Plan plan_;
};

TEST_F(FilesTest, AcceptWhatIsThereAndWhatCanBeMade) {
  add("a",
      {{"model", in_folder("here.txt")},
       {"paths", std::vector<std::string>{in_folder("here.txt"), folder_.string(), "-", in_folder("*.none")}},
       {"path", in_folder("new/folders/out.jsonl")}});
  EXPECT_EQ(messages(), "");
  EXPECT_FALSE(fs::exists(folder_ / "new")) << "nothing is created";
}

TEST_F(FilesTest, ReportInputsThatAreMissing) {
  add("a", {{"model", in_folder("m")},
            {"paths", std::vector<std::string>{in_folder("p"), in_folder("here.txt")}}});
  EXPECT_EQ(
      messages(),
      "`a` cannot read `m`: No such file or directory\n`a` cannot read `p`: No such file or directory\n");
}

TEST_F(FilesTest, TakeAPathThatExistsLiterally) {
  std::ofstream(folder_ / "a[1].txt") << "text";
  add("a", {{"paths", std::vector<std::string>{in_folder("a[1].txt")}}});
  EXPECT_EQ(messages(), "");
}

TEST_F(FilesTest, ReportOutputsThatCannotBeWritten) {
  fs::create_directory(folder_ / "folder");
  add("a", {{"path", in_folder("folder")}});
  add("b", {{"path", in_folder("here.txt/out")}});
  EXPECT_EQ(messages(),
            "`a` cannot write `folder`: it is a folder\n`b` cannot write `here.txt/out`: `here.txt` is no "
            "folder\n");
}

TEST_F(FilesTest, ReportFoldersThatRefuseNewFiles) {
  if (geteuid() == 0) GTEST_SKIP() << "root may write anywhere";
  fs::create_directory(folder_ / "closed");
  fs::permissions(folder_ / "closed", fs::perms::owner_read | fs::perms::owner_exec);
  add("a", {{"path", in_folder("closed/out")}});
  EXPECT_EQ(messages(), "`a` cannot write `closed/out`: folder `closed`: Permission denied\n");
}

TEST_F(FilesTest, ReportOutputsThatTwoStagesShare) {
  add("a", {{"path", in_folder("out")}});
  add("b", {{"path", in_folder("x/../out")}});
  add("c", {{"path", std::string("-")}});
  add("d", {{"path", std::string("-")}});
  plan_.run.checkpoint = in_folder("out");
  EXPECT_EQ(messages(),
            "`a` and `b` both write to `x/../out`\n`c` and `d` both write to standard output\n"
            "`a` and `run.checkpoint` both write to `out`\n");
}

TEST_F(FilesTest, LeaveOutStagesThatDoNotRun) {
  add("a", {{"model", in_folder("m")}}, false);
  EXPECT_EQ(messages(), "");
}

TEST_F(FilesTest, OutputsStandApartFromFoldersThatAreRead) {
  PlannedStage reader;
  reader.instance = "input";
  reader.stage = &stage_;
  reader.options = {{"paths", std::vector<std::string>{folder_.string(), in_folder("here.txt")}}};
  plan_.readers.push_back(reader);
  add("inside", {{"path", in_folder("out/../a.jsonl")}});
  add("beside", {{"path", folder_.string() + "_out/a.jsonl"}});
  add("idle", {{"path", in_folder("b.jsonl")}}, false);
  plan_.run.quarantine = in_folder("failed.jsonl");
  Diagnostics problems;
  check_apart(plan_, problems);
  ASSERT_EQ(problems.all().size(), 2u);
  EXPECT_NE(problems.all()[0].message.find("`inside` would write"), std::string::npos);
  EXPECT_NE(problems.all()[1].message.find("`run.quarantine` would write"), std::string::npos);
}

}  // namespace
}  // namespace claimsift
