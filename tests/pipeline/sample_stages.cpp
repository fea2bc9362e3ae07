// SPDX-License-Identifier: Apache-2.0
#include "sample_stages.hpp"

#include <gtest/gtest.h>

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"

namespace claimsift::test {
namespace {

/// A stage that declares and does nothing.
template <class R = Reads<>, class W = Writes<>> class Idle : public Stage<R, W> {
 public:
  using typename Stage<R, W>::Document;
  explicit Idle(const Setup&) {}
  void process(Document&) const {}
  void parse(Document&) const {}
  Status next(Document&) { return CS_END; }
};

using ClaimClusters = Layer<"claim_clusters", Extends<"claims">, Doc<"Claims that say the same.">,
                            Column<"cluster", String, "The earliest claim that says the same.">>;
using Syntax =
    Layer<"syntax", Extends<"tokens">, Doc<"Dependency trees.">, Column<"head", Ref<"tokens">, "The head.">>;

struct Read : Idle<> {
  using Idle::Idle;
  static constexpr Info info{"read", "Reads files by their ending.", CS_READER};
  static constexpr cs_option options[] = {
      option::paths("paths", nullptr, "Files, folders or globs (** crosses folders); - is standard input.")};
};
struct ReadText : Idle<> {
  using Idle::Idle;
  static constexpr Info info{"read_text", "Reads a file as a document.", CS_READER};
  static constexpr cs_option options[] = {
      option::paths("paths", nullptr, "Files, folders or globs (** crosses folders); - is standard input."),
      option::string("encoding", "utf-8", "How the bytes become characters.", "utf-8|windows-1252|latin-1")};
};
struct ReadJsonl : Idle<> {
  using Idle::Idle;
  static constexpr Info info{"read_jsonl", "Reads a line as a document.", CS_READER};
  static constexpr cs_option options[] = {
      option::paths("paths", nullptr, "Files, folders or globs (** crosses folders); - is standard input."),
      option::map("fields", "{}", "Names of fields in the file.")};
};
struct ArticleHeader : Idle<Reads<>, Writes<layers::Header>> {
  using Idle::Idle;
  static constexpr Info info{"article_header", "Finds title, date and byline in the text."};
};
struct SentencesStage : Idle<Reads<>, Writes<layers::Sentences>> {
  using Idle::Idle;
  static constexpr Info info{"sentences", "Finds sentences and paragraphs."};
  static constexpr cs_option options[] = {
      option::strings("abbreviations", "[]", "Further words whose full stop never ends a sentence.")};
};
struct TokensStage : Idle<Reads<layers::Sentences>, Writes<layers::Tokens>> {
  using Idle::Idle;
  static constexpr Info info{"tokens", "Cuts sentences into words and marks."};
};
struct SyntaxStage : Idle<Reads<layers::Sentences, layers::Tokens>, Writes<Syntax>> {
  using Idle::Idle;
  static constexpr Info info{"syntax", "Parses sentences."};
  static constexpr cs_option options[] = {
      option::layers("where", "\"*\"", "Layers whose sentences are parsed.")};
};
struct QuantitiesStage : Idle<Reads<layers::Sentences, layers::Tokens>, Writes<layers::Quantities>> {
  using Idle::Idle;
  static constexpr Info info{"quantities", "Finds quantities with value and unit."};
  static constexpr cs_option options[] = {option::strings(
      "kinds", "", "Kinds to keep.",
      "money|percent|count|measure|ordinal|fraction|ratio|temperature|age|duration|number|score|odds")};
};
struct TimesStage
    : Idle<Reads<layers::Sentences, layers::Tokens, Optional<layers::Header>>, Writes<layers::Times>> {
  using Idle::Idle;
  static constexpr Info info{"times", "Finds dates, times and durations."};
};
struct QuotesStage : Idle<Reads<layers::Sentences>, Writes<layers::Quotes>> {
  using Idle::Idle;
  static constexpr Info info{"quotes", "Finds quotations."};
};
struct AttributionStage : Idle<Reads<layers::Sentences, layers::Tokens, layers::Quotes, Optional<Syntax>>,
                               Writes<layers::Attributions, layers::AttributionSources,
                                      layers::AttributionCues, layers::AttributionContents>> {
  using Idle::Idle;
  static constexpr Info info{"attribution", "Finds who said what."};
  static constexpr cs_option options[] = {
      option::integer("max_distance", "2", "Sentences between a quote and its speaker.", 0, 10),
      option::string("pronouns", "resolve", "What to do when the speaker is \"he\" or \"she\".",
                     "keep|resolve"),
      option::flag("nested", "true", "Whether to look inside attributions.")};
};
struct SpeakersStage : Idle<Reads<layers::Attributions>, Writes<layers::Speakers>> {
  using Idle::Idle;
  static constexpr Info info{"speakers", "Names the sources of attributions."};
};
struct ClaimsStage : Idle<Reads<layers::Sentences, layers::Tokens, Optional<layers::Quantities>,
                                Optional<layers::Times>, Optional<layers::Attributions>>,
                          Writes<layers::Claims, layers::ClaimFacts, layers::Unresolved>> {
  using Idle::Idle;
  static constexpr Info info{"claims", "Finds spans that assert something checkable."};
  static constexpr cs_option options[] = {
      option::number("min_check_worthiness", "0", "Claims below it are dropped.", 0, 1)};
};
struct ClaimRelationsStage : Idle<Reads<layers::Claims>, Writes<layers::ClaimRelations>> {
  using Idle::Idle;
  static constexpr Info info{"claim_relations", "Relates the claims of a document."};
};
struct ClaimClustersStage : Idle<Reads<layers::Claims>, Writes<ClaimClusters>> {
  using Idle::Idle;
  static constexpr Info info{"claim_clusters", "Groups claims that say the same.", CS_COLLECTOR};
};
struct WriteJsonl : Idle<> {
  using Idle::Idle;
  static constexpr Info info{"write_jsonl", "Writes a layer as JSON Lines.", CS_WRITER};
  static constexpr cs_option options[] = {
      option::output("path", nullptr, "The file; - is standard output."),
      option::layers("layer", nullptr, "The layer, or a list of layers; each line then says its layer.")};
};
struct WriteAnnotations : Idle<> {
  using Idle::Idle;
  static constexpr Info info{"write_annotations", "Writes all layers, a document a line.", CS_WRITER};
  static constexpr cs_option options[] = {option::output("path", nullptr, "The file; - is standard output."),
                                          option::layers("layers", "\"*\"", "The layers.")};
};
struct WriteClaims : Idle<Reads<layers::Claims, layers::ClaimFacts, Optional<layers::Quantities>>> {
  using Idle::Idle;
  static constexpr Info info{"write_claims", "Writes a claim a line.", CS_WRITER};
  static constexpr cs_option options[] = {option::output("path", nullptr, "The file; - is standard output.")};
};

}  // namespace

Registry sample_registry() {
  Registry registry;
  for (const cs_stage* const* stage =
           kStages<Read, ReadText, ReadJsonl, ArticleHeader, SentencesStage, TokensStage, SyntaxStage,
                   QuantitiesStage, TimesStage, QuotesStage, AttributionStage, SpeakersStage, ClaimsStage,
                   ClaimRelationsStage, ClaimClustersStage, WriteJsonl, WriteAnnotations, WriteClaims>;
       *stage != nullptr; ++stage) {
    const Diagnostics problems = registry.add(**stage, "built in");
    EXPECT_TRUE(problems.empty()) << render(problems, ReportStyle::plain);
  }
  return registry;
}

}  // namespace claimsift::test
