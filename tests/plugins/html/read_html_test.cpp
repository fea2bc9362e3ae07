// SPDX-License-Identifier: Apache-2.0
// Pages through whole pipelines, with the plugin as it is built.
#include <gmock/gmock.h>

#include "tests/pipeline_fixture.hpp"
#include "tests/warc_sample.hpp"

namespace claimsift {
namespace {

using testing::HasSubstr;

const std::string kPage =
    "<title>Queue at the port</title><p>The harbour board said on Monday that 14 ships had waited for a "
    "berth for "
    "more than two days, the longest queue since the strike of 2011.</p>";

class ReadHtmlTest : public PipelineTest {
 protected:
  void SetUp() override { ::setenv("CLAIMSIFT_PLUGIN_PATH", EXAMPLE_PLUGINS, 1); }
  void TearDown() override { ::unsetenv("CLAIMSIFT_PLUGIN_PATH"); }
  TestRun read_all(const std::string& input) {
    return run("claimsift: 1\ninput: {" + input +
                   "}\nrun: {quarantine: \"@/failed.jsonl\"}\nstages:\n  sentences:\n  tokens:\n"
                   "  out: {use: write_annotations, path: \"@/out.jsonl\"}\n",
               {}, overwrite());
  }
};

TEST_F(ReadHtmlTest, ReadPicksPagesByTheirEnding) {
  write("a.html", kPage);
  write("b.htm.txt", "No page.");
  write("c.htm", kPage);
  const TestRun r = read_all("use: read, paths: [\"@\"]");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_EQ(count_of(read("out.jsonl"), "\"title\":\"Queue at the port\""), 2u);
  EXPECT_EQ(count_of(read("out.jsonl"), "\n"), 3u);
}

TEST_F(ReadHtmlTest, AFileOfAnyNameIsAPageToReadHtml) {
  write("page", kPage);
  EXPECT_EQ(read_all("use: read_html, paths: [\"@/page\"]").summary.progress.written, 1u);
}

TEST_F(ReadHtmlTest, APageWithoutMainTextIsSkippedWithTheReason) {
  write("a.html", "<form><input></form>");
  const TestRun r = read_all("use: read_html, paths: [\"@/a.html\"]");
  EXPECT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_EQ(r.summary.quarantined, 0u);
  EXPECT_EQ(r.summary.progress.written, 0u);
}

TEST_F(ReadHtmlTest, APageThatIsNestedTooDeepIsQuarantined) {
  std::string page;
  for (int i = 0; i < 1000; ++i) page += "<div>";
  write("a.html", page + kPage);
  write("b.html", kPage);
  const TestRun r = read_all("use: read, paths: [\"@\"]");
  EXPECT_EQ(r.summary.quarantined, 1u);
  EXPECT_THAT(read("failed.jsonl"), HasSubstr("nested deeper than 256 elements"));
}

TEST_F(ReadHtmlTest, WithoutThePluginTheCureIsNamed) {
  ::unsetenv("CLAIMSIFT_PLUGIN_PATH");
  companions_ = {{"html", "install what it needs"}};
  write("a.html", kPage);
  const TestRun r = read_all("use: read, paths: [\"@/a.html\"]");
  EXPECT_EQ(r.summary.end, RunEnd::nothing);
  EXPECT_THAT(r.report(), HasSubstr("pages in HTML cannot be read: the plugin `html` is not installed"));
  EXPECT_THAT(r.report(), HasSubstr("install what it needs"));
}

TEST_F(ReadHtmlTest, ArchivesHoldPagesPackedAsTheServerSentThem) {
  const std::string packed = gzip_of(kPage);
  write("a.warc.gz", gzip_of(warc_response("Content-Type: text/html", kPage)) +
                         gzip_of(warc_response(
                             "Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip", packed)) +
                         gzip_of(warc_response("Content-Type: text/html\r\nTransfer-Encoding: chunked",
                                               fmt::format("{:x}\r\n{}\r\n0\r\n\r\n", kPage.size(), kPage))) +
                         gzip_of(warc_response("Content-Type: image/png", "\x89PNG")) +
                         gzip_of(warc_response("Content-Type: text/html", "moved", 301)) +
                         gzip_of(warc_record("revisit", "application/http", "")) +
                         gzip_of(warc_record("resource", "text/html", kPage)));
  const TestRun r = read_all("use: read, paths: [\"@/a.warc.gz\"]");
  EXPECT_EQ(r.summary.quarantined, 0u) << r.report();
  EXPECT_EQ(count_of(read("out.jsonl"), "\"title\":\"Queue at the port\""), 4u);
}

TEST_F(ReadHtmlTest, HttpSaysHowAPageIsEncoded) {
  write("a.warc", warc_response("Content-Type: text/html; charset=windows-1251",
                                "<meta charset=koi8-r><title>\xD6\xE5\xED\xE0</title>" + kPage));
  read_all("use: read_warc, paths: [\"@/a.warc\"]");
  EXPECT_THAT(read("out.jsonl"), HasSubstr("\"title\":\"\xD0\xA6\xD0\xB5\xD0\xBD\xD0\xB0\""));
}

}  // namespace
}  // namespace claimsift
