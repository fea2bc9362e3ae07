// SPDX-License-Identifier: Apache-2.0
// entity_model.hpp - the tagger of names: a linear chain over the features of entity_features, decoded by
// Viterbi on the stretches that may hold names, twice: the second pass knows what the first and a small net
// (entity_net) made of the whole document (Krishnan and Manning, ACL 2006). All in integers, so that every
// machine gives the same names. Trained by tools/train_entities as averaged structured perceptrons (Collins,
// EMNLP 2002). Read-only; safe from several threads.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "stages/language/entity_features.hpp"
#include "stages/language/entity_net.hpp"
#include "stages/quotations/role_viterbi.hpp"
#include "stages/text/model_file.hpp"

namespace claimsift {

/// The weights as they stand in the file, little-endian. Labels are those of role_viterbi: none, then begin
/// and inside of person, organisation and place.
struct EntityWeights {
  static constexpr std::string_view kKind = "entities";
  static constexpr uint32_t kVersion = 2;
  struct Pass {
    std::array<std::array<int16_t, RoleWeights::kColumns>, RoleWeights::kColumns> transitions;
    std::array<std::array<int8_t, RoleWeights::kColumns>, 1u << EntityFeatures::kBits> features;
  };
  Pass first, second;
  EntityNet net;
};

/// The labels of all tokens by one pass.
std::vector<uint8_t> entity_labels(const EntityFeatures& features, const EntityWeights::Pass& weights);

/// The labels of all tokens by the net, as EntityFeatures::learn takes them.
std::vector<uint8_t> net_labels(const EntityFeatures& features, const EntityNet& net);

class EntityModel {
 public:
  /// `path` as in `model:`; empty for the one that comes with claimsift. Throws std::runtime_error.
  explicit EntityModel(const std::string& path);

  const EntityWeights& weights() const { return *weights_; }

 private:
  ModelFile file_;
  const EntityWeights* weights_;
};

}  // namespace claimsift
