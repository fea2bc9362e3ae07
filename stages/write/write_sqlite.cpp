// SPDX-License-Identifier: Apache-2.0
#include "stages/write/write_sqlite.hpp"

#include "stages/write/flat_claims.hpp"
#include "stages/write/row_blob.hpp"

namespace claimsift {

namespace {

RowBlob row_of(std::string& rows, StoreTable table) { return {rows, static_cast<uint8_t>(table)}; }

RowBlob& span(RowBlob& row, cs_span s, const Offsets& offsets, const DocumentBase& doc) {
  return row.integer(offsets(s.begin)).integer(offsets(s.end)).text(doc.text(s));
}

RowBlob& number_of(RowBlob& row, uint32_t reference) {
  return is_null(reference) ? row.null() : row.integer(reference);
}

void append_match(std::string& rows, uint32_t claim, size_t rank, uint32_t match,
                  const View<layers::ClaimMatches>& matches) {
  RowBlob row = row_of(rows, StoreTable::matches);
  row.integer(claim).integer(static_cast<int64_t>(rank)).text(matches.get<"id">(match));
  row.number(matches.get<"score">(match));
  row.text(matches.get<"verdict">(match)).text(matches.get<"url">(match));
}

void append_claims(std::string& rows, const FlatClaims& claims, const Offsets& offsets,
                   const DocumentBase& doc) {
  const auto text_or_null = [](const std::string& text) { return text.empty() ? std::string_view() : text; };
  for (uint32_t i = 0; i < claims.size(); ++i) {
    const FlatClaim claim = claims[i];
    RowBlob row = row_of(rows, StoreTable::claims);
    row.text(claim.id);
    span(row, claim.span, offsets, doc);
    for (const std::string_view text :
         {claim.sentence, claim.context, claim.standalone, text_or_null(claim.types), claim.speaker,
          claim.role, text_or_null(claim.cue), claim.attribution_kind})
      row.text(text);
    row.integer(claim.negated).integer(claim.hedged).number(claim.checkable).number(claim.check_worthiness);
    row.text(claim.cluster);
    for (const uint32_t q : claim.quantities)
      row_of(rows, StoreTable::claim_quantities).integer(i).integer(q);
    for (const uint32_t t : claim.times) row_of(rows, StoreTable::claim_times).integer(i).integer(t);
    for (size_t m = 0; m < claim.matches.size(); ++m)
      append_match(rows, i, m + 1, claim.matches[m], claims.matches());
  }
}

void append_quantities(std::string& rows, const View<layers::Quantities>& q, const Offsets& offsets,
                       const DocumentBase& doc) {
  for (uint32_t i = 0; i < q.size(); ++i) {
    RowBlob row = row_of(rows, StoreTable::quantities);
    row.integer(i);
    span(row, q.span(i), offsets, doc);
    row.text(choice_name(q.get<"kind">(i)));
    row.number(q.get<"value">(i)).number(q.get<"low">(i)).number(q.get<"high">(i)).text(q.get<"unit">(i));
    row.text(choice_name(q.get<"modifier">(i))).text(choice_name(q.get<"change">(i)));
    row.number(q.get<"si_value">(i)).text(q.get<"si_unit">(i));
    const cs_span what = q.get<"concept">(i);
    row.text(is_null(what) ? std::string_view() : doc.text(what));
    number_of(row, q.get<"relative_to">(i)).number(q.get<"implied_value">(i)).text(q.get<"implied_unit">(i));
  }
}

void append_times(std::string& rows, const View<layers::Times>& t, const Offsets& offsets,
                  const DocumentBase& doc) {
  for (uint32_t i = 0; i < t.size(); ++i) {
    RowBlob row = row_of(rows, StoreTable::times);
    row.integer(i);
    span(row, t.span(i), offsets, doc);
    row.text(choice_name(t.get<"type">(i))).text(t.get<"value">(i)).text(choice_name(t.get<"mod">(i)));
  }
}

}  // namespace

void WriteSqlite::process(Document& doc) const {
  const Records records(doc, unit_);
  const Offsets offsets(doc, unit_);
  const FlatClaims claims(doc);
  std::string rows;
  row_of(rows, StoreTable::documents)
      .text(doc.id())
      .text(records.meta("title", HeaderKind::title))
      .text(records.published())
      .text(doc.metadata("url"))
      .text(doc.metadata("source"))
      .text(text_ ? doc.text() : std::string_view());
  append_quantities(rows, claims.quantities(), offsets, doc);
  append_times(rows, claims.times(), offsets, doc);
  append_claims(rows, claims, offsets, doc);
  const auto relations = doc.read<layers::ClaimRelations>();
  for (uint32_t claim = 0; claim < claims.size(); ++claim) {
    const auto [first, last] = relations.children(claim);
    for (uint32_t i = first; i < last; ++i)
      row_of(rows, StoreTable::relations)
          .integer(claim)
          .text(choice_name(relations.get<"type">(i)))
          .integer(relations.get<"to">(i));
  }
  doc.emit(rows);
}

}  // namespace claimsift
