// SPDX-License-Identifier: Apache-2.0
// records.hpp - the layers of one document as the records of docs/records.md: what `write_claims` and
// `write_annotations` share. A Records object belongs to one call of a writer.
#pragma once

#include <string>
#include <string_view>

#include "claimsift/json.hpp"
#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/text/offsets.hpp"

namespace claimsift {

/// What writers of records read: every layer of the built-in stages, as far as the pipeline has it.
using RecordReads = Reads<Optional<layers::Header>, Optional<layers::Sentences>, Optional<layers::Tokens>,
                          Optional<layers::Tags>, Optional<layers::Syntax>, Optional<layers::Entities>,
                          Optional<layers::Quantities>, Optional<layers::Times>, Optional<layers::Quotes>,
                          Optional<layers::Attributions>, Optional<layers::AttributionSources>,
                          Optional<layers::AttributionCues>, Optional<layers::AttributionContents>,
                          Optional<layers::Speakers>, Optional<layers::Claims>, Optional<layers::ClaimFacts>,
                          Optional<layers::Unresolved>, Optional<layers::ClaimRelations>,
                          Optional<layers::ClaimClusters>, Optional<layers::ClaimMatches>>;
using RecordDocument = TypedDocument<RecordReads, Writes<>>;

class Records {
 public:
  Records(RecordDocument& doc, OffsetUnit unit);

  uint32_t claim_count() const { return claims_.size(); }
  /// Appends a claim's fields; `with_document` adds those of the document after the id, as on a line of its
  /// own.
  void append_claim(uint32_t row, bool with_document, std::string& out) const;

  // The lists of an annotation line.
  void append_sentences(std::string& out) const;
  void append_tokens(std::string& out) const;
  void append_entities(std::string& out) const;
  void append_quantities(std::string& out) const;
  void append_times(std::string& out) const;
  void append_quotes(std::string& out) const;
  void append_attributions(std::string& out) const;
  void append_claims(std::string& out) const;
  /// {"title","published","dateline","byline","source"}
  void append_meta(std::string& out) const;

  /// The reader's metadata, else what the text says of itself; null data where neither has it.
  std::string_view meta(std::string_view key, HeaderKind kind) const;
  /// The date of publication; where only an update is dated, the day of that.
  std::string_view published() const;

 private:
  void span(json::Object& object, cs_span s) const;
  void span_or_null(json::Object& object, std::string_view key, cs_span s) const;
  void row_id(json::Object& object, std::string_view key, char letter, uint32_t row) const;
  template <class L> void fragments(std::string& out, const View<L>& parts, uint32_t parent) const;
  void append_arc(json::Object& object, uint32_t token) const;
  void quantity_values(json::Object& object, uint32_t row) const;
  void claim_quantities(uint32_t claim, std::string& out) const;
  void implied_quantity(uint32_t row, std::string& out) const;
  void claim_times(uint32_t claim, std::string& out) const;
  void claim_entities(uint32_t claim, std::string& out) const;
  void claim_types(uint32_t claim, std::string& out) const;
  void claim_unresolved(uint32_t claim, std::string& out) const;
  void claim_relations(uint32_t claim, std::string& out) const;
  void claim_matches(uint32_t claim, std::string& out) const;
  void claim_source(uint32_t claim, json::Object& object) const;
  void claim_context(uint32_t claim, json::Object& object) const;
  std::string cue_text(uint32_t attribution) const;

  RecordDocument& doc_;
  Offsets offsets_;
  View<layers::Header> header_;
  View<layers::Sentences> sentences_;
  View<layers::Tokens> tokens_;
  View<layers::Tags> tags_;
  View<layers::Syntax> syntax_;
  View<layers::Entities> entities_;
  View<layers::Quantities> quantities_;
  View<layers::Times> times_;
  View<layers::Quotes> quotes_;
  View<layers::Attributions> attributions_;
  View<layers::AttributionSources> sources_;
  View<layers::AttributionCues> cues_;
  View<layers::AttributionContents> contents_;
  View<layers::Speakers> speakers_;
  View<layers::Claims> claims_;
  View<layers::ClaimFacts> facts_;
  View<layers::Unresolved> unresolved_;
  View<layers::ClaimRelations> relations_;
  View<layers::ClaimClusters> clusters_;
  View<layers::ClaimMatches> matches_;
};

}  // namespace claimsift
