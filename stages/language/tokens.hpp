// SPDX-License-Identifier: Apache-2.0
// tokens.hpp - the stage `tokens`: words and marks as in the English Universal Dependencies treebanks (EWT,
// GUM): contractions and possessives apart, hyphens apart but after a prefix, currency and percent signs
// apart, abbreviations with their stop, URLs and addresses whole. One pass; one instance serves all threads.
#pragma once

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/language/abbreviations.hpp"

namespace claimsift {

/// Splits sentences into tokens.
class Tokens : public Stage<Reads<layers::Sentences>, Writes<layers::Tokens>> {
 public:
  static constexpr Info info{"tokens", "Splits sentences into words and marks."};
  static constexpr cs_option options[] = {
      option::strings("abbreviations", "[]", "Further words that keep their full stop, such as [Abt]."),
  };
  explicit Tokens(const Setup& setup) : abbreviations_(setup.strings("abbreviations")) {}

  void process(Document& doc) const;

 private:
  Abbreviations abbreviations_;
};

}  // namespace claimsift
