// SPDX-License-Identifier: Apache-2.0
// Runs a chain of stages on any text: no stage may fail, and the host's checks hold for what it writes.
// FUZZ_TARGET says how far the chain goes: language, syntax, times, quantities, quotations or claims.
#include <cstdio>
#include <cstdlib>

#include "claimsift/host/utf8.hpp"
#include "claimsift/test_host.hpp"
#include "stages/claims/claim_relations.hpp"
#include "stages/claims/claims.hpp"
#include "stages/language/entities.hpp"
#include "stages/language/language.hpp"
#include "stages/language/people.hpp"
#include "stages/language/sentences.hpp"
#include "stages/language/syntax.hpp"
#include "stages/language/tags.hpp"
#include "stages/language/tokens.hpp"
#include "stages/quantities/quantities.hpp"
#include "stages/quotations/attribution.hpp"
#include "stages/quotations/quotes.hpp"
#include "stages/quotations/speakers.hpp"
#include "stages/times/article_header.hpp"
#include "stages/times/times.hpp"

namespace {

using namespace claimsift;

enum class Depth { language, syntax, times, quantities, quotations, claims };

template <class T> void run(TestDocument& doc) {
  const TestResult result = run_stage<T>(doc);
  if (result.status == CS_OK) return;
  std::fprintf(stderr, "%s: %s\n", T::info.name, result.message.c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (host::invalid_utf8(text) != std::string::npos) return 0;  // the host lets no such text in
  TestDocument doc(text);
  doc.set_metadata("published", "2024-02-29");
  constexpr Depth depth = Depth::FUZZ_TARGET;
  if (depth == Depth::language) run<LanguageStage>(doc);
  run<Sentences>(doc);
  run<Tokens>(doc);
  if (depth == Depth::syntax) {
    run<TagsStage>(doc);
    run<SyntaxStage>(doc);
  }
  if (depth >= Depth::times) {
    run<ArticleHeader>(doc);
    run<Times>(doc);
  }
  if (depth >= Depth::quantities) run<Quantities>(doc);
  if (depth >= Depth::quotations) {
    run<Quotes>(doc);
    run<AttributionStage>(doc);
    run<EntitiesStage>(doc);
    run<PeopleStage>(doc);
    run<SpeakersStage>(doc);
  }
  if (depth >= Depth::claims) {
    run<Claims>(doc);
    run<ClaimRelations>(doc);
  }
  return 0;
}
