// SPDX-License-Identifier: Apache-2.0
// quotations.hpp - runs the stages of a text up to its quotations, attributions or speakers, and gives what
// they found as strings for comparison.
#pragma once

#include <string>
#include <vector>

#include "claimsift/test_host.hpp"
#include "stages/language/entities.hpp"
#include "stages/language/people.hpp"
#include "stages/language/sentences.hpp"
#include "stages/language/syntax.hpp"
#include "stages/language/tags.hpp"
#include "stages/language/tokens.hpp"
#include "stages/quotations/attribution.hpp"
#include "stages/quotations/quotes.hpp"
#include "stages/quotations/speakers.hpp"

namespace claimsift {

using Strings = std::vector<std::string>;

inline void read_quotes(TestDocument& doc) {
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  run_stage<Quotes>(doc);
}

/// "kind: text", with "..." behind a quotation that nothing closes.
inline Strings quotes_of(const std::string& text) {
  TestDocument doc(text);
  read_quotes(doc);
  Strings out;
  const auto quotes = doc.layer<layers::Quotes>();
  for (uint32_t i = 0; i < quotes.size(); ++i)
    out.push_back(std::string(choice_name(quotes.get<"kind">(i))) + ": " +
                  std::string(doc.text(quotes.span(i))) + (quotes.get<"open">(i) ? "..." : ""));
  return out;
}

/// What the trained model reads beside quotations.
inline void read_grammar(TestDocument& doc) {
  run_stage<TagsStage>(doc);
  run_stage<SyntaxStage>(doc);
}

inline const TestOptions kRules = {{"tagger", "rules"}};

/// "source | cue | content & content"
inline Strings attributions_of(const std::string& text, const TestOptions& options = kRules) {
  TestDocument doc(text);
  read_quotes(doc);
  if (options != kRules) read_grammar(doc);
  if (const TestResult r = run_stage<AttributionStage>(doc, options); r.status != CS_OK)
    return {"failed: " + r.message};
  const auto rows = doc.layer<layers::Attributions>();
  Strings out;
  const auto parts = [&](const auto& layer, uint32_t row) {
    std::string joined;
    const auto [first, last] = layer.children(row);
    for (uint32_t i = first; i < last; ++i)
      joined += (i > first ? " & " : "") + std::string(doc.text(layer.span(i)));
    return joined;
  };
  for (uint32_t i = 0; i < rows.size(); ++i)
    out.push_back(parts(doc.layer<layers::AttributionSources>(), i) + " | " +
                  parts(doc.layer<layers::AttributionCues>(), i) + " | " +
                  parts(doc.layer<layers::AttributionContents>(), i));
  return out;
}

/// "name (role)" for each attribution; "-" without a name.
inline Strings speakers_of(const std::string& text, const TestOptions& options = {}) {
  TestDocument doc(text);
  read_quotes(doc);
  run_stage<AttributionStage>(doc, kRules);
  run_stage<EntitiesStage>(doc);
  run_stage<PeopleStage>(doc);
  if (const TestResult r = run_stage<SpeakersStage>(doc, options); r.status != CS_OK)
    return {"failed: " + r.message};
  const auto rows = doc.layer<layers::Speakers>();
  Strings out;
  for (uint32_t i = 0; i < rows.size(); ++i) {
    const std::string_view name = rows.get<"name">(i), role = rows.get<"role">(i);
    out.push_back((name.data() ? std::string(name) : "-") +
                  (role.data() ? " (" + std::string(role) + ")" : ""));
  }
  return out;
}

}  // namespace claimsift
