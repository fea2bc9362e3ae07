// SPDX-License-Identifier: Apache-2.0
// cost.hpp - what a stage costs for each byte of a text, for tests that hold hostile texts to the cost of
// news. Processor time of the calling thread. One thread.
#pragma once

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace claimsift {

/// Processor time of this thread in seconds.
inline double thread_seconds() {
  timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

/// `piece` again and again, at least `size` bytes.
inline std::string repeated(const std::string& piece, size_t size) {
  std::string text;
  text.reserve(size + piece.size());
  while (text.size() < size) text += piece;
  return text;
}

/// The project's own articles in one string.
inline std::string own_news() {
  std::string text;
  for (const char* name : {"harbour-deal", "school-meals", "water-prices"}) {
    std::ifstream in(std::string(CLAIMSIFT_SOURCE_DIR) + "/tests/data/articles/" + name + ".txt");
    text.append(std::istreambuf_iterator<char>(in), {});
    text += "\n\n";
  }
  return text;
}

/// Seconds a byte of text made of `piece`; `time(text)` runs the stage once. The difference of two lengths,
/// so that what a stage costs once (its lexicon) drops out; the least of several tries, because other
/// programs only ever make it longer.
template <class F> double seconds_a_byte(const std::string& piece, F time) {
  const std::string little = repeated(piece, 50000), much = repeated(piece, 400000);
  double least = 1e9, most = 1e9;
  for (int round = 0; round < 4; ++round) {
    least = std::min(least, time(little));
    most = std::min(most, time(much));
  }
  return (most - least) / static_cast<double>(much.size() - little.size());
}

}  // namespace claimsift
