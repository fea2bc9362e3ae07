// SPDX-License-Identifier: Apache-2.0
// http.hpp - an HTTP response as web archives hold it: status, headers, and the body without chunks and
// compression. Crawlers are not of one mind about whether they unpack what they keep, so the bytes decide and
// the headers only hint. Pure functions; problems are thrown as std::runtime_error.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace claimsift {

struct HttpResponse {
  int status = 0;  // 0: there is no status line, all of it is the body
  std::string_view headers;
  std::string_view body;  // into the bytes given, or into `unpacked`
  std::string unpacked;
  std::string unsupported;  // an encoding of the body that is not known, such as br
};

/// `ratio` bounds how much a body may grow, `longest` its size.
void read_http(std::string_view bytes, uint64_t ratio, uint64_t longest, HttpResponse& response);

}  // namespace claimsift
