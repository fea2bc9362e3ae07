// SPDX-License-Identifier: Apache-2.0
#include "stages/read/lines.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace claimsift {

namespace {
constexpr size_t kBlock = 1 << 20;
}

LineFile::LineFile(const std::string& path, uint64_t longest)
    : path_(path), longest_(longest), buffer_(kBlock) {
  fd_ = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd_ < 0) throw std::runtime_error(std::string("the file cannot be opened: ") + std::strerror(errno));
  while (end_ < 3 && fill()) {}
  if (end_ >= 3 && std::memcmp(buffer_.data(), "\xEF\xBB\xBF", 3) == 0) begin_ = 3;
}

LineFile::~LineFile() {
  if (fd_ != STDIN_FILENO) ::close(fd_);
}

/// Reads more behind the unread part; false at the end of the file.
bool LineFile::fill() {
  if (at_end_) return false;
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ == buffer_.size()) buffer_.resize(buffer_.size() * 2);
  ssize_t n;
  do n = ::read(fd_, buffer_.data() + end_, buffer_.size() - end_);
  while (n < 0 && errno == EINTR);
  if (n < 0) throw std::runtime_error(std::string("the file cannot be read: ") + std::strerror(errno));
  at_end_ = n == 0;
  end_ += static_cast<size_t>(n);
  return n > 0;
}

bool LineFile::next(Line& line) {
  line = {};
  size_t scanned = 0;
  uint64_t dropped = 0;
  for (;;) {
    const char* from = buffer_.data() + begin_;
    const size_t have = end_ - begin_;
    const auto* stop = static_cast<const char*>(std::memchr(from + scanned, '\n', have - scanned));
    const size_t length = stop ? static_cast<size_t>(stop - from) : have;
    if (stop || at_end_) {
      if (!stop && have == 0 && dropped == 0) return false;
      line.number = ++number_;
      if (dropped + length > longest_)
        line.too_long = dropped + length;
      else
        line.text = {from, length > 0 && from[length - 1] == '\r' ? length - 1 : length};
      begin_ += length + (stop ? 1 : 0);
      return true;
    }
    scanned = have;
    if (dropped + have > longest_) {  // it is too long already: keep counting, not its bytes
      dropped += have;
      begin_ = end_;
      scanned = 0;
    }
    fill();
  }
}

bool LineFile::rest(std::string& all) {
  for (;;) {
    if (all.size() + (end_ - begin_) > longest_) return false;
    all.append(buffer_.data() + begin_, end_ - begin_);
    begin_ = end_ = 0;
    if (!fill()) return true;
  }
}

int LineFile::peek() {
  if (begin_ == end_ && !fill()) return -1;
  return static_cast<unsigned char>(buffer_[begin_]);
}

}  // namespace claimsift
