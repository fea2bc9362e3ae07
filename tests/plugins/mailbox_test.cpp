// SPDX-License-Identifier: Apache-2.0
// The example reader: mail in all its shapes, and mailboxes through real runs.
#include <gmock/gmock.h>

#include "plugins/mailbox/mime.hpp"
#include "tests/pipeline_fixture.hpp"

namespace claimsift {
namespace {

using testing::HasSubstr;

const std::string kPlain =
    "From ada@paper.example Mon Mar  4 09:00:00 2024\nFrom: Ada Sund <ada@paper.example>\nSubject: "
    "=?utf-8?B?QsO8cm8=?= opens\n"
    "Date: Mon, 4 Mar 2024 09:00:00 +0100\nMessage-ID: <1@paper.example>\nContent-Type: text/plain; "
    "charset=iso-8859-1\n"
    "Content-Transfer-Encoding: quoted-printable\n\nThe caf=E9 spent 5 million euros, it =\nsaid.\n>From "
    "here it grows.\n\n";
const std::string kParts =
    "From bo@paper.example Tue Mar  5 09:00:00 2024\nSubject: Two\n shapes\nMIME-Version: 1.0\n"
    "Content-Type: multipart/alternative; boundary=\"x y\"\n\npreamble\n--x y\nContent-Type: "
    "text/html\n\n<p>HTML\n--x y\n"
    "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: "
    "base64\n\nUGxhaW4gdGV4dCB3aW5zLg==\n--x y--\n\n";

class Mailbox : public PipelineTest {
 protected:
  void SetUp() override { ::setenv("CLAIMSIFT_PLUGIN_PATH", EXAMPLE_PLUGINS, 1); }
  void TearDown() override { ::unsetenv("CLAIMSIFT_PLUGIN_PATH"); }
  TestRun read_boxes(const std::string& paths, RunOptions options = overwrite()) {
    return run(
        "claimsift: 1\ninput: {use: read_mailbox, paths: [" + paths +
            "]}\nrun: {quarantine: \"@/failed.jsonl\"}\nstages:\n"
            "  sentences:\n  tokens:\n  out: {use: write_annotations, path: \"@/out.jsonl\", text: true}\n",
        {}, options);
  }
};

TEST_F(Mailbox, EachMessageIsADocument) {
  write("a.mbox", kPlain + kParts + kPlain);
  const TestRun r = read_boxes("\"@/a.mbox\"");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_EQ(r.summary.progress.written, 3u);
  const std::string out = read("out.jsonl");
  EXPECT_THAT(out, HasSubstr("{\"doc_id\":\"<1@paper.example>\""));
  EXPECT_THAT(out, HasSubstr("The café spent 5 million euros, it said.\\nFrom here it grows."));
  EXPECT_THAT(out, HasSubstr("\"title\":\"Büro opens\",\"published\":\"2024-03-04T09:00:00+01:00\""));
  EXPECT_THAT(out, HasSubstr("\"title\":\"Two shapes\""));
  EXPECT_THAT(out, HasSubstr("\"text\":\"Plain text wins.\""));
}

TEST_F(Mailbox, EmptyAndMissingBoxesCostNothingElse) {
  write("a.mbox", "");
  write("b.mbox", kPlain);
  const TestRun r = read_boxes("\"@/a.mbox\", \"@/none.mbox\", \"@/b.mbox\"");
  EXPECT_EQ(r.summary.progress.written, 1u) << r.report();
  EXPECT_EQ(r.summary.quarantined, 1u);
  EXPECT_THAT(read("failed.jsonl"), HasSubstr("the mailbox cannot be opened"));
}

TEST(Mime, WordsOfHeadersAreDecoded) {
  EXPECT_EQ(mailbox::decoded_words("=?utf-8?q?caf=C3=A9_noir?= =?iso-8859-1?Q?=E9?= end"), "café noiré end");
  EXPECT_EQ(mailbox::decoded_words("plain =?broken"), "plain =?broken");
  EXPECT_EQ(mailbox::decoded_words("=?a?b?"), "=?a?b?");
}

TEST(Mime, Dates) {
  EXPECT_EQ(mailbox::iso_date("Tue, 5 Mar 2024 10:30:00 -0430"), "2024-03-05T10:30:00-04:30");
  EXPECT_EQ(mailbox::iso_date("5 Mar 2024"), "2024-03-05");
  EXPECT_EQ(mailbox::iso_date("5 Foo 2024"), "");
  EXPECT_EQ(mailbox::iso_date("99 Mar 2024"), "");
}

TEST(Mime, PartsWithinPartsEnd) {
  std::string bomb;
  for (int i = 0; i < 100; ++i) bomb += "Content-Type: multipart/mixed; boundary=a\n\n--a\n";
  EXPECT_EQ(mailbox::parse_message(bomb).text, "");
  EXPECT_EQ(mailbox::parse_message("").text, "");
  EXPECT_EQ(mailbox::parse_message("Content-Type: multipart/mixed\n\n--\n--\n").text, "");
}

}  // namespace
}  // namespace claimsift
