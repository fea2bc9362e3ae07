// SPDX-License-Identifier: Apache-2.0
// reason_rows.hpp - layers::ClaimReasons of a document, by the claim and the score that they are about. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "claimsift/host/tables.hpp"
#include "claimsift/layers.hpp"

namespace claimsift::cli {

/// One thing that moved a score.
struct Reason {
  std::string_view feature;
  double weight;
};

/// The layer as the engine keeps it, as stages see it.
inline View<layers::ClaimReasons> reason_rows(const host::Table& table) {
  return View<layers::ClaimReasons>({table.present ? 1 : 0, table.count, table.spans, table.columns});
}

/// The reasons of one score of a claim, in their order.
inline std::vector<Reason> reasons_of(const View<layers::ClaimReasons>& rows, uint32_t claim,
                                      ClaimScore score) {
  std::vector<Reason> reasons;
  const auto [first, last] = rows.children(claim);
  for (uint32_t row = first; row < last; ++row)
    if (rows.get<"score">(row) == score)
      reasons.push_back({rows.get<"feature">(row), rows.get<"weight">(row)});
  return reasons;
}

}  // namespace claimsift::cli
