// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/known_list.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <array>
#include <stdexcept>

#include "stages/claims/list_file.hpp"
#include "stages/read/csv.hpp"
#include "stages/read/lines.hpp"

namespace claimsift {

namespace {

struct Field {
  const char* name;
  std::string KnownClaim::*member;
};
constexpr Field kFields[] = {{"id", &KnownClaim::id},
                             {"text", &KnownClaim::text},
                             {"title", &KnownClaim::title},
                             {"verdict", &KnownClaim::verdict},
                             {"url", &KnownClaim::url}};

[[noreturn]] void refuse(const std::string& path, uint64_t line, std::string_view why) {
  throw std::runtime_error(fmt::format("{}:{}: {}", path, line, why));
}

void keep(const std::string& path, uint64_t line, KnownClaim claim, std::vector<KnownClaim>& claims) {
  if (claim.id.empty()) refuse(path, line, "a known claim needs an `id`");
  if (claim.text.empty()) refuse(path, line, "a known claim needs a `text`");
  claims.push_back(std::move(claim));
}

void read_json(const std::string& path, std::vector<KnownClaim>& claims) {
  LineFile file(open_list(path), kLongestListRecord);
  simdjson::dom::parser parser;
  for (LineFile::Line line; file.next(line);) {
    if (line.too_long) refuse(path, line.number, "the line is too long");
    if (line.text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    simdjson::dom::object record;
    if (parser.parse(line.text).get(record) != simdjson::SUCCESS)
      refuse(path, line.number, "expected a JSON object");
    KnownClaim claim;
    for (const Field& field : kFields) {
      simdjson::dom::element value;
      if (record[field.name].get(value) != simdjson::SUCCESS || value.is_null()) continue;
      if (std::string_view text; value.get(text) == simdjson::SUCCESS)
        claim.*field.member = text;
      else if (value.is_object() || value.is_array())
        refuse(path, line.number, fmt::format("`{}` must be a string", field.name));
      else
        claim.*field.member = simdjson::minify(value);  // ids are often numbers
    }
    keep(path, line.number, std::move(claim), claims);
  }
}

void read_csv(const std::string& path, char delimiter, std::vector<KnownClaim>& claims) {
  CsvFile file(open_list(path), delimiter, kLongestListRecord);
  std::vector<std::string_view> cells;
  std::string arena;
  std::vector<const Field*> columns;
  for (CsvFile::Row row; file.next(row);) {
    if (!row.problem.empty()) refuse(path, row.line, row.problem);
    csv_fields(row.text, delimiter, cells, arena);
    if (columns.empty()) {
      for (const std::string_view name : cells) {
        const Field* found = nullptr;
        for (const Field& field : kFields)
          if (name == field.name) found = &field;
        columns.push_back(found);
      }
      continue;
    }
    KnownClaim claim;
    for (size_t i = 0; i < cells.size() && i < columns.size(); ++i)
      if (columns[i]) claim.*columns[i]->member = cells[i];
    keep(path, row.line, std::move(claim), claims);
  }
}

}  // namespace

void read_known_claims(const std::string& path, std::vector<KnownClaim>& claims) {
  const std::string plain = without_packing(path);
  if (plain.ends_with(".csv")) return read_csv(path, ',', claims);
  if (plain.ends_with(".tsv")) return read_csv(path, '\t', claims);
  if (plain.ends_with(".jsonl") || plain.ends_with(".ndjson")) return read_json(path, claims);
  throw std::runtime_error(fmt::format("{}: known claims are read from .jsonl, .csv or .tsv", path));
}

}  // namespace claimsift
