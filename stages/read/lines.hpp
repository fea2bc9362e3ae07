// SPDX-License-Identifier: Apache-2.0
// lines.hpp - cuts a file or standard input into lines of bounded length with one buffer. A line that is too
// long is passed over while streaming, so that it costs no memory. One thread at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claimsift {

class LineFile {
 public:
  /// Opens a file, "-" for standard input; throws std::runtime_error. A UTF-8 byte order mark is passed over.
  LineFile(const std::string& path, uint64_t longest);
  ~LineFile();
  LineFile(const LineFile&) = delete;
  LineFile& operator=(const LineFile&) = delete;

  struct Line {
    std::string_view text;  // without its end; valid until the next call
    uint64_t number = 0;    // from 1
    uint64_t too_long = 0;  // its bytes, if it was longer than allowed; `text` is empty then
  };
  /// False at the end; throws std::runtime_error where reading fails.
  bool next(Line& line);
  /// The rest as one piece, at most `longest` bytes; false if it is longer.
  bool rest(std::string& all);
  /// The first byte that next() would read, or -1 at the end.
  int peek();

 private:
  bool fill();

  std::string path_;
  int fd_;
  uint64_t longest_, number_ = 0;
  std::vector<char> buffer_;
  size_t begin_ = 0, end_ = 0;  // the unread part of the buffer
  bool at_end_ = false;
};

}  // namespace claimsift
