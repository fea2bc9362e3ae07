// SPDX-License-Identifier: Apache-2.0
#include "stages/language/groups.hpp"

#include "stages/text/frozen_words.hpp"

namespace claimsift {
namespace {

struct Group {};
constexpr FrozenWord<Group> kGroupWords[] = {
#include "stages/language/lexicon_groups.inc"
};
constexpr FrozenWords kGroups(kGroupWords);

}  // namespace

bool is_group_word(uint32_t hash, std::string_view word) { return kGroups.find(hash, word) != nullptr; }

}  // namespace claimsift
