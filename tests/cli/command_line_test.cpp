// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

#include "cli/command.hpp"

namespace claimsift::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// What a command line printed, and its exit status.
struct Result {
  int status;
  std::string out, err;
};

Result run(const std::vector<std::string>& words) {
  std::ostringstream out, err;
  Console console(out, err, false);
  const int status = run_command_line(words, console);
  return {status, out.str(), err.str()};
}

/// A folder of the test's own with a pipeline of built-in stages in it.
class CommandLine : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              (std::string("claimsift_cli_") + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    before_ = fs::current_path();
    fs::current_path(folder_);
    std::ofstream("news.txt") << "Some text.\n";
  }
  void TearDown() override {
    fs::current_path(before_);
    fs::remove_all(folder_);
  }

  static std::string pipeline(const std::string& stages) {
    std::ofstream("p.yaml") << "claimsift: 1\ninput: {use: read_text, paths: news.txt}\nstages:\n" << stages;
    return "p.yaml";
  }

  static std::string good() {
    return pipeline(
        "  out: {use: write_jsonl, path: out/tokens.jsonl, layer: tokens}\n  tokens:\n  sentences:\n");
  }

 private:
  fs::path folder_, before_;
};

TEST_F(CommandLine, HelpsWithoutWordsAndFails) {
  const Result result = run({});
  EXPECT_EQ(result.status, kNothingRan);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.err, HasSubstr("usage: claimsift COMMAND"));
}

TEST_F(CommandLine, HelpsWithEveryCommand) {
  for (const char* word : {"help", "--help", "-h"}) {
    const Result result = run({word});
    EXPECT_EQ(result.status, kDone);
    for (const Command* command : commands()) EXPECT_THAT(result.out, HasSubstr(command->summary));
  }
  for (const Command* command : commands()) {
    const Result result = run({"help", command->name});
    EXPECT_EQ(result.status, kDone);
    EXPECT_THAT(result.out, StartsWith(std::string(command->name) + " - " + command->summary));
    for (const CommandOption& option : command->options) EXPECT_THAT(result.out, HasSubstr(option.doc));
    EXPECT_EQ(run({command->name, "--help"}).out, result.out);
  }
}

TEST_F(CommandLine, ShowsItsVersion) {
  const Result result = run({"--version"});
  EXPECT_EQ(result.status, kDone);
  EXPECT_THAT(result.out, testing::MatchesRegex("claimsift [0-9.]+ \\(plugin ABI [0-9.]+\\)\n"));
}

TEST_F(CommandLine, NamesTheNearestRightWord) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"vaildate", "p.yaml"}, "error: claimsift has no command `vaildate`; did you mean `validate`?\n"},
      {{"--versoin"}, "error: claimsift has no command `--versoin`; did you mean `--version`?\n"},
      {{"help", "grph"}, "error: claimsift has no command `grph`; did you mean `graph`?\n"},
      {{"graph", "p.yaml", "--formt", "dot"},
       "error: `graph` has no option `--formt`; did you mean `--format`?\n"},
      {{"graph", "p.yaml", "--formt=dot"},
       "error: `graph` has no option `--formt`; did you mean `--format`?\n"},
      {{"graph", "p.yaml", "--format", "dt"},
       "error: `--format` must be `text`, `dot` or `mermaid`, not `dt`; did you mean `dot`?\n"},
      {{"stages", "tokns"}, "error: no stage is called `tokns`; did you mean `tokens`?\n"},
      {{"graph", good(), "--why", "tokns"},
       "error: the pipeline has no stage `tokns`; did you mean `tokens`?\n"},
      {{"validate", good(), "--set", "stages.tokns.x=1"},
       "--set stages.tokns.x: error: the pipeline has no stage `tokns`; did you mean `tokens`?\n"},
      {{"stages", "--color", "allways"},
       "error: `--color` must be `auto`, `always` or `never`, not `allways`; did you mean `always`?\n"}};
  for (const auto& [words, message] : cases) {
    const Result result = run(words);
    EXPECT_EQ(result.status, kNothingRan) << message;
    EXPECT_EQ(result.out, "") << message;
    EXPECT_THAT(result.err, StartsWith(message));
  }
}

TEST_F(CommandLine, RefusesWhatItDoesNotUnderstand) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"validate"}, "error: `validate` needs a word more: `claimsift validate PIPELINE`\n"},
      {{"validate", "a.yaml", "b.yaml"}, "error: `b.yaml` is one word too many for `validate`\n"},
      {{"graph", "a.yaml", "--form", "dot"},
       "error: `graph` has no option `--form`; did you mean `--format`?\n"},
      {{"graph", "a.yaml", "--why"}, "error: `--why` needs a value\n"},
      {{"graph", "a.yaml", "-f", "dot", "--format", "text"}, "error: `--format` is given more than once\n"},
      {{"stages", "--help=yes"}, "error: `--help` takes no value\n"}};
  for (const auto& [words, message] : cases) {
    const Result result = run(words);
    EXPECT_EQ(result.status, kNothingRan) << message;
    EXPECT_THAT(result.err, StartsWith(message));
  }
}

