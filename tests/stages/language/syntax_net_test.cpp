// SPDX-License-Identifier: Apache-2.0
#include "stages/language/syntax_net.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "stages/language/syntax_model.hpp"
#include "stages/text/words.hpp"

namespace claimsift {
namespace {

struct Words {
  std::vector<uint32_t> hash, shape;
  std::vector<Upos> upos;
  std::vector<Xpos> xpos;

  void add(std::string_view word, Upos u, Xpos x) {
    hash.push_back(word_hash(word));
    shape.push_back(shape::letter | shape::lower | shape::space);
    upos.push_back(u);
    xpos.push_back(x);
  }
  void turn(SyntaxReading& reading, uint32_t first, uint32_t last) const {
    reading.turn_to(hash, shape, upos, xpos, first, last);
  }
};

/// Two sentences: three words and two.
Words two_sentences() {
  Words w;
  w.add("the", Upos::det, Xpos::dt);
  w.add("mayor", Upos::noun, Xpos::nn);
  w.add("resigned", Upos::verb, Xpos::vbd);
  w.add("prices", Upos::noun, Xpos::nns);
  w.add("rose", Upos::verb, Xpos::vbd);
  return w;
}

class SyntaxNetTest : public testing::Test {
 protected:
  /// The scores of the first choice of the words [first, last).
  SyntaxReading::MoveScores first_scores(SyntaxReading& reading, const Words& words, uint32_t first,
                                         uint32_t last) {
    words.turn(reading, first, last);
    machine_.start(last - first);
    machine_.make(Move::shift, Deprel::root);
    SyntaxReading::MoveScores scores;
    reading.score(MoveInputs(machine_), scores);
    return scores;
  }

  SyntaxModel model_{""};
  WordVectors vectors_{""};
  SyntaxReading reading_{model_.net(), vectors_};
  SyntaxMachine machine_;
};

TEST_F(SyntaxNetTest, ASentenceIsReadByItself) {
  const Words words = two_sentences();
  const auto fresh = first_scores(reading_, words, 3, 5);
  first_scores(reading_, words, 0, 3);
  EXPECT_EQ(first_scores(reading_, words, 3, 5), fresh);
  EXPECT_EQ(reading_.count(), 2u);
  EXPECT_EQ(reading_.upos(1), Upos::verb);
}

TEST_F(SyntaxNetTest, ATokenIsReadInItsSentence) {
  Words words = two_sentences();
  const auto before = first_scores(reading_, words, 0, 5);
  words.hash[4] = word_hash("zzyzx");
  words.upos[4] = Upos::propn;
  words.xpos[4] = Xpos::nnp;
  EXPECT_NE(first_scores(reading_, words, 0, 5), before)
      << "the last word has no bearing on the first choice";
}

TEST_F(SyntaxNetTest, ParsesWhatHasNoTags) {
  Words words = two_sentences();
  for (Upos& u : words.upos) u = static_cast<Upos>(255);
  for (Xpos& x : words.xpos) x = static_cast<Xpos>(255);
  for (uint32_t& s : words.shape) s = UINT32_MAX;
  words.turn(reading_, 0, 5);
  parse(reading_, machine_);
  EXPECT_LT(machine_.root(), 5u);
}

TEST(SyntaxInputs, OfAnEmptyStackAreThoseOfNoToken) {
  SyntaxMachine m;
  m.start(2);
  const MoveInputs inputs(m);
  EXPECT_EQ(inputs.tokens[0], SyntaxMachine::kNone);
  EXPECT_EQ(inputs.tokens[2], 0u);
  for (uint32_t g = 0; g < MoveInputs::kCount; ++g) EXPECT_EQ(inputs.rows[g] / syntax_inputs::kGroup, g);
}

TEST(SyntaxInputs, TellRelationsAndSidesApart) {
  SyntaxMachine m;
  m.start(4);
  m.make(Move::shift, Deprel::root);
  m.make(Move::left, Deprel::nsubj);
  m.make(Move::shift, Deprel::root);
  const MoveInputs inputs(m);
  EXPECT_EQ(inputs.rows[2] % syntax_inputs::kGroup, static_cast<uint32_t>(Deprel::nsubj));
  EXPECT_EQ(inputs.rows[3] % syntax_inputs::kGroup, syntax_inputs::kNothing);
  EXPECT_NE(RelationInputs(m, 1, 2).rows[0], RelationInputs(m, 2, 1).rows[0]);
}

TEST(SyntaxInputs, RowsOfTokensStayWithinTheTable) {
  for (const uint32_t hash : {0u, 1u, UINT32_MAX, 0xDEADBEEFu})
    for (const uint32_t row :
         TokenInputs::rows(hash, UINT32_MAX, static_cast<Upos>(255), static_cast<Xpos>(255)))
      EXPECT_LT(row, TokenInputs::kRows);
}

}  // namespace
}  // namespace claimsift
