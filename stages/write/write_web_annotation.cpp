// SPDX-License-Identifier: Apache-2.0
#include "stages/write/write_web_annotation.hpp"

#include <fmt/format.h>

#include "stages/write/iri.hpp"

namespace claimsift {

namespace {

constexpr int kContext = 32;  // characters on both sides of a quotation

bool is_begin(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::string_view before(std::string_view text, uint32_t at) {
  uint32_t from = at;
  for (int left = kContext; from > 0 && left > 0;)
    if (is_begin(text[--from])) --left;
  return text.substr(from, at - from);
}
std::string_view behind(std::string_view text, uint32_t at) {
  size_t to = at;
  for (int left = kContext; to < text.size() && left > 0; --left)
    for (++to; to < text.size() && !is_begin(text[to]);) ++to;
  return text.substr(at, to - at);
}

/// A string column of a layer by its name, null data where it has none.
std::string_view column(const cs_layer& schema, const cs_view& view, std::string_view name, uint32_t row) {
  for (uint32_t c = 0; schema.columns && schema.columns[c].name; ++c)
    if (schema.columns[c].type == CS_STRING && name == schema.columns[c].name)
      return claimsift::view(static_cast<const cs_str*>(view.columns[c])[row]);
  return {};
}

void append_body(json::Array& list, std::string_view purpose, std::string_view format,
                 std::string_view value) {
  json::Object body(list.element());
  body.text("type", "TextualBody");
  body.text("purpose", purpose);
  body.text("format", format);
  body.text("value", value);
}

void append_target(std::string& out, cs_span span, const DocumentBase& doc, const Offsets& offsets) {
  json::Object target(out);
  target.text("source", document_iri(doc));
  json::Array selectors(target.key("selector"));
  {
    json::Object position(selectors.element());
    position.text("type", "TextPositionSelector");
    position.integer("start", offsets(span.begin));
    position.integer("end", offsets(span.end));
  }
  json::Object quote(selectors.element());
  quote.text("type", "TextQuoteSelector");
  quote.text("exact", doc.text(span));
  quote.text("prefix", before(doc.text(), span.begin));
  quote.text("suffix", behind(doc.text(), span.end));
}

}  // namespace

void WriteWebAnnotation::process(Document& doc) const {
  const Offsets offsets(doc, OffsetUnit::codepoint);  // as the standard counts, whatever the run does
  std::string lines, fields;
  for (const LayerFamily& family : families_) {
    const FamilyView rows(family, doc);
    const cs_view view = doc.read(family.layer.read);
    for (uint32_t row = 0; row < rows.size(); ++row) {
      {
        json::Object note(lines);
        note.text("@context", "http://www.w3.org/ns/anno.jsonld");
        const std::string_view id = column(*family.layer.schema, view, "id", row);
        note.text("id", id.empty() ? fmt::format("urn:claimsift:{}:{}:{}", family.layer.name,
                                                 percent_encoded(doc.id()), row)
                                   : fmt::format("urn:claimsift:claim:{}", id));
        note.text("type", "Annotation");
        note.text("motivation", "identifying");
        {
          json::Array bodies(note.key("body"));
          append_body(bodies, "tagging", "text/plain", family.layer.name);
          if (const std::string_view own = column(*family.layer.schema, view, "standalone", row);
              !own.empty())
            append_body(bodies, "describing", "text/plain", own);
          fields.clear();
          {
            json::Object object(fields);
            rows.append(row, doc, offsets, object);
          }
          append_body(bodies, "describing", "application/json", fields);
        }
        append_target(note.key("target"), view.spans[row], doc, offsets);
      }
      lines += '\n';
    }
  }
  doc.emit(lines);
}

}  // namespace claimsift