TEST_F(CommandLine, TakesOptionsInAnyOrderAndForm) {
  const std::string file = good(), text = run({"graph", file, "--format", "dot"}).out;
  EXPECT_THAT(text, StartsWith("digraph"));
  EXPECT_EQ(run({"graph", "--format=dot", file}).out, text);
  EXPECT_EQ(run({"graph", "-f", "dot", file}).out, text);
  EXPECT_EQ(run({"graph", "-fdot", "--", file}).out, text);
}

TEST_F(CommandLine, ValidatesAGoodPipelineWithoutTouchingItsOutput) {
  const Result result = run({"validate", good()});
  EXPECT_EQ(result.status, kDone) << result.err;
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(result.out, "p.yaml: 3 stages to run, 1 of them writing\n");
  EXPECT_FALSE(fs::exists("out"));
}

TEST_F(CommandLine, ValidateReportsProblemsOnStandardError) {
  const Result result = run({"validate", pipeline("  sentences:\n  tokns:\n")});
  EXPECT_EQ(result.status, kNothingRan);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(
      result.err,
      "p.yaml:5:3: error: no stage is called `tokns`; did you mean `tokens`? (`claimsift stages` lists all)\n"
      "   5 |   tokns:\n"
      "     |   ^\n");
}

TEST_F(CommandLine, ValidateWarnsAndSucceeds) {
  const Result result =
      run({"validate",
           pipeline("  sentences:\n  tokens:\n  out: {use: write_jsonl, path: o, layer: sentences}\n")});
  EXPECT_EQ(result.status, kDone);
  EXPECT_THAT(result.err, HasSubstr("warning: `tokens` does not run"));
  EXPECT_EQ(result.out, "p.yaml: 2 stages to run, 1 of them writing\n");
}

TEST_F(CommandLine, ValidateAppliesOverrides) {
  EXPECT_EQ(run({"validate", good(), "--set", "run.threads=2", "-s", "stages.out.layer=sentences"}).status,
            kDone);
  EXPECT_THAT(run({"validate", good(), "--set", "run.threads=many"}).err,
              StartsWith("--set run.threads: error: `threads` must be"));
}

TEST_F(CommandLine, ValidateLooksAtFiles) {
  const std::string file = good();
  EXPECT_THAT(run({"validate", file, "--set", "input.paths=none.txt"}).err,
              HasSubstr("error: `input` cannot read `none.txt`: No such file or directory\n"));
  EXPECT_EQ(run({"validate", file, "--set", "input.paths=*.none"}).status, kDone)
      << "globs are left to the reader";
  EXPECT_THAT(run({"validate", file, "--set", "stages.out.path=news.txt/x"}).err,
              HasSubstr("error: `out` cannot write `news.txt/x`: `news.txt` is no folder\n"));
  fs::create_directory("folder");
  EXPECT_THAT(run({"validate", file, "--set", "stages.out.path=folder"}).err,
              HasSubstr("error: `out` cannot write `folder`: it is a folder\n"));
  EXPECT_THAT(run({"validate", file, "--set", "run.quarantine=./out/../out/tokens.jsonl"}).err,
              HasSubstr("error: `out` and `run.quarantine` both write to `./out/../out/tokens.jsonl`\n"));
}

TEST_F(CommandLine, PrintsProblemsAsJsonForEditors) {
  const Result result = run({"validate", "--errors", "json", pipeline("  tokns:\n")});
  EXPECT_THAT(result.err,
              StartsWith(R"({"severity":"error","file":"p.yaml","line":4,"column":3,"message":)"));
  EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1);
}

TEST_F(CommandLine, ColoursOnlyWhenAskedOrOnATerminal) {
  const std::string file = pipeline("  tokns:\n");
  EXPECT_THAT(run({"validate", file}).err, Not(HasSubstr("\x1b[")));
  EXPECT_THAT(run({"validate", file, "--color", "always"}).err, HasSubstr("\x1b[1;31merror:"));
  std::ostringstream out, err;
  Console terminal(out, err, true);
  run_command_line({"validate", file}, terminal);
  EXPECT_THAT(err.str(), HasSubstr("\x1b[1;31merror:"));
  err.str("");
  run_command_line({"validate", file, "--color", "never"}, terminal);
  EXPECT_THAT(err.str(), Not(HasSubstr("\x1b[")));
}

TEST_F(CommandLine, DrawsAndExplains) {
  const std::string file = good();
  EXPECT_EQ(run({"graph", file}).out,
            "input (read_text)\n"
            "└─ sentences\n"
            "   └─ tokens\n"
            "      └─ out (write_jsonl)  [-> out/tokens.jsonl]\n");
  EXPECT_THAT(run({"graph", file, "--format", "mermaid"}).out, StartsWith("flowchart LR\n"));
  EXPECT_THAT(run({"graph", file, "--why", "tokens"}).out,
              StartsWith("tokens waits for\n  sentences: it reads layer `sentences`\n"));
}

