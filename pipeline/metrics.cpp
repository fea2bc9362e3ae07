// SPDX-License-Identifier: Apache-2.0
#include "pipeline/metrics.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace claimsift {

void StageCounters::count(uint64_t ns) {
  ++documents;
  nanoseconds += ns;
  size_t bucket = 0;
  if (ns > 0) {
    const int log = std::bit_width(ns) - 1;
    const bool upper_half = ns * ns >= (uint64_t{1} << std::min(63, 2 * log + 1)) && log < 31;
    bucket = static_cast<size_t>(2 * log + (upper_half ? 1 : 0));
  }
  ++histogram[std::min(bucket, histogram.size() - 1)];
}

void StageCounters::add(const StageCounters& other) {
  documents += other.documents;
  skipped += other.skipped;
  failed += other.failed;
  rows += other.rows;
  nanoseconds += other.nanoseconds;
  for (size_t i = 0; i < histogram.size(); ++i) histogram[i] += other.histogram[i];
}

double StageCounters::percentile(double share) const {
  const auto wanted = static_cast<uint64_t>(std::ceil(share * static_cast<double>(documents)));
  uint64_t seen = 0;
  for (size_t i = 0; i < histogram.size(); ++i)
    if ((seen += histogram[i]) >= wanted && seen > 0) return std::exp2(static_cast<double>(i + 1) / 2);
  return 0;
}

}  // namespace claimsift
