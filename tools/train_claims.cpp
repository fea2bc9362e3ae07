// SPDX-License-Identifier: Apache-2.0
// train_claims - trains the scoring model of the `claims` stage on sentences with the labels of ClaimBuster
// and writes models/claims.model. Two logistic regressions over the stage's own features, fitted by AdaGrad;
// the strength of the regularisation is chosen by the log loss on the dev part. It learns from whole
// sentences: from the claims of each, which share its label, it learnt to rate a sentence of three clauses
// thrice (ECE 0.038 for the best of them, against 0.020). The same input gives the same bytes.
//
//   train_claims TRAIN.jsonl DEV.jsonl OUT.model
//
// Records: {"text", "class": "CFS" | "UFS" | "NFS"}; check_worthiness is CFS, checkable is CFS or UFS.
#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "claimsift/test_host.hpp"
#include "stages/claims/features.hpp"
#include "stages/claims/scorer.hpp"
#include "stages/language/sentences.hpp"
#include "stages/language/tokens.hpp"
#include "stages/quantities/quantities.hpp"
#include "stages/times/times.hpp"

namespace claimsift {
namespace {

/// A sentence, which is what the labels are about.
struct Example {
  ClaimFeatures features;
  std::array<bool, ClaimWeights::kHeads> label;
};

template <class T> void annotate(TestDocument& doc) {
  if (const TestResult result = run_stage<T>(doc); result.status != CS_OK)
    throw std::runtime_error(result.message);
}

ClaimFeatures features_of(const WordVectors& vectors, std::string text) {
  TestDocument doc(std::move(text));
  annotate<Sentences>(doc);
  annotate<Tokens>(doc);
  annotate<Times>(doc);
  annotate<Quantities>(doc);
  const FeatureInput input{vectors, doc.text(), doc.layer<layers::Tokens>(), doc.layer<layers::Quantities>(),
                           doc.layer<layers::Times>()};
  ClaimFeatures features;
  claim_features(input, {0, static_cast<uint32_t>(doc.text().size())}, features);
  return features;
}

std::vector<Example> load(const WordVectors& vectors, const char* path) {
  std::vector<Example> examples;
  simdjson::dom::parser parser;
  const simdjson::padded_string file = simdjson::padded_string::load(path);
  for (const simdjson::dom::element record : simdjson::dom::document_stream(parser.parse_many(file))) {
    const std::string_view label = record["class"];
    examples.push_back({features_of(vectors, std::string(std::string_view(record["text"]))),
                        {label == "CFS", label != "NFS"}});
  }
  return examples;
}

/// One head's weights in full precision, with AdaGrad's sums of squared gradients.
struct Head {
  std::vector<float> unigrams = std::vector<float>(kFeatureRows), bigrams = std::vector<float>(kFeatureRows);
  std::vector<float> unigram_squares = std::vector<float>(kFeatureRows),
                     bigram_squares = std::vector<float>(kFeatureRows);
  std::array<float, kCounts> counts{}, count_squares{};
  std::array<float, kVectorFeatures> vector{}, vector_squares{};
  float bias = 0, bias_square = 0;

  double predict(const ClaimFeatures& f) const {
    double sum = static_cast<double>(bias);
    for (size_t c = 0; c < kCounts; ++c) sum += static_cast<double>(counts[c] * f.counts[c]);
    for (size_t d = 0; d < kVectorFeatures; ++d) sum += static_cast<double>(vector[d] * f.vector[d]);
    for (const auto& [rows, weights] : {std::pair(&f.unigrams, &unigrams), std::pair(&f.bigrams, &bigrams)}) {
      double family = 0;
      for (const uint32_t row : *rows) family += static_cast<double>((*weights)[row]);
      if (!rows->empty()) sum += family / std::sqrt(static_cast<double>(rows->size()));
    }
    return 1 / (1 + std::exp(-sum));
  }

