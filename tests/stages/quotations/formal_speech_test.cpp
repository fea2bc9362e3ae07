// SPDX-License-Identifier: Apache-2.0
// What the layout shows is found beside the rules and beside the model alike.
#include "stages/quotations/formal_speech.hpp"

#include <gmock/gmock.h>

#include "tests/stages/quotations/quotations.hpp"

namespace claimsift {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;

class FormalSpeechBy : public testing::TestWithParam<const char*> {
 protected:
  Strings found(const std::string& text) const { return attributions_of(text, {{"tagger", GetParam()}}); }
};

TEST_P(FormalSpeechBy, LabelsOfATranscript) {
  EXPECT_THAT(
      found("WENDT: Who checked the dam?\n\nSEN. ADA LOW: The engineers did. Twice.\n\nWENDT: Thank you."),
      IsSupersetOf({"WENDT | : | Who checked the dam?", "SEN. ADA LOW | : | The engineers did. Twice.",
                    "WENDT | : | Thank you."}));
}

TEST_P(FormalSpeechBy, LabelsBehindAnOpeningMark) {
  EXPECT_THAT(
      found(
          "The station aired a part of it.\n\n\"WENDT: Who checked the dam?\n\n\"LOW: The engineers did.\""),
      IsSupersetOf({"WENDT | : | Who checked the dam?", "LOW | : | The engineers did."}));
}

TEST_P(FormalSpeechBy, NewsroomsHaveLabelsOfTheirOwn) {
  EXPECT_THAT(found("UPDATE: The dam holds.\n\nRELATED: Our dams are old."),
              Not(Contains(HasSubstr("UPDATE |"))));
}

TEST_P(FormalSpeechBy, NamesBehindADash) {
  EXPECT_THAT(
      found("\"The dam will hold for a century.\" \u2015 Ada Low\n\"It leaks like a sieve, and they know.\" "
            "\u2014 Jens Wendt, Sandvik\n\n\"I sold my house.\"\n- Mia Orr"),
      IsSupersetOf({"Ada Low | \u2015 | \"The dam will hold for a century.\"",
                    "Jens Wendt | \u2014 | \"It leaks like a sieve, and they know.\"",
                    "Mia Orr | - | \"I sold my house.\""}));
}

TEST_P(FormalSpeechBy, ADashIsNotAlwaysFollowedByAName) {
  EXPECT_THAT(found("They called it \"the dam of dams\" \u2014 Sandvik was proud of it."),
              Not(Contains(HasSubstr("| \u2014 |"))));
  EXPECT_THAT(found("It was \"a very old dam indeed\" \u2014 and it leaked."),
              Not(Contains(HasSubstr("| \u2014 |"))));
}

TEST_P(FormalSpeechBy, AQuotationInAParagraphOfItsOwn) {
  EXPECT_THAT(
      found("The governor said:\n\n\"The dam is sound. Nobody has to leave.\"\n\nIt broke on Monday."),
      Contains("The governor | said | \"The dam is sound. Nobody has to leave.\""));
}

TEST_P(FormalSpeechBy, EachWordIsSaidOnce) {
  const Strings all = found("Low said:\n\n\"LOW: The dam is sound.\n\n\"WENDT: Is it?\" \u2014 Ada Low");
  EXPECT_EQ(std::count_if(all.begin(), all.end(),
                          [](const std::string& a) { return a.find("sound") != std::string::npos; }),
            1);
}

INSTANTIATE_TEST_SUITE_P(Taggers, FormalSpeechBy, testing::Values("rules", "model"),
                         [](const auto& tagger) { return std::string(tagger.param); });

}  // namespace
}  // namespace claimsift
