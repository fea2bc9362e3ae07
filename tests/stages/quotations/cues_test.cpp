// SPDX-License-Identifier: Apache-2.0
#include "stages/quotations/cues.hpp"

#include <gtest/gtest.h>

namespace claimsift {
namespace {

TEST(Cues, FormsOfAVerb) {
  const Cues cues;
  for (const char* form : {"say", "says", "said", "saying", "Said", "admits", "admitted", "denies", "denied",
                           "denying", "arguing", "stressed"})
    EXPECT_NE(cues.find(form), nullptr) << form;
  EXPECT_EQ(cues.find("said")->form, CueForm::past);
  EXPECT_EQ(cues.find("arguing")->form, CueForm::participle);
  EXPECT_TRUE(cues.find("denied")->denies);
  EXPECT_EQ(cues.find("believes")->cue_class, CueClass::belief);
  EXPECT_EQ(cues.find("bridge"), nullptr);
  EXPECT_EQ(cues.find(""), nullptr);
}

TEST(Cues, TheUserAddsVerbs) {
  const Cues cues({"Opine", ""});
  EXPECT_NE(cues.find("opines"), nullptr);
  EXPECT_NE(cues.find("opining"), nullptr);
}

TEST(Cues, NounsAreNouns) {
  const Cues cues;
  EXPECT_EQ(cues.find("allegations")->complement, Complement::noun);
}

}  // namespace
}  // namespace claimsift
