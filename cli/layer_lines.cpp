// SPDX-License-Identifier: Apache-2.0
#include "cli/layer_lines.hpp"

#include "cli/reason_rows.hpp"

namespace claimsift::cli {

namespace {

/// What each byte's offset is in code points or UTF-16 units, one past the end included.
std::vector<uint32_t> places(std::string_view text, bool utf16) {
  std::vector<uint32_t> place(text.size() + 1);
  uint32_t count = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    place[i] = count;
    if ((byte & 0xC0) != 0x80) count += utf16 && byte >= 0xF0 ? 2 : 1;
  }
  place[text.size()] = count;
  return place;
}

}  // namespace

LayerLines::LayerLines(const Plan& plan, const Document& doc, std::ostream& out)
    : plan_(plan), doc_(doc), out_(out) {
  if (plan.run.offsets != "byte" && !doc.ascii) place_ = places(doc.text, plan.run.offsets == "utf16");
}

void LayerLines::layer(uint32_t number) {
  for (uint32_t row = 0; row < doc_.tables[number].count; ++row) {
    std::string line;
    {
      json::Object object(line);
      fields(number, row, object);
    }
    out_ << line << '\n';
  }
}

void LayerLines::reasons(uint32_t number) {
  const uint32_t parent = plan_.layers[number].parent;
  const View<layers::ClaimReasons> rows = reason_rows(doc_.tables[number]);
  for (uint32_t row = 0; row < doc_.tables[parent].count; ++row) {
    std::string line;
    {
      json::Object object(line);
      fields(parent, row, object);
      json::Object by_score(object.key("reasons"));
      for (uint8_t score = 0; Choices<ClaimScore>::names[score]; ++score) {
        json::Array list(by_score.key(Choices<ClaimScore>::names[score]));
        for (const Reason& reason : reasons_of(rows, row, static_cast<ClaimScore>(score))) {
          json::Object one(list.element());
          one.text("feature", reason.feature);
          one.number("weight", reason.weight);
        }
      }
    }
    out_ << line << '\n';
  }
}

void LayerLines::fields(uint32_t layer, uint32_t row, json::Object& object) const {
  const PlannedLayer& planned = plan_.layers[layer];
  const host::Table& table = doc_.tables[layer];
  const cs_span at = table.spans[row];
  object.text("layer", planned.name);
  object.integer("row", row);
  span(object, at);
  object.text("text", doc_.text.substr(at.begin, at.end - at.begin));
  for (uint32_t c = 0; planned.schema->columns && planned.schema->columns[c].name; ++c)
    value(object.key(planned.schema->columns[c].name), planned.schema->columns[c], table.columns[c], row);
}

void LayerLines::span(json::Object& object, cs_span span) const {
  object.integer("begin", place_.empty() ? span.begin : place_[span.begin]);
  object.integer("end", place_.empty() ? span.end : place_[span.end]);
}

void LayerLines::value(std::string& out, const cs_column& column, const void* values, uint32_t row) const {
  const auto put = [&]<class T>(T, const auto& append) {
    const T v = static_cast<const T*>(values)[row];
    if (is_null(v))
      out += "null";
    else
      append(v);
  };
  switch (column.type) {
    case CS_FLAG: return put(uint8_t{}, [&](uint8_t v) { out += v ? "true" : "false"; });
    case CS_CHOICE: return put(uint8_t{}, [&](uint8_t v) { json::append_string(out, column.choices[v]); });
    case CS_INT: return put(int64_t{}, [&](int64_t v) { json::append_integer(out, v); });
    case CS_NUMBER: return json::append_number(out, static_cast<const double*>(values)[row]);
    case CS_STRING: return json::append_string_or_null(out, view(static_cast<const cs_str*>(values)[row]));
    case CS_SPAN:
      return put(cs_span{}, [&](cs_span v) {
        json::Object object(out);
        span(object, v);
      });
    default: return put(uint32_t{}, [&](uint32_t v) { json::append_integer(out, v); });
  }
}

}  // namespace claimsift::cli
