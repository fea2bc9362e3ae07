// SPDX-License-Identifier: Apache-2.0
#include "stages/quotations/role_model.hpp"

#include <stdexcept>

#include "stages/quotations/role_viterbi.hpp"

namespace claimsift {

RoleModel::RoleModel(const std::string& path)
    : file_(find_model(path, "attribution.model"), RoleWeights::kKind, RoleWeights::kVersion) {
  if (file_.payload().size() != sizeof(RoleWeights)) throw std::runtime_error("the attribution model has a wrong size");
  weights_ = reinterpret_cast<const RoleWeights*>(file_.payload().data());
}

std::vector<RoleTag> RoleModel::tag(const Reading& reading) const {
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
            for (uint32_t l = 0; l < RoleWeights::kColumns; ++l) scores[l] += weights_->features[row][l];
        },
        [&](uint32_t previous, uint32_t label) { return int32_t{weights_->transitions[previous][label]}; }, labels);
    for (uint32_t i = 0; i < range.size(); ++i) tags[range.first + i] = tag_of_label(labels[i]);
  }
  return tags;
}

}  // namespace claimsift
