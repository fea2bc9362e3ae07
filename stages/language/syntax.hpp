// SPDX-License-Identifier: Apache-2.0
// syntax.hpp - the stage `syntax`: the dependency tree of each sentence by a trained parser, or only of those
// sentences that later stages ask for. One instance serves all threads.
#pragma once

#include <span>

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/language/syntax_model.hpp"

namespace claimsift {

/// Parses sentences.
class SyntaxStage : public Stage<Reads<layers::Tokens, layers::Tags>, Writes<layers::Syntax>> {
 public:
  static constexpr Info info{"syntax", "Parses sentences into dependency trees."};
  static constexpr cs_option options[] = {
      option::layers("where", "[]", "Parse only sentences that a row of these layers touches; empty: all."),
      option::path("model", "", "The model's file; without one, that which comes with claimsift."),
      option::path("vectors", "", "The file of word vectors that the model was trained with; likewise."),
  };
  explicit SyntaxStage(const Setup& setup)
      : where_(setup.layers("where")),
        model_(find_model(setup, "model", "syntax.model")),
        vectors_(find_model(setup, "vectors", "vectors.model")) {}

  void process(Document& doc) const;

 private:
  std::span<const cs_named_layer> where_;
  SyntaxModel model_;
  WordVectors vectors_;
};

}  // namespace claimsift
