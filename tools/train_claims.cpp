// SPDX-License-Identifier: Apache-2.0
// train_claims - trains the scoring model of the `claims` stage on sentences with the labels of ClaimBuster.
// A logistic regression over all features, whose regularisation is chosen by the log loss on the dev part,
// and small nets over the dense features, which share their hidden layer between the classes. It learns from
// whole sentences: from the claims of each, which share its label, it learnt to rate a sentence of three
// clauses thrice (ECE 0.038 for the best of them, against 0.020). The same input gives the same bytes.
//
//   train_claims OUT.model DEV.jsonl TRAIN.jsonl[:TIMES]...
//
// A file with TIMES counts that often. Records: {"text", "class": "CFS" | "UFS" | "NFS"}; check_worthiness is
// CFS, checkable is CFS or UFS.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "stages/claims/scorer.hpp"
#include "tools/claim_examples.hpp"
#include "tools/linear_trainer.hpp"
#include "tools/net_trainer.hpp"

namespace claimsift {
namespace {

constexpr size_t kDense = ClaimNet::kInputs;
/// What a unit of each family weighs before the regulariser sees it, chosen on dev.
constexpr double kWordScale = 4, kVerbScale = 2, kCountScale = 0.3, kVectorScale = 0.4;

/// Counts and vectors side by side, in the order of the net's inputs.
std::vector<float> dense(const ClaimFeatures& f) {
  std::vector<float> values(f.counts.begin(), f.counts.end());
  values.insert(values.end(), f.vector.begin(), f.vector.end());
  return values;
}

/// Brings dense features to mean 0 and variance 1, by the train part.
struct Standard {
  std::vector<float> mean = std::vector<float>(kDense), inverse = std::vector<float>(kDense);

