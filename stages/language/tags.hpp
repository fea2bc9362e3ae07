// SPDX-License-Identifier: Apache-2.0
// tags.hpp - the stage `tags`: part of speech (Universal Dependencies and Penn) and lemma of each token, by a
// trained tagger. One instance serves all threads.
#pragma once

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/language/tag_model.hpp"

namespace claimsift {

/// Tags tokens with part of speech and lemma.
class TagsStage : public Stage<Reads<layers::Tokens>, Writes<layers::Tags>> {
 public:
  static constexpr Info info{"tags", "Gives each token its part of speech and its lemma."};
  static constexpr cs_option options[] = {
      option::path("model", "", "The model's file; without one, that which comes with claimsift."),
  };
  explicit TagsStage(const Setup& setup) : model_(find_model(setup, "model", "tags.model")) {}

  void process(Document& doc) const;

 private:
  TagModel model_;
};

}  // namespace claimsift
