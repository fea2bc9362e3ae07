// SPDX-License-Identifier: Apache-2.0
#include "stages/read/csv_record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "stages/read/csv.hpp"

namespace claimsift {

CsvHeader csv_header(std::string_view row, char delimiter, const FieldMap& fields) {
  CsvHeader header;
  header.delimiter = delimiter;
  std::vector<std::string_view> names;
  std::string arena;
  csv_fields(row, delimiter, names, arena);
  std::set<std::string_view> seen;
  for (const std::string_view name : names) {
    if (!name.empty() && !seen.insert(name).second)
      throw std::runtime_error(fmt::format("the header names the column `{}` twice", name));
    header.names.emplace_back(name);
  }
  if (!seen.count(fields.theirs("text")))
    throw std::runtime_error(
        fmt::format("the header has no column `{}`; `fields: {{text: NAME}}` says which one holds the text",
                    fields.theirs("text")));
  return header;
}

void parse_csv_record(std::string_view row, const CsvHeader& header, const FieldMap& fields,
                      const Decoder& decoder, DocumentBase& doc) {
  Decoder::Text text;
  decoder.decode_record(row, text);
  note_decoding(text, doc);
  row = text.utf8;
  std::vector<std::string_view> values;
  std::string arena;
  csv_fields(row, header.delimiter, values, arena);
  if (values.size() != header.names.size())
    throw std::runtime_error(
        fmt::format("the row has {} fields, the header {}", values.size(), header.names.size()));
  bool has_id = false;
  for (size_t i = 0; i < values.size(); ++i) {
    const std::string_view value = values[i];
    fields.each(header.names[i], [&](std::string_view name) {
      if (name == "text") {
        doc.set_text(doc.keep(value));
      } else if (value.empty() || name.empty()) {
        return;
      } else if (name == "id") {
        has_id = true;
        doc.set_id(value);
      } else {
        doc.set_metadata(name, value);
      }
    });
  }
  if (!has_id) set_id_from_text(doc);
}

}  // namespace claimsift
