// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/claim_clusters.hpp"

#include <fmt/format.h>

#include <charconv>

namespace claimsift {

namespace {

/// The number in a claim's id, "c" and sixteen hexadecimal digits.
uint64_t number_of(std::string_view id) {
  uint64_t number = 0;
  if (!id.empty()) std::from_chars(id.data() + 1, id.data() + id.size(), number, 16);
  return number;
}

}  // namespace

void ClaimClusters::process(Document& doc) {
  const auto claims = doc.read<layers::Claims>();
  const KeyInput input{doc.text(), doc.read<layers::Tokens>(), doc.read<layers::Tags>(),
                       doc.read<layers::Quantities>(), doc.read<layers::Times>()};
  Rows<layers::ClaimClusters> rows(doc, claims.size());
  for (uint32_t i = 0; i < claims.size(); ++i) {
    const uint64_t id = number_of(claims.get<"id">(i));
    const bool negated = claims.get<"negated">(i) == 1;
    const uint64_t earliest = index_.add(id, claim_key(input, claims.span(i), negated));
    rows.set<"cluster">(rows.add(), doc.keep(fmt::format("c{:016x}", earliest)));
  }
  doc.write(rows);
}

}  // namespace claimsift
