// SPDX-License-Identifier: Apache-2.0
#include "stages/language/entity_net.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace claimsift {
namespace {

using Sums = std::array<int32_t, EntityNet::kHidden>;
using Vector = std::array<int8_t, EntityNet::kDense>;

/// What the net does, in the registers that the machine has. Every way gives the same numbers.
struct Kernels {
  /// Adds a row of `sparse`.
  void (*add_row)(const EntityNet::Layer& row, Sums& sums);
  /// Adds what the vector of one word of the window gives each hidden unit.
  void (*add_dense)(const EntityNet::Dense& weights, const Vector& vector, Sums& sums);
  /// The scores of what the hidden units sum up to.
  EntityNet::Scores (*scores)(const EntityNet::Out& out, const Sums& sums);
};

constexpr int32_t kMostOn = 16 * EntityNet::kOutput - 1;
constexpr int kOnShift = 11;  // from the sums to what a unit gives
static_assert(1 << kOnShift == 128 * EntityNet::kOne / EntityNet::kOutput);

/// Apart, since within the loop over rows the compiler turns the two loops round.
[[gnu::noinline]] void add_row(const EntityNet::Layer& row, Sums& sums) {
  int32_t* const to = sums.data();
  const int16_t* const from = row.data();
  for (uint32_t h = 0; h < EntityNet::kHidden; ++h) to[h] += from[h];
}

void add_dense(const EntityNet::Dense& weights, const Vector& vector, Sums& sums) {
  for (uint32_t d = 0; d < EntityNet::kDense / 2; ++d)
    for (uint32_t h = 0; h < EntityNet::kHidden; ++h)
      sums[h] += weights[d][h][0] * vector[2 * d] + weights[d][h][1] * vector[2 * d + 1];
}

EntityNet::Scores scores(const EntityNet::Out& out, const Sums& sums) {
  EntityNet::Scores total{};
  for (uint32_t h = 0; h < EntityNet::kHidden; ++h) {
    const int32_t on = std::min(std::max(sums[h], 0) >> kOnShift, kMostOn);
    for (uint32_t l = 0; l < total.size(); ++l) total[l] += out[h][l] * on;
  }
  for (int32_t& x : total) x /= EntityNet::kOutput;
  return total;
}

#if defined(__x86_64__)
/// Dimensions of a vector two at a time, as multiplications of pairs take them.
using Pairs = std::array<int32_t, EntityNet::kDense / 2>;
void fill(Pairs& pairs, const Vector& vector) {
  for (uint32_t d = 0; d < pairs.size(); ++d)
    pairs[d] = static_cast<int32_t>(static_cast<uint16_t>(vector[2 * d]) |
                                    uint32_t{static_cast<uint16_t>(vector[2 * d + 1])} << 16);
}

[[gnu::target("avx2")]] void add_row_avx2(const EntityNet::Layer& row, Sums& sums) {
  for (uint32_t h = 0; h < EntityNet::kHidden; h += 8) {
    auto* const to = reinterpret_cast<__m256i*>(&sums[h]);
    const auto* const from = reinterpret_cast<const __m128i*>(&row[h]);
    _mm256_storeu_si256(
        to, _mm256_add_epi32(_mm256_loadu_si256(to), _mm256_cvtepi16_epi32(_mm_loadu_si128(from))));
  }
}

/// 16 products at a time.
[[gnu::target("avx2")]] void add_dense_avx2(const EntityNet::Dense& weights, const Vector& vector,
                                            Sums& sums) {
  Pairs pairs;
  fill(pairs, vector);
  for (uint32_t h = 0; h < EntityNet::kHidden; h += 32) {  // four registers of eight
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

/// 32 products at a time.
[[gnu::target("avx512f,avx512bw")]] void add_dense_avx512(const EntityNet::Dense& weights,
                                                          const Vector& vector, Sums& sums) {
  static_assert(EntityNet::kHidden == 64);  // four registers of 16
  Pairs pairs;
  fill(pairs, vector);
  __m512i a = _mm512_loadu_si512(&sums[0]), b = _mm512_loadu_si512(&sums[16]),
          c = _mm512_loadu_si512(&sums[32]), e = _mm512_loadu_si512(&sums[48]);
  for (uint32_t d = 0; d < pairs.size(); ++d) {
    const __m512i pair = _mm512_set1_epi32(pairs[d]);
    a = _mm512_add_epi32(a, _mm512_madd_epi16(_mm512_loadu_si512(&weights[d][0]), pair));
    b = _mm512_add_epi32(b, _mm512_madd_epi16(_mm512_loadu_si512(&weights[d][16]), pair));
    c = _mm512_add_epi32(c, _mm512_madd_epi16(_mm512_loadu_si512(&weights[d][32]), pair));
    e = _mm512_add_epi32(e, _mm512_madd_epi16(_mm512_loadu_si512(&weights[d][48]), pair));
  }
  _mm512_storeu_si512(&sums[0], a);
  _mm512_storeu_si512(&sums[16], b);
  _mm512_storeu_si512(&sums[32], c);
  _mm512_storeu_si512(&sums[48], e);
}

/// Two hidden units at a time: their weights are laced, so that a pair of products is summed at once.
[[gnu::target("avx2")]] EntityNet::Scores scores_avx2(const EntityNet::Out& out, const Sums& sums) {
  static_assert(RoleWeights::kColumns == 8);
  std::array<int32_t, EntityNet::kHidden> on;
  for (uint32_t h = 0; h < on.size(); ++h) on[h] = std::min(std::max(sums[h], 0) >> kOnShift, kMostOn);
  __m128i low = _mm_setzero_si128(), high = low;
  for (uint32_t h = 0; h < on.size(); h += 2) {
    const __m128i first = _mm_loadu_si128(reinterpret_cast<const __m128i*>(out[h].data())),
                  second = _mm_loadu_si128(reinterpret_cast<const __m128i*>(out[h + 1].data())),
                  pair = _mm_set1_epi32(on[h] | on[h + 1] << 16);
    low = _mm_add_epi32(low, _mm_madd_epi16(_mm_unpacklo_epi16(first, second), pair));
    high = _mm_add_epi32(high, _mm_madd_epi16(_mm_unpackhi_epi16(first, second), pair));
  }
  EntityNet::Scores total;
  _mm_storeu_si128(reinterpret_cast<__m128i*>(&total[0]), low);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(&total[4]), high);
  for (int32_t& x : total) x /= EntityNet::kOutput;
  return total;
}
#endif

Kernels best_kernels() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw"))
    return {add_row_avx2, add_dense_avx512, scores_avx2};
  if (__builtin_cpu_supports("avx2")) return {add_row_avx2, add_dense_avx2, scores_avx2};
#endif
  return {add_row, add_dense, scores};
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
  static const Kernels kernels = best_kernels();
  std::array<Sums, kBatch> sums;
  for (size_t i = 0; i < inputs.size(); ++i) {
    Sums& sum = sums[i] = {};
    for (uint32_t n = 0; n < inputs[i].size; ++n) kernels.add_row(sparse[inputs[i].rows[n]], sum);
    for (int32_t& x : sum) x *= 128;
  }
  for (uint32_t p = 0; p < EntityNetInput::kWindow; ++p)
    for (size_t i = 0; i < inputs.size(); ++i)
      if (inputs[i].vectors[p]) kernels.add_dense(dense[p], *inputs[i].vectors[p], sums[i]);
  for (size_t i = 0; i < inputs.size(); ++i) scores[i] = kernels.scores(out, sums[i]);
}

}  // namespace claimsift
