// SPDX-License-Identifier: Apache-2.0
// integer_layer.hpp - a layer of a small net: sums of inputs and weights of 16 bits in 32 bits, exact, so
// that every machine gives the same sums, whatever its vector instructions. Who stores the weights sees to it
// that no sum can overflow. Plain data as it stands in a model's file; read-only, safe from several threads.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace claimsift {

/// Outputs that are computed together: their weights for two inputs at a time fill a cache line.
inline constexpr uint32_t kLayerBlock = 16;

/// Weights of two inputs for the outputs of a block.
using LayerPairs = std::array<std::array<int16_t, 2>, kLayerBlock>;

/// For each of `count` rows of inputs, `stride` apart, `outputs` sums into a row of `sums`. `weights` holds
/// the pairs of inputs of the first block, then those of the next.
void multiply_layer(const LayerPairs* weights, const int32_t* bias, uint32_t inputs, uint32_t outputs,
                    const int16_t* rows, size_t stride, size_t count, int32_t* sums);

template <uint32_t Inputs, uint32_t Outputs> struct IntegerLayer {
  static constexpr uint32_t kInputs = Inputs, kOutputs = Outputs;
  static_assert(Inputs % 2 == 0 && Outputs % kLayerBlock == 0);

  alignas(64) std::array<std::array<LayerPairs, Inputs / 2>, Outputs / kLayerBlock> weights;
  std::array<int32_t, Outputs> bias;

  int16_t& weight(uint32_t input, uint32_t output) {
    return weights[output / kLayerBlock][input / 2][output % kLayerBlock][input % 2];
  }
  /// `sums` has room for `count` rows of Outputs.
  void apply(const int16_t* rows, size_t stride, size_t count, int32_t* sums) const {
    multiply_layer(weights[0].data(), bias.data(), Inputs, Outputs, rows, stride, count, sums);
  }
};

}  // namespace claimsift
