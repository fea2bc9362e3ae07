// SPDX-License-Identifier: Apache-2.0
#include "stages/language/entity_model.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace claimsift {

EntityDecoder::EntityDecoder(const EntityFeatures& features, const EntityWeights& weights)
    : features_(features), weights_(weights) {
  size_t size = 0;
  for (const TokenRange& range : features.ranges()) size += range.size();
  sums_.resize(size);
  // The rows of a token are on their way from memory while those of the next are found.
  std::array<EntityFeatures::Rows, 2> rows;
  size_t number = 0;
  for (const TokenRange& range : features.ranges())
    for (uint32_t i = range.first; i < range.last; ++i, ++number) {
      EntityFeatures::Rows& next = rows[number % 2];
      features.of(i, next);
      for (const uint32_t row : next) __builtin_prefetch(weights_.features[row].data());
      if (number > 0) add(rows[(number - 1) % 2], sums_[number - 1]);
    }
  if (number > 0) add(rows[(number - 1) % 2], sums_[number - 1]);
}

void EntityDecoder::add(const EntityFeatures::Rows& rows, Sum& sum) const {
  using Bytes [[gnu::vector_size(8)]] = int8_t;
  using Words [[gnu::vector_size(16)]] = int16_t;
  static_assert(sizeof(Sum) == 2 * sizeof(Words) && sizeof(EntityWeights::Row) == 2 * sizeof(Bytes));
  std::array<Words, 2> total;  // by the compiler's vectors, since it makes no such loop of plain arrays
  std::memcpy(&total, &sum, sizeof sum);
  for (const uint32_t row : rows) {
    std::array<Bytes, 2> w;
    std::memcpy(&w, &weights_.features[row], sizeof w);
    for (uint32_t pass = 0; pass < 2; ++pass) total[pass] += __builtin_convertvector(w[pass], Words);
  }
  std::memcpy(&sum, &total, sizeof sum);
}

/// `emission(number, token, scores)` gives the scores of the token of this number within the ranges.
template <class Emission>
std::vector<uint8_t> EntityDecoder::decode(uint32_t pass, Emission&& emission) const {
  std::vector<uint8_t> labels(features_.tokens(), 0), found;
  size_t number = 0;
  for (const TokenRange& range : features_.ranges()) {
    viterbi<int32_t>(
        range, [&](uint32_t token, LabelScores<int32_t>& scores) { emission(number++, token, scores); },
        [&](uint32_t before, uint32_t label) { return int32_t{weights_.transitions[pass][before][label]}; },
        found);
    std::copy(found.begin(), found.end(), labels.begin() + range.first);
  }
  return labels;
}

std::vector<uint8_t> EntityDecoder::first_pass() const {
  return decode(0, [&](size_t number, uint32_t, LabelScores<int32_t>& scores) {
    std::copy_n(sums_[number].begin(), scores.size(), scores.begin());
  });
}

std::vector<uint8_t> EntityDecoder::second_pass() const {
  EntityFeatures::Rows rows;
  return decode(1, [&](size_t number, uint32_t token, LabelScores<int32_t>& scores) {
    Sum sum = sums_[number];
    features_.of_labels(token, rows);
    add(rows, sum);
    std::copy_n(sum.begin() + EntityWeights::kLabels, scores.size(), scores.begin());
  });
}

std::vector<uint8_t> net_labels(const EntityFeatures& features, const EntityNet& net) {
  constexpr int32_t kSure = static_cast<int32_t>(EntityNet::kOne) * 3 / 2;  // before the second best
  std::vector<uint8_t> labels(features.tokens(), 0);
  std::array<EntityNetInput, EntityNet::kBatch> inputs;
  std::array<EntityNet::Scores, EntityNet::kBatch> scores;
  std::array<uint32_t, EntityNet::kBatch> tokens;
  uint32_t size = 0;
  const auto label = [&] {
    net.scores({inputs.data(), size}, {scores.data(), size});
    for (uint32_t n = 0; n < size; ++n) {
      const EntityNet::Scores& s = scores[n];
      uint32_t best = 0;
      for (uint32_t l = 1; l < kRoleLabels; ++l)
        if (s[l] > s[best]) best = l;
      int32_t second = INT32_MIN;
      for (uint32_t l = 0; l < kRoleLabels; ++l)
        if (l != best) second = std::max(second, s[l]);
      labels[tokens[n]] = static_cast<uint8_t>(2 * best + (s[best] - second > kSure ? 1 : 0));
    }
    size = 0;
  };
  for (const TokenRange& range : features.ranges())
    for (uint32_t i = range.first; i < range.last; ++i) {
      features.input(i, inputs[size]);
      net.prefetch(inputs[size]);
      tokens[size++] = i;
      if (size == EntityNet::kBatch) label();
    }
  label();
  return labels;
}

std::vector<uint8_t> entity_labels(EntityFeatures& features, const EntityWeights& weights) {
  const EntityDecoder decoder(features, weights);
  features.learn(decoder.first_pass(), net_labels(features, weights.net));
  return decoder.second_pass();
}

EntityModel::EntityModel(const std::string& path)
    : file_(find_model(path, "entities.model"), EntityWeights::kKind, EntityWeights::kVersion) {
  if (file_.payload().size() != sizeof(EntityWeights))
    throw std::runtime_error("the entities model has a wrong size");
  weights_ = reinterpret_cast<const EntityWeights*>(file_.payload().data());
}

}  // namespace claimsift
