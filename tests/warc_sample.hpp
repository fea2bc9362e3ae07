// SPDX-License-Identifier: Apache-2.0
// warc_sample.hpp - records of web archives for tests.
#pragma once

#include <fmt/format.h>
#include <zlib.h>

#include <string>

namespace claimsift {

inline std::string warc_record(const std::string& type, const std::string& content_type,
                               const std::string& body, const std::string& length = {}) {
  static int number = 0;
  return fmt::format(
      "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Record-ID: <urn:uuid:{}>\r\nWARC-Target-URI: "
      "https://paper.example/{}\r\n"
      "WARC-Date: 2024-05-01T10:00:00Z\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n",
      type, ++number, type, content_type, length.empty() ? std::to_string(body.size()) : length, body);
}

inline std::string warc_response(const std::string& headers, const std::string& body, int status = 200) {
  return warc_record("response", "application/http; msgtype=response",
                     fmt::format("HTTP/1.1 {} X\r\n{}\r\n\r\n{}", status, headers, body));
}

inline std::string gzip_of(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

}  // namespace claimsift
