// SPDX-License-Identifier: Apache-2.0
#include "stages/write/write_jsonl.hpp"

namespace claimsift {

WriteJsonl::WriteJsonl(const Setup& setup)
    : families_(layer_families(setup.layers("layer"))), unit_(offset_unit(setup)) {}

void WriteJsonl::process(Document& doc) const {
  const Offsets offsets(doc, unit_);
  std::string lines;
  for (const LayerFamily& family : families_) {
    const FamilyView rows(family, doc);
    for (uint32_t row = 0; row < rows.size(); ++row) {
      {
        json::Object object(lines);
        object.text("doc_id", doc.id());
        if (families_.size() > 1) object.text("layer", family.layer.name);
        rows.append(row, doc, offsets, object);
      }
      lines += '\n';
    }
  }
  doc.emit(lines);
}

}  // namespace claimsift
