// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/stages/quotations/quotations.hpp"

namespace claimsift {
namespace {

TEST(Speakers, FullestNameAndRole) {
  EXPECT_EQ(speakers_of("Mayor Ann Lee opened the bridge. Lee said it is safe."), Strings{"Ann Lee (Mayor)"});
  EXPECT_EQ(speakers_of("Ann Lee, the mayor of Springfield, said it is safe. Lee said it cost much."),
            (Strings{"Ann Lee (the mayor of Springfield)", "Ann Lee (the mayor of Springfield)"}));
}

TEST(Speakers, PronounsByGender) {
  EXPECT_EQ(
      speakers_of(
          "Mary Lee said it rained. Robert Hale said it snowed. She said it was cold. He said it was warm."),
      (Strings{"Mary Lee", "Robert Hale", "Mary Lee", "Robert Hale"}));
  EXPECT_EQ(speakers_of("Mr. Lee said it rained. He said it was cold."), (Strings{"Lee (Mr.)", "Lee (Mr.)"}));
}

TEST(Speakers, PronounsGoToTheSubjectBeforeThem) {
  EXPECT_EQ(speakers_of("Mary Lee opened the bridge. \"It is safe,\" she said."), Strings{"Mary Lee"});
}

TEST(Speakers, UnresolvedPronounsStayNull) {
  EXPECT_EQ(speakers_of("He said it rained."), Strings{"-"});
  EXPECT_EQ(speakers_of("They said it rained."), Strings{"-"});
  EXPECT_EQ(speakers_of("Mary Lee said it rained. She said it was cold.", {{"pronouns", "false"}}),
            (Strings{"Mary Lee", "-"}));
}

TEST(Speakers, SourcesWithoutANameStayAsTheyStand) {
  EXPECT_EQ(speakers_of("Two officials said it rained."), Strings{"Two officials"});
  EXPECT_EQ(speakers_of("Engineers working in Springfield said it rained."),
            Strings{"Engineers working in Springfield"});
}

TEST(Speakers, OfficesStandForTheirHolder) {
  EXPECT_EQ(speakers_of("Mayor Ann Lee opened the bridge. The mayor said it is safe."),
            Strings{"Ann Lee (Mayor)"});
}

TEST(Speakers, TheNameThatBeginsASource) {
  EXPECT_EQ(speakers_of("Mary Keller of the water board said it rained."), Strings{"Mary Keller"});
  EXPECT_EQ(speakers_of("Mary Keller's mother said it rained."), Strings{"Mary Keller's mother"});
}

TEST(Speakers, TheyIsTheOrganisationThatSpoke) {
  EXPECT_EQ(speakers_of("IBM said it rained. They said it was cold."), (Strings{"IBM", "IBM"}));
}

TEST(Speakers, InAnInterviewIIsWhoeverItIsWith) {
  EXPECT_EQ(
      speakers_of("An interview with Mary Keller.\n\nIs it cold? I think it is warm.\n\nWas it wet? I said "
                  "it was dry. I know that I like it."),
      (Strings{"Mary Keller", "Mary Keller", "Mary Keller"}));
}

TEST(Speakers, OneRowForEachAttribution) {
  EXPECT_EQ(speakers_of("It rained."), Strings{});
  EXPECT_EQ(speakers_of(""), Strings{});
}

TEST(Speakers, ALastNameThatIsAlsoAWord) {
  TestDocument doc("\"The dam holds,\" said Mayor Ada Low. \"It does not,\" said Jens Wendt. Low denied it.");
  read_quotes(doc);
  doc.add<layers::Attributions>({69, 82});
  doc.add<layers::AttributionSources>({69, 72}).set<"of">(0);
  const auto person = [&](cs_span span, std::string_view name, uint32_t row) {
    doc.add<layers::People>(span).set<"name">(name).set<"kind">(PersonKind::person);
    doc.add<layers::Mentions>(span).set<"of">(row).set<"kind">(MentionKind::name);
  };
  person({28, 35}, "Ada Low", 0);
  person({57, 67}, "Jens Wendt", 1);
  ASSERT_EQ(doc.text({69, 72}), "Low");
  ASSERT_EQ(run_stage<SpeakersStage>(doc).status, CS_OK);
  EXPECT_EQ(doc.layer<layers::Speakers>().get<"name">(0), "Ada Low") << "no mention stands there";
}

}  // namespace
}  // namespace claimsift
