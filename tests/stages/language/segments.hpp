// SPDX-License-Identifier: Apache-2.0
// segments.hpp - what `sentences` and `tokens` make of a text, as strings for comparison.
#pragma once

#include <string>
#include <vector>

#include "claimsift/test_host.hpp"
#include "stages/language/sentences.hpp"
#include "stages/language/tokens.hpp"

namespace claimsift {

using Strings = std::vector<std::string>;

inline Strings sentences_of(const std::string& text, const TestOptions& options = {}) {
  TestDocument doc(text);
  if (const TestResult r = run_stage<Sentences>(doc, options); r.status != CS_OK)
    return {"failed: " + r.message};
  Strings out;
  for (const cs_span s : doc.layer<layers::Sentences>().spans()) out.emplace_back(doc.text(s));
  return out;
}

inline Strings tokens_of(const std::string& text, const TestOptions& options = {}) {
  TestDocument doc(text);
  run_stage<Sentences>(doc, options);
  if (const TestResult r = run_stage<Tokens>(doc, options); r.status != CS_OK)
    return {"failed: " + r.message};
  Strings out;
  for (const cs_span s : doc.layer<layers::Tokens>().spans()) out.emplace_back(doc.text(s));
  return out;
}

/// The tokens with "|" between those that adjoin and a blank between the others.
inline std::string cut(const std::string& text) {
  TestDocument doc(text);
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  std::string out;
  uint32_t end = 0;
  for (const cs_span s : doc.layer<layers::Tokens>().spans()) {
    if (!out.empty()) out += s.begin == end ? '|' : ' ';
    out += doc.text(s);
    end = s.end;
  }
  return out;
}

}  // namespace claimsift
