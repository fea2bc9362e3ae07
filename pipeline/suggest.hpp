// SPDX-License-Identifier: Apache-2.0
// suggest.hpp - finds the word that a user may have meant, for every "did you mean" of the program.
// Pure functions; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimsift {

/// Edits (insert, delete, replace, swap neighbours; case, '-' and '_' are free) from one word to another.
size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word`, empty if none is near; the first of several that are equally near.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// "; did you mean `quotes`?", or nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

/// "`a`", "`a` or `b`", "`a`, `b` or `c`".
std::string one_of(const std::vector<std::string>& words, std::string_view joint = "or");

}  // namespace claimsift
