// SPDX-License-Identifier: Apache-2.0
#include "stages/write/claims_store.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <vector>

#include "stages/write/claims_sql.hpp"
#include "stages/write/row_blob.hpp"

namespace claimsift {

namespace {

constexpr int kVersion = 2;  // of the tables, as PRAGMA user_version

// Values in a row of each table, in the order of StoreTable.
constexpr int kValues[] = {6, 17, 17, 7, 2, 2, 3, 6};

}  // namespace

struct ClaimsStore::Database {
  sqlite3* db = nullptr;
  std::vector<sqlite3_stmt*> inserts;
  sqlite3_stmt* find_speaker = nullptr;
  sqlite3_stmt* insert_speaker = nullptr;
  int64_t documents = 0, claims = 0, speakers = 0;

  ~Database() { close(); }

  [[noreturn]] void fail() const { throw std::runtime_error(fmt::format("SQLite: {}", sqlite3_errmsg(db))); }
  void check(int status) const {
    if (status != SQLITE_OK) fail();
  }
  void execute(const char* sql) { check(sqlite3_exec(db, sql, nullptr, nullptr, nullptr)); }
  sqlite3_stmt* prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    return statement;
  }
  void close() {
    for (sqlite3_stmt* statement : inserts) sqlite3_finalize(statement);
    inserts.clear();
    sqlite3_finalize(find_speaker);
    sqlite3_finalize(insert_speaker);
    find_speaker = insert_speaker = nullptr;
    sqlite3_close(db);
    db = nullptr;
  }

  void bind(sqlite3_stmt* statement, int at, const BlobValue& v) {
    switch (v.type) {
      case BlobType::null: check(sqlite3_bind_null(statement, at)); break;
      case BlobType::integer: check(sqlite3_bind_int64(statement, at, v.integer)); break;
      case BlobType::number: check(sqlite3_bind_double(statement, at, v.number)); break;
      case BlobType::text:
        check(sqlite3_bind_text64(statement, at, v.text.data(), v.text.size(), SQLITE_STATIC, SQLITE_UTF8));
    }
  }
  void bind(sqlite3_stmt* statement, int at, int64_t value) {
    check(sqlite3_bind_int64(statement, at, value));
  }
  /// Runs an insert and makes it ready for the next.
  void run(sqlite3_stmt* statement) {
    const int status = sqlite3_step(statement);
    sqlite3_reset(statement);
    if (status != SQLITE_DONE) fail();
  }

  /// The number of a speaker, who is added if need be.
  BlobValue speaker(const BlobValue& name, const BlobValue& role) {
    BlobValue number;
    if (name.type != BlobType::text) return number;
    number.type = BlobType::integer;
    bind(find_speaker, 1, name);
    bind(find_speaker, 2, role);
    const int status = sqlite3_step(find_speaker);
    if (status == SQLITE_ROW) number.integer = sqlite3_column_int64(find_speaker, 0);
    sqlite3_reset(find_speaker);
    if (status == SQLITE_ROW) return number;
    if (status != SQLITE_DONE) fail();
    number.integer = ++speakers;
    bind(insert_speaker, 1, number);
    bind(insert_speaker, 2, name);
    bind(insert_speaker, 3, role);
    bind(insert_speaker, 4, documents);
    run(insert_speaker);
    return number;
  }

  int version() {
    sqlite3_stmt* statement = prepare("PRAGMA user_version");
    const int number = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int(statement, 0) : -1;
    sqlite3_finalize(statement);
    return number;
  }

  void go_back(std::string_view state) {
    int64_t numbers[3] = {};
    if (std::sscanf(std::string(state).c_str(), "%ld %ld %ld", &numbers[0], &numbers[1], &numbers[2]) != 3)
      throw std::runtime_error("the state is none of this store");
    if (version() != kVersion)
      throw std::runtime_error("another version of claimsift began this database; begin anew with --restart");
    documents = numbers[0];
    claims = numbers[1];
    speakers = numbers[2];
    execute(claims_sql::kUnfinish);
    for (const char* table : {"matches", "relations", "claim_times", "claim_quantities", "claims"})
      execute(fmt::format("DELETE FROM {} WHERE claim > {}", table, claims).c_str());
    execute(fmt::format("DELETE FROM speakers WHERE speaker > {}", speakers).c_str());
    for (const char* table : {"times", "quantities", "documents"})
      execute(fmt::format("DELETE FROM {} WHERE doc > {}", table, documents).c_str());
  }
};

ClaimsStore::ClaimsStore(const std::string& path, std::string_view state)
    : database_(std::make_unique<Database>()) {
  Database& d = *database_;
  const bool anew = state.data() == nullptr;
  if (anew) {  // what a killed run left beside the file would be rolled back into the new one
    std::error_code ignored;
    std::filesystem::remove(path + "-journal", ignored);
  }
  d.check(sqlite3_open_v2(path.c_str(), &d.db, SQLITE_OPEN_READWRITE, nullptr));
  sqlite3_busy_timeout(d.db, 10'000);
  d.execute("PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
  d.execute("BEGIN IMMEDIATE");
  if (anew) {
    d.execute(claims_sql::kTables);
    d.execute(fmt::format("PRAGMA user_version = {}", kVersion).c_str());
  } else {
    d.go_back(state);
  }
  for (const char* insert : claims_sql::kInserts) d.inserts.push_back(d.prepare(insert));
  d.find_speaker = d.prepare(claims_sql::kFindSpeaker);
  d.insert_speaker = d.prepare(claims_sql::kInsertSpeaker);
}

ClaimsStore::~ClaimsStore() = default;

void ClaimsStore::append(std::string_view rows) {
  Database& d = *database_;
  const int64_t document = d.documents + 1, first_claim = d.claims + 1;
  d.documents = document;
  for (BlobReader reader(rows); !reader.at_end();) {
    const uint8_t table = reader.table();
    sqlite3_stmt* insert = d.inserts[table];
    std::vector<BlobValue> values;
    for (int i = 0; i < kValues[table]; ++i) values.push_back(reader.value());
    int at = 1;
    switch (static_cast<StoreTable>(table)) {
      case StoreTable::claims:
        d.bind(insert, at++, ++d.claims);
        d.bind(insert, at++, document);
        values[8] = d.speaker(values[8], values[9]);
        values.erase(values.begin() + 9);
        break;
      case StoreTable::relations: values[2].integer += first_claim; [[fallthrough]];
      case StoreTable::claim_quantities:
      case StoreTable::claim_times:
      case StoreTable::matches: values[0].integer += first_claim; break;
      default: d.bind(insert, at++, document);
    }
    for (const BlobValue& value : values) d.bind(insert, at++, value);
    d.run(insert);
  }
}

std::string ClaimsStore::save() {
  Database& d = *database_;
  d.execute("COMMIT");
  d.execute("BEGIN IMMEDIATE");
  return fmt::format("{} {} {}", d.documents, d.claims, d.speakers);
}

void ClaimsStore::finish() {
  Database& d = *database_;
  d.execute(claims_sql::kFinish);
  d.execute("COMMIT");
  d.close();
}

}  // namespace claimsift
