// SPDX-License-Identifier: Apache-2.0
// checksum.hpp - SHA-256, for files that must be the ones that were meant. Pure functions, but for reading.
#pragma once

#include <string>
#include <string_view>

namespace claimsift {

/// In hex.
std::string sha256(std::string_view bytes);

/// Of a file's bytes; empty if it cannot be read.
std::string sha256_of_file(const std::string& path);

}  // namespace claimsift
