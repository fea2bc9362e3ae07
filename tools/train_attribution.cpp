// SPDX-License-Identifier: Apache-2.0
// train_attribution - trains the tagger of the stage `attribution` on JSON Lines of the shape
// {"text", "attributions": [{"source": [[b,e]..], "cue": [[b,e]..], "content": [[b,e]..]}], "ignore":
// [[b,e]..]}, offsets in code points. The same input gives the same bytes.
//
//   train_attribution TRAIN.jsonl MODEL [EPOCHS]
#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "stages/quotations/pair_model.hpp"
#include "stages/quotations/role_model.hpp"
#include "stages/quotations/role_viterbi.hpp"
#include "tools/attribution_examples.hpp"
#include "tools/perceptron.hpp"

namespace claimsift {
namespace {

constexpr size_t kFolds = 4;  // the second pass learns from first passes that did not see the article

/// The first pass, trained on the examples that are not of fold `held_out` of kFolds.
void train_roles(const std::vector<Example>& examples, int epochs, size_t held_out, RoleWeights& weights) {
  std::vector<std::pair<const Example*, TokenRange>> ranges;
  for (size_t i = 0; i < examples.size(); ++i)
    if (i % kFolds != held_out)
      for (const TokenRange& range : examples[i].ranges) ranges.emplace_back(&examples[i], range);
  std::vector<double> sum;
  std::vector<uint8_t> labels;
  for (uint64_t seed = 0; seed < kSeeds; ++seed) {
    Perceptron perceptron(RoleWeights::kBits);
    Order order(ranges.size(), seed);
    for (int epoch = 0; epoch < epochs; ++epoch) {
      size_t wrong = 0;
      for (const size_t k : order.next()) {
        const Example* const example = ranges[k].first;
        const TokenRange range = ranges[k].second;
        std::vector<RoleFeatures::Rows> rows(range.size());
        for (uint32_t i = range.first; i < range.last; ++i)
          example->features->of(i, range, rows[i - range.first]);
        viterbi<int32_t>(
            range,
            [&](uint32_t token, LabelScores<int32_t>& scores) {
              scores = {};
              for (const uint32_t row : rows[token - range.first]) perceptron.add(row, scores);
            },
            [&](uint32_t previous, uint32_t label) { return perceptron.transition(previous, label); },
            labels);
        const std::vector<uint8_t> gold(example->gold.begin() + range.first,
                                        example->gold.begin() + range.last);
        wrong +=
            perceptron.learn(gold, labels, [&](uint32_t i) -> const RoleFeatures::Rows& { return rows[i]; });
      }
      std::fprintf(stderr, "first pass, fold %zu, epoch %d: %zu tokens wrong\n", held_out, epoch + 1, wrong);
    }
    perceptron.add_to(sum);
  }
  Perceptron::store(sum, weights);
}

/// One cue of the second pass with its right labels.
struct PairExample {
  size_t example;
  TokenRange cue;
  std::vector<uint8_t> gold;
  const GoldAttribution* match;
};

uint32_t size_of(const std::vector<TokenRange>& ranges) {
  uint32_t n = 0;
  for (const TokenRange& t : ranges) n += t.size();
  return n;
}

/// Tokens that two lists of ranges share.
uint32_t overlap(const std::vector<TokenRange>& a, const std::vector<TokenRange>& b) {
  uint32_t n = 0;
  for (const TokenRange& x : a)
    for (const TokenRange& y : b)
      if (const uint32_t first = std::max(x.first, y.first), last = std::min(x.last, y.last); first < last)
        n += last - first;
  return n;
}

/// The examples of the second pass: every cue that a first pass found which did not see the article, and its
/// right labels.
std::vector<PairExample> pair_examples(const std::vector<Example>& examples,
                                       const std::vector<std::vector<RoleTag>>& tags,
                                       std::vector<PairFeatures>& features) {
  std::vector<PairExample> pairs;
  for (size_t e = 0; e < examples.size(); ++e) {
    const Example& x = examples[e];
    features.emplace_back(x.reading, tags[e]);
    for (const RoleStretch& s : stretches_of(x.reading, tags[e])) {
      if (s.role != Role::cue) continue;
      if (std::none_of(x.ranges.begin(), x.ranges.end(), [&](const TokenRange& r) {
            return r.first <= s.range.first && s.range.last <= r.last;
          }))
        continue;
      features[e].turn_to(s.range);
      const TokenRange window = features[e].window();
      PairExample p{e, s.range, std::vector<uint8_t>(window.size(), 0), nullptr};
      uint32_t shared = 0;
      for (const GoldAttribution& g : x.attributions) {
        const uint32_t common = overlap(g.cue, {s.range});
        if (common > shared) {
          shared = common;
          p.match = &g;
        }
      }
      const auto label = [&](const std::vector<TokenRange>& ranges, Role role) {
        for (const TokenRange& t : ranges)
          for (uint32_t i = std::max(t.first, window.first); i < std::min(t.last, window.last); ++i)
            p.gold[i - window.first] =
                static_cast<uint8_t>(label_of_tag({role, i == std::max(t.first, window.first)}));
      };
      if (p.match) {
        label(p.match->source, Role::source);
        label(p.match->content, Role::content);
      }
      for (uint32_t i = s.range.first; i < s.range.last; ++i)
        p.gold[i - window.first] = i == s.range.first ? 3 : 4;
      for (size_t i = 0; i < p.gold.size(); ++i)
        if (p.gold[i] > 0 && !may_follow(p.gold[i], i == 0 ? 0 : p.gold[i - 1])) --p.gold[i];
      pairs.push_back(std::move(p));
    }
  }
  return pairs;
}

/// The second pass, trained on the pairs that are not of fold `held_out`.
void train_pairs(const std::vector<PairExample>& pairs, std::vector<PairFeatures>& features, int epochs,
                 size_t held_out, PairWeights& weights) {
  std::vector<double> sum;
  std::vector<uint8_t> labels;
  for (uint64_t seed = 0; seed < kSeeds; ++seed) {
    Perceptron perceptron(PairWeights::kBits);
    Order order(pairs.size(), seed);
    for (int epoch = 0; epoch < epochs; ++epoch) {
      size_t wrong = 0;
      for (const size_t k : order.next()) {
        if (pairs[k].example % kFolds == held_out) continue;
        PairFeatures& f = features[pairs[k].example];
        f.turn_to(pairs[k].cue);
        pair<int32_t>(f, perceptron, labels);
        PairFeatures::Rows rows;
        wrong += perceptron.learn(pairs[k].gold, labels, [&](uint32_t i) -> const PairFeatures::Rows& {
          f.of(f.window().first + i, rows);
          return rows;
        });
      }
      std::fprintf(stderr, "second pass, fold %zu, epoch %d: %zu tokens wrong\n", held_out, epoch + 1, wrong);
    }
    perceptron.add_to(sum);
  }
  Perceptron::store(sum, weights);
}

/// Fits the score on a fold that the second pass did not see: right is a content by 80 % and a shared source.
std::array<double, 2> calibrate(const std::vector<PairExample>& pairs, std::vector<PairFeatures>& features,
                                const PairWeights& weights) {
  std::vector<std::pair<double, bool>> points;
  std::vector<uint8_t> labels;
  for (const PairExample& p : pairs) {
    if (p.example % kFolds != 0) continue;
    PairFeatures& f = features[p.example];
    f.turn_to(p.cue);
    const int32_t margin = pair<int32_t>(f, StoredPairs{weights}, labels);
    Attribution a = attribution_of(p.cue, f.window(), labels);
    if (a.contents.empty()) continue;
    if (a.source.size() == 0 && f.linked()) a.source = f.linked()->source;
    bool right = false;
    if (p.match) {
      const uint32_t both = overlap(p.match->content, a.contents);
      const bool source =
          p.match->source.empty() ? a.source.size() == 0 : overlap(p.match->source, {a.source}) > 0;
      right = source && 2.0 * both >= 0.8 * (size_of(p.match->content) + size_of(a.contents));
    }
    points.emplace_back(std::log1p(static_cast<double>(std::max(margin, 0))), right);
  }
  std::array<double, 2> w{0, 0};
  for (int step = 0; step < 50; ++step) {  // Newton's method on two parameters
    double g0 = 0, g1 = 0, h00 = 1e-6, h01 = 0, h11 = 1e-6;
    for (const auto& [x, right] : points) {
      const double p = 1 / (1 + std::exp(-w[0] - w[1] * x)), e = (right ? 1 : 0) - p, v = p * (1 - p);
      g0 += e;
      g1 += e * x;
      h00 += v;
      h01 += v * x;
      h11 += v * x * x;
    }
    const double det = h00 * h11 - h01 * h01;
    w[0] += (h11 * g0 - h01 * g1) / det;
    w[1] += (h00 * g1 - h01 * g0) / det;
  }
  for (double& x : w) x = std::round(x * 1000) / 1000;
  std::fprintf(stderr, "score: logit = %.3f + %.3f log(1 + margin), on %zu attributions\n", w[0], w[1],
               points.size());
  return w;
}

int run(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: train_attribution TRAIN.jsonl MODEL [EPOCHS]\n");
    return 2;
  }
  const int epochs = argc > 3 ? std::atoi(argv[3]) : 8;
  const Cues cues;
  std::vector<Example> examples;
  simdjson::dom::parser parser;
  simdjson::dom::document_stream records;
  simdjson::padded_string file = simdjson::padded_string::load(argv[1]);
  records = parser.parse_many(file, 64 << 20);
  for (auto record : records) examples.push_back(read_example(record.value(), cues));

  const auto weights = std::make_unique<AttributionWeights>();
  std::vector<std::vector<RoleTag>> tags(examples.size());
  for (size_t fold = 0; fold < kFolds; ++fold) {
    train_roles(examples, epochs, fold, weights->roles);
    for (size_t i = fold; i < examples.size(); i += kFolds)
      tags[i] = tag_roles(examples[i].reading, weights->roles);
  }
  std::vector<PairFeatures> features;
  features.reserve(examples.size());
  const std::vector<PairExample> pairs = pair_examples(examples, tags, features);
  train_pairs(pairs, features, epochs, 0, weights->pairs);
  weights->calibration = calibrate(pairs, features, weights->pairs);
  train_pairs(pairs, features, epochs, kFolds, weights->pairs);
  train_roles(examples, epochs, kFolds, weights->roles);
  ModelFile::save(argv[2], RoleWeights::kKind, RoleWeights::kVersion,
                  {reinterpret_cast<const std::byte*>(weights.get()), sizeof(AttributionWeights)});
  return 0;
}

}  // namespace
}  // namespace claimsift

int main(int argc, char** argv) {
  try {
    return claimsift::run(argc, argv);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "train_attribution: %s\n", e.what());
    return 1;
  }
}
