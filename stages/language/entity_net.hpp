// SPDX-License-Identifier: Apache-2.0
// entity_net.hpp - a small net that labels a token by the vectors, shapes and known kinds of the words around
// it: one hidden layer over dense and hashed inputs, in integers, so that every machine gives the same
// labels. It sees by degrees what the tagger's clusters know by classes alone; its label is a feature of the
// tagger.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "stages/quotations/role_model.hpp"
#include "stages/text/word_vectors.hpp"

namespace claimsift {

/// What the net sees of a token.
struct EntityNetInput {
  static constexpr uint32_t kWindow = 5;  // words, the token in the middle
  std::array<const std::array<int8_t, WordVectors::kDimensions>*, kWindow> vectors{};  // null: none
  std::array<uint32_t, 64> rows{};                                                     // of EntityNet::sparse
  uint32_t size = 0;

  void add(uint32_t row) {
    if (size < rows.size()) rows[size++] = row;
  }
};

/// The weights as they stand in the file. Fixed point: a weight is a multiple of 1/kOne, an input one of
/// 1/128, what a hidden unit gives one of 1/kOutput and less than 16; `out` keeps within kMostOut, so that no
/// score can overflow.
struct EntityNet {
  static constexpr uint32_t kHidden = 64, kBits = 12, kOne = 2048;
  static constexpr uint32_t kDense = WordVectors::kDimensions;
  static constexpr int32_t kOutput = 128, kMostOut = 4 * kOne - 1;
  using Layer = std::array<int16_t, kHidden>;

  /// Of one word of the window: two dimensions at a time, for each hidden unit.
  using Dense = std::array<std::array<std::array<int16_t, 2>, kHidden>, kDense / 2>;

  using Out = std::array<std::array<int16_t, RoleWeights::kColumns>, kHidden>;

  std::array<Dense, EntityNetInput::kWindow> dense;
  std::array<Layer, 1u << kBits> sparse;
  Out out;

  /// Asks for what `scores` reads of an input.
  void prefetch(const EntityNetInput& input) const;

  /// A score for each label of up to kBatch tokens; several at a time, so that weights are read from the
  /// nearest cache.
  using Scores = std::array<int32_t, RoleWeights::kColumns>;
  static constexpr uint32_t kBatch = 32;
  void scores(std::span<const EntityNetInput> inputs, std::span<Scores> scores) const;
};

}  // namespace claimsift
