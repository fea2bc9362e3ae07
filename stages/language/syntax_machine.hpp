// SPDX-License-Identifier: Apache-2.0
// syntax_machine.hpp - the arc-eager transition system (Nivre, IWPT 2003) without an artificial root: a
// stack, a buffer and the arcs so far of one sentence. A sentence of n tokens takes at most 2 n moves, and
// each move takes constant time. Tokens are numbered from 0 within the sentence. One thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "claimsift/layers.hpp"

namespace claimsift {

/// shift: the next token goes onto the stack. reduce: the top, which has a head, leaves it. left: the top
/// becomes a dependent of the next token and leaves the stack. right: the next token becomes a dependent of
/// the top and goes onto the stack.
enum class Move : uint8_t { shift, reduce, left, right };
inline constexpr uint32_t kMoves = 4;

class SyntaxMachine {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  /// What is known of a token so far.
  struct Node {
    uint32_t head = kNone;
    uint32_t left = kNone, right = kNone;  // its outermost dependents before and after it
    uint16_t left_count = 0, right_count = 0;
    Deprel label = Deprel::root;
  };

  /// Begins a sentence.
  void start(uint32_t count) {
    nodes_.assign(count, Node{});
    stack_.clear();
    next_ = 0;
  }

  bool done() const { return next_ == nodes_.size(); }
  uint32_t next() const { return next_; }
  uint32_t count() const { return static_cast<uint32_t>(nodes_.size()); }
  /// The stack's item `depth` below the top, or kNone.
  uint32_t stack(uint32_t depth = 0) const {
    return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : kNone;
  }
  std::span<const uint32_t> stack_items() const { return stack_; }
  const Node& node(uint32_t token) const { return nodes_[token]; }

  /// Bit i: Move(i) may be made. Never 0 before the end.
  uint32_t allowed() const {
    if (stack_.empty()) return 1u << static_cast<int>(Move::shift);
    const bool has_head = nodes_[stack_.back()].head != kNone, last = next_ + 1 == nodes_.size();
    return (last ? 0u : 1u << static_cast<int>(Move::shift)) |
           (has_head ? 1u << static_cast<int>(Move::reduce) : 1u << static_cast<int>(Move::left)) |
           1u << static_cast<int>(Move::right);
  }

  /// Makes an allowed move; `label` is that of the arc of left and right.
  void make(Move move, Deprel label) {
    switch (move) {
      case Move::shift: stack_.push_back(next_++); break;
      case Move::reduce: stack_.pop_back(); break;
      case Move::left:
        attach(stack_.back(), next_, label);
        stack_.pop_back();
        break;
      case Move::right:
        attach(next_, stack_.back(), label);
        stack_.push_back(next_++);
        break;
    }
  }

  /// At the end: leaves one root, on which the other tokens without a head then depend.
  void settle(uint32_t root) {
    root_ = root;
    for (const uint32_t token : stack_)
      if (token != root && nodes_[token].head == kNone) attach(token, root, Deprel::parataxis);
  }

  /// After that: the token that was left as root.
  uint32_t root() const { return root_; }

 private:
  void attach(uint32_t token, uint32_t head, Deprel label) {
    nodes_[token].head = head;
    nodes_[token].label = label;
    Node& h = nodes_[head];
    const bool before = token < head;
    (before ? h.left : h.right) = token;
    ++(before ? h.left_count : h.right_count);
  }

  std::vector<Node> nodes_;
  std::vector<uint32_t> stack_;
  uint32_t next_ = 0, root_ = kNone;
};

}  // namespace claimsift
