// SPDX-License-Identifier: Apache-2.0
// report_file.hpp - the HTML report on disk: the page up to its documents, documents as they come, the rest.
// Past a size no document is added, and the report says how many are missing. Problems are thrown as
// std::runtime_error. One thread at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace claimsift {

class ReportFile {
 public:
  /// Begins a file, or with the state that save() gave goes back to that moment.
  ReportFile(const std::string& path, std::string_view state, uint64_t max_megabytes);
  ~ReportFile();
  ReportFile(const ReportFile&) = delete;
  ReportFile& operator=(const ReportFile&) = delete;

  void append(std::string_view document);
  /// Makes what was appended durable; the state to come back to.
  std::string save();
  void finish(const std::string& title);

 private:
  void write(std::string_view bytes);
  void sync();

  int fd_;
  uint64_t size_ = 0, left_out_ = 0, max_megabytes_;
};

/// The page up to its documents.
std::string report_head();

}  // namespace claimsift
