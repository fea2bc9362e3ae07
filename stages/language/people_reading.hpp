// SPDX-License-Identifier: Apache-2.0
// people_reading.hpp - a document as the parts of the stage `people` read it. Built once a document; const
// afterwards.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "claimsift/layers.hpp"
#include "stages/quotations/reading.hpp"
#include "stages/text/word_knowledge.hpp"
#include "stages/text/words.hpp"

namespace claimsift {

struct PeopleReading {
  PeopleReading(std::string_view text, const View<layers::Tokens>& tokens, const View<layers::Tags>& tags,
                const WordKnowledge& knowledge);

  uint32_t size() const { return static_cast<uint32_t>(spans.size()); }
  std::string_view word(uint32_t i) const {
    return text.substr(spans[i].begin, spans[i].end - spans[i].begin);
  }
  std::string_view words(const TokenRange& r) const {
    return text.substr(spans[r.first].begin, spans[r.last - 1].end - spans[r.first].begin);
  }
  bool is(uint32_t i, std::string_view lower) const { return equals_folded(word(i), lower); }
  bool capital(uint32_t i) const { return (shape[i] & shape::initial) != 0; }
  bool letters(uint32_t i) const { return (shape[i] & shape::letter) != 0; }
  uint32_t flags(uint32_t i) const { return knowledge.find(hash[i]).flags; }
  /// Whether both are tokens of one sentence.
  bool together(uint32_t a, uint32_t b) const {
    return a < size() && b < size() && sentence[a] == sentence[b];
  }
  /// Words without a meaning of their own, by a closed list.
  bool function_word(uint32_t i) const;
  /// A title, an office or another word for a person ("Mayor", "teacher"), no first name.
  bool person_word(uint32_t i) const;
  /// What may stand before such a word within a role ("former", "finance", "Ukrainian").
  bool modifies(uint32_t i) const;

  std::string_view text;
  std::span<const cs_span> spans;
  std::span<const uint32_t> hash, shape;
  View<layers::Tags> tags;  // may be absent
  const WordKnowledge& knowledge;
  std::vector<uint32_t> sentence;
};

}  // namespace claimsift
