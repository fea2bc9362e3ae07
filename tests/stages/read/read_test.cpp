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
  TestRun read_file(const std::string& name, const std::string& content, const std::string& reader = "read",
                    const std::string& more = "") {
    write(name, content);
    return run(
        "claimsift: 1\ninput: {use: " + reader + ", paths: [\"@/" + name + "\"]" + more +
            "}\nrun: {quarantine: \"@/failed.jsonl\"}\n"
            "stages:\n  sentences:\n  tokens:\n  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: "
            "sentences}\n"
            "  all: {use: write_annotations, path: \"@/all.jsonl\", layers: [sentences], text: true}\n",
        {}, overwrite());
  }
  std::string why_failed() const { return read("failed.jsonl"); }
};

TEST_F(ReadTest, TextIsOneDocumentWithThePathAsId) {
  const TestRun r = read_file("in.txt", "\xEF\xBB\xBFPrices rose. They fell.\n");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_THAT(read("out.jsonl"), HasSubstr("{\"doc_id\":\"" + path("in.txt") +
                                           "\",\"begin\":0,\"end\":12,\"text\":\"Prices rose.\""));
}

TEST_F(ReadTest, AnEmptyFileIsADocumentWithoutRows) {
  const TestRun r = read_file("in.txt", "");
  EXPECT_EQ(r.summary.progress.written, 1u);
  EXPECT_EQ(read("out.jsonl"), "");
  EXPECT_THAT(read("all.jsonl"), HasSubstr("\"sentences\":[]"));
}

TEST_F(ReadTest, JsonFieldsBecomeIdTextAndMetadata) {
  const TestRun r = read_file("in.jsonl",
                              "{\"title\":\"A \\\"title\\\"\",\"id\":17,\"text\":\"Caf\\u00e9 prices "
                              "rose.\",\"published\":\"2024-05-01\",\"source\":\"wire\"}\n");
  ASSERT_EQ(r.summary.quarantined, 0u) << why_failed();
  EXPECT_THAT(read("all.jsonl"),
              HasSubstr("{\"doc_id\":\"17\",\"text\":\"Café prices rose.\",\"meta\":{\"title\":\"A "
                        "\\\"title\\\"\",\"published\":\"2024-05-01\",\"dateline\":null,\"byline\":null,"
                        "\"source\":\"wire\"}"));
}

TEST_F(ReadTest, FieldsCanBeMapped) {
  const TestRun r =
      read_file("in.jsonl", "{\"maintext\":\"It rose.\",\"date_publish\":\"2020-01-02\",\"url\":\"u\"}\n",
                "read_jsonl", ", fields: {text: maintext, published: date_publish, id: url}");
  ASSERT_EQ(r.summary.quarantined, 0u) << why_failed();
  EXPECT_THAT(
      read("all.jsonl"),
      HasSubstr(
          "\"doc_id\":\"u\",\"text\":\"It rose.\",\"meta\":{\"title\":null,\"published\":\"2020-01-02\""));
}

TEST_F(ReadTest, AFieldThatDocumentsDoNotHaveIsRefused) {
  const TestRun r = read_file("in.jsonl", "{\"text\":\"x\"}\n", "read_jsonl", ", fields: {body: maintext}");
  EXPECT_EQ(r.summary.end, RunEnd::nothing);
  EXPECT_THAT(
      r.report(),
      HasSubstr("`fields` maps `body`, but documents have id, text, title, published, url and source"));
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
  const TestRun r = read_file(
      "in.jsonl", std::string("{\"text\":\"good\"}\n") + GetParam().line + "\n{\"text\":\"good too\"}\n");
  EXPECT_EQ(r.summary.progress.written, 2u);
  EXPECT_EQ(r.summary.quarantined, 1u);
  EXPECT_THAT(why_failed(), HasSubstr("in.jsonl:2\""));
  EXPECT_THAT(why_failed(), HasSubstr(GetParam().reason));
}

INSTANTIATE_TEST_SUITE_P(
    Each, BadRecords,
    testing::Values(BadRecord{"cut", "{\"text\": \"abc", "the record is no JSON"},
                    BadRecord{"no_object", "[1, 2]", "the record is an array, not an object"},
                    BadRecord{"no_text", "{\"id\": 1}", "field `text` is missing"},
                    BadRecord{"null_text", "{\"text\": null}", "field `text` is null, not a string"},
                    BadRecord{"number_text", "{\"text\": 5}", "field `text` is a number, not a string"},
                    BadRecord{"id_object", "{\"text\": \"x\", \"id\": {}}", "field `id` is an object"},
                    BadRecord{"two_objects", "{\"text\": \"x\"} {\"text\": \"y\"}", "the record is no JSON"},
                    BadRecord{"bad_utf8", "{\"text\": \"a\xff z\"}", "UTF-8"},
                    BadRecord{"lone_surrogate", "{\"text\": \"\\ud800\"}", "the record is no JSON"},
                    BadRecord{"nan", "{\"text\": \"x\", \"n\": NaN}", "the record is no JSON"}),
    [](const auto& p) { return std::string(p.param.name); });

