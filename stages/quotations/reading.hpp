// SPDX-License-Identifier: Apache-2.0
// reading.hpp - a document as the attribution stages read it: tokens with what quotation marks, the cue
// lexicon and a few closed word classes say of each. Built once a document; const afterwards.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "claimsift/layers.hpp"
#include "stages/language/word_clusters.hpp"
#include "stages/quotations/cues.hpp"

namespace claimsift {

/// What a token is for the grammar of an attribution.
enum class WordClass : uint8_t {
  other,
  determiner,
  preposition,
  conjunction,
  that,
  auxiliary,
  be,
  modal,
  negation,
  adverb,
  pronoun,
  object_pronoun,
  possessive,
  relative,
  subordinator,
  to,
  comma,
  dash,
  stop,
  colon,
  mark,
  number
};

/// How a token stands to quotation marks.
namespace quoted {
inline constexpr uint8_t inside = 1;   // between the marks of speech
inline constexpr uint8_t opens = 2;    // an opening mark of speech
inline constexpr uint8_t closes = 4;   // a closing mark of speech
inline constexpr uint8_t first = 8;    // first token inside
inline constexpr uint8_t nested = 16;  // inside two quotations or more
inline constexpr uint8_t term = 32;    // inside a term or a title, marks included
inline constexpr uint8_t speech = inside | opens | closes;
}  // namespace quoted

struct TokenRange {
  uint32_t first, last;  // last is exclusive
  uint32_t size() const { return last - first; }
};

/// Part of speech and place in the sentence's tree of a token, one more than the layer's value; 0 where the
/// layer is absent or has none.
struct Grammar {
  static constexpr uint32_t kNoHead = UINT32_MAX;
  uint8_t upos = 0, xpos = 0, relation = 0;
  uint32_t head = kNoHead;  // a token of the same sentence
};

struct Reading {
  std::string_view text;
  std::span<const cs_span> spans;
  std::span<const uint32_t> hash, shape;
  std::vector<const Cue*> cue;
  std::vector<WordClass> word_class;
  std::vector<uint8_t> quote;
  std::vector<Grammar> grammar;
  std::vector<WordClusters::Clusters> clusters;  // empty until read_clusters
  std::vector<uint32_t> sentence;                // of each token
  std::vector<TokenRange> sentences;             // tokens of each sentence
  std::vector<SentenceKind> kinds;               // of each sentence
  std::vector<TokenRange> paragraphs;            // tokens of each paragraph

  uint32_t size() const { return static_cast<uint32_t>(spans.size()); }
  std::string_view word(uint32_t i) const {
    return text.substr(spans[i].begin, spans[i].end - spans[i].begin);
  }
  bool capital(uint32_t i) const { return shape[i] & shape::initial; }
  bool is(uint32_t i, std::string_view lower) const { return equals_folded(word(i), lower); }
  bool in_speech(uint32_t i) const { return quote[i] & quoted::speech; }
};

Reading read_document(std::string_view text, const View<layers::Sentences>& sentences,
                      const View<layers::Tokens>& tokens, const View<layers::Quotes>& quotes,
                      const Cues& cues);

/// Adds the clusters of the words.
void read_clusters(Reading& reading, const WordClusters& clusters);

/// Adds what `tags` and `syntax` say; either may be absent.
void read_grammar(Reading& reading, const View<layers::Tags>& tags, const View<layers::Syntax>& syntax);

}  // namespace claimsift
