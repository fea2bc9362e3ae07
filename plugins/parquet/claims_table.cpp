// SPDX-License-Identifier: Apache-2.0
#include "plugins/parquet/claims_table.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <stdexcept>

#include "stages/write/row_blob.hpp"

namespace parquet {

using claimsift::BlobReader;
using claimsift::BlobType;
using claimsift::BlobValue;

namespace {

constexpr const char* kTable = R"sql(
CREATE TABLE claims (
  doc BIGINT, claim_id VARCHAR, doc_id VARCHAR, source VARCHAR, url VARCHAR, title VARCHAR, published VARCHAR,
  begin_offset BIGINT, end_offset BIGINT, text VARCHAR, sentence VARCHAR, standalone VARCHAR, types VARCHAR,
  speaker VARCHAR, speaker_role VARCHAR, cue VARCHAR, attribution_kind VARCHAR, negated BOOLEAN, hedged BOOLEAN,
  quantity_texts VARCHAR, quantity_kinds VARCHAR, quantity_values VARCHAR, quantity_units VARCHAR,
  time_texts VARCHAR, time_values VARCHAR, checkable DOUBLE, check_worthiness DOUBLE, cluster VARCHAR,
  match_ids VARCHAR, match_scores VARCHAR, match_verdicts VARCHAR, match_urls VARCHAR))sql";

// Lists are joined by U+001F until here.
constexpr const char* kSelect = R"sql(
SELECT claim_id, doc_id, source, url, title, published, begin_offset, end_offset, text, sentence, standalone,
  string_split(types, ',') AS types, speaker, speaker_role, cue, attribution_kind, negated, hedged,
  string_split(quantity_texts, chr(31)) AS quantity_texts, string_split(quantity_kinds, chr(31)) AS quantity_kinds,
  list_transform(string_split(quantity_values, chr(31)), x -> TRY_CAST(x AS DOUBLE)) AS quantity_values,
  string_split(quantity_units, chr(31)) AS quantity_units, string_split(time_texts, chr(31)) AS time_texts,
  string_split(time_values, chr(31)) AS time_values, checkable, check_worthiness, cluster,
  string_split(match_ids, chr(31)) AS match_ids,
  list_transform(string_split(match_scores, chr(31)), x -> TRY_CAST(x AS DOUBLE)) AS match_scores,
  string_split(match_verdicts, chr(31)) AS match_verdicts, string_split(match_urls, chr(31)) AS match_urls
FROM claims ORDER BY doc, rowid)sql";
constexpr int kValues = 31, kNegated = 16, kHedged = 17;

std::string sql_text(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

void remove_store(const std::string& store) {
  std::error_code ignored;
  for (const char* file : {"", ".wal"}) std::filesystem::remove(store + file, ignored);
}

void sync(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = fd >= 0 && ::fsync(fd) == 0;
  const int why = errno;
  if (fd >= 0) ::close(fd);
  if (!synced)
    throw std::runtime_error("the Parquet file cannot be synced to the disk: " +
                             std::string(std::strerror(why)));
}

}  // namespace

ClaimsTable::ClaimsTable(const std::string& library, const std::string& path, std::string_view state)
    : path_(path), store_(path + ".duckdb"), database_(library) {
  const bool anew = state.empty();
  if (anew) remove_store(store_);
  if (!anew && !std::filesystem::exists(store_))
    throw std::runtime_error("`" + store_ + "` is gone; begin anew with --restart");
  database_.open(store_);
  database_.execute("SET threads = 1");  // the order of rows, and the other cores belong to the run
  database_.execute("SET preserve_insertion_order = true");
  if (anew) {
    database_.execute(kTable);
  } else {
    const auto [end, error] = std::from_chars(state.data(), state.data() + state.size(), documents_);
    if (error != std::errc()) throw std::runtime_error("the checkpoint holds no state of a Parquet file");
    database_.execute("DELETE FROM claims WHERE doc > " + std::to_string(documents_));
  }
  database_.execute("BEGIN");
  database_.begin_rows("claims");
}

void ClaimsTable::append(std::string_view rows) {
  ++documents_;
  for (BlobReader reader(rows); !reader.at_end();) {
    reader.table();
    database_.integer(documents_);
    for (int i = 0; i < kValues; ++i) {
      const BlobValue value = reader.value();
      switch (value.type) {
        case BlobType::null: database_.null(); break;
        case BlobType::integer:
          i == kNegated || i == kHedged ? database_.flag(value.integer != 0)
                                        : database_.integer(value.integer);
          break;
        case BlobType::number: database_.number(value.number); break;
        case BlobType::text: database_.text(value.text);
      }
    }
    database_.end_row();
  }
}

std::string ClaimsTable::save() {
  database_.flush_rows();
  database_.execute("COMMIT");
  database_.execute("BEGIN");
  return std::to_string(documents_);
}

void ClaimsTable::finish() {
  database_.flush_rows();
  database_.end_rows();
  database_.execute("COMMIT");
  database_.execute("COPY (" + std::string(kSelect) + ") TO " + sql_text(path_) +
                    " (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)");
  database_.close();
  sync(path_);
  remove_store(store_);
}

}  // namespace parquet
