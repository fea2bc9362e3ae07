// SPDX-License-Identifier: Apache-2.0
// converter.hpp - the C library's iconv, from any encoding to UTF-8. Only converter.cpp includes its header.
// One thread at a time.
#pragma once

#include <string>
#include <string_view>

namespace claimsift {

/// What stands for a character that is damaged.
inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

class Converter {
 public:
  /// Throws std::runtime_error for a name that is not known.
  explicit Converter(const std::string& from);
  ~Converter();
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  static bool knows(const std::string& encoding);

  /// Appends what can be converted, and takes it off `bytes`; stops at what is damaged (false) or cut off.
  bool convert(std::string_view& bytes, std::string& out);

 private:
  void* handle_;
};

}  // namespace claimsift
