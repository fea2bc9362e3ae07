// SPDX-License-Identifier: Apache-2.0
// quotes.hpp - the stage `quotes`: quotations with their marks, of every kind (straight, curly, guillemets,
// ``''), nested, over several paragraphs, and repaired where a mark is missing. One instance serves all
// threads.
#pragma once

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/quotations/cues.hpp"

namespace claimsift {

/// Finds quotations.
class Quotes : public Stage<Reads<layers::Sentences>, Writes<layers::Quotes>> {
 public:
  static constexpr Info info{"quotes", "Finds quotations, and tells speech from terms and titles."};
  explicit Quotes(const Setup&) {}

  void process(Document& doc) const;

 private:
  Cues cues_;
};

}  // namespace claimsift
