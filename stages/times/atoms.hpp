// SPDX-License-Identifier: Apache-2.0
// atoms.hpp - a sentence as the grammar of times reads it: runs of digits, words with what the lexicon knows
// of them, and marks. Tokens that the lexicon knows stay whole ("p.m.", "Nov."), others with digits or marks
// inside fall apart ("mid-1990s", "16:54"), so the grammar does not depend on how a tokeniser joins them.
// Pure functions; the buffer is the caller's.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "claimsift/layers.hpp"
#include "stages/text/characters.hpp"
#include "stages/times/lexicon.hpp"

namespace claimsift::times {

/// A word of the grammar in lower case, ready to be compared with atoms.
struct Word {
  uint64_t key = 0;  // its first eight bytes
  uint32_t size;
  const char* text;
  template <size_t N> constexpr Word(const char (&s)[N])
      : size(N - 1), text(s) {  // NOLINT: implicit by design
    for (size_t i = 0; i + 1 < N && i < 8; ++i)
      key |= static_cast<uint64_t>(static_cast<unsigned char>(s[i])) << (8 * i);
  }
};

/// A piece of a sentence; offsets are bytes into the document.
struct Atom {
  enum class Type : uint8_t { word, digits, mark };
  static constexpr uint8_t space = 1;     // white space (or the sentence's begin) before it
  static constexpr uint8_t initial = 2;   // begins with a capital
  static constexpr uint8_t capitals = 4;  // a word without lower-case letters, longer than one
  static constexpr uint8_t trigger =
      8;  // a time is near: names of the calendar, units, digits of years and clocks

  uint32_t begin, end;
  const Entry* entry;  // of a word; null: not in the lexicon
  uint64_t key;        // of a word: its first eight bytes, ASCII letters in lower case
  uint32_t value;      // of digits, at most nine of them; of a mark: its code point
  Type type;
  uint8_t flags;

  bool word() const { return type == Type::word; }
  bool digits() const { return type == Type::digits; }
  uint32_t length() const { return end - begin; }
  bool digits(uint32_t count) const { return digits() && length() == count; }
  bool digits(uint32_t least, uint32_t most) const {
    return digits() && length() >= least && length() <= most;
  }
  bool capital() const { return flags & initial; }
  bool spaced() const { return flags & space; }
  bool mark(uint32_t c) const { return type == Type::mark && value == c; }
  bool dash() const { return type == Type::mark && is_dash(value); }
  bool apostrophe() const { return type == Type::mark && is_single_quote(value); }
  bool is(uint32_t bits) const { return entry && (entry->bits & bits); }
};

/// The atoms of a sentence with bounds-safe access: positions past either end give an empty mark.
class Atoms {
 public:
  Atoms(const Lexicon& lexicon, std::string_view text, const std::vector<Atom>& atoms)
      : lexicon_(&lexicon), text_(text), atoms_(&atoms) {}

  uint32_t size() const { return static_cast<uint32_t>(atoms_->size()); }
  const Atom& operator[](uint32_t i) const { return i < atoms_->size() ? (*atoms_)[i] : kEnd; }
  const Lexicon& lexicon() const { return *lexicon_; }
  std::string_view text() const { return text_; }
  std::string_view text(uint32_t i) const {
    const Atom& a = (*this)[i];
    return text_.substr(a.begin, a.end - a.begin);
  }
  bool is(uint32_t i, const Word& w) const { return equal((*this)[i], w); }
  bool any(uint32_t i, std::initializer_list<Word> words) const {
    const Atom& a = (*this)[i];
    for (const Word& w : words)
      if (equal(a, w)) return true;
    return false;
  }
  /// The words that follow each other from i on.
  bool seq(uint32_t i, std::initializer_list<Word> words) const {
    for (const Word& w : words)
      if (!is(i++, w)) return false;
    return true;
  }
  /// Whether atom i is `piece`, any apostrophe for "'".
  bool same(uint32_t i, std::string_view piece) const {
    if (piece == "'") return (*this)[i].apostrophe();
    return i < size() && equals_folded(text(i), piece);
  }
  /// No white space between atom i and the one before it.
  bool glued(uint32_t i) const { return i > 0 && i < atoms_->size() && !(*atoms_)[i].spaced(); }
  /// A hyphen at i that joins its neighbours.
  bool hyphen(uint32_t i) const { return (*this)[i].dash() && glued(i) && glued(i + 1); }
  /// The position after "'s" (or a bare "'") at i, else i.
  uint32_t after_possessive(uint32_t i) const {
    if (!(*this)[i].apostrophe() || !glued(i)) return i;
    return is(i + 1, "s") && glued(i + 1) ? i + 2 : i + 1;
  }

 private:
  bool equal(const Atom& a, const Word& w) const {
    return a.key == w.key && a.length() == w.size &&
           (w.size <= 8 || equals_folded(text_.substr(a.begin + 8, w.size - 8), {w.text + 8, w.size - 8}));
  }
  static constexpr Atom kEnd{0, 0, nullptr, 0, 0, Atom::Type::mark, Atom::space};
  const Lexicon* lexicon_;
  std::string_view text_;
  const std::vector<Atom>* atoms_;
};

/// Calls f(string_view) for each run of letters, run of digits or mark of `text`.
template <class F> void for_each_piece(std::string_view text, F f) {
  const auto kind = [](uint8_t bits) { return bits & chars::letter ? 1 : bits & chars::digit ? 2 : 0; };
  for (size_t at = 0; at < text.size();) {
    const Character first = decode(text, at);
    const uint8_t bits = char_class(first.code);
    size_t end = at + first.size;
    if (const int k = kind(bits); k != 0)
      for (; end < text.size(); end += decode(text, end).size)
        if (kind(char_class(text, end)) != k) break;
    if (!(bits & chars::space)) f(text.substr(at, end - at));
    at = end;
  }
}

/// Whether digits with what is glued to them may be a year, a clock time or a date: "1984", "16:54",
/// "7/8/07", "'80s".
bool digits_trigger(std::string_view token);
/// Fills `atoms` with those of the tokens [first, last).
void cut(const Lexicon& lexicon, std::string_view text, const View<layers::Tokens>& tokens, uint32_t first,
         uint32_t last, std::vector<Atom>& atoms);

}  // namespace claimsift::times
