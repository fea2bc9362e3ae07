// SPDX-License-Identifier: Apache-2.0
// floor [CORPUS.jsonl] - prints the yardstick of the benchmarks on this machine, in MB/s of one core.
#include <array>
#include <cstdio>

#include "tests/bench/corpus.hpp"

int main(int argc, char** argv) {
  const auto texts = claimsift::bench::load_corpus(argc > 1 ? argv[1] : nullptr, 1000);
  std::printf("{\"floor_mb_per_s\":%.1f,\"documents\":%zu,\"megabytes\":%.2f}\n",
              claimsift::bench::floor_speed(texts), texts.size(), claimsift::bench::total_megabytes(texts));
}
