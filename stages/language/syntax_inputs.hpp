// SPDX-License-Identifier: Apache-2.0
// syntax_inputs.hpp - what the net of the parser sees of a token, of a state of the parser and of an arc:
// rows of its tables, and tokens. For the stage `syntax` and its trainer. Stateless.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "claimsift/layers.hpp"
#include "stages/language/syntax_machine.hpp"

namespace claimsift {

inline constexpr uint32_t kDeprels = static_cast<uint32_t>(Deprel::xcomp) + 1;

/// A token beside the vector of its word: its tags, its shape and its word, which shares a row with others.
struct TokenInputs {
  static constexpr uint32_t kTags = 20 * 64, kShapes = 256, kWordBits = 13;
  static constexpr uint32_t kRows = kTags + kShapes + (1u << kWordBits), kCount = 3;

  static constexpr std::array<uint32_t, kCount> rows(uint32_t hash, uint32_t shape, Upos upos, Xpos xpos) {
    const uint32_t tag = static_cast<uint32_t>(xpos) + 64 * static_cast<uint32_t>(upos);
    return {std::min(tag, kTags - 1), kTags + shape % kShapes, word_row(hash)};
  }
  static constexpr uint32_t word_row(uint32_t hash) {
    return kTags + kShapes + ((hash * 0x9E3779B1u) >> (32 - kWordBits));
  }
};

namespace syntax_inputs {
inline constexpr uint32_t kGroup = 64;  // rows of a group, more than there are relations
inline constexpr uint32_t kNothing = kGroup - 1;

inline uint32_t distance_class(uint32_t distance) {
  return distance <= 4 ? distance : distance <= 6 ? 5 : distance <= 10 ? 6 : 7;
}
inline uint32_t label_of(const SyntaxMachine& machine, uint32_t token) {
  return token == SyntaxMachine::kNone ? kNothing : static_cast<uint32_t>(machine.node(token).label);
}
static_assert(kDeprels <= kNothing);
}  // namespace syntax_inputs

/// A state of the parser in which a move is to be chosen: the top of the stack, what is below it and the next
/// token, each of which may be none; and rows, one of each group.
struct MoveInputs {
  static constexpr uint32_t kRoles = 3, kCount = 7, kRows = kCount * syntax_inputs::kGroup;
  std::array<uint32_t, kRoles> tokens;
  std::array<uint32_t, kCount> rows;

  explicit MoveInputs(const SyntaxMachine& m) : tokens{m.stack(0), m.stack(1), m.next()} {
    using namespace syntax_inputs;
    static constexpr SyntaxMachine::Node nobody{};
    const auto node = [&](uint32_t token) -> const SyntaxMachine::Node& {
      return token == SyntaxMachine::kNone ? nobody : m.node(token);
    };
    const auto few = [](uint32_t count) { return std::min(count, 3u); };
    const uint32_t top = tokens[0], next = tokens[2];
    const SyntaxMachine::Node &s = node(top), &n = node(next);
    const bool held = s.head != SyntaxMachine::kNone,
               below_held = node(tokens[1]).head != SyntaxMachine::kNone;
    rows = {
        (top == SyntaxMachine::kNone ? 8 : distance_class(next - top)) + 16u * held + 32u * below_held,
        held ? label_of(m, top) : kNothing,
        label_of(m, s.left),
        label_of(m, s.right),
        label_of(m, n.left),
        few(s.right_count) + 4 * few(s.left_count),
        few(n.left_count) + 4 * std::min(m.count() - next, 4u),
    };
    for (uint32_t g = 0; g < kCount; ++g) rows[g] += g * kGroup;
  }
};

/// An arc whose relation is to be chosen.
struct RelationInputs {
  static constexpr uint32_t kRoles = 2, kCount = 3, kRows = kCount * syntax_inputs::kGroup;
  std::array<uint32_t, kRoles> tokens;  // the dependent and its head
  std::array<uint32_t, kCount> rows;

  RelationInputs(const SyntaxMachine& m, uint32_t token, uint32_t head) : tokens{token, head} {
    using namespace syntax_inputs;
    const bool right = token > head;
    const SyntaxMachine::Node& h = m.node(head);
    rows = {
        distance_class(right ? token - head : head - token) + 8u * right,
        label_of(m, m.node(token).left) + kGroup,
        label_of(m, right ? h.right : h.left) + 2 * kGroup,
    };
  }
};

}  // namespace claimsift
