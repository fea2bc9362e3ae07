// SPDX-License-Identifier: Apache-2.0
// buffered.hpp - a file's bytes in one buffer, for readers that cut records from it: how much was taken is
// known, so that reading can go on there later. One thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "stages/read/bytes.hpp"

namespace claimsift {

class Buffered {
 public:
  /// A UTF-8 byte order mark is passed over.
  explicit Buffered(std::unique_ptr<Bytes> bytes);

  /// What is read and not taken yet; valid until more() or skip_to().
  std::string_view ahead() const { return {buffer_.data() + begin_, end_ - begin_}; }
  /// Reads more behind it; false at the end of the file. Throws std::runtime_error.
  bool more();
  void take(size_t count) {
    begin_ += count;
    offset_ += count;
  }
  /// Bytes of the file (unpacked) that were taken.
  uint64_t offset() const { return offset_; }
  /// Goes on at an offset that lies ahead; throws std::runtime_error if the file is shorter.
  void skip_to(uint64_t offset);
  std::string remark() const { return bytes_->remark(); }

 private:
  std::unique_ptr<Bytes> bytes_;
  std::vector<char> buffer_;
  size_t begin_ = 0, end_ = 0;
  uint64_t offset_ = 0;
  bool at_end_ = false;
};

}  // namespace claimsift
