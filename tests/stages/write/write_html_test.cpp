// SPDX-License-Identifier: Apache-2.0
// The report as a file; tests/browser looks at it in a browser.
#include <gmock/gmock.h>

#include "stages/write/report_file.hpp"
#include "stages/write/script_json.hpp"
#include "tests/pipeline_fixture.hpp"

namespace claimsift {
namespace {

using testing::HasSubstr;
using testing::Not;

class WriteHtmlTest : public PipelineTest {
 protected:
  std::string report(const std::string& text, const std::string& options = "") {
    write("a.txt", text);
    const TestRun r =
        run("claimsift: 1\ninput: {use: read, paths: [\"@/a.txt\"]}\nstages:\n  sentences:\n  tokens:\n  "
            "quantities:\n  times:\n"
            "  quotes:\n  attribution:\n  entities:\n  people:\n  speakers:\n  claims: "
            "{min_check_worthiness: 0}\n  claim_relations:\n"
            "  report: {use: write_html, path: \"@/report.html\"" +
                options + "}\n",
            {}, overwrite());
    EXPECT_EQ(r.summary.end, RunEnd::done) << r.report();
    return read("report.html");
  }
};

TEST_F(WriteHtmlTest, ReportIsOneFileThatFetchesNothing) {
  const std::string page = report("The port handled 2.5 million tonnes in 2023, Ada Sund said.");
  EXPECT_THAT(page, HasSubstr("default-src 'none'; script-src 'sha256-"));
  EXPECT_THAT(page, HasSubstr("\"text\":\"The port handled 2.5 million tonnes in 2023, Ada Sund said.\""));
  EXPECT_THAT(page, HasSubstr("{\"v\":2500000,"));
  for (const std::string fetched :
       {" src=", "@import", "url(", "fetch(", "XMLHttpRequest", "<link", "innerHTML", "eval("})
    EXPECT_THAT(page, Not(HasSubstr(fetched)));
}

TEST_F(WriteHtmlTest, ReportKnowsWhatWasCheckedBefore) {
  write("known.csv",
        "id,text,verdict,url\nk1,The port handled 2.5 million tonnes,False,https://x.example/1\n");
  const std::string page = report("The port handled 2.5 million tonnes.",
                                  "}\n  claim_clusters:\n  known_claims: {lists: [\"@/known.csv\"]");
  EXPECT_THAT(page,
              testing::ContainsRegex("\"matches\":\\[\\{\"id\":\"k1\",\"score\":[01][.0-9]*,\"verdict\":"
                                     "\"False\",\"url\":\"https://x.example/1\""));
  EXPECT_THAT(page, HasSubstr("\"checked before\""));
}

TEST_F(WriteHtmlTest, NothingInATextEndsItsScriptElement) {
  const std::string page =
      report("He said </script><script>alert(1)</script> <!-- cost 5 million euros in 2023.");
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page, HasSubstr("\\u003c/script>\\u003cscript>alert(1)"));
  EXPECT_EQ(count_of(page, "<script"), 4u);
}

TEST_F(WriteHtmlTest, TitleIsText) {
  EXPECT_THAT(report("One.", ", title: \"a <b>\""), HasSubstr("\"title\":\"a \\u003cb>\""));
}

TEST_F(WriteHtmlTest, ReportGoesBackToWhatWasSaved) {
  const std::string file = path("report.html.part");
  std::string state, expected;
  {
    ReportFile report(file, {}, 1);
    report.append("one");
    state = report.save();
    report.append("two");
  }
  {
    ReportFile report(file, state, 1);
    report.append("three");
    report.finish("t");
  }
  EXPECT_EQ(read("report.html.part").find(report_head() + "onethree<script"), 0u);
  EXPECT_THROW(ReportFile(file, "nonsense", 1), std::runtime_error);
  EXPECT_THROW(ReportFile(path("no/folder"), {}, 1), std::runtime_error);
}

TEST_F(WriteHtmlTest, DocumentsPastTheSizeAreLeftOutAndCounted) {
  ReportFile report(path("r"), {}, 1);
  report.append(std::string(900000, 'x'));
  report.append(std::string(100000, 'y'));
  report.append("small");
  report.finish("t");
  EXPECT_THAT(read("r"), HasSubstr("\"left_out\":1,\"max_megabytes\":1"));
  EXPECT_THAT(read("r"), HasSubstr("xsmall<script"));
}

TEST(ScriptJson, OnlyTheLessThanSignIsRewritten) {
  std::string out;
  append_script_json(out, "id=\"x\"", "{\"a\":\"<<b>&\"}");
  EXPECT_EQ(out, "<script type=\"application/json\" id=\"x\">{\"a\":\"\\u003c\\u003cb>&\"}</script>\n");
}

}  // namespace
}  // namespace claimsift
