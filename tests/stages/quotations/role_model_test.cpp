// SPDX-License-Identifier: Apache-2.0
#include "stages/quotations/role_model.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <memory>

#include "stages/quotations/pair_model.hpp"
#include "tests/stages/quotations/quotations.hpp"

namespace claimsift {
namespace {

std::string temporary(const char* name) { return testing::TempDir() + name; }

TEST(RoleModel, LabelsAndTagsAreOneToOne) {
  for (uint32_t label = 0; label < kRoleLabels; ++label) EXPECT_EQ(label_of_tag(tag_of_label(label)), label);
  EXPECT_TRUE(may_follow(2, 1));
  EXPECT_TRUE(may_follow(2, 2));
  EXPECT_FALSE(may_follow(2, 0));
  EXPECT_FALSE(may_follow(2, 3));
  EXPECT_TRUE(may_follow(3, 0));
}

TEST(RoleModel, ViterbiNeverGoesOnWithWhatDidNotBegin) {
  std::vector<uint8_t> labels;
  const TokenRange range{0, 50};
  viterbi<int32_t>(
      range,
      [](uint32_t token, LabelScores<int32_t>& scores) {
        for (uint32_t l = 0; l < RoleWeights::kColumns; ++l)
          scores[l] = static_cast<int32_t>((token * 7 + l * 13) % 11);
      },
      [](uint32_t, uint32_t) { return 0; }, labels);
  ASSERT_EQ(labels.size(), 50u);
  EXPECT_TRUE(may_follow(labels[0], 0));
  for (size_t i = 1; i < labels.size(); ++i) EXPECT_TRUE(may_follow(labels[i], labels[i - 1])) << i;
}

TEST(RoleModel, AMissingFileIsAnErrorOnlyWhereItWasAskedFor) {
  const Strings found = attributions_of("Lee said it rained.", {{"model", "/nowhere/no.model"}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(found[0].find("failed"), std::string::npos);
  EXPECT_NE(found[0].find("no.model"), std::string::npos);
}

TEST(RoleModel, AFileOfAWrongSizeIsRefused) {
  const std::string path = temporary("short.model");
  const std::byte bytes[8] = {};
  ModelFile::save(path, RoleWeights::kKind, RoleWeights::kVersion, bytes);
  const Strings found = attributions_of("Lee said it rained.", {{"model", path}});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(found[0].find("size"), std::string::npos);
  std::remove(path.c_str());
}

TEST(RoleModel, WithoutWeightsFindsNothing) {
  const std::string path = temporary("zero.model");
  const auto weights = std::make_unique<AttributionWeights>();
  ModelFile::save(path, RoleWeights::kKind, RoleWeights::kVersion,
                  {reinterpret_cast<const std::byte*>(weights.get()), sizeof(AttributionWeights)});
  EXPECT_EQ(attributions_of("Lee said it rained.", {{"model", path}}), Strings{});
  std::remove(path.c_str());
}

TEST(RoleModel, FindsWhoSaidWhat) {
  EXPECT_EQ(attributions_of("The mayor said on Monday that the bridge would reopen.", {}),
            (Strings{"The mayor | said | that the bridge would reopen"}));
  EXPECT_EQ(attributions_of("\"We lost the game,\" Coach Ann Lee said.", {}),
            (Strings{"Coach Ann Lee | said | \"We lost the game,\""}));
}

TEST(RoleModel, WithoutTagsAndSyntaxTheRulesStandInForIt) {
  TestDocument doc("Lee said it rained.");
  read_quotes(doc);
  ASSERT_EQ(run_stage<AttributionStage>(doc).status, CS_OK);
  EXPECT_EQ(doc.layer<layers::Attributions>().size(), 1u);
}

TEST(RoleModel, AModelThatWasAskedForNeedsTagsAndSyntax) {
  TestDocument doc("Lee said it rained.");
  read_quotes(doc);
  const TestResult result = run_stage<AttributionStage>(doc, {{"tagger", "model"}});
  EXPECT_EQ(result.status, CS_ERROR);
  EXPECT_NE(result.message.find("`tags` and `syntax`"), std::string::npos) << result.message;
}

TEST(RoleModel, ScoresRiseWithTheMargin) {
  const std::array<double, 2> calibration{-9, 0.75};
  EXPECT_LT(score_of(calibration, 1000), score_of(calibration, 1000000));
  EXPECT_GE(score_of(calibration, -5), 0);
  EXPECT_LE(score_of(calibration, INT32_MAX), 1);
}

}  // namespace
}  // namespace claimsift
