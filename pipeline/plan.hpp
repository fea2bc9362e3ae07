// SPDX-License-Identifier: Apache-2.0
// plan.hpp - what the front end (YAML, options, graph) hands to the engine: a pipeline that has been
// checked as a whole. Plain data, built by one thread and read-only from then on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "claimsift/plugin.h"

namespace claimsift {

using StringMap = std::vector<std::pair<std::string, std::string>>;  // in the order of the file
using OptionValue = std::variant<bool, int64_t, double, std::string, std::vector<std::string>, StringMap>;

/// Typed option values of one instance by option name, fallbacks filled in; an option that has neither a
/// value nor a fallback (fallback "") is absent. CS_LAYERS options hold the layers' names ("*" resolved).
using OptionValues = std::map<std::string, OptionValue, std::less<>>;

/// What happens to the run when a document fails.
enum class OnError : uint8_t { fail, skip, quarantine };

/// `when:` of an instance: it runs for documents where every condition holds.
struct When {
  std::vector<uint32_t> has;  // layers (rows of Plan::layers) with at least one row
  StringMap metadata;         // key, glob pattern
  bool empty() const { return has.empty() && metadata.empty(); }
};

inline constexpr uint32_t kNoLayer = UINT32_MAX;

/// One layer of the pipeline: a column table of each document.
struct PlannedLayer {
  std::string name;             // as the pipeline calls it (after `writes:` renaming)
  const cs_layer* schema;       // as its writer declares it
  uint32_t writer;              // row of Plan::stages
  uint32_t extends = kNoLayer;  // rows of Plan::layers
  uint32_t parent = kNoLayer;
  std::vector<uint32_t> targets;  // per column: the layer a CS_REF points at, else kNoLayer
};

/// One instance of a stage, readers included.
struct PlannedStage {
  std::string instance;  // its key in YAML; readers: "input", or "input.0", "input.1"
  const cs_stage* stage;
  OptionValues options;
  std::vector<uint32_t> reads;  // per reads[] of the declaration: row of Plan::layers or kNoLayer
  std::vector<std::vector<uint32_t>> read_columns;  // per reads[]: declared column -> column of the writer
  std::vector<uint32_t> named_reads;  // further layers that CS_LAYERS options name, without repeats
  std::vector<uint32_t> writes;       // per writes[]: row of Plan::layers
  std::optional<OnError> on_error;
  When when;
  bool runs = true;  // false: nothing that runs reads what it writes
  std::string file;  // of the config, for messages
  uint32_t line = 0, column = 0;
};

struct Limits {
  uint64_t document_bytes = 16'000'000;
  uint64_t record_bytes = 64'000'000;
  double seconds_per_document = 30;
  uint64_t decompression_ratio = 200;
  uint64_t rows_per_layer = 5'000'000;
};

struct RunSettings {
  uint32_t threads = 0;              // 0: as many as the machine has
  uint32_t documents_in_flight = 0;  // 0: derived from the threads
  OnError on_error = OnError::quarantine;
  std::string quarantine;                    // file; empty: failures are reported, not kept
  std::string checkpoint;                    // file; empty: the run cannot be resumed
  double checkpoint_seconds = 10;            // the longest time between two checkpoints
  std::optional<uint64_t> max_failures;      // documents
  std::optional<double> max_failures_share;  // 0..1 of the documents read so far
  std::string offsets = "codepoint";         // codepoint | byte | utf16
  Limits limits;
};

/// Where the formats of plugins come from (see cs_format); safe from one thread at a time.
class FormatSource {
 public:
  virtual ~FormatSource() = default;
  struct Found {
    const cs_format* format = nullptr;
    std::string plugin;  // its path
    std::string why;     // there is no such format, and how to get it
  };
  virtual Found find_format(const std::string& name) = 0;
};

struct Plan {
  std::vector<std::string> files;   // the config and what it includes
  FormatSource* formats = nullptr;  // lives as long as the plan is used
  RunSettings run;
  std::vector<PlannedStage> readers;  // in the order of `input:`
  std::vector<PlannedStage> stages;   // in an order in which they can run (topological, stable)
  std::vector<PlannedLayer> layers;
  std::vector<std::pair<uint32_t, uint32_t>> edges;  // between rows of `stages`, derived and `after:`
};

}  // namespace claimsift
