// SPDX-License-Identifier: Apache-2.0
#include "stages/read/warc.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace claimsift {

namespace {

constexpr std::string_view kVersion = "WARC/";
constexpr size_t kLongestHeader = 1 << 20;

bool same_letters(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
           return lower(x) == lower(y);
         });
}

std::string_view stripped(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
    text.remove_suffix(1);
  return text;
}

/// Where a header ends with an empty line, behind it; npos if it does not.
size_t end_of_header(std::string_view text) {
  for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    if (text.substr(at + 1).starts_with("\r\n")) return at + 3;
    if (text.substr(at + 1).starts_with("\n")) return at + 2;
  }
  return std::string_view::npos;
}

}  // namespace

std::string_view header_value(std::string_view headers, std::string_view name) {
  while (!headers.empty()) {
    const size_t end = std::min(headers.find('\n'), headers.size());
    const std::string_view line = headers.substr(0, end);
    const size_t colon = line.find(':');
    if (colon != std::string_view::npos && same_letters(stripped(line.substr(0, colon)), name))
      return stripped(line.substr(colon + 1));
    headers.remove_prefix(std::min(end + 1, headers.size()));
  }
  return {};
}

/// Whether `size` bytes are ahead, once more are read.
bool WarcFile::fill(size_t size) {
  while (file_.ahead().size() < size)
    if (!file_.more()) return false;
  return true;
}

/// Takes the empty lines between records.
void WarcFile::skip_breaks() {
  while (fill(1) && (file_.ahead()[0] == '\r' || file_.ahead()[0] == '\n')) file_.take(1);
}

/// Takes bytes up to a line that begins a record; `from`: where in what is ahead it can stand at the
/// earliest.
bool WarcFile::find_record(size_t from) {
  constexpr std::string_view kBegin = "\nWARC/1.";
  for (;;) {
    const std::string_view have = file_.ahead();
    const size_t found = from < have.size() ? have.find(kBegin, from) : std::string_view::npos;
    if (found != std::string_view::npos) return file_.take(found + 1), true;
    if (have.size() >= kBegin.size())
      file_.take(have.size() - kBegin.size() + 1);  // a part may stand at the end
    from = 0;
    if (!file_.more()) return file_.take(file_.ahead().size()), false;
  }
}

/// The bytes of the header that is ahead, 0 if it does not end.
size_t WarcFile::header_size() {
  for (;;) {
    const std::string_view have = file_.ahead().substr(0, kLongestHeader);
    if (const size_t end = end_of_header(have); end != std::string_view::npos) return end;
    if (have.size() == kLongestHeader || !file_.more()) return 0;
  }
}

void WarcFile::give_up(Record& record, std::string problem, size_t from) {
  record.problem = fmt::format("the record at byte {}: {}", file_.offset(), problem);
  record.headers = record.body = {};
  find_record(from);
}

bool WarcFile::next(Record& record) {
  skip_breaks();
  record = {};
  if (!fill(1)) return false;
  record.number = ++number_;
  if (!fill(kVersion.size()) || !file_.ahead().starts_with(kVersion))
    return give_up(record, "no record of a WARC file begins here", 0), true;
  const size_t header = header_size();
  if (header == 0) return give_up(record, "its header does not end", 1), true;
  const std::string stated(header_value(file_.ahead().substr(0, header), "Content-Length"));
  uint64_t length = 0;
  const auto [end, error] = std::from_chars(stated.data(), stated.data() + stated.size(), length);
  if (stated.empty() || error != std::errc() || end != stated.data() + stated.size())
    return give_up(record, fmt::format("its Content-Length is `{}`", stated), header), true;
  if (length > longest_)
    return give_up(record,
                   fmt::format("it has {} bytes, more than `run.limits.record_bytes` ({})", length, longest_),
                   header),
           true;
  if (!fill(header + length))
    return give_up(record, fmt::format("{} of its {} bytes are there", file_.ahead().size() - header, length),
                   header),
           true;
  // Behind it an empty line, and another record or the end.
  fill(header + length + 4 + kVersion.size());
  std::string_view behind = file_.ahead().substr(header + length);
  const bool apart = behind.empty() || behind[0] == '\r' || behind[0] == '\n' || behind.starts_with(kVersion);
  while (!behind.empty() && (behind[0] == '\r' || behind[0] == '\n')) behind.remove_prefix(1);
  if (!apart || (behind.size() >= kVersion.size() && !behind.starts_with(kVersion)))
    return give_up(record, fmt::format("its Content-Length {} is wrong: no record begins behind it", length),
                   header),
           true;
  record.headers = file_.ahead().substr(0, header);
  record.headers.remove_prefix(record.headers.find('\n') + 1);
  record.body = file_.ahead().substr(header, length);
  file_.take(header + length);
  return true;
}

void WarcFile::skip_to(uint64_t offset, uint64_t number) {
  file_.skip_to(offset);
  number_ = number;
}

}  // namespace claimsift
