// SPDX-License-Identifier: Apache-2.0
// tag_training.hpp - trains the tagger of the stage `tags` by an averaged perceptron (Collins, EMNLP 2002);
// for train_tags and for train_syntax, which wants tags by taggers that did not see the text. One thread.
#pragma once

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "stages/language/each_sentence.hpp"
#include "stages/language/tag_model.hpp"
#include "tools/feature_trainer.hpp"
#include "tools/perceptron.hpp"
#include "tools/tagged_examples.hpp"

namespace claimsift {

inline constexpr int kTagEpochs = 7;
inline constexpr uint32_t kNoTag = UINT32_MAX;
inline constexpr uint32_t kFrequent =
    15;  // occurrences from which a word of one label is tagged by the lexicon

/// A document with the pair of tags of each token: upos * 256 + xpos, kNoTag where the corpus has another
/// token or no such tag.
struct TagExample {
  std::shared_ptr<TestDocument> doc;
  std::vector<uint32_t> gold;
};

template <class E> uint32_t choice_of(std::string_view name) {
  for (uint32_t i = 0; Choices<E>::names[i]; ++i)
    if (name == Choices<E>::names[i]) return i;
  return kNoTag;
}

/// Calls `each(row, number, begin, end)` with the tokens of a record, by number, and the row of the
/// document's token that has the same span, or kNoTag.
template <class F> void align(const simdjson::dom::element record, const View<layers::Tokens>& tokens,
                              const std::vector<uint32_t>& at, F&& each) {
  uint32_t row = 0, number = 0;
  for (const simdjson::dom::element pair : record["tokens"].get_array()) {
    const uint32_t begin = at[static_cast<size_t>(pair.at(0).get_int64().value())];
    const uint32_t end = at[static_cast<size_t>(pair.at(1).get_int64().value())];
    while (row < tokens.size() && tokens.span(row).begin < begin) ++row;
    const bool same = row < tokens.size() && tokens.span(row).begin == begin && tokens.span(row).end == end;
    each(same ? row : kNoTag, number++, begin, end);
  }
}

inline std::vector<std::string_view> strings_of(const simdjson::dom::element record, const char* field) {
  std::vector<std::string_view> values;
  for (const simdjson::dom::element value : record[field].get_array())
    values.push_back(value.get_string().value());
  return values;
}

inline TagExample tag_example(const simdjson::dom::element record, std::shared_ptr<TestDocument> doc,
                              const std::vector<uint32_t>& at) {
  const auto tokens = doc->layer<layers::Tokens>();
  TagExample e{std::move(doc), std::vector<uint32_t>(tokens.size(), kNoTag)};
  const auto upos = strings_of(record, "upos"), xpos = strings_of(record, "xpos");
  align(record, tokens, at, [&](uint32_t row, uint32_t number, uint32_t, uint32_t) {
    const uint32_t u = choice_of<Upos>(upos[number]), x = choice_of<Xpos>(xpos[number]);
    if (row != kNoTag && u != kNoTag && x != kNoTag) e.gold[row] = u * 256 + x;
  });
  return e;
}

/// The most frequent pairs become labels; rarer ones are not learnt.
inline void choose_labels(std::vector<TagExample>& examples, TagWeights& weights) {
  std::map<uint32_t, uint32_t> counts;
  for (const TagExample& e : examples)
    for (const uint32_t pair : e.gold)
      if (pair != kNoTag) ++counts[pair];
  std::vector<std::pair<uint32_t, uint32_t>> order(counts.begin(), counts.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::map<uint32_t, uint32_t> numbers;
  constexpr uint32_t kFirst = TagWeights::Features::kFirst;
  for (uint32_t i = 0; i + kFirst < TagWeights::kLabels && i < order.size(); ++i) {
    numbers[order[i].first] = i + kFirst;
    weights.labels[i + kFirst] = {static_cast<Upos>(order[i].first / 256),
                                  static_cast<Xpos>(order[i].first % 256)};
  }
  for (TagExample& e : examples)
    for (uint32_t& pair : e.gold) {
      const auto it = numbers.find(pair);
      pair = it == numbers.end() ? kNoTag : it->second;
    }
}

/// Frequent words that always have the same label.
inline void fill_lexicon(const std::vector<TagExample>& examples, TagWeights& weights) {
  weights.lexicon = {};
  std::map<uint32_t, std::map<uint32_t, uint32_t>> words;
  for (const TagExample& e : examples) {
    const TagFeatures features(e.doc->text(), e.doc->layer<layers::Tokens>());
    for (uint32_t i = 0; i < e.gold.size(); ++i)
      if (e.gold[i] != kNoTag) ++words[features.key(i)][e.gold[i]];
  }
  uint32_t used = 0;
  for (const auto& [key, counts] : words) {
    uint32_t total = 0, top = 0, label = 0;
    for (const auto& [l, count] : counts) {
      total += count;
      if (count > top) {
        top = count;
        label = l;
      }
    }
    if (total < kFrequent || (total - top) * 500 > total || used * 2 >= TagWeights::kSlots) continue;
    uint32_t at = key % TagWeights::kSlots;
    while (weights.lexicon[at].label != 0) at = (at + 1) % TagWeights::kSlots;
    weights.lexicon[at] = {key, label};
    ++used;
  }
  std::fprintf(stderr, "lexicon: %u words of one label\n", used);
}

/// One pass over the documents in an order.
inline void learn_labels(const std::vector<TagExample>& examples, const std::vector<size_t>& order,
                         const TagWeights& weights, FeatureTrainer<TagWeights::Features::kClasses>& trainer) {
  TagFeatures::Keys keys;
  for (const size_t k : order) {
    const TagExample& e = examples[k];
    const auto tokens = e.doc->layer<layers::Tokens>();
    TagFeatures features(e.doc->text(), tokens);
    each_sentence(tokens, [&](uint32_t first, uint32_t last) {
      features.turn_to(first, last, weights);
      uint32_t before = 0, before2 = 0;
      for (uint32_t i = first; i < last; ++i) {
        uint32_t label = features.known(i);
        if (label == 0) {
          features.of(i, before, before2, keys);
          const auto scores = trainer.scores(keys);
          label = best_class(scores, TagWeights::Features::kFirst);
          trainer.step();
          if (e.gold[i] != kNoTag && e.gold[i] != label) trainer.learn(keys, e.gold[i], label);
        }
        before2 = before;
        before = label;
      }
    });
  }
}

/// Trains all of the weights but the tables of lemmas and clusters, over some orders of the documents.
inline void train_tagger(std::vector<TagExample> examples, uint64_t seeds, TagWeights& weights) {
  choose_labels(examples, weights);
  fill_lexicon(examples, weights);
  FeatureTrainer<TagWeights::Features::kClasses> trainer;
  for (uint64_t seed = 0; seed < seeds; ++seed) {
    trainer.restart();
    Order order(examples.size(), seed);
    for (int epoch = 0; epoch < kTagEpochs; ++epoch) learn_labels(examples, order.next(), weights, trainer);
  }
  fill(trainer, weights.features);
  std::fprintf(stderr, "tags: %zu features\n", trainer.size());
}

}  // namespace claimsift
