// SPDX-License-Identifier: Apache-2.0
// Plugins as real shared libraries: the examples work, and what breaks the rules is refused or quarantined.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include "tests/pipeline_fixture.hpp"

namespace claimsift {
namespace {

using testing::HasSubstr;

class Plugins : public PipelineTest {
 protected:
  TestRun run_with(const std::string& plugin, const std::string& stages,
                   const std::string& text = "Prices may rise. ALARM!") {
    write("in.txt", text);
    return run(
        "claimsift: 1\ninput: {use: read_text, paths: [\"@/in.txt\"]}\nrun: {quarantine: "
        "\"@/failed.jsonl\"}\n"
        "plugins: [\"" +
            plugin + "\"]\nstages:\n  sentences:\n  tokens:\n" + stages,
        {}, overwrite());
  }
  TestRun misbehave(const std::string& how, const std::string& text = "Prices may rise. They fell.") {
    return run_with(std::string(BAD_PLUGINS) + "/libmisbehaving.so",
                    "  bad: {use: misbehaving, how: " + how +
                        "}\n  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: marks}\n",
                    text);
  }
};

TEST_F(Plugins, ExampleInCxxFindsHedges) {
  const TestRun r = run_with(std::string(EXAMPLE_PLUGINS) + "/libhedges.so",
                             "  hedges:\n  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: hedges}\n");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_EQ(read("out.jsonl"), "{\"doc_id\":\"" + path("in.txt") +
                                   "\",\"begin\":7,\"end\":10,\"text\":\"may\",\"word\":\"may\"}\n");
}

TEST_F(Plugins, ExampleInCFindsCapitals) {
  const TestRun r = run_with(
      std::string(EXAMPLE_PLUGINS) + "/libshouting.so",
      "  shouting: {shortest: 5}\n  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: shouting}\n");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_THAT(read("out.jsonl"), HasSubstr("\"begin\":17,\"end\":22,\"text\":\"ALARM\",\"letters\":5}"));
}

TEST_F(Plugins, BareNameIsFoundInThePluginPath) {
  ::setenv("CLAIMSIFT_PLUGIN_PATH", EXAMPLE_PLUGINS, 1);
  const TestRun r =
      run_with("hedges", "  hedges:\n  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: hedges}\n");
  ::unsetenv("CLAIMSIFT_PLUGIN_PATH");
  EXPECT_EQ(r.summary.end, RunEnd::done) << r.report();
}

TEST_F(Plugins, StageThatNobodyHasIsLookedForUnderItsName) {
  ::setenv("CLAIMSIFT_PLUGIN_PATH", EXAMPLE_PLUGINS, 1);
  write("in.txt", "Prices may rise.");
  const TestRun r =
      run("claimsift: 1\ninput: {use: read_text, paths: [\"@/in.txt\"]}\nstages:\n  sentences:\n  tokens:\n"
          "  weak: {use: hedges}\n  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: hedges}\n");
  ::unsetenv("CLAIMSIFT_PLUGIN_PATH");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_THAT(read("out.jsonl"), HasSubstr("\"word\":\"may\""));
}

TEST_F(Plugins, CompanionThatIsNotInstalledIsNamedWithItsCure) {
  companions_ = {{"write_stone", "bring a chisel"}};
  write("in.txt", "Prices may rise.");
  const TestRun r =
      run("claimsift: 1\ninput: {use: read_text, paths: [\"@/in.txt\"]}\nstages:\n  sentences:\n"
          "  out: {use: write_stone}\n");
  EXPECT_EQ(r.summary.end, RunEnd::nothing);
  EXPECT_THAT(r.report(),
              HasSubstr("pipeline.yaml:5:14: error: the plugin of `write_stone` is not installed in"));
  EXPECT_THAT(r.report(), HasSubstr("hint: bring a chisel"));
}

TEST_F(Plugins, WrongVersionIsRefusedWithTheCure) {
  const TestRun r = run_with(std::string(BAD_PLUGINS) + "/libwrong_version.so",
                             "  out: {use: write_jsonl, path: \"@/o\", layer: tokens}\n");
  EXPECT_EQ(r.summary.end, RunEnd::nothing);
  EXPECT_THAT(r.report(), HasSubstr("built for plugin ABI 2.0; this claimsift (0.1.0) offers 1.0 to 1.1"));
  EXPECT_THAT(r.report(), HasSubstr("hint: use a newer claimsift, or rebuild the plugin"));
}

TEST_F(Plugins, NewerMinorVersionIsRefusedWithTheCure) {
  const TestRun r = run_with(std::string(BAD_PLUGINS) + "/libnewer_minor.so",
                             "  out: {use: write_jsonl, path: \"@/o\", layer: tokens}\n");
  EXPECT_EQ(r.summary.end, RunEnd::nothing);
  EXPECT_THAT(r.report(), HasSubstr("built for plugin ABI 1.2; this claimsift (0.1.0) offers 1.0 to 1.1"));
  EXPECT_THAT(r.report(), HasSubstr("hint: use a newer claimsift, or rebuild the plugin"));
}

TEST_F(Plugins, FirstMinorVersionRunsAndNothingBehindItsTablesIsRead) {
  const TestRun r =
      run_with(std::string(BAD_PLUGINS) + "/libfirst_minor.so",
               "  exclamations:\n  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: exclamations}\n");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_EQ(read("out.jsonl"),
            "{\"doc_id\":\"" + path("in.txt") + "\",\"begin\":22,\"end\":23,\"text\":\"!\"}\n");
}

TEST_F(Plugins, MissingSymbolIsAnErrorBeforeTheRun) {
  const TestRun r = run_with(std::string(BAD_PLUGINS) + "/libmissing_symbol.so",
                             "  out: {use: write_jsonl, path: \"@/o\", layer: tokens}\n");
  EXPECT_EQ(r.summary.end, RunEnd::nothing);
  EXPECT_THAT(r.report(), HasSubstr("undefined symbol: not_there"));
}

TEST_F(Plugins, OrdinaryLibraryIsNoPlugin) {
  const TestRun r = run_with(std::string(BAD_PLUGINS) + "/libno_plugin.so",
                             "  out: {use: write_jsonl, path: \"@/o\", layer: tokens}\n");
  EXPECT_THAT(r.report(), HasSubstr("is no claimsift plugin: it exports no `claimsift_plugin`"));
}

TEST_F(Plugins, TextFileIsNoPlugin) {
  const std::string file = write("fake.so", "not an ELF file");
  const TestRun r = run_with(file, "  out: {use: write_jsonl, path: \"@/o\", layer: tokens}\n");
  EXPECT_THAT(r.report(), HasSubstr("cannot be loaded"));
}

TEST_F(Plugins, MissingFileSuggestsTheNearest) {
  const TestRun r = run_with(std::string(EXAMPLE_PLUGINS) + "/libhedge.so",
                             "  out: {use: write_jsonl, path: \"@/o\", layer: tokens}\n");
  EXPECT_THAT(r.report(), HasSubstr("does not exist; did you mean"));
  EXPECT_THAT(r.report(), HasSubstr("libhedges.so`?"));
}

TEST_F(Plugins, FileThatAnybodyMayWriteIsRefused) {
  const std::string copy = path("hedges.so");
  std::filesystem::copy_file(std::string(EXAMPLE_PLUGINS) + "/libhedges.so", copy);
  ::chmod(copy.c_str(), 0777);
  const TestRun r = run_with(copy, "  out: {use: write_jsonl, path: \"@/o\", layer: tokens}\n");
  EXPECT_THAT(r.report(), HasSubstr("anybody may write to the file"));
}

TEST_F(Plugins, WrongChecksumIsRefused) {
  const TestRun r =
      run("claimsift: 1\ninput: {use: read_text, paths: [\"@/pipeline.yaml\"]}\nplugins:\n  - "
          "{path: " EXAMPLE_PLUGINS "/libhedges.so, sha256: " +
          std::string(64, '0') +
          "}\nstages:\n  sentences:\n  tokens:\n  hedges:\n"
          "  out: {use: write_jsonl, path: \"@/o\", layer: hedges}\n");
  EXPECT_THAT(r.report(), HasSubstr("has the sha256"));
}

TEST_F(Plugins, WellBehavedOptionRuns) {
  const TestRun r = misbehave("well");
  EXPECT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_EQ(r.summary.progress.written, 1u);
}

TEST_F(Plugins, SkippingIsNoFailure) {
  const TestRun r = misbehave("skip");
  EXPECT_EQ(r.summary.progress.failed, 0u);
  EXPECT_EQ(r.summary.skipped_by_reason.at("bad: skipped on purpose"), 1u);
  EXPECT_EQ(read("out.jsonl"), "");
}

TEST_F(Plugins, FlagsOfSerialStagesAndFiltersAreHeeded) {
  std::string lines;
  for (int i = 0; i < 200; ++i) lines += "{\"id\":\"d" + std::to_string(i) + "\",\"text\":\"One.\"}\n";
  write("in.jsonl", lines);
  const TestRun r =
      run("claimsift: 1\ninput: {use: read_jsonl, paths: [\"@/in.jsonl\"]}\nrun: {threads: 4}\n"
          "plugins: [" BAD_PLUGINS
          "/libmisbehaving.so]\nstages:\n  sentences:\n  alone:\n  every_second:\n"
          "  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: sentences}\n");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_EQ(r.summary.progress.failed, 0u) << r.messages[0];
  EXPECT_EQ(r.summary.skipped_by_reason.at("every_second: odd"), 100u);
  EXPECT_EQ(count_of(read("out.jsonl"), "\n"), 100u);
}

struct Broken {
  const char* how;
  const char* reason;
};
class BrokenRules : public Plugins, public testing::WithParamInterface<Broken> {};

TEST_P(BrokenRules, AreQuarantinedWithTheReason) {
  const TestRun r = misbehave(GetParam().how, "An élan may rise. They fell.");
  EXPECT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_EQ(r.summary.progress.failed, 1u);
  EXPECT_EQ(r.summary.progress.written, 0u);
  EXPECT_THAT(read("failed.jsonl"), HasSubstr("\"stage\":\"bad\""));
  EXPECT_THAT(read("failed.jsonl"), HasSubstr(GetParam().reason));
  EXPECT_EQ(read("out.jsonl"), "");
}

INSTANTIATE_TEST_SUITE_P(
    Each, BrokenRules,
    testing::Values(Broken{"throw", "thrown on purpose"}, Broken{"throw_int", "unknown exception"},
                    Broken{"unsorted", "rows are not sorted"}, Broken{"outside", "is no stretch of the text"},
                    Broken{"inside_code_point", "is no stretch of the text"},
                    Broken{"bad_reference", "column `sentence` has a value"},
                    Broken{"bad_choice", "column `colour` has a value"},
                    Broken{"infinite", "column `number` has a value"},
                    Broken{"bad_string", "column `word` has a value"}, Broken{"twice", "is written twice"},
                    Broken{"wrong_row", "has no row 5000"}, Broken{"wrong_column", "has no column number 40"},
                    Broken{"wrong_layer", "layer number 12"}, Broken{"wrong_type", "value of another type"},
                    Broken{"undeclared_read", "reads layer number 99"},
                    Broken{"error_without_reason", "failed without a reason"},
                    Broken{"emit", "it is no writer"}),
    [](const auto& p) { return std::string(p.param.how); });

}  // namespace
}  // namespace claimsift
