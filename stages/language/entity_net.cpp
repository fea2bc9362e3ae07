// SPDX-License-Identifier: Apache-2.0
#include "stages/language/entity_net.hpp"

namespace claimsift {

void EntityNet::scores(const EntityNetInput& input,
                       std::array<int32_t, RoleWeights::kColumns>& scores) const {
  std::array<int32_t, kHidden> sum{};
  for (uint32_t n = 0; n < input.size; ++n) {
    const Layer& row = sparse[input.rows[n]];
    for (uint32_t h = 0; h < kHidden; ++h) sum[h] += row[h];
  }
  for (uint32_t h = 0; h < kHidden; ++h) sum[h] *= 128;
  for (uint32_t p = 0; p < EntityNetInput::kWindow; ++p) {
    if (!input.vectors[p]) continue;
    std::array<int16_t, kDense> x;
    for (uint32_t d = 0; d < kDense; ++d) x[d] = (*input.vectors[p])[d];
    for (uint32_t h = 0; h < kHidden; ++h) {
      int32_t dot = 0;
      for (uint32_t d = 0; d < kDense; ++d) dot += int32_t{dense[p][h][d]} * x[d];
      sum[h] += dot;
    }
  }
  scores = {};
  for (uint32_t h = 0; h < kHidden; ++h) {
    const int32_t on = std::clamp(sum[h] / 128, 0, 16 * static_cast<int32_t>(kOne) - 1);
    for (uint32_t l = 0; l < scores.size(); ++l) scores[l] += out[l][h] * on / static_cast<int32_t>(kOne);
  }
}

}  // namespace claimsift
