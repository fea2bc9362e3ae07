// SPDX-License-Identifier: Apache-2.0
// schemas.hpp - the JSON Schemas of the records that claimsift reads and writes, compiled in from schemas/.
// Constant data.
#pragma once

#include <span>
#include <string_view>

namespace claimsift {

struct RecordSchema {
  std::string_view record;  // "claim", "annotations", "document", "quarantine"
  std::string_view json;
};

std::span<const RecordSchema> record_schemas();

}  // namespace claimsift
