// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/atoms.hpp"

#include "stages/text/characters.hpp"

namespace claimsift::quantities {
namespace {

bool digit(std::string_view t, size_t i, size_t end) { return i < end && t[i] >= '0' && t[i] <= '9'; }

size_t digits_end(std::string_view t, size_t i, size_t end) {
  while (digit(t, i, end)) ++i;
  return i;
}

/// The length of a thin or no-break space that may group digits, else 0.
size_t group_space(std::string_view t, size_t i, size_t end) {
  if (i + 2 <= end && t[i] == '\xC2' && t[i + 1] == '\xA0') return 2;
  if (i + 3 <= end && t[i] == '\xE2' && t[i + 1] == '\x80' && (t[i + 2] == '\xAF' || t[i + 2] == '\x89'))
    return 3;
  return 0;
}

bool three_digits(std::string_view t, size_t i, size_t end) {
  return digit(t, i, end) && digit(t, i + 1, end) && digit(t, i + 2, end) && !digit(t, i + 3, end);
}

/// The end of a number in digits that begins at `i`: groups, decimals, exponent.
size_t number_end(std::string_view t, size_t i, size_t end) {
  const size_t first = digits_end(t, i, end);
  size_t at = first;
  if (first > i && first - i <= 3) {
    if (at < end && t[at] == ',' && three_digits(t, at + 1, end)) {  // 1,234,567
      while (at < end && t[at] == ',' && three_digits(t, at + 1, end)) at += 4;
    } else if (at < end && t[at] == ',' && first - i <= 2) {  // 12,34,567
      size_t groups = at;
      while (groups < end && t[groups] == ',' && digit(t, groups + 1, end) && digit(t, groups + 2, end) &&
             !digit(t, groups + 3, end))
        groups += 3;
      if (groups > at && groups < end && t[groups] == ',' && three_digits(t, groups + 1, end))
        at = groups + 4;
    } else if (at < end && t[at] == '.' && three_digits(t, at + 1, end)) {  // 1.234.567,89 and 1.234,56
      size_t groups = at;
      while (groups < end && t[groups] == '.' && three_digits(t, groups + 1, end)) groups += 4;
      const bool comma =
          groups < end && t[groups] == ',' && digit(t, groups + 1, end) && !three_digits(t, groups + 1, end);
      if (groups > at + 4 || comma) {
        const bool more = groups < end && t[groups] == '.' && digit(t, groups + 1, end);
        if (!more) return comma ? digits_end(t, groups + 1, end) : groups;
      }
    } else if (const size_t gap = group_space(t, at, end); gap && three_digits(t, at + gap, end)) {
      for (size_t g = gap; g && three_digits(t, at + g, end); g = group_space(t, at, end)) at += g + 3;
    } else if (at < end && t[at] == ' ' &&
               three_digits(t, at + 1, end)) {  // "10 000" only where it ends in 000
      size_t groups = at;
      while (groups - at < 16 && groups < end && t[groups] == ' ' && three_digits(t, groups + 1, end))
        groups += 4;
      if (t.substr(groups - 3, 3) == "000") at = groups;
    }
  }
  if (at < end && t[at] == '.' && digit(t, at + 1, end)) at = digits_end(t, at + 1, end);
  if (at < end && (t[at] == 'e' || t[at] == 'E')) {
    const size_t sign = at + 1 < end && (t[at + 1] == '-' || t[at + 1] == '+') ? 2 : 1;
    const size_t exponent = digits_end(t, at + sign, end);
    const bool letter = exponent < end && (char_class(t, exponent) & chars::letter);
    if (exponent > at + sign && !letter) at = exponent;
  }
  return at;
}

bool fraction_sign(uint32_t c) {
  return (c >= 0xBC && c <= 0xBE) || (c >= 0x2150 && c <= 0x215E) || c == 0x2189;
}

bool letter_at(std::string_view t, size_t i, size_t end) {
  return i < end && (char_class(t, i) & chars::letter);
}

bool apostrophe(std::string_view t, size_t i, size_t end, size_t& size) {
  if (i < end && t[i] == '\'') {
    size = 1;
    return true;
  }
  size = 3;
  return i + 3 <= end && t[i] == '\xE2' && t[i + 1] == '\x80' && t[i + 2] == '\x99';
}

/// The end of the word at `i`; also takes initials with dots ("U.S.", "p.m.") and raised digits ("m²").
size_t word_end(std::string_view t, size_t i, size_t end, uint8_t& flags) {
  size_t at = i, letters = 0, capitals = 0;
  while (at < end) {
    const auto byte = static_cast<unsigned char>(t[at]);
    if (byte < 0x80) {
      const uint8_t c = char_class(byte);
      if (!(c & chars::letter)) break;
      capitals += (c & chars::upper) != 0;
      ++letters;
      ++at;
      continue;
    }
    const Character c = decode(t, at);
    const uint8_t kind = char_class(c.code);
    const bool raised = c.code == 0xB2 || c.code == 0xB3 || c.code == 0xB9 || c.code == 0x207B;
    if (!(kind & chars::letter) && !raised) break;
    capitals += (kind & chars::upper) != 0;
    ++letters;
    at += c.size;
  }
  if (letters == 1 && at + 1 < end && t[at] == '.' && letter_at(t, at + 1, end)) {
    size_t initials = at + 1;  // U.S. and p.m: single letters, each with its dot
    while (letter_at(t, initials, end)) {
      const size_t after = initials + decode(t, initials).size;
      if (letter_at(t, after, end)) break;
      at = after;
      if (after >= end || t[after] != '.') break;
      initials = at = after + 1;
    }
  }
  if (letters > 1 && capitals == letters) flags |= Atom::capitals;
  return at;
}

}  // namespace

uint32_t cut(const Lexicon& lexicon, std::string_view text, uint32_t begin, uint32_t end,
             std::vector<Atom>& atoms, size_t most) {
  atoms.clear();
  bool space = true;
  for (size_t i = begin; i < end;) {
    if (atoms.size() == most) return static_cast<uint32_t>(i);
    const auto byte = static_cast<unsigned char>(text[i]);
    const Character c = byte < 0x80 ? Character{byte, 1} : decode(text, i);
    const uint8_t kind = char_class(c.code);
    if (kind & chars::space) {
      space = true;
      i += c.size;
      continue;
    }
    Atom a{static_cast<uint32_t>(i), 0, nullptr, 0, AtomType::mark, space ? Atom::space : uint8_t{0}};
    size_t to = i + c.size, quote = 0;
    const bool leading_dot = byte == '.' && digit(text, i + 1, end) &&
                             (space || atoms.empty() || atoms.back().type == AtomType::mark) &&
                             !(atoms.size() && !space && atoms.back().code == '.');
    if ((kind & chars::digit && byte < 0x80) || leading_dot) {
      to = number_end(text, i, end);
      a.type = AtomType::digits;
    } else if (fraction_sign(c.code)) {
      a.type = AtomType::fraction;
      a.code = c.code;
    } else if (kind & chars::letter) {
      to = word_end(text, i, end, a.flags);
      a.type = AtomType::word;
      if (kind & chars::upper) a.flags |= Atom::capital;
    } else if (!space && !atoms.empty() && atoms.back().word() && apostrophe(text, i, end, quote) &&
               letter_at(text, i + quote, end)) {
      to = word_end(text, i + quote, end, a.flags);
      a.type = AtomType::word;
      a.flags |= Atom::clitic;
    } else {
      a.code = c.code;
    }
    a.end = static_cast<uint32_t>(to);
    if (a.type == AtomType::word || (a.type == AtomType::mark && byte != ',' && byte != '.')) {
      const std::string_view form = text.substr(i, to - i);
      a.entry = lexicon.find(word_hash(form), form);
    }
    atoms.push_back(a);
    space = false;
    i = to;
  }
  return end;
}

bool PhraseKey::add(std::string_view text, const Atom& atom, bool glued, bool fold) {
  const size_t gap = size_ > 0 && !(glued && atom.digits()) ? 1 : 0;
  if (size_ + gap + text.size() > sizeof buffer_) return false;
  if (gap) buffer_[size_++] = ' ';
  for (char c : text) buffer_[size_++] = fold ? ascii_lower(c) : c;
  return true;
}

namespace {

/// Whether a phrase leaves out atom i: the hyphen of "basis-point", the dot of "sq. ft".
bool silent(const Atoms& atoms, uint32_t i) {
  if (!atoms.glued(i) || !atoms[i - 1].word()) return false;
  if (atoms[i].dash()) return atoms.glued(i + 1) && atoms[i + 1].word();
  return atoms[i].mark('.') && atoms[i + 1].word() && atoms[i - 1].end - atoms[i - 1].begin <= 6;
}

}  // namespace

const Entry* Atoms::phrase(uint32_t i, uint64_t bits, uint32_t& next, uint32_t limit) const {
  const Atom& first = (*this)[i];
  if (!first.entry || first.entry->words == 0 || !(first.entry->begun & bits)) return nullptr;
  const Entry* best = nullptr;
  if (first.is(bits)) {
    best = first.entry;
    next = i + 1;
  }
  if (first.entry->words == 1) return best;
  PhraseKey key;
  uint32_t words = 0;
  for (uint32_t at = i; at < std::min(size(), limit) && words < first.entry->words; ++at) {
    if (at > i && silent(*this, at)) continue;
    if (!key.add(text(at), (*this)[at], glued(at), true)) break;
    if (++words == 1) continue;
    const Entry* tail = (*this)[at].entry;
    if (tail ? !(tail->ended & bits) : !(*this)[at].digits()) continue;
    if (const Entry* e = lexicon_->find(key.view()); e && (e->bits & bits)) {
      best = e;
      next = at + 1;
    }
  }
  return best;
}

const Entry* Atoms::phrase_before(uint32_t end, uint64_t bits, uint32_t& first) const {
  const Entry* best = nullptr;
  if (end > 1 && (*this)[end - 1].mark('.') && glued(end - 1) && (*this)[end - 2].word()) --end;
  const Entry* tail = end > 0 ? (*this)[end - 1].entry : nullptr;
  if (!tail || !(tail->ended & bits)) return nullptr;
  for (uint32_t start = end; start > 0 && end - start < 7;) {
    --start;
    const Atom& head = (*this)[start];
    if (!head.entry || head.entry->words == 0 || (end - start > 1 && head.entry->words == 1)) continue;
    uint32_t next = 0;
    if (const Entry* e = phrase(start, bits, next, end); e && next == end) {
      best = e;
      first = start;
    }
  }
  return best;
}

const Symbol* Atoms::symbol(uint32_t i, uint32_t& next) const {
  const Atom& first = (*this)[i];
  if (!first.is(is::exact)) return nullptr;
  const Symbol* best = nullptr;
  PhraseKey key;
  uint32_t words = 0;
  for (uint32_t at = i; at < size() && words < 4; ++at) {
    if (at > i && silent(*this, at)) continue;
    if (at > i && (*this)[at].digits() && !glued(at)) break;
    if (!key.add(text(at), (*this)[at], glued(at), false)) break;
    ++words;
    if (const Symbol* s = lexicon_->symbol(key.view())) {
      best = s;
      next = at + 1;
    }
  }
  return best;
}

}  // namespace claimsift::quantities
