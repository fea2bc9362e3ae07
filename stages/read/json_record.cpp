// SPDX-License-Identifier: Apache-2.0
#include "stages/read/json_record.hpp"

#include <simdjson.h>

#include <stdexcept>

namespace claimsift {

// The DOM interface: it picks the processor's best kernel at run time, where On Demand is fixed when
// compiled.
namespace dom = simdjson::dom;

namespace {

const char* type_name(dom::element_type type) {
  switch (type) {
    case dom::element_type::ARRAY: return "an array";
    case dom::element_type::OBJECT: return "an object";
    case dom::element_type::STRING: return "a string";
    case dom::element_type::BOOL: return "a boolean";
    case dom::element_type::NULL_VALUE: return "null";
    default: return "a number";
  }
}

bool is_number(dom::element value) { return value.is_int64() || value.is_uint64() || value.is_double(); }

/// A value as metadata: the text of a string, the JSON of anything else.
std::string plain(dom::element value) {
  if (value.is_string()) return std::string(std::string_view(value));
  return simdjson::minify(value);
}

/// What a document has been given so far.
struct Seen {
  bool id = false, text = false;
};

void set_field(std::string_view name, std::string_view key, dom::element value, DocumentBase& doc,
               Seen& seen) {
  const auto refuse = [&](const char* wanted) {
    throw std::runtime_error("field `" + std::string(key) + "` is " + type_name(value.type()) + ", not " +
                             wanted);
  };
  if (name == "text") {
    if (!value.is_string()) refuse("a string");
    seen.text = true;
    doc.set_text(doc.keep(std::string_view(value)));
  } else if (value.is_null()) {
    return;
  } else if (name == "id") {
    if (!value.is_string() && !is_number(value)) refuse("a string or number");
    seen.id = true;
    doc.set_id(plain(value));
  } else {
    doc.set_metadata(name, plain(value));
  }
}

/// The fields that the map names by a path, such as metadata.url.
void set_nested_fields(dom::object json, const FieldMap& fields, DocumentBase& doc, Seen& seen) {
  for (const auto& [ours, path] : fields.pairs()) {
    if (path.find('.') == std::string::npos) continue;
    dom::element value;
    if (json.at_key(path).get(value) == simdjson::SUCCESS) continue;  // a name with a full stop in it
    dom::object at = json;
    for (std::string_view rest = path;;) {
      const size_t dot = rest.find('.');
      if (at.at_key(rest.substr(0, dot)).get(value) != simdjson::SUCCESS) break;
      if (dot == std::string_view::npos) {
        set_field(ours, path, value, doc, seen);
        break;
      }
      if (value.get(at) != simdjson::SUCCESS) break;
      rest.remove_prefix(dot + 1);
    }
  }
}

}  // namespace

size_t json_padding() { return simdjson::SIMDJSON_PADDING; }

void parse_json_record(std::string_view record, const FieldMap& fields, const Decoder& decoder,
                       DocumentBase& doc) {
  thread_local dom::parser parser;
  Seen seen;
  try {
    auto parsed = parser.parse(record.data(), record.size(), false);
    if (parsed.error() == simdjson::UTF8_ERROR) {
      Decoder::Text text;
      decoder.decode_record(record, text);
      note_decoding(text, doc);
      parsed = parser.parse(text.utf8.data(), text.utf8.size(), true);
    }
    const dom::element json = parsed.value();
    if (!json.is_object())
      throw std::runtime_error(std::string("the record is ") + type_name(json.type()) + ", not an object");
    for (const dom::key_value_pair field : dom::object(json))
      fields.each(field.key,
                  [&](std::string_view name) { set_field(name, field.key, field.value, doc, seen); });
    set_nested_fields(json, fields, doc, seen);
  } catch (const simdjson::simdjson_error& error) {
    throw std::runtime_error(std::string("the record is no JSON: ") + error.what());
  }
  if (!seen.text) throw std::runtime_error("field `" + std::string(fields.theirs("text")) + "` is missing");
  if (!seen.id) set_id_from_text(doc);
}

}  // namespace claimsift
