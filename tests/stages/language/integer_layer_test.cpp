// SPDX-License-Identifier: Apache-2.0
#include "stages/language/integer_layer.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace claimsift {
namespace {

/// Numbers of 16 bits, the extremes among them.
class Numbers {
 public:
  int16_t next() {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    const auto x = static_cast<uint32_t>(state_ >> 40);
    return x % 19 == 0 ? INT16_MIN / 8 : x % 17 == 0 ? INT16_MAX / 8 : static_cast<int16_t>(x % 4001 - 2000);
  }

 private:
  uint64_t state_ = 7;
};

template <uint32_t Inputs, uint32_t Outputs> void expect_sums_of_products(size_t count, size_t stride) {
  const auto layer = std::make_unique<IntegerLayer<Inputs, Outputs>>();
  Numbers numbers;
  for (uint32_t o = 0; o < Outputs; ++o) {
    layer->bias[o] = numbers.next() * 1000;
    for (uint32_t i = 0; i < Inputs; ++i) layer->weight(i, o) = numbers.next();
  }
  std::vector<int16_t> rows(count * stride + Inputs);
  for (int16_t& x : rows) x = numbers.next();
  std::vector<int32_t> sums(count * Outputs + 1, 12345);
  layer->apply(rows.data(), stride, count, sums.data());
  for (size_t t = 0; t < count; ++t)
    for (uint32_t o = 0; o < Outputs; ++o) {
      int32_t sum = layer->bias[o];
      for (uint32_t i = 0; i < Inputs; ++i) sum += rows[t * stride + i] * layer->weight(i, o);
      ASSERT_EQ(sums[t * Outputs + o], sum) << "row " << t << " of " << count << ", output " << o;
    }
  EXPECT_EQ(sums.back(), 12345) << "written beyond the end";
}

TEST(IntegerLayer, SumsProductsForAnyNumberOfRows) {
  for (size_t count = 0; count <= 19; ++count) expect_sums_of_products<10, 96>(count, 10);
}

TEST(IntegerLayer, SumsProductsOfOneBlockAndOfMany) {
  expect_sums_of_products<2, 16>(9, 2);
  expect_sums_of_products<100, 64>(9, 100);
  expect_sums_of_products<64, 272>(9, 64);
}

TEST(IntegerLayer, RowsMayOverlap) { expect_sums_of_products<12, 32>(13, 4); }

}  // namespace
}  // namespace claimsift
