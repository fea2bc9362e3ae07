// SPDX-License-Identifier: Apache-2.0
// read.hpp - the readers of files: `read` picks by the file's ending, `read_text` takes each file as a
// document, `read_jsonl` each line. Cutting is serial; files of text are read, and lines parsed, in parallel.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "claimsift/stage.hpp"
#include "stages/read/json_record.hpp"
#include "stages/read/lines.hpp"

namespace claimsift {

/// What a file holds.
enum class FileFormat : uint8_t { automatic, text, jsonl };

/// The reader behind all three stages. Records carry a mark of their format, a path or a line.
class FileReader : public Stage<> {
 public:
  FileReader(const Setup& setup, FileFormat format, FieldMap fields);

  Status next(Document& doc);
  void parse(Document& doc) const;

 private:
  bool open_next(Document& doc);
  Status next_line(Document& doc);
  Status whole_input(Document& doc);

  FileFormat format_;
  FieldMap fields_;
  uint64_t longest_record_, longest_document_;
  std::vector<std::string> files_;
  size_t file_ = 0;
  std::unique_ptr<LineFile> lines_;
};

namespace read_option {
inline constexpr cs_option paths =
    option::paths("paths", nullptr, "Files, folders or globs (** crosses folders); - is standard input.");
inline constexpr cs_option fields = option::map(
    "fields", "{}", "Where JSON Lines keep what, such as {text: maintext, published: date_publish}.");
}  // namespace read_option

class Read : public FileReader {
 public:
  static constexpr Info info{"read", "Reads text files and JSON Lines, by the file's ending.", CS_READER};
  static constexpr cs_option options[] = {read_option::paths, read_option::fields};
  explicit Read(const Setup& setup)
      : FileReader(setup, FileFormat::automatic, FieldMap(setup.map("fields"))) {}
};

class ReadText : public FileReader {
 public:
  static constexpr Info info{"read_text", "Reads each file as the text of one document.", CS_READER};
  static constexpr cs_option options[] = {read_option::paths};
  explicit ReadText(const Setup& setup) : FileReader(setup, FileFormat::text, FieldMap({})) {}
};

class ReadJsonl : public FileReader {
 public:
  static constexpr Info info{"read_jsonl", "Reads each line of a file as a JSON object with a document.",
                             CS_READER};
  static constexpr cs_option options[] = {read_option::paths, read_option::fields};
  explicit ReadJsonl(const Setup& setup)
      : FileReader(setup, FileFormat::jsonl, FieldMap(setup.map("fields"))) {}
};

}  // namespace claimsift
