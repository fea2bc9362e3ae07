// SPDX-License-Identifier: Apache-2.0
// syntax_net.hpp - the net of the parser. Each token is read in its whole sentence: word vectors, tags and
// shape of a window of tokens, then two layers of gated averages that run over the sentence in both
// directions (after Bradbury et al., ICLR 2017, quasi-recurrent nets: the gates do not wait for each other,
// as those of an LSTM do). Moves and relations are chosen from sums of what their tokens give, with one
// hidden layer (after Kiperwasser and Goldberg, TACL 2016). In integers, so that every machine gives the same
// trees.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "stages/language/integer_layer.hpp"
#include "stages/language/syntax_inputs.hpp"
#include "stages/text/word_vectors.hpp"

namespace claimsift {

/// The weights as they stand in the file. Fixed point: values of tokens in multiples of 1/kOne, weights of
/// 1/kWeight, so sums of their product; running averages of 1/kState; what goes into the hidden layers of
/// 1/kHiddenOne, and the last weights of 1/kOutWeight. The bounds keep every sum within its type.
struct SyntaxNet {
  static constexpr uint32_t kInput = 64, kWindow = 3, kUnits = 64, kContext = 2 * kUnits;
  static constexpr uint32_t kMoveHidden = 64, kRelationHidden = 64;
  static constexpr uint32_t kMoveScores = kLayerBlock, kRelationScores = 4 * kLayerBlock;
  static constexpr uint32_t kGates = 4 * kUnits;  // of a token: new value and gate forwards, then backwards

  static constexpr int32_t kOne = 1 << 10, kWeight = 1 << 11, kSum = kOne * kWeight, kState = 1 << 15;
  static constexpr int32_t kVectorOne = 64, kVectorWeight = kSum / kVectorOne;
  static constexpr int32_t kHiddenOne = 1 << 7, kOutWeight = 1 << 10;
  static constexpr float kMostWeight = 3.5F, kMostVectorWeight = 0.99F, kMostOut = 7.9F;
  static constexpr int32_t kMostHidden = 16 * kHiddenOne - 1;  // of what a hidden unit gives
  static constexpr int32_t kMostPart = 3000;                   // of one of its up to ten parts

  template <uint32_t Rows, uint32_t Width> using Table = std::array<std::array<int16_t, Width>, Rows>;

  IntegerLayer<WordVectors::kDimensions, kInput> vectors;
  IntegerLayer<kWindow * kInput, kGates> first;
  IntegerLayer<kContext, kGates> second;
  IntegerLayer<kContext, MoveInputs::kRoles * kMoveHidden> move_roles;
  IntegerLayer<kContext, RelationInputs::kRoles * kRelationHidden> relation_roles;
  IntegerLayer<kMoveHidden, kMoveScores> moves;              // by Move
  IntegerLayer<kRelationHidden, kRelationScores> relations;  // by Deprel
  Table<TokenInputs::kRows, kInput> tokens;                  // multiples of 1/kOne
  Table<MoveInputs::kRows, kMoveHidden> move_rows;           // of 1/kHiddenOne
  Table<MoveInputs::kRoles, kMoveHidden> no_token;           // for a role that no token has
  Table<RelationInputs::kRows, kRelationHidden> relation_rows;
};

/// A sentence as the net reads it. One thread; used for one sentence after another it allocates nothing new.
class SyntaxReading {
 public:
  using MoveScores = std::array<int32_t, SyntaxNet::kMoveScores>;
  using RelationScores = std::array<int32_t, SyntaxNet::kRelationScores>;

  SyntaxReading(const SyntaxNet& net, const WordVectors& vectors) : net_(net), vectors_(vectors) {}

  /// Takes the tokens [first, last) of a document, a sentence. The columns are those of `tokens` and `tags`.
  void turn_to(std::span<const uint32_t> hash, std::span<const uint32_t> shape, std::span<const Upos> upos,
               std::span<const Xpos> xpos, uint32_t first, uint32_t last);

  uint32_t count() const { return count_; }
  Upos upos(uint32_t token) const { return upos_[token]; }
  /// For the next move.
  void score(const MoveInputs& inputs, MoveScores& scores) const;
  /// For the relation of an arc.
  void score(const RelationInputs& inputs, RelationScores& scores) const;

 private:
  void read_tokens(std::span<const uint32_t> hash, std::span<const uint32_t> shape,
                   std::span<const Xpos> xpos);
  void read_sentence();

  const SyntaxNet& net_;
  const WordVectors& vectors_;
  uint32_t count_ = 0;
  std::span<const Upos> upos_;
  std::vector<int32_t> sums_;                  // of the layer at hand
  std::vector<int16_t> vector_rows_, values_;  // of tokens; values with a margin for the window
  std::vector<int16_t> states_, contexts_;     // after the first layer, and both layers together
  std::vector<int16_t> move_parts_, relation_parts_;
};

}  // namespace claimsift
