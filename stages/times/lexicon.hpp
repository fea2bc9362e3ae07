// SPDX-License-Identifier: Apache-2.0
// lexicon.hpp - what the times stage knows of words: names of the calendar, units, numbers, holidays, and
// words that tell a clause's tense. Read from text (lexicon/*.lex, compiled in, and the config's options) and
// then never changed; any thread may look things up.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "stages/text/words.hpp"

namespace claimsift::times {

inline constexpr uint32_t kNone = UINT32_MAX;

/// Bits of Entry::bits: everything that a word can be.
namespace is {
enum : uint32_t {
  month = 1u << 0,
  doubtful = 1u << 1,  // a month, weekday or season that is also another word
  weekday = 1u << 2,
  weekdays = 1u << 3,  // "Mondays"
  season = 1u << 4,
  unit = 1u << 6,
  units = 1u << 7,  // the plural
  part = 1u << 8,   // morning
  parts = 1u << 9,
  hour = 1u << 10,  // noon, midnight
  ampm = 1u << 11,
  zone = 1u << 12,
  era = 1u << 13,
  often = 1u << 14,  // daily
  number = 1u << 15,
  ordinal = 1u << 16,
  decade = 1u << 17,  // nineties
  day = 1u << 18,     // today
  tonight = 1u << 19,
  present = 1u << 20,
  past = 1u << 21,
  future = 1u << 22,
  vague = 1u << 23,    // several
  holiday = 1u << 24,  // the first word of a holiday's name
  will = 1u << 25,     // tense of a clause
  was = 1u << 26,
  noun = 1u << 27,                                       // counted by a number that looks like a year
  yearly = 1u << 28,                                     // stands before a year
  trigger = 1u << 29,                                    // the sentence is worth reading
  modifier = 1u << 30,                                   // may stand before a time and modify it
  opener = 1u << 31,                                     // may begin a period, a span or a reference
  capital = month | weekday | weekdays | holiday | era,  // triggers only with a capital
};
}

/// What is known of a word; which fields count the bits tell.
struct Entry {
  uint32_t bits = 0;
  int32_t number = 0;  // number, ordinal
  int16_t zone = 0;    // minutes east of Greenwich, 999: unknown
  int8_t month = 0, weekday = 0, season = 0, unit = 0, part = 0, hour = 0, ampm = 0, era = 0, decade = 0,
         day = 0;
  uint8_t often = 0;  // row of Lexicon::often()
};

/// Whether the word is a trigger only with a capital ("May", "Sun", "Easter").
inline bool needs_capital(const Entry& e) {
  constexpr uint32_t kOther = is::season | is::unit | is::units | is::part | is::hour | is::day | is::present;
  return (e.bits & is::capital) && !(e.bits & kOther);
}

/// When a holiday is: a fixed day, a weekday of a month, or counted from Easter.
struct HolidayRule {
  enum class Kind : uint8_t { fixed, weekday, easter } kind = Kind::fixed;
  int8_t month = 0, day = 0, nth = 0, weekday = 0;
  int16_t shift = 0;
};
struct Holiday {
  std::vector<std::string> words;  // in lower case, as atoms
  HolidayRule rule;
};

/// Reads "MM-DD", "MM-Wn-D" or "E", each with +N or -N days; false when `text` is none of them.
bool read_holiday_rule(std::string_view text, HolidayRule& rule);

class Lexicon {
 public:
  /// The built-in lexicon and further holidays as (name, rule).
  explicit Lexicon(const std::vector<std::pair<std::string, std::string>>& holidays = {});

  /// Null for an unknown word; `word` in any case.
  const Entry* find(uint32_t hash, std::string_view word) const {
    if (!(filter_[(hash & kFilterMask) >> 6] >> (hash & 63) & 1)) return nullptr;
    for (size_t at = hash & kSlotMask; slots_[at].row != 0; at = (at + 1) & kSlotMask) {
      const Slot& s = slots_[at];
      if (s.hash == hash && s.size == word.size() && s.first == ascii_lower(word.front()))
        return &entries_[s.row - 1];
    }
    return nullptr;
  }
  const Entry* find(std::string_view word) const { return find(word_hash(word), word); }
  /// Whether a token with this hash may make a sentence worth reading (rarely true for others).
  bool may_trigger(uint32_t hash) const { return triggers_[(hash & kFilterMask) >> 6] >> (hash & 63) & 1; }
  bool may_trigger_capital(uint32_t hash) const {
    return capitals_[(hash & kFilterMask) >> 6] >> (hash & 63) & 1;
  }

  const std::vector<Holiday>& holidays() const { return holidays_; }
  const std::string& often(uint8_t row) const { return often_[row]; }

 private:
  static constexpr uint32_t kFilterMask = (1u << 15) - 1, kSlotMask = (1u << 12) - 1;
  struct Slot {  // hash, length and first letter stand for the word: few words, and a wrong one in 10^9 does
                 // no harm
    uint32_t hash = 0;
    uint16_t row = 0;
    uint8_t size = 0;
    char first = 0;
  };
  using Filter = std::array<uint64_t, (kFilterMask + 1) / 64>;

  void add(std::string_view text, std::string_view name);
  void line(std::string_view head, std::string_view value, std::string_view forms, const std::string& place);
  void add_holiday(std::string_view name, const HolidayRule& rule);
  Entry& entry(std::string_view form);

  std::vector<std::pair<std::string, Entry>> building_;
  WordTable<uint32_t> rows_;  // form -> row of building_
  std::vector<Entry> entries_;
  std::vector<Slot> slots_;
  Filter filter_{}, triggers_{}, capitals_{};
  std::vector<Holiday> holidays_;
  std::vector<std::string> often_;
};

/// The texts that are compiled in, by name.
struct LexiconText {
  std::string_view name, text;
};
extern const LexiconText kLexicons[];
extern const size_t kLexiconCount;

}  // namespace claimsift::times
