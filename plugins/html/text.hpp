// SPDX-License-Identifier: Apache-2.0
// text.hpp - strings as they stand on pages: blanks, case, words. Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimsift::html {

/// Runs of blanks (no-break and other spaces too) made one, none at the ends; soft hyphens, zero-width
/// characters and control characters left out.
std::string tidy(std::string_view text);

/// ASCII letters in lower case.
std::string lower(std::string_view text);

/// Words of a `class` or `id`: "Article-bodyText" gives "article", "body" and "text". Made-up parts are left
/// out.
std::vector<std::string> name_words(std::string_view name);

/// Code points.
size_t length(std::string_view utf8);

bool contains_any(std::string_view text, std::initializer_list<std::string_view> parts);

}  // namespace claimsift::html
