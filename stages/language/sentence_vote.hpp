// SPDX-License-Identifier: Apache-2.0
// sentence_vote.hpp - the learned vote on places where no rule says that a sentence ends: behind a colon, a
// semicolon, a dash, a bracket, and between words where the next has a capital or a digit, as in messages and
// captions ("Thanks, Ann Are you free?"). Logistic regression over hashed features of the three words on
// either side. A decision looks at a bounded stretch of text. Read-only; safe from several threads.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "stages/text/model_file.hpp"

namespace claimsift {

/// White space between two words of a stretch of text [begin, end), in which the sentence began at `begin`.
struct VoteGap {
  size_t begin;
  size_t before;  // the end of the word before the gap
  size_t after;   // where the next word begins
  size_t end;
};

/// Whether the characters on both sides leave it open that a sentence ends at the gap.
bool is_unsure(std::string_view text, const VoteGap& gap);

/// The features of a gap that is_unsure, as hashes, in the order of what they cost: those of the word before,
/// of the word behind too, of three words on both sides.
constexpr size_t kVoteFeatures = 15;
constexpr std::array<size_t, 2> kVoteSteps{5, 8};
using VoteFeatures = std::array<uint32_t, kVoteFeatures>;
VoteFeatures vote_features(std::string_view text, const VoteGap& gap);

/// The model's file. A feature's weight stands at the row of its hash's highest bits.
struct VoteWeights {
  static constexpr std::string_view kKind = "sentences";
  static constexpr uint32_t kVersion = 1;
  static constexpr uint32_t kBits = 15;
  static constexpr double kScale = 16;  // what a weight of 1 is in the file
  /// How sure the vote must be to end a sentence: a missed end costs less than a sentence in two pieces.
  static constexpr auto kSure = static_cast<int32_t>(0.6 * kScale);

  int32_t bias = 0;
  /// If the bias and the first kVoteSteps[i] features sum to no more, the others are not asked.
  std::array<int32_t, kVoteSteps.size()> least{};
  std::array<int8_t, 1u << kBits> rows{};

  static constexpr uint32_t row(uint32_t feature) { return feature >> (32 - kBits); }

  /// The sum of the features [begin, end).
  int32_t sum(const VoteFeatures& features, size_t begin, size_t end) const {
    int32_t all = 0;
    for (size_t i = begin; i < end; ++i) all += rows[row(features[i])];
    return all;
  }
};

class SentenceVote {
 public:
  /// `path` of a model's file. Throws std::runtime_error.
  explicit SentenceVote(const std::string& path);
  /// Of weights that outlive it, for trainers.
  explicit SentenceVote(const VoteWeights& weights) : weights_(&weights) {}

  /// Whether a sentence ends at a gap that is_unsure.
  bool ends(std::string_view text, const VoteGap& gap) const;

 private:
  std::shared_ptr<const ModelFile> file_;
  const VoteWeights* weights_;
};

}  // namespace claimsift
