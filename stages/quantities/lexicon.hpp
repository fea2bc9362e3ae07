// SPDX-License-Identifier: Apache-2.0
// lexicon.hpp - what the quantities stage knows of words: numbers, units, currencies, modifiers, word
// classes. It is read from text (lexicon/*.lex, compiled in, and files that the config names) and then never
// changes; any thread may look things up.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "claimsift/layers.hpp"
#include "stages/text/words.hpp"

namespace claimsift::quantities {

inline constexpr uint32_t kNone = UINT32_MAX;

/// Bits of Entry::bits: everything that a word or phrase can be.
namespace is {
enum : uint64_t {
  number = 1ull << 0,  // a cardinal below hundred
  scale = 1ull << 1,   // hundred, million: a power of ten
  letter = 1ull << 2,  // a power of ten written to digits ("1.2bn")
  vague = 1ull << 3,   // thousands, dozens
  group = 1ull << 4,   // dozen
  ordinal = 1ull << 5,
  part = 1ull << 6,      // third(s), quarter(s)
  multiple = 1ull << 7,  // twice, tenfold
  unit = 1ull << 8,
  currency = 1ull << 9,
  before = 1ull << 10,  // modifiers
  after = 1ull << 11,
  quantifier = 1ull << 12,
  change = 1ull << 13,
  named = 1ull << 14,  // "Boeing", "page": the number after it is a name
  street = 1ull << 15,
  month = 1ull << 16,
  weekday = 1ull << 17,
  clock = 1ull << 18,   // p.m., GMT
  yearly = 1ull << 19,  // words before a year
  function = 1ull << 20,
  adverb = 1ull << 21,
  verb = 1ull << 22,
  adjective = 1ull << 23,
  noun = 1ull << 24,
  plural = 1ull << 25,    // an irregular plural
  singular = 1ull << 26,  // ends in -s and is none
  exact = 1ull << 27,     // begins a form whose capitals count
  share = 1ull << 28,     // nouns that money is counted by ("$5 a share")
  amount = 1ull << 29,    // nouns that stand for an amount ("the actual amount")
  measure = 1ull << 30,   // adjectives and nouns after a measure ("wide", "thickness")
  determiner = 1ull << 31,
  linking = 1ull << 32,     // verbs and prepositions between a thing and its measure
  score_noun = 1ull << 33,  // what a score is of ("a 5-4 ruling")
  score_verb = 1ull << 34,  // words before a score
  transitive = 1ull << 35,  // changes whose object is a thing more often than a difference
  gap = 1ull << 36,         // words that may stand between a change and its number
  target = 1ull << 37,      // words behind "N times" that make it a multiple
  angle = 1ull << 38,       // degrees near these are no temperature
  weather = 1ull << 39,     // and near these they are
  money_cue = 1ull << 40,   // "pounds" near these are money
  mass_cue = 1ull << 41,    // "pounds" near these are mass
  odds = 1ull << 42,
  cohort = 1ull << 43,  // people by age ("adults over 65")
  trend = 1ull << 44,   // a rise or fall behind a number ("a 5% cut")
  sum = 1ull << 45,     // "m" behind these is million ("a fee of 12.5m")
  stop = function | adverb,
  numeric = number | scale | vague | group | ordinal | part | multiple,
};
}

/// A unit of measure.
struct Unit {
  std::string name;
  uint32_t dimension;  // row of Lexicon::dimensions()
  double factor;       // to the dimension's own unit
};
struct Dimension {
  std::string name, unit;
};

/// A currency: ISO code, or a minor unit or coin with a word for its unit.
struct Currency {
  std::string name;
  std::string base;  // the ISO code that `factor` leads to; empty for a coin without a code
  double factor = 1;
};

/// What is known of one word or phrase; which fields count the bits tell.
struct Entry {
  uint64_t bits = 0;
  uint64_t begun = 0;   // of all words and phrases that begin with this word,
  uint64_t ended = 0;   // and of those that end with it: what a search can find
  uint32_t detail = 0;  // row of details, 0 for none
  uint8_t words = 0;    // the longest phrase that begins with this word, in words; 0: none
};
struct Detail {
  double value = 0, low = 0, high = 0;  // number, ordinal, group; low and high of a vague one
  double part = 0, multiple = 0;
  uint32_t unit = kNone, currency = kNone;
  int8_t scale = 0, letter = 0;
  Modifier before{255}, after{255};
  Change change{255};
  std::string singular;
};

/// A place whose plain "$" is a dollar of its own (dateline_dollar.hpp).
struct DollarPlace {
  std::string code;     // ISO 4217
  bool region = false;  // a country or region; else a city
};

/// A unit or currency found by a form whose capitals count.
struct Symbol {
  uint32_t unit = kNone, currency = kNone;
  bool found() const { return unit != kNone || currency != kNone; }
};
/// What a symbol means where one of these words stands near ("2.5 F" is farads near "capacitor").
struct Sense {
  Symbol meaning;
  std::vector<std::string> cues;  // in lower case
};

class Lexicon {
 public:
  /// The built-in lexicon.
  Lexicon();
  /// Adds the lines of a lexicon file; throws std::runtime_error with "NAME:LINE: what" on a fault.
  void add(std::string_view text, std::string_view name);
  /// Makes the tables; call once after the last add().
  void freeze();

