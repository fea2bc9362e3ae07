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
    uint64_t h = (x + (uint64_t{n + 1} << 32)) * 0x9E3779B97F4A7C15ULL;
    h = ((h ^ (h >> 29)) + y * 0xC2B2AE3D27D4EB4FULL + z * 0x165667B19E3779F9ULL) * 0xBF58476D1CE4E5B9ULL;
    h ^= h >> 32;
    keys[n++] = static_cast<uint32_t>((h * 0x94D049BB133111EBULL) >> 32);
  };
  add(a.word);
  add(a.word, a.shape);
  add(a.prefix[0]);
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
  add(l1.word, a.word);
  add(a.word, r1.word);
  add(l1.suffix[2]);
  add(r1.suffix[2], r1.shape);
  add(r1.suffix[1], r2.suffix[1]);
  add(before);
  add(before, before2);
  add(before, a.word);
  add(before, a.suffix[2]);
  add(before, r1.word);
  add(before, before2, a.suffix[2]);
  add(before, a.suffix[1], r1.suffix[2]);
  add(a.word, r1.suffix[1], r2.suffix[1]);
  add(before, r1.known, r2.known);
  add(before, a.suffix[2], r1.known);
  add(a.word, before, r1.known);
  add(a.suffix[1], a.shape, r1.known);
  add(a.fine);
  add(a.fine, a.suffix[1]);
  add(r1.fine, a.suffix[1]);
  add(r1.fine, before, a.suffix[2]);
  add(a.fine, before);
  add(a.coarse, before, r1.coarse);
  add(l1.fine, a.suffix[2]);
  add(a.coarse, a.shape);
}

TagModel::TagModel(const std::string& path)
    : file_(find_model(path, "tags.model"), TagWeights::kKind, TagWeights::kVersion) {
  if (file_.payload().size() != sizeof(TagWeights))
    throw std::runtime_error("the tags model has a wrong size");
  weights_ = reinterpret_cast<const TagWeights*>(file_.payload().data());
}

void tag(std::string_view text, const View<layers::Tokens>& tokens, const TagWeights& weights,
         std::span<uint8_t> labels) {
  TagFeatures features(text, tokens);
  TagFeatures::Keys keys;
  TagWeights::Features::Scores scores;
  each_sentence(tokens, [&](uint32_t first, uint32_t last) {
    features.turn_to(first, last, weights);
    uint32_t before = 0, before2 = 0;
    for (uint32_t i = first; i < last; ++i) {
      uint32_t label = features.known(i);
      if (label == 0) {
        features.of(i, before, before2, keys);
        weights.features.sum(keys, scores);
        label = best_class(scores, TagWeights::Features::kFirst);
      }
      labels[i] = static_cast<uint8_t>(label);
      before2 = before;
      before = label;
    }
  });
}

}  // namespace claimsift
