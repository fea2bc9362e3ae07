// SPDX-License-Identifier: Apache-2.0
// json_record.hpp - makes a document from one JSON object: text, id and metadata by a field map. simdjson
// parses; only json_record.cpp includes it. Safe from several threads.
#pragma once

#include <string_view>

#include "claimsift/stage.hpp"
#include "stages/read/encoding.hpp"
#include "stages/read/fields.hpp"

namespace claimsift {

/// Bytes that must be readable behind a record.
size_t json_padding();

/// Sets id, text and metadata of `doc`; throws std::runtime_error with what is wrong with the record.
void parse_json_record(std::string_view padded_record, const FieldMap& fields, const Decoder& decoder,
                       DocumentBase& doc);

}  // namespace claimsift
