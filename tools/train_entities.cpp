// SPDX-License-Identifier: Apache-2.0
// train_entities - trains the tagger of the stage `entities` on JSON Lines of the shape {"text", "licence",
// "entities": [{"begin","end","type"}]} or, where there are none, "mentions": [{.., "named"}], offsets in
// code points. Mentions are cut to their capitalised run. The same input gives the same bytes.
//
//   train_entities MODEL VECTORS TRAIN.jsonl...
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "stages/language/entity_model.hpp"
#include "tools/perceptron.hpp"
#include "tools/tagged_examples.hpp"
#include "tools/word_clusters.hpp"

namespace claimsift {
namespace {

constexpr int kEpochs = 8;

struct Example {
  std::unique_ptr<TestDocument> doc;
  std::unique_ptr<EntityFeatures> features;
  std::vector<uint8_t> gold;
};

/// The label that begins a name of a corpus's type; 0 for types that are none of ours.
uint8_t label_of(std::string_view type) {
  for (const char* name : {"PER", "PERSON", "person", "politician"})
    if (type == name) return 1;
  for (const char* name : {"ORG", "organization", "organisation", "politicalparty"})
    if (type == name) return 3;
  for (const char* name : {"LOC", "place", "location", "country"})
    if (type == name) return 5;
  return 0;
}

void fill_clusters(const char* path, EntityWeights& weights) {
  const ModelFile file(path, WordVectors::Arrays::kKind, WordVectors::Arrays::kVersion);
  const auto& arrays = *reinterpret_cast<const WordVectors::Arrays*>(file.payload().data());
  std::vector<UnitVector> vectors;
  std::vector<uint32_t> words;
  for (uint32_t row = 0; row < WordVectors::kRows; ++row) {
    UnitVector v;
    for (size_t d = 0; d < v.size(); ++d) v[d] = arrays.values[row][d];
    if (arrays.hashes[row] == 0 || !to_unit(v)) continue;
    vectors.push_back(v);
    words.push_back(arrays.hashes[row]);
  }
  const std::vector<uint16_t> coarse = clusters_of(vectors, 96, 8, 3), fine = clusters_of(vectors, 768, 5, 3);
  for (size_t i = 0; i < words.size(); ++i) {
    uint32_t at = words[i] % EntityWeights::kSlots;
    while (weights.words[at] != 0) at = (at + 1) % EntityWeights::kSlots;
    weights.words[at] = words[i];
    weights.clusters[at] = {static_cast<uint16_t>(coarse[i] + 1), static_cast<uint16_t>(fine[i] + 1)};
  }
  std::fprintf(stderr, "clusters of %zu words\n", words.size());
}

void read(const char* path, const EntityWeights& weights, std::vector<Example>& examples) {
  each_document(path, [&](simdjson::dom::element record, std::unique_ptr<TestDocument> document,
                          const std::vector<uint32_t>& at) {
    const auto tokens = document->layer<layers::Tokens>();
    const auto shape = tokens.column<"shape">();
    Example e{nullptr, std::make_unique<EntityFeatures>(document->text(), tokens, weights),
              std::vector<uint8_t>(tokens.size(), 0)};
    simdjson::dom::array list;
    const bool mentions = record["entities"].get_array().get(list) != simdjson::SUCCESS;
    if (mentions && record["mentions"].get_array().get(list) != simdjson::SUCCESS) return;
    for (const simdjson::dom::element m : list) {
      bool named = true;
      if (mentions && (m["named"].get_bool().get(named) || !named)) continue;
      const uint8_t label = label_of(m["type"].get_string().value());
      if (label == 0) continue;
      const uint32_t begin = at[static_cast<size_t>(m["begin"].get_int64().value())];
      const uint32_t end = at[static_cast<size_t>(m["end"].get_int64().value())];
      uint32_t first = tokens.lower_bound(begin), last = first;
      while (last < tokens.size() && tokens.span(last).end <= end) ++last;
      if (mentions) {  // the first run of capitals
        while (first < last && !(shape[first] & shape::initial)) ++first;
        if (first + 1 < last && (shape[first] & shape::sentence) &&
            document->text(tokens.span(first)) == "The")
          ++first;
        uint32_t run = first;
        while (run < last && (shape[run] & shape::initial)) ++run;
        last = run;
      }
      for (uint32_t i = first; i < last; ++i)
        e.gold[i] = static_cast<uint8_t>(i == first ? label : label + 1);
    }
    e.doc = std::move(document);
    for (const TokenRange& r : e.features->ranges())
      for (uint32_t i = r.first; i < r.last; ++i)  // what a cut or an overlap left begins anew
        if (!may_follow(e.gold[i], i == r.first ? 0 : e.gold[i - 1])) --e.gold[i];
    examples.push_back(std::move(e));
  });
}

void train(const std::vector<Example>& examples, EntityWeights& weights) {
  std::vector<std::pair<const Example*, TokenRange>> ranges;
  for (const Example& e : examples)
    for (const TokenRange& r : e.features->ranges()) ranges.emplace_back(&e, r);
  std::vector<double> sum;
  std::vector<uint8_t> labels;
  for (uint64_t seed = 0; seed < kSeeds; ++seed) {
    Perceptron perceptron(EntityWeights::kBits);
    Order order(ranges.size(), seed);
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
      size_t wrong = 0;
      for (const size_t k : order.next()) {
        const Example& e = *ranges[k].first;
        const TokenRange range = ranges[k].second;
        std::vector<EntityFeatures::Rows> rows(range.size());
        for (uint32_t i = 0; i < range.size(); ++i) e.features->of(range.first + i, rows[i]);
        viterbi<int32_t>(
            range,
            [&](uint32_t token, LabelScores<int32_t>& scores) {
              scores = {};
              for (const uint32_t row : rows[token - range.first]) perceptron.add(row, scores);
            },
            [&](uint32_t before, uint32_t label) { return perceptron.transition(before, label); }, labels);
        const std::vector<uint8_t> gold(e.gold.begin() + range.first, e.gold.begin() + range.last);
        wrong += perceptron.learn(gold, labels,
                                  [&](uint32_t i) -> const EntityFeatures::Rows& { return rows[i]; });
      }
      std::fprintf(stderr, "order %d, epoch %d: %zu tokens wrong\n", static_cast<int>(seed), epoch + 1,
                   wrong);
    }
    perceptron.add_to(sum);
  }
  Perceptron::store(sum, weights);
}

int run(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: train_entities MODEL VECTORS TRAIN.jsonl...\n");
    return 2;
  }
  const auto weights = std::make_unique<EntityWeights>();
  fill_clusters(argv[2], *weights);
  std::vector<Example> examples;
  for (int i = 3; i < argc; ++i) read(argv[i], *weights, examples);
  train(examples, *weights);
  ModelFile::save(argv[1], EntityWeights::kKind, EntityWeights::kVersion,
                  {reinterpret_cast<const std::byte*>(weights.get()), sizeof(EntityWeights)});
  return 0;
}

}  // namespace
}  // namespace claimsift

int main(int argc, char** argv) {
  try {
    return claimsift::run(argc, argv);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "train_entities: %s\n", e.what());
    return 1;
  }
}
