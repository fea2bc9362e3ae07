// SPDX-License-Identifier: Apache-2.0
// write_sqlite.hpp - the stage `write_sqlite`: a database of documents, claims, quantities, times, speakers
// and relations, with views that answer questions and a full-text index. Rows are formatted in parallel and
// inserted in input order; the store commits with the run's checkpoints.
#pragma once

#include <memory>
#include <string_view>

#include "claimsift/stage.hpp"
#include "stages/text/offsets.hpp"
#include "stages/write/claims_store.hpp"
#include "stages/write/records.hpp"

namespace claimsift {

class WriteSqlite : public Stage<RecordReads> {
 public:
  static constexpr Info info{"write_sqlite", "Writes documents and claims as a SQLite database.", CS_WRITER};
  static constexpr cs_option options[] = {option::output("path", nullptr, "The file."),
                                          option::flag("text", "false", "Keep the documents' texts too.")};

  explicit WriteSqlite(const Setup& setup) : text_(setup.flag("text")), unit_(offset_unit(setup)) {}

  void process(Document& doc) const;
  void open(Document&, std::string_view path, std::string_view state) {
    store_ = std::make_unique<ClaimsStore>(std::string(path), state);
  }
  void append(Document&, std::string_view rows) { store_->append(rows); }
  void save(Document& doc) { doc.emit(store_->save()); }
  void finish(Document&) { store_->finish(); }

 private:
  bool text_;
  OffsetUnit unit_;
  std::unique_ptr<ClaimsStore> store_;
};

}  // namespace claimsift
