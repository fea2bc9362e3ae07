// SPDX-License-Identifier: Apache-2.0
// Writers through real runs. What the records hold is also checked against their schemas in tests/configs.
#include <gmock/gmock.h>

#include "stages/write/schemas.hpp"
#include "tests/pipeline_fixture.hpp"

namespace claimsift {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class WriteTest : public PipelineTest {
 protected:
  TestRun run_on(const std::string& text, const std::string& writers,
                 const std::vector<std::string>& sets = {}) {
    write("in.txt", text);
    return run(
        "claimsift: 1\ninput: {use: read_text, paths: [\"@/in.txt\"]}\nstages:\n  sentences:\n  tokens:\n  "
        "quantities:\n"
        "  claims:\n  claim_relations:\n" +
            writers,
        sets, overwrite());
  }
};

TEST_F(WriteTest, JsonlWritesTheRowsOfALayer) {
  const TestRun r =
      run_on("Café sales rose 5%.", "  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: quantities}\n");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_THAT(read("out.jsonl"), HasSubstr("\"begin\":16,\"end\":18,\"text\":\"5%\",\"kind\":\"percent\""));
  EXPECT_THAT(read("out.jsonl"), HasSubstr("\"value\":5,\"low\":null"));
}

TEST_F(WriteTest, OffsetsCountWhatTheRunSays) {
  const std::string writer = "  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: quantities}\n";
  run_on("Café 😀 sales rose 5%.", writer, {"run.offsets=byte"});
  EXPECT_THAT(read("out.jsonl"), HasSubstr("\"begin\":22,"));
  run_on("Café 😀 sales rose 5%.", writer, {"run.offsets=utf16"});
  EXPECT_THAT(read("out.jsonl"), HasSubstr("\"begin\":19,"));
  run_on("Café 😀 sales rose 5%.", writer, {"run.offsets=codepoint"});
  EXPECT_THAT(read("out.jsonl"), HasSubstr("\"begin\":18,"));
}

TEST_F(WriteTest, JsonlPrintsChildrenAsLists) {
  const TestRun r = run_on("The mill made $5 million in 3 years.",
                           "  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: claims}\n");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  EXPECT_THAT(read("out.jsonl"), HasSubstr("\"claim_facts\":[{\"begin\":14,\"end\":24,\"text\":\"$5 "
                                           "million\",\"quantity\":0,\"time\":null},"));
  EXPECT_THAT(read("out.jsonl"), HasSubstr("\"claim_relations\":[]"));
}

TEST_F(WriteTest, JsonlOfSeveralLayersSaysWhich) {
  run_on("It made $5.", "  out: {use: write_jsonl, path: \"@/out.jsonl\", layer: [sentences, quantities]}\n");
  EXPECT_THAT(read("out.jsonl"), HasSubstr("\"layer\":\"sentences\""));
  EXPECT_THAT(read("out.jsonl"), HasSubstr("\"layer\":\"quantities\""));
}

TEST_F(WriteTest, ClaimsAreFlatRecords) {
  const TestRun r = run_on("Exports fell by 5%.", "  out: {use: write_claims, path: \"@/out.jsonl\"}\n");
  ASSERT_EQ(r.summary.end, RunEnd::done) << r.report();
  const std::string line = read("out.jsonl");
  EXPECT_THAT(line, StartsWith("{\"claim_id\":\"c"));
  EXPECT_THAT(line, HasSubstr("\"text\":\"Exports fell by 5%\",\"sentence\":\"Exports fell by "
                              "5%.\",\"context\":null,\"standalone\":\"Exports fell by 5%.\""));
  EXPECT_THAT(line,
              HasSubstr("\"speaker\":null,\"speaker_role\":null,\"cue\":null,\"attribution_kind\":null"));
  EXPECT_THAT(line, HasSubstr("\"quantities\":[{\"id\":\"q0\",\"begin\":16,\"end\":18,\"text\":\"5%\","
                              "\"kind\":\"percent\",\"value\":5,"));
}

TEST_F(WriteTest, AnImpliedValueIsAFurtherQuantity) {
  run_on("He said the aid was $48 million, but that is three times the actual amount.",
         "  out: {use: write_claims, path: \"@/out.jsonl\"}\n");
  EXPECT_THAT(read("out.jsonl"), HasSubstr("\"kind\":\"money\",\"value\":16000000,\"low\":null,\"high\":null,"
                                           "\"unit\":\"USD\",\"modifier\":\"implied\""));
}

TEST_F(WriteTest, AnnotationsHoldTheLayersOfThePipelineAlone) {
  run_on("Exports fell by 5%.", "  out: {use: write_annotations, path: \"@/out.jsonl\"}\n");
  const std::string line = read("out.jsonl");
  EXPECT_THAT(line, HasSubstr("\"quantities\":[{\"id\":\"q0\""));
  EXPECT_THAT(line, HasSubstr("\"claims\":[{\"claim_id\""));
  EXPECT_THAT(line, Not(HasSubstr("\"quotes\"")));
  EXPECT_THAT(line, Not(HasSubstr("\"text\":\"Exports fell by 5%.\",\"meta\"")))
      << "the text is not repeated";
}

TEST_F(WriteTest, AnnotationsOfAnEmptyDocumentAreEmptyLists) {
  run_on("", "  out: {use: write_annotations, path: \"@/out.jsonl\"}\n");
  EXPECT_THAT(read("out.jsonl"),
              HasSubstr("\"sentences\":[],\"tokens\":[],\"quantities\":[],\"claims\":[]}"));
}

TEST_F(WriteTest, TheTableKeepsItsWidthAndHidesControls) {
  run_on(
      "Exports of the mill fell by 5% \x1b[31m because the river was too low for any ship to reach the "
      "harbour in time. ",
      "  out: {use: write_table, path: \"@/out.txt\", width: 80}\n");
  const std::string table = read("out.txt");
  EXPECT_THAT(table, StartsWith("score  speaker"));
  EXPECT_THAT(table, Not(HasSubstr("\x1b")));
  EXPECT_THAT(table, HasSubstr("…\n"));
}

TEST_F(WriteTest, TheTableSaysWhatIsRepeatedAndWhatWasChecked) {
  write("known.csv",
        "id,text,verdict,url\nk1,Exports of the mill fell by 5%,False,https://x.example/1\nk2,The mayor sold "
        "40 ships,,\n");
  run_on("Exports of the mill fell by 5%. The mayor sold 40 ships. Exports of the mill fell by 5 percent.",
         "  claim_clusters:\n  known_claims: {lists: [\"@/known.csv\"]}\n"
         "  out: {use: write_table, path: \"@/out.txt\"}\n");
  const std::string table = read("out.txt");
  EXPECT_THAT(table,
              testing::ContainsRegex(
                  "fell by 5%\\.\n *checked before: False \\([01]\\.[0-9]+\\), https://x.example/1\n"));
  EXPECT_THAT(table, testing::ContainsRegex("40 ships\\.\n *checked before: k2 \\([01]\\.[0-9]+\\)\n"))
      << "without a verdict, the id";
  EXPECT_THAT(
      table, testing::ContainsRegex("fell by 5 percent\\.\n *= repeats c[0-9a-f]+\n *checked before: False"));
}

TEST(Schemas, AreThereForEveryRecord) {
  std::vector<std::string_view> names;
  for (const RecordSchema& schema : record_schemas()) names.push_back(schema.record);
  EXPECT_THAT(names, testing::ElementsAre("annotations", "claim", "document", "quarantine"));
}

}  // namespace
}  // namespace claimsift
