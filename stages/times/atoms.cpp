// SPDX-License-Identifier: Apache-2.0
#include "stages/times/atoms.hpp"

#include <algorithm>

namespace claimsift::times {
namespace {

/// The first eight bytes of a word, in lower case.
uint64_t key_of(std::string_view text, uint32_t begin, uint32_t end) {
  const size_t size = std::min<size_t>(end - begin, 8);
  if (begin + 8 <= text.size())
    return detail::lower8(detail::load(text.data() + begin, 8) & (~uint64_t{0} >> (64 - 8 * size)));
  return detail::lower8(detail::load(text.data() + begin, size));
}

Atom piece_of(const Lexicon& lexicon, std::string_view text, std::string_view piece) {
  const auto begin = static_cast<uint32_t>(piece.data() - text.data());
  Atom a{begin, begin + static_cast<uint32_t>(piece.size()), nullptr, 0, 0, Atom::Type::mark, 0};
  const Character first = decode(piece, 0);
  const uint8_t bits = char_class(first.code);
  if (bits & chars::digit) {
    a.type = Atom::Type::digits;
    const size_t most = piece.size() <= 9 ? piece.size() : 0;
    for (size_t i = 0; i < most; ++i) {
      if (piece[i] < '0' || piece[i] > '9') {  // digits of other scripts, superscripts
        a.type = Atom::Type::mark;
        break;
      }
      a.value = a.value * 10 + static_cast<uint32_t>(piece[i] - '0');
    }
    if (a.type == Atom::Type::mark) a.value = first.code;
  } else if (bits & chars::letter) {
    a.type = Atom::Type::word;
    a.entry = lexicon.find(word_hash(piece), piece);
    a.key = key_of(text, begin, a.end);
  } else {
    a.value = first.code;
  }
  return a;
}

uint8_t case_of(std::string_view word) {
  uint8_t flags = 0;
  const uint8_t first = char_class(word, 0);
  if (first & chars::upper) {
    flags = Atom::initial;
    bool lower = false;
    for (const char c : word) lower = lower || (c >= 'a' && c <= 'z');
    if (!lower && word.size() > 1) flags |= Atom::capitals;
  }
  return flags;
}

}  // namespace

bool digits_trigger(std::string_view token) {
  uint32_t digits = 0, dots = 0, run = 0, longest = 0;
  bool other = false;
  for (const char c : token) {
    if (c >= '0' && c <= '9') {
      ++digits;
      longest = std::max(longest, ++run);
      continue;
    }
    run = 0;
    dots += c == '.';
    other = other || (c != ',' && c != '%' && c != '$' && c != '.' && c != '-');
  }
  return digits == token.size() ? digits == 4 && token[0] <= '2' : other || dots > 1 || longest == 4;
}

void cut(const Lexicon& lexicon, std::string_view text, const View<layers::Tokens>& tokens, uint32_t first,
         uint32_t last, std::vector<Atom>& atoms) {
  atoms.clear();
  const auto hashes = tokens.column<"hash">();
  const auto shapes = tokens.column<"shape">();
  for (uint32_t t = first; t < last; ++t) {
    const cs_span s = tokens.span(t);
    const std::string_view word = text.substr(s.begin, s.end - s.begin);
    const uint32_t shape = shapes[t];
    const uint8_t spaced = t == first || (shape & shape::space) ? Atom::space : 0;
    const Entry* entry = lexicon.find(hashes[t], word);
    if (entry || ((shape & shape::letter) && !(shape & (shape::digit | shape::other)))) {
      Atom a{s.begin, s.end, entry, key_of(text, s.begin, s.end), 0, Atom::Type::word, spaced};
      if (shape & shape::initial) a.flags |= shape & shape::lower ? Atom::initial : case_of(word);
      if (entry && (entry->bits & is::trigger) && (a.capital() || !needs_capital(*entry)))
        a.flags |= Atom::trigger;
      atoms.push_back(a);
      continue;
    }
    const size_t from = atoms.size();
    const bool digits = (shape & shape::digit) && digits_trigger(word);
    for_each_piece(word, [&](std::string_view piece) {
      atoms.push_back(piece_of(lexicon, text, piece));
      Atom& a = atoms.back();
      if (a.word()) a.flags = case_of(piece);
      if (digits ? a.digits() : a.is(is::trigger)) a.flags |= Atom::trigger;
    });
    if (from < atoms.size()) atoms[from].flags |= spaced;
  }
}

}  // namespace claimsift::times
