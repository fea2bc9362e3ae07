// SPDX-License-Identifier: Apache-2.0
// entity_net.hpp - a small net that labels a token by the vectors, shapes and known kinds of the words around
// it: one hidden layer over dense and hashed inputs, in integers, so that every machine gives the same
// labels. It sees by degrees what the tagger's clusters know by classes alone; its label is a feature of the
// tagger.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

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
/// 1/128.
struct EntityNet {
  static constexpr uint32_t kHidden = 64, kBits = 12, kOne = 2048;
  static constexpr uint32_t kDense = WordVectors::kDimensions;
  using Layer = std::array<int16_t, kHidden>;

  std::array<std::array<std::array<int16_t, kDense>, kHidden>, EntityNetInput::kWindow> dense;
  std::array<Layer, 1u << kBits> sparse;
  std::array<Layer, RoleWeights::kColumns> out;

  /// A score for each label.
  void scores(const EntityNetInput& input, std::array<int32_t, RoleWeights::kColumns>& scores) const;
};

}  // namespace claimsift
