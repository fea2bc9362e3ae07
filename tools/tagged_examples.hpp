// SPDX-License-Identifier: Apache-2.0
// tagged_examples.hpp - what the trainers of `tags`, `syntax` and `entities` share: JSON Lines read as
// documents with the product's own sentences and tokens, without texts that a shipped model may not learn
// from. One thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "stages/language/sentences.hpp"
#include "stages/language/tokens.hpp"
#include "tools/annotate.hpp"
#include "tools/treebank.hpp"

namespace claimsift {

/// Calls `document(record, unique_ptr to the document, byte offsets)` for each line of a file; a document
/// whose `licence` rules out commercial use is left out.
template <class F> void each_document(const char* path, F&& document) {
  each_record(path, [&](const simdjson::dom::element record, std::string_view text) {
    auto doc = std::make_unique<TestDocument>(std::string(text));
    annotate<Sentences>(*doc);
    annotate<Tokens>(*doc);
    document(record, std::move(doc), byte_offsets(text));
  });
}

}  // namespace claimsift
