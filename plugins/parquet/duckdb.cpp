// SPDX-License-Identifier: Apache-2.0
#include "plugins/parquet/duckdb.hpp"

#include <dlfcn.h>

#include <stdexcept>

namespace parquet {

DuckDb::DuckDb(const std::string& library) {
  library_ = ::dlopen(library.empty() ? "libduckdb.so" : library.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!library_)
    throw std::runtime_error(std::string("DuckDB's library cannot be loaded: ") + ::dlerror() +
                             "; the package @duckdb/node-bindings-linux-x64 of npm holds libduckdb.so (`npm "
                             "pack` fetches it): name the "
                             "file with `library:`, or put it where the dynamic loader looks");
  find(open_, "duckdb_open_ext");
  find(connect_, "duckdb_connect");
  find(query_, "duckdb_query");
  find(result_error_, "duckdb_result_error");
  find(destroy_result_, "duckdb_destroy_result");
  find(disconnect_, "duckdb_disconnect");
  find(close_, "duckdb_close");
  find(free_, "duckdb_free");
  find(appender_create_, "duckdb_appender_create");
  find(appender_error_, "duckdb_appender_error");
  find(appender_end_row_, "duckdb_appender_end_row");
  find(appender_flush_, "duckdb_appender_flush");
  find(appender_destroy_, "duckdb_appender_destroy");
  find(append_null_, "duckdb_append_null");
  find(append_int64_, "duckdb_append_int64");
  find(append_double_, "duckdb_append_double");
  find(append_bool_, "duckdb_append_bool");
  find(append_varchar_, "duckdb_append_varchar_length");
}

DuckDb::~DuckDb() { close(); }  // the library stays: it has threads of its own

template <class Function> void DuckDb::find(Function& function, const char* name) {
  function = reinterpret_cast<Function>(::dlsym(library_, name));
  if (!function)
    throw std::runtime_error(std::string("DuckDB's library has no `") + name + "`: it is too old");
}

void DuckDb::open(const std::string& path) {
  char* problem = nullptr;
  if (open_(path.c_str(), &database_, nullptr, &problem) != 0) {
    const std::string why = problem ? problem : "unknown problem";
    if (problem) free_(problem);
    throw std::runtime_error("DuckDB cannot open `" + path + "`: " + why);
  }
  if (connect_(database_, &connection_) != 0)
    throw std::runtime_error("DuckDB cannot connect to `" + path + "`");
}

void DuckDb::execute(const std::string& sql) {
  Result result;
  const int status = query_(connection_, sql.c_str(), &result);
  const char* why = status != 0 ? result_error_(&result) : nullptr;
  const std::string problem = why ? why : "unknown problem";
  destroy_result_(&result);
  if (status != 0) throw std::runtime_error("DuckDB: " + problem);
}

void DuckDb::close() {
  end_rows();
  if (connection_) disconnect_(&connection_);
  if (database_) close_(&database_);
  connection_ = database_ = nullptr;
}

void DuckDb::begin_rows(const char* table) {
  if (appender_create_(connection_, nullptr, table, &appender_) != 0)
    throw std::runtime_error(std::string("DuckDB: ") + appender_error_(appender_));
}

void DuckDb::check_row(int status) {
  if (status == 0) return;
  const char* why = appender_error_(appender_);
  throw std::runtime_error(std::string("DuckDB: ") + (why ? why : "a row cannot be added"));
}

void DuckDb::null() { check_row(append_null_(appender_)); }
void DuckDb::integer(int64_t value) { check_row(append_int64_(appender_, value)); }
void DuckDb::number(double value) { check_row(append_double_(appender_, value)); }
void DuckDb::flag(bool value) { check_row(append_bool_(appender_, value)); }
void DuckDb::text(std::string_view value) {
  check_row(append_varchar_(appender_, value.data(), value.size()));
}
void DuckDb::end_row() { check_row(appender_end_row_(appender_)); }
void DuckDb::flush_rows() { check_row(appender_flush_(appender_)); }
void DuckDb::end_rows() {
  if (appender_) appender_destroy_(&appender_);
  appender_ = nullptr;
}

}  // namespace parquet
