// SPDX-License-Identifier: Apache-2.0
// csv_cells.hpp - appends cells of CSV (RFC 4180) or TSV to a string: quoted where they have to be, and texts
// that a spreadsheet would take for a formula made harmless. Appends only; reentrant.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "claimsift/json.hpp"

namespace claimsift {

struct CsvFormat {
  char delimiter = ',';
  bool formula_guard = true;
};

/// One row under construction; the destructor ends the line.
class CsvCells {
 public:
  CsvCells(std::string& out, CsvFormat format) : out_(out), format_(format) {}
  ~CsvCells() { out_ += '\n'; }
  CsvCells(const CsvCells&) = delete;
  CsvCells& operator=(const CsvCells&) = delete;

  /// An empty cell stands for null.
  void null() { next(); }
  void text(std::string_view value) {
    next();
    constexpr std::string_view kFormula = "=+-@\t\r";
    const bool guard =
        format_.formula_guard && !value.empty() && kFormula.find(value[0]) != std::string_view::npos;
    const char special[] = {format_.delimiter, '"', '\n', '\r'};
    if (value.find_first_of(std::string_view(special, sizeof special)) == std::string_view::npos) {
      if (guard) out_ += '\'';
      out_ += value;
      return;
    }
    out_ += guard ? "\"'" : "\"";
    for (const char c : value) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }
  /// Numbers are never guarded: a minus stays a minus.
  void integer(int64_t value) {
    next();
    json::append_integer(out_, value);
  }
  /// NaN is null.
  void number(double value) {
    next();
    if (std::isfinite(value)) json::append_number(out_, value);
  }
  void flag(bool value) {
    next();
    out_ += value ? "true" : "false";
  }

 private:
  void next() {
    if (!first_) out_ += format_.delimiter;
    first_ = false;
  }

  std::string& out_;
  CsvFormat format_;
  bool first_ = true;
};

}  // namespace claimsift
