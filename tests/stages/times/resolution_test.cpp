// SPDX-License-Identifier: Apache-2.0
// What times are counted from: the document's date, the text's own dates, the tense of the clause.
#include <gtest/gtest.h>

#include "stages/language/tags.hpp"
#include "tests/stages/times/reading.hpp"

namespace claimsift {
namespace {

TEST(Reference, MetadataWinsOverTheHeader) {
  const std::string text = "Published March 3, 2024\n\nThe mayor resigned yesterday.";
  EXPECT_EQ(times_of(text), "March 3, 2024=DATE:2024-03-03; yesterday=DATE:2024-03-02");
  EXPECT_EQ(times_of(text, "2023-12-24"), "March 3, 2024=DATE:2024-03-03; yesterday=DATE:2023-12-23");
}

TEST(Reference, ABrokenDateIsNone) {
  for (const char* wrong : {"", "soon", "2024-02-30", "2024-13-01", "0000-01-01", "99999-01-01", "2024"})
    EXPECT_EQ(times_of("The mayor resigned yesterday.", wrong), "yesterday=DATE:XXXX-XX-XX") << wrong;
}

TEST(Reference, ADateWithAClockResolvesHours) {
  EXPECT_EQ(times_of("It fell two hours ago.", "2024-05-15T01:30"), "two hours ago=TIME:2024-05-14T23:30");
}

TEST(Tense, DecidesBareWeekdays) {
  EXPECT_EQ(times_of("The council met on Monday and will meet again on Friday.", "2024-05-15"),
            "Monday=DATE:2024-05-13; Friday=DATE:2024-05-17");
}

TEST(Tense, UntilWithAPastVerbIsOver) {
  EXPECT_EQ(times_of("Until Monday, they had not met the mayor.", "2024-05-15"), "Monday=DATE:2024-05-13");
  EXPECT_EQ(times_of("The road stays closed until Monday.", "2024-05-15"), "Monday=DATE:2024-05-20");
}

/// The times of a text that is tagged as well.
std::string tagged_times_of(const std::string& text, const std::string& published) {
  TestDocument doc(text);
  doc.set_metadata("published", published);
  for (const TestResult& r :
       {run_stage<Sentences>(doc), run_stage<Tokens>(doc), run_stage<TagsStage>(doc), run_stage<Times>(doc)})
    if (r.status != CS_OK) throw std::runtime_error(r.message);
  return written(doc);
}

TEST(Tense, TagsTellThePastFromAPlan) {
  const char* date = "2024-05-15";
  EXPECT_EQ(tagged_times_of("On Friday, the council planned to pay the first claims.", date),
            "Friday=DATE:2024-05-10");
  EXPECT_EQ(tagged_times_of("The council planned to pay the first claims on Friday.", date),
            "Friday=DATE:2024-05-17");
  EXPECT_EQ(tagged_times_of("The crew clung to the wreck on Friday.", date), "Friday=DATE:2024-05-10");
  EXPECT_EQ(tagged_times_of("The council will vote on Friday.", date), "Friday=DATE:2024-05-17");
}

TEST(Reference, YearEndsKeepTheirWeeks) {
  EXPECT_EQ(times_of("It fell this week.", "2021-01-02"), "this week=DATE:2020-W53");
  EXPECT_EQ(times_of("It fell last week.", "2019-01-01"), "last week=DATE:2018-W52");
  EXPECT_EQ(times_of("It fell last month.", "2024-01-31"), "last month=DATE:2023-12");
}

TEST(Anchors, PointAtTheDateThatATimeWasCountedFrom) {
  const auto doc = read_times("The dam broke on May 3, 1911. Two days later the town was dry.", "2024-05-15");
  const auto times = doc->layer<layers::Times>();
  ASSERT_EQ(times.size(), 2u);
  EXPECT_EQ(times.get<"value">(1), "1911-05-05");
  EXPECT_EQ(times.get<"anchor">(1), 0u);
  EXPECT_TRUE(is_null(times.get<"anchor">(0)));
}

TEST(Histories, DatesAreCountedFromTheTextsOwn) {
  const std::string text =
      "The league was founded on March 4, 1871. In June it raised an army. By 1872 the army had ten thousand "
      "men. "
      "On February 9, 1873, the fort fell. The garrison surrendered on February 12. A truce was signed in "
      "May 1874. "
      "It held until August. In 1875 the war went on, and by the end of the year the north was lost. "
      "On April 2, 1876, the capital fell. The king fled the next day. Peace was made in 1877.";
  const std::string got = times_of(text, "2009-12-19");
  for (const char* part : {"June=DATE:1871-06", "February 12=DATE:1873-02-12", "August=DATE:1874-08",
                           "the end of the year=DATE:1875:END", "the next day=DATE:1876-04-03"})
    EXPECT_NE(got.find(part), std::string::npos) << part << " in " << got;
}

TEST(Sets, CarryTheirQuantifier) {
  const auto doc = read_times("The board meets every Monday and each month.", "2024-05-15");
  const auto times = doc->layer<layers::Times>();
  ASSERT_EQ(times.size(), 2u);
  EXPECT_EQ(times.get<"quant">(0), "EVERY");
  EXPECT_EQ(times.get<"quant">(1), "EACH");
}

}  // namespace
}  // namespace claimsift
