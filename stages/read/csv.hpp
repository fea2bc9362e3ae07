// SPDX-License-Identifier: Apache-2.0
// csv.hpp - rows of RFC 4180: cuts a file into them (quoted fields may hold line breaks) and a row into its
// fields. A quote that is never closed, or closed amid text, costs the line on which it opened and no more.
// Problems are thrown as std::runtime_error. Cutting: one thread at a time; fields: reentrant.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "stages/read/buffered.hpp"

namespace claimsift {

class CsvFile {
 public:
  CsvFile(std::unique_ptr<Bytes> bytes, char delimiter, uint64_t longest)
      : file_(std::move(bytes)), delimiter_(delimiter), longest_(longest) {}

  struct Row {
    std::string_view text;  // without its end; valid until the next call
    uint64_t line = 0;      // on which it begins, from 1
    std::string problem;    // why it is no row; `text` is empty then
  };
  /// False at the end. Empty lines are passed over.
  bool next(Row& row);

  uint64_t offset() const { return file_.offset(); }
  /// Lines that were taken.
  uint64_t lines() const { return lines_; }
  void skip_to(uint64_t offset, uint64_t lines);
  std::string remark() const { return file_.remark(); }

 private:
  struct Scan;
  bool cut(Scan& scan, Row& row);
  void refuse(const Scan& scan, Row& row, std::string problem);
  uint64_t drop_line();
  uint64_t drop_row(Scan scan);

  Buffered file_;
  char delimiter_;
  uint64_t longest_, lines_ = 0;
  unsigned bad_quotes_ = 0;
};

/// The fields of a row, unquoted into `arena` where they have to be; the row stays where it is.
void csv_fields(std::string_view row, char delimiter, std::vector<std::string_view>& fields,
                std::string& arena);

}  // namespace claimsift
