// SPDX-License-Identifier: Apache-2.0
#include "stages/write/write_claims.hpp"

namespace claimsift {

void WriteClaims::process(Document& doc) const {
  const Records records(doc, unit_);
  std::string lines;
  for (uint32_t row = 0; row < records.claim_count(); ++row) {
    records.append_claim(row, true, lines);
    lines += '\n';
  }
  doc.emit(lines);
}

}  // namespace claimsift
