// SPDX-License-Identifier: Apache-2.0
// quotation_machine.hpp - pairs quotation marks, paragraph by paragraph. A mark's neighbours say whether it
// opens or closes; where they contradict the stack, a mark is missing, and the machine repairs that
// quotation alone, so that the pairs after it stay right. Linear; depth is bounded. Pure, any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "claimsift/plugin.h"

namespace claimsift {

/// A quotation with its marks; `open`: no mark closes it.
struct Quotation {
  cs_span span;
  uint32_t inside;  // where the text behind the opening mark begins
  uint8_t depth;
  bool open;
};

/// Reads paragraphs in order and hands out their quotations in the order of their ends.
class QuotationMachine {
 public:
  explicit QuotationMachine(std::string_view text) : text_(text) {}

  /// Calls `found(Quotation)` for each quotation of the paragraph [begin, end); `next` is where the paragraph
  /// after it begins, or the end of the text.
  template <class F> void paragraph(uint32_t begin, uint32_t end, uint32_t next, F&& found) {
    begin_ = begin;
    end_ = end;
    depth_ = 0;
    for (uint32_t at = begin; at < end;) {
      const Mark mark = next_mark(at);
      if (mark.size == 0) break;
      at = mark.at + mark.size;
      take(mark, found);
    }
    finish(next, found);
  }

 private:
  enum class Kind : uint8_t { none, straight, curly, guillemet, latex, corner, single };
  enum class Side : uint8_t { either, open, close };
  struct Mark {
    uint32_t at = 0;
    uint8_t size = 0;
    Kind kind = Kind::none;
    Side side = Side::either;
  };
  static constexpr uint32_t kDepth = 8;

  Mark next_mark(uint32_t at) const;
  Mark classify(uint32_t at) const;
  Side side_of(uint32_t at, uint32_t size) const;
  bool opens_paragraph(uint32_t at) const;

  template <class F> void emit(uint32_t level, uint32_t end, bool open, F&& found) {
    const Mark& m = stack_[level];
    found(Quotation{{m.at, end}, m.at + m.size, static_cast<uint8_t>(level), open});
  }

  template <class F> void take(const Mark& mark, F&& found) {
    uint32_t level = depth_;  // the innermost open quotation of this kind
    while (level > 0 && stack_[level - 1].kind != mark.kind) --level;
    if (level == 0 && mark.side != Side::open) {
      level = depth_;
      while (level > 0 && !pairs(stack_[level - 1].kind, mark.kind)) --level;
    }
    if (mark.side == Side::open || (mark.side == Side::either && level == 0)) {
      if (mark.kind != Kind::single && level > 0 &&
          level == depth_) {  // it opens again though it was never closed
        emit(level - 1, repaired_end(mark.at), true, found);
        depth_ = level - 1;
      }
      if (depth_ < kDepth) stack_[depth_++] = mark;
      return;
    }
    if (level == 0) {  // closes what the paragraph before left open, or is an inch mark
      if (carried_ && depth_ == 0 && mark.kind != Kind::single) {
        found(Quotation{{begin_, mark.at + mark.size}, begin_, 0, false});
        carried_ = false;
      }
      return;
    }
    // What was opened inside and never closed: single marks were apostrophes.
    emit(level - 1, mark.at + mark.size, false, found);
    depth_ = level - 1;
    carried_ = false;
  }

  template <class F> void finish(uint32_t next, F&& found) {
    bool open = false;
    for (uint32_t level = depth_; level-- > 0;) {
      if (stack_[level].kind == Kind::single) continue;
      emit(level, end_, true, found);
      open = true;
    }
    depth_ = 0;
    // A quotation goes on in the next paragraph when that begins with a mark again, or holds its end.
    carried_ = open && !opens_paragraph(next);
  }

  static bool pairs(Kind open, Kind close) {
    return open == close || (open == Kind::latex && close == Kind::straight) ||
           (open == Kind::straight && close == Kind::latex) ||
           (open == Kind::curly && close == Kind::straight) ||
           (open == Kind::straight && close == Kind::curly);
  }
  uint32_t repaired_end(uint32_t before) const;

  std::string_view text_;
  uint32_t begin_ = 0, end_ = 0;
  Mark stack_[kDepth];
  uint32_t depth_ = 0;
  bool carried_ = false;
};

}  // namespace claimsift
