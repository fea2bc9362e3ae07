// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/claim_key.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "stages/claims/lexicon.hpp"
#include "stages/claims/stems.hpp"
#include "stages/text/frozen_words.hpp"

namespace claimsift {

namespace {

/// Share of stems, of those that either has, from which two wordings may be one claim.
constexpr double kShared = 0.6;
constexpr double kShortShared = 0.75;  // where a claim has few stems, each counts for more
constexpr size_t kFew = 4;
constexpr double kSubstituted = 0.75;  // where each has words that the other lacks
constexpr uint32_t kAgainst = 27 * 2;  // "against the dam" and "for the dam" differ in a word that is none

/// Number of a pair of opposites; the sign of `side` tells them apart.
struct Direction {
  uint32_t pair, side;
};
using Entry = FrozenWord<Direction>;
constexpr Entry kDirectionList[] = {
#include "stages/claims/lexicon_opposites.inc"
};
constexpr FrozenWords kDirections(kDirectionList);

template <class T> void sort_out(std::vector<T>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

template <class T> size_t shared(const std::vector<T>& a, const std::vector<T>& b) {
  size_t n = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y)
      ++n, ++x, ++y;
    else if (*x < *y)
      ++x;
    else
      ++y;
  }
  return n;
}

uint64_t mix(uint64_t h, uint64_t x) {
  h = (h ^ x) * 0x9E3779B97F4A7C15ULL;
  return h ^ (h >> 29);
}
uint64_t bits_of(double x) {
  uint64_t bits;
  static_assert(sizeof bits == sizeof x);
  std::memcpy(&bits, &x, sizeof bits);
  return bits;
}
uint64_t hash_of(std::string_view s) { return word_hash(s); }

/// Whether the unit is a word of the sentence (14 people), which then counts as a stem.
bool counts_things(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::count:
    case QuantityKind::number:
    case QuantityKind::fraction:
    case QuantityKind::ratio:
    case QuantityKind::ordinal: return true;
    default: return false;
  }
}

/// The value as it counts for equality: 1.2 billion and 1,200 million are one, 3.0 and 3 too; percent and
/// percentage points are not. Direction is left to the words around it.
uint64_t value_key(const View<layers::Quantities>& q, uint32_t i) {
  const QuantityKind kind = q.get<"kind">(i);
  const double si = q.get<"si_value">(i);
  const bool has_si = !is_null(si) && kind != QuantityKind::percent;
  uint64_t h = mix(1, bits_of(has_si ? si : q.get<"value">(i)));
  for (const double bound : {q.get<"low">(i), q.get<"high">(i)})
    h = mix(h, is_null(bound) ? 0 : bits_of(bound));
  if (counts_things(kind)) return h;
  return mix(h, hash_of(has_si ? q.get<"si_unit">(i) : q.get<"unit">(i)));
}

constexpr FrozenWord<bool> kNumberList[] = {
    {"one", true},     {"two", true},      {"three", true},   {"four", true},    {"five", true},
    {"six", true},     {"seven", true},    {"eight", true},   {"nine", true},    {"ten", true},
    {"eleven", true},  {"twelve", true},   {"dozen", true},   {"hundred", true}, {"thousand", true},
    {"million", true}, {"billion", true},  {"half", true},    {"third", true},   {"quarter", true},
    {"thirds", true},  {"quarters", true}, {"twenty", true},  {"thirty", true},  {"forty", true},
    {"fifty", true},   {"sixty", true},    {"seventy", true}, {"eighty", true},  {"ninety", true}};
constexpr FrozenWords kNumbers(kNumberList);

class KeyMaker {
 public:
  KeyMaker(const KeyInput& input, cs_span span) : in_(input), span_(span) {}

  ClaimKey make(bool negated) {
    key_.negated = negated;
    add_values();
    add_times();
    for (uint32_t i = in_.tokens.lower_bound(span_.begin);
         i < in_.tokens.size() && in_.tokens.span(i).begin < span_.end; ++i)
      add_word(i);
    end_name();
    sort_out(key_.stems);
    sort_out(key_.names);
    sort_out(key_.values);
    sort_out(key_.counted);
    sort_out(key_.times);
    sort_out(key_.directions);
    return std::move(key_);
  }

