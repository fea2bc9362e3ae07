// SPDX-License-Identifier: Apache-2.0
#include "cli/console.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <iostream>
#include <streambuf>
#include <string_view>

namespace claimsift::cli {
namespace {

/// A file descriptor as a stream that says why a write failed, which std::cout does not.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) {
    setp(bytes_.data(), bytes_.data() + bytes_.size());
  }

 protected:
  int_type overflow(int_type c) override {
    sync();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
  }

  int sync() override {
    for (const char* at = pbase(); at < pptr();) {
      const ssize_t written = ::write(descriptor_, at, static_cast<size_t>(pptr() - at));
      if (written >= 0) {
        at += written;
      } else if (errno != EINTR) {
        throw OutputFailure(errno, std::generic_category());
      }
    }
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    return 0;
  }

 private:
  int descriptor_;
  std::array<char, 1 << 14> bytes_{};
};

bool shows_colours(int descriptor) {
  const char *refused = std::getenv("NO_COLOR"), *terminal = std::getenv("TERM");
  if (refused != nullptr && refused[0] != '\0') return false;
  return isatty(descriptor) == 1 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

}  // namespace

Console::Console(std::ostream& out, std::ostream& err, bool coloured_errors)
    : out_(out),
      err_(err),
      is_terminal_(coloured_errors),
      style_(coloured_errors ? ReportStyle::coloured : ReportStyle::plain) {
  out_.exceptions(std::ios::badbit);
}

Console Console::of_process() {
  static DescriptorBuffer buffer(STDOUT_FILENO);
  static std::ostream out(&buffer);
  return Console(out, std::cerr, shows_colours(STDERR_FILENO));
}

void Console::set_style(const std::string& errors, const std::string& colour) {
  const bool coloured = colour == "always" || (colour != "never" && is_terminal_);
  style_ = errors == "json" ? ReportStyle::json : coloured ? ReportStyle::coloured : ReportStyle::plain;
}

void Console::report(const Diagnostic& problem) { err_ << render(problem, style_); }

void Console::report(const Diagnostics& problems) { err_ << render(problems, style_); }

}  // namespace claimsift::cli
