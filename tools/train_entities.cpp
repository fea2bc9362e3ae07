// SPDX-License-Identifier: Apache-2.0
// train_entities - trains the tagger of the stage `entities` on JSON Lines of the shape {"text", "licence",
// "entities": [{"begin","end","type"}]} or, where there are none, "mentions": [{.., "named"}], offsets in
// code points; of mentions the name is cut out (named_mentions.hpp). WORDS and VECTORS are the models of
// these names; a file with ":3" behind its name is learnt three times an epoch. The same input gives the same
// bytes.
//
//   train_entities MODEL WORDS VECTORS TRAIN.jsonl[:TIMES]...
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "stages/language/entity_model.hpp"
#include "stages/language/groups.hpp"
#include "tools/entity_net_trainer.hpp"
#include "tools/named_mentions.hpp"
#include "tools/perceptron.hpp"
#include "tools/tagged_examples.hpp"

namespace claimsift {
namespace {

constexpr int kEpochs = 5, kNetEpochs = 12;
constexpr float kNetRate = 0.01F;
constexpr uint64_t kOrders = 6;  // of the stretches, whose results are averaged

constexpr size_t kParts = 5;  // of the training text, for labels from a pass that did not see the document

struct Example {
  std::unique_ptr<TestDocument> doc;
  std::unique_ptr<EntityFeatures> features;
  std::vector<uint8_t> gold;
  int times = 1;  // how often it is learnt in an epoch
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

/// `path` may end in ":TIMES".
void read(std::string path, const WordKnowledge& knowledge, const WordVectors& vectors,
          std::vector<Example>& examples) {
  int times = 1;
  if (const size_t at = path.find_last_of(':'); at != std::string::npos) {
    times = std::stoi(path.substr(at + 1));
    path.resize(at);
  }
  each_document(path.c_str(), [&](simdjson::dom::element record, std::unique_ptr<TestDocument> document,
                                  const std::vector<uint32_t>& at) {
    const auto tokens = document->layer<layers::Tokens>();
    const NamedReader reader{*document, tokens, tokens.column<"hash">(), tokens.column<"shape">(), knowledge};
    Example e{nullptr, std::make_unique<EntityFeatures>(document->text(), tokens, knowledge, vectors),
              std::vector<uint8_t>(tokens.size(), 0)};
    simdjson::dom::array list;
    const bool mentions = record["entities"].get_array().get(list) != simdjson::SUCCESS;
    if (mentions && record["mentions"].get_array().get(list) != simdjson::SUCCESS) return;
    e.times = times;
    std::vector<std::pair<TokenRange, uint8_t>> names;
    for (const simdjson::dom::element m : list) {
      bool named = true;
      if (mentions && (m["named"].get_bool().get(named) || !named)) continue;
      uint8_t label = label_of(m["type"].get_string().value());
      if (label == 0) continue;
      const int64_t begin = m["begin"].get_int64().value(), end = m["end"].get_int64().value();
      TokenRange range = reader.inside(at[static_cast<size_t>(begin)], at[static_cast<size_t>(end)]);
      if (mentions) {
        range = name_in(reader, range, tokens.lower_bound(at[head_of(record, begin, end)]), label);
        const uint32_t known = reader.name(range);
        if (label == 3 && (known & (name_flag::place | name_flag::region)) && !(known & name_flag::group))
          label = 5;
        if (range.size() == 1 && is_group_word(reader.hash[range.first], reader.text(range.first))) continue;
      }
      names.emplace_back(range, label);
    }
    // Longer names over what they hold.
    std::stable_sort(names.begin(), names.end(),
                     [](const auto& a, const auto& b) { return a.first.size() < b.first.size(); });
    for (const auto& [range, label] : names)
      for (uint32_t i = range.first; i < range.last; ++i)
        e.gold[i] = static_cast<uint8_t>(i == range.first ? label : label + 1);
    e.doc = std::move(document);
    for (const TokenRange& r : e.features->ranges())
      for (uint32_t i = r.first; i < r.last; ++i)  // what a cut or an overlap left begins anew
        if (!may_follow(e.gold[i], i == r.first ? 0 : e.gold[i - 1])) --e.gold[i];
    examples.push_back(std::move(e));
  });
}

/// Averages as small integers; what is far larger than the rest is cut.
void store(const std::vector<double>& sum, EntityWeights::Pass& weights) {
  constexpr double kCut = 0.5;  // of the largest: it stands for 127
  double largest = 1e-9;
  for (const double w : sum) largest = std::max(largest, std::abs(w));
  const double scale = 127 / (largest * kCut);
  size_t from = 0;
  for (auto& row : weights.transitions)
    for (int16_t& w : row)
      w = static_cast<int16_t>(std::lround(std::clamp(sum[from++] * scale, -32000.0, 32000.0)));
  for (auto& row : weights.features)
    for (int8_t& w : row)
      w = static_cast<int8_t>(std::lround(std::clamp(sum[from++] * scale, -127.0, 127.0)));
}

/// Trains one pass on some of the examples.
void train(const std::vector<const Example*>& examples, EntityWeights::Pass& weights) {
  std::vector<std::pair<const Example*, TokenRange>> ranges;
  for (const Example* e : examples)
    for (const TokenRange& r : e->features->ranges())
      for (int n = 0; n < e->times; ++n) ranges.emplace_back(e, r);
  std::vector<double> sum;
  std::vector<uint8_t> labels;
  size_t wrong = 0;
  for (uint64_t seed = 0; seed < kOrders; ++seed) {
    Perceptron perceptron(EntityFeatures::kBits);
    Order order(ranges.size(), seed);
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
      wrong = 0;
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
    }
    perceptron.add_to(sum);
  }
  std::fprintf(stderr, "%zu documents, %zu tokens wrong at the end\n", examples.size(), wrong);
  store(sum, weights);
}

void train(const std::vector<const Example*>& examples, EntityNet& net) {
  std::vector<NetExample> tokens;
  for (const Example* e : examples)
    for (const TokenRange& r : e->features->ranges())
      for (uint32_t i = r.first; i < r.last; ++i)
        for (int n = 0; n < e->times; ++n) {
          NetExample example;
          e->features->input(i, example.input);
          example.label = e->gold[i];
          tokens.push_back(example);
        }
  EntityNetTrainer trainer;
  trainer.train(tokens, kNetEpochs, kNetRate);
  trainer.store(net);
}

/// Trains the first pass; the second on first passes that did not see the document.
void train(const std::vector<Example>& examples, EntityWeights& weights) {
  std::vector<const Example*> all;
  for (const Example& e : examples) all.push_back(&e);
  train(all, weights.first);
  train(all, weights.net);
  const auto net = std::make_unique<EntityNet>();
  std::vector<std::vector<uint8_t>> by_net(examples.size());
  std::vector<std::vector<uint8_t>> labels(examples.size());
  for (size_t part = 0; part < kParts; ++part) {
    std::vector<const Example*> others;
    for (size_t i = 0; i < examples.size(); ++i)
      if (i % kParts != part) others.push_back(&examples[i]);
    train(others, weights.second);
    train(others, *net);
    for (size_t i = part; i < examples.size(); i += kParts) {
      labels[i] = entity_labels(*examples[i].features, weights.second);
      by_net[i] = net_labels(*examples[i].features, *net);
    }
  }
  for (size_t i = 0; i < examples.size(); ++i) examples[i].features->learn(labels[i], by_net[i]);
  train(all, weights.second);
}

int run(int argc, char** argv) {
  if (argc < 5) {
    std::fprintf(stderr, "usage: train_entities MODEL WORDS VECTORS TRAIN.jsonl...\n");
    return 2;
  }
  const auto weights = std::make_unique<EntityWeights>();
  const WordKnowledge knowledge{std::string(argv[2])};
  const WordVectors vectors{std::string(argv[3])};
  std::vector<Example> examples;
  for (int i = 4; i < argc; ++i) read(argv[i], knowledge, vectors, examples);
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
