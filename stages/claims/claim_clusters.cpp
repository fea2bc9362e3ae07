// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/claim_clusters.hpp"

#include "stages/claims/claim_signature.hpp"

namespace claimsift {

ClaimClusters::ClaimClusters(const Setup& setup) : signatures_(setup.flag("signatures")) {
  for (const std::string& path : setup.strings("earlier")) {
    setup.uses_file(path);
    each_signature(path, [&](const SignedClaim& claim) { index_.add(claim.id, claim.key); });
  }
}

void ClaimClusters::process(Document& doc) {
  const auto claims = doc.read<layers::Claims>();
  const KeyInput input{doc.text(), doc.read<layers::Tokens>(), doc.read<layers::Tags>(),
                       doc.read<layers::Quantities>(), doc.read<layers::Times>()};
  Rows<layers::ClaimClusters> rows(doc, claims.size());
  for (uint32_t i = 0; i < claims.size(); ++i) {
    const uint64_t id = claim_number(claims.get<"id">(i));
    const ClaimKey key = claim_key(input, claims.span(i), claims.get<"negated">(i) == 1);
    const uint32_t row = rows.add();
    rows.set<"cluster">(row, doc.keep(claim_name(index_.add(id, key))));
    if (signatures_) rows.set<"signature">(row, doc.keep(claim_signature(id, key)));
  }
  doc.write(rows);
}

}  // namespace claimsift
