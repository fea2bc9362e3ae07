// SPDX-License-Identifier: Apache-2.0
// entities.hpp - the stage `entities`: names of people, organisations and places by a trained tagger, and
// nationalities, faiths and parties (NORP) by a lexicon. One instance serves all threads.
#pragma once

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/language/entity_model.hpp"
#include "stages/language/listed_names.hpp"

namespace claimsift {

/// Finds names.
class EntitiesStage : public Stage<Reads<layers::Tokens, Optional<layers::Tags>>, Writes<layers::Entities>> {
 public:
  static constexpr Info info{"entities",
                             "Finds names of people, organisations, places and groups of people."};
  static constexpr cs_option options[] = {
      option::strings("people", "[]", "Names of people that are found wherever they stand."),
      option::strings("organizations", "[]", "The same for organisations."),
      option::strings("places", "[]", "The same for places."),
      option::strings("groups", "[]", "The same for nationalities, faiths and parties."),
      option::path("model", "", "The model's file; without one, that which comes with claimsift."),
      option::path("words", "",
                   "The file of word clusters and lists; without one, that which comes with it."),
      option::path("vectors", "", "The file of word vectors; without one, that which comes with it."),
  };
  explicit EntitiesStage(const Setup& setup);

  void process(Document& doc) const;

 private:
  ListedNames listed_;
  EntityModel model_;
  WordKnowledge knowledge_;
  WordVectors vectors_;
};

}  // namespace claimsift
