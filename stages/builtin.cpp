// SPDX-License-Identifier: Apache-2.0
#include "stages/builtin.hpp"

#include "claimsift/stage.hpp"
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
#include "stages/quotations/cue_candidates.hpp"
#include "stages/quotations/quotes.hpp"
#include "stages/quotations/speakers.hpp"
#include "stages/read/read.hpp"
#include "stages/times/article_header.hpp"
#include "stages/times/times.hpp"
#include "stages/write/write_annotations.hpp"
#include "stages/write/write_claims.hpp"
#include "stages/write/write_csv.hpp"
#include "stages/write/write_html.hpp"
#include "stages/write/write_jsonl.hpp"
#include "stages/write/write_jsonld.hpp"
#include "stages/write/write_sqlite.hpp"
#include "stages/write/write_table.hpp"
#include "stages/write/write_web_annotation.hpp"

namespace claimsift {

std::span<const cs_stage* const> builtin_stages() {
  static constexpr const cs_stage* kAll[] = {
      &kStage<ArticleHeader>,
      &kStage<AttributionStage>,
      &kStage<ClaimClusters>,
      &kStage<ClaimRelations>,
      &kStage<Claims>,
      &kStage<CueCandidatesStage>,
      &kStage<EntitiesStage>,
      &kStage<KnownClaims>,
      &kStage<LanguageStage>,
      &kStage<PeopleStage>,
      &kStage<Quantities>,
      &kStage<Quotes>,
      &kStage<Read>,
      &kStage<ReadCsv>,
      &kStage<ReadHtml>,
      &kStage<ReadJsonl>,
      &kStage<ReadText>,
      &kStage<ReadWarc>,
      &kStage<Sentences>,
      &kStage<SpeakersStage>,
      &kStage<SyntaxStage>,
      &kStage<TagsStage>,
      &kStage<Times>,
      &kStage<Tokens>,
      &kStage<WriteAnnotations>,
      &kStage<WriteClaims>,
      &kStage<WriteCsv>,
      &kStage<WriteHtml>,
      &kStage<WriteJsonl>,
      &kStage<WriteJsonld>,
      &kStage<WriteSqlite>,
      &kStage<WriteTable>,
      &kStage<WriteWebAnnotation>,
  };
  return kAll;
}

}  // namespace claimsift
