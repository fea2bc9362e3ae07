// SPDX-License-Identifier: Apache-2.0
// tagged_examples.hpp - what the trainers of `tags` and `entities` share: JSON Lines read as documents with
// the product's own sentences and tokens, without texts that a shipped model may not learn from. One thread.
#pragma once

#include <simdjson.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claimsift/test_host.hpp"
#include "stages/language/sentences.hpp"
#include "stages/language/tokens.hpp"

namespace claimsift {

/// Byte offset of each code point, and of the end.
inline std::vector<uint32_t> byte_offsets(std::string_view text) {
  std::vector<uint32_t> offsets;
  for (uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) offsets.push_back(i);
  offsets.push_back(static_cast<uint32_t>(text.size()));
  return offsets;
}

/// Calls `document(record, unique_ptr to the document, byte offsets)` for each line of a file; a document
/// whose `licence` rules out commercial use is left out.
template <class F> void each_document(const char* path, F&& document) {
  simdjson::dom::parser parser;
  simdjson::padded_string file = simdjson::padded_string::load(path);
  simdjson::dom::document_stream records = parser.parse_many(file, 64 << 20);
  for (auto item : records) {
    const simdjson::dom::element record = item.value();
    std::string_view licence;
    if (!record["licence"].get(licence) && licence.find("NC") != std::string_view::npos) continue;
    const std::string_view text = record["text"].get_string().value();
    auto doc = std::make_unique<TestDocument>(std::string(text));
    run_stage<Sentences>(*doc);
    run_stage<Tokens>(*doc);
    document(record, std::move(doc), byte_offsets(text));
  }
}

}  // namespace claimsift
