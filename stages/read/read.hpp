// SPDX-License-Identifier: Apache-2.0
// read.hpp - the readers of files: `read` picks by the file's ending, `read_text` and `read_html` take each
// file as a document, `read_jsonl` each line, `read_csv` each row. All unpack gzip and zstd, and decode.
// Cutting is serial; files of text and pages are read, and lines and rows parsed, in parallel. Pages are
// handed to the format `html` of a plugin.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "claimsift/stage.hpp"
#include "stages/read/csv.hpp"
#include "stages/read/csv_record.hpp"
#include "stages/read/encoding.hpp"
#include "stages/read/fields.hpp"
#include "stages/read/file_format.hpp"
#include "stages/read/lines.hpp"
#include "stages/read/paths.hpp"
#include "stages/read/warc.hpp"

namespace claimsift {

/// The reader behind all stages. Records carry a mark of their format, a path, a line or a row.
class FileReader : public Stage<> {
 public:
  /// Delimiter "": a tab for .tsv, else a comma.
  FileReader(const Setup& setup, FileFormat format, FieldMap fields, const std::string& delimiter = {});

  Status next(Document& doc);
  Status parse(Document& doc) const;
  void seek(Document& doc, std::string_view position);

 private:
  const std::string& path() const { return files_[file_ - 1]; }
  std::string shown_path() const { return path() == "-" ? "standard input" : shown(path()); }
  FileFormat open(Document& doc);
  void close(Document& doc);
  Status next_record(Document& doc);
  Status next_line(Document& doc);
  Status next_row(Document& doc);
  Status next_page(Document& doc);
  Status whole_input(Document& doc, FileFormat format);
  void set_text(Document& doc, std::string_view bytes) const;
  Status set_page(Document& doc, std::string_view bytes) const;
  std::string whole_file(Document& doc, std::string_view path, uint64_t longest, const char* limit) const;

  FileFormat format_;
  FieldMap fields_;
  Decoder decoder_;
  const cs_format* html_ = nullptr;
  std::string why_no_html_;
  char delimiter_;  // 0: by the file's ending
  uint64_t longest_record_, longest_document_, ratio_;
  std::vector<std::string> files_;
  size_t file_ = 0;  // files that were begun
  std::unique_ptr<LineFile> lines_;
  std::unique_ptr<CsvFile> rows_;
  std::unique_ptr<WarcFile> archive_;
  std::set<CsvHeader> headers_;  // equal ones once; records point at them
  const CsvHeader* header_ = nullptr;
};

namespace read_option {
inline constexpr cs_option paths =
    option::paths("paths", nullptr, "Files, folders or globs (** crosses folders); - is standard input.");
inline constexpr cs_option fields = option::map(
    "fields", "{}", "Where records keep what, such as {text: maintext, published: date_publish}.");
inline constexpr cs_option profile = option::string(
    "profile", "", "A ready map of fields; what `fields` says wins over it.", "news_please|datatrove");
}  // namespace read_option

class Read : public FileReader {
 public:
  static constexpr Info info{
      "read", "Reads text files, pages in HTML, JSON Lines, CSV and web archives, by the file's ending.",
      CS_READER};
  static constexpr cs_option options[] = {read_option::paths, read_option::fields, read_option::profile,
                                          read_option::encoding, read_option::invalid_utf8};
  explicit Read(const Setup& setup)
      : FileReader(setup, FileFormat::automatic, FieldMap(setup.map("fields"), setup.string("profile"))) {}
};

class ReadText : public FileReader {
 public:
  static constexpr Info info{"read_text", "Reads each file as the text of one document.", CS_READER};
  static constexpr cs_option options[] = {read_option::paths, read_option::encoding,
                                          read_option::invalid_utf8};
  explicit ReadText(const Setup& setup) : FileReader(setup, FileFormat::text, FieldMap({})) {}
};

class ReadHtml : public FileReader {
 public:
  static constexpr Info info{
      "read_html", "Reads each file as a page in HTML: its main text, title, date and byline.", CS_READER};
  static constexpr cs_option options[] = {read_option::paths, read_option::encoding,
                                          read_option::invalid_utf8};
  explicit ReadHtml(const Setup& setup) : FileReader(setup, FileFormat::html, FieldMap({})) {}
};

class ReadJsonl : public FileReader {
 public:
  static constexpr Info info{"read_jsonl", "Reads each line of a file as a JSON object with a document.",
                             CS_READER};
  static constexpr cs_option options[] = {read_option::paths, read_option::fields, read_option::profile,
                                          read_option::encoding, read_option::invalid_utf8};
  explicit ReadJsonl(const Setup& setup)
      : FileReader(setup, FileFormat::jsonl, FieldMap(setup.map("fields"), setup.string("profile"))) {}
};

class ReadCsv : public FileReader {
 public:
  static constexpr Info info{"read_csv", "Reads each row of a CSV file with a header as a document.",
                             CS_READER};
  static constexpr cs_option options[] = {
      read_option::paths,
      read_option::fields,
      read_option::profile,
      read_option::encoding,
      read_option::invalid_utf8,
      option::string("delimiter", "", "One character, or tab; without it a tab for .tsv, else a comma.")};
  explicit ReadCsv(const Setup& setup)
      : FileReader(setup, FileFormat::csv, FieldMap(setup.map("fields"), setup.string("profile")),
                   setup.string("delimiter")) {}
};

class ReadWarc : public FileReader {
 public:
  static constexpr Info info{
      "read_warc", "Reads the pages of web archives (WARC) and their text (WET); other records are skipped.",
      CS_READER};
  static constexpr cs_option options[] = {read_option::paths, read_option::encoding,
                                          read_option::invalid_utf8};
  explicit ReadWarc(const Setup& setup) : FileReader(setup, FileFormat::warc, FieldMap({})) {}
};

}  // namespace claimsift
