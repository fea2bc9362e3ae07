// SPDX-License-Identifier: Apache-2.0
// unpack.hpp - gzip and zstd as streams over other bytes. Several members or frames one after the other are
// one file; what follows them and is none is left out with a remark. A file that is cut off or damaged gives
// all that could be unpacked, then a problem with the number of the byte. One thread at a time.
#pragma once

#include <memory>
#include <string_view>

#include "stages/read/bytes.hpp"

namespace claimsift {

enum class Packing : uint8_t { none, gzip, zstd };

/// What the first four bytes of a file say.
Packing packing_of(std::string_view first);

/// Unpacked bytes; more than `ratio` times the packed ones (beyond the first megabyte) are a problem.
std::unique_ptr<Bytes> unpack_bytes(std::unique_ptr<Bytes> packed, Packing packing, uint64_t ratio);

}  // namespace claimsift
