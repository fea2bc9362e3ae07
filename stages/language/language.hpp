// SPDX-License-Identifier: Apache-2.0
// language.hpp - the stage `language`: the language that a document is written in, by a sample of its text;
// skips documents of others than `keep` names. A text with too few letters is of no known language and is
// kept. One instance serves all threads.
#pragma once

#include <cstdint>

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/language/language_model.hpp"

namespace claimsift {

/// Tells languages apart.
class LanguageStage : public Stage<Reads<>, Writes<layers::Language>> {
 public:
  static constexpr Info info{"language",
                             "Tells the language of a document, and skips those that are not wanted.",
                             CS_ANNOTATOR, CS_FILTER};
  static constexpr cs_option options[] = {
      option::strings("keep", "[]", "Codes of languages, such as [en]; documents of others are skipped."),
      option::number("least_score", "0.9", "How sure it must be to skip a document.", 0, 1),
      option::path("model", "", "The model's file; without one, that which comes with claimsift."),
  };
  /// Throws where `keep` names a language that the model does not know.
  explicit LanguageStage(const Setup& setup);

  Status process(Document& doc) const;

 private:
  LanguageModel model_;
  uint64_t keep_ = 0;  // a bit for each of kLanguages; 0: all
  double least_score_;
};

}  // namespace claimsift
