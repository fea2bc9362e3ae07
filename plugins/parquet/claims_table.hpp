// SPDX-License-Identifier: Apache-2.0
// claims_table.hpp - claims on their way to a Parquet file: they are collected in a database beside it, whose
// commits are the run's checkpoints, and written as one file at the end. Problems are thrown as
// std::runtime_error. One thread at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "plugins/parquet/duckdb.hpp"

namespace parquet {

class ClaimsTable {
 public:
  /// Collects for the file `path`; with the state that save() gave, goes back to that moment.
  ClaimsTable(const std::string& library, const std::string& path, std::string_view state);

  /// The rows of one document, as RowBlob wrote them.
  void append(std::string_view rows);
  std::string save();
  void finish();

 private:
  std::string path_, store_;
  DuckDb database_;
  int64_t documents_ = 0;
};

}  // namespace parquet
