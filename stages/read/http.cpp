// SPDX-License-Identifier: Apache-2.0
#include "stages/read/http.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <stdexcept>

#include "stages/read/bytes.hpp"
#include "stages/read/unpack.hpp"
#include "stages/read/warc.hpp"

namespace claimsift {

namespace {

/// Bytes in memory.
class Held : public Bytes {
 public:
  explicit Held(std::string_view bytes) : bytes_(bytes) {}
  size_t read(char* to, size_t most) override {
    const size_t n = std::min(most, bytes_.size());
    if (n) std::memcpy(to, bytes_.data(), n);
    bytes_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view bytes_;
};

/// A body without its chunks; false if it has none. What a cut body holds is kept.
bool without_chunks(std::string_view body, std::string& out) {
  bool any = false;
  while (!body.empty()) {
    const size_t line = body.find('\n');
    uint64_t size = 0;
    const char* const end = body.data() + std::min(line, body.size());
    const auto [next, error] = std::from_chars(body.data(), end, size, 16);
    const bool stops = next == end || *next == '\r' || *next == ';' || *next == ' ';
    if (error != std::errc() || !stops || line == std::string_view::npos) return any;
    any = true;
    body.remove_prefix(line + 1);
    if (size == 0) return true;
    const size_t held = static_cast<size_t>(std::min<uint64_t>(size, body.size()));
    out.append(body.substr(0, held));
    body.remove_prefix(held);
    if (body.starts_with("\r\n"))
      body.remove_prefix(2);
    else if (body.starts_with('\n'))
      body.remove_prefix(1);
  }
  return any;
}

void unpack(uint64_t ratio, uint64_t longest, HttpResponse& response) {
  const Packing packing = packing_of(response.body.substr(0, 4));
  if (packing == Packing::none) return;
  const auto bytes = unpack_bytes(std::make_unique<Held>(response.body), packing, ratio);
  std::string all;
  if (!read_all(*bytes, longest, all))
    throw std::runtime_error(fmt::format("the page is longer than `run.limits.record_bytes` ({})", longest));
  response.unpacked = std::move(all);
  response.body = response.unpacked;
}

}  // namespace

void read_http(std::string_view bytes, uint64_t ratio, uint64_t longest, HttpResponse& response) {
  response = {};
  response.body = bytes;
  if (!bytes.starts_with("HTTP/")) return;
  const size_t space = std::min(bytes.find(' '), bytes.size());
  std::from_chars(bytes.data() + std::min(space + 1, bytes.size()), bytes.data() + bytes.size(),
                  response.status);
  size_t end = bytes.find("\r\n\r\n"), gap = 4;
  if (const size_t plain = bytes.find("\n\n"); plain < end) end = plain, gap = 2;
  response.headers = bytes.substr(0, end);
  response.body = end == std::string_view::npos ? std::string_view() : bytes.substr(end + gap);
  if (header_value(response.headers, "Transfer-Encoding").find("chunked") != std::string_view::npos) {
    std::string whole;
    if (without_chunks(response.body, whole)) {
      response.unpacked = std::move(whole);
      response.body = response.unpacked;
    }
  }
  const std::string_view encoding = header_value(response.headers, "Content-Encoding");
  if (encoding == "br" || encoding == "compress" || encoding == "deflate") response.unsupported = encoding;
  unpack(ratio, longest, response);
}

}  // namespace claimsift
