// SPDX-License-Identifier: Apache-2.0
#include "stages/quotations/reading.hpp"

#include "stages/text/characters.hpp"
#include "stages/text/frozen_words.hpp"

namespace claimsift {
namespace {

using enum WordClass;

constexpr FrozenWord<WordClass> kClassList[] = {
#include "stages/quotations/lexicon_word_classes.inc"
};
constexpr FrozenWords kClasses(kClassList);

WordClass class_of(uint32_t hash, uint32_t shape, std::string_view word) {
  if (const WordClass* c = kClasses.find(hash, word)) return *c;
  if (!(shape & (shape::letter | shape::digit))) return mark;
  if (!(shape & shape::letter)) return number;
  if (word.size() > 4 && word.ends_with("ly") && !(shape & shape::initial)) return adverb;
  return other;
}

/// Marks the tokens of each quotation; they come sorted by their begin, and their depth is bounded.
void mark_quotes(Reading& r, const View<layers::Quotes>& quotes) {
  const auto kind = quotes.column<"kind">();
  const auto depth = quotes.column<"depth">();
  const auto open = quotes.column<"open">();
  uint32_t token = 0;
  for (uint32_t q = 0; q < quotes.size(); ++q) {
    const cs_span span = quotes.span(q);
    while (token < r.size() && r.spans[token].begin < span.begin) ++token;
    const bool speech = kind[q] == QuoteKind::speech;
    for (uint32_t t = token; t < r.size() && r.spans[t].end <= span.end; ++t) {
      const bool is_mark = !(r.shape[t] & (shape::letter | shape::digit));
      if (!speech) {
        if (!r.quote[t]) r.quote[t] |= quoted::term;
      } else if (depth[q] > 0) {
        r.quote[t] |= quoted::nested;
      } else if (t == token && is_mark) {
        r.quote[t] |= quoted::opens;
        if (t + 1 < r.size()) r.quote[t + 1] |= quoted::first;
      } else if (is_mark && r.spans[t].end == span.end && !open[q]) {
        r.quote[t] |= quoted::closes;
      } else {
        r.quote[t] |= quoted::inside;
      }
    }
  }
}

}  // namespace

Reading read_document(std::string_view text, const View<layers::Sentences>& sentences,
                      const View<layers::Tokens>& tokens, const View<layers::Quotes>& quotes,
                      const Cues& cues) {
  Reading r;
  r.text = text;
  r.spans = tokens.spans();
  if (tokens.empty()) return r;
  r.hash = tokens.column<"hash">();
  r.shape = tokens.column<"shape">();
  const uint32_t n = tokens.size();
  r.cue.resize(n);
  r.word_class.resize(n);
  r.quote.assign(n, 0);
  r.grammar.assign(n, Grammar{});
  r.sentence.resize(n);
  const auto kinds = sentences.column<"kind">();
  const auto paragraph = sentences.column<"paragraph">();
  uint32_t token = 0;
  for (uint32_t s = 0; s < sentences.size(); ++s) {
    const uint32_t first = token;
    for (; token < n && r.spans[token].begin < sentences.span(s).end; ++token) {
      r.sentence[token] = s;
      r.cue[token] = cues.find(r.hash[token], r.word(token));
      r.word_class[token] = class_of(r.hash[token], r.shape[token], r.word(token));
    }
    r.sentences.push_back({first, token});
    r.kinds.push_back(kinds[s]);
    if (s > 0 && paragraph[s] == paragraph[s - 1])
      r.paragraphs.back().last = token;
    else
      r.paragraphs.push_back({first, token});
  }
  if (!quotes.empty()) mark_quotes(r, quotes);
  return r;
}

void read_clusters(Reading& r, const WordClusters& clusters) {
  r.clusters.resize(r.size());
  for (uint32_t i = 0; i < r.size(); ++i)
    if (r.shape[i] & shape::letter) r.clusters[i] = clusters.find(r.hash[i]);
}

void read_grammar(Reading& r, const View<layers::Tags>& tags, const View<layers::Syntax>& syntax) {
  const auto one_more = [](auto value) { return static_cast<uint8_t>(static_cast<uint8_t>(value) + 1); };
  for (uint32_t i = 0; i < r.size(); ++i) {
    Grammar& g = r.grammar[i];
    if (tags.present()) {
      g.upos = one_more(tags.get<"upos">(i));
      g.xpos = one_more(tags.get<"xpos">(i));
    }
    if (syntax.present()) {
      g.relation = one_more(syntax.get<"deprel">(i));
      g.head = syntax.get<"head">(i);
    }
  }
}

}  // namespace claimsift