 private:
  void add_values() {
    const auto& q = in_.quantities;
    if (!q.present()) return;
    for (uint32_t i = q.lower_bound(span_.begin); i < q.size() && q.span(i).begin < span_.end; ++i) {
      if (q.span(i).end > span_.end) continue;
      covered_.push_back({q.span(i), counts_things(q.get<"kind">(i))});
      key_.values.push_back(value_key(q, i));
      if (q.get<"kind">(i) == QuantityKind::count && q.get<"unit">(i).data()) {
        const std::string_view unit = q.get<"unit">(i);
        key_.counted.push_back(stem_hash(unit.substr(unit.rfind(' ') + 1)));
      }
    }
  }
  void add_times() {
    const auto& t = in_.times;
    if (!t.present()) return;
    for (uint32_t i = t.lower_bound(span_.begin); i < t.size() && t.span(i).begin < span_.end; ++i) {
      if (t.span(i).end > span_.end) continue;
      covered_.push_back({t.span(i), false});
      if (!is_null(t.column<"value">()[i])) key_.times.push_back(mix(2, hash_of(t.get<"value">(i))));
    }
  }
  /// A stretch that its value stands for; `counted`: but for the words of what is counted.
  struct Covered {
    cs_span span;
    bool counted;
  };
  bool is_covered(cs_span at, std::string_view word, uint32_t hash, uint32_t bits) const {
    return std::any_of(covered_.begin(), covered_.end(), [&](const Covered& c) {
      if (at.begin < c.span.begin || c.span.end < at.end) return false;
      return !c.counted || (bits & shape::digit) || kNumbers.find(hash, word);
    });
  }
  void add_word(uint32_t i) {
    const cs_span at = in_.tokens.span(i);
    const std::string_view word = in_.text.substr(at.begin, at.end - at.begin);
    const uint32_t bits = in_.tokens.get<"shape">(i), hash = in_.tokens.get<"hash">(i);
    if (!(bits & (shape::letter | shape::digit)) || is_covered(at, word, hash, bits)) return end_name();
    if (const Direction* d = kDirections.find(hash, word)) key_.directions.push_back(d->pair * 2 + d->side);
    if (is_stop_word(hash, word)) return end_name();
    const uint32_t stem = stem_of(i, word);
    key_.stems.push_back(stem);
    if (!(bits & shape::initial)) return end_name();
    if (at.begin == span_.begin) {
      key_.first = stem;
    } else {
      if (key_.first && name_ == 0 && follows_first_) key_.first = 0;  // "Greta Holm": a name for certain
      name_ = stem;
    }
    follows_first_ = at.begin == span_.begin;
  }
  uint32_t stem_of(uint32_t token, std::string_view word) const {
    if (!in_.tags.present()) return stem_hash(word);
    const std::string_view lemma = in_.tags.get<"lemma">(token);
    return stem_hash(lemma.data() ? lemma : word);
  }
  void end_name() {
    if (name_) key_.names.push_back(name_);
    name_ = 0;
    follows_first_ = false;
  }

  const KeyInput& in_;
  cs_span span_;
  ClaimKey key_;
  std::vector<Covered> covered_;
  uint32_t name_ = 0;
  bool follows_first_ = false;
};

bool holds(const std::vector<uint32_t>& sorted, uint32_t x) {
  return std::binary_search(sorted.begin(), sorted.end(), x);
}

/// Whether one of the words, hashed as stems, is none of the other's.
bool any_unmatched(const std::vector<uint32_t>& words, const ClaimKey& other) {
  return std::any_of(words.begin(), words.end(), [&](uint32_t word) {
    return !std::binary_search(other.stems.begin(), other.stems.end(), word);
  });
}

/// Whether enough of the stems that either has are shared: of a claim that only says more than the other six
/// in ten, but where each has words that the other lacks ("fraud", "bribery") they may be what matters.
bool alike(const ClaimKey& a, const ClaimKey& b) {
  const size_t fewer = std::min(a.stems.size(), b.stems.size()),
               more = std::max(a.stems.size(), b.stems.size());
  const double least = least_shared(fewer);
  if (static_cast<double>(fewer) < least * static_cast<double>(more)) return false;
  const size_t both = shared(a.stems, b.stems), all = fewer + more - both;
  const double wanted = both == fewer ? least : std::max(least, kSubstituted);
  return both > 0 && static_cast<double>(both) >= wanted * static_cast<double>(all);
}

}  // namespace

double least_shared(size_t fewer) { return fewer <= kFew ? kShortShared : kShared; }

ClaimKey claim_key(const KeyInput& input, cs_span span, bool negated) {
  return KeyMaker(input, span).make(negated);
}

bool has_direction(std::string_view text, const View<layers::Tokens>& tokens, cs_span span) {
  for (uint32_t i = tokens.lower_bound(span.begin); i < tokens.size() && tokens.span(i).begin < span.end;
       ++i) {
    const cs_span at = tokens.span(i);
    if (kDirections.find(tokens.get<"hash">(i), text.substr(at.begin, at.end - at.begin))) return true;
  }
  return false;
}

bool opposed(const ClaimKey& a, const ClaimKey& b) {
  const auto has = [](const ClaimKey& k, uint32_t d) {
    return std::binary_search(k.directions.begin(), k.directions.end(), d);
  };
  return std::any_of(a.directions.begin(), a.directions.end(),
                     [&](uint32_t d) { return has(b, d ^ 1) && !has(b, d) && !has(a, d ^ 1); });
}

bool name_others(const ClaimKey& a, const ClaimKey& b) {
  const auto first_unmatched = [](const ClaimKey& k, const ClaimKey& other) {
    return k.first && any_unmatched({k.first}, other);
  };
  const bool in_a = any_unmatched(a.names, b), in_b = any_unmatched(b.names, a);
  return (in_a && (in_b || first_unmatched(b, a))) || (in_b && first_unmatched(a, b));
}

// What most pairs differ in comes first.
bool repeats(const ClaimKey& a, const ClaimKey& b) {
  if (a.negated != b.negated || a.values != b.values || !alike(a, b) || opposed(a, b)) return false;
  if (holds(a.directions, kAgainst) != holds(b.directions, kAgainst)) return false;
  if (!a.times.empty() && !b.times.empty() && shared(a.times, b.times) == 0) return false;
  return !name_others(a, b) && !(any_unmatched(a.counted, b) && any_unmatched(b.counted, a));
}

}  // namespace claimsift
