// SPDX-License-Identifier: Apache-2.0
#include "stages/language/integer_layer.hpp"

#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace claimsift {
namespace {

#if defined(__x86_64__)
/// Two inputs beside each other.
inline int32_t pair_at(const int16_t* inputs) {
  int32_t pair;
  std::memcpy(&pair, inputs, sizeof pair);
  return pair;
}

/// Some rows at once, which share what is read of the weights; half a block of outputs at a time.
template <size_t Rows> void multiply_sse2_rows(const LayerPairs* weights, const int32_t* bias,
                                               uint32_t inputs, uint32_t outputs, const int16_t* rows,
                                               size_t stride, int32_t* sums) {
  constexpr uint32_t kHalf = kLayerBlock / 2;
  for (uint32_t from = 0; from < outputs; from += kHalf) {
    const LayerPairs* const block = weights + from / kLayerBlock * (inputs / 2);
    __m128i low[Rows], high[Rows];
    for (size_t t = 0; t < Rows; ++t) {
      low[t] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bias + from));
      high[t] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bias + from + 4));
    }
    for (uint32_t i = 0; i < inputs / 2; ++i) {
      const auto* const w = reinterpret_cast<const __m128i*>(&block[i][from % kLayerBlock]);
      const __m128i w0 = _mm_loadu_si128(w), w1 = _mm_loadu_si128(w + 1);
      for (size_t t = 0; t < Rows; ++t) {
        const __m128i x = _mm_set1_epi32(pair_at(rows + t * stride + 2 * i));
        low[t] = _mm_add_epi32(low[t], _mm_madd_epi16(w0, x));
        high[t] = _mm_add_epi32(high[t], _mm_madd_epi16(w1, x));
      }
    }
    for (size_t t = 0; t < Rows; ++t) {
      _mm_storeu_si128(reinterpret_cast<__m128i*>(sums + t * outputs + from), low[t]);
      _mm_storeu_si128(reinterpret_cast<__m128i*>(sums + t * outputs + from + 4), high[t]);
    }
  }
}

/// The same for a block of outputs.
template <size_t Rows> [[gnu::target("avx2")]] void multiply_avx2_rows(const LayerPairs* weights,
                                                                       const int32_t* bias, uint32_t inputs,
                                                                       uint32_t outputs, const int16_t* rows,
                                                                       size_t stride, int32_t* sums) {
  for (uint32_t from = 0; from < outputs; from += kLayerBlock) {
    __m256i low[Rows], high[Rows];
    for (size_t t = 0; t < Rows; ++t) {
      low[t] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bias + from));
      high[t] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bias + from + 8));
    }
    for (uint32_t i = 0; i < inputs / 2; ++i, ++weights) {
      const auto* const w = reinterpret_cast<const __m256i*>(weights);
      const __m256i w0 = _mm256_loadu_si256(w), w1 = _mm256_loadu_si256(w + 1);
      for (size_t t = 0; t < Rows; ++t) {
        const __m256i x = _mm256_set1_epi32(pair_at(rows + t * stride + 2 * i));
        low[t] = _mm256_add_epi32(low[t], _mm256_madd_epi16(w0, x));
        high[t] = _mm256_add_epi32(high[t], _mm256_madd_epi16(w1, x));
      }
    }
    for (size_t t = 0; t < Rows; ++t) {
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + t * outputs + from), low[t]);
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + t * outputs + from + 8), high[t]);
    }
  }
}

/// The same for some blocks of outputs together.
template <size_t Rows, size_t Blocks>
[[gnu::target("avx512f,avx512vnni")]] void multiply_blocks(const LayerPairs* weights, const int32_t* bias,
                                                           uint32_t pairs, uint32_t outputs,
                                                           const int16_t* rows, size_t stride,
                                                           int32_t* sums) {
  __m512i sum[Rows][Blocks];
  for (size_t t = 0; t < Rows; ++t)
    for (size_t b = 0; b < Blocks; ++b) sum[t][b] = _mm512_loadu_si512(bias + b * kLayerBlock);
  for (uint32_t i = 0; i < pairs; ++i) {
    __m512i w[Blocks];
    for (size_t b = 0; b < Blocks; ++b) w[b] = _mm512_loadu_si512(weights + b * pairs + i);
    for (size_t t = 0; t < Rows; ++t) {
      const __m512i x = _mm512_set1_epi32(pair_at(rows + t * stride + 2 * i));
      for (size_t b = 0; b < Blocks; ++b) sum[t][b] = _mm512_dpwssd_epi32(sum[t][b], w[b], x);
    }
  }
  for (size_t t = 0; t < Rows; ++t)
    for (size_t b = 0; b < Blocks; ++b) _mm512_storeu_si512(sums + t * outputs + b * kLayerBlock, sum[t][b]);
}

