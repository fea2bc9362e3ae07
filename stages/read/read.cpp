// SPDX-License-Identifier: Apache-2.0
#include "stages/read/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <stdexcept>

#include "stages/read/detect_encoding.hpp"
#include "stages/read/file_format.hpp"
#include "stages/read/json_record.hpp"
#include "stages/read/paths.hpp"
#include "stages/read/warc_record.hpp"

namespace claimsift {

namespace {

// The first byte of a record.
constexpr char kTextFile = 'F', kPageFile = 'P', kText = 'T', kPage = 'H', kJson = 'J', kCsv = 'C',
               kRecord = 'W', kDecodedText = 't', kDecodedPage = 'h';

/// The delimiter that an option names, 0 for none.
char delimiter_of(const std::string& text) {
  if (text.empty()) return 0;
  if (text == "tab") return '\t';
  const auto c = static_cast<unsigned char>(text[0]);
  if (text.size() != 1 || c >= 0x80 || c == '"' || c == '\n' || c == '\r')
    throw std::runtime_error(fmt::format("`delimiter` must be one ASCII character or `tab`, not `{}`", text));
  return text[0];
}

/// A record in the arena: the mark, the bytes, and the room behind them that the JSON parser reads.
std::string_view record(DocumentBase& doc, char mark, std::string_view bytes, std::string_view more = {}) {
  const size_t size = 1 + bytes.size() + more.size();
  const auto kept = doc.alloc<char>(size + json_padding());
  kept[0] = mark;
  if (!bytes.empty()) std::memcpy(kept.data() + 1, bytes.data(), bytes.size());
  if (!more.empty()) std::memcpy(kept.data() + 1 + bytes.size(), more.data(), more.size());
  std::memset(kept.data() + size, 0, json_padding());
  return {kept.data(), size};
}

/// "3:17:4096": the third file was begun, line 17 ends at byte 4096; "3" alone: nothing of a fourth was read.
struct Position {
  uint64_t file = 0, lines = 0, offset = 0;
  bool inside = false;
};
Position parse_position(std::string_view text) {
  uint64_t numbers[3] = {};
  int count = 0;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (count < 3) {
    const auto [next, error] = std::from_chars(at, end, numbers[count]);
    if (error != std::errc()) break;
    ++count;
    if (next == end || *next != ':') break;
    at = next + 1;
  }
  if (count != 1 && count != 3)
    throw std::runtime_error(fmt::format("`{}` is no position of this reader", text));
  return {numbers[0], numbers[1], numbers[2], count == 3};
}

}  // namespace

FileReader::FileReader(const Setup& setup, FileFormat format, FieldMap fields, const std::string& delimiter)
    : format_(format),
      fields_(std::move(fields)),
      decoder_(setup),
      delimiter_(delimiter_of(delimiter)),
      longest_record_(setup.limit("record_bytes")),
      longest_document_(setup.limit("document_bytes")),
      ratio_(setup.limit("decompression_ratio")),
      files_(expand_paths(setup.strings("paths"), endings(format))) {
  bool pages = false;
  for (const std::string& file : files_) {
    setup.uses_file(file);
    if (may_hold_pages(format_, file)) pages = true;
    if (format_ == FileFormat::automatic && file != "-" && format_of(file) == FileFormat::automatic)
      throw std::runtime_error(
          "`read` cannot tell from its ending what `" + file +
          "` holds (.txt, .text, .md; .html, .htm; .jsonl, .ndjson; .csv, .tsv; .warc, .wet; each "
          "also with .gz or .zst); say "
          "`use: read_text`, `use: read_html`, `use: read_jsonl`, `use: read_csv` or `use: read_warc`");
  }
  if (!pages) return;
  html_ = setup.format("html", why_no_html_);
  const bool sure = std::any_of(files_.begin(), files_.end(), [&](const std::string& file) {
    return may_hold_pages(format_, file) && !without_packing(file).ends_with(".wet") && file != "-";
  });
  if (!html_ && sure) throw std::runtime_error("pages in HTML cannot be read: " + why_no_html_);
}

Status FileReader::next(Document& doc) {
  for (;;) {
    try {
      if (lines_ || rows_ || archive_) {
        const Status status = next_record(doc);
        if (status != CS_END) return status;
        close(doc);
      }
      if (file_ == files_.size()) return CS_END;
      ++file_;
      const FileFormat format = format_ == FileFormat::automatic ? format_of(path()) : format_;
      if (path() != "-" && (format == FileFormat::text || format == FileFormat::html)) {
        const char mark = format == FileFormat::text ? kTextFile : kPageFile;
        doc.set_record(record(doc, mark, path()), shown_path(), std::to_string(file_));
        return CS_OK;
      }
      if (const FileFormat found = open(doc); found == FileFormat::text || found == FileFormat::html)
        return whole_input(doc, found);
    } catch (const std::runtime_error& problem) {  // the rest of this file is lost, the others are not
      lines_.reset();
      rows_.reset();
      archive_.reset();
      doc.set_record({}, shown_path(), std::to_string(file_));
      return doc.fail(problem.what());
    }
  }
}

/// Opens the file that was begun, and says what it holds.
FileFormat FileReader::open(Document& doc) {
  FileFormat format = format_ == FileFormat::automatic ? format_of(path()) : format_;
  doc.set_record({}, shown_path(), std::to_string(file_));
  auto bytes = open_bytes(path(), ratio_, Unpack::ahead);
  if (format == FileFormat::warc) {
    archive_ = std::make_unique<WarcFile>(std::move(bytes), longest_record_);
    return format;
  }
  const bool whole = format == FileFormat::text || format == FileFormat::html;
  if (!whole) bytes = decoder_.recode(std::move(bytes));
  if (format != FileFormat::csv) {
    lines_ = std::make_unique<LineFile>(std::move(bytes), longest_record_);
    if (format == FileFormat::automatic) {
      const int first = lines_->peek();
      format = first == '{' ? FileFormat::jsonl : first == '<' && html_ ? FileFormat::html : FileFormat::text;
    }
    return format;
  }
  const char by_ending = without_packing(path()).ends_with(".tsv") ? '\t' : ',';
  const char delimiter = delimiter_ ? delimiter_ : by_ending;
  auto rows = std::make_unique<CsvFile>(std::move(bytes), delimiter, longest_record_);
  if (CsvFile::Row row; rows->next(row)) {
    if (!row.problem.empty()) throw std::runtime_error("the header: " + row.problem);
    header_ = &*headers_.insert(csv_header(row.text, delimiter, fields_)).first;
  }
  rows_ = std::move(rows);
  return format;
}

void FileReader::close(Document& doc) {
  const std::string remark = lines_ ? lines_->remark() : rows_ ? rows_->remark() : archive_->remark();
  lines_.reset();
  rows_.reset();
  archive_.reset();
  if (!remark.empty()) doc.warn(fmt::format("{}: {}", shown_path(), remark));
}

Status FileReader::whole_input(Document& doc, FileFormat format) {
  std::string all;
  const bool fits = lines_->rest(all);
  if (fits) close(doc);
  lines_.reset();
  if (!fits)
    return doc.fail(fmt::format("the input is longer than `run.limits.record_bytes` ({})", longest_record_));
  const bool decoded = format_ == FileFormat::automatic && decoder_.is_fixed();
  const char mark = format == FileFormat::html ? (decoded ? kDecodedPage : kPage)
                    : decoded                  ? kDecodedText
                                               : kText;
  doc.set_record(record(doc, mark, all), "standard input", std::to_string(file_));
  return CS_OK;
}

Status FileReader::next_record(Document& doc) {
  return lines_ ? next_line(doc) : rows_ ? next_row(doc) : next_page(doc);
}

Status FileReader::next_page(Document& doc) {
  WarcFile::Record page;
  if (!archive_->next(page)) return CS_END;
  const auto size = static_cast<uint32_t>(page.headers.size());
  char header_size[sizeof size];
  std::memcpy(header_size, &size, sizeof size);
  std::string headers(header_size, sizeof size);
  headers += page.headers;
  doc.set_record(record(doc, kRecord, headers, page.body), fmt::format("{}:{}", shown_path(), page.number),
                 fmt::format("{}:{}:{}", file_, archive_->records(), archive_->offset()));
  return page.problem.empty() ? CS_OK : doc.fail(page.problem);
}

Status FileReader::next_line(Document& doc) {
  LineFile::Line line;
  do {
    if (!lines_->next(line)) return CS_END;
  } while (line.too_long == 0 && line.text.find_first_not_of(" \t\r") == std::string_view::npos);
  doc.set_record(record(doc, kJson, line.text), fmt::format("{}:{}", shown_path(), line.number),
                 fmt::format("{}:{}:{}", file_, line.number, lines_->offset()));
  if (line.too_long)
    return doc.fail(fmt::format("the line has {} bytes, more than `run.limits.record_bytes` ({})",
                                line.too_long, longest_record_));
  return CS_OK;
}

Status FileReader::next_row(Document& doc) {
  CsvFile::Row row;
  if (!rows_->next(row)) return CS_END;
  char header[sizeof header_];
  std::memcpy(header, &header_, sizeof header_);
  doc.set_record(record(doc, kCsv, {header, sizeof header}, row.text),
                 fmt::format("{}:{}", shown_path(), row.line),
                 fmt::format("{}:{}:{}", file_, rows_->lines(), rows_->offset()));
  return row.problem.empty() ? CS_OK : doc.fail(row.problem);
}

void FileReader::seek(Document& doc, std::string_view position) {
  const Position at = parse_position(position);
  if (at.file > files_.size() || (at.inside && at.file == 0))
    throw std::runtime_error("the input has fewer files than an earlier run read");
  file_ = at.file;
  if (!at.inside) return;
  if (path() == "-")
    throw std::runtime_error("standard input cannot be read a second time; begin anew with --restart");
  open(doc);
  if (lines_)
    lines_->skip_to(at.offset, at.lines);
  else if (rows_)
    rows_->skip_to(at.offset, at.lines);
  else
    archive_->skip_to(at.offset, at.lines);
}

Status FileReader::parse(Document& doc) const {
  const std::string_view bytes = doc.record().substr(1);
  switch (doc.record()[0]) {
    case kJson: parse_json_record(bytes, fields_, decoder_, doc); return CS_OK;
    case kCsv: {
      const CsvHeader* header;
      std::memcpy(&header, bytes.data(), sizeof header);
      parse_csv_record(bytes.substr(sizeof header), *header, fields_, decoder_, doc);
      return CS_OK;
    }
    case kRecord: {
      uint32_t size;
      std::memcpy(&size, bytes.data(), sizeof size);
      const WarcReading reading{decoder_, html_, why_no_html_, ratio_, longest_record_};
      return parse_warc_record(bytes.substr(sizeof size, size), bytes.substr(sizeof size + size), reading,
                               doc);
    }
    case kText:
      doc.set_id("-");
      set_text(doc, bytes);
      return CS_OK;
    case kPage: doc.set_id("-"); return set_page(doc, bytes);
    case kDecodedText:
      doc.set_id("-");
      doc.set_text(bytes);
      return CS_OK;
    case kDecodedPage: doc.set_id("-"); return doc.parse_as(*html_, bytes, "text/html");
    case kPageFile:
      doc.set_id(shown(bytes));
      return set_page(doc, whole_file(doc, bytes, longest_record_, "record_bytes"));
    default:
      doc.set_id(shown(bytes));
      set_text(doc, whole_file(doc, bytes, longest_document_, "document_bytes"));
      return CS_OK;
  }
}

std::string FileReader::whole_file(Document& doc, std::string_view path, uint64_t longest,
                                   const char* limit) const {
  const auto bytes = open_bytes(std::string(path), ratio_, Unpack::here);
  std::string all;
  if (!read_all(*bytes, longest, all))
    throw std::runtime_error(fmt::format("the file is longer than `run.limits.{}` ({})", limit, longest));
  if (const std::string remark = bytes->remark(); !remark.empty()) doc.warn(remark);
  return all;
}

void FileReader::set_text(Document& doc, std::string_view bytes) const {
  const bool wide =
      bom_encoding(bytes).starts_with("utf-16") || decoder_.is_fixed();  // NUL is half a letter there
  if (const size_t nul = wide ? std::string_view::npos : bytes.find('\0'); nul != std::string_view::npos)
    throw std::runtime_error(fmt::format("the file looks binary (NUL at byte {})", nul));
  Decoder::Text text;
  decoder_.decode(bytes, text);
  if (const size_t nul = text.utf8.find('\0'); nul != std::string_view::npos)
    throw std::runtime_error(fmt::format("the text has a NUL at byte {}", nul));
  note_decoding(text, doc);
  doc.set_text(doc.keep(text.utf8));
}

Status FileReader::set_page(Document& doc, std::string_view bytes) const {
  if (!html_) throw std::runtime_error("pages in HTML cannot be read: " + why_no_html_);
  Decoder::Text text;
  decoder_.decode_page(bytes, {}, text);
  note_decoding(text, doc);
  return doc.parse_as(*html_, text.utf8, "text/html");
}

}  // namespace claimsift
