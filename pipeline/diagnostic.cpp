// SPDX-License-Identifier: Apache-2.0
#include "pipeline/diagnostic.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <fstream>
#include <tuple>
#include <utility>

#include "claimsift/host/utf8.hpp"
#include "claimsift/json.hpp"

namespace claimsift {
namespace {

constexpr size_t kLongestSourceLine = 120;  // code points that are shown of a line

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: return "note";
  }
  return "error";
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Names of files and words of the command line may be anything, but what is printed is UTF-8.
std::string valid(std::string text) {
  for (size_t at; (at = host::invalid_utf8(text)) != std::string_view::npos;) text[at] = '?';
  return text;
}

/// Words of the user may hold escape sequences; on a terminal they must stay words.
std::string printable(std::string_view text) {
  std::string result;
  for (const char c : valid(std::string(text))) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      result += fmt::format("\\x{:02x}", byte);
    } else {
      result += c;
    }
  }
  return result;
}

std::string json_string(std::string_view text) {
  std::string result;
  json::append_string(result, valid(std::string(text)));
  return result;
}

std::string json_place(const Place& place) {
  return fmt::format("\"file\":{},\"line\":{},\"column\":{}", json_string(place.file), place.line,
                     place.column);
}

std::string render_json(const Diagnostic& d) {
  std::string text =
      fmt::format("{{\"severity\":\"{}\",{},\"message\":{},\"hint\":{},\"also\":", name_of(d.severity),
                  json_place(d.place), json_string(d.message), d.hint.empty() ? "null" : json_string(d.hint));
  text += d.also ? fmt::format("{{{}}}", json_place(*d.also)) : "null";
  return text + "}\n";
}

/// What is shown of a source line, and the blanks that bring the caret under its column.
struct Excerpt {
  std::string line;
  std::string indent;
};

Excerpt excerpt(const std::string& source, uint32_t column) {
  const std::string line = valid(source);

  std::vector<std::string_view> points;
  for (size_t begin = 0, end = 0; begin < line.size(); begin = end) {
    for (end = begin + 1; end < line.size() && is_continuation(line[end]);) ++end;
    points.push_back(std::string_view(line).substr(begin, end - begin));
  }
  const size_t caret = column == 0 ? 0 : column - 1;
  const size_t first = caret < kLongestSourceLine ? 0 : caret - kLongestSourceLine / 2;
  const size_t last = std::min(points.size(), first + kLongestSourceLine);

  Excerpt result;
  if (first > 0) {
    result.line += "…";
    result.indent += ' ';
  }
  for (size_t i = first; i < last; ++i) {
    const bool tab = points[i] == "\t";
    result.line += tab ? "\t" : points[i].size() == 1 ? printable(points[i]) : std::string(points[i]);
    if (i < caret) result.indent += tab ? "\t" : std::string(printable(points[i]).size() > 3 ? 4 : 1, ' ');
  }
  if (last < points.size()) result.line += "…";
  return result;
}

struct Colours {
  const char *bold = "", *severity = "", *caret = "", *off = "";
};

Colours colours_of(Severity severity, ReportStyle style) {
  if (style != ReportStyle::coloured) return {};
  const char* loud = severity == Severity::error     ? "\x1b[1;31m"
                     : severity == Severity::warning ? "\x1b[1;33m"
                                                     : "\x1b[1;36m";
  return {"\x1b[1m", loud, "\x1b[1;32m", "\x1b[0m"};
}

std::string render_text(const Diagnostic& d, ReportStyle style, const SourceLine& source) {
  const Colours c = colours_of(d.severity, style);
  std::string text;
  if (!d.place.file.empty()) text += fmt::format("{}{}:{} ", c.bold, printable(to_string(d.place)), c.off);
  text += fmt::format("{}{}:{} {}\n", c.severity, name_of(d.severity), c.off, printable(d.message));
  if (d.place.line != 0) {
    if (const std::optional<std::string> line = source(d.place)) {
      const Excerpt shown = excerpt(*line, d.place.column);
      const std::string number = fmt::format("{:4}", d.place.line);
      text += fmt::format("{} | {}\n", number, shown.line);
      if (d.place.column != 0)
        text += fmt::format("{} | {}{}^{}\n", std::string(number.size(), ' '), shown.indent, c.caret, c.off);
    }
  }
  if (!d.hint.empty()) text += fmt::format("  {}hint:{} {}\n", c.bold, c.off, printable(d.hint));
  return text;
}

}  // namespace

std::string to_string(const Place& place) {
  if (place.line == 0) return place.file;
  if (place.column == 0) return fmt::format("{}:{}", place.file, place.line);
  return fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

std::string seen_from(const Place& here, const Place& other) {
  if (other.line == 0) return other.file;
  if (here.file == other.file) return fmt::format("line {}", other.line);
  return fmt::format("{}:{}", other.file, other.line);
}

void Diagnostics::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::error) ++errors_;
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::error(Place place, std::string message, std::string hint) {
  add({Severity::error, std::move(place), std::move(message), std::move(hint)});
}

void Diagnostics::warning(Place place, std::string message, std::string hint) {
  add({Severity::warning, std::move(place), std::move(message), std::move(hint)});
}

void Diagnostics::append(const Diagnostics& other) {
  for (const Diagnostic& diagnostic : other.all_) add(diagnostic);
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> result = all_;
  std::stable_sort(result.begin(), result.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place.file, a.place.line, a.place.column) <
           std::tie(b.place.file, b.place.line, b.place.column);
  });
  return result;
}

std::optional<std::string> source_line_of_file(const Place& place) {
  std::ifstream file(place.file, std::ios::binary);
  std::string line;
  for (uint32_t number = 0; number < place.line; ++number)
    if (!std::getline(file, line)) return std::nullopt;
  if (line.ends_with('\r')) line.pop_back();
  if (place.line == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
  return line;
}

std::string render(const Diagnostic& diagnostic, ReportStyle style, const SourceLine& source) {
  return style == ReportStyle::json ? render_json(diagnostic) : render_text(diagnostic, style, source);
}

std::string render(const Diagnostics& diagnostics, ReportStyle style, const SourceLine& source) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) text += render(diagnostic, style, source);
  return text;
}

}  // namespace claimsift
