// SPDX-License-Identifier: Apache-2.0
// console.hpp - where the program prints: results to standard output, problems to standard error, coloured
// only on a terminal. One thread.
#pragma once

#include <ostream>
#include <string>
#include <system_error>

#include "pipeline/diagnostic.hpp"

namespace claimsift::cli {

/// Standard output cannot be written.
struct OutputFailure : std::system_error {
  using std::system_error::system_error;
};

/// Standard output and error, and how problems look there.
class Console {
 public:
  /// `coloured_errors`: standard error is a terminal that shows colours.
  Console(std::ostream& out, std::ostream& err, bool coloured_errors);

  /// The process's own standard output and error.
  static Console of_process();

  /// `--errors` and `--color`, as given.
  void set_style(const std::string& errors, const std::string& colour);

  std::ostream& out() { return out_; }
  std::ostream& err() { return err_; }

  void report(const Diagnostic& problem);
  void report(const Diagnostics& problems);

  /// Brings out what is still in a buffer. Like every write to out(), it throws OutputFailure where
  /// that fails, so that no command works on for a reader that has gone away.
  void flush() { out_.flush(); }

 private:
  std::ostream& out_;
  std::ostream& err_;
  bool is_terminal_;
  ReportStyle style_;
};

}  // namespace claimsift::cli
