// SPDX-License-Identifier: Apache-2.0
// features.hpp - what the scoring model sees of a span: hashed word unigrams and bigrams, each family scaled
// to unit length, patterns of finite verbs, counts of word classes, numbers and names, and pooled word
// vectors. The trainer calls the same code. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/claims/lexicon.hpp"
#include "stages/claims/verb_patterns.hpp"
#include "stages/text/word_vectors.hpp"

namespace claimsift {

inline constexpr uint32_t kFeatureRowsLog2 = 16;
inline constexpr uint32_t kFeatureRows = 1u << kFeatureRowsLog2;

/// Counts beside those of the word classes.
enum class Count : uint8_t {
  words,
  short_span,
  long_span,
  names,
  numbers,
  years,
  money,
  percent,
  counts,
  other_quantities,
  dates,
  durations,
  past_forms,
  question_mark,
  exclamation,
  quotes,
  total
};
inline constexpr size_t kCounts = static_cast<size_t>(word_class::count) + static_cast<size_t>(Count::total);

/// Which words' vectors are pooled, and how; a pool without a word with a vector is 0.
enum class WordPool : uint8_t {
  mean,
  maximum,  // of each dimension
  verbs,    // their mean, as of the two below
  nouns,
  opening,  // the first four tokens
  total
};
inline constexpr size_t kVectorFeatures = static_cast<size_t>(WordPool::total) * WordVectors::kDimensions;

/// The features of one span.
struct ClaimFeatures {
  std::vector<uint32_t> unigrams, bigrams, verbs;  // rows, with repeats
  std::array<float, kCounts> counts{};             // log(1 + count), or 0 and 1
  std::array<float, kVectorFeatures> vector{};     // by WordPool
  std::vector<VerbPattern> patterns;               // what `verbs` was made from, one each
};

/// What the features are drawn from; tags, quantities and times may be absent.
struct FeatureInput {
  const WordVectors& vectors;
  std::string_view text;
  View<layers::Tokens> tokens;
  View<layers::Tags> tags;
  View<layers::Quantities> quantities;
  View<layers::Times> times;
};

/// Fills `features` (which is cleared first, its memory kept) for the tokens that lie in `span`.
void claim_features(const FeatureInput& input, cs_span span, ClaimFeatures& features);

}  // namespace claimsift
