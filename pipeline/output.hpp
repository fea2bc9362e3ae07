// SPDX-License-Identifier: Apache-2.0
// output.hpp - a file that appears under its name only when it is complete: bytes go to NAME.part, which is
// synced and renamed at the end. While it is open the .part is locked, so that no second run writes to it.
// "-" is standard output. One thread at a time; problems are thrown as Failure, and a closed pipe on
// standard output as ClosedPipe.
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
  /// Opens what an earlier run left of NAME.part, to go on with it; where there is none, is_open() is false.
  static Output left_behind(std::string path);
  ~Output();
  Output(Output&& other) noexcept;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  const std::string& path() const { return path_; }
  const std::string& part() const { return part_; }
  uint64_t bytes() const { return bytes_; }
  bool is_open() const { return fd_ >= 0; }
  bool is_standard_output() const { return part_.empty(); }

  void append(std::string_view data);
  /// Writes what is buffered.
  void flush();
  /// Brings what is written safely to the disk.
  void sync();
  /// Drops what lies behind `bytes` and goes on there.
  void cut(uint64_t bytes);
  /// Takes the size from the file, where another hand wrote it (a store).
  void measure();
  /// Syncs and gives the file its name.
  void commit();

 private:
  Output() = default;
  void refuse_link() const;
  void lock();
  void write_all(std::string_view data);
  [[noreturn]] void fail(const char* doing) const;

  std::string path_, part_, buffer_;  // no part: standard output
  int fd_ = -1;
  uint64_t bytes_ = 0;
};

}  // namespace claimsift