  void learn(const ClaimFeatures& f, bool label, float rate, float l2) {
    const auto error = static_cast<float>(predict(f) - (label ? 1 : 0));
    const auto step = [&](float& weight, float& squares, float x) {
      const float gradient = error * x + l2 * weight;
      squares += gradient * gradient;
      weight -= rate * gradient / (std::sqrt(squares) + 1e-6f);
    };
    step(bias, bias_square, 1);
    for (size_t c = 0; c < kCounts; ++c)
      if (f.counts[c] != 0) step(counts[c], count_squares[c], f.counts[c]);
    for (size_t d = 0; d < kVectorFeatures; ++d) step(vector[d], vector_squares[d], f.vector[d]);
    const auto family = [&](const std::vector<uint32_t>& rows, std::vector<float>& weights,
                            std::vector<float>& squares) {
      const float x = 1 / std::sqrt(static_cast<float>(std::max<size_t>(rows.size(), 1)));
      for (const uint32_t row : rows) step(weights[row], squares[row], x);
    };
    family(f.unigrams, unigrams, unigram_squares);
    family(f.bigrams, bigrams, bigram_squares);
  }
};

Head fit(const std::vector<Example>& examples, size_t head, float l2) {
  constexpr int kEpochs = 12;
  constexpr float kRate = 0.1f;
  Head model;
  std::vector<uint32_t> order(examples.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  uint64_t random = 0x2545F4914F6CDD1DULL;
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    for (size_t i = order.size(); i > 1; --i) {  // a fixed shuffle: the same bytes every time
      random = random * 6364136223846793005ULL + 1442695040888963407ULL;
      std::swap(order[i - 1], order[(random >> 33) % i]);
    }
    const float rate = kRate / (1 + 0.3f * static_cast<float>(epoch));
    for (const uint32_t i : order) model.learn(examples[i].features, examples[i].label[head], rate, l2);
  }
  return model;
}

struct Quality {
  double log_loss, average_precision, calibration_error;
};

Quality measure(const Head& model, const std::vector<Example>& examples, size_t head) {
  std::vector<std::pair<double, bool>> scored;
  for (const Example& e : examples) { scored.emplace_back(model.predict(e.features), e.label[head]); }
  Quality q{};
  std::array<double, 10> sums{}, hits{};
  for (const auto& [p, label] : scored) {
    q.log_loss -= std::log(std::max(1e-9, label ? p : 1 - p)) / static_cast<double>(scored.size());
    const auto bin = std::min<size_t>(9, static_cast<size_t>(p * 10));
    sums[bin] += p;
    hits[bin] += label ? 1 : 0;
  }
  for (size_t b = 0; b < sums.size(); ++b)
    q.calibration_error += std::abs(sums[b] - hits[b]) / static_cast<double>(scored.size());
  std::stable_sort(scored.begin(), scored.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  double found = 0;
  for (size_t i = 0; i < scored.size(); ++i)
    if (scored[i].second) q.average_precision += ++found / static_cast<double>(i + 1);
  q.average_precision /= std::max(1.0, found);
  return q;
}

/// The fit with the lowest log loss on dev.
Head choose(const std::vector<Example>& train, const std::vector<Example>& dev, size_t head) {
  std::unique_ptr<Head> best;
  double lowest = 0;
  for (const float l2 : {1e-4f, 1e-3f, 4e-3f}) {
    auto model = std::make_unique<Head>(fit(train, head, l2));
    const Quality q = measure(*model, dev, head);
    std::printf("%-16s l2 %-7g dev log loss %.4f  AP %.4f  ECE %.4f\n",
                head == 0 ? "check_worthiness" : "checkable", static_cast<double>(l2), q.log_loss,
                q.average_precision, q.calibration_error);
    if (!best || q.log_loss < lowest) {
      lowest = q.log_loss;
      best = std::move(model);
    }
  }
  return std::move(*best);
}

void store(const std::array<Head, ClaimWeights::kHeads>& heads, const std::string& path) {
  const auto weights = std::make_unique<ClaimWeights>();
  for (size_t h = 0; h < heads.size(); ++h) {
    float largest = 1e-9f;
    for (const auto* family : {&heads[h].unigrams, &heads[h].bigrams})
      for (const float w : *family) largest = std::max(largest, std::abs(w));
    weights->scale[h] = largest / 32767;
    weights->bias[h] = heads[h].bias;
    for (size_t c = 0; c < kCounts; ++c) weights->counts[c][h] = heads[h].counts[c];
    for (size_t d = 0; d < kVectorFeatures; ++d) weights->vector[d][h] = heads[h].vector[d];
    for (uint32_t row = 0; row < kFeatureRows; ++row) {
      weights->unigrams[row][h] =
          static_cast<int16_t>(std::lround(heads[h].unigrams[row] / weights->scale[h]));
      weights->bigrams[row][h] = static_cast<int16_t>(std::lround(heads[h].bigrams[row] / weights->scale[h]));
    }
  }
  ModelFile::save(path, ClaimWeights::kKind, ClaimWeights::kVersion,
                  std::as_bytes(std::span(weights.get(), 1)));
}

}  // namespace
}  // namespace claimsift

int main(int argc, char** argv) try {
  if (argc != 4) {
    std::fprintf(stderr, "usage: train_claims TRAIN.jsonl DEV.jsonl OUT.model\n");
    return 2;
  }
  using namespace claimsift;
  const WordVectors vectors("");
  const std::vector<Example> train = load(vectors, argv[1]), dev = load(vectors, argv[2]);
  std::printf("%zu train and %zu dev sentences\n", train.size(), dev.size());
  store({choose(train, dev, 0), choose(train, dev, 1)}, argv[3]);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "train_claims: %s\n", error.what());
  return 1;
}
