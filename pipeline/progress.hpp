// SPDX-License-Identifier: Apache-2.0
// progress.hpp - how far a run is, as the ordered end of the pipeline counts it. Plain data.
#pragma once

#include <cstdint>

namespace claimsift {

/// Documents that have come to their end, and the bytes of their texts.
struct Progress {
  uint64_t documents = 0, written = 0, failed = 0, skipped = 0;
  uint64_t text_bytes = 0;
  double seconds = 0;  // of this process
};

}  // namespace claimsift