  explicit Standard(const std::vector<ClaimExample>& examples) {
    std::vector<double> sum(kDense), squares(kDense);
    for (const ClaimExample& e : examples) {
      const std::vector<float> values = dense(e.features);
      for (size_t d = 0; d < kDense; ++d) {
        sum[d] += static_cast<double>(values[d]);
        squares[d] += static_cast<double>(values[d]) * static_cast<double>(values[d]);
      }
    }
    const auto n = static_cast<double>(examples.size());
    for (size_t d = 0; d < kDense; ++d) {
      const double variance = squares[d] / n - sum[d] / n * (sum[d] / n);
      mean[d] = static_cast<float>(sum[d] / n);
      inverse[d] = variance > 1e-9 ? static_cast<float>(1 / std::sqrt(variance)) : 0;
    }
  }
  std::vector<float> operator()(const ClaimFeatures& f) const {
    std::vector<float> values = dense(f);
    for (size_t d = 0; d < kDense; ++d) values[d] = (values[d] - mean[d]) * inverse[d];
    return values;
  }
};

/// A weight of standardised input as one of the input itself; what is taken off goes to `bias`.
template <class T, class B> T unfold(const Standard& standard, size_t input, double weight, B& bias) {
  const double raw = weight * static_cast<double>(standard.inverse[input]);
  bias -= static_cast<B>(raw * static_cast<double>(standard.mean[input]));
  return static_cast<T>(raw);
}

double dense_scale(size_t input) { return input < kCounts ? kCountScale : kVectorScale; }
/// Columns: the dense features, then the three hashed families.
constexpr uint32_t column(size_t family, uint32_t row) {
  return static_cast<uint32_t>(kDense + family * kFeatureRows) + row;
}
constexpr uint32_t kColumns = column(3, 0);

SparseRow row_of(const ClaimFeatures& f, const Standard& standard) {
  SparseRow row;
  const std::vector<float> values = standard(f);
  for (uint32_t d = 0; d < kDense; ++d) row.emplace_back(d, static_cast<double>(values[d]) * dense_scale(d));
  const std::vector<uint32_t>* families[] = {&f.unigrams, &f.bigrams, &f.verbs};
  for (size_t k = 0; k < std::size(families); ++k) {
    std::map<uint32_t, double> sums;  // a row may stand several times
    const double one = (k == 2 ? kVerbScale : kWordScale) /
                       std::sqrt(static_cast<double>(std::max<size_t>(families[k]->size(), 1)));
    for (const uint32_t r : *families[k]) sums[column(k, r)] += one;
    row.insert(row.end(), sums.begin(), sums.end());
  }
  return row;
}

/// Writes the regression of one head into the file's arrays: halved, the scales of the families undone.
void store(const LinearWeights& fitted, const Standard& standard, size_t head, ClaimWeights& to) {
  LinearWeights linear = fitted;
  for (double& weight : linear.columns) weight /= 2;
  double bias = fitted.bias / 2;
  for (size_t c = 0; c < kCounts; ++c)
    to.counts[c][head] = unfold<float>(standard, c, linear.columns[c] * kCountScale, bias);
  for (size_t d = 0; d < kVectorFeatures; ++d)
    to.vector[d][head] =
        unfold<float>(standard, kCounts + d, linear.columns[kCounts + d] * kVectorScale, bias);
  to.bias[head] = static_cast<float>(bias);
  const auto weight = [&](size_t family, uint32_t row) {
    return linear.columns[column(family, row)] * (family == 2 ? kVerbScale : kWordScale);
  };
  double largest = 1e-9;
  for (size_t family = 0; family < 3; ++family)
    for (uint32_t row = 0; row < kFeatureRows; ++row)
      largest = std::max(largest, std::abs(weight(family, row)));
  to.scale[head] = static_cast<float>(largest / 32767);
  decltype(&to.unigrams) families[] = {&to.unigrams, &to.bigrams, &to.verbs};
  for (size_t family = 0; family < 3; ++family)
    for (uint32_t row = 0; row < kFeatureRows; ++row)
      (*families[family])[row][head] =
          static_cast<int16_t>(std::lround(weight(family, row) / largest * 32767));
}

void store(const TrainedNet& net, const Standard& standard, ClaimNet& to) {
  for (size_t h = 0; h < ClaimNet::kHidden; ++h) {
    double bias = static_cast<double>(net.hidden_bias[h]);
    for (size_t i = 0; i < kDense; ++i)
      to.hidden[i][h] =
          unfold<float>(standard, i, static_cast<double>(net.hidden[i * ClaimNet::kHidden + h]), bias);
    to.hidden_bias[h] = static_cast<float>(bias);
    for (size_t k = 0; k < ClaimNet::kClasses; ++k) to.out[h][k] = net.out[h * ClaimNet::kClasses + k];
  }
  std::copy(net.out_bias.begin(), net.out_bias.end(), to.out_bias.begin());
}

struct Quality {
  double log_loss, average_precision, calibration_error;
};

Quality measure(const ClaimWeights& weights, const std::vector<ClaimExample>& examples, size_t head) {
  std::vector<std::pair<double, bool>> scored;
  for (const ClaimExample& e : examples) {
    const ClaimScores s = score(weights, e.features);
    scored.emplace_back(head == 0 ? s.check_worthiness : s.checkable, e.is_positive(head));
  }
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

void train_nets(const std::vector<ClaimExample>& examples, const Standard& standard, ClaimWeights& weights) {
  constexpr int kEpochs = 8;
  constexpr float kDecay = 1;
  std::vector<std::vector<float>> inputs;
  std::vector<uint8_t> labels;
  for (const ClaimExample& e : examples) {
    inputs.push_back(standard(e.features));
    labels.push_back(static_cast<uint8_t>(e.label));
  }
  for (size_t n = 0; n < weights.nets.size(); ++n)
    store(NetTrainer(kDense, ClaimNet::kHidden, ClaimNet::kClasses, n).train(inputs, labels, kEpochs, kDecay),
          standard, weights.nets[n]);
}

/// Fits one head beside the nets that are there; the regularisation with the lowest log loss on dev stays.
void train_head(LinearTrainer& trainer, const std::vector<ClaimExample>& train,
                const std::vector<ClaimExample>& dev, const Standard& standard, size_t head,
                ClaimWeights& weights) {
  std::vector<bool> labels;
  labels.reserve(train.size());
  for (const ClaimExample& e : train) labels.push_back(e.is_positive(head));
  LinearWeights best;
  double lowest = 0;
  for (const double cost : {0.05, 0.1, 0.2}) {
    const LinearWeights linear = trainer.fit(labels, cost);
    store(linear, standard, head, weights);
    const Quality q = measure(weights, dev, head);
    std::printf("%-16s C %-5g dev log loss %.4f  AP %.4f  ECE %.4f\n",
                head == 0 ? "check_worthiness" : "checkable", cost, q.log_loss, q.average_precision,
                q.calibration_error);
    if (best.columns.empty() || q.log_loss < lowest) {
      lowest = q.log_loss;
      best = linear;
    }
  }
  store(best, standard, head, weights);
}

void train_claims(const std::string& path, const std::vector<ClaimExample>& train,
                  const std::vector<ClaimExample>& dev) {
  const Standard standard(train);
  const auto weights = std::make_unique<ClaimWeights>();
  train_nets(train, standard, *weights);
  std::vector<SparseRow> rows;
  rows.reserve(train.size());
  for (const ClaimExample& e : train) rows.push_back(row_of(e.features, standard));
  LinearTrainer trainer(rows, kColumns);
  for (size_t head = 0; head < ClaimWeights::kHeads; ++head)
    train_head(trainer, train, dev, standard, head, *weights);
  ModelFile::save(path, ClaimWeights::kKind, ClaimWeights::kVersion,
                  std::as_bytes(std::span(weights.get(), 1)));
}

}  // namespace
}  // namespace claimsift

int main(int argc, char** argv) try {
  if (argc < 4) {
    std::fprintf(stderr, "usage: train_claims OUT.model DEV.jsonl TRAIN.jsonl[:TIMES]...\n");
    return 2;
  }
  using namespace claimsift;
  const WordVectors vectors("");
  std::vector<ClaimExample> train, dev;
  load_claims(vectors, argv[2], dev);
  for (int i = 3; i < argc; ++i) {
    const std::string given = argv[i];
    const size_t colon = given.rfind(':');
    const size_t begin = train.size(),
                 times = colon == std::string::npos ? 1 : std::stoul(given.substr(colon + 1));
    load_claims(vectors, given.substr(0, colon), train);
    const std::vector<ClaimExample> again(train.begin() + static_cast<std::ptrdiff_t>(begin), train.end());
    for (size_t n = 1; n < times; ++n) train.insert(train.end(), again.begin(), again.end());
  }
  std::printf("%zu train and %zu dev sentences\n", train.size(), dev.size());
  train_claims(argv[1], train, dev);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "train_claims: %s\n", error.what());
  return 1;
}
