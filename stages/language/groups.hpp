// SPDX-License-Identifier: Apache-2.0
// groups.hpp - words for groups of people: nationalities, faiths and parties. Constant data, any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace claimsift {

/// Whether a word names a group ("German", "Muslims", "Democrat"), in any case. `hash` is word_hash(word).
bool is_group_word(uint32_t hash, std::string_view word);

}  // namespace claimsift
