// SPDX-License-Identifier: Apache-2.0
#include "stages/write/write_csv.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "stages/write/flat_claims.hpp"

namespace claimsift {

namespace {

constexpr const char* kClaimColumns[] = {"claim_id",
                                         "doc_id",
                                         "source",
                                         "url",
                                         "title",
                                         "published",
                                         "begin",
                                         "end",
                                         "text",
                                         "sentence",
                                         "context",
                                         "standalone",
                                         "types",
                                         "speaker",
                                         "speaker_role",
                                         "cue",
                                         "attribution_kind",
                                         "negated",
                                         "hedged",
                                         "checkable",
                                         "check_worthiness",
                                         "quantities",
                                         "kind",
                                         "value",
                                         "unit",
                                         "times",
                                         "cluster",
                                         "match",
                                         "match_score",
                                         "match_verdict",
                                         "match_url"};

template <class T> T value(const void* column, uint32_t row) { return static_cast<const T*>(column)[row]; }

void text_or_null(CsvCells& cells, std::string_view text) {
  if (text.data())
    cells.text(text);
  else
    cells.null();
}

/// A value of any column; a span is its text, begin and end.
void append_value(CsvCells& cells, const cs_column& declared, const void* column, uint32_t row,
                  const DocumentBase& doc, const Offsets& offsets) {
  const auto unless_null = [&](auto v, auto write) {
    if (is_null(v))
      cells.null();
    else
      write(v);
  };
  switch (declared.type) {
    case CS_FLAG: unless_null(value<uint8_t>(column, row), [&](uint8_t v) { cells.flag(v != 0); }); break;
    case CS_CHOICE:
      unless_null(value<uint8_t>(column, row), [&](uint8_t v) { cells.text(declared.choices[v]); });
      break;
    case CS_INT: unless_null(value<int64_t>(column, row), [&](int64_t v) { cells.integer(v); }); break;
    case CS_NUMBER: cells.number(value<double>(column, row)); break;
    case CS_STRING: text_or_null(cells, view(value<cs_str>(column, row))); break;
    case CS_SPAN: {
      const auto v = value<cs_span>(column, row);
      if (is_null(v)) {
        for (int i = 0; i < 3; ++i) cells.null();
      } else {
        cells.text(doc.text(v));
        cells.integer(offsets(v.begin));
        cells.integer(offsets(v.end));
      }
      break;
    }
    default:
      unless_null(value<uint32_t>(column, row), [&](uint32_t v) { cells.integer(v); });  // CS_ID, CS_REF
  }
}

void append_names(CsvCells& cells, const cs_layer& schema) {
  for (const cs_column* c = schema.columns; c && c->name; ++c) {
    cells.text(c->name);
    if (c->type != CS_SPAN) continue;
    cells.text(std::string(c->name) + "_begin");
    cells.text(std::string(c->name) + "_end");
  }
}

void append_row(CsvCells& cells, const cs_named_layer& layer, uint32_t row, const DocumentBase& doc,
                const Offsets& offsets) {
  const cs_view view = doc.read(layer.read);
  size_t i = 0;
  for (const cs_column* c = layer.schema->columns; c && c->name; ++c, ++i) {
    if (view.present)
      append_value(cells, *c, view.columns[i], row, doc, offsets);
    else
      for (int n = c->type == CS_SPAN ? 3 : 1; n > 0; --n) cells.null();
  }
}

/// The checked claim that is most alike; `claim_matches` as a layer holds them all.
void append_best_match(CsvCells& cells, const FlatClaim& claim, const View<layers::ClaimMatches>& matches) {
  if (claim.matches.empty()) {
    for (int i = 0; i < 4; ++i) cells.null();
    return;
  }
  const uint32_t best = claim.matches[0];
  cells.text(matches.get<"id">(best));
  cells.number(matches.get<"score">(best));
  text_or_null(cells, matches.get<"verdict">(best));
  text_or_null(cells, matches.get<"url">(best));
}

}  // namespace

WriteCsv::WriteCsv(const Setup& setup) : unit_(offset_unit(setup)) {
  format_.delimiter = setup.string("format") == "tsv" ? '\t' : ',';
  format_.formula_guard = setup.flag("formula_guard");
  std::vector<LayerFamily> families = layer_families(setup.layers("layer"));
  if (families.size() > 1)
    throw std::invalid_argument(fmt::format(
        "a table has the rows of one layer, not of {}; use an instance for each", families.size()));
  if (!families.empty()) family_ = std::move(families[0]);
}

void WriteCsv::begin(Document& doc) const {
  std::string line;
  {
    CsvCells cells(line, format_);
    if (family_) {
      for (const char* name : {"doc_id", "row", "begin", "end", "text"}) cells.text(name);
      append_names(cells, *family_->layer.schema);
      for (const cs_named_layer& extension : family_->extensions) append_names(cells, *extension.schema);
    } else {
      for (const char* name : kClaimColumns) cells.text(name);
    }
  }
  doc.emit(line);
}

void WriteCsv::process(Document& doc) const {
  std::string lines;
  if (family_)
    write_rows(doc, lines);
  else
    write_claims(doc, lines);
  doc.emit(lines);
}

void WriteCsv::write_rows(Document& doc, std::string& lines) const {
  const Offsets offsets(doc, unit_);
  const cs_view rows = static_cast<const DocumentBase&>(doc).read(family_->layer.read);
  for (uint32_t row = 0; row < rows.count; ++row) {
    CsvCells cells(lines, format_);
    cells.text(doc.id());
    cells.integer(row);
    cells.integer(offsets(rows.spans[row].begin));
    cells.integer(offsets(rows.spans[row].end));
    cells.text(doc.text(rows.spans[row]));
    append_row(cells, family_->layer, row, doc, offsets);
    for (const cs_named_layer& extension : family_->extensions)
      append_row(cells, extension, row, doc, offsets);
  }
}

void WriteCsv::write_claims(Document& doc, std::string& lines) const {
  const FlatClaims claims(doc);
  if (claims.size() == 0) return;
  const Records records(doc, unit_);
  const Offsets offsets(doc, unit_);
  const auto& quantities = claims.quantities();
  for (uint32_t row = 0; row < claims.size(); ++row) {
    const FlatClaim claim = claims[row];
    CsvCells cells(lines, format_);
    cells.text(claim.id);
    cells.text(doc.id());
    text_or_null(cells, doc.metadata("source"));
    text_or_null(cells, doc.metadata("url"));
    text_or_null(cells, records.meta("title", HeaderKind::title));
    text_or_null(cells, records.published());
    cells.integer(offsets(claim.span.begin));
    cells.integer(offsets(claim.span.end));
    for (const std::string_view text :
         {claim.text, claim.sentence, claim.context, claim.standalone, std::string_view(claim.types),
          claim.speaker, claim.role, std::string_view(claim.cue), claim.attribution_kind})
      text_or_null(cells, text);
    cells.flag(claim.negated);
    cells.flag(claim.hedged);
    cells.number(claim.checkable);
    cells.number(claim.check_worthiness);
    std::string texts, times;
    for (const uint32_t q : claim.quantities)
      texts += (texts.empty() ? "" : "; ") + std::string(doc.text(quantities.span(q)));
    for (const uint32_t t : claim.times)
      times += (times.empty() ? "" : "; ") + std::string(claims.times().get<"value">(t));
    cells.text(texts);
    if (claim.quantities.empty()) {  // kind, value and unit of the first
      for (int i = 0; i < 3; ++i) cells.null();
    } else {
      const uint32_t q = claim.quantities[0];
      text_or_null(cells, choice_name(quantities.get<"kind">(q)));
      cells.number(quantities.get<"value">(q));
      text_or_null(cells, quantities.get<"unit">(q));
    }
    cells.text(times);
    cells.text(claim.cluster);
    append_best_match(cells, claim, claims.matches());
  }
}

}  // namespace claimsift
