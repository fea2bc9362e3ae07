// SPDX-License-Identifier: Apache-2.0
#include "stages/text/word_knowledge.hpp"

#include <stdexcept>

namespace claimsift {

WordKnowledge::WordKnowledge(const std::string& path)
    : file_(std::make_shared<ModelFile>(find_model(path, "words.model"), Arrays::kKind, Arrays::kVersion)),
      arrays_(reinterpret_cast<const Arrays*>(file_->payload().data())) {
  if (file_->payload().size() != sizeof(Arrays))
    throw std::runtime_error("the file of words has a wrong size");
}

}  // namespace claimsift
