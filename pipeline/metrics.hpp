// SPDX-License-Identifier: Apache-2.0
// metrics.hpp - what each stage did: documents, rows, failures, and times as a histogram from which
// percentiles are read. Counters belong to one document slot and are added up at the end, so that counting
// needs no atomics.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace claimsift {

struct StageCounters {
  uint64_t documents = 0, skipped = 0, failed = 0, rows = 0, nanoseconds = 0;
  // Bucket b holds calls of [2^(b/2), 2^((b+1)/2)) ns: percentiles to within 42 %.
  std::array<uint32_t, 96> histogram{};

  void count(uint64_t ns);
  void add(const StageCounters& other);
  /// Upper bound of the bucket that holds the given share (0..1) of the calls, in nanoseconds.
  double percentile(double share) const;
};

struct StageReport {
  std::string instance;
  StageCounters counters;
};

}  // namespace claimsift
