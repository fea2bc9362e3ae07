// SPDX-License-Identifier: Apache-2.0
#include "cli/only_failed.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "pipeline/diagnostic.hpp"

namespace claimsift::cli {

std::set<std::string, std::less<>> failed_places(const std::string& file) {
  std::ifstream lines(file);
  if (!lines)
    throw Failure({file}, fmt::format("the quarantine file cannot be read: {}", std::strerror(errno)));
  std::set<std::string, std::less<>> places;
  simdjson::dom::parser parser;
  uint32_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::string_view place;
    if (parser.parse(line)["place"].get(place) != simdjson::SUCCESS)
      throw Failure({file, number}, "this is no line of a quarantine file: it has no `place`",
                    "`--only-failed` takes the file under `run.quarantine` of an earlier run");
    places.emplace(place);
  }
  if (places.empty()) throw Failure({file}, "no document is in the quarantine file");
  return places;
}

}  // namespace claimsift::cli
