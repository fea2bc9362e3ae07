// SPDX-License-Identifier: Apache-2.0
// lexicon.hpp - words that say what kind of statement a clause is: one table from word to a set of classes,
// shared by typing, scoring and relations. Constant after first use; safe from several threads.
#pragma once

#include <cstdint>
#include <string_view>

namespace claimsift {

/// Classes of words; a word can be in several.
namespace word_class {
inline constexpr uint32_t first_singular = 1u << 0;  // I, me, my
inline constexpr uint32_t first_plural = 1u << 1;    // we, our
inline constexpr uint32_t second = 1u << 2;          // you
inline constexpr uint32_t third = 1u << 3;           // he, she, it, they as a subject, and their forms
inline constexpr uint32_t demonstrative = 1u << 4;   // this, that, these, those
inline constexpr uint32_t negation = 1u << 5;
inline constexpr uint32_t hedge = 1u << 6;         // may, reportedly
inline constexpr uint32_t future = 1u << 7;        // will, expected
inline constexpr uint32_t deontic = 1u << 8;       // should, must
inline constexpr uint32_t causal = 1u << 9;        // because, caused
inline constexpr uint32_t comparison = 1u << 10;   // than, higher
inline constexpr uint32_t superlative = 1u << 11;  // highest, record
inline constexpr uint32_t law = 1u << 12;          // law, bill, ban
inline constexpr uint32_t stance = 1u << 13;       // supports, opposes
inline constexpr uint32_t contrast = 1u << 14;     // but, however, actually
inline constexpr uint32_t conjunction = 1u << 15;  // may open a sentence without being part of the claim
inline constexpr uint32_t copula = 1u << 16;       // is, was
inline constexpr uint32_t auxiliary = 1u << 17;    // has, did
inline constexpr uint32_t question = 1u << 18;     // who, why
inline constexpr uint32_t opinion = 1u << 19;      // think, great, terrible
inline constexpr uint32_t reporting = 1u << 20;    // said, according
inline constexpr uint32_t trend = 1u << 21;        // rose, fell, doubled
inline constexpr uint32_t vote = 1u << 22;         // voted, signed, passed
inline constexpr uint32_t greeting = 1u << 23;     // thank, hello
inline constexpr int count = 24;
}  // namespace word_class

/// The classes of a word, 0 for most. `hash` is word_hash(word).
uint32_t word_classes(uint32_t hash, std::string_view word);

}  // namespace claimsift
