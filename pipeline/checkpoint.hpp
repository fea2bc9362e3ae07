// SPDX-License-Identifier: Apache-2.0
// checkpoint.hpp - a moment of a run from which it can go on: how far it has read, how many bytes of each
// output belong to that, what collectors and stores knew, and what the run depends on. A text file of lines
// with a checksum at its end; docs/batch-jobs.md describes it. Plain data and functions on files; one thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/progress.hpp"

namespace claimsift {

/// What the results depend on, by name, in the order of the pipeline: see fingerprint.hpp.
using Fingerprint = std::vector<std::pair<std::string, std::string>>;

/// A place in the input: behind the record that is number `records` of a reader.
struct InputPosition {
  uint32_t reader = 0;
  uint64_t records = 0;
  std::string position;  // what the reader called it; may be empty
};

/// An output as far as it is safe on disk.
struct OutputState {
  std::string instance, path;
  uint64_t bytes = 0;
  std::string state;  // of a store
};

struct Checkpoint {
  std::string version;    // of claimsift
  bool complete = false;  // every output is whole; some may not have their names yet
  bool overwrite = false;
  Progress progress;
  uint64_t quarantined = 0;
  InputPosition input;
  std::vector<OutputState> outputs;     // of the writers in the order of the pipeline, then the quarantine
  std::vector<std::string> collectors;  // their states, in the order of the pipeline
  std::map<std::string, uint64_t> skipped_by_reason, failed_by_reason;
  Fingerprint fingerprint;
};

std::string encode(const Checkpoint& checkpoint);

/// Throws Failure with `path` for a text that is no checkpoint, or of a format that is not known.
Checkpoint decode(std::string_view text, const std::string& path);

/// Replaces the file in one step and syncs it; throws Failure.
void write_checkpoint(const std::string& path, const Checkpoint& checkpoint);

/// Nothing where there is no such file; throws Failure where it cannot be read or is damaged.
std::optional<Checkpoint> read_checkpoint(const std::string& path);

}  // namespace claimsift
