// SPDX-License-Identifier: Apache-2.0
// Runs a chain of stages on any text: no stage may fail, and the host's checks hold for what it writes.
// FUZZ_TARGET says how far the chain goes: sentences, language, syntax, people, times, quantities, quotations
// or claims, the last with clusters, relations, explanations and a list of known claims, for every other text
// from trees. Stages are created once, so that an input costs its text and not the models; collectors anew
// for each text, so that an input that fails does so alone.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "claimsift/host/utf8.hpp"
#include "claimsift/test_host.hpp"
#include "stages/claims/claim_clusters.hpp"
#include "stages/claims/claim_relations.hpp"
#include "stages/claims/claims.hpp"
#include "stages/claims/known_claims.hpp"
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

enum class Depth { sentences, language, syntax, people, times, quantities, quotations, claims };

template <class T> TestResult result_of(TestDocument& doc, const TestOptions& options) {
  if constexpr (T::info.kind == CS_COLLECTOR) {
    return run_stage<T>(doc, options);
  } else {
    static TestStage stage(kStage<T>, options);  // each T always comes with the same options
    return stage.run(doc);
  }
}

template <class T> void run(TestDocument& doc, const TestOptions& options = {}) {
  const TestResult result = result_of<T>(doc, options);
  if (result.status == CS_OK) return;
  std::fprintf(stderr, "%s: %s\n", T::info.name, result.message.c_str());
  std::abort();
}

/// A list of two known claims, written once.
const std::string& known_list() {
  static const std::string path = [] {
    const std::string name = "/tmp/claimsift_fuzz_" + std::to_string(::getpid()) + ".csv";
    std::ofstream(name)
        << "id,text,verdict,url\n1,The mayor of Arvo owns three houses,true,\n2,Rents rose by 3%,,x\n";
    std::atexit([] { std::remove(known_list().c_str()); });
    return name;
  }();
  return path;
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
  if (depth == Depth::syntax || (depth == Depth::claims && size % 2 == 0)) {
    run<TagsStage>(doc);
    run<SyntaxStage>(doc);
  }
  if (depth == Depth::people) {
    run<TagsStage>(doc);
    run<EntitiesStage>(doc);
    run<PeopleStage>(doc);
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
    run<Claims>(doc, {{"explain", "3"}});
    run<ClaimRelations>(doc);
    run<ClaimClusters>(doc, {{"signatures", "true"}});
    run<KnownClaims>(doc, {{"lists", "[" + known_list() + "]"}, {"min_score", "0"}});
  }
  return 0;
}
