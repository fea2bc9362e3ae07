// SPDX-License-Identifier: Apache-2.0
// document.hpp - one document in flight: its arena, text, metadata, layers, what writers emitted for it, and
// how it fared. A slot is reused for document after document and then allocates nothing. One thread owns a
// slot at a time; the scheduler hands it on.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claimsift/host/arena.hpp"
#include "claimsift/host/tables.hpp"
#include "pipeline/metrics.hpp"
#include "pipeline/plan.hpp"

namespace claimsift {

/// How a document fared so far.
enum class Outcome : uint8_t { running, failed, skipped };

/// A message of a stage about a document, printed when the document leaves the pipeline.
struct LogLine {
  cs_level level;
  std::string_view stage, message;
};

class Document {
 public:
  Document(const std::vector<host::TableSchema>& schemas, size_t stages, size_t writers);
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  /// Makes the slot ready for the next document.
  void reset();

  host::Arena arena;
  host::Tables tables;
  std::string_view id, text, record, place, position;
  bool has_text = false, ascii = true;
  std::vector<cs_entry> metadata;
  uint64_t number = 0;  // in input order, from 0
  uint32_t reader = 0;
  uint64_t reader_records = 0;     // of its reader, up to this one
  bool checkpoint = false;         // a checkpoint is due behind it
  std::vector<std::string> saved;  // what collectors knew then

  Outcome outcome = Outcome::running;
  OnError on_error = OnError::quarantine;  // of the stage that failed
  std::string_view stage, reason;          // who failed or skipped it, and why
  bool fatal = false;                      // the run cannot go on after it
  std::vector<LogLine> log;

  std::vector<std::string> output;      // what each writer emitted
  std::vector<StageCounters> counters;  // per stage; added up when the run ends

  std::chrono::steady_clock::time_point deadline{};

  /// Sets the text if it is valid UTF-8 of at most `limit` bytes, else fails the document.
  void set_text(std::string_view text, uint64_t limit, std::string_view stage);
  void fail(std::string_view stage, std::string_view reason, OnError on_error);
  void skip(std::string_view stage, std::string_view reason);
};

}  // namespace claimsift
