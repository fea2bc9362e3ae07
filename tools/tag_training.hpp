// SPDX-License-Identifier: Apache-2.0
// tag_training.hpp - trains the tagger of the stage `tags` by averaged perceptrons (Collins, EMNLP 2002); for
// train_tags, and for the trainers of `syntax` and `entities`, which want tags by taggers that did not see
// the text. One thread.
#pragma once

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "stages/language/each_sentence.hpp"
#include "stages/language/tag_model.hpp"
#include "tools/feature_trainer.hpp"
#include "tools/order.hpp"
#include "tools/tag_examples.hpp"

namespace claimsift {

inline constexpr int kTagEpochs = 7;
inline constexpr int kFirstMargin = 50;   // in steps of the perceptron, before another part of speech
inline constexpr int kXposMargin = 15;    // before another tag of the same part of speech
inline constexpr int kSecondMargin = 50;  // in scores of the first pass
inline constexpr int kSecondStep = 16;    // what a step of the second pass is in scores of the first
inline constexpr uint32_t kFrequent =
    15;  // occurrences from which a word of one label is tagged by the lexicon

using TagExamples = std::vector<const TagExample*>;
using TagTrainer = FeatureTrainer<TagWeights::kLabels>;

/// The most frequent pairs become labels, by which they are known from here on; rarer ones are not learnt.
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
inline void fill_lexicon(const TagExamples& examples, TagWeights& weights) {
  weights.lexicon = {};
  std::map<uint32_t, std::map<uint32_t, uint32_t>> words;
  for (const TagExample* e : examples) {
    const TagFeatures features(e->doc->text(), e->doc->layer<layers::Tokens>());
    for (uint32_t i = 0; i < e->gold.size(); ++i)
      if (e->gold[i] != kNoTag) ++words[features.key(i)][e->gold[i]];
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

/// The best label that is not the gold one.
template <class Scores> uint32_t rival(const Scores& scores, uint32_t gold) {
  uint32_t best = gold == TagWeights::Features::kFirst ? gold + 1 : TagWeights::Features::kFirst;
  for (uint32_t c = best + 1; c < TagWeights::kLabels; ++c)
    if (c != gold && scores[c] > scores[best]) best = c;
  return best;
}

/// One pass of the first tagger over the documents in an order. A gold tag is to lead by a margin before
/// labels of another part of speech.
inline void learn_first(const TagExamples& examples, const std::vector<size_t>& order,
                        const TagWeights& weights, TagTrainer& trainer) {
  TagFeatures::Keys keys;
  for (const size_t k : order) {
    const TagExample& e = *examples[k];
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
          if (const uint32_t gold = e.gold[i]; gold != kNoTag) {
            const uint32_t other = rival(scores, gold);
            const bool same = weights.labels[other].upos == weights.labels[gold].upos;
            if (scores[gold] <= scores[other] + (same ? kXposMargin : kFirstMargin))
              trainer.learn(keys, gold, other);
          }
        }
        before2 = before;
        before = label;
      }
    });
  }
}

/// Trains lexicon and first pass over some orders of the documents; labels are chosen already.
inline void train_first(const TagExamples& examples, uint64_t seeds, TagWeights& weights) {
  fill_lexicon(examples, weights);
  TagTrainer trainer;
  for (uint64_t seed = 0; seed < seeds; ++seed) {
    trainer.restart();
    Order order(examples.size(), seed);
    for (int epoch = 0; epoch < kTagEpochs; ++epoch) learn_first(examples, order.next(), weights, trainer);
  }
  fill(trainer, weights.features);
  weights.second = {};
  std::fprintf(stderr, "tags: %zu features\n", trainer.size());
}

/// What a first pass says of a document.
struct FirstReading {
  std::vector<uint8_t> labels;
  std::vector<TagDoubt> doubts;
};

inline FirstReading read_first(TestDocument& doc, const TagWeights& weights) {
  const auto tokens = doc.layer<layers::Tokens>();
  FirstReading reading{std::vector<uint8_t>(tokens.size()), {}};
  TagFeatures features(doc.text(), tokens);
  each_sentence(tokens, [&](uint32_t first, uint32_t last) {
    features.turn_to(first, last, weights);
    tag_once(features, first, weights, std::span(reading.labels).subspan(first, last - first),
             reading.doubts);
  });
  return reading;
}

