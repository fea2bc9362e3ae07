// SPDX-License-Identifier: Apache-2.0
// pair_model.hpp - the second pass of the trained tagger: for each cue that the first pass found, which
// tokens around it are its source and its content, from the first pass's tags, what stands between and how
// far. It may give two cues one source, and it may give a cue nothing, which drops it. Integer Viterbi over a
// bounded window, so linear in the text.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "stages/quotations/role_model.hpp"
#include "stages/quotations/role_viterbi.hpp"

namespace claimsift {

/// The weights as they stand in the file behind RoleWeights.
struct PairWeights {
  static constexpr uint32_t kBits = 17;

  std::array<RoleWeights::Row, RoleWeights::kColumns> transitions;
  std::array<RoleWeights::Row, 1u << kBits> features;
};

/// PairWeights as `pair` reads them.
struct StoredPairs {
  const PairWeights& weights;
  void add(uint32_t row, LabelScores<int32_t>& scores) const {
    for (uint32_t l = 0; l < RoleWeights::kColumns; ++l) scores[l] += weights.features[row][l];
  }
  int32_t transition(uint32_t previous, uint32_t label) const { return weights.transitions[previous][label]; }
};

/// The whole of the file.
struct AttributionWeights {
  WordClusters clusters;
  RoleWeights roles;
  PairWeights pairs;
  std::array<double, 2> calibration;  // of the score: logit = [0] + [1] * log(1 + margin)
};

/// How likely an attribution of this margin is right, to three digits, so that machines agree.
double score_of(const std::array<double, 2>& calibration, int64_t margin);

/// A stretch of the first pass.
struct RoleStretch {
  TokenRange range;
  Role role;
};
std::vector<RoleStretch> stretches_of(const Reading& reading, const std::vector<RoleTag>& tags);

/// The features of the tokens around one cue.
class PairFeatures {
 public:
  static constexpr uint32_t kCount = 62;
  using Rows = std::array<uint32_t, kCount>;

  /// `tags` are those of the first pass.
  PairFeatures(const Reading& reading, const std::vector<RoleTag>& tags);

  /// Turns to a cue: finds its window and what stands between.
  void turn_to(const TokenRange& cue);
  const TokenRange& window() const { return window_; }
  const TokenRange& cue() const { return cue_; }
  /// What `link` makes of the cue; null if it drops it.
  const Attribution* linked() const { return linked_; }
  void of(uint32_t token, Rows& rows) const;

 private:
  struct Between {  // counted from the cue to the token
    uint8_t commas, cues, sources, contents, sentences, marks;
  };
  void count(uint32_t token, Between& between, bool leftwards) const;
  uint32_t word(int64_t i) const {
    return i >= window_.first && i < window_.last ? r_.hash[static_cast<size_t>(i)] | 1u << 31 : 1;
  }
  /// The way through the sentence's tree from a token to the cue, over the lowest node above both.
  struct Path {
    uint32_t from = 1, to = 1;  // the relations just below that node, on the token's side and on the cue's
    uint32_t steps = 0;         // up from the token and down to the cue, each at most 3
    bool operator==(const Path&) const = default;
  };
  void climb_from_cue();
  Path path_from(uint32_t token) const;
  uint32_t word_class(int64_t i) const;
  uint32_t xpos(int64_t i) const {
    return i >= window_.first && i < window_.last ? 2u + r_.grammar[static_cast<size_t>(i)].xpos : 1u;
  }
  uint32_t tag(int64_t i) const;

  const Reading& r_;
  const std::vector<RoleTag>& tags_;
  std::vector<TokenRange> paragraph_;  // of each sentence
  std::vector<Attribution> links_;     // what `link` makes of the tags, by cue
  const Attribution* linked_ = nullptr;
  std::vector<uint8_t> link_label_;  // of each token of the window, by `linked_`
  TokenRange cue_{0, 0}, window_{0, 0};
  uint32_t cue_word_ = 1, cue_kind_ = 1, left_ = 1, right_ = 1;
  std::vector<Between> between_;
  static constexpr uint32_t kHighest = 12;  // steps up the tree
  std::array<uint32_t, kHighest> above_{};  // the cue's head and the tokens over it in the tree
  uint32_t above_count_ = 0;
  std::vector<Path> paths_;  // of each token of the window
};

/// The gain of the best labels over none at all, beside them.
struct Paired {
  Attribution attribution;
  int64_t margin;
};

/// The attribution of one cue as its labels say it.
Attribution attribution_of(const TokenRange& cue, const TokenRange& window,
                           const std::vector<uint8_t>& labels);

/// The labels of the tokens around the cue that `features` was turned to; the gain of these over none at all.
template <class T, class Weights>
T pair(const PairFeatures& features, const Weights& weights, std::vector<uint8_t>& labels) {
  constexpr T kNever = static_cast<T>(-1e8);
  const TokenRange& cue = features.cue();
  PairFeatures::Rows rows;
  T none{};
  T best{};
  viterbi<T>(
      features.window(),
      [&](uint32_t token, LabelScores<T>& scores) {
        scores = {};
        if (token >= cue.first && token < cue.last) {
          scores.fill(kNever);
          scores[token == cue.first ? 3 : 4] = 0;
          return;
        }
        features.of(token, rows);
        for (const uint32_t row : rows) weights.add(row, scores);
        scores[3] = scores[4] = kNever;
        none += scores[0];
      },
      [&](uint32_t previous, uint32_t label) { return weights.transition(previous, label); }, labels, &best);
  return best - none;
}

/// Joins what the second pass found for each cue: a token is content of one attribution alone, and quotations
/// that it left out go on with their speaker.
std::vector<Attribution> settle(const Reading& reading, const std::vector<RoleTag>& tags,
                                std::vector<Paired> found);

}  // namespace claimsift
