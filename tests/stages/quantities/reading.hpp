// SPDX-License-Identifier: Apache-2.0
// reading.hpp - for the tests of quantities: runs sentences, tokens and quantities on a text, and reads the
// tables of tests/data. One thread.
#pragma once

#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "claimsift/test_host.hpp"
#include "stages/language/sentences.hpp"
#include "stages/language/tokens.hpp"
#include "stages/quantities/quantities.hpp"

namespace claimsift {

/// A document with its quantities; `options` are those of the stage.
inline std::unique_ptr<TestDocument> read_text(const std::string& text, const TestOptions& options = {}) {
  auto doc = std::make_unique<TestDocument>(text);
  for (const TestResult& r :
       {run_stage<Sentences>(*doc), run_stage<Tokens>(*doc), run_stage<Quantities>(*doc, options)})
    if (r.status != CS_OK) throw std::runtime_error(r.message);
  return doc;
}

/// A line of a table: text and what stands behind "=>".
struct Case {
  std::string text, expected;
};
inline std::vector<Case> read_cases(const std::string& name) {
  std::ifstream in(std::string(CLAIMSIFT_SOURCE_DIR) + "/tests/data/" + name);
  if (!in) throw std::runtime_error(name + " cannot be read");
  std::vector<Case> cases;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const size_t arrow = line.find(" => ");
    if (arrow == std::string::npos) throw std::runtime_error(name + ": no => in " + line);
    cases.push_back({line.substr(0, arrow), line.substr(arrow + 4)});
  }
  return cases;
}

}  // namespace claimsift
