// SPDX-License-Identifier: Apache-2.0
#include "stages/language/entity_model.hpp"

#include <algorithm>
#include <stdexcept>

namespace claimsift {

std::vector<uint8_t> entity_labels(const EntityFeatures& features, const EntityWeights::Pass& weights) {
  std::vector<uint8_t> labels(features.tokens(), 0), found;
  EntityFeatures::Rows rows;
  for (const TokenRange& range : features.ranges()) {
    viterbi<int32_t>(
        range,
        [&](uint32_t token, LabelScores<int32_t>& scores) {
          features.of(token, rows);
          for (const uint32_t row : rows) __builtin_prefetch(weights.features[row].data());
          std::array<int16_t, RoleWeights::kColumns> sum{};  // room for 258 rows
          for (const uint32_t row : rows)
            for (uint32_t l = 0; l < sum.size(); ++l)
              sum[l] = static_cast<int16_t>(sum[l] + weights.features[row][l]);
          std::copy(sum.begin(), sum.end(), scores.begin());
        },
        [&](uint32_t before, uint32_t label) { return int32_t{weights.transitions[before][label]}; }, found);
    std::copy(found.begin(), found.end(), labels.begin() + range.first);
  }
  return labels;
}

std::vector<uint8_t> net_labels(const EntityFeatures& features, const EntityNet& net) {
  constexpr int32_t kSure = static_cast<int32_t>(EntityNet::kOne) * 3 / 2;  // before the second best
  std::vector<uint8_t> labels(features.tokens(), 0);
  EntityNetInput input;
  LabelScores<int32_t> scores;
  for (const TokenRange& range : features.ranges())
    for (uint32_t i = range.first; i < range.last; ++i) {
      features.input(i, input);
      net.scores(input, scores);
      uint32_t best = 0;
      for (uint32_t l = 1; l < kRoleLabels; ++l)
        if (scores[l] > scores[best]) best = l;
      int32_t second = INT32_MIN;
      for (uint32_t l = 0; l < kRoleLabels; ++l)
        if (l != best) second = std::max(second, scores[l]);
      labels[i] = static_cast<uint8_t>(2 * best + (scores[best] - second > kSure ? 1 : 0));
    }
  return labels;
}

EntityModel::EntityModel(const std::string& path)
    : file_(find_model(path, "entities.model"), EntityWeights::kKind, EntityWeights::kVersion) {
  if (file_.payload().size() != sizeof(EntityWeights))
    throw std::runtime_error("the entities model has a wrong size");
  weights_ = reinterpret_cast<const EntityWeights*>(file_.payload().data());
}

}  // namespace claimsift
