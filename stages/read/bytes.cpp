// SPDX-License-Identifier: Apache-2.0
#include "stages/read/bytes.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "stages/read/ahead.hpp"
#include "stages/read/unpack.hpp"

namespace claimsift {

namespace {

/// A file as it is; its first bytes can be looked at.
class Plain : public Bytes {
 public:
  explicit Plain(const std::string& path) {
    fd_ = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd_ < 0) throw std::runtime_error(std::string("the file cannot be opened: ") + std::strerror(errno));
    struct stat file {};
    const off_t here = ::lseek(fd_, 0, SEEK_CUR);  // standard input may have been read in part
    if (::fstat(fd_, &file) == 0 && S_ISREG(file.st_mode) && here >= 0 && here < file.st_size)
      expected_ = static_cast<uint64_t>(file.st_size - here);
    try {
      while (size_ < sizeof first_) {
        const size_t n = read_file(first_ + size_, sizeof first_ - size_);
        if (n == 0) break;
        size_ += n;
      }
    } catch (...) {
      close_file();
      throw;
    }
  }
  ~Plain() override { close_file(); }
  Plain(const Plain&) = delete;
  Plain& operator=(const Plain&) = delete;

  std::string_view first() const { return {first_, size_}; }

  size_t read(char* to, size_t most) override {
    if (at_ == size_) return read_file(to, most);
    const size_t n = std::min(most, size_ - at_);
    std::memcpy(to, first_ + at_, n);
    at_ += n;
    return n;
  }
  bool skip(uint64_t count) override {
    const uint64_t held = std::min<uint64_t>(count, size_ - at_);
    at_ += held;
    count -= held;
    if (count == 0) return true;
    const off_t here = ::lseek(fd_, 0, SEEK_CUR), end = ::lseek(fd_, 0, SEEK_END);
    if (here < 0 || end < 0) return Bytes::skip(count);  // a pipe
    if (static_cast<uint64_t>(end - here) < count) return false;
    read_ += count;
    return ::lseek(fd_, here + static_cast<off_t>(count), SEEK_SET) >= 0;
  }

 private:
  size_t read_file(char* to, size_t most) {
    if (fd_ == STDIN_FILENO) wait_for_input();
    ssize_t n;
    do n = ::read(fd_, to, most);
    while (n < 0 && errno == EINTR);
    if (n < 0) throw std::runtime_error(std::string("the file cannot be read: ") + std::strerror(errno));
    read_ += static_cast<uint64_t>(n);
    if (n == 0 && most > 0 && read_ < expected_)
      throw std::runtime_error(fmt::format(
          "the file became shorter while it was read: {} bytes, {} when it was opened", read_, expected_));
    return static_cast<size_t>(n);
  }
  /// Waits for standard input again and again, and not in read(): the program puts /dev/null in its place to
  /// end a run that waits.
  static void wait_for_input() {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    while (::poll(&input, 1, 100) == 0) {}
  }
  void close_file() {
    if (fd_ > STDIN_FILENO) ::close(fd_);
  }

  int fd_;
  char first_[4];
  size_t size_ = 0, at_ = 0;
  uint64_t read_ = 0, expected_ = 0;  // bytes read or passed over; of the file when it was opened
};

}  // namespace

bool Bytes::skip(uint64_t count) {
  std::vector<char> dropped(1 << 16);
  while (count > 0) {
    const size_t n = read(dropped.data(), static_cast<size_t>(std::min<uint64_t>(count, dropped.size())));
    if (n == 0) return false;
    count -= n;
  }
  return true;
}

std::unique_ptr<Bytes> open_bytes(const std::string& path, uint64_t ratio, Unpack unpack) {
  auto file = std::make_unique<Plain>(path);
  const Packing packing = packing_of(file->first());
  if (packing == Packing::none) return file;
  std::unique_ptr<Bytes> unpacked = unpack_bytes(std::move(file), packing, ratio);
  return unpack == Unpack::here ? std::move(unpacked) : read_ahead(std::move(unpacked));
}

bool read_all(Bytes& bytes, uint64_t longest, std::string& to) {
  for (size_t size = to.size();;) {
    to.resize(size + std::max<size_t>(1 << 16, size / 2));
    const size_t n = bytes.read(to.data() + size, to.size() - size);
    size += n;
    if (n == 0 || size > longest) return to.resize(size), n == 0;
  }
}

std::string without_packing(const std::string& path) {
  for (const std::string_view ending : {".gz", ".zst"})
    if (path.ends_with(ending)) return path.substr(0, path.size() - ending.size());
  return path;
}

}  // namespace claimsift
