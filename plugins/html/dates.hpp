// SPDX-License-Identifier: Apache-2.0
// dates.hpp - dates of publication as pages give them, in ISO 8601. Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace claimsift::html {

/// "2024-03-05T10:30:00Z" stays as it is; "Tue, 5 Mar 2024 10:30:00 GMT", "March 5, 2024", "5. March 2024",
/// "20240305", "2024/03/05" become "2024-03-05" (with the time where it is in ISO form). Empty for what is no
/// date, or one that cannot be told: "05/03/2024" is two days.
std::string iso_date(std::string_view text);

/// The date in a path such as /2024/03/05/ or /2024-03-05-; empty if there is none.
std::string date_in_url(std::string_view url);

}  // namespace claimsift::html
