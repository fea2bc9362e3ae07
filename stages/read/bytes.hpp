// SPDX-License-Identifier: Apache-2.0
// bytes.hpp - the bytes of a file or of standard input, unpacked where they are gzip or zstd: what they hold
// decides, never the name. Problems are thrown as std::runtime_error. One thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace claimsift {

class Bytes {
 public:
  virtual ~Bytes() = default;
  /// Reads at least one byte and at most `most`; 0 at the end. What was read before a problem is returned
  /// before the problem is thrown.
  virtual size_t read(char* to, size_t most) = 0;
  /// Passes over `count` bytes; false if there are fewer.
  virtual bool skip(uint64_t count);
  /// At the end: what was strange about the file but does no harm; empty if nothing was.
  virtual std::string remark() const { return {}; }
};

/// Whether compressed bytes are unpacked by the reader's thread or by one that runs ahead of it.
enum class Unpack : uint8_t { here, ahead };

/// Opens a file, "-" for standard input. What is packed may unpack to `ratio` times its size.
std::unique_ptr<Bytes> open_bytes(const std::string& path, uint64_t ratio, Unpack unpack);

/// Appends all that is left, at most `longest` bytes; false if there is more.
bool read_all(Bytes& bytes, uint64_t longest, std::string& to);

/// A path without the ending of a packed file: "a.jsonl" for "a.jsonl.gz".
std::string without_packing(const std::string& path);

}  // namespace claimsift
