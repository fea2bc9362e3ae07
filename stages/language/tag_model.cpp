// SPDX-License-Identifier: Apache-2.0
#include "stages/language/tag_model.hpp"

#include <algorithm>
#include <stdexcept>

#include "stages/language/each_sentence.hpp"
#include "stages/text/characters.hpp"

namespace claimsift {
namespace {

constexpr uint32_t mix(uint32_t h, uint32_t x) { return (h ^ x) * 16777619u; }

/// The case of a word's letters and where it stands, in few bits.
uint32_t shape_atom(uint32_t s, size_t size) {
  uint32_t atom = 2 + (s & (shape::letter | shape::digit | shape::initial | shape::other | shape::non_ascii |
                            shape::space | shape::sentence)) *
                          4;
  if ((s & shape::upper) && !(s & shape::lower)) atom |= 1u << 20;
  if ((s & shape::upper) && !(s & shape::initial)) atom |= 1u << 21;
  return atom + (static_cast<uint32_t>(std::min<size_t>(size, 4)) << 22);
}

/// The word with its letters and digits as classes, runs of small letters as one.
uint32_t pattern_atom(std::string_view word) {
  uint32_t h = 2166136261u, before = 0;
  for (const char c : word.substr(0, 24)) {
    const auto u = static_cast<unsigned char>(c);
    const uint32_t now = u >= 0x80              ? 'u'
                         : c >= 'a' && c <= 'z' ? 'x'
                         : c >= 'A' && c <= 'Z' ? 'X'
                         : c >= '0' && c <= '9' ? '0'
                                                : u;
    if (now != before || now == '0') h = mix(h, now);
    before = now;
  }
  return h;
}

/// The key of feature `n` of a token with values x, y and z.
inline uint32_t feature_key(uint32_t n, uint64_t x, uint64_t y, uint64_t z) {
  uint64_t h = (x + (uint64_t{n + 1} << 32)) * 0x9E3779B97F4A7C15ULL;
  h = ((h ^ (h >> 29)) + y * 0xC2B2AE3D27D4EB4FULL + z * 0x165667B19E3779F9ULL) * 0xBF58476D1CE4E5B9ULL;
  h ^= h >> 32;
  return static_cast<uint32_t>((h * 0x94D049BB133111EBULL) >> 32);
}

/// What a word says of the clause that goes on with it: its form if it is a verb, a mark that ends or begins
/// one, or 0.
uint32_t clause_mark(TagWeights::Label label) {
  switch (label.upos) {
    case Upos::verb:
    case Upos::aux:
      return label.xpos == Xpos::vbg ? 3 : label.xpos == Xpos::vbn ? 4 : label.xpos == Xpos::vb ? 5 : 2;
    case Upos::punct: return 6;
    case Upos::adp:
    case Upos::sconj:
    case Upos::cconj: return 7;
    default: return 0;
  }
}

/// The next mark of a clause from token `i` of a sentence on, and how far it is; the end of the sentence is
/// one.
uint32_t mark_ahead(std::span<const uint8_t> labels, size_t i, const TagWeights& weights) {
  constexpr size_t kFar = 5, kFurthest = 16;
  for (size_t n = 0; n < kFurthest && i + n < labels.size(); ++n)
    if (const uint32_t mark = clause_mark(weights.labels[labels[i + n]]))
      return mark * 8 + static_cast<uint32_t>(std::min(n, kFar));
  return 8;
}

}  // namespace

void TagFeatures::turn_to(uint32_t first, uint32_t last, const TagWeights& weights) {
  first_ = first;
  atoms_.assign(last - first + 2 * kMargin, Atoms{});
  for (uint32_t i = first; i < last; ++i) {
    const std::string_view word = text_.substr(spans_[i].begin, spans_[i].end - spans_[i].begin);
    Atoms& a = atoms_[i - first + kMargin];
    a.word = hash_[i];
    const WordClusters::Clusters c = weights.clusters.find(hash_[i]);
    a.coarse = c.coarse;
    a.fine = c.fine;
    a.forms = weights.forms.find(hash_[i]);
    a.shape = shape_atom(shape_[i], word.size());
    a.pattern = pattern_atom(word);
    a.known = weights.only_label(key(i));
    uint32_t h = 2166136261u, t = 2166136261u;
    for (size_t n = 0; n < a.prefix.size(); ++n) {
      if (n < word.size()) {
        h = mix(h, static_cast<unsigned char>(ascii_lower(word[n])));
        t = mix(t, static_cast<unsigned char>(ascii_lower(word[word.size() - 1 - n])));
      } else if (n == word.size()) {
        h = mix(h, 256);
        t = mix(t, 256);
      }
      a.prefix[n] = h;
      a.suffix[n] = t;
    }
  }
}

uint32_t TagFeatures::key(uint32_t token) const {
  const uint32_t s = shape_[token];
  const uint32_t letters = (s & shape::upper ? 1u : 0u) | (s & shape::lower ? 2u : 0u) |
                           (s & shape::initial && !(s & shape::sentence) ? 4u : 0u);
  return (hash_[token] ^ letters * 0x85EBCA6Bu) * 0x9E3779B1u;
}

void TagFeatures::of(uint32_t token, uint32_t before, uint32_t before2, Keys& keys) const {
  const Atoms* const at = &atoms_[token - first_ + kMargin];
  const Atoms &a = at[0], &l1 = at[-1], &l2 = at[-2], &r1 = at[1], &r2 = at[2];
  uint32_t n = 0;
  const auto add = [&](uint64_t x, uint64_t y = 0, uint64_t z = 0) {
    keys[n] = feature_key(n, x, y, z);
    ++n;
  };
  add(a.word);
  add(a.word, a.shape);
  add(a.prefix[1]);
  add(a.prefix[2]);
  add(a.prefix[3]);
  add(a.suffix[0]);
  add(a.suffix[1]);
  add(a.suffix[2], a.shape & (1u << 20 | shape::initial * 4));
  add(a.suffix[3]);
  add(a.shape);
  add(a.pattern);
  add(a.shape, l1.shape, r1.shape);
  add(l1.word);
  add(l2.word);
  add(r1.word);
  add(r2.word);
  add(a.word, r1.word);
  add(l1.suffix[2]);
  add(r1.suffix[2], r1.shape);
  add(r1.suffix[1], r2.suffix[1]);
  add(before);
  add(before, before2);
  add(before, a.word);
  add(before, a.suffix[2]);
  add(before, before2, a.suffix[2]);
  add(before, a.suffix[1], r1.suffix[2]);
  add(a.word, r1.suffix[1], r2.suffix[1]);
  add(before, a.suffix[2], r1.known);
  add(a.word, before, r1.known);
  add(a.suffix[1], a.shape, r1.known);
  add(a.fine);
  add(a.fine, a.suffix[1]);
  add(r1.fine, a.suffix[1]);
  add(a.fine, before);
  add(l1.fine, a.suffix[2]);
  add(a.coarse, a.shape);
  add(a.forms);
  add(a.forms, a.shape);
  add(a.forms, before);
  add(a.forms, before, r1.forms);
  add(l1.forms, a.forms, r1.forms);
}

void TagFeatures::again(uint32_t token, std::span<const uint8_t> labels, const TagWeights& weights,
                        SecondKeys& keys) const {
  const Atoms& a = atoms_[token - first_ + kMargin];
  const size_t i = token - first_;
  const auto label = [&](size_t at) -> uint32_t { return at < labels.size() ? labels[at] : 1; };
  const uint32_t before = i > 0 ? labels[i - 1] : 0, before2 = i > 1 ? labels[i - 2] : 0;
  const uint32_t own = labels[i], r1 = label(i + 1), r2 = label(i + 2), r3 = label(i + 3);
  const uint32_t mark = mark_ahead(labels, i + 1, weights);
  uint32_t n = 0;
  const auto add = [&](uint64_t x, uint64_t y = 0, uint64_t z = 0) {
    keys[n] = feature_key(n, x, y, z);
    ++n;
  };
  add(own);
  add(r1);
  add(r1, r2);
  add(r1, r2, r3);
  add(before, r1);
  add(before, r1, r2);
  add(before, before2, r1);
  add(a.word, r1);
  add(a.word, r1, r2);
  add(a.word, before, r1);
  add(a.suffix[2], r1);
  add(a.suffix[1], before, r1);
  add(own, before, r1);
  add(own, a.word);
  add(a.word, mark);
  add(own, mark, before);
  add(a.fine, r1);
  add(a.suffix[2], mark, r1);
}

TagModel::TagModel(const std::string& path)
    : file_(find_model(path, "tags.model"), TagWeights::kKind, TagWeights::kVersion) {
  if (file_.payload().size() != sizeof(TagWeights))
    throw std::runtime_error("the tags model has a wrong size");
  weights_ = reinterpret_cast<const TagWeights*>(file_.payload().data());
}

void tag_once(const TagFeatures& features, uint32_t first, const TagWeights& weights,
              std::span<uint8_t> labels, std::vector<TagDoubt>& doubts) {
  TagFeatures::Keys keys;
  TagWeights::Features::Scores scores;
  uint32_t before = 0, before2 = 0;
  for (uint32_t i = 0; i < labels.size(); ++i) {
    uint32_t label = features.known(first + i);
    if (label == 0) {
      features.of(first + i, before, before2, keys);
      weights.features.sum(keys, scores);
      label = best_class(scores, TagWeights::Features::kFirst);
      int rivals = 0;
      for (uint32_t c = TagWeights::Features::kFirst; c < TagWeights::kLabels; ++c)
        rivals += scores[c] > scores[label] - TagDoubt::kGap;
      if (rivals > 1) doubts.push_back({first + i, scores});
    }
    labels[i] = static_cast<uint8_t>(label);
    before2 = before;
    before = label;
  }
}

void tag(std::string_view text, const View<layers::Tokens>& tokens, const TagWeights& weights,
         std::span<uint8_t> labels) {
  TagFeatures features(text, tokens);
  TagFeatures::SecondKeys keys;
  TagWeights::Second::Scores more;
  std::vector<TagDoubt> doubts;
  each_sentence(tokens, [&](uint32_t first, uint32_t last) {
    features.turn_to(first, last, weights);
    const std::span<uint8_t> sentence = labels.subspan(first, last - first);
    doubts.clear();
    tag_once(features, first, weights, sentence, doubts);
    for (TagDoubt& doubt : doubts) {
      features.again(doubt.token, sentence, weights, keys);
      weights.second.sum(keys, more);
      for (uint32_t c = 0; c < TagWeights::kLabels; ++c)
        doubt.scores[c] = static_cast<int16_t>(doubt.scores[c] + more[c]);
      labels[doubt.token] = static_cast<uint8_t>(best_class(doubt.scores, TagWeights::Features::kFirst));
    }
  });
}

}  // namespace claimsift
