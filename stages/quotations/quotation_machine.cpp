// SPDX-License-Identifier: Apache-2.0
#include "stages/quotations/quotation_machine.hpp"

#include <array>

#include "stages/text/characters.hpp"
#include "stages/text/words.hpp"

namespace claimsift {
namespace {

constexpr auto kMayMark = [] {
  std::array<bool, 256> table{};
  table['"'] = table['\''] = table['`'] = true;
  table[0xC2] = table[0xE2] = table[0xE3] = table[0xEF] = true;
  return table;
}();

constexpr std::string_view kElisions[] = {"em",    "cause", "cuz", "til",  "till", "bout",
                                          "round", "n",     "tis", "twas", "neath"};

}  // namespace

QuotationMachine::Mark QuotationMachine::next_mark(uint32_t at) const {
  for (; at < end_; ++at) {
    if (!kMayMark[static_cast<unsigned char>(text_[at])]) continue;
    if (const Mark mark = classify(at); mark.size != 0) return mark;
  }
  return {};
}

QuotationMachine::Mark QuotationMachine::classify(uint32_t at) const {
  const Character c = decode(text_, at);
  const auto size = static_cast<uint8_t>(c.size);
  const auto twice = [&] { return at + size < end_ && text_[at + size] == text_[at] && size == 1; };
  switch (c.code) {
    case '"':
    case 0xFF02: return {at, size, Kind::straight, side_of(at, size)};
    case 0x201C:
    case 0x201F: {
      // German texts close with U+201C; then it stands behind a word.
      const Side side = side_of(at, size);
      return {at, size, Kind::curly, side == Side::close ? Side::close : Side::open};
    }
    case 0x201E: return {at, size, Kind::curly, Side::open};
    case 0x201D: {
      const Side side = side_of(at, size);
      return {at, size, Kind::curly, side == Side::open ? Side::either : Side::close};
    }
    case 0xAB:
      return {at, size, Kind::guillemet, side_of(at, size) == Side::close ? Side::close : Side::open};
    case 0xBB: return {at, size, Kind::guillemet, side_of(at, size) == Side::open ? Side::open : Side::close};
    case 0x300C:
    case 0x300E: return {at, size, Kind::corner, Side::open};
    case 0x300D:
    case 0x300F: return {at, size, Kind::corner, Side::close};
    case '`':
      if (twice()) return {at, 2, Kind::latex, Side::open};
      return {at, 1, Kind::single, Side::open};
    case '\'':
      if (twice()) return {at, 2, Kind::latex, side_of(at, 2)};
      [[fallthrough]];
    case 0x2018:
    case 0x2019: {
      const bool word_before =
          at > begin_ && (char_class(text_, previous(text_, at)) & (chars::letter | chars::digit));
      const uint32_t next = at + size;
      const bool word_after = next < end_ && (char_class(text_, next) & (chars::letter | chars::digit));
      if (word_before && word_after) return {};              // "don't"
      if (!word_before && word_after && c.code != 0x2018) {  // "'em", "'90s": nothing opens
        uint32_t end = next;
        while (end < end_ && end - next < 8 &&
               (char_class(static_cast<unsigned char>(text_[end])) & (chars::letter | chars::digit)))
          ++end;
        const std::string_view word = text_.substr(next, end - next);
        if (word[0] >= '0' && word[0] <= '9') return {};
        for (const std::string_view elision : kElisions)
          if (equals_folded(word, elision)) return {};
      }
      const Side side = side_of(at, size);
      if (side == Side::either) return {};
      if (c.code == 0x2019 && side == Side::open) return {};
      return {at, size, Kind::single, c.code == 0x2018 && side != Side::close ? Side::open : side};
    }
    default: return {};
  }
}

/// What the neighbours say: a mark opens before a word and after a space, and closes the other way round.
QuotationMachine::Side QuotationMachine::side_of(uint32_t at, uint32_t size) const {
  const uint32_t next = at + size;
  const auto outside = [](uint32_t c) {
    return (char_class(c) & chars::space) || is_opening(c) || (is_dash(c) && c != '-');
  };
  const uint32_t before = at == begin_ ? ' ' : decode(text_, previous(text_, at)).code;
  const uint32_t after = next >= end_ ? ' ' : decode(text_, next).code;
  const bool free_before =
      outside(before) ||
      (is_single_quote(before) &&
       (at < begin_ + 4 || outside(decode(text_, previous(text_, previous(text_, at))).code)));
  const bool free_after = (char_class(after) & chars::space) || after == ',' || after == '.' ||
                          after == ';' || after == ':' || after == '?' || after == '!' ||
                          is_closing_bracket(after) || is_dash(after);
  if (free_before && !free_after) return Side::open;
  if (free_before && after == '.' && next + 1 < end_ && text_[next + 1] == '.')
    return Side::open;  // "...but then"
  if (!free_before && free_after) return Side::close;
  if (!free_before && (is_double_quote(after) || is_single_quote(after))) return Side::close;
  if (at == begin_) return Side::open;
  if (next >= end_) return Side::close;
  return Side::either;
}

bool QuotationMachine::opens_paragraph(uint32_t at) const {
  if (at >= text_.size()) return false;
  const uint32_t c = decode(text_, at).code;
  return is_double_quote(c) || is_single_quote(c);
}

/// Where a quotation without its end stops, when another begins at `before`.
uint32_t QuotationMachine::repaired_end(uint32_t before) const {
  return static_cast<uint32_t>(trim_end(text_, begin_, before));
}

}  // namespace claimsift
