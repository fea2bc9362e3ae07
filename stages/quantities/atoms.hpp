// SPDX-License-Identifier: Apache-2.0
// atoms.hpp - cuts a sentence into what the grammar of quantities reads: numbers in digits, words, marks.
// Finer than tokens on purpose ("5km", "US$3", "10-15" fall apart), so the grammar does not depend on how a
// tokeniser treats them. A pure function over one sentence; the buffer is the caller's.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "stages/quantities/lexicon.hpp"

namespace claimsift::quantities {

enum class AtomType : uint8_t { digits, fraction, word, mark };

/// A piece of a sentence; offsets are bytes into the document.
struct Atom {
  static constexpr uint8_t space = 1;     // white space (or the sentence's begin) before it
  static constexpr uint8_t capital = 2;   // begins with a capital
  static constexpr uint8_t capitals = 4;  // more than one letter, all capital
  static constexpr uint8_t clitic = 8;    // 's, 're, 't

  uint32_t begin, end;
  const Entry* entry;  // null: not in the lexicon
  uint32_t code;       // of a mark or a fraction: its code point, else 0
  AtomType type;
  uint8_t flags;

  bool digits() const { return type == AtomType::digits; }
  bool word() const { return type == AtomType::word; }
  bool spaced() const { return flags & space; }
  bool is(uint64_t bits) const { return entry && (entry->bits & bits); }
  bool mark(uint32_t c) const { return type == AtomType::mark && code == c; }
  bool dash() const {
    return type == AtomType::mark && (code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212);
  }
};

/// No sentence that somebody wrote has more atoms; longer ones are read in pieces, so that what the grammar
/// holds stays in the cache whatever the text.
inline constexpr size_t kMostAtoms = 1024;

/// Fills `atoms` with those of text[begin, end), at most `most`; where the rest begins, or `end`.
uint32_t cut(const Lexicon& lexicon, std::string_view text, uint32_t begin, uint32_t end,
             std::vector<Atom>& atoms, size_t most = SIZE_MAX);

/// The atoms of a sentence with bounds-safe access: positions past either end give an empty mark.
class Atoms {
 public:
  Atoms(const Lexicon& lexicon, std::string_view text, const std::vector<Atom>& atoms)
      : lexicon_(&lexicon), text_(text), atoms_(&atoms) {}

  uint32_t size() const { return static_cast<uint32_t>(atoms_->size()); }
  const Atom& operator[](uint32_t i) const { return i < atoms_->size() ? (*atoms_)[i] : kEnd; }
  std::string_view text(uint32_t i) const {
    const Atom& a = (*this)[i];
    return text_.substr(a.begin, a.end - a.begin);
  }
  std::string_view text() const { return text_; }
  const Lexicon& lexicon() const { return *lexicon_; }
  const Detail& detail(uint32_t i) const { return lexicon_->detail(*(*this)[i].entry); }

  bool is(uint32_t i, std::string_view lower) const {
    return (*this)[i].word() && equals_folded(text(i), lower);
  }
  template <class... W> bool any(uint32_t i, W... words) const { return (is(i, words) || ...); }
  /// No white space between atom i and the one before it.
  bool glued(uint32_t i) const { return i > 0 && i < atoms_->size() && !(*atoms_)[i].spaced(); }

  /// The longest phrase at i whose entry has one of the bits: its entry, and the atom behind it in `next`.
  const Entry* phrase(uint32_t i, uint64_t bits, uint32_t& next, uint32_t limit = kNone) const;
  /// The longest phrase that ends before atom `end`; its first atom in `first`.
  const Entry* phrase_before(uint32_t end, uint64_t bits, uint32_t& first) const;
  /// The longest form with capitals that count at i, or null.
  const Symbol* symbol(uint32_t i, uint32_t& next) const;

 private:
  static constexpr Atom kEnd{0, 0, nullptr, 0, AtomType::mark, Atom::space};
  const Lexicon* lexicon_;
  std::string_view text_;
  const std::vector<Atom>* atoms_;
};

/// A phrase as the lexicon keys it: atoms joined by one space, without hyphens between words and dots of
/// abbreviations. Appends to `key` until it is full; false when it does not fit.
class PhraseKey {
 public:
  bool add(std::string_view text, const Atom& atom, bool glued, bool fold);
  std::string_view view() const { return {buffer_, size_}; }

 private:
  char buffer_[64];
  uint32_t size_ = 0;
};

}  // namespace claimsift::quantities
