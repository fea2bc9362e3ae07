// SPDX-License-Identifier: Apache-2.0
// delivery.hpp - the ordered end of a run: appends what writers emitted for each document to its output,
// keeps failures in the quarantine file, counts, writes checkpoints, and decides when a run has gone wrong.
// Called for one document at a time, in input order, so that everything it decides is the same for any number
// of threads.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/checkpoint.hpp"
#include "pipeline/document.hpp"
#include "pipeline/executor.hpp"
#include "pipeline/run.hpp"
#include "pipeline/sink.hpp"

namespace claimsift {

class Delivery {
 public:
  /// Opens the outputs, anew or where an earlier run stopped, and brings readers and collectors there; throws
  /// Failure.
  Delivery(Executor& executor, const RunOptions& options, RunSummary& summary);

  /// Whether an earlier run had come to its end and only the names of the outputs were missing.
  bool was_complete() const { return was_complete_; }
  bool keeps_checkpoints() const { return !path_.empty(); }
  /// Before that no further checkpoint is due, so that a slow disk costs a tenth of the time and not all of
  /// it. May be asked by any thread.
  std::chrono::steady_clock::time_point rest_until() const {
    return std::chrono::steady_clock::time_point(std::chrono::steady_clock::duration(rest_until_));
  }

  /// Takes a document that has come to its end; false when the run is to stop.
  bool deliver(Document& doc, Diagnostics& problems);
  /// Writes a checkpoint behind the last document that was delivered; no document may be in flight.
  void checkpoint_here();
  /// Writes what writers put after the last document and gives the files their names; throws Failure.
  void commit(Diagnostics& problems);
  /// Gives the files their names and removes the checkpoint; throws Failure.
  void give_names();
  /// Keeps the .part files as they are.
  void abandon();

  /// Whether failures are over the budget now that all documents are counted.
  bool over_budget_at_end(Diagnostics& problems) const;
  /// Tells what belongs to no document.
  void say(const std::string& message);

 private:
  void open_outputs(bool resume);
  void begin();
  void resume();
  [[noreturn]] void refuse(const std::vector<std::string>& changed) const;
  void checkpoint(const InputPosition& input, std::vector<std::string> collectors, bool complete);
  bool count(Document& doc, Diagnostics& problems);
  void quarantine(Document& doc);
  void tell(const Document& doc);
  bool over_budget(Diagnostics& problems, bool at_end) const;

  Executor& executor_;
  const RunOptions& options_;
  RunSummary& summary_;
  std::unique_ptr<Document> scratch_;
  std::vector<Sink> sinks_;     // of the writers
  std::vector<Sink> failures_;  // the quarantine, or nothing
  std::string path_;            // of the checkpoint
  Fingerprint fingerprint_;
  InputPosition last_;  // behind the last document that was delivered
  bool was_complete_ = false, overwrite_;
  std::atomic<std::chrono::steady_clock::rep> rest_until_{0};
  uint64_t messages_ = 0;
};

}  // namespace claimsift
