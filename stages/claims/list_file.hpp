// SPDX-License-Identifier: Apache-2.0
// list_file.hpp - how lists beside the input (known claims, signatures) are opened, packed or not. Pure.
#pragma once

#include <fmt/format.h>

#include <memory>
#include <stdexcept>
#include <string>

#include "stages/read/bytes.hpp"

namespace claimsift {

inline constexpr uint64_t kLongestListRecord = 16u << 20;  // bytes

/// Throws std::runtime_error that names the file where it cannot be read.
inline std::unique_ptr<Bytes> open_list(const std::string& path) try {
  constexpr uint64_t kRatio = 200;  // bytes unpacked from one
  return open_bytes(path, kRatio, Unpack::here);
} catch (const std::runtime_error& e) { throw std::runtime_error(fmt::format("{}: {}", path, e.what())); }

}  // namespace claimsift
