// SPDX-License-Identifier: Apache-2.0
// speakers.hpp - the stage `speakers`: the source of each attribution by the fullest name that the document
// gives, with title or role. Pronouns go to the last speaker or subject of their gender; a pronoun without
// one stays null, and sources without a name stay as they stand ("two officials"). One instance serves all
// threads.
#pragma once

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/quotations/cues.hpp"

namespace claimsift {

/// Names the sources.
class SpeakersStage
    : public Stage<Reads<layers::Sentences, layers::Tokens, layers::Quotes, layers::Attributions,
                         layers::AttributionSources, layers::People, layers::Mentions>,
                   Writes<layers::Speakers>> {
 public:
  static constexpr Info info{"speakers", "Names the source of each attribution, with its title or role."};
  static constexpr cs_option options[] = {
      option::flag("pronouns", "true",
                   "Whether \"he\" and \"she\" are resolved; else they stay without a name."),
  };
  explicit SpeakersStage(const Setup& setup) : pronouns_(setup.flag("pronouns")) {}

  void process(Document& doc) const;

 private:
  Cues cues_;
  bool pronouns_;
};

}  // namespace claimsift
