// SPDX-License-Identifier: Apache-2.0
// json.hpp - appends JSON values to a string: what the host and every stage that writes JSON need.
// Strings must be valid UTF-8. Pure functions.
#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

namespace claimsift::json {

/// Appends `s` in quotation marks, escaped.
inline void append_string(std::string& out, std::string_view s) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  size_t run = 0;
  for (size_t i = 0; i < s.size(); ++i) {
    const auto c = static_cast<unsigned char>(s[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(s, run, i - run);
    run = i + 1;
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        out += "\\u00";
        out += kHex[c >> 4];
        out += kHex[c & 15];
    }
  }
  out.append(s, run, s.size() - run);
  out += '"';
}

/// A string, or null where its data is null.
inline void append_string_or_null(std::string& out, std::string_view s) {
  if (s.data() == nullptr)
    out += "null";
  else
    append_string(out, s);
}

inline void append_integer(std::string& out, int64_t value) {
  char digits[24];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

/// The shortest decimal form that reads back as the same value; whole numbers without a point; NaN as null.
inline void append_number(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out += "null";
  } else if (std::abs(value) < 1e18 && value == std::trunc(value)) {
    append_integer(out, static_cast<int64_t>(value));
  } else {
    char digits[40];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
  }
}

/// What an exception leaves behind is not closed: closing could run out of memory again.
class Scope {
 public:
  bool is_left_normally() const { return std::uncaught_exceptions() == exceptions_; }

 private:
  int exceptions_ = std::uncaught_exceptions();
};

/// An object under construction: fields in the order of the calls, closed by the destructor.
class Object {
 public:
  explicit Object(std::string& out) : out_(out) { out_ += '{'; }
  ~Object() noexcept(false) {
    if (scope_.is_left_normally()) out_ += '}';
  }
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;

  /// Appends the key; the caller appends the value to the string that is returned.
  std::string& key(std::string_view name) {
    if (!first_) out_ += ',';
    first_ = false;
    append_string(out_, name);
    out_ += ':';
    return out_;
  }
  void text(std::string_view name, std::string_view value) { append_string_or_null(key(name), value); }
  void integer(std::string_view name, int64_t value) { append_integer(key(name), value); }
  void number(std::string_view name, double value) { append_number(key(name), value); }
  void flag(std::string_view name, bool value) { key(name) += value ? "true" : "false"; }
  void null(std::string_view name) { key(name) += "null"; }

 private:
  std::string& out_;
  Scope scope_;
  bool first_ = true;
};

/// A list under construction, closed by the destructor.
class Array {
 public:
  explicit Array(std::string& out) : out_(out) { out_ += '['; }
  ~Array() noexcept(false) {
    if (scope_.is_left_normally()) out_ += ']';
  }
  Array(const Array&) = delete;
  Array& operator=(const Array&) = delete;

  /// Begins an element; the caller appends it to the string that is returned.
  std::string& element() {
    if (!first_) out_ += ',';
    first_ = false;
    return out_;
  }

 private:
  std::string& out_;
  Scope scope_;
  bool first_ = true;
};

}  // namespace claimsift::json