TEST_F(ReadTest, DeepNestingIsAnErrorAndNoCrash) {
  const TestRun r = read_file(
      "in.jsonl", "{\"text\":\"x\",\"deep\":" + std::string(100000, '[') + "}\n{\"text\":\"fine\"}\n");
  EXPECT_EQ(r.summary.progress.written, 1u);
  EXPECT_EQ(r.summary.quarantined, 1u);
}

TEST_F(ReadTest, AHugeLineIsRefusedWhileStreaming) {
  write("in.jsonl", "{\"text\":\"" + std::string(3000000, 'x') + "\"}\n{\"text\":\"fine\"}\n");
  const TestRun r =
      run("claimsift: 1\ninput: {use: read, paths: [\"@/in.jsonl\"]}\nrun: {quarantine: \"@/failed.jsonl\", "
          "limits: {record_bytes: 1MB}}\n"
          "stages:\n  sentences:\n  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: sentences}\n");
  EXPECT_EQ(r.summary.progress.written, 1u) << r.report();
  EXPECT_THAT(why_failed(),
              HasSubstr("the line has 3000011 bytes, more than `run.limits.record_bytes` (1000000)"));
}

TEST_F(ReadTest, BinaryFilesAndBrokenUtf8AreQuarantined) {
  write("a.txt", std::string("PNG\0\x01", 5));
  write("b.txt", "ok then \xff\xfe");
  const TestRun r =
      run("claimsift: 1\ninput: {use: read_text, paths: [\"@/a.txt\", \"@/b.txt\"]}\nrun: {quarantine: "
          "\"@/failed.jsonl\"}\n"
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
  const TestRun r =
      run("claimsift: 1\ninput: {use: read, paths: [\"@/in\"]}\n"
          "stages:\n  sentences:\n  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: sentences}\n");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  const std::string out = read("out.jsonl");
  EXPECT_LT(out.find("First."), out.find("Second."));
}

TEST_F(ReadTest, CsvColumnsBecomeIdTextAndMetadata) {
  const TestRun r =
      read_file("in.csv", "title,id,text,desk\n\"A, B\",7,\"It rose.\nIt fell.\",\nC,8,Steel is up.,wire\n");
  ASSERT_EQ(r.summary.quarantined, 0u) << why_failed();
  EXPECT_THAT(read("all.jsonl"),
              HasSubstr("{\"doc_id\":\"7\",\"text\":\"It rose.\\nIt fell.\",\"meta\":{\"title\":\"A, B\""));
  EXPECT_THAT(read("all.jsonl"), HasSubstr("{\"doc_id\":\"8\""));
}

TEST_F(ReadTest, RaggedRowsAndBadQuotesAreQuarantinedWithTheirLine) {
  const TestRun r = read_file("in.csv", "id,text\na,Good one.\nb\nc,x,y\nd,\"open\ne,Good two.\n");
  EXPECT_EQ(r.summary.progress.written, 2u);
  EXPECT_THAT(why_failed(),
              HasSubstr("in.csv:3\",\"stage\":\"input\",\"reason\":\"the row has 1 fields, the header 2"));
  EXPECT_THAT(why_failed(),
              HasSubstr("in.csv:4\",\"stage\":\"input\",\"reason\":\"the row has 3 fields, the header 2"));
  EXPECT_THAT(
      why_failed(),
      HasSubstr("in.csv:5\",\"stage\":\"input\",\"reason\":\"the quote opened in line 5 is never closed"));
}

TEST_F(ReadTest, AHeaderThatDoesNotFitLosesTheFileAndNoOther) {
  write("b.csv", "text\nGood.\n");
  for (const auto& [header, reason] :
       {std::pair("id,body\n1,x\n", "the header has no column `text`; `fields: {text: NAME}`"),
        std::pair("text,a,a\n1,2,3\n", "the header names the column `a` twice"),
        std::pair("\"text\nx\n", "the header: the quote opened in line 1 is never closed")}) {
    write("a.csv", header);
    const TestRun r =
        run("claimsift: 1\ninput: {use: read_csv, paths: [\"@/a.csv\", \"@/b.csv\"]}\nrun: {quarantine: "
            "\"@/failed.jsonl\"}\n"
            "stages:\n  sentences:\n  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: sentences}\n",
            {}, overwrite());
    EXPECT_EQ(r.summary.progress.written, 1u) << reason;
    EXPECT_THAT(why_failed(), HasSubstr(reason));
  }
}

TEST_F(ReadTest, TheDelimiterIsAnOptionOrTheEndings) {
  read_file("in.tsv", "id\ttext\n1\tIt rose.\n");
  EXPECT_THAT(read("all.jsonl"), HasSubstr("\"text\":\"It rose.\""));
  read_file("in.csv", "id;text\n1;It fell.\n", "read_csv", ", delimiter: ';'");
  EXPECT_THAT(read("all.jsonl"), HasSubstr("\"text\":\"It fell.\""));
  EXPECT_THAT(read_file("in.csv", "text\nx\n", "read_csv", ", delimiter: ';;'").report(),
              HasSubstr("`delimiter` must be one ASCII character or `tab`, not `;;`"));
}

TEST_F(ReadTest, ProfilesAreReadyFieldMapsAndFieldsWin) {
  const std::string news =
      "{\"maintext\":\"It "
      "rose.\",\"date_publish\":\"2020-01-02\",\"url\":\"u\",\"headline\":\"H\",\"source_domain\":\"s\"}\n";
  read_file("in.jsonl", news, "read_jsonl", ", profile: news_please, fields: {title: headline}");
  EXPECT_THAT(read("all.jsonl"), HasSubstr("\"doc_id\":\"u\",\"text\":\"It "
                                           "rose.\",\"meta\":{\"title\":\"H\",\"published\":\"2020-01-02\","
                                           "\"dateline\":null,\"byline\":null,\"source\":\"s\""));
  read_file("in.jsonl",
            "{\"text\":\"It fell.\",\"id\":\"a\",\"metadata\":{\"date\":\"2021-03-04\",\"url\":\"u\"}}\n",
            "read_jsonl", ", profile: datatrove");
  EXPECT_THAT(
      read("all.jsonl"),
      HasSubstr(
          "\"doc_id\":\"a\",\"text\":\"It fell.\",\"meta\":{\"title\":null,\"published\":\"2021-03-04\""));
  EXPECT_EQ(read_file("in.jsonl", news, "read_jsonl", ", profile: other").summary.end, RunEnd::nothing);
}

/// The bytes as gzip without compression, by hand.
std::string stored_gzip(const std::string& bytes) {
  std::string packed("\x1f\x8b\x08\0\0\0\0\0\0\x03\x01", 11);
  const auto number = [&](uint64_t value, int size) {
    for (int i = 0; i < size; ++i) packed += static_cast<char>(value >> 8 * i);
  };
  number(bytes.size(), 2);
  number(~bytes.size(), 2);
  packed += bytes;
  uint32_t crc = ~0u;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320u : 0);
  }
  number(~crc, 4);
  number(bytes.size(), 4);
  return packed;
}

