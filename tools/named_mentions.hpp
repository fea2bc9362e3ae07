// SPDX-License-Identifier: Apache-2.0
// named_mentions.hpp - names out of a corpus that marks whole mentions ("the former president of the club,
// Ann Lee"): the capitalised words around the mention's head. For the trainer of `entities`. One thread.
#pragma once

#include <simdjson.h>

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "claimsift/test_host.hpp"
#include "stages/quotations/reading.hpp"
#include "stages/text/word_knowledge.hpp"

namespace claimsift {

/// Tokens of a document as the trainer reads them.
struct NamedReader {
  const TestDocument& doc;
  View<layers::Tokens> tokens;
  std::span<const uint32_t> hash, shape;
  const WordKnowledge& knowledge;

  bool initial(uint32_t i) const { return (shape[i] & shape::initial) != 0; }
  std::string_view text(uint32_t i) const { return doc.text(tokens.span(i)); }
  uint32_t flags(uint32_t i) const { return knowledge.find(hash[i]).flags; }
  uint32_t name(const TokenRange& range) const {
    uint32_t name = WordKnowledge::kNameBegin;
    for (uint32_t i = range.first; i < range.last; ++i) name = WordKnowledge::name_step(name, hash[i]);
    return knowledge.name(name);
  }
  /// The tokens that lie in [begin, end).
  TokenRange inside(uint32_t begin, uint32_t end) const {
    TokenRange range{tokens.lower_bound(begin), 0};
    range.last = range.first;
    while (range.last < tokens.size() && tokens.span(range.last).end <= end) ++range.last;
    return range;
  }
};

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// What of a mention is its name: the capitalised words around its head, over "of" and the like within
/// organisations and places, without a title before a person.
inline TokenRange name_in(const NamedReader& r, const TokenRange& mention, uint32_t head, uint8_t label) {
  while (head < mention.last && !r.initial(head)) ++head;
  if (head >= mention.last) return {0, 0};
  const auto joins = [&](uint32_t i) {  // a token between two capitalised ones of one name
    const std::string_view word = r.text(i);
    return is_one_of(word, {"-", "."}) ||
           (label == 1 && is_one_of(word, {"bin", "van", "von", "de", "al"})) ||
           (label != 1 && is_one_of(word, {"of", "and", "&", "for", "the", "'s"}));
  };
  uint32_t first = head, last = head + 1;
  for (;;) {
    if (last < mention.last && r.initial(last))
      ++last;
    else if (last + 1 < mention.last && joins(last) && r.initial(last + 1))
      last += 2;
    else if (last + 2 < mention.last && label != 1 && r.text(last) == "of" && r.text(last + 1) == "the" &&
             r.initial(last + 2))
      last += 3;
    else
      break;
  }
  for (;;) {
    if (first > mention.first && r.initial(first - 1))
      --first;
    else if (first > mention.first + 1 && joins(first - 1) && r.initial(first - 2))
      first -= 2;
    else
      break;
  }
  if (first + 1 < last && is_one_of(r.text(first), {"The", "A", "An", "My", "Our", "Your", "This"})) ++first;
  if (label == 1)
    while (first + 1 < last && (r.flags(first) & word_flag::person_noun) &&
           !(r.flags(first) & (word_flag::female | word_flag::male)))
      ++first;
  return {first, last};
}

/// Where the head of the mention [begin, end) begins, by the tree over the gold tokens; all in code points.
inline uint32_t head_of(const simdjson::dom::element& record, int64_t begin, int64_t end) {
  simdjson::dom::array tokens, heads;
  if (record["tokens"].get_array().get(tokens) || record["head"].get_array().get(heads))
    return static_cast<uint32_t>(begin);
  std::vector<std::pair<int64_t, int64_t>> inside;  // number and begin
  int64_t k = 0;
  for (const simdjson::dom::element t : tokens) {
    const int64_t at = int64_t(t.at(0));
    if (at >= begin && at < end) inside.emplace_back(k, at);
    if (at >= end) break;
    ++k;
  }
  if (inside.empty()) return static_cast<uint32_t>(begin);
  int64_t i = 0;
  for (const simdjson::dom::element h : heads) {
    if (i >= inside.front().first && i <= inside.back().first) {
      const int64_t head = int64_t(h);
      if (head < inside.front().first || head > inside.back().first)
        return static_cast<uint32_t>(inside[static_cast<size_t>(i - inside.front().first)].second);
    }
    ++i;
  }
  return static_cast<uint32_t>(begin);
}

}  // namespace claimsift
