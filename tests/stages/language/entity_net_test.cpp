// SPDX-License-Identifier: Apache-2.0
#include "stages/language/entity_net.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace claimsift {
namespace {

/// A net and inputs of any numbers, the same for each run.
class EntityNetTest : public testing::Test {
 protected:
  EntityNetTest() : net_(std::make_unique<EntityNet>()), vectors_(EntityNet::kBatch) {
    for (auto& window : net_->dense)
      for (auto& pair : window)
        for (auto& unit : pair)
          for (int16_t& w : unit) w = static_cast<int16_t>(next(4000));
    for (auto& row : net_->sparse)
      for (int16_t& w : row) w = static_cast<int16_t>(next(4000));
    for (auto& unit : net_->out)
      for (int16_t& w : unit) w = static_cast<int16_t>(next(EntityNet::kMostOut));
    for (auto& vector : vectors_)
      for (int8_t& x : vector) x = static_cast<int8_t>(next(127));
  }

  int32_t next(int32_t most) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<int32_t>(state_ >> 33) % (2 * most + 1) - most;
  }

  EntityNetInput input(uint32_t seed) const {
    EntityNetInput in;
    for (uint32_t p = 0; p < EntityNetInput::kWindow; ++p)
      if ((seed + p) % 4 != 0) in.vectors[p] = &vectors_[(seed * 5 + p) % vectors_.size()];
    for (uint32_t k = 0; k < 20 + seed % 5; ++k) in.add((seed * 977 + k * 131) % (1u << EntityNet::kBits));
    return in;
  }

  /// The definition, one number after another.
  EntityNet::Scores plain(const EntityNetInput& in) const {
    EntityNet::Scores scores{};
    for (uint32_t h = 0; h < EntityNet::kHidden; ++h) {
      int32_t sum = 0;
      for (uint32_t n = 0; n < in.size; ++n) sum += net_->sparse[in.rows[n]][h];
      sum *= 128;
      for (uint32_t p = 0; p < EntityNetInput::kWindow; ++p)
        for (uint32_t d = 0; in.vectors[p] && d < EntityNet::kDense; ++d)
          sum += net_->dense[p][d / 2][h][d % 2] * (*in.vectors[p])[d];
      const int32_t on = std::clamp(sum / 2048, 0, 16 * EntityNet::kOutput - 1);
      for (uint32_t l = 0; l < scores.size(); ++l) scores[l] += net_->out[h][l] * on;
    }
    for (int32_t& x : scores) x /= EntityNet::kOutput;
    return scores;
  }

  std::unique_ptr<EntityNet> net_;
  std::vector<std::array<int8_t, EntityNet::kDense>> vectors_;
  uint64_t state_ = 1;
};

TEST_F(EntityNetTest, TheFastWayGivesWhatTheDefinitionGives) {
  std::vector<EntityNetInput> inputs;
  for (uint32_t i = 0; i < EntityNet::kBatch; ++i) inputs.push_back(input(i));
  std::vector<EntityNet::Scores> scores(inputs.size());
  net_->scores(inputs, scores);
  for (size_t i = 0; i < inputs.size(); ++i) EXPECT_EQ(scores[i], plain(inputs[i])) << i;
}

TEST_F(EntityNetTest, AnInputsScoresDoNotDependOnItsCompany) {
  std::vector<EntityNetInput> inputs{input(1), input(2), input(3)};
  std::vector<EntityNet::Scores> together(3), alone(1);
  net_->scores(inputs, together);
  net_->scores({&inputs[1], 1}, alone);
  EXPECT_EQ(alone[0], together[1]);
}

TEST_F(EntityNetTest, NoInputHasNoScores) {
  net_->scores({}, {});
  EntityNetInput in;
  std::vector<EntityNet::Scores> scores(1);
  net_->scores({&in, 1}, scores);
  EXPECT_EQ(scores[0], EntityNet::Scores{});
}

}  // namespace
}  // namespace claimsift
