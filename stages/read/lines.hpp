// SPDX-License-Identifier: Apache-2.0
// lines.hpp - cuts a file or standard input, packed or not, into lines of bounded length with one buffer. A
// line that is too long is passed over while streaming, so that it costs no memory. Problems are thrown as
// std::runtime_error. One thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "stages/read/buffered.hpp"

namespace claimsift {

class LineFile {
 public:
  LineFile(std::unique_ptr<Bytes> bytes, uint64_t longest) : file_(std::move(bytes)), longest_(longest) {}

  struct Line {
    std::string_view text;  // without its end; valid until the next call
    uint64_t number = 0;    // from 1
    uint64_t too_long = 0;  // its bytes, if it was longer than allowed; `text` is empty then
  };
  /// False at the end.
  bool next(Line& line);
  /// The rest as one piece, at most `longest` bytes; false if it is longer.
  bool rest(std::string& all);
  /// The first byte that next() would read, or -1 at the end.
  int peek();

  uint64_t offset() const { return file_.offset(); }
  /// Goes on behind line `number`, which ended at `offset`.
  void skip_to(uint64_t offset, uint64_t number);
  std::string remark() const { return file_.remark(); }

 private:
  Buffered file_;
  uint64_t longest_, number_ = 0;
};

}  // namespace claimsift
