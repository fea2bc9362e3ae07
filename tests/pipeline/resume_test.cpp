// SPDX-License-Identifier: Apache-2.0
// Runs that stop midway and go on: what they leave is what an undisturbed run leaves. Labelled `threads`.
#include <gmock/gmock.h>
#include <sys/file.h>

#include <fstream>

#include "claimsift/stage.hpp"
#include "pipeline/output.hpp"
#include "tests/pipeline_fixture.hpp"

namespace claimsift {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

using Places = Layer<"places", Doc<"Where a document stands in the run.">,
                     Column<"place", Int, "Its number.">, Column<"bytes", Int, "Of all texts so far.">>;

/// Knows all documents so far.
class Places_ : public Stage<Reads<>, Writes<Places>> {
 public:
  static constexpr Info info{"places", "Numbers documents.", CS_COLLECTOR};
  explicit Places_(const Setup&) {}
  void process(Document& doc) {
    bytes_ += static_cast<int64_t>(doc.text().size());
    doc.add<Places>({0, 1}).set<"place">(count_++).set<"bytes">(bytes_);
  }
  void save(Document& doc) const { doc.emit(std::to_string(count_) + '\n' + std::to_string(bytes_)); }
  void restore(Document&, std::string_view state) {
    count_ = std::stoll(std::string(state));
    bytes_ = std::stoll(std::string(state.substr(state.find('\n') + 1)));
  }

 private:
  int64_t count_ = 0, bytes_ = 0;
};

/// Knows something, and cannot say what.
class Secretive : public Stage<> {
 public:
  static constexpr Info info{"secretive", "Counts in silence.", CS_COLLECTOR};
  explicit Secretive(const Setup&) {}
  void process(Document&) { ++count_; }

 private:
  int count_ = 0;
};

/// A store of its own: a file with the length of each text, whose state is its size.
class Lengths : public Stage<> {
 public:
  static constexpr Info info{"lengths", "Keeps the length of each text.", CS_WRITER};
  static constexpr cs_option options[] = {option::output("path", nullptr, "The file.")};
  explicit Lengths(const Setup&) {}
  void process(Document& doc) const { doc.emit(std::to_string(doc.text().size()) + '\n'); }
  void open(Document&, std::string_view path, std::string_view state) {
    path_ = path;
    if (state.data()) {
      restored_ = true;
      std::filesystem::resize_file(path_, std::stoull(std::string(state)));
    }
    file_.open(path_, std::ios::app | std::ios::binary);
  }
  void append(Document&, std::string_view bytes) { file_ << bytes; }
  void save(Document& doc) {
    file_.flush();
    doc.emit(std::to_string(std::filesystem::file_size(path_)));
  }
  void finish(Document&) { file_.close(); }

 private:
  std::string path_;
  std::ofstream file_;
  bool restored_ = false;
};

std::string corpus(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    if (i % 17 == 5) {
      lines += "{\"id\": \"broken\"}\n";
      continue;
    }
    lines += "{\"id\":\"d" + std::to_string(i) + "\",\"text\":\"The mill of town " + std::to_string(i) +
             " made $" + std::to_string(i * 7 + 1) + " million" +
             std::string(static_cast<size_t>(i % 7), '!') + ".\"}\n";
  }
  return lines;
}

constexpr const char* kPipeline = R"(claimsift: 1
input:
  - {use: read, paths: ["@/a.jsonl", "@/one.txt", "@/two.txt"]}
  - {use: read, paths: ["@/b.jsonl"]}
run: {quarantine: "@/failed.jsonl", checkpoint: "@/out/checkpoint", checkpoint_seconds: 0, threads: 2}
stages:
  sentences:
  tokens:
  quantities:
  places:
  numbers: {use: write_jsonl, path: "@/out/quantities.jsonl", layer: quantities}
  order: {use: write_jsonl, path: "@/out/places.jsonl", layer: places}
  lengths: {path: "@/out/lengths.txt"}
)";

class Resume : public PipelineTest {
 protected:
  Resume() {
    further_stages_ = {&kStage<Places_>, &kStage<Secretive>, &kStage<Lengths>};
    write("a.jsonl", corpus(25));
    write("one.txt", "It cost $5.");
    write("two.txt", "It cost $6 and 7%.");
    write("b.jsonl", corpus(20));
  }

