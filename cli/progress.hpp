// SPDX-License-Identifier: Apache-2.0
// progress.hpp - what a run says of itself on standard error while it goes on and when it is over. One thread
// at a time.
#pragma once

#include <chrono>
#include <ostream>
#include <string>

#include "pipeline/run.hpp"

namespace claimsift::cli {

/// Prints a line now and then: in place on a terminal, else every ten seconds.
class ProgressLine {
 public:
  ProgressLine(std::ostream& err, bool terminal);
  void show(const Progress& progress);
  /// Prints a message without tearing the line.
  void message(const std::string& text);
  /// Leaves an empty line behind.
  void clear();

 private:
  std::ostream& err_;
  bool terminal_, shown_ = false;
  uint64_t first_bytes_ = 0;  // of text, when it began
  std::chrono::steady_clock::time_point start_, next_;
};

/// The table of stages and the closing line.
std::string summary_text(const RunSummary& summary);

}  // namespace claimsift::cli
