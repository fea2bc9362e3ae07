// SPDX-License-Identifier: Apache-2.0
#include "stages/text/word_vectors.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "stages/text/words.hpp"

namespace claimsift {
namespace {

double cosine(const WordVectors& vectors, std::string_view a, std::string_view b) {
  const auto x = vectors.find(word_hash(a)), y = vectors.find(word_hash(b));
  EXPECT_TRUE(x.values && y.values) << a << ", " << b;
  double dot = 0, xx = 0, yy = 0;
  for (size_t d = 0; d < WordVectors::kDimensions; ++d) {
    const double u = (*x.values)[d], v = (*y.values)[d];
    dot += u * v;
    xx += u * u;
    yy += v * v;
  }
  return dot / std::sqrt(xx * yy);
}

TEST(WordVectorsTest, NeighboursInMeaningAreNeighbours) {
  const WordVectors vectors("");
  EXPECT_GT(cosine(vectors, "million", "billion"), cosine(vectors, "million", "senator"));
  EXPECT_GT(cosine(vectors, "senator", "congressman"), cosine(vectors, "senator", "river"));
}

TEST(WordVectorsTest, AWordInCapitalsIsTheSameWord) {
  const WordVectors vectors("");
  EXPECT_EQ(vectors.find(word_hash("Senator")).values, vectors.find(word_hash("senator")).values);
}

TEST(WordVectorsTest, AWordThatNobodyUsesHasNone) {
  EXPECT_EQ(WordVectors("").find(word_hash("zzxqjv")).values, nullptr);
}

TEST(WordVectorsTest, AnotherModelIsRefused) {
  EXPECT_THROW(WordVectors(find_model("", "claims.model")), std::runtime_error);
}

}  // namespace
}  // namespace claimsift
