// SPDX-License-Identifier: Apache-2.0
#include "stages/read/json_record.hpp"

#include <simdjson.h>
#include <xxhash.h>

#include <array>
#include <cstdio>
#include <stdexcept>

namespace claimsift {

// The DOM interface: it picks the processor's best kernel at run time, where On Demand is fixed when
// compiled.
namespace dom = simdjson::dom;

namespace {

constexpr std::array<std::string_view, 6> kOurs{"id", "text", "title", "published", "url", "source"};

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

}  // namespace

size_t json_padding() { return simdjson::SIMDJSON_PADDING; }

FieldMap::FieldMap(const std::vector<std::pair<std::string, std::string>>& map) : map_(map) {
  for (const auto& [ours, theirs] : map_)
    if (std::find(kOurs.begin(), kOurs.end(), ours) == kOurs.end())
      throw std::invalid_argument("`fields` maps `" + ours +
                                  "`, but documents have id, text, title, published, url and source");
}

std::string_view FieldMap::ours(std::string_view theirs) const {
  for (const auto& [ours, mapped] : map_)
    if (mapped == theirs) return ours;
  for (const auto& [ours, mapped] : map_)
    if (ours == theirs) return {};  // it is read from elsewhere
  return theirs;
}

std::string_view FieldMap::theirs(std::string_view ours) const {
  for (const auto& [name, mapped] : map_)
    if (name == ours) return mapped;
  return ours;
}

void parse_json_record(std::string_view record, const FieldMap& fields, DocumentBase& doc) {
  thread_local dom::parser parser;
  Seen seen;
  try {
    const dom::element json = parser.parse(record.data(), record.size(), false);
    if (!json.is_object())
      throw std::runtime_error(std::string("the record is ") + type_name(json.type()) + ", not an object");
    for (const dom::key_value_pair field : dom::object(json))
      if (const std::string_view name = fields.ours(field.key); !name.empty())
        set_field(name, field.key, field.value, doc, seen);
  } catch (const simdjson::simdjson_error& error) {
    throw std::runtime_error(std::string("the record is no JSON: ") + error.what());
  }
  if (!seen.text) throw std::runtime_error("field `" + std::string(fields.theirs("text")) + "` is missing");
  if (seen.id) return;
  char id[17];
  const std::string_view text = doc.text();
  std::snprintf(id, sizeof id, "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(text.data(), text.size())));
  doc.set_id(id);
}

}  // namespace claimsift
