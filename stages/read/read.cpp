// SPDX-License-Identifier: Apache-2.0
#include "stages/read/read.hpp"

#include <fmt/format.h>

#include <cstring>
#include <stdexcept>

#include "stages/read/paths.hpp"

namespace claimsift {

namespace {

constexpr char kTextFile = 'F', kText = 'T', kJson = 'J';  // the first byte of a record

constexpr std::string_view kTextEndings[] = {".txt", ".text", ".md"};
constexpr std::string_view kJsonEndings[] = {".jsonl", ".ndjson"};

std::vector<std::string_view> endings(FileFormat format) {
  std::vector<std::string_view> all;
  if (format != FileFormat::jsonl) all.insert(all.end(), std::begin(kTextEndings), std::end(kTextEndings));
  if (format != FileFormat::text) all.insert(all.end(), std::begin(kJsonEndings), std::end(kJsonEndings));
  return all;
}

FileFormat format_of(std::string_view path) {
  for (const std::string_view ending : kTextEndings)
    if (path.ends_with(ending)) return FileFormat::text;
  for (const std::string_view ending : kJsonEndings)
    if (path.ends_with(ending)) return FileFormat::jsonl;
  return FileFormat::automatic;
}

/// A record in the arena: the mark, the bytes, and the room behind them that the JSON parser reads.
std::string_view record(DocumentBase& doc, char mark, std::string_view bytes) {
  const auto kept = doc.alloc<char>(1 + bytes.size() + json_padding());
  kept[0] = mark;
  if (!bytes.empty()) std::memcpy(kept.data() + 1, bytes.data(), bytes.size());
  std::memset(kept.data() + 1 + bytes.size(), 0, json_padding());
  return {kept.data(), 1 + bytes.size()};
}

void set_plain_text(DocumentBase& doc, std::string_view text) {
  if (const size_t nul = text.find('\0'); nul != std::string_view::npos)
    throw std::runtime_error(fmt::format("the file looks binary (NUL at byte {})", nul));
  doc.set_text(text);
}

}  // namespace

FileReader::FileReader(const Setup& setup, FileFormat format, FieldMap fields)
    : format_(format),
      fields_(std::move(fields)),
      longest_record_(setup.limit("record_bytes")),
      longest_document_(setup.limit("document_bytes")),
      files_(expand_paths(setup.strings("paths"), endings(format))) {
  if (format_ != FileFormat::automatic) return;
  for (const std::string& file : files_)
    if (file != "-" && format_of(file) == FileFormat::automatic)
      throw std::runtime_error(
          "`read` cannot tell from its ending what `" + file +
          "` holds (.txt, .text, .md; .jsonl, .ndjson); say `use: read_text` or `use: read_jsonl`");
}

Status FileReader::next(Document& doc) {
  for (;;) {
    if (lines_) {
      const Status status = next_line(doc);
      if (status != CS_END) return status;
      lines_.reset();
    }
    if (file_ == files_.size()) return CS_END;
    const std::string& path = files_[file_++];
    FileFormat format = format_ == FileFormat::automatic ? format_of(path) : format_;
    if (path != "-" && format == FileFormat::text) {
      doc.set_record(record(doc, kTextFile, path), path, std::to_string(file_));
      return CS_OK;
    }
    doc.set_record({}, path == "-" ? "standard input" : path, std::to_string(file_));
    lines_ = std::make_unique<LineFile>(path, longest_record_);
    if (format == FileFormat::automatic)
      format = lines_->peek() == '{' ? FileFormat::jsonl : FileFormat::text;
    if (format == FileFormat::text) return whole_input(doc);
  }
}

Status FileReader::whole_input(Document& doc) {
  std::string all;
  const bool fits = lines_->rest(all);
  lines_.reset();
  if (!fits)
    return doc.fail(fmt::format("the input is longer than `run.limits.record_bytes` ({})", longest_record_));
  doc.set_record(record(doc, kText, all), "standard input", std::to_string(file_));
  return CS_OK;
}

Status FileReader::next_line(Document& doc) {
  LineFile::Line line;
  do {
    if (!lines_->next(line)) return CS_END;
  } while (line.too_long == 0 && line.text.find_first_not_of(" \t\r") == std::string_view::npos);
  const std::string& path = files_[file_ - 1];
  const std::string place = fmt::format("{}:{}", path == "-" ? "standard input" : path, line.number);
  doc.set_record(record(doc, kJson, line.text), place, fmt::format("{}:{}", file_, line.number));
  if (line.too_long)
    return doc.fail(fmt::format("the line has {} bytes, more than `run.limits.record_bytes` ({})",
                                line.too_long, longest_record_));
  return CS_OK;
}

void FileReader::parse(Document& doc) const {
  const std::string_view bytes = doc.record().substr(1);
  switch (doc.record()[0]) {
    case kJson: parse_json_record(bytes, fields_, doc); break;
    case kText:
      doc.set_id("-");
      set_plain_text(doc, bytes);
      break;
    default: {
      doc.set_id(bytes);
      std::string all;
      if (!LineFile(std::string(bytes), longest_document_).rest(all))
        throw std::runtime_error(
            fmt::format("the file is longer than `run.limits.document_bytes` ({})", longest_document_));
      set_plain_text(doc, doc.keep(all));
    }
  }
}

}  // namespace claimsift
