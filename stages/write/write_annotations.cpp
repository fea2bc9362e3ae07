// SPDX-License-Identifier: Apache-2.0
#include "stages/write/write_annotations.hpp"

#include <algorithm>

namespace claimsift {

WriteAnnotations::WriteAnnotations(const Setup& setup)
    : text_(setup.flag("text")), unit_(offset_unit(setup)) {
  static constexpr BuiltIn kBuiltIn[] = {
      {"sentences", &Records::append_sentences},
      {"tokens", &Records::append_tokens},
      {"entities", &Records::append_entities},
      {"quantities", &Records::append_quantities},
      {"times", &Records::append_times},
      {"quotes", &Records::append_quotes},
      {"attributions", &Records::append_attributions},
      {"claims", &Records::append_claims},
  };
  std::vector<LayerFamily> families = layer_families(setup.layers("layers"));
  const auto called = [](std::string_view name) {
    return [name](const LayerFamily& family) { return name == family.layer.name; };
  };
  for (const BuiltIn& known : kBuiltIn) {
    const auto it = std::find_if(families.begin(), families.end(), called(known.name));
    if (it == families.end()) continue;
    built_in_.push_back(known);
    families.erase(it);
  }
  std::erase_if(families, called("header"));  // it stands under "meta"
  std::erase_if(families, called("tags"));    // they stand with their tokens
  std::erase_if(families, called("syntax"));
  further_ = std::move(families);
}

void WriteAnnotations::process(Document& doc) const {
  const Records records(doc, unit_);
  const Offsets offsets(doc, unit_);
  std::string line;
  {
    json::Object object(line);
    object.text("doc_id", doc.id());
    if (text_) object.text("text", doc.text());
    records.append_meta(object.key("meta"));
    for (const BuiltIn& layer : built_in_) (records.*layer.append)(object.key(layer.name));
    for (const LayerFamily& family : further_) {
      json::Array list(object.key(family.layer.name));
      const FamilyView rows(family, doc);
      for (uint32_t row = 0; row < rows.size(); ++row) {
        json::Object fields(list.element());
        rows.append(row, doc, offsets, fields);
      }
    }
  }
  line += '\n';
  doc.emit(line);
}

}  // namespace claimsift
