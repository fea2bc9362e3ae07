// SPDX-License-Identifier: Apache-2.0
// row_blob.hpp - rows of several tables as bytes: a writer formats them in parallel, its store takes them
// apart in order. The layout never leaves the process. One thread at a time.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace claimsift {

/// What a value is.
enum class BlobType : char { null, integer, number, text };

struct BlobValue {
  BlobType type = BlobType::null;
  int64_t integer = 0;
  double number = 0;
  std::string_view text;
};

/// Appends one row, value by value.
class RowBlob {
 public:
  RowBlob(std::string& out, uint8_t table) : out_(out) { out_ += static_cast<char>(table); }
  RowBlob& null() { return put(BlobType::null, nullptr, 0); }
  RowBlob& integer(int64_t value) { return put(BlobType::integer, &value, sizeof value); }
  /// NaN is null.
  RowBlob& number(double value) {
    return std::isfinite(value) ? put(BlobType::number, &value, sizeof value) : null();
  }
  /// A text without data is null.
  RowBlob& text(std::string_view value) {
    if (!value.data()) return null();
    const auto size = static_cast<uint32_t>(value.size());
    put(BlobType::text, &size, sizeof size);
    out_ += value;
    return *this;
  }

 private:
  RowBlob& put(BlobType type, const void* bytes, size_t size) {
    out_ += static_cast<char>(type);
    if (size) out_.append(static_cast<const char*>(bytes), size);
    return *this;
  }
  std::string& out_;
};

/// Takes rows apart; the bytes must be those of a RowBlob.
class BlobReader {
 public:
  explicit BlobReader(std::string_view bytes) : rest_(bytes) {}
  bool at_end() const { return rest_.empty(); }
  uint8_t table() {
    const auto table = static_cast<uint8_t>(rest_[0]);
    rest_.remove_prefix(1);
    return table;
  }
  BlobValue value() {
    BlobValue v;
    v.type = static_cast<BlobType>(rest_[0]);
    rest_.remove_prefix(1);
    if (v.type == BlobType::integer) take(v.integer);
    if (v.type == BlobType::number) take(v.number);
    if (v.type == BlobType::text) {
      uint32_t size;
      take(size);
      v.text = rest_.substr(0, size);
      rest_.remove_prefix(size);
    }
    return v;
  }

 private:
  template <class T> void take(T& value) {
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
  }
  std::string_view rest_;
};

}  // namespace claimsift
