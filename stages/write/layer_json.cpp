// SPDX-License-Identifier: Apache-2.0
#include "stages/write/layer_json.hpp"

#include <algorithm>

namespace claimsift {

namespace {

bool stands_alone(const cs_named_layer& layer, std::span<const cs_named_layer> all) {
  if (!layer.schema->of) return true;
  return std::none_of(all.begin(), all.end(), [&](const cs_named_layer& other) {
    return std::string_view(other.name) == layer.schema->of;
  });
}

template <class T> T value(const void* column, uint32_t row) { return static_cast<const T*>(column)[row]; }

void append_span(json::Object& object, cs_span span, const DocumentBase& doc, const Offsets& offsets) {
  object.integer("begin", offsets(span.begin));
  object.integer("end", offsets(span.end));
  object.text("text", doc.text(span));
}

void append_value(std::string& out, const cs_column& declared, const void* column, uint32_t row,
                  const DocumentBase& doc, const Offsets& offsets) {
  switch (declared.type) {
    case CS_FLAG: {
      const auto v = value<uint8_t>(column, row);
      out += is_null(v) ? "null" : v ? "true" : "false";
      break;
    }
    case CS_CHOICE: {
      const auto v = value<uint8_t>(column, row);
      if (is_null(v))
        out += "null";
      else
        json::append_string(out, declared.choices[v]);
      break;
    }
    case CS_INT: {
      const auto v = value<int64_t>(column, row);
      if (is_null(v))
        out += "null";
      else
        json::append_integer(out, v);
      break;
    }
    case CS_NUMBER: json::append_number(out, value<double>(column, row)); break;
    case CS_STRING: json::append_string_or_null(out, view(value<cs_str>(column, row))); break;
    case CS_SPAN: {
      const auto v = value<cs_span>(column, row);
      if (is_null(v)) {
        out += "null";
      } else {
        json::Object span(out);
        append_span(span, v, doc, offsets);
      }
      break;
    }
    default: {  // CS_ID, CS_REF
      const auto v = value<uint32_t>(column, row);
      if (is_null(v))
        out += "null";
      else
        json::append_integer(out, v);
    }
  }
}

/// The columns of a row, from `first` on.
void append_columns(json::Object& object, const cs_layer& schema, const cs_view& view, uint32_t row,
                    uint32_t first, const DocumentBase& doc, const Offsets& offsets) {
  for (uint32_t c = 0; schema.columns && schema.columns[c].name; ++c) {
    if (c < first) continue;
    std::string& out = object.key(schema.columns[c].name);
    if (view.present)
      append_value(out, schema.columns[c], view.columns[c], row, doc, offsets);
    else
      out += "null";
  }
}

}  // namespace

std::vector<LayerFamily> layer_families(std::span<const cs_named_layer> layers) {
  std::vector<LayerFamily> families;
  for (const cs_named_layer& layer : layers)
    if (stands_alone(layer, layers)) families.push_back({layer, {}, {}});
  for (const cs_named_layer& layer : layers)
    for (LayerFamily& family : families) {
      if (!layer.schema->of || std::string_view(layer.schema->of) != family.layer.name) continue;
      if (layer.schema->flags & CS_EXTENDS)
        family.extensions.push_back(layer);
      else
        family.children.push_back(layer);
    }
  return families;
}

FamilyView::FamilyView(const LayerFamily& family, const DocumentBase& doc)
    : family_(family), view_(doc.read(family.layer.read)) {
  for (const cs_named_layer& e : family.extensions) extensions_.push_back({e.schema, doc.read(e.read)});
  for (const cs_named_layer& c : family.children) children_.push_back({c.schema, doc.read(c.read)});
}

void FamilyView::append(uint32_t row, const DocumentBase& doc, const Offsets& offsets,
                        json::Object& object) const {
  append_span(object, view_.spans[row], doc, offsets);
  append_columns(object, *family_.layer.schema, view_, row, 0, doc, offsets);
  for (const Part& e : extensions_) append_columns(object, *e.schema, e.view, row, 0, doc, offsets);
  for (const Part& c : children_) {
    json::Array list(object.key(c.schema->name));
    if (!c.view.present || c.view.count == 0) continue;
    const auto* of = static_cast<const uint32_t*>(c.view.columns[0]);
    const auto [first, last] = std::equal_range(of, of + c.view.count, row);
    for (const uint32_t* at = first; at != last; ++at) {
      const auto child = static_cast<uint32_t>(at - of);
      json::Object object_of_child(list.element());
      append_span(object_of_child, c.view.spans[child], doc, offsets);
      append_columns(object_of_child, *c.schema, c.view, child, 1, doc, offsets);
    }
  }
}

}  // namespace claimsift
