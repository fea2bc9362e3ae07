// SPDX-License-Identifier: Apache-2.0
#include "stages/read/converter.hpp"

#include <fmt/format.h>
#include <iconv.h>

#include <cerrno>
#include <stdexcept>

namespace claimsift {

namespace {

const iconv_t kNone = reinterpret_cast<iconv_t>(-1);

}  // namespace

Converter::Converter(const std::string& from) : handle_(::iconv_open("UTF-8", from.c_str())) {
  if (handle_ == kNone)
    throw std::runtime_error(fmt::format("no encoding is called `{}` (`iconv -l` lists all)", from));
}

Converter::~Converter() { ::iconv_close(handle_); }

bool Converter::knows(const std::string& encoding) {
  const iconv_t handle = ::iconv_open("UTF-8", encoding.c_str());
  if (handle == kNone) return false;
  ::iconv_close(handle);
  return true;
}

bool Converter::convert(std::string_view& bytes, std::string& out) {
  char buffer[4096];
  while (!bytes.empty()) {
    char* from = const_cast<char*>(bytes.data());
    size_t left = bytes.size(), room = sizeof buffer;
    char* to = buffer;
    const size_t result = ::iconv(handle_, &from, &left, &to, &room);
    const int why = errno;
    out.append(buffer, sizeof buffer - room);
    bytes.remove_prefix(bytes.size() - left);
    if (result == static_cast<size_t>(-1) && why != E2BIG) return why == EINVAL;
  }
  return true;
}

}  // namespace claimsift
