// SPDX-License-Identifier: Apache-2.0
// attribution.hpp - the stage `attribution`: who said what. A tagger gives each token its role (a model where
// its file, tags and syntax are there, else rules), `link` joins the roles, and the stage adds kind, class,
// polarity, nesting and time. One instance serves all threads.
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/quotations/cues.hpp"
#include "stages/quotations/role_model.hpp"
#include "stages/quotations/roles.hpp"

namespace claimsift {

/// Finds sources, cues and contents.
class AttributionStage
    : public Stage<Reads<layers::Sentences, layers::Tokens, layers::Quotes, Optional<layers::Header>,
                         Optional<layers::Times>, Optional<layers::Tags>, Optional<layers::Syntax>>,
                   Writes<layers::Attributions, layers::AttributionSources, layers::AttributionCues,
                          layers::AttributionContents>> {
 public:
  static constexpr Info info{"attribution",
                             "Finds who said, believes or wants what: source, cue and content."};
  static constexpr cs_option options[] = {
      option::strings("cues", "[]", "Further verbs that introduce what somebody says, in their base form."),
      option::string("tagger", "auto",
                     "What finds the roles: the trained model, rules, or the model where its file is found.",
                     "auto|model|rules"),
      option::path("model", "", "The model's file; without one, that which comes with claimsift."),
  };
  explicit AttributionStage(const Setup& setup);

  void process(Document& doc) const;

 private:
  Cues cues_;
  std::unique_ptr<const RoleModel> model_;
  bool wants_model_ = false;
  std::string without_model_;  // why the rules stand in for it, to be said once
  mutable std::atomic_flag said_ = ATOMIC_FLAG_INIT;
};

}  // namespace claimsift
