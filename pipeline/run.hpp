// SPDX-License-Identifier: Apache-2.0
// run.hpp - one execution of a plan: oneTBB's parallel_pipeline carries a bounded number of documents
// through the steps, outputs are appended in input order, failures go to quarantine one document at a time.
// The bytes written do not depend on the number of threads. One run at a time in a process.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "pipeline/diagnostic.hpp"
#include "pipeline/executor.hpp"
#include "pipeline/fingerprint.hpp"
#include "pipeline/metrics.hpp"
#include "pipeline/plan.hpp"
#include "pipeline/progress.hpp"

namespace claimsift {

/// Where a run begins.
enum class Start : uint8_t {
  fresh,   // at the beginning; a checkpoint of an earlier run is in the way
  resume,  // where an earlier run stopped, at the beginning if none did
  restart  // at the beginning, whatever an earlier run left
};

/// What the command line adds to a plan.
struct RunOptions {
  bool overwrite = false;
  Start start = Start::fresh;
  const std::atomic<int>* stop_signal = nullptr;    // not 0: end in order, as soon as what was read is done
  std::vector<PluginFile> plugins;                  // that are loaded
  std::optional<uint64_t> limit;                    // documents
  std::set<std::string, std::less<>> only;          // places; where any are given, all else is passed over
  std::function<void(const Progress&)> progress;    // called now and then, from one thread at a time
  std::function<void(const std::string&)> message;  // warnings of stages and failures of documents
};

enum class RunEnd : uint8_t {
  done,         // every document was seen
  nothing,      // nothing ran
  stopped,      // it stopped midway
  interrupted,  // it was asked to stop
  closed        // the reader of standard output went away
};

struct OutputReport {
  std::string instance, path;
  uint64_t bytes = 0;
};

struct RunSummary {
  RunEnd end = RunEnd::done;
  Progress progress;
  Progress before;                                                      // of it, what earlier runs had done
  std::map<std::string, uint64_t> skipped_by_reason, failed_by_reason;  // "stage: reason"
  std::vector<StageReport> stages;
  std::vector<OutputReport> outputs;
  std::string quarantine;  // the file, if anything is in it
  uint64_t quarantined = 0;
  std::string checkpoint;  // the file, if the run can be resumed from it
};

/// Runs a plan to its end; what keeps it from running, or stops it, goes to `problems`.
RunSummary run(const Plan& plan, const RunOptions& options, Diagnostics& problems);

}  // namespace claimsift
