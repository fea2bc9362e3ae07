// SPDX-License-Identifier: Apache-2.0
// csv_record.hpp - makes a document from one row of a CSV file by the names in its header and a field map. A
// header is read-only once made; safe from several threads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claimsift/stage.hpp"
#include "stages/read/encoding.hpp"
#include "stages/read/fields.hpp"

namespace claimsift {

struct CsvHeader {
  std::vector<std::string> names;
  char delimiter = ',';

  bool operator<(const CsvHeader& other) const {
    return std::tie(names, delimiter) < std::tie(other.names, other.delimiter);
  }
};

/// The header from a file's first row; throws std::runtime_error where a name stands twice or the text has
/// none.
CsvHeader csv_header(std::string_view row, char delimiter, const FieldMap& fields);

/// Sets id, text and metadata of `doc`; throws std::runtime_error with what is wrong with the row.
void parse_csv_record(std::string_view row, const CsvHeader& header, const FieldMap& fields,
                      const Decoder& decoder, DocumentBase& doc);

}  // namespace claimsift
