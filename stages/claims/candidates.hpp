// SPDX-License-Identifier: Apache-2.0
// candidates.hpp - which spans of a document assert something: the contents of attributed statements, else
// whole sentences, without the frame, leading conjunction and closing punctuation. Where sentences were
// parsed these are cut into clauses (clauses.hpp), and questions, orders and thanks are left out. Pure
// functions.
#pragma once

#include <cstdint>
#include <vector>

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/claims/clauses.hpp"

namespace claimsift {

/// A span that asserts something.
struct Candidate {
  cs_span span;
  cs_span stretch;  // its sentence from the claim before it to the one behind: what its score is read from
  uint32_t sentence;
  uint32_t attribution;  // kNoRow: the text's own voice
  ClauseForm form = ClauseForm::whole;
  cs_span subject{CS_NULL_ID, CS_NULL_ID};  // see Clause
  cs_span hinge{CS_NULL_ID, CS_NULL_ID};    // see Clause
  bool framed = false;  // the clause with its frame, since what is attributed has no verb of its own
  std::vector<cs_span>
      asides{};  // inside `span`, in order: claims of their own, or the frame between two parts
};

/// The layers that candidates are drawn from; all but sentences and tokens may be absent. Without tags
/// and syntax sentences are not cut into clauses.
struct CandidateInput {
  std::string_view text;
  View<layers::Header> header;
  View<layers::Sentences> sentences;
  View<layers::Tokens> tokens;
  View<layers::Quantities> quantities;
  View<layers::Times> times;
  View<layers::Attributions> attributions;
  View<layers::AttributionSources> sources;
  View<layers::AttributionContents> contents;
  View<layers::Tags> tags;
  View<layers::Syntax> syntax;
};

/// The candidates in text order; one within another follows it.
std::vector<Candidate> find_candidates(const CandidateInput& input);

}  // namespace claimsift
