// SPDX-License-Identifier: Apache-2.0
#include "stages/quotations/cue_candidates.hpp"

#include <gtest/gtest.h>

#include "tests/stages/quotations/quotations.hpp"

namespace claimsift {
namespace {

Strings candidates_of(const std::string& text, const TestOptions& options = {}) {
  TestDocument doc(text);
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  run_stage<CueCandidatesStage>(doc, options);
  Strings out;
  for (const cs_span s : doc.layer<layers::CueCandidates>().spans()) out.emplace_back(doc.text(s));
  return out;
}

TEST(CueCandidates, AreWordsOfTheLexicon) {
  EXPECT_EQ(candidates_of("Lee said that, according to a statement, it rained."),
            (Strings{"said", "according", "statement"}));
  EXPECT_EQ(candidates_of("It rained."), Strings{});
  EXPECT_EQ(candidates_of(""), Strings{});
}

TEST(CueCandidates, UnlikelyOnesAreLeftOut) {
  EXPECT_EQ(candidates_of("Lee said that, according to a statement, it rained.", {{"min_score", "0.5"}}),
            (Strings{"said", "according"}));
}

}  // namespace
}  // namespace claimsift