TEST_F(CommandLine, DrawsAPipelineInTheMaking) {
  std::ofstream("p.yaml") << "claimsift: 1\nstages:\n  sentences:\n";
  EXPECT_EQ(run({"graph", "p.yaml"}).out, "input\n└─ sentences\n");
}

TEST_F(CommandLine, ListsStagesByKind) {
  const std::string out = run({"stages"}).out;
  const size_t readers = out.find("readers\n"), annotators = out.find("annotators\n"),
               writers = out.find("writers\n");
  ASSERT_NE(readers, std::string::npos);
  EXPECT_LT(readers, out.find("\n  read_text "));
  EXPECT_LT(out.find("\n  read_text "), annotators);
  EXPECT_LT(annotators, out.find("\n  tokens "));
  EXPECT_LT(out.find("\n  tokens "), writers);
  EXPECT_LT(writers, out.find("\n  write_jsonl "));
}

TEST_F(CommandLine, DescribesAStageFromItsDeclaration) {
  const std::string out = run({"stages", "write_jsonl"}).out;
  EXPECT_THAT(out, StartsWith("write_jsonl - "));
  EXPECT_THAT(out, HasSubstr("writer, built in, parallel\n"));
  EXPECT_THAT(out, HasSubstr("  reads    those that `layer` names\n"));
  EXPECT_THAT(out, HasSubstr("example:  write_jsonl: {path: FILE, layer: LAYER}\n"));
  EXPECT_THAT(run({"stages", "tokens"}).out, HasSubstr("  writes   tokens(hash, shape)\n"));
  std::istringstream lines(run({"stages", "write_annotations"}).out);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 100u) << line;
}

/// Takes nothing: a full disk, or a pipe whose reader has gone away.
class Closed : public std::streambuf {
 public:
  explicit Closed(std::errc error) : error_(error) {}

 protected:
  int_type overflow(int_type) override { throw OutputFailure(std::make_error_code(error_)); }

 private:
  std::errc error_;
};

TEST_F(CommandLine, FailsWhereItsOutputCannotBeWritten) {
  Closed buffer(std::errc::no_space_on_device);
  std::ostream out(&buffer);
  std::ostringstream err;
  Console console(out, err, false);
  EXPECT_EQ(run_command_line({"stages"}, console), kNothingRan);
  EXPECT_EQ(err.str(), "error: cannot write to standard output: No space left on device\n");
}

TEST_F(CommandLine, EndsQuietlyWhenItsReaderGoesAway) {
  Closed buffer(std::errc::broken_pipe);
  std::ostream out(&buffer);
  std::ostringstream err;
  Console console(out, err, false);
  EXPECT_EQ(run_command_line({"stages"}, console), kDone);
  EXPECT_EQ(err.str(), "");
}

TEST_F(CommandLine, OnlyFailedRunsWhatAnEarlierRunSetAside) {
  std::ofstream("in.jsonl") << "{\"text\":\"One.\"}\n{\"body\":\"Two.\"}\n{\"text\":\"Three.\"}\n";
  std::ofstream("p.yaml")
      << "claimsift: 1\ninput: {use: read, paths: in.jsonl}\nrun: {quarantine: failed.jsonl}\n"
         "stages:\n  sentences:\n  out: {use: write_jsonl, path: out.jsonl, layer: sentences}\n";
  ASSERT_EQ(run({"run", "p.yaml"}).status, 1);
  std::ofstream("in.jsonl") << "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n{\"text\":\"Three.\"}\n";
  const Result again = run({"run", "p.yaml", "--only-failed", "failed.jsonl", "--set",
                            "stages.out.path=again.jsonl", "--set", "run.quarantine=failed_again.jsonl"});
  ASSERT_EQ(again.status, 0) << again.err;
  std::ostringstream written;
  written << std::ifstream("again.jsonl").rdbuf();
  EXPECT_THAT(written.str(), HasSubstr("\"text\":\"Two.\""));
  EXPECT_THAT(written.str(), Not(HasSubstr("One.")));
  EXPECT_THAT(written.str(), Not(HasSubstr("Three.")));
}

TEST_F(CommandLine, OnlyFailedRefusesWhatIsNoQuarantineFile) {
  EXPECT_THAT(run({"run", good(), "--only-failed", "missing.jsonl"}).err,
              HasSubstr("missing.jsonl: error: the quarantine"));
  EXPECT_THAT(run({"run", good(), "--only-failed", "news.txt"}).err,
              HasSubstr("news.txt:1: error: this is no line"));
  std::ofstream("empty.jsonl") << "";
  EXPECT_THAT(run({"run", good(), "--only-failed", "empty.jsonl"}).err, HasSubstr("no document"));
  EXPECT_EQ(run({"run", good(), "--only-failed", "news.txt", "--resume"}).status, 2);
}

}  // namespace
}  // namespace claimsift::cli
