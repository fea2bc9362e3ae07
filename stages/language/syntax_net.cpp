// SPDX-License-Identifier: Apache-2.0
#include "stages/language/syntax_net.hpp"

#include <algorithm>

namespace claimsift {
namespace {

using Net = SyntaxNet;
constexpr uint32_t kUnits = Net::kUnits, kMargin = Net::kWindow / 2;

/// Runs over a sentence in one direction: at each token the average of each unit moves towards the unit's new
/// value, by as much as its gate lets it.
template <bool Backwards>
[[gnu::always_inline]] inline void run(const int32_t* gates, uint32_t count, int16_t* states) {
  constexpr int32_t kOne = Net::kOne, kToOne = Net::kWeight, kToState = Net::kState / Net::kOne;
  std::array<int32_t, kUnits> average{};
  for (uint32_t k = 0; k < count; ++k) {
    const size_t t = Backwards ? count - 1 - k : k;
    const int32_t* const value = gates + t * Net::kGates + (Backwards ? 2 * kUnits : 0);
    const int32_t* const gate = value + kUnits;
    int16_t* const state = states + t * Net::kContext + (Backwards ? kUnits : 0);
    for (uint32_t u = 0; u < kUnits; ++u) {
      const int32_t fresh = std::clamp(value[u] / kToOne, -kOne, kOne) * kToState;
      const int32_t keep = std::clamp(kOne / 2 + gate[u] / (4 * kToOne), 0, kOne);
      average[u] += (fresh - average[u]) * (kOne - keep) / kOne;
      state[u] = static_cast<int16_t>(average[u] / kToState);
    }
  }
}

[[gnu::always_inline]] inline void run_both_ways(const int32_t* gates, uint32_t count, int16_t* states) {
  run<false>(gates, count, states);
  run<true>(gates, count, states);
}

/// Sums as parts of hidden layers.
[[gnu::always_inline]] inline void shorten(const int32_t* sums, size_t count, int16_t* parts) {
  for (size_t i = 0; i < count; ++i)
    parts[i] = static_cast<int16_t>(
        std::clamp(sums[i] / (Net::kSum / Net::kHiddenOne), -Net::kMostPart, Net::kMostPart));
}

/// The loops over all units of all tokens, compiled for what the machine has.
struct Loops {
  void (*run_both_ways)(const int32_t* gates, uint32_t count, int16_t* states);
  void (*shorten)(const int32_t* sums, size_t count, int16_t* parts);
};

constexpr Loops kPlain{
    [](const int32_t* gates, uint32_t count, int16_t* states) { run_both_ways(gates, count, states); },
    [](const int32_t* sums, size_t count, int16_t* parts) { shorten(sums, count, parts); }};

#if defined(__x86_64__)
[[gnu::target("avx2")]] void run_both_ways_avx2(const int32_t* gates, uint32_t count, int16_t* states) {
  run_both_ways(gates, count, states);
}
[[gnu::target("avx2")]] void shorten_avx2(const int32_t* sums, size_t count, int16_t* parts) {
  shorten(sums, count, parts);
}
constexpr Loops kAvx2{run_both_ways_avx2, shorten_avx2};
#endif

const Loops& loops() {
#if defined(__x86_64__)
  static const bool wide = __builtin_cpu_supports("avx2");
  if (wide) return kAvx2;
#endif
  return kPlain;
}

template <size_t Width> void add(const int16_t* part, std::array<int16_t, Width>& sum) {
  for (size_t h = 0; h < Width; ++h) sum[h] = static_cast<int16_t>(sum[h] + part[h]);
}

template <size_t Width> void rectify(std::array<int16_t, Width>& hidden) {
  for (int16_t& h : hidden) h = std::clamp<int16_t>(h, 0, Net::kMostHidden);
}

}  // namespace

void SyntaxReading::turn_to(std::span<const uint32_t> hash, std::span<const uint32_t> shape,
                            std::span<const Upos> upos, std::span<const Xpos> xpos, uint32_t first,
                            uint32_t last) {
  count_ = last - first;
  upos_ = upos.subspan(first, count_);
  read_tokens(hash.subspan(first, count_), shape.subspan(first, count_), xpos.subspan(first, count_));
  read_sentence();
}

void SyntaxReading::read_tokens(std::span<const uint32_t> hash, std::span<const uint32_t> shape,
                                std::span<const Xpos> xpos) {
  constexpr uint32_t kInput = Net::kInput, kDimensions = WordVectors::kDimensions;
  for (const uint32_t h : hash) {
    vectors_.prefetch(h);
    __builtin_prefetch(&net_.tokens[TokenInputs::word_row(h)]);
  }
  vector_rows_.assign(size_t{count_} * kDimensions, 0);
  for (uint32_t t = 0; t < count_; ++t)
    if (const auto* values = vectors_.find(hash[t]).values)
      std::copy(values->begin(), values->end(), &vector_rows_[size_t{t} * kDimensions]);
  sums_.resize(size_t{count_} * kInput);
  net_.vectors.apply(vector_rows_.data(), kDimensions, count_, sums_.data());

  values_.assign(size_t{count_ + 2 * kMargin} * kInput, 0);
  for (uint32_t t = 0; t < count_; ++t) {
    const int32_t* const sum = &sums_[size_t{t} * kInput];
    int16_t* const value = &values_[size_t{t + kMargin} * kInput];
    const auto rows = TokenInputs::rows(hash[t], shape[t], upos_[t], xpos[t]);
    for (uint32_t i = 0; i < kInput; ++i) {
      int32_t x = sum[i] / Net::kWeight;
      for (const uint32_t row : rows) x += net_.tokens[row][i];
      value[i] = static_cast<int16_t>(std::clamp(x, -Net::kOne, Net::kOne));
    }
  }
}

void SyntaxReading::read_sentence() {
  constexpr uint32_t kContext = Net::kContext;
  sums_.resize(size_t{count_} * Net::kGates);
  states_.resize(size_t{count_} * kContext);
  contexts_.resize(states_.size());
  net_.first.apply(values_.data(), Net::kInput, count_, sums_.data());
  loops().run_both_ways(sums_.data(), count_, states_.data());
  net_.second.apply(states_.data(), kContext, count_, sums_.data());
  loops().run_both_ways(sums_.data(), count_, contexts_.data());
  for (size_t i = 0; i < states_.size(); ++i) contexts_[i] = static_cast<int16_t>(contexts_[i] + states_[i]);

  const auto parts = [&](const auto& layer, std::vector<int16_t>& to) {
    sums_.resize(size_t{count_} * layer.kOutputs);
    layer.apply(contexts_.data(), kContext, count_, sums_.data());
    to.resize(sums_.size());
    loops().shorten(sums_.data(), sums_.size(), to.data());
  };
  parts(net_.move_roles, move_parts_);
  parts(net_.relation_roles, relation_parts_);
}

void SyntaxReading::score(const MoveInputs& inputs, MoveScores& scores) const {
  constexpr uint32_t kHidden = Net::kMoveHidden, kRoles = MoveInputs::kRoles;
  std::array<int16_t, kHidden> hidden{};
  for (uint32_t r = 0; r < kRoles; ++r) {
    const uint32_t token = inputs.tokens[r];
    add(token == SyntaxMachine::kNone ? net_.no_token[r].data()
                                      : &move_parts_[(size_t{token} * kRoles + r) * kHidden],
        hidden);
  }
  for (const uint32_t row : inputs.rows) add(net_.move_rows[row].data(), hidden);
  rectify(hidden);
  net_.moves.apply(hidden.data(), kHidden, 1, scores.data());
}

void SyntaxReading::score(const RelationInputs& inputs, RelationScores& scores) const {
  constexpr uint32_t kHidden = Net::kRelationHidden, kRoles = RelationInputs::kRoles;
  std::array<int16_t, kHidden> hidden{};
  for (uint32_t r = 0; r < kRoles; ++r)
    add(&relation_parts_[(size_t{inputs.tokens[r]} * kRoles + r) * kHidden], hidden);
  for (const uint32_t row : inputs.rows) add(net_.relation_rows[row].data(), hidden);
  rectify(hidden);
  net_.relations.apply(hidden.data(), kHidden, 1, scores.data());
}

}  // namespace claimsift
