// SPDX-License-Identifier: Apache-2.0
#include "pipeline/config.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "pipeline/include.hpp"
#include "pipeline/run_settings.hpp"

namespace claimsift {
namespace {

namespace fs = std::filesystem;

/// Config files in a folder of the test's own.
class ConfigTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(testing::TempDir()) / (std::string("claimsift_config_") + test->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& text) {
    const fs::path file = folder_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
  }

  Config load(const std::string& text, const std::vector<std::string>& overrides = {}) {
    return load_file(write("main.yaml", "claimsift: 1\n" + text), overrides);
  }

  Config load_file(const std::string& file, const std::vector<std::string>& overrides = {}) {
    problems_ = {};
    return load_config(
        file, overrides,
        [this](const std::string& name) {
          const auto found = variables_.find(name);
          return found == variables_.end() ? std::nullopt : std::optional<std::string>(found->second);
        },
        problems_);
  }

  std::string messages() const {
    std::string text;
    for (const Diagnostic& d : problems_.sorted()) text += d.message + '\n';
    return text;
  }

  static std::string option(const InstanceConfig& instance, std::string_view name) {
    const YamlNode* node = instance.options.find(name);
    return node == nullptr ? "(none)" : node->scalar;
  }

  fs::path folder_;
  std::map<std::string, std::string> variables_;
  Diagnostics problems_;
};

TEST_F(ConfigTest, TakesTheKeyForTheStageUnlessUseNamesOne) {
  const Config config = load("stages:\n  tokens:\n  table: {use: write_jsonl, path: out}\n");
  EXPECT_EQ(messages(), "");
  ASSERT_EQ(config.stages.size(), 2u);
  EXPECT_EQ(config.stages[0].use.text, "tokens");
  EXPECT_EQ(config.stages[1].name, "table");
  EXPECT_EQ(config.stages[1].use.text, "write_jsonl");
  EXPECT_EQ(option(config.stages[1], "path"), "out");
  EXPECT_EQ(config.stages[1].options.find("use"), nullptr) << "engine keys are no options";
}

TEST_F(ConfigTest, ReadsOneInputOrAList) {
  EXPECT_EQ(load("input: {use: read, paths: a}\n").inputs.at(0).name, "input");
  const Config several = load("input:\n  - {use: read, paths: a}\n  - {use: read, paths: b}\n");
  ASSERT_EQ(several.inputs.size(), 2u);
  EXPECT_EQ(several.inputs[0].name, "input.0");
  EXPECT_EQ(several.inputs[1].name, "input.1");
  EXPECT_EQ(messages(), "");
}

TEST_F(ConfigTest, ReadsEngineKeys) {
  const Config config = load(
      "stages:\n  a:\n    on_error: skip\n    after: [b, c]\n    reads: {x: y}\n    writes: {p: q}\n"
      "    when: {has: l, metadata: {source: \"reuters*\", lang: en}}\n");
  EXPECT_EQ(messages(), "");
  const InstanceConfig& a = config.stages.at(0);
  EXPECT_EQ(a.on_error, OnError::skip);
  ASSERT_EQ(a.after.size(), 2u);
  EXPECT_EQ(a.after[1].text, "c");
  EXPECT_EQ(a.reads.at(0).declared.text, "x");
  EXPECT_EQ(a.reads.at(0).actual.text, "y");
  EXPECT_EQ(a.writes.at(0).actual.text, "q");
  EXPECT_EQ(a.has.at(0).text, "l");
  EXPECT_EQ(a.when_metadata, (StringMap{{"source", "reuters*"}, {"lang", "en"}}));
}

TEST_F(ConfigTest, KeepsTheOrderOfTheFile) {
  const Config config = load("stages:\n  z:\n  a:\n  m:\n");
  EXPECT_EQ(config.stages[0].name + config.stages[1].name + config.stages[2].name, "zam");
}

TEST_F(ConfigTest, ReadsRunSettings) {
  const Config config = load(
      "run:\n  threads: 3\n  documents_in_flight: 12\n  on_error: fail\n  max_failures: 5%\n  offsets: "
      "utf16\n"
      "  quarantine: out/failed.jsonl\n  checkpoint: out/c\n"
      "  limits: {document_bytes: 1MB, record_bytes: 2 MiB, seconds_per_document: 0.5}\n");
  EXPECT_EQ(messages(), "");
  EXPECT_EQ(config.run.threads, 3u);
  EXPECT_EQ(config.run.documents_in_flight, 12u);
  EXPECT_EQ(config.run.on_error, OnError::fail);
  EXPECT_DOUBLE_EQ(config.run.max_failures_share.value(), 0.05);
  EXPECT_FALSE(config.run.max_failures);
  EXPECT_EQ(config.run.offsets, "utf16");
  EXPECT_EQ(config.run.quarantine, "out/failed.jsonl") << "outputs stay relative to the working directory";
  EXPECT_EQ(config.run.checkpoint, "out/c");
  EXPECT_EQ(config.run.limits.document_bytes, 1'000'000u);
  EXPECT_EQ(config.run.limits.record_bytes, 2u << 20);
  EXPECT_DOUBLE_EQ(config.run.limits.seconds_per_document, 0.5);
}

TEST_F(ConfigTest, DefaultsOfRunAreThoseThatItsKeysSay) {
  const RunSettings settings = load("").run;
  Diagnostics problems;
  for (const RunKey& key : run_keys()) {
    if (std::string_view(key.fallback).empty()) continue;
    const std::string name = key.name;
    const bool limit = name.starts_with("limits.");
    const auto node = parse_yaml(
        limit ? "limits: {" + name.substr(7) + ": " + key.fallback + "}" : name + ": " + key.fallback, "f",
        problems);
    ASSERT_TRUE(node) << name;
    const RunSettings read = read_run_settings(*node, problems);
    EXPECT_EQ(read.threads, settings.threads) << name;
    EXPECT_EQ(read.documents_in_flight, settings.documents_in_flight) << name;
    EXPECT_EQ(read.on_error, settings.on_error) << name;
    EXPECT_EQ(read.offsets, settings.offsets) << name;
    EXPECT_EQ(read.limits.document_bytes, settings.limits.document_bytes) << name;
    EXPECT_EQ(read.limits.record_bytes, settings.limits.record_bytes) << name;
    EXPECT_EQ(read.limits.seconds_per_document, settings.limits.seconds_per_document) << name;
  }
  EXPECT_TRUE(problems.empty()) << render(problems, ReportStyle::plain);
}

TEST_F(ConfigTest, CountsMaxFailuresInDocumentsWithoutPercent) {
  const Config config = load("run: {max_failures: 0}\n");
  EXPECT_EQ(config.run.max_failures, 0u);
  EXPECT_FALSE(config.run.max_failures_share);
}

TEST(RunSettings, ReadsSizes) {
  EXPECT_EQ(parse_size("1000"), 1000u);
  EXPECT_EQ(parse_size("16MB"), 16'000'000u);
  EXPECT_EQ(parse_size("16 MB"), 16'000'000u);
  EXPECT_EQ(parse_size("2KiB"), 2048u);
  EXPECT_EQ(parse_size("3B"), 3u);
  EXPECT_EQ(parse_size("1kB"), 1000u);
  EXPECT_EQ(parse_size("2GB"), 2'000'000'000u);
  for (const char* wrong : {"", "MB", "1.5MB", "-1", "1 2", "1M", "99999999999999999999", "99999999999GiB"})
    EXPECT_EQ(parse_size(wrong), std::nullopt) << wrong;
}

TEST_F(ConfigTest, ReplacesVariables) {
  variables_ = {{"A", "one"}, {"EMPTY", ""}, {"TRICK", "${A} [x, y]"}};
  const Config config = load(
      "stages:\n  s:\n    a: ${A}/x\n    b: \"${NONE:-two}\"\n    c: ${EMPTY:-three}\n    d: \"[${EMPTY}]\"\n"
      "    e: $$5 and $5 and $\n    f: \"$${A}\"\n    g: ${TRICK}\n    h: ${NONE:-}\n");
  EXPECT_EQ(messages(), "");
  const InstanceConfig& s = config.stages.at(0);
  EXPECT_EQ(option(s, "a"), "one/x");
  EXPECT_EQ(option(s, "b"), "two");
  EXPECT_EQ(option(s, "c"), "three") << "a default also stands for an empty variable";
  EXPECT_EQ(option(s, "d"), "[]");
  EXPECT_EQ(option(s, "e"), "$5 and $5 and $");
  EXPECT_EQ(option(s, "f"), "${A}");
  EXPECT_EQ(option(s, "g"), "${A} [x, y]") << "what a variable holds is never parsed";
  EXPECT_EQ(option(s, "h"), "");
}

TEST_F(ConfigTest, ReportsAVariableThatIsNotSetOnce) {
  load("run: {threads: \"${NONE}\"}\n");
  EXPECT_EQ(messages(), "the environment variable `NONE` is not set\n");
}

TEST_F(ConfigTest, DoesNotAskForVariablesThatAreOverridden) {
  const Config config = load("run: {threads: \"${NONE}\"}\n", {"run.threads=2"});
  EXPECT_EQ(messages(), "");
  EXPECT_EQ(config.run.threads, 2u);
}

TEST_F(ConfigTest, OverridesWhatTheFileHasAndWhatItDoesNot) {
  const Config config = load("input: {use: read, paths: [a, b]}\nstages:\n  s: {x: 1}\n  t:\n",
                             {"stages.s.x=2", "stages.t.y=[3, 4]", "run.limits.record_bytes=5kB",
                              "input.paths=news.jsonl", "stages.s.when.has=l"});
  EXPECT_EQ(messages(), "");
  EXPECT_EQ(option(config.stages[0], "x"), "2");
  EXPECT_EQ(config.stages[0].has.at(0).text, "l");
  ASSERT_TRUE(config.stages[1].options.find("y")->is_list());
  EXPECT_EQ(config.stages[1].options.find("y")->items[1].scalar, "4");
  EXPECT_EQ(config.run.limits.record_bytes, 5000u);
  EXPECT_EQ(option(config.inputs[0], "paths"), "news.jsonl");
}

TEST_F(ConfigTest, TakesOverridesLiterally) {
  const Config config = load("stages:\n  s:\n", {"stages.s.a=$HOME ${X} $$", "stages.s.b=null",
                                                 "stages.s.c=", "stages.s.d=a=b: c", "stages.s.e=*.txt"});
  EXPECT_EQ(messages(), "");
  EXPECT_EQ(option(config.stages[0], "a"), "$HOME ${X} $$");
  EXPECT_EQ(option(config.stages[0], "b"), "null");
  EXPECT_TRUE(config.stages[0].options.find("c")->is_scalar());
  EXPECT_EQ(option(config.stages[0], "d"), "a=b: c");
  EXPECT_EQ(option(config.stages[0], "e"), "*.txt");
}

TEST_F(ConfigTest, LetsTheLastOverrideWin) {
  EXPECT_EQ(load("run: {threads: 1}\n", {"run.threads=2", "run.threads=3"}).run.threads, 3u);
}

TEST_F(ConfigTest, EntersListsByNumber) {
  const Config config =
      load("input:\n  - {use: read, paths: a}\n  - {use: read, paths: b}\n", {"input.1.paths=c"});
  EXPECT_EQ(messages(), "");
  EXPECT_EQ(option(config.inputs[0], "paths"), "a");
  EXPECT_EQ(option(config.inputs[1], "paths"), "c");
}

TEST_F(ConfigTest, MergesIncludedFilesDeeply) {
  write("sub/base.yaml",
        "run: {threads: 2, offsets: byte}\ninput: {use: read, paths: [a, b]}\n"
        "stages:\n  s: {x: 1, y: 2}\n  t: {z: 3}\n");
  const Config config = load(
      "include: sub/base.yaml\nrun: {threads: 4}\ninput: {paths: [c]}\n"
      "stages:\n  u:\n  s: {y: 5}\n  t:\n");
  EXPECT_EQ(messages(), "");
  EXPECT_EQ(config.run.threads, 4u);
  EXPECT_EQ(config.run.offsets, "byte");
  EXPECT_EQ(config.inputs.at(0).options.find("paths")->items.size(), 1u) << "lists are replaced";
  ASSERT_EQ(config.stages.size(), 3u);
  EXPECT_EQ(config.stages[0].name, "s") << "included stages come first";
  EXPECT_EQ(option(config.stages[0], "x"), "1");
  EXPECT_EQ(option(config.stages[0], "y"), "5");
  EXPECT_EQ(option(config.stages[1], "z"), "3") << "naming a stage again takes nothing from it";
  EXPECT_EQ(config.files.size(), 2u);
  EXPECT_EQ(config.files.back(), (folder_ / "main.yaml").string());
}

TEST_F(ConfigTest, ChecksTheVersionOfEachFile) {
  write("base.yaml", "claimsift: 2\n");
  load("include: base.yaml\n");
  EXPECT_EQ(messages(), "`claimsift` must be 1, the version of the format, not `2`\n");
  EXPECT_EQ(problems_.all().at(0).place.file, (folder_ / "base.yaml").string());
}

TEST_F(ConfigTest, LetsLaterIncludesWin) {
  write("a.yaml", "run: {threads: 1}\n");
  write("b.yaml", "run: {threads: 2}\n");
  EXPECT_EQ(load("include: [a.yaml, b.yaml]\n").run.threads, 2u);
  EXPECT_EQ(load("include: [b.yaml, a.yaml]\n").run.threads, 1u);
}

TEST_F(ConfigTest, ReplacesAnInstanceThatUsesAnotherStage) {
  write("base.yaml", "input: {use: read_jsonl, paths: a, fields: {text: body}}\n");
  const Config config = load("include: base.yaml\ninput: {use: read_text, paths: b}\n");
  EXPECT_EQ(config.inputs.at(0).use.text, "read_text");
  EXPECT_EQ(config.inputs.at(0).options.find("fields"), nullptr);
}

TEST_F(ConfigTest, ReadsAFileThatIsIncludedTwiceWithoutACycle) {
  write("base.yaml", "run: {threads: 7}\nplugins: [./p.so]\n");
  write("a.yaml", "include: base.yaml\n");
  write("b.yaml", "include: base.yaml\n");
  const Config config = load("include: [a.yaml, b.yaml]\n");
  EXPECT_EQ(messages(), "");
  EXPECT_EQ(config.run.threads, 7u);
  EXPECT_EQ(config.files.size(), 4u);
  EXPECT_EQ(config.plugins.size(), 1u);
}

TEST_F(ConfigTest, RefusesFilesThatIncludeThemselves) {
  write("a.yaml", "include: b.yaml\n");
  write("b.yaml", "include: a.yaml\n");
  load("include: a.yaml\n");
  EXPECT_NE(messages().find("includes itself through the files it includes"), std::string::npos)
      << messages();
  write("self.yaml", "claimsift: 1\ninclude: self.yaml\n");
  load_file((folder_ / "self.yaml").string());
  EXPECT_NE(messages().find("self.yaml` includes itself"), std::string::npos) << messages();
}

TEST_F(ConfigTest, RefusesLongChainsOfIncludes) {
  for (int i = 0; i < 20; ++i)
    write("c" + std::to_string(i) + ".yaml", "include: c" + std::to_string(i + 1) + ".yaml\n");
  load("include: c0.yaml\n");
  EXPECT_EQ(messages(), "includes are nested deeper than 16 files\n");
}

TEST_F(ConfigTest, UsesVariablesInIncludes) {
  variables_ = {{"SITE", "here"}};
  write("here.yaml", "run: {threads: 9}\n");
  EXPECT_EQ(load("include: ${SITE}.yaml\n").run.threads, 9u);
}

TEST_F(ConfigTest, AddsUpPluginsRelativeToTheFileThatNamesThem) {
  write("sub/base.yaml", "plugins: [lib/a.so]\n");
  const std::string digits(64, 'A');
  const Config config = load("include: sub/base.yaml\nplugins:\n  - {path: ./b.so, sha256: " + digits +
                             "}\n  - c.so\n  - /usr/lib/d.so\n");
  EXPECT_EQ(messages(), "");
  ASSERT_EQ(config.plugins.size(), 4u);
  EXPECT_EQ(config.plugins[0].path, (folder_ / "sub/lib/a.so").string());
  EXPECT_EQ(config.plugins[1].path, (folder_ / "b.so").string());
  EXPECT_EQ(config.plugins[1].sha256, std::string(64, 'a'));
  EXPECT_EQ(config.plugins[2].path, "c.so") << "a bare name is looked for in the plugin folders";
  EXPECT_EQ(config.plugins[3].path, "/usr/lib/d.so");
  EXPECT_EQ(config.plugins[0].place.file, (folder_ / "sub/base.yaml").string());
}

TEST_F(ConfigTest, SaysWhyAFileCannotBeRead) {
  load_file((folder_ / "none.yaml").string());
  EXPECT_EQ(messages(), "cannot be read: No such file or directory\n");
  load_file(folder_.string());
  EXPECT_EQ(messages(), "is a folder, not a pipeline file\n");
}

TEST(Include, ResolvesPathsFromTheFileThatNamesThem) {
  EXPECT_EQ(relative_to_file("x.txt", "a/b.yaml"), "a/x.txt");
  EXPECT_EQ(relative_to_file("../x.txt", "a/b.yaml"), "x.txt");
  EXPECT_EQ(relative_to_file("x.txt", "b.yaml"), "x.txt");
  EXPECT_EQ(relative_to_file("/x.txt", "a/b.yaml"), "/x.txt");
}

}  // namespace
}  // namespace claimsift