/// One pass of the second tagger over a document that the first one did not see.
inline void learn_second(const TagExample& e, FirstReading reading, const TagWeights& weights,
                         TagTrainer& trainer) {
  const auto tokens = e.doc->layer<layers::Tokens>();
  TagFeatures features(e.doc->text(), tokens);
  TagFeatures::SecondKeys keys;
  auto doubt = reading.doubts.begin();
  each_sentence(tokens, [&](uint32_t first, uint32_t last) {
    features.turn_to(first, last, weights);
    const std::span<uint8_t> labels = std::span(reading.labels).subspan(first, last - first);
    for (; doubt != reading.doubts.end() && doubt->token < last; ++doubt) {
      features.again(doubt->token, labels, weights, keys);
      auto scores = trainer.scores(keys);
      for (uint32_t c = 0; c < TagWeights::kLabels; ++c)
        scores[c] = scores[c] * kSecondStep + doubt->scores[c];
      trainer.step();
      if (const uint32_t gold = e.gold[doubt->token]; gold != kNoTag)
        if (const uint32_t other = rival(scores, gold); scores[gold] <= scores[other] + kSecondMargin)
          trainer.learn(keys, gold, other);
      labels[doubt->token - first] = static_cast<uint8_t>(best_class(scores, TagWeights::Features::kFirst));
    }
  });
}

/// Trains the second pass on readings of first ones that did not see the document.
inline void train_second(const TagExamples& examples, const std::vector<const FirstReading*>& readings,
                         uint64_t seeds, TagWeights& weights) {
  TagTrainer trainer;
  for (uint64_t seed = 0; seed < seeds; ++seed) {
    trainer.restart();
    Order order(examples.size(), seed);
    for (int epoch = 0; epoch < kTagEpochs; ++epoch)
      for (const size_t k : order.next()) learn_second(*examples[k], *readings[k], weights, trainer);
  }
  fill(trainer, weights.second, static_cast<float>(kSecondStep) / static_cast<float>(seeds));
}

/// Taggers that each did not see one part of the documents, and what they say of these.
class PartTaggers {
 public:
  /// `part` says in which part, from 0, each example is; clusters and forms of words are those of `words`.
  /// The examples outlive the taggers.
  PartTaggers(std::vector<TagExample>& examples, std::vector<size_t> part, const TagWeights& words)
      : examples_(examples), part_(std::move(part)), readings_(examples.size()) {
    const size_t parts = examples.empty() ? 0 : *std::max_element(part_.begin(), part_.end()) + 1;
    const auto labels = std::make_unique<TagWeights>();
    labels->clusters = words.clusters;
    labels->forms = words.forms;
    choose_labels(examples_, *labels);
    for (size_t p = 0; p < parts; ++p) {
      taggers_.push_back(std::make_unique<TagWeights>(*labels));
      train_first(others(p).examples, 1, *taggers_[p]);
      for (size_t i = 0; i < examples_.size(); ++i)
        if (part_[i] == p) readings_[i] = read_first(*examples_[i].doc, *taggers_[p]);
    }
  }

  /// Trains the second pass of the tagger that has not seen part `p`, on what the others say of theirs.
  const TagWeights& without(size_t p) {
    const Others seen = others(p);
    train_second(seen.examples, seen.readings, 1, *taggers_[p]);
    return *taggers_[p];
  }

  /// Trains a tagger on all of the documents.
  void train(uint64_t seeds, TagWeights& weights) {
    const Others all = others(taggers_.size());
    weights.labels = taggers_.front()->labels;
    weights.clusters = taggers_.front()->clusters;
    weights.forms = taggers_.front()->forms;
    train_first(all.examples, seeds, weights);
    train_second(all.examples, all.readings, seeds, weights);
  }

 private:
  struct Others {
    TagExamples examples;
    std::vector<const FirstReading*> readings;
  };
  Others others(size_t p) const {
    Others all;
    for (size_t i = 0; i < examples_.size(); ++i)
      if (part_[i] != p) {
        all.examples.push_back(&examples_[i]);
        all.readings.push_back(&readings_[i]);
      }
    return all;
  }

  std::vector<TagExample>& examples_;
  std::vector<size_t> part_;
  std::vector<FirstReading> readings_;
  std::vector<std::unique_ptr<TagWeights>> taggers_;
};

}  // namespace claimsift
