// SPDX-License-Identifier: Apache-2.0
// annotated.hpp - documents for tests of the claim stages: sentences, tokens and quantities by the real
// stages, attributions and times by hand, where the test says them by their words.
#pragma once

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>

#include "claimsift/layers.hpp"
#include "claimsift/test_host.hpp"
#include "stages/language/sentences.hpp"
#include "stages/language/tokens.hpp"
#include "stages/quantities/quantities.hpp"

namespace claimsift {

class Annotated : public TestDocument {
 public:
  explicit Annotated(std::string text) : TestDocument(std::move(text)) {}

  /// Where `words` stand, the nth time.
  cs_span at(std::string_view words, int nth = 1) const {
    size_t found = std::string_view::npos;
    for (size_t from = 0; nth > 0; --nth, from = found + 1) {
      found = text().find(words, from);
      if (found == std::string_view::npos)
        throw std::invalid_argument("the text has no `" + std::string(words) + "`");
    }
    return {static_cast<uint32_t>(found), static_cast<uint32_t>(found + words.size())};
  }
  Annotated& time(std::string_view words, TimeType type, std::string_view value) {
    add<layers::Times>(at(words)).set<"type">(type).set<"value">(value);
    return *this;
  }
  Annotated& attribution(std::string_view source, std::string_view content,
                         CueClass cue = CueClass::statement) {
    const cs_span s = at(source), c = at(content);
    add<layers::Attributions>({std::min(s.begin, c.begin), std::max(s.end, c.end)})
        .set<"cue_class">(cue)
        .set<"kind">(AttributionKind::indirect);
    add<layers::AttributionSources>(s).set<"of">(attributions_);
    add<layers::AttributionContents>(c).set<"of">(attributions_++);
    return *this;
  }
  template <class T> Annotated& with(const TestOptions& options = {}) {
    const TestResult result = run_stage<T>(*this, options);
    EXPECT_EQ(result.status, CS_OK) << result.message;
    return *this;
  }
  Annotated& basics() { return with<Sentences>().with<Tokens>().with<Quantities>(); }

 private:
  uint32_t attributions_ = 0;
};

}  // namespace claimsift
