// SPDX-License-Identifier: Apache-2.0
// train_attribution - trains the tagger of the stage `attribution` on JSON Lines of the shape
// {"text", "attributions": [{"source": [[b,e]..], "cue": [[b,e]..], "content": [[b,e]..]}], "ignore":
// [[b,e]..]}, offsets in code points. The same input gives the same bytes.
//
//   train_attribution MODEL VECTORS.model TRAIN.jsonl
//
// Both passes are conditional random fields over the stage's own features; tags and syntax come from the
// models that claimsift finds, so it is to be run again when these change.
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
#include "tools/chain_crf.hpp"
#include "tools/order.hpp"
#include "tools/trainer_main.hpp"
#include "tools/vector_clusters.hpp"

namespace claimsift {
namespace {

constexpr size_t kFolds = 4;    // the second pass learns from first passes that did not see the article
constexpr uint64_t kSeeds = 5;  // orders of the examples whose results are averaged

// Of rates between 0.005 and 0.2 and of 3 to 8 epochs these did best on dev.
constexpr float kRoleRate = 0.01f, kPairRate = 0.02f;
constexpr int kRoleEpochs = 6, kPairEpochs = 4;
constexpr uint32_t kLeftOutPercent = 10;  // of the first pass's features, so that none is relied on alone
/// Added to the begin of a content: the best path alone says "none" too often, for the many ways in which a
/// content may stand there share its probability.
constexpr double kContentBonus = 1.5;

/// One token sequence of the first pass with features left out at random.
void learn_roles(const Example& example, const TokenRange& range, ChainCrf& crf, uint64_t& random,
                 double& loss) {
  std::vector<RoleFeatures::Rows> rows(range.size());
  std::vector<LabelScores<float>> scores(range.size());
  for (uint32_t i = 0; i < range.size(); ++i) {
    example.features->of(range.first + i, range, rows[i]);
    for (uint32_t& row : rows[i]) {
      random = random * 6364136223846793005ULL + 1442695040888963407ULL;
      if (static_cast<uint32_t>(random >> 33) % 100 < kLeftOutPercent)
        row = ChainCrf::kLeftOut;
      else
        crf.add(row, scores[i]);
    }
  }
  const std::vector<uint8_t> gold(example.gold.begin() + range.first, example.gold.begin() + range.last);
  loss += crf.learn(gold, scores, [&](uint32_t i) -> const RoleFeatures::Rows& { return rows[i]; });
}

/// The first pass, trained on the examples that are not of fold `held_out` of kFolds.
void train_roles(const std::vector<Example>& examples, size_t held_out, RoleWeights& weights) {
  std::vector<std::pair<const Example*, TokenRange>> ranges;
  for (size_t i = 0; i < examples.size(); ++i)
    if (i % kFolds != held_out)
      for (const TokenRange& range : examples[i].ranges) ranges.emplace_back(&examples[i], range);
  std::vector<double> sum;
  uint64_t random = 1;
  for (uint64_t seed = 0; seed < kSeeds; ++seed) {
    ChainCrf crf(RoleWeights::kBits, kRoleRate);
    Order order(ranges.size(), seed);
    for (int epoch = 0; epoch < kRoleEpochs; ++epoch) {
      double loss = 0;
      for (const size_t k : order.next()) learn_roles(*ranges[k].first, ranges[k].second, crf, random, loss);
      std::fprintf(stderr, "first pass, fold %zu, epoch %d: loss %.0f\n", held_out, epoch + 1, loss);
    }
    crf.add_to(sum);
  }
  ChainCrf::store(sum, weights);
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

/// One cue of the second pass; its own tokens are given, and no other token is of a cue.
double learn_pair(const PairExample& p, PairFeatures& f, ChainCrf& crf) {
  f.turn_to(p.cue);
  const TokenRange window = f.window(), cue = f.cue();
  std::vector<LabelScores<float>> scores(window.size());
  std::vector<PairFeatures::Rows> rows(window.size());
  for (uint32_t i = 0; i < window.size(); ++i) {
    const uint32_t token = window.first + i;
    const bool in_cue = token >= cue.first && token < cue.last;
    f.of(token, rows[i]);
    if (!in_cue)
      for (const uint32_t row : rows[i]) crf.add(row, scores[i]);
    const uint32_t cue_label = token == cue.first ? 3 : 4;
    for (uint32_t l = 0; l < kRoleLabels; ++l)
      if (in_cue ? l != cue_label : l == 3 || l == 4) scores[i][l] = ChainCrf::kImpossible;
  }
  return crf.learn(p.gold, scores, [&](uint32_t i) -> const PairFeatures::Rows& { return rows[i]; });
}

/// The second pass, trained on the pairs that are not of fold `held_out`.
void train_pairs(const std::vector<PairExample>& pairs, std::vector<PairFeatures>& features, size_t held_out,
                 PairWeights& weights) {
  std::vector<double> sum;
  for (uint64_t seed = 0; seed < kSeeds; ++seed) {
    ChainCrf crf(PairWeights::kBits, kPairRate);
    Order order(pairs.size(), seed);
    for (int epoch = 0; epoch < kPairEpochs; ++epoch) {
      double loss = 0;
      for (const size_t k : order.next())
        if (pairs[k].example % kFolds != held_out)
          loss += learn_pair(pairs[k], features[pairs[k].example], crf);
      std::fprintf(stderr, "second pass, fold %zu, epoch %d: loss %.0f\n", held_out, epoch + 1, loss);
    }
    crf.add_to(sum);
  }
  constexpr uint32_t kBeginOfContent = label_of_tag({Role::content, true});
  for (uint32_t previous = 0; previous <= kRoleLabels; ++previous)
    sum[previous * RoleWeights::kColumns + kBeginOfContent] += kContentBonus * kSeeds;
  ChainCrf::store(sum, weights);
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
  if (argc != 4) {
    std::fprintf(stderr, "usage: train_attribution MODEL VECTORS.model TRAIN.jsonl\n");
    return 2;
  }
  const Cues cues;
  const auto weights = std::make_unique<AttributionWeights>();
  fill_word_clusters(argv[2], weights->clusters);
  std::vector<Example> examples;
  simdjson::dom::parser parser;
  simdjson::dom::document_stream records;
  simdjson::padded_string file = simdjson::padded_string::load(argv[3]);
  records = parser.parse_many(file, 64 << 20);
  for (auto record : records) examples.push_back(read_example(record.value(), cues, weights->clusters));

  std::vector<std::vector<RoleTag>> tags(examples.size());
  for (size_t fold = 0; fold < kFolds; ++fold) {
    train_roles(examples, fold, weights->roles);
    for (size_t i = fold; i < examples.size(); i += kFolds)
      tags[i] = tag_roles(examples[i].reading, weights->roles);
  }
  std::vector<PairFeatures> features;
  features.reserve(examples.size());
  const std::vector<PairExample> pairs = pair_examples(examples, tags, features);
  train_pairs(pairs, features, 0, weights->pairs);
  weights->calibration = calibrate(pairs, features, weights->pairs);
  train_pairs(pairs, features, kFolds, weights->pairs);
  train_roles(examples, kFolds, weights->roles);
  ModelFile::save(argv[1], RoleWeights::kKind, RoleWeights::kVersion,
                  {reinterpret_cast<const std::byte*>(weights.get()), sizeof(AttributionWeights)});
  return 0;
}

}  // namespace
}  // namespace claimsift

int main(int argc, char** argv) {
  return claimsift::trainer_main("train_attribution", claimsift::run, argc, argv);
}
