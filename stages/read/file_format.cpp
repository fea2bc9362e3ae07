// SPDX-License-Identifier: Apache-2.0
#include "stages/read/file_format.hpp"

#include <string_view>

#include "stages/read/bytes.hpp"

namespace claimsift {

namespace {

struct Ending {
  std::string_view ending;
  FileFormat format;
};
constexpr Ending kEndings[] = {
    {".txt", FileFormat::text},     {".text", FileFormat::text}, {".md", FileFormat::text},
    {".html", FileFormat::html},    {".htm", FileFormat::html},  {".jsonl", FileFormat::jsonl},
    {".ndjson", FileFormat::jsonl}, {".csv", FileFormat::csv},   {".tsv", FileFormat::csv},
    {".warc", FileFormat::warc},    {".wet", FileFormat::warc}};
constexpr std::string_view kPackings[] = {"", ".gz", ".zst"};

}  // namespace

std::vector<std::string> endings(FileFormat format) {
  std::vector<std::string> all;
  for (const Ending& known : kEndings)
    if (format == FileFormat::automatic || format == known.format)
      for (const std::string_view packing : kPackings)
        all.push_back(std::string(known.ending) + std::string(packing));
  return all;
}

FileFormat format_of(const std::string& path) {
  const std::string name = without_packing(path);
  for (const Ending& known : kEndings)
    if (name.ends_with(known.ending)) return known.format;
  return FileFormat::automatic;
}

bool may_hold_pages(FileFormat format, const std::string& file) {
  const FileFormat known = format == FileFormat::automatic ? format_of(file) : format;
  return known == FileFormat::html || known == FileFormat::warc ||
         (known == FileFormat::automatic && file == "-");
}

}  // namespace claimsift