/// Eight rows by two blocks of outputs or four by four: as many sums as there are registers for.
template <size_t Rows>
[[gnu::target("avx512f,avx512vnni")]] void multiply_avx512_rows(const LayerPairs* weights,
                                                                const int32_t* bias, uint32_t inputs,
                                                                uint32_t outputs, const int16_t* rows,
                                                                size_t stride, int32_t* sums) {
  constexpr uint32_t kTogether = Rows > 4 ? 2 : 4;
  const uint32_t pairs = inputs / 2;
  uint32_t from = 0;
  for (; from + kTogether * kLayerBlock <= outputs; from += kTogether * kLayerBlock)
    multiply_blocks<Rows, kTogether>(weights + from / kLayerBlock * pairs, bias + from, pairs, outputs, rows,
                                     stride, sums + from);
  for (; from < outputs; from += kLayerBlock)
    multiply_blocks<Rows, 1>(weights + from / kLayerBlock * pairs, bias + from, pairs, outputs, rows, stride,
                             sums + from);
}

using MultiplyRows = decltype(&multiply_avx2_rows<1>);

/// Most rows eight or four at a time, then those that are left.
template <bool Eights, MultiplyRows One, MultiplyRows Two, MultiplyRows Four, MultiplyRows Eight>
void multiply_tiled(const LayerPairs* weights, const int32_t* bias, uint32_t inputs, uint32_t outputs,
                    const int16_t* rows, size_t stride, size_t count, int32_t* sums) {
  const auto some = [&](MultiplyRows multiply, size_t n) {
    for (; count >= n; count -= n, rows += n * stride, sums += n * outputs)
      multiply(weights, bias, inputs, outputs, rows, stride, sums);
  };
  if (Eights) some(Eight, 8);
  some(Four, 4);
  some(Two, 2);
  some(One, 1);
}

using Multiply = decltype(&multiply_tiled<false, multiply_sse2_rows<1>, multiply_sse2_rows<2>,
                                          multiply_sse2_rows<4>, multiply_sse2_rows<4>>);

Multiply best_multiply() {
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vnni"))
    return multiply_tiled<true, multiply_avx512_rows<1>, multiply_avx512_rows<2>, multiply_avx512_rows<4>,
                          multiply_avx512_rows<8>>;
  if (__builtin_cpu_supports("avx2"))
    return multiply_tiled<false, multiply_avx2_rows<1>, multiply_avx2_rows<2>, multiply_avx2_rows<4>,
                          multiply_avx2_rows<4>>;
  return multiply_tiled<false, multiply_sse2_rows<1>, multiply_sse2_rows<2>, multiply_sse2_rows<4>,
                        multiply_sse2_rows<4>>;
}
#else
void multiply_plainly(const LayerPairs* weights, const int32_t* bias, uint32_t inputs, uint32_t outputs,
                      const int16_t* rows, size_t stride, size_t count, int32_t* sums) {
  for (size_t t = 0; t < count; ++t)
    for (uint32_t from = 0; from < outputs; from += kLayerBlock) {
      const LayerPairs* const block = weights + from / kLayerBlock * (inputs / 2);
      std::array<int32_t, kLayerBlock> sum;
      std::memcpy(sum.data(), bias + from, sizeof sum);
      for (uint32_t i = 0; i < inputs / 2; ++i) {
        const int32_t a = rows[t * stride + 2 * i], b = rows[t * stride + 2 * i + 1];
        for (uint32_t k = 0; k < kLayerBlock; ++k) sum[k] += block[i][k][0] * a + block[i][k][1] * b;
      }
      std::memcpy(sums + t * outputs + from, sum.data(), sizeof sum);
    }
}

auto best_multiply() { return &multiply_plainly; }
#endif

}  // namespace

void multiply_layer(const LayerPairs* weights, const int32_t* bias, uint32_t inputs, uint32_t outputs,
                    const int16_t* rows, size_t stride, size_t count, int32_t* sums) {
  static const auto multiply = best_multiply();
  multiply(weights, bias, inputs, outputs, rows, stride, count, sums);
}

}  // namespace claimsift