  /// Runs until `documents` have come to their end, then asks the run to stop.
  TestRun run_until(uint64_t documents, RunOptions options = {}, const std::vector<std::string>& sets = {}) {
    std::atomic<int> signal{0};
    options.stop_signal = &signal;
    options.progress = [&](const Progress& p) {
      if (p.documents >= documents) signal = 15;
    };
    return run(kPipeline, sets, options);
  }
  static RunOptions how(Start start) {
    RunOptions options;
    options.start = start;
    return options;
  }
  std::vector<std::string> results() const {
    std::vector<std::string> all;
    for (const char* name : {"out/quantities.jsonl", "out/places.jsonl", "out/lengths.txt", "failed.jsonl"})
      all.push_back(read(name));
    return all;
  }
  void forget() const {
    for (const char* name : {"out/quantities.jsonl", "out/places.jsonl", "out/lengths.txt", "failed.jsonl"})
      std::filesystem::remove(path(name));
  }
};

TEST_F(Resume, LeavesWhatAnUndisturbedRunLeavesWhereverItStopped) {
  const TestRun whole = run(kPipeline);
  ASSERT_EQ(whole.summary.end, RunEnd::done) << whole.report();
  ASSERT_EQ(whole.summary.progress.documents, 47u);
  EXPECT_FALSE(exists("out/checkpoint"));
  const std::vector<std::string> expected = results();
  for (const std::string& file : expected) ASSERT_FALSE(file.empty());
  for (const uint64_t stop : {1u, 22u, 24u, 25u, 26u, 27u, 35u}) {
    forget();
    const TestRun first = run_until(stop);
    ASSERT_EQ(first.summary.end, RunEnd::interrupted) << stop << first.report();
    EXPECT_EQ(first.summary.checkpoint, path("out/checkpoint"));
    EXPECT_FALSE(exists("out/quantities.jsonl"));
    const TestRun second = run(kPipeline, {}, how(Start::resume));
    ASSERT_EQ(second.summary.end, RunEnd::done) << stop << second.report();
    EXPECT_EQ(second.summary.progress.documents, 47u) << stop;
    EXPECT_EQ(second.summary.quarantined, whole.summary.quarantined);
    EXPECT_EQ(second.summary.before.documents, first.summary.progress.documents);
    EXPECT_EQ(results(), expected) << stop;
    EXPECT_FALSE(exists("out/checkpoint"));
  }
}

TEST_F(Resume, BytesBehindTheCheckpointAreCutOff) {
  run_until(15);
  for (const char* name : {"out/quantities.jsonl.part", "out/lengths.txt.part", "failed.jsonl.part"})
    std::ofstream(path(name), std::ios::app) << "half a li";
  ASSERT_EQ(run(kPipeline, {}, how(Start::resume)).summary.end, RunEnd::done);
  const std::vector<std::string> resumed = results();
  forget();
  run(kPipeline);
  EXPECT_EQ(resumed, results());
}

TEST_F(Resume, SeveralStopsInARowAreFine) {
  run(kPipeline);
  const std::vector<std::string> expected = results();
  forget();
  RunOptions options;
  for (uint64_t stop = 5; stop < 40; stop += 9) {
    ASSERT_EQ(run_until(stop, options, {"run.documents_in_flight=3"}).summary.end, RunEnd::interrupted);
    options.start = Start::resume;
  }
  ASSERT_EQ(run(kPipeline, {}, options).summary.end, RunEnd::done);
  EXPECT_EQ(results(), expected);
}

