// SPDX-License-Identifier: Apache-2.0
#include "stages/read/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace claimsift {

namespace {
constexpr unsigned kBadQuotes = 100;  // in a file; each may cost a look at a whole record's bytes
}

/// How far a row has been looked at.
struct CsvFile::Scan {
  enum State { begin, plain, quoted, closing } state = begin;  // of the field; closing: behind a quote
  size_t at = 0;
  uint64_t breaks = 0;  // line breaks in it
  uint64_t opened = 0;  // the line on which the last quote opened
  size_t opened_at = 0;
};

/// Looks on in what is there; true when the row is cut or refused.
bool CsvFile::cut(Scan& scan, Row& row) {
  const std::string_view have = file_.ahead();
  for (; scan.at < have.size(); ++scan.at) {
    const char c = have[scan.at];
    if (scan.state == Scan::quoted) {
      if (c == '"')
        scan.state = Scan::closing;
      else if (c == '\n')
        ++scan.breaks;
    } else if (c == '\n') {
      const size_t length = scan.at;
      row.text = have.substr(0, length > 0 && have[length - 1] == '\r' ? length - 1 : length);
      file_.take(length + 1);
      lines_ += scan.breaks + 1;
      return true;
    } else if (c == delimiter_) {
      scan.state = Scan::begin;
    } else if (scan.state == Scan::begin) {
      scan.state = c == '"' ? Scan::quoted : Scan::plain;
      scan.opened = row.line + scan.breaks;
      scan.opened_at = scan.at;
    } else if (scan.state == Scan::closing) {
      if (c == '"') {
        scan.state = Scan::quoted;  // two quotes stand for one
      } else if (c != '\r') {
        refuse(scan, row,
               fmt::format("text follows the quote that closes the one opened in line {}", scan.opened));
        return true;
      }
    }
  }
  return false;
}

/// Takes the lines up to that on which the bad quote opened, so that the next row begins behind it.
void CsvFile::refuse(const Scan& scan, Row& row, std::string problem) {
  if (++bad_quotes_ > kBadQuotes)
    throw std::runtime_error(fmt::format(
        "more than {} quotes are not closed; the rest, from line {} on, is left out", kBadQuotes, row.line));
  row.problem = std::move(problem);
  for (uint64_t line = row.line; line <= scan.opened; ++line) drop_line();
}

/// Takes a line without keeping it, however long it is; its bytes.
uint64_t CsvFile::drop_line() {
  uint64_t bytes = 0;
  for (bool more = true; more; more = file_.more()) {
    const size_t end = file_.ahead().find('\n');
    if (end != std::string_view::npos) {
      bytes += end;
      file_.take(end + 1);
      break;
    }
    bytes += file_.ahead().size();
    file_.take(file_.ahead().size());
  }
  ++lines_;
  return bytes;
}

/// Takes the rest of a row that is too long without keeping it, up to the line break that ends it; a quote
/// that stays open for too long ends with its line. The row's bytes.
uint64_t CsvFile::drop_row(Scan scan) {
  uint64_t bytes = 0, open = 0;
  for (;;) {
    const std::string_view have = file_.ahead();
    for (; scan.at < have.size(); ++scan.at) {
      const char c = have[scan.at];
      if (c == '\n' && (scan.state != Scan::quoted || open > longest_)) {
        bytes += scan.at;
        file_.take(scan.at + 1);
        lines_ += scan.breaks + 1;
        return bytes;
      }
      scan.breaks += c == '\n';
      if (scan.state == Scan::quoted) {
        ++open;
        if (c == '"') scan.state = Scan::closing;
      } else if (c == delimiter_) {
        scan.state = Scan::begin;
      } else if (c == '"' && scan.state != Scan::plain) {
        if (scan.state == Scan::begin) open = 0;
        scan.state = Scan::quoted;
      } else if (scan.state == Scan::begin) {
        scan.state = Scan::plain;
      }
    }
    bytes += have.size();
    file_.take(have.size());
    scan.at = 0;
    if (file_.more()) continue;
    lines_ += scan.breaks + 1;
    return bytes;
  }
}

bool CsvFile::next(Row& row) {
  for (;;) {
    row = {};
    row.line = lines_ + 1;
    Scan scan;
    while (!cut(scan, row)) {
      const bool quoted = scan.state == Scan::quoted;
      if (file_.ahead().size() > longest_) {
        if (quoted && scan.at - scan.opened_at > longest_)
          refuse(
              scan, row,
              fmt::format("the quote opened in line {} is not closed within `run.limits.record_bytes` ({})",
                          scan.opened, longest_));
        else
          row.problem = fmt::format("the row has {} bytes, more than `run.limits.record_bytes` ({})",
                                    drop_row(scan), longest_);
        break;
      }
      if (file_.more()) continue;
      if (file_.ahead().empty()) return false;
      if (quoted) {
        refuse(scan, row, fmt::format("the quote opened in line {} is never closed", scan.opened));
      } else {  // the last row has no line break
        row.text = file_.ahead();
        if (row.text.ends_with('\r')) row.text.remove_suffix(1);
        file_.take(file_.ahead().size());
        lines_ += scan.breaks + 1;
      }
      break;
    }
    if (row.problem.empty() && row.text.size() > longest_)
      row.problem = fmt::format("the row has {} bytes, more than `run.limits.record_bytes` ({})",
                                row.text.size(), longest_);
    if (!row.problem.empty() || !row.text.empty()) return true;
  }
}

void CsvFile::skip_to(uint64_t offset, uint64_t lines) {
  file_.skip_to(offset);
  lines_ = lines;
}

void csv_fields(std::string_view row, char delimiter, std::vector<std::string_view>& fields,
                std::string& arena) {
  fields.clear();
  arena.clear();
  arena.reserve(row.size());  // views into it must stay
  for (size_t at = 0;; ++at) {
    if (at < row.size() && row[at] == '"') {
      const size_t from = arena.size();
      for (++at; at < row.size(); ++at) {
        if (row[at] == '"' && (++at >= row.size() || row[at] != '"')) break;
        arena += row[at];
      }
      fields.push_back(std::string_view(arena).substr(from));
      at = std::min(row.find(delimiter, at), row.size());
    } else {
      const size_t end = std::min(row.find(delimiter, at), row.size());
      fields.push_back(row.substr(at, end - at));
      at = end;
    }
    if (at >= row.size()) break;
  }
}

}  // namespace claimsift
