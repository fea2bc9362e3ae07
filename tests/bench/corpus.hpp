// SPDX-License-Identifier: Apache-2.0
// corpus.hpp - what the benchmarks share: the texts of a JSON Lines corpus in memory, processor time and the
// floor, the yardstick that every speed is quoted against.
#pragma once

#include <simdjson.h>
#include <sys/resource.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "stages/text/words.hpp"

namespace claimsift::bench {

/// The first `most` texts of a corpus; without a path, the sample articles again and again.
inline std::vector<std::string> load_corpus(const char* path, size_t most) {
  std::vector<std::string> texts;
  if (path) {
    simdjson::dom::parser parser;
    std::ifstream file(path);
    if (!file) throw std::runtime_error(std::string(path) + " cannot be opened");
    for (std::string line; texts.size() < most && std::getline(file, line);)
      texts.emplace_back(std::string_view(parser.parse(simdjson::padded_string(line))["text"]));
    return texts;
  }
  for (const auto& entry : std::filesystem::directory_iterator(CLAIMSIFT_SOURCE_DIR "/tests/data/articles")) {
    std::ifstream file(entry.path());
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  std::sort(texts.begin(), texts.end());
  for (size_t i = 0; texts.size() < most; ++i) texts.push_back(texts[i]);
  return texts;
}

inline double total_megabytes(const std::vector<std::string>& texts) {
  size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  return static_cast<double>(bytes) / 1e6;
}

/// User and system time of the process.
inline double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](timeval t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

inline double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// The floor: UTF-8 validation, a table of byte classes, and a hash of each token, document by document. What
/// it returns keeps the compiler from leaving the work out.
inline uint64_t floor_work(const std::vector<std::string>& texts) {
  static const auto classes = [] {
    std::array<uint8_t, 256> table{};
    for (int c = 0; c < 256; ++c)
      table[static_cast<size_t>(c)] =
          c >= 0x80 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ? 2
          : c == ' ' || (c >= 9 && c <= 13)                                           ? 0
                                                                                      : 1;
    return table;
  }();
  uint64_t sum = 0;
  for (const std::string& text : texts) {
    sum += simdjson::validate_utf8(text) ? 1 : 0;
    const char* s = text.data();
    const size_t n = text.size();
    for (size_t i = 0; i < n;) {
      const uint8_t kind = classes[static_cast<unsigned char>(s[i])];
      size_t end = i + 1;
      while (kind != 1 && end < n && classes[static_cast<unsigned char>(s[end])] == kind) ++end;
      if (kind) sum += word_hash({s + i, end - i});
      i = end;
    }
  }
  return sum;
}

/// The floor in MB/s: the best of five rounds, since what disturbs a run only makes it slower.
inline double floor_speed(const std::vector<std::string>& texts) {
  volatile uint64_t sink = floor_work(texts);  // warm-up
  double best = 1e9;
  for (int round = 0; round < 5; ++round) {
    const double start = cpu_seconds();
    int repeats = 0;
    do {
      sink = sink + floor_work(texts);
      ++repeats;
    } while (cpu_seconds() - start < 0.2);
    best = std::min(best, (cpu_seconds() - start) / repeats);
  }
  return total_megabytes(texts) / best;
}

}  // namespace claimsift::bench
