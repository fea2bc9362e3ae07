// SPDX-License-Identifier: Apache-2.0
// write_parquet.cpp - the stage `write_parquet`: one row a claim, in the file format of data lakes. DuckDB
// writes it; its library is loaded when the stage is used. Rows are formatted in parallel and added in input
// order.
#include <claimsift/stage.hpp>
#include <memory>

#include "plugins/parquet/claims_table.hpp"
#include "stages/text/offsets.hpp"
#include "stages/write/flat_claims.hpp"
#include "stages/write/records.hpp"
#include "stages/write/row_blob.hpp"

namespace claimsift {

class WriteParquet : public Stage<RecordReads> {
 public:
  static constexpr Info info{"write_parquet", "Writes claims as a Parquet file, a row each.", CS_WRITER};
  static constexpr cs_option options[] = {
      option::output("path", nullptr, "The file."),
      option::string("library", "",
                     "DuckDB's library, libduckdb.so; without it the dynamic loader looks for it.")};

  explicit WriteParquet(const Setup& setup) : library_(setup.string("library")), unit_(offset_unit(setup)) {
    parquet::DuckDb probe(library_);  // what is missing is said before the run
  }

  void process(Document& doc) const;
  void open(Document&, std::string_view path, std::string_view state) {
    table_ = std::make_unique<parquet::ClaimsTable>(library_, std::string(path), state);
  }
  void append(Document&, std::string_view rows) { table_->append(rows); }
  void save(Document& doc) { doc.emit(table_->save()); }
  void finish(Document&) {
    table_->finish();
    table_.reset();
  }

 private:
  std::string library_;
  OffsetUnit unit_;
  std::unique_ptr<parquet::ClaimsTable> table_;
};

namespace {

/// Values of a list as one text, apart by U+001F; null where there are none.
class Joined {
 public:
  void add(std::string_view value) {
    if (any_) text_ += '\x1f';
    any_ = true;
    text_ += value;
  }
  std::string_view text() const { return any_ ? std::string_view(text_) : std::string_view(); }

 private:
  std::string text_;
  bool any_ = false;
};

std::string number_text(double value) {
  std::string text;
  if (std::isfinite(value)) json::append_number(text, value);
  return text;
}

std::string_view text_or_null(const std::string& text) { return text.empty() ? std::string_view() : text; }

}  // namespace

void WriteParquet::process(Document& doc) const {
  const Records records(doc, unit_);
  const Offsets offsets(doc, unit_);
  const FlatClaims claims(doc);
  std::string rows;
  for (uint32_t i = 0; i < claims.size(); ++i) {
    const FlatClaim claim = claims[i];
    Joined texts, kinds, values, units, time_texts, time_values;
    for (const uint32_t q : claim.quantities) {
      texts.add(doc.text(claims.quantities().span(q)));
      kinds.add(choice_name(claims.quantities().get<"kind">(q)));
      values.add(number_text(claims.quantities().get<"value">(q)));
      units.add(claims.quantities().get<"unit">(q));
    }
    for (const uint32_t t : claim.times) {
      time_texts.add(doc.text(claims.times().span(t)));
      time_values.add(claims.times().get<"value">(t));
    }
    Joined ids, scores, verdicts, urls;
    for (const uint32_t m : claim.matches) {
      ids.add(claims.matches().get<"id">(m));
      scores.add(number_text(claims.matches().get<"score">(m)));
      verdicts.add(claims.matches().get<"verdict">(m));
      urls.add(claims.matches().get<"url">(m));
    }
    RowBlob row(rows, 0);
    row.text(claim.id).text(doc.id()).text(doc.metadata("source")).text(doc.metadata("url"));
    row.text(records.meta("title", HeaderKind::title)).text(records.published());
    row.integer(offsets(claim.span.begin)).integer(offsets(claim.span.end));
    row.text(claim.text).text(claim.sentence).text(claim.standalone).text(text_or_null(claim.types));
    row.text(claim.speaker).text(claim.role).text(text_or_null(claim.cue)).text(claim.attribution_kind);
    row.integer(claim.negated).integer(claim.hedged);
    for (const Joined* list : {&texts, &kinds, &values, &units, &time_texts, &time_values})
      row.text(list->text());
    row.number(claim.checkable).number(claim.check_worthiness).text(claim.cluster);
    for (const Joined* list : {&ids, &scores, &verdicts, &urls}) row.text(list->text());
  }
  doc.emit(rows);
}

}  // namespace claimsift

using claimsift::WriteParquet;
CLAIMSIFT_PLUGIN("write_parquet", "0.1.0", "Apache-2.0", WriteParquet);
