// SPDX-License-Identifier: Apache-2.0
// output.hpp - a file that appears under its name only when it is complete: bytes go to NAME.part, which is
// synced and renamed at the end. "-" is standard output. One thread at a time; problems are thrown as
// Failure, and a closed pipe on standard output as ClosedPipe.
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

namespace claimsift {

/// The reader of standard output is gone: the run ends quietly.
struct ClosedPipe : std::exception {
  const char* what() const noexcept override { return "standard output was closed"; }
};

class Output {
 public:
  /// Opens NAME.part; refuses where NAME exists, unless `overwrite`. Missing folders are made.
  Output(std::string path, bool overwrite);
  ~Output();
  Output(Output&& other) noexcept;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  const std::string& path() const { return path_; }
  uint64_t bytes() const { return bytes_; }

  void append(std::string_view data);
  /// Writes what is buffered.
  void flush();
  /// Syncs and gives the file its name.
  void commit();

 private:
  void write_all(std::string_view data);
  [[noreturn]] void fail(const char* doing) const;

  std::string path_, part_, buffer_;
  int fd_ = -1;
  uint64_t bytes_ = 0;
};

}  // namespace claimsift