TEST_F(Resume, ARunThatOnlyLacksNamesGetsThem) {
  run(kPipeline);
  const std::vector<std::string> expected = results();
  forget();
  // The checkpoint of a whole run, as a kill between two renames leaves it.
  ASSERT_EQ(run_until(26).summary.end, RunEnd::interrupted);
  std::optional<Checkpoint> at = read_checkpoint(path("out/checkpoint"));
  ASSERT_EQ(run(kPipeline, {}, how(Start::resume)).summary.end, RunEnd::done);
  at->complete = true;
  at->progress.documents = 47;
  at->collectors.clear();
  const std::vector<std::string> names{"out/quantities.jsonl", "out/places.jsonl", "out/lengths.txt",
                                       "failed.jsonl"};
  for (OutputState& output : at->outputs) output.bytes = std::filesystem::file_size(output.path);
  write_checkpoint(path("out/checkpoint"), *at);
  std::filesystem::rename(path(names[1]), path(names[1] + ".part"));
  std::filesystem::rename(path(names[3]), path(names[3] + ".part"));
  const TestRun named = run(kPipeline, {}, how(Start::resume));
  ASSERT_EQ(named.summary.end, RunEnd::done) << named.report();
  EXPECT_EQ(results(), expected);
  EXPECT_FALSE(exists("out/checkpoint"));
}

TEST_F(Resume, RefusesOtherSettingsAndNamesThem) {
  run_until(15);
  const TestRun other =
      run(kPipeline, {"run.offsets=byte", "stages.quantities.kinds=[money]", "run.threads=1"},
          how(Start::resume));
  EXPECT_EQ(other.summary.end, RunEnd::nothing);
  EXPECT_THAT(other.report(),
              HasSubstr("error: cannot resume from " + path("out/checkpoint") +
                        ": `run.offsets` was codepoint and is byte, `stages.quantities.kinds` has changed; "
                        "use --restart to begin anew"));
  EXPECT_EQ(run(kPipeline, {"run.threads=1", "run.max_failures=90%"}, how(Start::resume)).summary.end,
            RunEnd::done)
      << "threads and budgets may change";
}

TEST_F(Resume, RefusesOtherInput) {
  run_until(15);
  write("b.jsonl", corpus(21));
  const TestRun other = run(kPipeline, {}, how(Start::resume));
  EXPECT_EQ(other.summary.end, RunEnd::nothing);
  EXPECT_THAT(other.report(), HasSubstr("file `" + path("b.jsonl") + "` has changed"));
  EXPECT_EQ(run(kPipeline, {}, how(Start::restart)).summary.progress.documents, 48u);
}

TEST_F(Resume, RefusesOtherFilesThatAStageReads) {
  write("mine.lex", "unit smoot length 1.7018 : smoot+\n");
  const std::vector<std::string> sets = {"stages.quantities.lexicons=" + path("mine.lex")};
  run_until(15, {}, sets);
  write("mine.lex", "unit smoot length 1.7 : smoot+\n");
  const TestRun other = run(kPipeline, sets, how(Start::resume));
  EXPECT_EQ(other.summary.end, RunEnd::nothing);
  EXPECT_THAT(other.report(), HasSubstr("file `" + path("mine.lex") + "` has changed"));
}

TEST_F(Resume, AFreshRunDoesNotTouchWhatCouldBeResumed) {
  run_until(15);
  const std::string part = read("out/quantities.jsonl.part");
  const TestRun fresh = run(kPipeline, {}, overwrite());
  EXPECT_EQ(fresh.summary.end, RunEnd::nothing);
  EXPECT_THAT(fresh.report(), HasSubstr("an earlier run stopped midway and left this checkpoint"));
  EXPECT_EQ(read("out/quantities.jsonl.part"), part);
}

TEST_F(Resume, AWholeRunIsNotRunAgain) {
  run(kPipeline);
  const TestRun again = run(kPipeline, {}, how(Start::resume));
  EXPECT_EQ(again.summary.end, RunEnd::nothing);
  EXPECT_THAT(again.report(),
              HasSubstr("the output exists, and there is no checkpoint " + path("out/checkpoint")));
}

TEST_F(Resume, WithoutACheckpointSaysWhatToAdd) {
  const TestRun r =
      run("claimsift: 1\ninput: {use: read, paths: [\"@/one.txt\"]}\nstages:\n  sentences:\n"
          "  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: sentences}\n",
          {}, how(Start::resume));
  EXPECT_EQ(r.summary.end, RunEnd::nothing);
  EXPECT_THAT(r.report(), HasSubstr("the pipeline keeps no checkpoint"));
  EXPECT_THAT(r.report(), HasSubstr("add `run: {checkpoint: FILE}`"));
}

