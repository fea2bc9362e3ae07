// SPDX-License-Identifier: Apache-2.0
// each_sentence.hpp - the tokens of a document, sentence by sentence. Stateless.
#pragma once

#include <cstdint>

#include "claimsift/layers.hpp"

namespace claimsift {

/// Calls `sentence(first, last)` with the tokens of each sentence.
template <class F> void each_sentence(const View<layers::Tokens>& tokens, F&& sentence) {
  const auto shape = tokens.column<"shape">();
  for (uint32_t first = 0; first < tokens.size();) {
    uint32_t last = first + 1;
    while (last < tokens.size() && !(shape[last] & shape::sentence)) ++last;
    sentence(first, last);
    first = last;
  }
}

}  // namespace claimsift
