// SPDX-License-Identifier: Apache-2.0
// entity_acronyms.hpp - which words of a document are short forms ("WTO"), and whether it also has a name
// with these initials ("World Trade Organization"), wherever that stands. For the features of names. One
// thread.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "claimsift/layers.hpp"
#include "stages/quotations/reading.hpp"

namespace claimsift {

/// What is known of a short form; 0 for a word that is none.
namespace acronym {
inline constexpr uint8_t in_bracket = 1u << 0;  // it stands behind an opening bracket
inline constexpr uint8_t spelt_out = 1u << 1;   // the document has a name with these initials
inline constexpr uint8_t long_form = 1u << 2;   // three letters or more
inline constexpr uint8_t is = 1u << 3;
}  // namespace acronym

/// The short forms within the stretches that may hold names, by token in text order. Linear in the text: a
/// name is followed for as many initials as the longest short form has.
std::vector<std::pair<uint32_t, uint8_t>> find_acronyms(std::string_view text,
                                                        const View<layers::Tokens>& tokens,
                                                        std::span<const TokenRange> ranges);

}  // namespace claimsift
