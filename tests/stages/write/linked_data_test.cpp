// SPDX-License-Identifier: Apache-2.0
// Claims as linked data: schema.org Claim and W3C Web Annotations.
#include <gmock/gmock.h>
#include <simdjson.h>

#include "tests/pipeline_fixture.hpp"

namespace claimsift {
namespace {

using testing::HasSubstr;
using testing::Not;

class LinkedDataTest : public PipelineTest {
 protected:
  std::vector<std::string> lines(const std::string& writer, const std::string& record) {
    write("in.jsonl", record);
    const TestRun r =
        run("claimsift: 1\ninput: {use: read, paths: [\"@/in.jsonl\"]}\nstages:\n  sentences:\n  tokens:\n  "
            "entities:\n"
            "  quantities:\n  times:\n  quotes:\n  attribution:\n  people:\n  speakers:\n  claims: "
            "{min_check_worthiness: 0}\n"
            "  claim_relations:\n  out: {path: \"@/out\", " +
                writer + "}\n",
            {}, overwrite());
    EXPECT_EQ(r.summary.end, RunEnd::done) << r.report();
    std::vector<std::string> all;
    std::istringstream stream(read("out"));
    for (std::string line; std::getline(stream, line);) {
      simdjson::dom::parser parser;
      EXPECT_EQ(parser.parse(line).error(), simdjson::SUCCESS) << line;
      all.push_back(line);
    }
    return all;
  }
};

const std::string kRecord =
    R"({"id":"a/b c","url":"https://paper.example/1","title":"Port grows","published":"2024-05-01","source":"The Paper",)"
    R"("text":"Café owners rejoice. “The port handled $2.5 million of coffee in 2023,” said mayor Ada Sund."})";

TEST_F(LinkedDataTest, ClaimsSayWhoAndWhereAndNeverARating) {
  const auto all = lines("use: write_jsonld", kRecord);
  ASSERT_FALSE(all.empty());
  const std::string& claim = all.back();
  EXPECT_THAT(claim,
              HasSubstr(R"({"@context":"https://schema.org","@type":"Claim","@id":"urn:claimsift:claim:)"));
  EXPECT_THAT(claim, HasSubstr(R"("name":"Ada Sund","jobTitle":"mayor")"));
  EXPECT_THAT(
      claim,
      HasSubstr(
          R"("appearance":{"@type":"Article","@id":"https://paper.example/1","url":"https://paper.example/1",)"
          R"("headline":"Port grows","datePublished":"2024-05-01","publisher":{"@type":"Organization","name":"The Paper"}})"));
  EXPECT_THAT(
      claim,
      HasSubstr(R"({"@type":"MonetaryAmount","name":"$2.5 million","value":2500000,"currency":"USD"})"));
  EXPECT_THAT(claim, HasSubstr(R"("temporal":["2023"])"));
  for (const std::string& line : all) {
    EXPECT_THAT(line, Not(HasSubstr("Rating")));
    EXPECT_THAT(line, Not(HasSubstr("Review")));
  }
}

TEST_F(LinkedDataTest, OnlyWebAddressesAreLinks) {
  for (const std::string url : {"javascript:alert(1)", "", "data:text/html,x"}) {
    std::string record = kRecord;
    record.replace(record.find("https://paper.example/1"), 23, url);
    const auto all = lines("use: write_jsonld", record);
    ASSERT_FALSE(all.empty());
    EXPECT_THAT(all.back(), HasSubstr("\"@id\":\"urn:claimsift:document:a%2Fb%20c\""));
    EXPECT_THAT(all.back(), Not(HasSubstr("\"url\"")));
  }
}

TEST_F(LinkedDataTest, AnnotationsFindTheirPlaceByCodePointsAndByQuotation) {
  const auto all = lines("use: write_web_annotation", kRecord);
  ASSERT_FALSE(all.empty());
  const std::string& note = all.back();
  EXPECT_THAT(note,
              HasSubstr(R"({"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:claimsift:claim:)"));
  EXPECT_THAT(
      note,
      HasSubstr(
          R"("type":"Annotation","motivation":"identifying","body":[{"type":"TextualBody","purpose":"tagging","format":"text/plain","value":"claims"},)"));
  EXPECT_THAT(
      note,
      HasSubstr(
          R"("target":{"source":"https://paper.example/1","selector":[{"type":"TextPositionSelector","start":22,)"));
  EXPECT_THAT(
      note,
      HasSubstr(R"({"type":"TextQuoteSelector","exact":"The port handled $2.5 million of coffee in 2023)"));
  EXPECT_THAT(note, HasSubstr(R"("prefix":"Café owners rejoice. “")"));
}

TEST_F(LinkedDataTest, AnyLayerCanBeAnnotated) {
  const auto all = lines("use: write_web_annotation, layers: [quantities, times]", kRecord);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_THAT(all[0], HasSubstr(R"("id":"urn:claimsift:quantities:a%2Fb%20c:0")"));
  EXPECT_THAT(all[0], HasSubstr(R"("exact":"$2.5 million")"));
  EXPECT_THAT(all[1], HasSubstr(R"("exact":"2023")"));
}

}  // namespace
}  // namespace claimsift
