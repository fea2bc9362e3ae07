// SPDX-License-Identifier: Apache-2.0
// run.hpp - one execution of a plan: oneTBB's parallel_pipeline carries a bounded number of documents
// through the steps, outputs are appended in input order, failures go to quarantine one document at a time.
// The bytes written do not depend on the number of threads. One run at a time in a process.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/diagnostic.hpp"
#include "pipeline/executor.hpp"
#include "pipeline/metrics.hpp"
#include "pipeline/plan.hpp"

namespace claimsift {

/// How far a run is.
struct Progress {
  uint64_t documents = 0, written = 0, failed = 0, skipped = 0;
  uint64_t text_bytes = 0;
  double seconds = 0;
};

/// What the command line adds to a plan.
struct RunOptions {
  bool overwrite = false;
  std::optional<uint64_t> limit;                    // documents
  std::function<void(const Progress&)> progress;    // called now and then, from one thread at a time
  std::function<void(const std::string&)> message;  // warnings of stages and failures of documents
};

enum class RunEnd : uint8_t {
  done,     // every document was seen
  nothing,  // nothing ran
  stopped,  // it stopped midway
  closed    // the reader of standard output went away
};

struct OutputReport {
  std::string instance, path;
  uint64_t bytes = 0;
};

struct RunSummary {
  RunEnd end = RunEnd::done;
  Progress progress;
  std::map<std::string, uint64_t> skipped_by_reason;  // "stage: reason"
  std::vector<StageReport> stages;
  std::vector<OutputReport> outputs;
  std::string quarantine;  // the file, if anything is in it
  uint64_t quarantined = 0;
};

/// Runs a plan to its end; what keeps it from running, or stops it, goes to `problems`.
RunSummary run(const Plan& plan, const RunOptions& options, Diagnostics& problems);

}  // namespace claimsift
