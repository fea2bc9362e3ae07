// SPDX-License-Identifier: Apache-2.0
// people.hpp - the stage `people`: a row for each person, organisation and named group of a document with the
// fullest name, the role and gender that the text gives, and every mention: names, "the mayor", "he". One
// instance serves all threads.
#pragma once

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/text/word_knowledge.hpp"

namespace claimsift {

/// Joins the mentions of people.
class PeopleStage
    : public Stage<Reads<layers::Tokens, layers::Entities, Optional<layers::Tags>, Optional<layers::Quotes>>,
                   Writes<layers::People, layers::Mentions>> {
 public:
  static constexpr Info info{
      "people", "Joins the mentions of each person and organisation, with full name, role and gender."};
  static constexpr cs_option options[] = {
      option::flag("pronouns", "true", "Whether \"he\" and \"she\" become mentions."),
      option::path("words", "",
                   "The file of word clusters and lists; without one, that which comes with it."),
  };
  explicit PeopleStage(const Setup& setup)
      : knowledge_(find_model(setup, "words", "words.model")), pronouns_(setup.flag("pronouns")) {}

  void process(Document& doc) const;

 private:
  WordKnowledge knowledge_;
  bool pronouns_;
};

}  // namespace claimsift
