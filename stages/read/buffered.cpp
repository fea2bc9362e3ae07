// SPDX-License-Identifier: Apache-2.0
#include "stages/read/buffered.hpp"

#include <cstring>
#include <stdexcept>

namespace claimsift {

Buffered::Buffered(std::unique_ptr<Bytes> bytes) : bytes_(std::move(bytes)), buffer_(1 << 20) {
  try {
    while (ahead().size() < 3 && more()) {}
  } catch (const std::runtime_error&) {
    // What could be read comes first; the problem is thrown again behind it.
  }
  if (ahead().starts_with("\xEF\xBB\xBF")) take(3);
}

bool Buffered::more() {
  if (at_end_) return false;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ == buffer_.size()) buffer_.resize(buffer_.size() * 2);
  const size_t n = bytes_->read(buffer_.data() + end_, buffer_.size() - end_);
  at_end_ = n == 0;
  end_ += n;
  return n > 0;
}

void Buffered::skip_to(uint64_t offset) {
  if (offset <= offset_) return;
  const uint64_t held = std::min<uint64_t>(offset - offset_, end_ - begin_);
  take(static_cast<size_t>(held));
  if (offset == offset_) return;
  if (!bytes_->skip(offset - offset_))
    throw std::runtime_error("the file is shorter than when it was read before");
  offset_ = offset;
}

}  // namespace claimsift
