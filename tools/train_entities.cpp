// SPDX-License-Identifier: Apache-2.0
// train_entities - trains the tagger of the stage `entities` on JSON Lines of the shape {"text", "licence",
// "entities": [{"begin","end","type"}]} or, where there are none, "mentions": [{.., "named"}], offsets in
// code points; of mentions the name is cut out (named_mentions.hpp). Records with "tokens" and "xpos" also
// teach the taggers whose tags it learns from. WORDS and VECTORS are the models of these names; a file with
// ":3" behind its name is learnt three times an epoch. The same input gives the same bytes.
//
//   train_entities MODEL WORDS VECTORS TRAIN.jsonl[:TIMES]...
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "stages/language/entity_model.hpp"
#include "tools/chain_crf.hpp"
#include "tools/entity_examples.hpp"
#include "tools/entity_net_trainer.hpp"
#include "tools/order.hpp"
#include "tools/trainer_main.hpp"

namespace claimsift {
namespace {

constexpr int kEpochs = 6, kNetEpochs = 12;
constexpr float kRate = 0.03F, kNetRate = 0.01F;
constexpr uint64_t kOrders = 5;    // of the stretches, whose results are averaged
constexpr size_t kParts = 5;       // of the training text, for labels from what did not see the document
constexpr size_t kSmallEvery = 8;  // which documents are also learnt in small letters

/// What a wrong label is given in training, that of a missed name most.
constexpr float kMissed = 6, kWrong = 4;

using Examples = std::vector<const EntityExample*>;

/// Averages as small integers; what is far larger than the rest is cut.
void store(const std::vector<double>& sum, uint32_t pass, EntityWeights& weights) {
  constexpr double kCut = 0.5;  // of the largest: it stands for 127
  double largest = 1e-9;
  for (const double w : sum) largest = std::max(largest, std::abs(w));
  const double scale = 127 / (largest * kCut);
  const auto small = [&](double w, double most) { return std::lround(std::clamp(w * scale, -most, most)); };
  size_t from = 0;
  for (auto& row : weights.transitions[pass])
    for (int16_t& w : row) w = static_cast<int16_t>(small(sum[from++], 32000));
  for (auto& row : weights.features)
    for (uint32_t l = 0; l < EntityWeights::kLabels; ++l)
      row[pass * EntityWeights::kLabels + l] = static_cast<int8_t>(small(sum[from++], 127));
}

/// The features that a pass sees of each token of a stretch.
std::vector<std::vector<uint32_t>> rows_of(const EntityFeatures& features, const TokenRange& range,
                                           uint32_t pass) {
  std::vector<std::vector<uint32_t>> all(range.size());
  EntityFeatures::Rows rows;
  for (uint32_t i = 0; i < range.size(); ++i) {
    features.of(range.first + i, rows);
    all[i].assign(rows.begin(), rows.end());
    if (pass == 0) continue;
    features.of_labels(range.first + i, rows);
    all[i].insert(all[i].end(), rows.begin(), rows.end());
  }
  return all;
}

/// Learns one stretch; wrong labels get a start, so that the right one has to win by a margin (Gimpel and
/// Smith, NAACL 2010).
void learn(const EntityExample& e, const TokenRange& range, uint32_t pass, ChainCrf& crf) {
  const auto rows = rows_of(*e.features, range, pass);
  const std::vector<uint8_t> gold(e.gold.begin() + range.first, e.gold.begin() + range.last);
  std::vector<LabelScores<float>> scores(range.size());
  for (uint32_t i = 0; i < range.size(); ++i) {
    scores[i] = {};
    for (const uint32_t row : rows[i]) crf.add(row, scores[i]);
    for (uint32_t l = 0; l < kRoleLabels; ++l)
      if (l != gold[i]) scores[i][l] += l == 0 ? kMissed : kWrong;
  }
  crf.learn(gold, scores, [&](uint32_t i) -> const std::vector<uint32_t>& { return rows[i]; });
}

void train(const Examples& examples, uint32_t pass, EntityWeights& weights) {
  std::vector<std::pair<const EntityExample*, TokenRange>> ranges;
  for (const EntityExample* e : examples)
    for (const TokenRange& r : e->features->ranges())
      for (int n = 0; n < e->times; ++n) ranges.emplace_back(e, r);
  std::vector<double> sum;
  for (uint64_t seed = 0; seed < kOrders; ++seed) {
    ChainCrf crf(EntityFeatures::kBits, kRate);
    Order order(ranges.size(), seed);
    for (int epoch = 0; epoch < kEpochs; ++epoch)
      for (const size_t k : order.next()) learn(*ranges[k].first, ranges[k].second, pass, crf);
    crf.add_to(sum);
  }
  store(sum, pass, weights);
}

void train(const Examples& examples, EntityNet& net) {
  std::vector<NetExample> tokens;
  for (const EntityExample* e : examples)
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

/// Tags of all documents by taggers that did not see them.
void add_tags(std::vector<EntityExample>& examples) {
  const TagModel words("");
  std::vector<TagExample> tagged;
  std::vector<size_t> part_of;
  for (const EntityExample& e : examples)
    if (!e.gold_tags.empty()) {
      tagged.push_back({e.doc, e.gold_tags});
      part_of.push_back(e.number % kParts);
    }
  PartTaggers taggers(tagged, std::move(part_of), words.weights());
  for (size_t part = 0; part < kParts; ++part) {
    const TagWeights& tagger = taggers.without(part);
    for (EntityExample& e : examples) {
      if (e.number % kParts != part) continue;
      const auto tokens = e.doc->layer<layers::Tokens>();
      std::vector<uint8_t> labels(tokens.size());
      tag(e.doc->text(), tokens, tagger, labels);
      for (const uint8_t l : labels) e.tags.push_back(tagger.labels[l].xpos);
      e.features->tag(e.tags);
    }
  }
}

/// Trains the first pass and the net; the second pass on those that did not see the document.
void train(std::vector<EntityExample>& examples, EntityWeights& weights) {
  Examples all;
  for (const EntityExample& e : examples) all.push_back(&e);
  const auto partial = std::make_unique<EntityWeights>();
  std::vector<std::vector<uint8_t>> labels(examples.size()), by_net(examples.size());
  for (size_t part = 0; part < kParts; ++part) {
    Examples others;
    for (const EntityExample& e : examples)
      if (e.number % kParts != part) others.push_back(&e);
    train(others, 0, *partial);
    train(others, partial->net);
    for (size_t i = 0; i < examples.size(); ++i) {
      if (examples[i].number % kParts != part) continue;
      labels[i] = EntityDecoder(*examples[i].features, *partial).first_pass();
      by_net[i] = net_labels(*examples[i].features, partial->net);
    }
    std::fprintf(stderr, "part %zu of %zu\n", part + 1, kParts);
  }
  train(all, 0, weights);
  train(all, weights.net);
  for (size_t i = 0; i < examples.size(); ++i) examples[i].features->learn(labels[i], by_net[i]);
  train(all, 1, weights);
}

int run(int argc, char** argv) {
  if (argc < 5) {
    std::fprintf(stderr, "usage: train_entities MODEL WORDS VECTORS TRAIN.jsonl...\n");
    return 2;
  }
  const auto weights = std::make_unique<EntityWeights>();
  const WordKnowledge knowledge{std::string(argv[2])};
  const WordVectors vectors{std::string(argv[3])};
  std::vector<EntityExample> examples;
  for (int i = 4; i < argc; ++i) read_entity_examples(argv[i], kSmallEvery, knowledge, vectors, examples);
  add_tags(examples);
  train(examples, *weights);
  ModelFile::save(argv[1], EntityWeights::kKind, EntityWeights::kVersion,
                  {reinterpret_cast<const std::byte*>(weights.get()), sizeof(EntityWeights)});
  return 0;
}

}  // namespace
}  // namespace claimsift

int main(int argc, char** argv) {
  return claimsift::trainer_main("train_entities", claimsift::run, argc, argv);
}
