// SPDX-License-Identifier: Apache-2.0
// only_failed.hpp - the places of the documents that an earlier run set aside. One thread.
#pragma once

#include <set>
#include <string>

namespace claimsift::cli {

/// The `place` of each line of a quarantine file; throws Failure where it is none.
std::set<std::string, std::less<>> failed_places(const std::string& file);

}  // namespace claimsift::cli
