// SPDX-License-Identifier: Apache-2.0
// features.hpp - what the scoring model sees of a span: hashed word unigrams and bigrams, each family scaled
// to unit length, counts of word classes, numbers and names, and mean and maximum of the words' vectors. The
// trainer calls the same code. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/claims/lexicon.hpp"
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

inline constexpr size_t kVectorFeatures = 2 * WordVectors::kDimensions;

/// The features of one span.
struct ClaimFeatures {
  std::vector<uint32_t> unigrams, bigrams;      // rows, with repeats
  std::array<float, kCounts> counts{};          // log(1 + count), or 0 and 1
  std::array<float, kVectorFeatures> vector{};  // the mean of each dimension, then the maximum
};

/// What the features are drawn from; quantities and times may be absent.
struct FeatureInput {
  const WordVectors& vectors;
  std::string_view text;
  View<layers::Tokens> tokens;
  View<layers::Quantities> quantities;
  View<layers::Times> times;
};

/// Fills `features` (which is cleared first, its memory kept) for the tokens that lie in `span`.
void claim_features(const FeatureInput& input, cs_span span, ClaimFeatures& features);

}  // namespace claimsift
