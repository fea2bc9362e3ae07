// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/verb_patterns.hpp"

#include <algorithm>
#include <optional>

#include "stages/text/words.hpp"

namespace claimsift {

namespace {

/// Within this many tokens behind one of these words a verb is that of a subordinate clause.
constexpr uint32_t kReach = 6;
constexpr uint32_t kSubordinators[] = {
    word_hash("that"),     word_hash("which"),   word_hash("who"),   word_hash("if"),
    word_hash("when"),     word_hash("because"), word_hash("while"), word_hash("as"),
    word_hash("whether"),  word_hash("what"),    word_hash("where"), word_hash("since"),
    word_hash("although"), word_hash("though"),  word_hash("how"),   word_hash("whose")};

bool is_finite(Xpos tag) {
  return tag == Xpos::vbd || tag == Xpos::vbz || tag == Xpos::vbp || tag == Xpos::md;
}
bool is_verb(Xpos tag) { return tag >= Xpos::vb && tag <= Xpos::vbz; }
/// Closed classes count as the word that they are.
bool is_pronoun(Xpos tag) {
  return tag == Xpos::prp || tag == Xpos::dt || tag == Xpos::ex || tag == Xpos::wp || tag == Xpos::wdt ||
         tag == Xpos::wrb;
}

uint32_t mix(uint32_t a, uint32_t b) { return (a * 0x85EBCA6Bu) ^ (b * 0xC2B2AE35u + 0x165667B1u); }

/// The patterns of one span.
class Reader {
 public:
  Reader(const View<layers::Tokens>& tokens, const View<layers::Tags>& tags, uint32_t first, uint32_t last)
      : tokens_(tokens), tags_(tags), first_(first), last_(last) {}

  void read(std::vector<VerbPattern>& out) {
    for (uint32_t i = first_; i < last_; ++i) {
      if (is_subordinator(i)) subordinator_ = i;
      if (is_finite(tag(i))) add(i, out);
    }
    if (!main_ && first_ < last_) out.push_back({pattern(kNoVerb, 0, tag_key(first_), 0), first_});
  }

 private:
  enum Place : uint32_t { kMain = 1, kSubordinate, kFurther, kNoVerb };

  Xpos tag(uint32_t i) const { return tags_.get<"xpos">(i); }
  uint32_t tag_key(uint32_t i) const { return 0x9E37u + static_cast<uint32_t>(tag(i)); }
  uint32_t lemma(uint32_t i) const {
    const std::string_view known = tags_.get<"lemma">(i);
    return known.empty() ? tokens_.get<"hash">(i) : word_hash(known);
  }
  bool is_subordinator(uint32_t i) const {
    return std::find(std::begin(kSubordinators), std::end(kSubordinators), tokens_.get<"hash">(i)) !=
           std::end(kSubordinators);
  }
  Place place_of(uint32_t verb) {
    if (subordinator_ && verb - *subordinator_ <= kReach && *subordinator_ != verb) return kSubordinate;
    if (main_) return kFurther;
    main_ = verb;
    return kMain;
  }
  /// What stands before the verb and its adverbs; 1 for the beginning of the span.
  uint32_t subject(uint32_t verb) const {
    uint32_t i = verb;
    while (i > first_ && tag(i - 1) == Xpos::rb) --i;
    if (i == first_) return 1;
    return is_pronoun(tag(i - 1)) ? lemma(i - 1) : tag_key(i - 1);
  }
  /// The verb that stands behind, past adverbs and the subject of a question.
  std::optional<uint32_t> complement(uint32_t verb) const {
    uint32_t i = verb + 1;
    while (i < last_ && (tag(i) == Xpos::rb || tag(i) == Xpos::prp)) ++i;
    return i < last_ && is_verb(tag(i)) ? std::optional(i) : std::nullopt;
  }
  static uint32_t pattern(Place place, uint32_t kind, uint32_t a, uint32_t b) {
    return mix(mix(place * 16 + kind, a), b);
  }
  void add(uint32_t verb, std::vector<VerbPattern>& out) {
    const Place place = place_of(verb);
    const uint32_t tense = tag_key(verb), word = lemma(verb), before = subject(verb);
    out.push_back({pattern(place, 1, tense, 0), verb});
    out.push_back({pattern(place, 2, word, 0), verb});
    out.push_back({pattern(place, 3, before, tense), verb});
    out.push_back({pattern(place, 4, before, word), verb});
    if (const std::optional<uint32_t> next = complement(verb)) {
      const uint32_t form = mix(lemma(*next), tag_key(*next));
      out.push_back({pattern(place, 5, word, form), verb});
      out.push_back({pattern(place, 6, before, form), verb});
    }
  }

  const View<layers::Tokens>& tokens_;
  const View<layers::Tags>& tags_;
  uint32_t first_, last_;
  std::optional<uint32_t> subordinator_, main_;
};

}  // namespace

void verb_patterns(const View<layers::Tokens>& tokens, const View<layers::Tags>& tags, uint32_t first,
                   uint32_t last, std::vector<VerbPattern>& patterns) {
  patterns.clear();
  if (tags.present()) Reader(tokens, tags, first, last).read(patterns);
}

}  // namespace claimsift
