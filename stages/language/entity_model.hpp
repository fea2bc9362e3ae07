// SPDX-License-Identifier: Apache-2.0
// entity_model.hpp - the tagger of names: a linear chain over the features of entity_features, decoded by
// Viterbi on the stretches that may hold names, twice: the second pass knows what the first and a small net
// (entity_net) made of the whole document (Krishnan and Manning, ACL 2006). All in integers, so that every
// machine gives the same names. Trained by tools/train_entities as conditional random fields (chain_crf.hpp).
// Read-only; safe from several threads.
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
  static constexpr uint32_t kVersion = 4;
  static constexpr uint32_t kLabels = RoleWeights::kColumns;
  using Transitions = std::array<std::array<int16_t, kLabels>, kLabels>;
  using Row = std::array<int8_t, 2 * kLabels>;  // of both passes, so that what both see is looked up once

  std::array<Transitions, 2> transitions;
  std::array<Row, 1u << EntityFeatures::kBits> features;
  EntityNet net;
};

/// Labels the tokens of one document, pass by pass. The features outlive it. One thread.
class EntityDecoder {
 public:
  /// Sums the weights of what both passes see.
  EntityDecoder(const EntityFeatures& features, const EntityWeights& weights);

  std::vector<uint8_t> first_pass() const;
  /// After EntityFeatures::learn of what the first pass and the net found.
  std::vector<uint8_t> second_pass() const;

 private:
  using Sum = std::array<int16_t, 2 * EntityWeights::kLabels>;  // room for 258 rows

  void add(const EntityFeatures::Rows& rows, Sum& sum) const;
  template <class Emission> std::vector<uint8_t> decode(uint32_t pass, Emission&& emission) const;

  const EntityFeatures& features_;
  const EntityWeights& weights_;
  std::vector<Sum> sums_;  // of the tokens of the ranges, in text order
};

/// The labels of all tokens by the net, as EntityFeatures::learn takes them.
std::vector<uint8_t> net_labels(const EntityFeatures& features, const EntityNet& net);

/// The labels of all tokens by both passes.
std::vector<uint8_t> entity_labels(EntityFeatures& features, const EntityWeights& weights);

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
