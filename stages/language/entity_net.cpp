// SPDX-License-Identifier: Apache-2.0
#include "stages/language/entity_net.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace claimsift {
namespace {

using Sums = std::array<int32_t, EntityNet::kHidden>;
using Vector = std::array<int8_t, EntityNet::kDense>;

/// Apart, since within the loop over rows the compiler turns the two loops round.
[[gnu::noinline]] void add_row(const EntityNet::Layer& row, Sums& sums) {
  int32_t* const to = sums.data();
  const int16_t* const from = row.data();
  for (uint32_t h = 0; h < EntityNet::kHidden; ++h) to[h] += from[h];
}

/// Adds what the vector of one word of the window gives each hidden unit.
void add_dense(const EntityNet::Dense& weights, const Vector& vector, Sums& sums) {
  for (uint32_t d = 0; d < EntityNet::kDense / 2; ++d)
    for (uint32_t h = 0; h < EntityNet::kHidden; ++h)
      sums[h] += weights[d][h][0] * vector[2 * d] + weights[d][h][1] * vector[2 * d + 1];
}

#if defined(__x86_64__)
/// The same, 16 products at a time.
[[gnu::target("avx2")]] void add_dense_avx2(const EntityNet::Dense& weights, const Vector& vector,
                                            Sums& sums) {
  constexpr uint32_t kDense = EntityNet::kDense, kHidden = EntityNet::kHidden;
  std::array<int32_t, kDense / 2> pairs;
  for (uint32_t d = 0; d < pairs.size(); ++d)
    pairs[d] = static_cast<int32_t>(static_cast<uint16_t>(vector[2 * d]) |
                                    uint32_t{static_cast<uint16_t>(vector[2 * d + 1])} << 16);
  for (uint32_t h = 0; h < kHidden; h += 32) {  // four registers of eight
    const auto at = [&](uint32_t k) { return reinterpret_cast<__m256i*>(&sums[h + 8 * k]); };
    __m256i a = _mm256_loadu_si256(at(0)), b = _mm256_loadu_si256(at(1)), c = _mm256_loadu_si256(at(2)),
            e = _mm256_loadu_si256(at(3));
    for (uint32_t d = 0; d < pairs.size(); ++d) {
      const __m256i pair = _mm256_set1_epi32(pairs[d]);
      const auto* const w = reinterpret_cast<const __m256i*>(&weights[d][h]);
      a = _mm256_add_epi32(a, _mm256_madd_epi16(_mm256_loadu_si256(w), pair));
      b = _mm256_add_epi32(b, _mm256_madd_epi16(_mm256_loadu_si256(w + 1), pair));
      c = _mm256_add_epi32(c, _mm256_madd_epi16(_mm256_loadu_si256(w + 2), pair));
      e = _mm256_add_epi32(e, _mm256_madd_epi16(_mm256_loadu_si256(w + 3), pair));
    }
    _mm256_storeu_si256(at(0), a);
    _mm256_storeu_si256(at(1), b);
    _mm256_storeu_si256(at(2), c);
    _mm256_storeu_si256(at(3), e);
  }
}
#endif

using AddDense = void (*)(const EntityNet::Dense&, const Vector&, Sums&);

AddDense best_add_dense() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return add_dense_avx2;
#endif
  return add_dense;
}

}  // namespace

void EntityNet::prefetch(const EntityNetInput& input) const {
  constexpr size_t kLine = 64;
  const auto ask = [](const auto& bytes) {
    for (size_t at = 0; at < sizeof bytes; at += kLine)
      __builtin_prefetch(reinterpret_cast<const char*>(&bytes) + at);
  };
  for (const auto* vector : input.vectors)
    if (vector) ask(*vector);
  for (uint32_t n = 0; n < input.size; ++n) ask(sparse[input.rows[n]]);
}

void EntityNet::scores(std::span<const EntityNetInput> inputs, std::span<Scores> scores) const {
  static const AddDense add = best_add_dense();
  std::array<Sums, kBatch> sums;
  for (size_t i = 0; i < inputs.size(); ++i) {
    Sums& sum = sums[i] = {};
    for (uint32_t n = 0; n < inputs[i].size; ++n) add_row(sparse[inputs[i].rows[n]], sum);
    for (int32_t& x : sum) x *= 128;
  }
  for (uint32_t p = 0; p < EntityNetInput::kWindow; ++p)
    for (size_t i = 0; i < inputs.size(); ++i)
      if (inputs[i].vectors[p]) add(dense[p], *inputs[i].vectors[p], sums[i]);
  for (size_t i = 0; i < inputs.size(); ++i) {
    Scores total{};
    for (uint32_t h = 0; h < kHidden; ++h) {
      constexpr int32_t kMost = 16 * kOutput - 1;
      const int32_t on = std::clamp(sums[i][h] / (128 * static_cast<int32_t>(kOne) / kOutput), 0, kMost);
      for (uint32_t l = 0; l < total.size(); ++l) total[l] += out[h][l] * on;
    }
    for (int32_t& x : total) x /= kOutput;
    scores[i] = total;
  }
}

}  // namespace claimsift
