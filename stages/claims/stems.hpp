// SPDX-License-Identifier: Apache-2.0
// stems.hpp - English stems by the Snowball stemmer (Porter2), and the words that carry no meaning of their
// own. Safe from several threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace claimsift {

/// word_hash of the word's stem; case does not count.
uint32_t stem_hash(std::string_view word);

/// Articles, pronouns, prepositions, auxiliaries and the like. `hash` is word_hash(word).
bool is_stop_word(uint32_t hash, std::string_view word);

}  // namespace claimsift
