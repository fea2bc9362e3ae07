// SPDX-License-Identifier: Apache-2.0
#include "stages/write/report_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "claimsift/json.hpp"
#include "stages/write/report_parts.hpp"
#include "stages/write/script_json.hpp"

namespace claimsift {

namespace {

[[noreturn]] void fail(const char* what) {
  throw std::runtime_error(fmt::format("{}: {}", what, std::strerror(errno)));
}

/// Hexadecimal digits as base64, as content security policies write checksums.
std::string base64(std::string_view hex) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (size_t i = 0; i < hex.size(); i += 6) {
    const std::string_view part = hex.substr(i, 6);
    uint32_t bits = 0;
    std::from_chars(part.data(), part.data() + part.size(), bits, 16);
    const size_t bytes = part.size() / 2;
    bits <<= 8 * (3 - bytes);
    for (size_t d = 0; d < 4; ++d) out += d <= bytes ? kDigits[bits >> (18 - 6 * d) & 63] : '=';
  }
  return out;
}

}  // namespace

std::string report_head() {
  const ReportParts& parts = report_parts();
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha256-{}'; "
      "style-src "
      "'sha256-{}'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" "
      "content=\"no-referrer\">\n<meta name=\"generator\" content=\"claimsift\">\n<title>Claims</title>\n"
      "<style>{}</style>\n</head>\n<body>\n{}\n",
      base64(parts.script_sha256), base64(parts.style_sha256), parts.style, parts.page);
}

ReportFile::ReportFile(const std::string& path, std::string_view state, uint64_t max_megabytes)
    : max_megabytes_(max_megabytes) {
  const bool anew = state.empty();
  fd_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | (anew ? O_TRUNC : 0), 0666);
  if (fd_ < 0) fail("the report cannot be opened");
  if (anew) {
    write(report_head());
    return;
  }
  const char* const end = state.data() + state.size();
  const auto [next, error] = std::from_chars(state.data(), end, size_);
  if (error != std::errc() || next == end || std::from_chars(next + 1, end, left_out_).ec != std::errc())
    throw std::runtime_error("the checkpoint holds no state of a report");
  if (::ftruncate(fd_, static_cast<off_t>(size_)) != 0 || ::lseek(fd_, 0, SEEK_END) < 0)
    fail("the report cannot be cut back");
}

ReportFile::~ReportFile() {
  if (fd_ >= 0) ::close(fd_);
}

void ReportFile::write(std::string_view bytes) {
  size_ += bytes.size();
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd_, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail("the report cannot be written");
    bytes.remove_prefix(static_cast<size_t>(n));
  }
}

void ReportFile::append(std::string_view document) {
  if (size_ + document.size() > max_megabytes_ * 1'000'000)
    ++left_out_;
  else
    write(document);
}

void ReportFile::sync() {
  if (::fsync(fd_) != 0) fail("the report cannot be synced to the disk");
}

std::string ReportFile::save() {
  sync();
  return fmt::format("{} {}", size_, left_out_);
}

void ReportFile::finish(const std::string& title) {
  std::string facts;
  {
    json::Object object(facts);
    object.text("title", title);
    object.integer("left_out", static_cast<int64_t>(left_out_));
    object.integer("max_megabytes", static_cast<int64_t>(max_megabytes_));
  }
  std::string end;
  append_script_json(end, "id=\"report\"", facts);
  write(end + "<script>" + std::string(report_parts().script) + "</script>\n</body>\n</html>\n");
  sync();
  if (::close(std::exchange(fd_, -1)) != 0) fail("the report cannot be closed");
}

}  // namespace claimsift
