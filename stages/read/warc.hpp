// SPDX-License-Identifier: Apache-2.0
// warc.hpp - cuts web archives (WARC 1.0 and 1.1, ISO 28500; WET files too) into records. A record whose
// length is wrong, or that is too long, costs itself alone: reading goes on where the next record begins.
// Problems of the file are thrown as std::runtime_error. One thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "stages/read/buffered.hpp"

namespace claimsift {

class WarcFile {
 public:
  WarcFile(std::unique_ptr<Bytes> bytes, uint64_t longest) : file_(std::move(bytes)), longest_(longest) {}

  struct Record {
    std::string_view headers;  // lines between the version and the empty line; valid until the next call
    std::string_view body;
    uint64_t number = 0;  // from 1
    std::string problem;  // why it cannot be used; `body` is empty then
  };
  /// False at the end.
  bool next(Record& record);

  uint64_t records() const { return number_; }
  uint64_t offset() const { return file_.offset(); }
  /// Goes on behind record `number`, which ended at `offset`.
  void skip_to(uint64_t offset, uint64_t number);
  std::string remark() const { return file_.remark(); }

 private:
  bool fill(size_t size);
  void skip_breaks();
  bool find_record(size_t from);
  size_t header_size();
  void give_up(Record& record, std::string problem, size_t from);

  Buffered file_;
  uint64_t longest_, number_ = 0;
};

/// The value of a header by its name in any case, blanks stripped; null data if it is absent.
std::string_view header_value(std::string_view headers, std::string_view name);

}  // namespace claimsift
