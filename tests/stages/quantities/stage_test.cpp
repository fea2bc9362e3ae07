// SPDX-License-Identifier: Apache-2.0
// The stage as a whole: options, spans, canonical values, concepts, the layer `times`.
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>

#include "stages/times/article_header.hpp"
#include "tests/stages/quantities/reading.hpp"

namespace claimsift {
namespace {

struct Found {
  std::string text, unit, canonical_unit, concept_text;
  double value, canonical;
};
std::vector<Found> read(const std::string& text, const TestOptions& options = {}) {
  const auto doc = read_text(text, options);
  const auto q = doc->layer<layers::Quantities>();
  std::vector<Found> result;
  for (uint32_t i = 0; i < q.size(); ++i) {
    const cs_span about = q.get<"concept">(i);
    result.push_back({std::string(doc->text(q.span(i))), std::string(q.get<"unit">(i)),
                      std::string(q.get<"si_unit">(i)), is_null(about) ? "" : std::string(doc->text(about)),
                      q.get<"value">(i), q.get<"si_value">(i)});
  }
  return result;
}

TEST(QuantitiesStage, SpansTakeInUnitAndSignButNoModifier) {
  EXPECT_EQ(read("About $1.2bn was lost.")[0].text, "$1.2bn");
  EXPECT_EQ(read("It fell to -5 °C.")[0].text, "-5 °C");
  EXPECT_EQ(read("Between 5 and 7 miles remain.")[0].text, "5 and 7 miles");
  EXPECT_EQ(read("A 47-year-old man fell.")[0].text, "47-year-old");
  EXPECT_EQ(read("The blast killed 47 people.")[0].text, "47");
  EXPECT_EQ(read("It costs $5 a gallon.")[0].text, "$5 a gallon");
}

TEST(QuantitiesStage, CanonicalValuesAreInTheUnitOfTheDimension) {
  const auto check = [](const std::string& text, double value, const std::string& unit) {
    const auto q = read(text);
    ASSERT_EQ(q.size(), 1u) << text;
    EXPECT_NEAR(q[0].canonical, value, 1e-9 * std::abs(value)) << text;
    EXPECT_EQ(q[0].canonical_unit, unit) << text;
  };
  check("It is 35 miles long.", 56327.04, "metre");
  check("It weighs 12 pounds.", 5.44310844, "kilogram");
  check("It was 20 degrees Celsius.", 293.15, "kelvin");
  check("It was 212 degrees Fahrenheit.", 373.15, "kelvin");
  check("He drove at 90 km/h.", 25, "metre per second");
  check("It has 45 acres.", 182108.539008, "square metre");
  check("It makes 900 MW.", 9e8, "watt");
  check("The talks took three weeks.", 1814400, "second");
  check("The war took two years.", 24, "month");
  EXPECT_TRUE(std::isnan(read("He paid $5.")[0].canonical));
}

TEST(QuantitiesStage, ConceptsAreWhatIsMeasured) {
  EXPECT_EQ(read("It will boost the driving range by about 35 miles.")[0].concept_text, "driving range");
  EXPECT_EQ(read("The unemployment rate averaged 6 percent.")[0].concept_text, "unemployment rate");
  EXPECT_EQ(read("Spain gave 20 million euros in emergency aid.")[0].concept_text, "emergency aid");
  EXPECT_EQ(read("Past military aid totaling \"$350 billion\" is too much.")[0].concept_text,
            "Past military aid");
  EXPECT_EQ(read("The blast killed 47 people.")[0].concept_text, "people");
}

TEST(QuantitiesStage, OptionsChooseKinds) {
  EXPECT_EQ(read("5 people paid $5 and 5%.", {{"kinds", "[money]"}}).size(), 1u);
  EXPECT_EQ(read("The answer is 42.").size(), 1u);
  EXPECT_EQ(read("The answer is 42.", {{"drop_numbers", "true"}}).size(), 0u);
}

TEST(QuantitiesStage, ADollarIsWhatTheConfigSays) {
  EXPECT_EQ(read("It costs $5.")[0].unit, "USD");
  EXPECT_EQ(read("It costs $5.", {{"currency", "CAD"}})[0].unit, "CAD");
  EXPECT_EQ(read("It costs 5 dollars.", {{"currency", "AUD"}})[0].unit, "AUD");
  EXPECT_EQ(read("It costs US$5.", {{"currency", "CAD"}})[0].unit, "USD");
}

/// The units of the money in an article, with its dateline read.
std::string dollars_of(const std::string& text, const TestOptions& options = {}) {
  TestDocument doc(text);
  for (const TestResult& r : {run_stage<Sentences>(doc), run_stage<Tokens>(doc),
                              run_stage<ArticleHeader>(doc), run_stage<Quantities>(doc, options)})
    EXPECT_EQ(r.status, CS_OK) << r.message;
  const auto q = doc.layer<layers::Quantities>();
  std::string units;
  for (uint32_t i = 0; i < q.size(); ++i)
    if (q.get<"kind">(i) == QuantityKind::money) units += (i ? " " : "") + std::string(q.get<"unit">(i));
  return units;
}

TEST(QuantitiesStage, ADollarIsThatOfTheDateline) {
  EXPECT_EQ(dollars_of("TORONTO — The bridge cost $5 million."), "CAD");
  EXPECT_EQ(dollars_of("LONDON, Ont. — The bridge cost 5 dollars."), "CAD");
  EXPECT_EQ(dollars_of("AUCKLAND, New Zealand — Milk costs $3 a litre."), "NZD per litre");
  EXPECT_EQ(dollars_of("HONG KONG, March 5 — The tower cost between $5 and $6 billion."), "HKD");
  EXPECT_EQ(dollars_of("SINGAPORE — The ferry cost $5, or US$4."), "SGD USD");
}

TEST(QuantitiesStage, ADatelineInDoubtLeavesTheOption) {
  EXPECT_EQ(dollars_of("PARIS — The bridge cost $5 million."), "USD");
  EXPECT_EQ(dollars_of("VANCOUVER, Wash. — The bridge cost $5 million."), "USD");
  EXPECT_EQ(dollars_of("WASHINGTON and OTTAWA — The bridge cost $5 million."), "USD");
  EXPECT_EQ(dollars_of("SYDNEY (Reuters) — The bridge cost $5 million."), "USD");
  EXPECT_EQ(dollars_of("Toronto paid $5 million for the bridge."), "USD");
  EXPECT_EQ(dollars_of("TORONTO — It cost $5.", {{"dateline_currency", "false"}}), "USD");
  EXPECT_EQ(dollars_of("TORONTO — It cost $5.", {{"dateline_currency", "false"}, {"currency", "NZD"}}),
            "NZD");
}

TEST(QuantitiesStage, TheTextOverrulesTheDateline) {
  EXPECT_EQ(dollars_of("SYDNEY — The mine cost A$5 million. That is $3.3 million."), "AUD USD");
  EXPECT_EQ(dollars_of("TORONTO — The mine cost 5 million Canadian dollars ($3.6 million)."), "CAD USD");
  EXPECT_EQ(dollars_of("TORONTO — The mine cost $5 million.\n\nAll figures are in U.S. dollars."), "USD");
  EXPECT_EQ(dollars_of("TORONTO — The Canadian dollar fell. The mine cost $5 million."), "CAD");
}

TEST(QuantitiesStage, AMarkedDollarIsNotThePlainOne) {
  EXPECT_EQ(dollars_of("It cost US$5 million dollars.", {{"currency", "CAD"}}), "USD");
  EXPECT_EQ(dollars_of("It cost $5 million USD.", {{"currency", "CAD"}}), "USD");
}

TEST(QuantitiesStage, ALexiconFileAddsWords) {
  const std::string path = ::testing::TempDir() + "/more.lex";
  std::ofstream(path)
      << "unit smoot length 1.7018 : smoot+\ncurrency XGA : gala+\nbefore approximately : give me\n";
  const auto q = read("The bridge is 364 smoots long and cost 5 galas.", {{"lexicons", "[" + path + "]"}});
  ASSERT_EQ(q.size(), 2u);
  EXPECT_EQ(q[0].unit, "smoot");
  EXPECT_NEAR(q[0].canonical, 619.4552, 1e-9);
  EXPECT_EQ(q[1].unit, "XGA");
  std::remove(path.c_str());
}

TEST(QuantitiesStage, AFaultyLexiconIsRefusedWithItsLine) {
  const std::string path = ::testing::TempDir() + "/bad.lex";
  std::ofstream(path) << "unit smoot length\n";
  TestDocument doc("5 smoots");
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  const TestResult r = run_stage<Quantities>(doc, {{"lexicons", "[" + path + "]"}});
  EXPECT_NE(r.status, CS_OK);
  EXPECT_NE(r.message.find("bad.lex:1"), std::string::npos) << r.message;
  std::remove(path.c_str());
}

TEST(QuantitiesStage, DatesOfTheLayerTimesAreNone) {
  TestDocument doc("In the autumn 12 term they met for 3 days.");
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  doc.add<layers::Times>({7, 16}).set<"type">(TimeType::date);
  doc.add<layers::Times>({35, 41}).set<"type">(TimeType::duration);
  const TestResult r = run_stage<Quantities>(doc);
  ASSERT_EQ(r.status, CS_OK) << r.message;
  const auto q = doc.layer<layers::Quantities>();
  ASSERT_EQ(q.size(), 1u);
  EXPECT_EQ(doc.text(q.span(0)), "3 days");
}

TEST(QuantitiesStage, ALengthOfTimeStaysOneInsideADate) {
  TestDocument doc("It closed two weeks ago.");
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  doc.add<layers::Times>({10, 23}).set<"type">(TimeType::date);
  ASSERT_EQ(run_stage<Quantities>(doc).status, CS_OK);
  EXPECT_EQ(doc.layer<layers::Quantities>().size(), 1u);
}

TEST(QuantitiesStage, AHugeNumberKeepsItsTextAndHasNoValue) {
  const std::string digits(10000, '7');
  const auto q = read("The key is " + digits + " long.");
  ASSERT_EQ(q.size(), 1u);
  EXPECT_EQ(q[0].text, digits);
  EXPECT_TRUE(std::isnan(q[0].value));
}

TEST(QuantitiesStage, AnEmptyTextHasNone) { EXPECT_TRUE(read("").empty()); }

}  // namespace
}  // namespace claimsift
