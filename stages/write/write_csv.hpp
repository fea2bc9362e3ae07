// SPDX-License-Identifier: Apache-2.0
// write_csv.hpp - the stage `write_csv`: a table for spreadsheets and data frames, one row for each claim, or
// for each row of any layer. The first line names the columns. Formats in parallel.
#pragma once

#include <optional>

#include "claimsift/stage.hpp"
#include "stages/text/offsets.hpp"
#include "stages/write/csv_cells.hpp"
#include "stages/write/layer_json.hpp"
#include "stages/write/records.hpp"

namespace claimsift {

class WriteCsv : public Stage<RecordReads> {
 public:
  static constexpr Info info{"write_csv", "Writes claims, or the rows of a layer, as CSV.", CS_WRITER};
  static constexpr cs_option options[] = {
      option::output("path", nullptr, "The file; - is standard output."),
      option::layers("layer", "",
                     "The layer whose rows are written; without it, one flat row for each claim."),
      option::string("format", "csv", "What stands between the cells: a comma or a tab.", "csv|tsv"),
      option::flag("formula_guard", "true",
                   "Put ' before texts that begin with = + - @, a tab or CR, which spreadsheets would run.")};

  explicit WriteCsv(const Setup& setup);
  void begin(Document& doc) const;
  void process(Document& doc) const;

 private:
  void write_claims(Document& doc, std::string& lines) const;
  void write_rows(Document& doc, std::string& lines) const;

  std::optional<LayerFamily> family_;  // nothing: claims
  CsvFormat format_;
  OffsetUnit unit_;
};

}  // namespace claimsift
