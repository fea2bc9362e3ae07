// SPDX-License-Identifier: Apache-2.0
#include "stages/read/warc.hpp"

#include <gmock/gmock.h>

#include "stages/read/http.hpp"
#include "tests/pipeline_fixture.hpp"
#include "tests/warc_sample.hpp"

namespace claimsift {
namespace {

using testing::HasSubstr;

class WarcTest : public PipelineTest {
 protected:
  TestRun read_archive(const std::string& bytes, const std::string& name = "a.wet",
                       const std::string& limits = "") {
    write(name, bytes);
    return run(
        "claimsift: 1\ninput: {use: read, paths: [\"@/" + name +
            "\"]}\nrun: {quarantine: \"@/failed.jsonl\"" + limits +
            "}\nstages:\n  sentences:\n  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: sentences}\n",
        {}, overwrite());
  }
  std::string text(const std::string& body) const { return warc_record("conversion", "text/plain", body); }
};

TEST_F(WarcTest, ConversionsAreDocumentsAndTheRestIsSkippedByReason) {
  const TestRun r =
      read_archive(warc_record("warcinfo", "application/warc-fields", "software: x\r\n") + text("One.") +
                   warc_record("request", "application/http", "GET / HTTP/1.1\r\n\r\n") + text("Two."));
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_EQ(r.summary.progress.written, 2u);
  EXPECT_EQ(r.summary.quarantined, 0u);
  EXPECT_THAT(read("out.jsonl"), HasSubstr("\"doc_id\":\"urn:uuid:"));
}

TEST_F(WarcTest, PackedByRecordOrAsAWhole) {
  EXPECT_EQ(read_archive(gzip_of(text("One.")) + gzip_of(text("Two.")), "a.wet.gz").summary.progress.written,
            2u);
  EXPECT_EQ(read_archive(gzip_of(text("One.") + text("Two.")), "b.wet.gz").summary.progress.written, 2u);
}

TEST_F(WarcTest, RecordsBeforeACutAreKept) {
  std::string noise;  // that gzip cannot make small
  for (uint32_t i = 0, x = 1; i < 3000; ++i)
    noise += static_cast<char>('a' + (x = x * 1664525 + 1013904223) % 26);
  const std::string packed = gzip_of(text("One.")) + gzip_of(text("Two. " + noise));
  const TestRun r = read_archive(packed.substr(0, packed.size() - 400), "a.wet.gz");
  EXPECT_EQ(r.summary.progress.written, 1u) << r.report();
  EXPECT_EQ(r.summary.quarantined, 1u);
  EXPECT_THAT(read("failed.jsonl"), HasSubstr(std::to_string(packed.size() - 400)));
}

TEST_F(WarcTest, AWrongLengthCostsItsOwnRecord) {
  for (const std::string wrong : {"2", "4000", "-1", "9223372036854775808", "many", ""}) {
    std::string bad =
        warc_record("conversion", "text/plain", "A text of some length.", wrong.empty() ? "x" : wrong);
    if (wrong.empty()) bad.replace(bad.find("Content-Length: x"), 17, "X: y");
    const TestRun r = read_archive(text("One.") + bad + text("Three.") + text("Four."));
    EXPECT_EQ(r.summary.progress.written, 3u) << wrong << read("failed.jsonl");
    EXPECT_EQ(r.summary.quarantined, 1u) << wrong;
    EXPECT_THAT(read("failed.jsonl"), HasSubstr("the record at byte ")) << wrong;
    EXPECT_THAT(read("failed.jsonl"), HasSubstr("a.wet:2")) << wrong;
  }
}

TEST_F(WarcTest, ARecordBeyondTheLimitIsPassedOver) {
  const TestRun r = read_archive(text("One.") + text(std::string(3000000, 'x')) + text("Three."), "a.wet",
                                 ", limits: {record_bytes: 1MB}");
  EXPECT_EQ(r.summary.progress.written, 2u) << r.report();
  EXPECT_THAT(read("failed.jsonl"),
              HasSubstr("it has 3000000 bytes, more than `run.limits.record_bytes` (1000000)"));
}

TEST_F(WarcTest, WhatIsNoArchiveIsOneFailure) {
  EXPECT_EQ(read_archive("This is a text file.\nOf two lines.\n").summary.quarantined, 1u);
  EXPECT_EQ(read_archive("").summary.quarantined, 0u);
  EXPECT_EQ(read_archive("WARC/1.0\r\nWARC-Type: response\r\n").summary.quarantined, 1u);
}

TEST_F(WarcTest, ReadingGoesOnBehindARecord) {
  const std::string file = write("a.wet", text("One.") + text("Two.") + text("Three."));
  WarcFile first(open_bytes(file, 200, Unpack::here), 1000),
      second(open_bytes(file, 200, Unpack::here), 1000);
  WarcFile::Record record;
  ASSERT_TRUE(first.next(record) && first.next(record));
  second.skip_to(first.offset(), first.records());
  ASSERT_TRUE(second.next(record));
  EXPECT_EQ(record.body, "Three.");
  EXPECT_EQ(record.number, 3u);
  EXPECT_FALSE(second.next(record));
}

TEST(Http, BodiesAreUnpackedByWhatTheyHold) {
  HttpResponse r;
  read_http("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nWiki\r\n6;x=y\r\npedia \r\n0\r\n\r\n",
            200, 1000, r);
  EXPECT_EQ(r.body, "Wikipedia ");
  read_http("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnot chunked any more", 200, 1000, r);
  EXPECT_EQ(r.body, "not chunked any more");
  const std::string packed = gzip_of("hello");
  read_http("HTTP/1.0 404 Not Found\nContent-Encoding: gzip\n\n" + packed, 200, 1000, r);
  EXPECT_EQ(r.status, 404);
  EXPECT_EQ(r.body, "hello");
  read_http(fmt::format("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{}\r\n0\r\n\r\n",
                        packed.size(), packed),
            200, 1000, r);
  EXPECT_EQ(r.body, "hello");
  read_http("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n\x0b\x02\x80", 200, 1000, r);
  EXPECT_EQ(r.unsupported, "br");
  EXPECT_THROW(read_http("HTTP/1.1 200 OK\r\n\r\n" + gzip_of(std::string(5000000, 'x')), 200, 100000000, r),
               std::runtime_error);
  read_http("no status line", 200, 1000, r);
  EXPECT_EQ(r.body, "no status line");
}

TEST(Http, HeadersAreFoundInAnyCase) {
  EXPECT_EQ(header_value("a: b\r\nCONTENT-type:  text/html \r\n", "Content-Type"), "text/html");
  EXPECT_EQ(header_value("a: b", "c").data(), nullptr);
}

}  // namespace
}  // namespace claimsift
