// SPDX-License-Identifier: Apache-2.0
// The readers through real runs.
#include <gmock/gmock.h>

#include "tests/pipeline_fixture.hpp"

namespace claimsift {
namespace {

using testing::HasSubstr;

class ReadTest : public PipelineTest {
 protected:
  /// Runs a reader over `in.EXT` and writes its sentences and, as annotations, the metadata.
  TestRun read_file(const std::string& name, const std::string& content, const std::string& reader = "read", const std::string& more = "") {
    write(name, content);
    return run("claimsift: 1\ninput: {use: " + reader + ", paths: [\"@/" + name + "\"]" + more + "}\nrun: {quarantine: \"@/failed.jsonl\"}\n"
               "stages:\n  sentences:\n  tokens:\n  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: sentences}\n"
               "  all: {use: write_annotations, path: \"@/all.jsonl\", layers: [sentences], text: true}\n", {}, overwrite());
  }
  std::string why_failed() const { return read("failed.jsonl"); }
};

TEST_F(ReadTest, TextIsOneDocumentWithThePathAsId) {
  const TestRun r = read_file("in.txt", "\xEF\xBB\xBFPrices rose. They fell.\n");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_THAT(read("out.jsonl"), HasSubstr("{\"doc_id\":\"" + path("in.txt") + "\",\"begin\":0,\"end\":12,\"text\":\"Prices rose.\""));
}

TEST_F(ReadTest, AnEmptyFileIsADocumentWithoutRows) {
  const TestRun r = read_file("in.txt", "");
  EXPECT_EQ(r.summary.progress.written, 1u);
  EXPECT_EQ(read("out.jsonl"), "");
  EXPECT_THAT(read("all.jsonl"), HasSubstr("\"sentences\":[]"));
}

TEST_F(ReadTest, JsonFieldsBecomeIdTextAndMetadata) {
  const TestRun r = read_file("in.jsonl", "{\"title\":\"A \\\"title\\\"\",\"id\":17,\"text\":\"Caf\\u00e9 prices rose.\",\"published\":\"2024-05-01\",\"source\":\"wire\"}\n");
  ASSERT_EQ(r.summary.quarantined, 0u) << why_failed();
  EXPECT_THAT(read("all.jsonl"), HasSubstr("{\"doc_id\":\"17\",\"text\":\"Café prices rose.\",\"meta\":{\"title\":\"A \\\"title\\\"\",\"published\":\"2024-05-01\",\"dateline\":null,\"byline\":null,\"source\":\"wire\"}"));
}

TEST_F(ReadTest, FieldsCanBeMapped) {
  const TestRun r = read_file("in.jsonl", "{\"maintext\":\"It rose.\",\"date_publish\":\"2020-01-02\",\"url\":\"u\"}\n", "read_jsonl",
                              ", fields: {text: maintext, published: date_publish, id: url}");
  ASSERT_EQ(r.summary.quarantined, 0u) << why_failed();
  EXPECT_THAT(read("all.jsonl"), HasSubstr("\"doc_id\":\"u\",\"text\":\"It rose.\",\"meta\":{\"title\":null,\"published\":\"2020-01-02\""));
}

TEST_F(ReadTest, AFieldThatDocumentsDoNotHaveIsRefused) {
  const TestRun r = read_file("in.jsonl", "{\"text\":\"x\"}\n", "read_jsonl", ", fields: {body: maintext}");
  EXPECT_EQ(r.summary.end, RunEnd::nothing);
  EXPECT_THAT(r.report(), HasSubstr("`fields` maps `body`, but documents have id, text, title, published, url and source"));
}

TEST_F(ReadTest, WithoutAnIdTheTextsHashIsTheId) {
  read_file("in.jsonl", "{\"text\":\"It rose.\"}\n{\"text\":\"It fell.\"}\n{\"text\":\"It rose.\"}\n");
  const std::string all = read("all.jsonl");
  const std::string first = all.substr(0, all.find(','));
  EXPECT_EQ(first.size(), std::string("{\"doc_id\":\"0123456789abcdef\"").size());
  EXPECT_EQ(count_of(all, first), 2u);
}

TEST_F(ReadTest, BlankLinesAndCarriageReturnsArePassedOver) {
  const TestRun r = read_file("in.jsonl", "\xEF\xBB\xBF{\"text\":\"a\"}\r\n\r\n   \n{\"text\":\"b\"}");
  EXPECT_EQ(r.summary.progress.written, 2u) << why_failed();
}

struct BadRecord {
  const char* name;
  const char* line;
  const char* reason;
};
class BadRecords : public ReadTest, public testing::WithParamInterface<BadRecord> {};

TEST_P(BadRecords, AreQuarantinedWithPlaceAndReason) {
  const TestRun r = read_file("in.jsonl", std::string("{\"text\":\"good\"}\n") + GetParam().line + "\n{\"text\":\"good too\"}\n");
  EXPECT_EQ(r.summary.progress.written, 2u);
  EXPECT_EQ(r.summary.quarantined, 1u);
  EXPECT_THAT(why_failed(), HasSubstr("in.jsonl:2\""));
  EXPECT_THAT(why_failed(), HasSubstr(GetParam().reason));
}

INSTANTIATE_TEST_SUITE_P(
    Each, BadRecords,
    testing::Values(BadRecord{"cut", "{\"text\": \"abc", "the record is no JSON"}, BadRecord{"no_object", "[1, 2]", "the record is an array, not an object"},
                    BadRecord{"no_text", "{\"id\": 1}", "field `text` is missing"}, BadRecord{"null_text", "{\"text\": null}", "field `text` is null, not a string"},
                    BadRecord{"number_text", "{\"text\": 5}", "field `text` is a number, not a string"},
                    BadRecord{"id_object", "{\"text\": \"x\", \"id\": {}}", "field `id` is an object"},
                    BadRecord{"two_objects", "{\"text\": \"x\"} {\"text\": \"y\"}", "the record is no JSON"},
                    BadRecord{"bad_utf8", "{\"text\": \"a\xff z\"}", "UTF-8"}, BadRecord{"lone_surrogate", "{\"text\": \"\\ud800\"}", "the record is no JSON"},
                    BadRecord{"nan", "{\"text\": \"x\", \"n\": NaN}", "the record is no JSON"}),
    [](const auto& p) { return std::string(p.param.name); });

TEST_F(ReadTest, DeepNestingIsAnErrorAndNoCrash) {
  const TestRun r = read_file("in.jsonl", "{\"text\":\"x\",\"deep\":" + std::string(100000, '[') + "}\n{\"text\":\"fine\"}\n");
  EXPECT_EQ(r.summary.progress.written, 1u);
  EXPECT_EQ(r.summary.quarantined, 1u);
}

TEST_F(ReadTest, AHugeLineIsRefusedWhileStreaming) {
  write("in.jsonl", "{\"text\":\"" + std::string(3000000, 'x') + "\"}\n{\"text\":\"fine\"}\n");
  const TestRun r = run("claimsift: 1\ninput: {use: read, paths: [\"@/in.jsonl\"]}\nrun: {quarantine: \"@/failed.jsonl\", limits: {record_bytes: 1MB}}\n"
                        "stages:\n  sentences:\n  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: sentences}\n");
  EXPECT_EQ(r.summary.progress.written, 1u) << r.report();
  EXPECT_THAT(why_failed(), HasSubstr("the line has 3000011 bytes, more than `run.limits.record_bytes` (1000000)"));
}

TEST_F(ReadTest, BinaryFilesAndBrokenUtf8AreQuarantined) {
  write("a.txt", std::string("PNG\0\x01", 5));
  write("b.txt", "ok then \xff\xfe");
  const TestRun r = run("claimsift: 1\ninput: {use: read_text, paths: [\"@/a.txt\", \"@/b.txt\"]}\nrun: {quarantine: \"@/failed.jsonl\"}\n"
                        "stages:\n  sentences:\n  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: sentences}\n");
  EXPECT_EQ(r.summary.quarantined, 2u) << r.report();
  EXPECT_THAT(why_failed(), HasSubstr("the file looks binary (NUL at byte 3)"));
  EXPECT_THAT(why_failed(), HasSubstr("byte 8 is not UTF-8 (0xff)"));
}

TEST_F(ReadTest, AnUnknownEndingNamesTheCure) {
  const TestRun r = read_file("in.pdf", "%PDF");
  EXPECT_EQ(r.summary.end, RunEnd::nothing);
  EXPECT_THAT(r.report(), HasSubstr("cannot tell from its ending what"));
  EXPECT_THAT(r.report(), HasSubstr("`use: read_text`"));
}

TEST_F(ReadTest, AFolderIsReadInOrder) {
  write("in/b.txt", "Second.");
  write("in/a.jsonl", "{\"text\":\"First.\"}\n");
  const TestRun r = run("claimsift: 1\ninput: {use: read, paths: [\"@/in\"]}\n"
                        "stages:\n  sentences:\n  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: sentences}\n");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  const std::string out = read("out.jsonl");
  EXPECT_LT(out.find("First."), out.find("Second."));
}

}  // namespace
}  // namespace claimsift
