// SPDX-License-Identifier: Apache-2.0
// roles.hpp - the part that each token plays in an attribution, as a tagger (rules or a model) says it, and
// the attributions that `link` makes of them.
#pragma once

#include <cstdint>
#include <vector>

#include "stages/quotations/reading.hpp"

namespace claimsift {

enum class Role : uint8_t { none, source, cue, content };

/// A role and whether the token begins a new stretch of it.
struct RoleTag {
  Role role = Role::none;
  bool begins = false;
};

/// An attribution in tokens. Its cue may be empty (a quotation that goes on has its cue elsewhere).
struct Attribution {
  TokenRange source{0, 0}, cue{0, 0};
  std::vector<TokenRange> contents;  // in text order
  double score = -1;                 // how likely it is right; negative: the tagger does not say
};

/// Tags by grammar rules over the cue lexicon; no model needed.
std::vector<RoleTag> tag_by_rules(const Reading& reading);

/// Joins sources, cues and contents.
std::vector<Attribution> link(const Reading& reading, const std::vector<RoleTag>& tags);

}  // namespace claimsift
