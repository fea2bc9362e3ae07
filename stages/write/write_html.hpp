// SPDX-License-Identifier: Apache-2.0
// write_html.hpp - the stage `write_html`: one self-contained page for editors. The article with its claims,
// quantities, times, quotes and speakers marked, beside it the claims as a table; it fetches nothing.
// Documents are formatted in parallel and appended in input order.
#pragma once

#include <memory>
#include <string>

#include "claimsift/stage.hpp"
#include "stages/write/records.hpp"
#include "stages/write/report_file.hpp"

namespace claimsift {

class WriteHtml : public Stage<RecordReads> {
 public:
  static constexpr Info info{"write_html", "Writes documents and claims as one page in HTML, for editors.",
                             CS_WRITER};
  static constexpr cs_option options[] = {
      option::output("path", nullptr, "The file."), option::string("title", "Claims", "The page's title."),
      option::integer("max_megabytes", "100",
                      "The size from which on documents are left out; the page says how many.", 1, 2000)};

  explicit WriteHtml(const Setup& setup)
      : title_(setup.string("title")),
        max_megabytes_(static_cast<uint64_t>(setup.integer("max_megabytes"))) {}

  void process(Document& doc) const;
  void open(Document&, std::string_view path, std::string_view state) {
    report_ = std::make_unique<ReportFile>(std::string(path), state, max_megabytes_);
  }
  void append(Document&, std::string_view document) { report_->append(document); }
  void save(Document& doc) { doc.emit(report_->save()); }
  void finish(Document&) { report_->finish(title_); }

 private:
  std::string title_;
  uint64_t max_megabytes_;
  std::unique_ptr<ReportFile> report_;
};

}  // namespace claimsift
