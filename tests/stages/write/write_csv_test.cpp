// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "stages/write/csv_cells.hpp"
#include "tests/pipeline_fixture.hpp"

namespace claimsift {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string cell(std::string_view text, CsvFormat format = {}) {
  std::string out;
  { CsvCells(out, format).text(text); }
  return out;
}

TEST(CsvCells, QuoteWhatHasToBe) {
  EXPECT_EQ(cell("plain text; with 'marks'"), "plain text; with 'marks'\n");
  EXPECT_EQ(cell("a,b"), "\"a,b\"\n");
  EXPECT_EQ(cell("say \"hi\""), "\"say \"\"hi\"\"\"\n");
  EXPECT_EQ(cell("two\nlines"), "\"two\nlines\"\n");
  EXPECT_EQ(cell("a\tb"), "a\tb\n");
  EXPECT_EQ(cell("a\tb", {'\t', true}), "\"a\tb\"\n");
  EXPECT_EQ(cell("a,b", {'\t', true}), "a,b\n");
}

TEST(CsvCells, GuardTextsThatLookLikeFormulas) {
  for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    EXPECT_EQ(cell(text), "'" + std::string(text) + "\n");
  EXPECT_EQ(cell("\rx"), "\"'\rx\"\n");
  EXPECT_EQ(cell("=A1,\"B1\""), "\"'=A1,\"\"B1\"\"\"\n");
  EXPECT_EQ(cell("a=b"), "a=b\n");
  EXPECT_EQ(cell("=1+1", {',', false}), "=1+1\n");
}

TEST(CsvCells, LeaveNumbersAlone) {
  std::string out;
  {
    CsvCells cells(out, {});
    cells.integer(-5);
    cells.number(-2.5);
    cells.number(std::nan(""));
    cells.null();
    cells.flag(true);
  }
  EXPECT_EQ(out, "-5,-2.5,,,true\n");
}

class WriteCsvTest : public PipelineTest {
 protected:
  TestRun run_on(const std::string& text, const std::string& options) {
    write("in.txt", text);
    return run(
        "claimsift: 1\ninput: {use: read_text, paths: [\"@/in.txt\"]}\nstages:\n  sentences:\n  tokens:\n  "
        "quantities:\n"
        "  claims:\n  claim_relations:\n  out: {use: write_csv, path: \"@/out.csv\"" +
            options + "}\n",
        {}, overwrite());
  }
};

TEST_F(WriteCsvTest, WritesARowForEachClaimUnderAHeader) {
  const TestRun r = run_on("Exports fell by 5%. \"Steel\" rose, they say, by $3 million.", "");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  const std::string out = read("out.csv");
  EXPECT_THAT(
      out, StartsWith(
               "claim_id,doc_id,source,url,title,published,begin,end,text,sentence,context,standalone,types,"
               "speaker,speaker_role,cue,attribution_kind,negated,hedged,checkable,check_worthiness,"
               "quantities,kind,value,unit,times,cluster,match,match_score,match_verdict,match_url\nc"));
  EXPECT_THAT(out,
              HasSubstr("," + path("in.txt") +
                        ",,,,,0,18,Exports fell by 5%,Exports fell by 5%.,,Exports fell by 5%.,\"quantity,"));
  EXPECT_THAT(out, HasSubstr(",5%,percent,5,"));
}

TEST_F(WriteCsvTest, SaysWhatAClaimRepeatsAndWhetherItWasChecked) {
  write("known.csv",
        "id,text,verdict,url\nk1,Exports of the Norland mill fell by 5%,\"No, false\",https://x.example/1\n");
  write("in.txt",
        "Exports of the Norland mill fell by 5%.\n\nNobody knew why.\n\nExports of the Norland mill fell by 5 "
        "percent.");
  const TestRun r =
      run("claimsift: 1\ninput: {use: read_text, paths: [\"@/in.txt\"]}\nstages:\n  sentences:\n  tokens:\n  "
          "quantities:\n  claims:\n  claim_clusters:\n  known_claims: {lists: [\"@/known.csv\"]}\n"
          "  out: {use: write_csv, path: \"@/out.csv\"}\n",
          {}, overwrite());
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  const std::string out = read("out.csv");
  std::vector<std::string> lines;
  for (size_t from = 0, end; (end = out.find('\n', from)) != std::string::npos; from = end + 1)
    lines.push_back(out.substr(from, end - from));
  ASSERT_EQ(lines.size(), 4u) << out;
  const std::string first = lines[1].substr(0, lines[1].find(','));
  EXPECT_THAT(lines[1],
              testing::MatchesRegex(".*," + first + ",k1,[01][.0-9]*,\"No, false\",https://x.example/1"));
  EXPECT_THAT(lines[2], testing::EndsWith("," + lines[2].substr(0, lines[2].find(',')) + ",,,,"))
      << "nothing is known";
  EXPECT_THAT(lines[3], HasSubstr("," + first + ",k1,")) << "it repeats the first";
}

TEST_F(WriteCsvTest, WritesTheRowsOfALayerWithItsExtensions) {
  const TestRun r = run_on("Café sales rose 5%.", ", layer: quantities, format: tsv");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_THAT(read("out.csv"),
              StartsWith("doc_id\trow\tbegin\tend\ttext\tkind\tmodifier\tchange\tvalue\tlow\thigh\tunit\t"
                         "si_value\tsi_unit\tconcept\tconcept_begin\tconcept_end\t"));
  EXPECT_THAT(read("out.csv"), HasSubstr("\t0\t16\t18\t5%\tpercent\t"));
}

TEST_F(WriteCsvTest, TheHeaderStandsThereWithoutAnyRow) {
  run_on("", "");
  EXPECT_EQ(count_of(read("out.csv"), "\n"), 1u);
}

TEST_F(WriteCsvTest, ATableHasOneLayer) {
  const TestRun r = run_on("x", ", layer: [sentences, quantities]");
  EXPECT_EQ(r.summary.end, RunEnd::nothing);
  EXPECT_THAT(r.report(), HasSubstr("a table has the rows of one layer, not of 2"));
}

}  // namespace
}  // namespace claimsift
