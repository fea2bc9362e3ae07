// SPDX-License-Identifier: Apache-2.0
// type_cues.hpp - words and phrases that say what kind of statement a claim is, where one word of the lexicon
// does not decide: "led to" is a cause and "led by" is none. Constant after first use; safe from several
// threads.
#pragma once

#include <cstdint>
#include <string_view>

#include "claimsift/layers.hpp"

namespace claimsift {

/// Kinds of cues; a claim can have several.
namespace type_cue {
inline constexpr uint32_t cause = 1u << 0;    // "because", "led to", "prevents"
inline constexpr uint32_t stance = 1u << 1;   // "supports", "called for"
inline constexpr uint32_t ought = 1u << 2;    // "should", "must"
inline constexpr uint32_t amount = 1u << 3;   // "rose", "a majority of": an amount without a number
inline constexpr uint32_t coming = 1u << 4;   // "will", "plans to"
inline constexpr uint32_t rule = 1u << 5;     // "law", "banned", "is required to"
inline constexpr uint32_t extreme = 1u << 6;  // "the lowest since", "record"
inline constexpr uint32_t compare = 1u << 7;  // "than", "twice the", "compared with"
inline constexpr uint32_t would = 1u << 8;    // the future of reported speech
inline constexpr uint32_t between = 1u << 9;  // with two dates, an interval
}  // namespace type_cue

/// The cues among the tokens [first, last) of a document.
uint32_t type_cues(std::string_view text, const View<layers::Tokens>& tokens, uint32_t first, uint32_t last);

}  // namespace claimsift
