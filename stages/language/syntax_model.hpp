// SPDX-License-Identifier: Apache-2.0
// syntax_model.hpp - the dependency parser: greedy arc-eager transitions over hashed features of the stack,
// the buffer and the arcs so far (after Zhang and Nivre, ACL 2011), a second linear model for the relation of
// each arc, both in integers, so that every machine gives the same trees. Trained by tools/train_syntax as
// averaged perceptrons with a dynamic oracle (Goldberg and Nivre, COLING 2012). Read-only; safe from several
// threads.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "claimsift/layers.hpp"
#include "stages/language/feature_table.hpp"
#include "stages/language/move_table.hpp"
#include "stages/language/syntax_machine.hpp"
#include "stages/text/model_file.hpp"

namespace claimsift {

inline constexpr uint32_t kDeprels = static_cast<uint32_t>(Deprel::xcomp) + 1;

/// The weights as they stand in the file.
struct SyntaxWeights {
  static constexpr std::string_view kKind = "syntax";
  static constexpr uint32_t kVersion = 2;
  using Moves = MoveTable<20>;          // classes by Move
  using Labels = FeatureTable<12, 18>;  // classes by Deprel, from Labels::kFirst

  Labels labels;  // first, for its alignment
  Moves moves;
};

/// What the parser sees of a token.
struct SyntaxAtom {
  uint32_t word = 1;        // word_hash
  uint32_t tag = 0x7ff;     // xpos + 64 * upos
  uint32_t shape = 0;       // of tokens.shape, the case of its letters
  uint32_t separators = 0;  // commas and the like before it in the sentence, verbs in the upper half
};

/// The features of a sentence's moves and arcs.
class SyntaxFeatures {
 public:
  static constexpr uint32_t kMoveCount = 96, kLabelCount = 44;
  using MoveKeys = std::array<uint32_t, kMoveCount>;
  using LabelKeys = std::array<uint32_t, kLabelCount>;

  /// Takes the tokens [first, last) of a document, a sentence. The columns are those of `tokens` and `tags`.
  void turn_to(std::span<const uint32_t> hash, std::span<const uint32_t> shape, std::span<const Upos> upos,
               std::span<const Xpos> xpos, uint32_t first, uint32_t last);

  uint32_t count() const { return static_cast<uint32_t>(atoms_.size()) - 2 * kMargin; }
  /// For the next move; keys of SyntaxWeights::moves.
  void moves(const SyntaxMachine& machine, MoveKeys& keys) const;
  /// For the relation of `token` to `head`; keys of SyntaxWeights::labels.
  void label(const SyntaxMachine& machine, uint32_t token, uint32_t head, LabelKeys& keys) const;

  Upos upos(uint32_t token) const { return static_cast<Upos>(atom(token).tag / 64); }

 private:
  static constexpr uint32_t kMargin = 3;
  const SyntaxAtom& atom(uint32_t token) const { return atoms_[token + kMargin]; }  // kNone: the outside

  std::vector<SyntaxAtom> atoms_;
};

/// The token on which the others without a head are to depend: the first verb among them, else the first.
uint32_t root_of(const SyntaxMachine& machine, const SyntaxFeatures& features);

class SyntaxModel {
 public:
  /// `path` as in `model:`; empty for the one that comes with claimsift. Throws std::runtime_error.
  explicit SyntaxModel(const std::string& path);

  const SyntaxWeights& weights() const { return *weights_; }

 private:
  ModelFile file_;
  const SyntaxWeights* weights_;
};

/// Parses a sentence: afterwards every token of `machine` but one has a head, and there is no cycle.
void parse(const SyntaxFeatures& features, const SyntaxWeights& weights, SyntaxMachine& machine);

}  // namespace claimsift
