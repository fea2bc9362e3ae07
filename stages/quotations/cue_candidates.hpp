// SPDX-License-Identifier: Apache-2.0
// cue_candidates.hpp - the stage `cue_candidates`: words that may introduce an attribution, so that a costly
// stage such as a parser can keep to their sentences. One instance serves all threads.
#pragma once

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/quotations/cues.hpp"

namespace claimsift {

/// Marks words that may introduce an attribution.
class CueCandidatesStage : public Stage<Reads<layers::Tokens>, Writes<layers::CueCandidates>> {
 public:
  static constexpr Info info{"cue_candidates",
                             "Marks words that may introduce what somebody says, believes or wants."};
  static constexpr cs_option options[] = {
      option::strings("cues", "[]", "Further verbs that introduce what somebody says, in their base form."),
      option::number("min_score", "0", "Words less likely than this are left out.", 0, 1),
  };
  explicit CueCandidatesStage(const Setup& setup)
      : cues_(setup.strings("cues")), min_score_(setup.number("min_score")) {}

  void process(Document& doc) const;

 private:
  Cues cues_;
  double min_score_;
};

}  // namespace claimsift
