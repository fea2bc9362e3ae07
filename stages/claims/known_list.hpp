// SPDX-License-Identifier: Apache-2.0
// known_list.hpp - reads lists of claims that were checked before: JSON Lines or CSV, gzip and zstd too, with
// the fields `id` and `text` and, where they are known, `title`, `verdict` and `url`.
#pragma once

#include <string>
#include <vector>

namespace claimsift {

struct KnownClaim {
  std::string id, text, title, verdict, url;
};

/// Appends the claims of a file to `claims`. Throws std::runtime_error with file and line where one cannot be
/// read or lacks its id or text.
void read_known_claims(const std::string& path, std::vector<KnownClaim>& claims);

}  // namespace claimsift
