// SPDX-License-Identifier: Apache-2.0
#include "stages/quotations/role_model.hpp"

#include <stdexcept>

#include "stages/quotations/pair_model.hpp"
#include "stages/quotations/role_viterbi.hpp"

namespace claimsift {

RoleModel::RoleModel(const std::string& path)
    : file_(find_model(path, "attribution.model"), RoleWeights::kKind, RoleWeights::kVersion) {
  if (file_.payload().size() != sizeof(AttributionWeights))
    throw std::runtime_error("the attribution model has a wrong size");
  weights_ = reinterpret_cast<const AttributionWeights*>(file_.payload().data());
}

const WordClusters& RoleModel::clusters() const { return weights_->clusters; }

std::vector<RoleTag> tag_roles(const Reading& reading, const RoleWeights& weights) {
  std::vector<RoleTag> tags = tag_by_rules(reading);
  const RoleFeatures features(reading, tags);
  RoleFeatures::Rows rows;
  std::vector<uint8_t> labels;
  for (const TokenRange& range : decoding_ranges(reading)) {
    viterbi<int32_t>(
        range,
        [&](uint32_t token, LabelScores<int32_t>& scores) {
          features.of(token, range, rows);
          scores = {};
          for (const uint32_t row : rows)
            for (uint32_t l = 0; l < RoleWeights::kColumns; ++l) scores[l] += weights.features[row][l];
        },
        [&](uint32_t previous, uint32_t label) { return int32_t{weights.transitions[previous][label]}; },
        labels);
    for (uint32_t i = 0; i < range.size(); ++i) tags[range.first + i] = tag_of_label(labels[i]);
  }
  return tags;
}

std::vector<Attribution> RoleModel::attributions(const Reading& reading) const {
  const std::vector<RoleTag> tags = tag_roles(reading, weights_->roles);
  PairFeatures features(reading, tags);
  const StoredPairs pairs{weights_->pairs};
  std::vector<Paired> found;
  std::vector<uint8_t> labels;
  for (const RoleStretch& s : stretches_of(reading, tags)) {
    if (s.role != Role::cue) continue;
    features.turn_to(s.range);
    const int32_t margin = pair<int32_t>(features, pairs, labels);
    Attribution a = attribution_of(s.range, features.window(), labels);
    if (a.source.size() == 0 && features.linked()) a.source = features.linked()->source;
    a.score = score_of(weights_->calibration, margin);
    found.push_back({std::move(a), margin});
  }
  return settle(reading, tags, std::move(found));
}

}  // namespace claimsift
