// SPDX-License-Identifier: Apache-2.0
#include "pipeline/output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "pipeline/diagnostic.hpp"

namespace claimsift {

namespace fs = std::filesystem;

namespace {
constexpr size_t kBuffer = 1 << 20;
}

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
  fd_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (fd_ < 0) fail("opened");
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
    } else if (errno == EPIPE && fd_ == STDOUT_FILENO) {
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

void Output::commit() {
  flush();
  if (fd_ == STDOUT_FILENO) return;
  if (::fsync(fd_) != 0 && errno != EINVAL && errno != EROFS) fail("synced");  // EINVAL: /dev/null and pipes
  if (::close(std::exchange(fd_, -1)) != 0) fail("closed");
  if (::rename(part_.c_str(), path_.c_str()) != 0) fail("renamed from its .part");
}

}  // namespace claimsift
