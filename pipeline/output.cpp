// SPDX-License-Identifier: Apache-2.0
#include "pipeline/output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>

#include "pipeline/diagnostic.hpp"

namespace claimsift {

namespace fs = std::filesystem;

namespace {

constexpr size_t kBuffer = 1 << 20;

/// " (process 4711)" for the holder of a lock on a file, as far as the system tells.
std::string lock_holder(ino_t inode) {
  std::ifstream locks("/proc/locks");  // "1: FLOCK  ADVISORY  WRITE 4711 08:01:131 0 EOF"
  const std::string ending = fmt::format(":{}", inode);
  for (std::string number, kind, rule, access, process, file, rest;
       locks >> number >> kind >> rule >> access >> process >> file && std::getline(locks, rest);)
    if (kind == "FLOCK" && file.ends_with(ending)) return fmt::format(" (process {})", process);
  return {};
}

}  // namespace

Output::Output(std::string path, bool overwrite) : path_(std::move(path)) {
  if (path_ == "-") {
    fd_ = STDOUT_FILENO;
    return;
  }
  std::error_code ignored;
  const fs::file_status status = fs::status(path_, ignored);
  if (fs::is_directory(status))
    throw Failure({path_}, "the output is a folder",
                  "name a file, such as " + (fs::path(path_) / "claims.jsonl").string());
  if (fs::exists(status) && !fs::is_regular_file(status))  // a rename would put a file in a device's place
    throw Failure({path_}, "the output is no regular file", "name a file; `-` is standard output");
  if (fs::exists(status) && !overwrite)
    throw Failure({path_}, "the output exists", "choose another path, or allow it with --overwrite");
  if (const fs::path folder = fs::path(path_).parent_path(); !folder.empty()) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
      throw Failure({path_},
                    fmt::format("the folder `{}` cannot be made: {}", folder.string(), error.message()));
  }
  part_ = path_ + ".part";
  refuse_link();
  fd_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (fd_ < 0) fail("opened");
  lock();
  cut(0);
}

Output Output::left_behind(std::string path) {
  Output output;
  output.path_ = std::move(path);
  if (output.path_ == "-") {
    output.fd_ = STDOUT_FILENO;
    return output;
  }
  output.part_ = output.path_ + ".part";
  output.refuse_link();
  output.fd_ = ::open(output.part_.c_str(), O_WRONLY | O_CLOEXEC);
  if (output.fd_ >= 0)
    output.lock();
  else if (errno != ENOENT)
    output.fail("opened");
  return output;
}

/// Writing through a link that somebody planted would change a file elsewhere; one to a device does no harm.
void Output::refuse_link() const {
  std::error_code ignored;
  if (fs::is_symlink(fs::symlink_status(part_, ignored)) &&
      !fs::is_character_file(fs::status(part_, ignored)))
    throw Failure({path_}, fmt::format("`{}` is a symbolic link", part_), "remove it");
}

void Output::lock() {
  struct stat file {
  }, named{};
  if (::fstat(fd_, &file) != 0) fail("opened");
  if (!S_ISREG(file.st_mode)) return;
  if (::flock(fd_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    const std::string holder = lock_holder(file.st_ino);
    throw Failure({path_}, fmt::format("another run{} is writing this output", holder),
                  "wait for it, or choose another path");
  }
  // The other run may have finished, and renamed the file, between opening and locking.
  if (::stat(part_.c_str(), &named) != 0 || named.st_ino != file.st_ino || named.st_dev != file.st_dev)
    throw Failure({path_}, "another run has just finished writing this output", "look at it first");
}

Output::Output(Output&& other) noexcept
    : path_(std::move(other.path_)),
      part_(std::move(other.part_)),
      buffer_(std::move(other.buffer_)),
      fd_(std::exchange(other.fd_, -1)),
      bytes_(other.bytes_) {}

Output::~Output() {
  if (fd_ > STDERR_FILENO) ::close(fd_);
}

void Output::fail(const char* doing) const {
  throw Failure({path_}, fmt::format("the output cannot be {}: {}", doing, std::strerror(errno)));
}

void Output::write_all(std::string_view data) {
  while (!data.empty()) {
    const ssize_t n = ::write(fd_, data.data(), data.size());
    if (n >= 0) {
      data.remove_prefix(static_cast<size_t>(n));
    } else if (errno == EPIPE && is_standard_output()) {
      throw ClosedPipe();
    } else if (errno != EINTR) {
      fail("written");
    }
  }
}

void Output::append(std::string_view data) {
  bytes_ += data.size();
  if (buffer_.size() + data.size() > kBuffer) flush();
  if (data.size() > kBuffer)
    write_all(data);
  else
    buffer_ += data;
}

void Output::flush() {
  write_all(buffer_);
  buffer_.clear();
}

void Output::sync() {
  flush();
  if (is_standard_output()) return;
  if (::fsync(fd_) != 0 && errno != EINVAL && errno != EROFS) fail("synced");  // EINVAL: /dev/null and pipes
}

void Output::cut(uint64_t bytes) {
  struct stat file {};
  if (::fstat(fd_, &file) != 0) fail("looked at");
  if (S_ISREG(file.st_mode)) {
    if (static_cast<uint64_t>(file.st_size) < bytes)
      throw Failure(
          {part_},
          fmt::format("the file has {} bytes, fewer than the {} of the checkpoint", file.st_size, bytes),
          "begin anew with --restart");
    if (::ftruncate(fd_, static_cast<off_t>(bytes)) != 0) fail("cut");
    if (::lseek(fd_, static_cast<off_t>(bytes), SEEK_SET) < 0) fail("cut");
  }
  bytes_ = bytes;
}

void Output::measure() {
  struct stat file {};
  if (::fstat(fd_, &file) != 0) fail("looked at");
  bytes_ = static_cast<uint64_t>(file.st_size);
}

void Output::commit() {
  sync();
  if (is_standard_output()) return;
  if (::close(std::exchange(fd_, -1)) != 0) fail("closed");
  if (::rename(part_.c_str(), path_.c_str()) != 0) fail("renamed from its .part");
}

}  // namespace claimsift
