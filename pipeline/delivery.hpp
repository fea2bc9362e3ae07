// SPDX-License-Identifier: Apache-2.0
// delivery.hpp - the ordered end of a run: appends what writers emitted for each document to its output,
// keeps failures in the quarantine file, counts, and decides when a run has gone wrong. Called for one
// document at a time, in input order, so that everything it decides is the same for any number of threads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/document.hpp"
#include "pipeline/executor.hpp"
#include "pipeline/output.hpp"
#include "pipeline/run.hpp"

namespace claimsift {

class Delivery {
 public:
  /// Opens the outputs and writes what writers put before the first document; throws Failure.
  Delivery(const Executor& executor, const RunOptions& options, RunSummary& summary);

  /// Takes a document that has come to its end; false when the run is to stop.
  bool deliver(Document& doc, Diagnostics& problems);
  /// Writes what writers put after the last document and gives the files their names; throws Failure.
  void commit(Diagnostics& problems);
  /// Keeps the .part files as they are.
  void abandon();

  /// Whether failures are over the budget now that all documents are counted.
  bool over_budget_at_end(Diagnostics& problems) const;

 private:
  void quarantine(const Document& doc);
  void tell(const Document& doc);
  bool over_budget(Diagnostics& problems, bool at_end) const;

  const Executor& executor_;
  const RunOptions& options_;
  RunSummary& summary_;
  std::vector<Output> outputs_;
  std::optional<Output> quarantine_;
  uint64_t messages_ = 0;
};

}  // namespace claimsift
