// SPDX-License-Identifier: Apache-2.0
// role_viterbi.hpp - the best labels of a stretch of tokens under scores of any integer type; the stage
// decodes with the file's weights, the trainer with its own.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "stages/quotations/role_model.hpp"

namespace claimsift {

template <class T> using LabelScores = std::array<T, RoleWeights::kColumns>;

/// `emission(token, scores)` gives a token's scores; `transition(previous, label)` that of a step, where
/// previous is kRoleLabels at the begin. Labels of [range.first, range.last) go to `labels`, the score of the
/// best to `total`.
template <class T, class Emission, class Transition>
void viterbi(const TokenRange& range, Emission&& emission, Transition&& transition,
             std::vector<uint8_t>& labels, T* total = nullptr) {
  labels.assign(range.size(), 0);
  if (range.size() == 0) return;
  std::vector<std::array<uint8_t, RoleWeights::kColumns>> back(range.size());
  LabelScores<T> best{}, now{}, scores{};
  for (uint32_t i = 0; i < range.size(); ++i) {
    emission(range.first + i, scores);
    for (uint32_t label = 0; label < kRoleLabels; ++label) {
      bool found = false;
      T top{};
      uint8_t from = 0;
      if (i == 0) {
        found = may_follow(label, 0);
        top = transition(kRoleLabels, label);
      } else {
        for (uint32_t previous = 0; previous < kRoleLabels; ++previous) {
          if (!may_follow(label, previous)) continue;
          const T score = best[previous] + transition(previous, label);
          if (!found || score > top) {
            found = true;
            top = score;
            from = static_cast<uint8_t>(previous);
          }
        }
      }
      constexpr T kImpossible = static_cast<T>(-1e9);
      now[label] = found ? top + scores[label] : kImpossible;
      back[i][label] = from;
    }
    // Scores are kept relative to the best, so that no text is long enough to overflow them.
    T top = now[0];
    for (uint32_t label = 1; label < kRoleLabels; ++label) top = now[label] > top ? now[label] : top;
    for (uint32_t label = 0; label < kRoleLabels; ++label) best[label] = now[label] - top;
    if (total) *total += top;
  }
  uint8_t label = 0;
  for (uint32_t l = 1; l < kRoleLabels; ++l)
    if (best[l] > best[label]) label = static_cast<uint8_t>(l);
  for (uint32_t i = range.size(); i-- > 0;) {
    labels[i] = label;
    label = back[i][label];
  }
}

}  // namespace claimsift