TEST_F(ReadTest, PackedFilesAreReadAsIfTheyWereNot) {
  write("in/a.jsonl.gz", stored_gzip("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"));
  write("in/b.txt.gz", stored_gzip("Three."));
  write("in/c.csv.gz", stored_gzip("text\nFour.\n"));
  const TestRun r =
      run("claimsift: 1\ninput: {use: read, paths: [\"@/in\"]}\nrun: {threads: 2}\n"
          "stages:\n  sentences:\n  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: sentences}\n");
  ASSERT_EQ(r.summary.progress.written, 4u) << r.report();
  size_t at = 0;
  for (const char* sentence : {"One.", "Two.", "Three.", "Four."}) {
    const size_t next = read("out.jsonl").find(sentence, at);
    ASSERT_NE(next, std::string::npos) << sentence;
    at = next;
  }
  EXPECT_THAT(read("out.jsonl"), HasSubstr("\"doc_id\":\"" + path("in/b.txt.gz") + "\""));
}

TEST_F(ReadTest, ACutPackedFileKeepsItsCompleteRecordsAndIsReported) {
  const std::string whole = stored_gzip("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n{\"text\":\"Three.\"}\n");
  const TestRun r = read_file("in.jsonl.gz", whole.substr(0, whole.size() - 12));
  EXPECT_EQ(r.summary.progress.written, 2u);
  EXPECT_EQ(r.summary.quarantined, 1u);
  EXPECT_THAT(why_failed(),
              HasSubstr("in.jsonl.gz\",\"stage\":\"input\",\"reason\":\"the gzip data are cut off at byte"));
  read_file("in.txt.gz", whole.substr(0, whole.size() - 12));
  EXPECT_THAT(why_failed(), HasSubstr("the gzip data are cut off at byte"));
}

TEST_F(ReadTest, GarbageBehindAPackedFileIsAWarning) {
  const TestRun r = read_file("in.jsonl.gz", stored_gzip("{\"text\":\"One.\"}\n") + "rubbish");
  EXPECT_EQ(r.summary.quarantined, 0u);
  ASSERT_EQ(r.messages.size(), 1u);
  EXPECT_THAT(r.messages[0], HasSubstr("in.jsonl.gz: 7 bytes behind the gzip data (from byte"));
}

}  // namespace
}  // namespace claimsift