TEST_F(Resume, ADamagedCheckpointIsRefused) {
  run_until(15);
  const std::string whole = read("out/checkpoint");
  for (const std::string& bad :
       {whole.substr(0, whole.size() / 2), "x" + whole, whole + "x", std::string()}) {
    write("out/checkpoint", bad);
    const TestRun r = run(kPipeline, {}, how(Start::resume));
    EXPECT_EQ(r.summary.end, RunEnd::nothing);
    EXPECT_THAT(r.report(), testing::AnyOf(HasSubstr("the checkpoint is damaged"),
                                           HasSubstr("no checkpoint of claimsift")));
  }
  std::string other = whole;
  other.replace(other.find("\t1\n"), 3, "\t9\n");
  write("out/checkpoint", other);
  EXPECT_THAT(run(kPipeline, {}, how(Start::resume)).report(), HasSubstr("another version of claimsift"));
  write("out/checkpoint", whole);
  EXPECT_EQ(run(kPipeline, {}, how(Start::resume)).summary.end, RunEnd::done);
}

TEST_F(Resume, AMissingOrShortPartIsRefused) {
  run_until(15);
  std::filesystem::resize_file(path("out/quantities.jsonl.part"), 10);
  EXPECT_THAT(run(kPipeline, {}, how(Start::resume)).report(),
              HasSubstr("the file has 10 bytes, fewer than"));
  std::filesystem::remove(path("out/quantities.jsonl.part"));
  EXPECT_THAT(run(kPipeline, {}, how(Start::resume)).report(),
              HasSubstr("the file that an earlier run began is gone"));
}

TEST_F(Resume, ACollectorThatCannotSaveIsRefusedAtTheStart) {
  const std::string pipeline = std::string(kPipeline) + "  secretive: {}\n";
  const TestRun r = run(pipeline);
  EXPECT_EQ(r.summary.end, RunEnd::nothing);
  EXPECT_THAT(r.report(), HasSubstr("`secretive` cannot save what it knows"));
}

TEST_F(Resume, AStopWithoutCheckpointKeepsTheParts) {
  std::atomic<int> signal{2};
  RunOptions options;
  options.stop_signal = &signal;
  const TestRun r =
      run("claimsift: 1\ninput: {use: read, paths: [\"@/a.jsonl\"]}\nstages:\n  sentences:\n"
          "  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: sentences}\n",
          {}, options);
  EXPECT_EQ(r.summary.end, RunEnd::interrupted);
  EXPECT_EQ(r.summary.checkpoint, "");
  EXPECT_TRUE(exists("out.jsonl.part"));
}

TEST_F(Resume, TwoRunsDoNotWriteOneOutput) {
  Output held(path("held.jsonl"), false);
  const TestRun r =
      run("claimsift: 1\ninput: {use: read, paths: [\"@/a.jsonl\"]}\nstages:\n  sentences:\n"
          "  out: {use: write_jsonl, path: \"@/held.jsonl\", layer: sentences}\n");
  EXPECT_EQ(r.summary.end, RunEnd::nothing);
  EXPECT_THAT(r.report(), HasSubstr("is writing this output"));
  held.append("mine");
  held.commit();
  EXPECT_EQ(read("held.jsonl"), "mine");
}

TEST(CheckpointFile, KeepsEveryByte) {
  Checkpoint c;
  c.version = "1.2";
  c.complete = c.overwrite = true;
  c.progress.documents = 7;
  c.progress.text_bytes = UINT64_MAX;
  c.input = {2, 5, "a\tb\nc\\n"};
  c.outputs = {{"x", "out/x y", 12, std::string("\0\t\n\\", 4)}};
  c.collectors = {"", std::string("\0\r\n", 3)};
  c.skipped_by_reason["a: b"] = 3;
  c.failed_by_reason["c: d\te"] = 4;
  c.fingerprint = {{"stages.a.b", ""}, {"file x\ny", "z"}};
  const Checkpoint again = decode(encode(c), "f");
  EXPECT_EQ(encode(again), encode(c));
  EXPECT_EQ(again.collectors, c.collectors);
  EXPECT_EQ(again.outputs[0].state, c.outputs[0].state);
  EXPECT_EQ(again.fingerprint, c.fingerprint);
  EXPECT_EQ(again.input.position, c.input.position);
}

}  // namespace
}  // namespace claimsift
