// SPDX-License-Identifier: Apache-2.0
#include "cli/layer_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "claimsift/json.hpp"
#include "cli/reason_rows.hpp"

namespace claimsift::cli {

namespace {

constexpr const char* kBold = "\x1b[1m";
constexpr const char* kColour = "\x1b[36m";
constexpr const char* kPlain = "\x1b[0m";

}  // namespace

void LayerText::layer(uint32_t number) {
  if (!heading(number)) return;
  const host::Table& table = doc_.tables[number];
  for (uint32_t row = 0; row < table.count; ++row) this->row(plan_.layers[number], table, row);
  out_ << '\n';
}

void LayerText::reasons(uint32_t number) {
  const uint32_t parent = plan_.layers[number].parent;
  if (!heading(parent)) return;
  const host::Table& table = doc_.tables[parent];
  const View<layers::ClaimReasons> rows = reason_rows(doc_.tables[number]);
  for (uint32_t row = 0; row < table.count; ++row) {
    this->row(plan_.layers[parent], table, row);
    for (uint8_t score = 0; Choices<ClaimScore>::names[score]; ++score) {
      const std::vector<Reason> why = reasons_of(rows, row, static_cast<ClaimScore>(score));
      if (why.empty()) continue;
      double sum = 0;
      for (const Reason& reason : why) sum += reason.weight;
      out_ << fmt::format("{:>6} {}{}{}: log-odds {:+.2f}, a probability of {:.2f}\n", "", mark(kBold),
                          Choices<ClaimScore>::names[score], mark(kPlain), sum, 1 / (1 + std::exp(-sum)));
      for (const Reason& reason : why)
        out_ << fmt::format("{:>8} {:+6.2f}  {}\n", "", reason.weight, reason.feature);
    }
  }
  out_ << '\n';
}

/// Prints what a layer is called and how many rows it has; whether there is anything to follow.
bool LayerText::heading(uint32_t number) {
  const host::Table& table = doc_.tables[number];
  out_ << mark(kBold) << plan_.layers[number].name << mark(kPlain);
  if (!table.present) {
    out_ << "  absent\n\n";
    return false;
  }
  out_ << fmt::format("  {} row{}\n", table.count, table.count == 1 ? "" : "s");
  return true;
}

void LayerText::row(const PlannedLayer& layer, const host::Table& table, uint32_t row) {
  const cs_span span = table.spans[row];
  out_ << fmt::format("{:>5}  {:>6}..{:<6} {}{}{}", row, span.begin, span.end, mark(kColour), quoted(span),
                      mark(kPlain));
  for (uint32_t c = 0; layer.schema->columns && layer.schema->columns[c].name; ++c)
    if (const std::string text = value(layer.schema->columns[c], table.columns[c], row); !text.empty())
      out_ << "  " << layer.schema->columns[c].name << '=' << text;
  out_ << '\n';
}

/// The text of a span, escaped, and in the middle cut if it is long.
std::string LayerText::quoted(cs_span span) const {
  constexpr size_t kLongest = 70;
  std::string text;
  json::append_string(text, doc_.text.substr(span.begin, span.end - span.begin));
  if (text.size() <= kLongest) return text;
  size_t head = kLongest / 2, tail = text.size() - kLongest / 3;
  while (head > 0 && (static_cast<unsigned char>(text[head]) & 0xC0) == 0x80) --head;
  while (tail < text.size() && (static_cast<unsigned char>(text[tail]) & 0xC0) == 0x80) ++tail;
  return text.substr(0, head) + " … " + text.substr(tail);
}

std::string LayerText::value(const cs_column& column, const void* values, uint32_t row) const {
  const auto at = [&]<class T>(T) { return static_cast<const T*>(values)[row]; };
  std::string text;
  switch (column.type) {
    case CS_FLAG: return is_null(at(uint8_t{})) || !at(uint8_t{}) ? "" : "yes";
    case CS_CHOICE: return is_null(at(uint8_t{})) ? "" : column.choices[at(uint8_t{})];
    case CS_INT: return is_null(at(int64_t{})) ? "" : std::to_string(at(int64_t{}));
    case CS_NUMBER:
      if (!std::isnan(at(double{}))) json::append_number(text, at(double{}));
      return text;
    case CS_STRING:
      if (at(cs_str{}).data) json::append_string(text, view(at(cs_str{})));
      return text;
    case CS_SPAN: return is_null(at(cs_span{})) ? "" : quoted(at(cs_span{}));
    default: return is_null(at(uint32_t{})) ? "" : std::to_string(at(uint32_t{}));
  }
}

}  // namespace claimsift::cli
