// SPDX-License-Identifier: Apache-2.0
#include "stages/text/word_vectors.hpp"

#include <stdexcept>

namespace claimsift {

WordVectors::WordVectors(const std::string& path)
    : file_(find_model(path, "vectors.model"), Arrays::kKind, Arrays::kVersion) {
  if (file_.payload().size() != sizeof(Arrays))
    throw std::runtime_error("the file of word vectors has the wrong size");
  arrays_ = reinterpret_cast<const Arrays*>(file_.payload().data());
}

WordVectors::Vector WordVectors::find(uint32_t hash) const {
  for (uint32_t at = hash & (kSlots - 1); arrays_->slots[at] != 0; at = (at + 1) & (kSlots - 1)) {
    const uint32_t row = arrays_->slots[at] - 1;
    if (row < kRows && arrays_->hashes[row] == hash) return {&arrays_->values[row], arrays_->scales[row]};
  }
  return {};
}

}  // namespace claimsift
