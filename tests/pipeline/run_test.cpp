// SPDX-License-Identifier: Apache-2.0
// Runs through the real engine: order, threads, failures, skips, limits, outputs. Labelled `threads`.
#include <gmock/gmock.h>

#include "tests/pipeline_fixture.hpp"

namespace claimsift {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A corpus of `count` documents of varied length; every `broken`th line is no JSON.
std::string corpus(int count, int broken = 0) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    if (broken && i % broken == broken - 1) {
      lines += "{\"id\": \"broken " + std::to_string(i) + "\", \"text\": \n";
      continue;
    }
    std::string text = "Document " + std::to_string(i) + " reports that the mill made $" +
                       std::to_string(i * 7 + 1) + " million.";
    for (int k = 0; k < i % 13; ++k) text += " Output rose by " + std::to_string(k + 2) + "% in May.";
    lines += "{\"id\":\"d" + std::to_string(i) + "\",\"text\":\"" + text + "\",\"title\":\"T" +
             std::to_string(i % 5) + "\"}\n";
  }
  return lines;
}

constexpr const char* kPipeline = R"(claimsift: 1
input: {use: read, paths: ["@/in.jsonl"]}
run: {quarantine: "@/failed.jsonl"}
stages:
  sentences:
  tokens:
  quantities:
  first: {use: write_jsonl, path: "@/quantities.jsonl", layer: quantities}
  second: {use: write_jsonl, path: "@/sentences.jsonl", layer: [sentences, tokens]}
)";

class Run : public PipelineTest {};

TEST_F(Run, GivesTheSameBytesForAnyNumberOfThreads) {
  write("in.jsonl", corpus(600, 50));
  std::string quantities, sentences, failed;
  for (const char* threads : {"1", "2", "8"})
    for (const char* in_flight : {"1", "3", "64"}) {
      const TestRun r =
          run(kPipeline,
              {std::string("run.threads=") + threads, std::string("run.documents_in_flight=") + in_flight},
              overwrite());
      ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
      if (quantities.empty()) {
        quantities = read("quantities.jsonl");
        sentences = read("sentences.jsonl");
        failed = read("failed.jsonl");
        ASSERT_GT(quantities.size(), 10000u);
        continue;
      }
      EXPECT_EQ(read("quantities.jsonl"), quantities);
      EXPECT_EQ(read("sentences.jsonl"), sentences);
      EXPECT_EQ(read("failed.jsonl"), failed);
    }
}

TEST_F(Run, SetsBrokenDocumentsAsideAndKeepsTheRest) {
  write("in.jsonl", corpus(10000, 100));
  const TestRun r = run(kPipeline);
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_EQ(r.summary.progress.documents, 10000u);
  EXPECT_EQ(r.summary.progress.written, 9900u);
  EXPECT_EQ(r.summary.quarantined, 100u);
  const std::string failed = read("failed.jsonl");
  EXPECT_EQ(count_of(failed, "\n"), 100u);
  EXPECT_THAT(failed, HasSubstr("in.jsonl:100\",\"stage\":\"input\",\"reason\":\"the record is no JSON: "));
  EXPECT_LE(r.messages.size(), 21u) << "messages about documents are capped";
}

TEST_F(Run, DocumentsComeOutInInputOrder) {
  write("in.jsonl", corpus(300));
  const TestRun r = run(kPipeline, {"run.threads=8"});
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  const std::string out = read("quantities.jsonl");
  size_t at = 0;
  for (int i = 0; i < 300; ++i) {
    const size_t next = out.find("{\"doc_id\":\"d" + std::to_string(i) + "\"", at);
    ASSERT_NE(next, std::string::npos) << "document " << i;
    at = next;
  }
}

TEST_F(Run, OnErrorFailStopsAtTheFirstBrokenDocument) {
  write("in.jsonl", corpus(400, 100));
  for (const char* threads : {"1", "8"}) {
    const TestRun r =
        run(kPipeline, {"run.on_error=fail", std::string("run.threads=") + threads}, overwrite());
    EXPECT_EQ(r.summary.end, RunEnd::stopped);
    EXPECT_EQ(r.summary.progress.written, 99u) << "the documents before it, whatever the threads";
    EXPECT_THAT(r.report(),
                HasSubstr("in.jsonl:100: error: the run stops here: `input`: the record is no JSON"));
    EXPECT_FALSE(exists("quantities.jsonl"));
    EXPECT_TRUE(exists("quantities.jsonl.part"));
  }
}

TEST_F(Run, OnErrorSkipCountsAndGoesOn) {
  write("in.jsonl", corpus(200, 100));
  const TestRun r = run(kPipeline, {"run.on_error=skip"});
  EXPECT_EQ(r.summary.end, RunEnd::done);
  EXPECT_EQ(r.summary.quarantined, 0u);
  EXPECT_EQ(r.summary.skipped_by_reason.at("input: failed"), 2u);
  EXPECT_EQ(read("failed.jsonl"), "");
}

TEST_F(Run, TooManyFailuresStopTheRun) {
  write("in.jsonl", corpus(1000, 10));
  const TestRun share = run(kPipeline, {"run.max_failures=5%"});
  EXPECT_EQ(share.summary.end, RunEnd::stopped);
  EXPECT_THAT(share.report(), HasSubstr("10 of 100 documents failed, more than `run.max_failures` allows"));
  const TestRun count = run(kPipeline, {"run.max_failures=3"});
  EXPECT_THAT(count.report(), HasSubstr("4 of 40 documents failed"));
  const TestRun within = run(kPipeline, {"run.max_failures=10%"});
  EXPECT_EQ(within.summary.end, RunEnd::done) << within.report();
}

