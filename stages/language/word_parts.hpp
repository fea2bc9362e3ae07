// SPDX-License-Identifier: Apache-2.0
// word_parts.hpp - what the tokeniser knows of words: contractions written without an apostrophe, prefixes
// that keep their hyphen, units behind digits, elided words, endings of host names. Constant data, any
// thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace claimsift {

/// Where a word such as "cannot" or "gonna" is cut in two; 0: not at all.
uint8_t contraction_cut(uint32_t hash, std::string_view word);

bool is_prefix(std::string_view word);
bool is_unit(std::string_view word);
bool is_elision(std::string_view word);
bool is_host_ending(std::string_view word);

}  // namespace claimsift