  const Entry* find(uint32_t hash, std::string_view word) const { return table_.find(hash, word); }
  const Entry* find(std::string_view word) const { return table_.find(word); }
  const Detail& detail(const Entry& e) const { return details_[e.detail]; }
  /// The form with exactly these capitals, or null.
  const Symbol* symbol(std::string_view form) const;
  /// The further senses of a form with exactly these capitals, or null.
  const std::vector<Sense>* senses(std::string_view form) const;
  const Unit& unit(uint32_t i) const { return units_[i]; }
  const Currency& currency(uint32_t i) const { return currencies_[i]; }
  const Dimension& dimension(uint32_t i) const { return dimensions_[i]; }
  const std::vector<Unit>& units() const { return units_; }
  const std::vector<Currency>& currencies() const { return currencies_; }
  const std::vector<Dimension>& dimensions() const { return dimensions_; }

  /// Whether a token with this hash may begin or hold a number (rarely true for others).
  bool may_trigger(uint32_t hash) const { return filter_[(hash & kFilterMask) >> 6] >> (hash & 63) & 1; }

  /// Which currency an ambiguous word ("$", "dollar") is; `code` must be known.
  void set_default(std::string_view key, std::string_view code);
  /// The row of a plain "$", which no other form leads to; its name is that of the default.
  uint32_t dollar() const { return dollar_; }
  /// A place of a dateline in lower case without dots, or null.
  const DollarPlace* dollar_place(const std::string& name) const;
  bool is_wire(const std::string& name) const { return wires_.count(name) != 0; }
  uint32_t percent() const { return percent_; }

 private:
  static constexpr uint32_t kFilterMask = (1u << 18) - 1;

  void line(std::string_view head, std::string_view forms, std::string_view place);
  void add_unit(std::string_view name, std::string_view dimension, double factor, std::string_view forms,
                std::string_view place);
  void add_si(const std::vector<std::string_view>& head, std::string_view forms, std::string_view place);
  void add_money(uint32_t row, std::string_view forms);
  void add_sense(std::string_view symbol, std::string_view meaning, std::string_view cues,
                 std::string_view place);
  uint32_t add_currency(std::string_view name, std::string_view base, double factor);
  /// The entry of a form with these bits added; its details.
  Detail& put(std::string_view form, uint64_t bits);
  void put_symbol(std::string_view form, Symbol symbol);
  uint32_t unit_row(std::string_view name) const;

  std::unordered_map<std::string, Entry> building_;
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  std::unordered_map<std::string, Symbol, Hash, std::equal_to<>> symbols_;
  std::unordered_map<std::string, std::vector<Sense>, Hash, std::equal_to<>> senses_;
  std::unordered_map<std::string, DollarPlace> dollar_places_;
  std::unordered_set<std::string> wires_;
  std::vector<Detail> details_{1};
  std::vector<Unit> units_;
  std::vector<Currency> currencies_;
  std::vector<Dimension> dimensions_;
  WordTable<Entry> table_;
  std::vector<uint64_t> filter_;
  uint32_t dollar_ = kNone, percent_ = kNone;
};

/// The texts that are compiled in, by name.
struct LexiconText {
  std::string_view name, text;
};
extern const LexiconText kLexicons[];
extern const size_t kLexiconCount;

}  // namespace claimsift::quantities