TEST_F(Run, RefusesAnOutputThatExists) {
  write("in.jsonl", corpus(3));
  write("quantities.jsonl", "precious");
  const TestRun refused = run(kPipeline);
  EXPECT_EQ(refused.summary.end, RunEnd::nothing);
  EXPECT_THAT(refused.report(), HasSubstr("quantities.jsonl: error: the output exists"));
  EXPECT_EQ(read("quantities.jsonl"), "precious");
  const TestRun allowed = run(kPipeline, {}, overwrite());
  EXPECT_EQ(allowed.summary.end, RunEnd::done) << allowed.report();
  EXPECT_THAT(read("quantities.jsonl"), Not(HasSubstr("precious")));
}

TEST_F(Run, RefusesTwoOutputsWithOnePath) {
  write("in.jsonl", corpus(3));
  const TestRun r = run(kPipeline, {"stages.second.path=" + path("quantities.jsonl")});
  EXPECT_EQ(r.summary.end, RunEnd::nothing);
  EXPECT_THAT(r.report(), HasSubstr("same path"));
}

TEST_F(Run, LimitEndsTheRunEarlyAndWell) {
  write("in.jsonl", corpus(100));
  RunOptions options;
  options.limit = 7;
  const TestRun r = run(kPipeline, {}, options);
  EXPECT_EQ(r.summary.end, RunEnd::done);
  EXPECT_EQ(r.summary.progress.documents, 7u);
}

TEST_F(Run, DocumentOverTheSizeLimitIsQuarantinedWithTheLimitsName) {
  write("in.jsonl", corpus(20));
  const TestRun r = run(kPipeline, {"run.limits.document_bytes=100"});
  EXPECT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_GT(r.summary.quarantined, 0u);
  EXPECT_THAT(read("failed.jsonl"), HasSubstr("more than `run.limits.document_bytes` (100)"));
}

TEST_F(Run, WhenRunsAStageForSomeDocumentsOnly) {
  write("in.jsonl", corpus(50));
  const TestRun r = run(R"(claimsift: 1
input: {use: read, paths: ["@/in.jsonl"]}
stages:
  sentences:
  tokens: {when: {metadata: {title: "T[12]"}}}
  quantities:
  out: {use: write_jsonl, path: "@/out.jsonl", layer: quantities}
)");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_THAT(read("out.jsonl"), HasSubstr("\"doc_id\":\"d1\""));
  EXPECT_THAT(read("out.jsonl"), HasSubstr("\"doc_id\":\"d47\""));
  EXPECT_THAT(read("out.jsonl"), Not(HasSubstr("\"doc_id\":\"d3\"")))
      << "its tokens are absent, so its quantities are too";
  for (const StageReport& stage : r.summary.stages)
    if (stage.instance == "quantities") {
      EXPECT_EQ(stage.counters.skipped, 30u);
      EXPECT_EQ(stage.counters.documents, 20u);
    }
}

TEST_F(Run, SeveralSourcesAreReadOneAfterTheOther) {
  write("a.jsonl", "{\"id\":\"a\",\"text\":\"It cost $5.\"}\n");
  write("b.txt", "It cost $6.");
  const TestRun r = run(R"(claimsift: 1
input:
  - {use: read_text, paths: ["@/b.txt"]}
  - {use: read_jsonl, paths: ["@/a.jsonl"]}
stages:
  sentences:
  tokens:
  quantities:
  out: {use: write_jsonl, path: "@/out.jsonl", layer: quantities}
)");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  const std::string out = read("out.jsonl");
  EXPECT_LT(out.find("b.txt"), out.find("\"doc_id\":\"a\""));
}

TEST_F(Run, MissingInputIsReportedBeforeAnythingRuns) {
  const TestRun r = run(kPipeline);
  EXPECT_EQ(r.summary.end, RunEnd::nothing);
  EXPECT_THAT(r.report(), HasSubstr("in.jsonl` does not exist"));
  EXPECT_FALSE(exists("quantities.jsonl.part"));
}

TEST_F(Run, CountsWhatEachStageDid) {
  write("in.jsonl", corpus(40));
  const TestRun r = run(kPipeline);
  for (const StageReport& stage : r.summary.stages) {
    EXPECT_EQ(stage.counters.documents, 40u) << stage.instance;
    if (stage.instance == "quantities") {
      EXPECT_EQ(stage.counters.rows, count_of(read("quantities.jsonl"), "\n"));
    }
  }
}

TEST_F(Run, RowsOfALayerAreBounded) {
  write("in.jsonl", "{\"text\":\"One two three four five.\"}\n{\"text\":\"Short.\"}\n");
  const TestRun r =
      run("claimsift: 1\ninput: {use: read, paths: [\"@/in.jsonl\"]}\nrun: {quarantine: \"@/failed.jsonl\", "
          "limits: "
          "{rows_per_layer: 5}}\nstages:\n  sentences:\n  tokens:\n  out: {use: write_jsonl, path: "
          "\"@/out.jsonl\", layer: "
          "tokens}\n");
  EXPECT_EQ(r.summary.quarantined, 1u) << r.report();
  EXPECT_NE(read("failed.jsonl").find("layer `tokens` has 6 rows, more than `run.limits.rows_per_layer` (5)"),
            std::string::npos);
}

}  // namespace
}  // namespace claimsift
