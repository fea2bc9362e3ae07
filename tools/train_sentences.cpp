// SPDX-License-Identifier: Apache-2.0
// train_sentences - trains the vote of the stage `sentences` on JSON Lines of the shape {"text", "licence",
// "sentences": [[b,e]..]}, offsets in code points, by logistic regression with an L1 penalty. A document
// whose `licence` rules out commercial use is left out. The same input gives the same bytes.
//
//   train_sentences MODEL TRAIN.jsonl...
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <span>
#include <stdexcept>
#include <vector>

#include "stages/language/lines.hpp"
#include "stages/language/sentence_vote.hpp"
#include "stages/text/characters.hpp"
#include "tools/linear_trainer.hpp"
#include "tools/trainer_main.hpp"
#include "tools/treebank.hpp"

namespace claimsift {
namespace {

constexpr double kCost = 0.6;

constexpr double kLost = 0.02;  // of the ends, that each step may miss

struct Examples {
  std::vector<VoteFeatures> features;
  std::vector<SparseRow> rows;
  std::vector<bool> ends;
};

SparseRow row_of(const VoteFeatures& features) {
  SparseRow row;
  for (const uint32_t f : features) row.emplace_back(VoteWeights::row(f), 1);
  std::sort(row.begin(), row.end());
  row.erase(std::unique(row.begin(), row.end()), row.end());
  return row;
}

/// The unsure gaps of one sentence, and that behind it, up to `end`, where the paragraph ends.
void add_gaps(std::string_view text, cs_span sentence, size_t end, Examples& examples) {
  for (size_t at = sentence.begin; at <= sentence.end && at < end;) {
    if (!(char_class(text, at) & chars::space)) {
      at += decode(text, at).size;
      continue;
    }
    const VoteGap gap{sentence.begin, at, skip_space(text, at, end), end};
    at = gap.after;
    if (at >= end || gap.before == gap.begin || !is_unsure(text, gap)) continue;
    examples.features.push_back(vote_features(text, gap));
    examples.rows.push_back(row_of(examples.features.back()));
    examples.ends.push_back(gap.before == sentence.end);
  }
}

void add_document(std::string_view text, const std::vector<cs_span>& sentences, Examples& examples) {
  Block block = read_block(text, 0);
  for (const cs_span& s : sentences) {
    while (s.begin >= block.next && block.next < text.size()) block = read_block(text, block.next);
    add_gaps(text, s, block.end, examples);
  }
}

void store(const LinearWeights& fitted, VoteWeights& weights) {
  weights.bias = static_cast<int32_t>(std::lround(fitted.bias * VoteWeights::kScale));
  for (size_t i = 0; i < weights.rows.size(); ++i)
    weights.rows[i] =
        static_cast<int8_t>(std::lround(std::clamp(fitted.columns[i] * VoteWeights::kScale, -127.0, 127.0)));
}

/// The sums, up to a step, with which the vote goes on to end a sentence, but for kLost of the cases.
int32_t least_of(const std::vector<VoteFeatures>& features, const VoteWeights& weights, size_t step) {
  std::vector<int32_t> sums;
  for (const VoteFeatures& f : features)
    if (weights.bias + weights.sum(f, 0, kVoteFeatures) > VoteWeights::kSure)
      sums.push_back(weights.bias + weights.sum(f, 0, step));
  if (sums.empty()) throw std::runtime_error("the vote ends no sentence of the training text");
  std::sort(sums.begin(), sums.end());
  return sums[static_cast<size_t>(kLost * static_cast<double>(sums.size()))] - 1;
}

int run(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: train_sentences MODEL TRAIN.jsonl...\n");
    return 2;
  }
  Examples examples;
  for (int i = 2; i < argc; ++i)
    each_record(argv[i], [&](simdjson::dom::element record, std::string_view text) {
      add_document(text, spans_of(record, "sentences", byte_offsets(text)), examples);
    });
  const auto weights = std::make_unique<VoteWeights>();
  store(LinearTrainer(examples.rows, 1u << VoteWeights::kBits).fit(examples.ends, kCost, Penalty::l1),
        *weights);
  for (size_t i = 0; i < kVoteSteps.size(); ++i)
    weights->least[i] = least_of(examples.features, *weights, kVoteSteps[i]);
  std::printf("%zu places, %td ends; %td weights\n", examples.ends.size(),
              std::count(examples.ends.begin(), examples.ends.end(), true),
              std::count_if(weights->rows.begin(), weights->rows.end(), [](int8_t w) { return w != 0; }));
  ModelFile::save(argv[1], VoteWeights::kKind, VoteWeights::kVersion,
                  std::as_bytes(std::span(weights.get(), 1)));
  return 0;
}

}  // namespace
}  // namespace claimsift

int main(int argc, char** argv) {
  return claimsift::trainer_main("train_sentences", claimsift::run, argc, argv);
}
