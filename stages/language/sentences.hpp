// SPDX-License-Identifier: Apache-2.0
// sentences.hpp - the stage `sentences`: paragraphs, then sentences, by rules, and by a learned vote where
// the rules say nothing. An empty line always ends a paragraph; a single line break does by evidence (a short
// line, a stop, a list marker), so that text wrapped at a column stays whole. Linear in the text; one
// instance serves all threads.
#pragma once

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/language/abbreviations.hpp"
#include "stages/language/boundaries.hpp"
#include "stages/language/sentence_vote.hpp"

namespace claimsift {

/// Splits text into sentences.
class Sentences : public Stage<Reads<>, Writes<layers::Sentences>> {
 public:
  static constexpr Info info{"sentences", "Splits the text into paragraphs and sentences."};
  static constexpr cs_option options[] = {
      option::strings("abbreviations", "[]",
                      "Further words whose full stop never ends a sentence, such as [Abt]."),
      option::path("model", "", "The model's file; without one, that which comes with claimsift."),
  };
  explicit Sentences(const Setup& setup)
      : abbreviations_(setup.strings("abbreviations")),
        vote_(find_model(setup, "model", "sentences.model")) {}

  void process(Document& doc) const;

 private:
  Abbreviations abbreviations_;
  SentenceVote vote_;
};

}  // namespace claimsift
