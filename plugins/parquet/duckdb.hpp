// SPDX-License-Identifier: Apache-2.0
// duckdb.hpp - the few functions of libduckdb's C interface that the writer of Parquet needs, loaded when
// they are: the library is large, and claimsift is built without it. Problems are thrown as
// std::runtime_error. One thread at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace parquet {

/// A database with one open connection.
class DuckDb {
 public:
  /// `library`: a file, or empty to look in the places of the dynamic loader.
  explicit DuckDb(const std::string& library);
  ~DuckDb();
  DuckDb(const DuckDb&) = delete;
  DuckDb& operator=(const DuckDb&) = delete;

  void open(const std::string& path);
  void execute(const std::string& sql);
  void close();

  // Rows of one table, value by value.
  void begin_rows(const char* table);
  void null();
  void integer(int64_t value);
  void number(double value);
  void flag(bool value);
  void text(std::string_view value);
  void end_row();
  /// Everything up to here is in the table.
  void flush_rows();
  void end_rows();

 private:
  template <class Function> void find(Function& function, const char* name);
  void check_row(int status);

  using Handle = void*;
  struct Result {  // duckdb_result, of which only its size matters
    alignas(8) unsigned char bytes[64] = {};
  };
  void* library_ = nullptr;
  Handle database_ = nullptr, connection_ = nullptr, appender_ = nullptr;

  int (*open_)(const char*, Handle*, Handle, char**) = nullptr;
  int (*connect_)(Handle, Handle*) = nullptr;
  int (*query_)(Handle, const char*, Result*) = nullptr;
  const char* (*result_error_)(Result*) = nullptr;
  void (*destroy_result_)(Result*) = nullptr;
  void (*disconnect_)(Handle*) = nullptr;
  void (*close_)(Handle*) = nullptr;
  void (*free_)(void*) = nullptr;
  int (*appender_create_)(Handle, const char*, const char*, Handle*) = nullptr;
  const char* (*appender_error_)(Handle) = nullptr;
  int (*appender_end_row_)(Handle) = nullptr;
  int (*appender_flush_)(Handle) = nullptr;
  int (*appender_destroy_)(Handle*) = nullptr;
  int (*append_null_)(Handle) = nullptr;
  int (*append_int64_)(Handle, int64_t) = nullptr;
  int (*append_double_)(Handle, double) = nullptr;
  int (*append_bool_)(Handle, bool) = nullptr;
  int (*append_varchar_)(Handle, const char*, uint64_t) = nullptr;
};

}  // namespace parquet
