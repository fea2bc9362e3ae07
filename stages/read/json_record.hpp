// SPDX-License-Identifier: Apache-2.0
// json_record.hpp - makes a document from one JSON object: text, id and metadata by a field map. simdjson
// parses; only json_record.cpp includes it. Safe from several threads.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claimsift/stage.hpp"

namespace claimsift {

/// Bytes that must be readable behind a record.
size_t json_padding();

/// Which field of the input holds what; other fields become metadata under their own names.
class FieldMap {
 public:
  /// From the `fields:` option, {ours: theirs}; throws std::invalid_argument for a name that is not ours.
  explicit FieldMap(const std::vector<std::pair<std::string, std::string>>& map);

  /// What a field of the input is called here.
  std::string_view ours(std::string_view theirs) const;
  std::string_view theirs(std::string_view ours) const;

 private:
  std::vector<std::pair<std::string, std::string>> map_;
};

/// Sets id, text and metadata of `doc`; throws std::runtime_error with what is wrong with the record.
void parse_json_record(std::string_view padded_record, const FieldMap& fields, DocumentBase& doc);

}  // namespace claimsift
