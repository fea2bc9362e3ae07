// SPDX-License-Identifier: Apache-2.0
// claim_examples.hpp - labelled sentences for the scoring model of the stage `claims`, with the features that
// the stage draws. For trainers.
#pragma once

#include <simdjson.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "stages/claims/features.hpp"
#include "stages/claims/scorer.hpp"
#include "stages/language/sentences.hpp"
#include "stages/language/tags.hpp"
#include "stages/language/tokens.hpp"
#include "stages/quantities/quantities.hpp"
#include "stages/times/times.hpp"
#include "tools/annotate.hpp"

namespace claimsift {

/// ClaimBuster's classes, in the order of the net's outputs.
enum class ClaimClass : uint8_t { no_factual, unimportant_factual, check_worthy_factual };

/// A sentence, which is what the labels are about.
struct ClaimExample {
  ClaimFeatures features;
  ClaimClass label;

  bool is_positive(size_t head) const {
    return head == 0 ? label == ClaimClass::check_worthy_factual : label != ClaimClass::no_factual;
  }
};

inline ClaimFeatures features_of(const WordVectors& vectors, std::string text) {
  TestDocument doc(std::move(text));
  annotate<Sentences>(doc);
  annotate<Tokens>(doc);
  annotate<TagsStage>(doc);
  annotate<Times>(doc);
  annotate<Quantities>(doc);
  const FeatureInput input{vectors,
                           doc.text(),
                           doc.layer<layers::Tokens>(),
                           doc.layer<layers::Tags>(),
                           doc.layer<layers::Quantities>(),
                           doc.layer<layers::Times>()};
  ClaimFeatures features;
  claim_features(input, {0, static_cast<uint32_t>(doc.text().size())}, features);
  return features;
}

/// Appends the records {"text", "class": "CFS" | "UFS" | "NFS"} of a JSON Lines file.
inline void load_claims(const WordVectors& vectors, const std::string& path, std::vector<ClaimExample>& out) {
  simdjson::dom::parser parser;
  const simdjson::padded_string file = simdjson::padded_string::load(path);
  for (const simdjson::dom::element record : simdjson::dom::document_stream(parser.parse_many(file))) {
    const std::string_view label = record["class"];
    if (label != "CFS" && label != "UFS" && label != "NFS")
      throw std::runtime_error(path + ": `" + std::string(label) + "` is not one of CFS, UFS, NFS");
    out.push_back({features_of(vectors, std::string(std::string_view(record["text"]))),
                   label == "CFS"   ? ClaimClass::check_worthy_factual
                   : label == "UFS" ? ClaimClass::unimportant_factual
                                    : ClaimClass::no_factual});
  }
}

}  // namespace claimsift
