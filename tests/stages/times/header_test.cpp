// SPDX-License-Identifier: Apache-2.0
// What articles say about themselves, and what only looks like it.
#include <gtest/gtest.h>

#include "tests/stages/times/reading.hpp"

namespace claimsift {
namespace {

/// `kind=value` of each row, divided by " | ", or "-".
std::string header_of(const std::string& text) {
  TestDocument doc(text);
  for (const TestResult& r :
       {run_stage<Sentences>(doc), run_stage<Tokens>(doc), run_stage<ArticleHeader>(doc)})
    if (r.status != CS_OK) throw std::runtime_error(r.message);
  const auto header = doc.layer<layers::Header>();
  std::string result;
  for (uint32_t i = 0; i < header.size(); ++i) {
    if (i > 0) result += " | ";
    result += std::string(choice_name(header.get<"kind">(i))) + "=" + std::string(header.get<"value">(i));
  }
  return result.empty() ? "-" : result;
}

const std::string kStory =
    "\n\nThe council voted on Monday to rebuild the harbour wall, which a storm had broken.\n";

TEST(Header, DatesOfPublicationAndUpdate) {
  EXPECT_EQ(header_of("date 2025-02-26 Updated February 26, 2025 at 16:54 PM ET" + kStory),
            "published=2025-02-26 | updated=2025-02-26T16:54");
  EXPECT_EQ(header_of("Published 3 March 2024" + kStory), "published=2024-03-03");
  EXPECT_EQ(header_of("Last updated on Monday, 4 March 2024 at 9:05 a.m." + kStory),
            "updated=2024-03-04T09:05");
  EXPECT_EQ(header_of("March 3, 2024" + kStory), "published=2024-03-03");
}

TEST(Header, InvalidDatesGiveNone) {
  EXPECT_EQ(header_of("Published February 30, 2024" + kStory), "-");
  EXPECT_EQ(header_of("Published 2024-02-30" + kStory), "-");
  EXPECT_EQ(header_of("Published March 3, 0000" + kStory), "-");
  EXPECT_EQ(header_of("Published March 3, 9999999" + kStory), "-");
}

TEST(Header, TitleAndByline) {
  EXPECT_EQ(header_of("Harbour wall to be rebuilt\nBy JANE MARLOW and TOM REED" + kStory),
            "title=Harbour wall to be rebuilt | byline=JANE MARLOW and TOM REED");
  EXPECT_EQ(header_of("Harbour wall to be rebuilt\n\nBy Jane Marlow" + kStory),
            "title=Harbour wall to be rebuilt | byline=Jane Marlow");
}

TEST(Header, Datelines) {
  EXPECT_EQ(header_of("PORTMERE, Sept. 4, 2024 (Wire) - The town voted on Monday to rebuild the wall."),
            "dateline=PORTMERE, Sept. 4, 2024 (Wire) | published=2024-09-04");
  EXPECT_EQ(header_of("LONDON (Wire) - Shares rose on Tuesday after a calm week."), "dateline=LONDON (Wire)");
  EXPECT_EQ(header_of("London (Wire) \xE2\x80\x94 Shares rose on Tuesday after a calm week."),
            "dateline=London (Wire)");
  EXPECT_EQ(header_of("NEW HALVEN--Shares rose on Tuesday after a calm week."), "dateline=NEW HALVEN");
  EXPECT_EQ(
      header_of("PORTMERE, Northland, and HALVEN, D.C. \xE2\x80\x94 The two towns will vote on Friday."),
      "dateline=PORTMERE, Northland, and HALVEN, D.C.");
}

TEST(Header, Credits) {
  EXPECT_EQ(header_of("The wall fell." + kStory +
                      "\nAnna Lind reported from Portmere. Bo Reyes contributed to this report."),
            "credit=Anna Lind reported from Portmere. | credit=Bo Reyes contributed to this report.");
}

TEST(Header, StoriesAreNone) {
  EXPECT_EQ(header_of("By Friday the town had run out of water, and nobody knew why."), "-");
  EXPECT_EQ(header_of("On March 3, 2024, the wall fell. It was rebuilt in May."), "-");
  EXPECT_EQ(header_of("Shares rose on Tuesday - after a calm week - by 3%."), "-");
  EXPECT_EQ(header_of("NATO is a well-known alliance - its members met on Monday."), "-");
  EXPECT_EQ(header_of(""), "-");
}

}  // namespace
}  // namespace claimsift
