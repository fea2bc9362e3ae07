// SPDX-License-Identifier: Apache-2.0
#include "stages/language/tokenizer.hpp"

#include <cstring>

#include "stages/language/word_parts.hpp"
#include "stages/text/characters.hpp"

namespace claimsift {
namespace {

constexpr uint32_t shape_of_class(uint8_t c) {
  uint32_t s = 0;
  if (c & chars::letter) s |= shape::letter;
  if (c & chars::digit) s |= shape::digit;
  if (c & chars::upper) s |= shape::upper;
  if (c & chars::lower) s |= shape::lower;
  return s ? s : shape::other;
}

enum class Kind : uint8_t { mark, word, space, line, wide };

struct ByteClass {
  Kind kind;
  uint8_t shape;
};

constexpr auto kBytes = [] {
  std::array<ByteClass, 256> table{};
  for (uint32_t c = 0; c < 256; ++c) {
    const uint8_t k = c < 0x80 ? char_class(c) : 0;
    Kind kind = Kind::mark;
    if (c >= 0x80)
      kind = Kind::wide;
    else if (k & chars::line_break)
      kind = Kind::line;
    else if ((k & chars::space) || c < 0x20)
      kind = Kind::space;
    else if (k & (chars::letter | chars::digit))
      kind = Kind::word;
    table[c] = {kind, static_cast<uint8_t>(shape_of_class(k))};
  }
  table['_'].kind = Kind::word;
  return table;
}();

const ByteClass& byte_class(char c) { return kBytes[static_cast<unsigned char>(c)]; }

}  // namespace

void Tokenizer::sentence(size_t begin, size_t end) {
  before_ = shape::sentence;
  if (begin == 0) before_ |= shape::space;
  for (size_t gap = end_; gap < begin;) {  // what stands between this sentence and the last
    const Character c = decode(text_, gap);
    before_ |= shape::space | (char_class(c.code) & chars::line_break ? shape::line : 0);
    gap += c.size;
  }
  begin_ = begin;
  end_ = end;
  const void* sign = std::memchr(text_.data() + begin, '@', end - begin);
  at_sign_ = sign ? static_cast<size_t>(static_cast<const char*>(sign) - text_.data()) : end;

  for (size_t at = begin; at < end;) {
    switch (byte_class(text_[at]).kind) {
      case Kind::word: at = word(at); break;
      case Kind::space:
        before_ |= shape::space;
        ++at;
        break;
      case Kind::line:
        before_ |= shape::space | shape::line;
        ++at;
        break;
      case Kind::mark: at = mark(at); break;
      case Kind::wide: at = wide_mark(at); break;
    }
  }
}

Tokenizer::Run Tokenizer::run(size_t at) const {
  uint32_t s = 0;
  while (at < end_) {
    const ByteClass c = byte_class(text_[at]);
    if (c.kind == Kind::word) {
      s |= c.shape;
      ++at;
    } else if (c.kind == Kind::wide) {
      const Character w = decode(text_, at);
      const uint8_t k = char_class(w.code);
      if (!(k & (chars::letter | chars::digit))) break;
      s |= shape_of_class(k) | shape::non_ascii;
      at += w.size;
    } else {
      break;
    }
  }
  return {at, s};
}

bool Tokenizer::letter_at(size_t i) const { return i < end_ && (char_class(text_, i) & chars::letter); }

uint32_t Tokenizer::shape_of(size_t begin, size_t end) const {
  uint32_t s = 0;
  while (begin < end) {
    const Character c = decode(text_, begin);
    s |= shape_of_class(char_class(c.code)) | (c.code >= 0x80 ? shape::non_ascii : 0);
    begin += c.size;
  }
  return s;
}

void Tokenizer::push(size_t begin, size_t end, uint32_t shape, uint32_t hash) {
  if (shape & shape::upper) shape |= char_class(text_, begin) & chars::upper ? shape::initial : 0;
  const uint32_t row = rows_.add({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
  rows_.set<"hash">(row, hash);
  rows_.set<"shape">(row, shape | before_);
  before_ = 0;
}

size_t Tokenizer::whole(size_t begin, size_t end) {
  push(begin, end, shape_of(begin, end));
  return end;
}

size_t Tokenizer::word(size_t at) {
  if (at_sign_ < end_)
    if (const size_t end = address_end(at); end != at) return whole(at, end);
  const Run r = run(at);
  const char next = byte(r.end);
  if (next == ' ' || r.end == end_) {
    plain_word(at, r.end, r.shape);
    return r.end;
  }
  return word_with_joints(at, r);
}

void Tokenizer::plain_word(size_t begin, size_t end, uint32_t shape) {
  if ((shape & (shape::digit | shape::letter)) == (shape::digit | shape::letter) && digit_at(begin))
    return number_with_unit(begin, end, shape);
  const uint32_t hash = word_hash_in(text_, begin, end);
  const size_t size = end - begin;
  const char last = text_[end - 1] | 0x20;
  if (size >= 4 && size <= 8 && (last == 't' || last == 'a' || last == 'e' || last == 's')) {
    if (const uint8_t cut = contraction_cut(hash, between(begin, end))) {
      whole(begin, begin + cut);
      whole(begin + cut, end);
      return;
    }
  }
  push(begin, end, shape, hash);
}

/// "35mm" and "7pm" are two tokens; "20th", "1970s" and "3D" are one.
void Tokenizer::number_with_unit(size_t begin, size_t end, uint32_t shape) {
  size_t unit = end;
  while (unit > begin && (char_class(text_, previous(text_, unit)) & chars::letter))
    unit = previous(text_, unit);
  if (unit < end && digit_at(unit - 1) && is_unit(between(unit, end))) {
    whole(begin, unit);
    whole(unit, end);
  } else {
    push(begin, end, shape);
  }
}

size_t Tokenizer::repeated(size_t at) const {
  const char c = text_[at];
  while (at < end_ && text_[at] == c) ++at;
  return at;
}

size_t Tokenizer::mark(size_t at) {
  const char c = text_[at];
  switch (c) {
    case '.':
      if (byte(at + 1) == '.') return whole(at, repeated(at));
      if (digit_at(at + 1) && (after_space(at) || text_[at - 1] == '$'))
        return word_with_joints(at, run(at + 1));
      if (letter_at(at + 1) && after_space(at) && is_host_ending(between(at + 1, run(at + 1).end)))
        return whole(at, run(at + 1).end);
      break;
    case '!':
    case '?': {
      size_t end = at;
      while (byte(end) == '!' || byte(end) == '?') ++end;
      return whole(at, end);
    }
    case '-':
    case '*':
    case '=':
    case '~':
    case '<':
    case '>':
      if (after_space(at))
        if (const size_t end = emoticon_end(at); end != at) return whole(at, end);
      return whole(at, repeated(at));
    case ':':
    case ';':
      if (after_space(at))
        if (const size_t end = emoticon_end(at); end != at) return whole(at, end);
      break;
    case '+':
      if (digit_at(at + 1) && after_space(at)) return word_with_joints(at, run(at + 1));
      return whole(at, repeated(at));
    case '#':
    case '@':
      if (letter_at(at + 1) && after_space(at)) return whole(at, run(at + 1).end);
      break;
    case '`':
      if (byte(at + 1) == '`') return whole(at, at + 2);
      break;
    case '\'': return apostrophe(at, 1);
    default: break;
  }
  push(at, at + 1, shape::other);
  return at + 1;
}

size_t Tokenizer::wide_mark(size_t at) {
  const Character c = decode(text_, at);
  const uint8_t k = char_class(c.code);
  if (k & chars::space) {
    before_ |= shape::space | (k & chars::line_break ? shape::line : 0);
    return at + c.size;
  }
  if (k & (chars::letter | chars::digit)) return word(at);
  if (c.code == 0x2019 || c.code == 0x2018) return apostrophe(at, c.size);
  size_t end = at + c.size;
  if (c.code == 0x2026)
    while (byte(end) == '.') ++end;
  push(at, end, shape::other | shape::non_ascii);
  return end;
}

/// An apostrophe that no word before it claims: an elision ("'em", "'90s"), a doubled mark, or a quotation
/// mark.
size_t Tokenizer::apostrophe(size_t at, size_t size) {
  const size_t next = at + size;
  if (const size_t second = apostrophe_at(next);
      second != 0 && between(at, next) == between(next, next + second))
    return whole(at, next + second);
  if (digit_at(next) && digit_at(next + 1) && !digit_at(next + 2)) {
    const size_t end = run(next).end;
    if (apostrophe_at(end) == 0 && end <= next + 3) return whole(at, end);
  } else if (letter_at(next)) {
    const size_t end = run(next).end;
    if (apostrophe_at(end) == 0 && is_elision(between(next, end))) return whole(at, end);
  }
  return whole(at, next);
}

size_t Tokenizer::apostrophe_at(size_t i) const {
  if (byte(i) == '\'') return 1;
  return i + 2 < end_ && text_[i] == '\xE2' && text_[i + 1] == '\x80' &&
                 (text_[i + 2] == '\x99' || text_[i + 2] == '\x98')
             ? 3
             : 0;
}

size_t Tokenizer::emoticon_end(size_t at) const {
  size_t i = at;
  if (byte(i) == '>' && byte(i + 1) == ':') ++i;
  if (byte(i) != ':' && byte(i) != ';' && byte(i) != '=') return at;
  ++i;
  if (byte(i) == '-') ++i;
  const char mouth = byte(i);
  if (!std::strchr(")(DPpOo/|\\", mouth) || mouth == '\0') return at;
  if (byte(at) == '=' && mouth != ')' && mouth != '(' && mouth != 'D') return at;
  ++i;
  while ((mouth == ')' || mouth == '(') && byte(i) == mouth) ++i;
  if (i < end_ && (byte_class(text_[i]).kind == Kind::word || text_[i] == '/')) return at;
  return i;
}

}  // namespace claimsift
