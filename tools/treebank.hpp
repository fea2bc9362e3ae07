// SPDX-License-Identifier: Apache-2.0
// treebank.hpp - what the trainers that learn from annotated texts share: JSON Lines read record by record,
// without texts that a shipped model may not learn from, and offsets in code points as bytes. One thread.
#pragma once

#include <simdjson.h>

#include <string_view>
#include <vector>

#include "claimsift/stage.hpp"

namespace claimsift {

/// Byte offset of each code point, and of the end.
inline std::vector<uint32_t> byte_offsets(std::string_view text) {
  std::vector<uint32_t> offsets;
  for (uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) offsets.push_back(i);
  offsets.push_back(static_cast<uint32_t>(text.size()));
  return offsets;
}

/// The spans [[b,e]..] of a field, in bytes.
inline std::vector<cs_span> spans_of(const simdjson::dom::element record, const char* field,
                                     const std::vector<uint32_t>& at) {
  std::vector<cs_span> spans;
  for (const simdjson::dom::array span : record[field].get_array())
    spans.push_back({at.at(span.at(0).get_uint64().value()), at.at(span.at(1).get_uint64().value())});
  return spans;
}

/// Calls `each(record, text)` for each line of a file; a document whose `licence` rules out commercial use is
/// left out.
template <class F> void each_record(const char* path, F&& each) {
  simdjson::dom::parser parser;
  simdjson::padded_string file = simdjson::padded_string::load(path);
  simdjson::dom::document_stream records = parser.parse_many(file, 64 << 20);
  for (auto item : records) {
    const simdjson::dom::element record = item.value();
    std::string_view licence;
    if (!record["licence"].get(licence) && licence.find("NC") != std::string_view::npos) continue;
    each(record, record["text"].get_string().value());
  }
}

}  // namespace claimsift
