// SPDX-License-Identifier: Apache-2.0
#include "tools/syntax_net_trainer.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>

#include "stages/text/words.hpp"

namespace claimsift {
namespace {

const WordVectors& vectors() {
  static const WordVectors vectors{std::string()};
  return vectors;
}

SyntaxSentence sentence_of(std::initializer_list<std::string_view> words) {
  SyntaxSentence s;
  for (const std::string_view word : words) {
    s.hash.push_back(word_hash(word));
    s.shape.push_back(shape::letter);
    s.upos.push_back(Upos::noun);
    s.xpos.push_back(Xpos::nn);
  }
  return s;
}

/// A machine before the choice between the first two tokens.
SyntaxMachine begun(const SyntaxSentence& s) {
  SyntaxMachine m;
  m.start(static_cast<uint32_t>(s.hash.size()));
  m.make(Move::shift, Deprel::root);
  return m;
}

/// Of two sentences that differ in the last word alone each wants another first move and relation.
struct Lesson {
  SyntaxSentence left = sentence_of({"one", "river", "stone", "table", "seven", "cat"});
  SyntaxSentence right = sentence_of({"one", "river", "stone", "table", "seven", "window"});

  template <size_t N, class Inputs>
  static double teach(SyntaxNetTrainer& trainer, const Inputs& inputs, uint32_t gold) {
    std::array<float, N> p = trainer.score(inputs);
    float sum = 0;
    for (float& x : p) sum += x = std::exp(x);
    for (float& x : p) x /= sum;
    const double loss = -std::log(p[gold]);
    p[gold] -= 1;
    trainer.learn(p);
    return loss;
  }
  static double teach(SyntaxNetTrainer& trainer, const SyntaxSentence& s, Move move, Deprel relation) {
    trainer.read(s);
    const SyntaxMachine m = begun(s);
    const double loss =
        teach<SyntaxNet::kMoveScores>(trainer, MoveInputs(m), static_cast<uint32_t>(move)) +
        teach<SyntaxNet::kRelationScores>(trainer, RelationInputs(m, 0, 1), static_cast<uint32_t>(relation));
    trainer.carry_back();
    return loss;
  }
  /// The loss of the last step.
  double run(SyntaxNetTrainer& trainer, int steps) const {
    double loss = 0;
    for (int i = 0; i < steps; ++i) {
      loss = teach(trainer, left, Move::left, Deprel::obj) + teach(trainer, right, Move::right, Deprel::det);
      trainer.step(0.003F, 2);
    }
    return loss;
  }
};

constexpr SyntaxDropout kNoDropout{0, 0, 0};

TEST(SyntaxNetTrainerTest, LearnsFromAWordAtTheOtherEnd) {
  const Lesson lesson;
  SyntaxNetTrainer trainer(vectors(), 1, kNoDropout);
  EXPECT_GT(lesson.run(trainer, 1), 1);
  EXPECT_LT(lesson.run(trainer, 200), 0.05);
}

TEST(SyntaxNetTrainerTest, IntegersGiveTheScoresOfTheFloatingPoint) {
  const Lesson lesson;
  SyntaxNetTrainer trainer(vectors(), 1, kNoDropout);
  lesson.run(trainer, 60);
  const auto net = std::make_unique<SyntaxNet>();
  trainer.store(*net);
  SyntaxReading reading(*net, vectors());
  for (const SyntaxSentence& s : {lesson.left, lesson.right}) {
    const SyntaxMachine m = begun(s);
    trainer.read(s);
    reading.turn_to(s.hash, s.shape, s.upos, s.xpos, 0, 6);
    const auto expect_same = [&](const auto& exact, const auto& scores) {
      constexpr double kScore = double{SyntaxNet::kHiddenOne} * SyntaxNet::kOutWeight;
      for (size_t i = 0; i < scores.size(); ++i) EXPECT_NEAR(scores[i] / kScore, exact[i], 0.15) << i;
    };
    SyntaxReading::MoveScores moves;
    reading.score(MoveInputs(m), moves);
    expect_same(trainer.score(MoveInputs(m)), moves);
    SyntaxReading::RelationScores relations;
    reading.score(RelationInputs(m, 0, 1), relations);
    expect_same(trainer.score(RelationInputs(m, 0, 1)), relations);
  }
}

TEST(SyntaxNetTrainerTest, TheSameStepsGiveTheSameBytes) {
  const Lesson lesson;
  const auto bytes = [&](uint64_t seed) {
    SyntaxNetTrainer trainer(vectors(), seed);
    lesson.run(trainer, 5);
    const auto net = std::make_unique<SyntaxNet>();
    trainer.store(*net);
    return std::string(reinterpret_cast<const char*>(net.get()), sizeof(SyntaxNet));
  };
  EXPECT_EQ(bytes(1), bytes(1));
  EXPECT_NE(bytes(1), bytes(2));
}

}  // namespace
}  // namespace claimsift
