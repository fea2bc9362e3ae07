// SPDX-License-Identifier: Apache-2.0
// train_attribution - trains the tagger of the stage `attribution` on JSON Lines of the shape
// {"text", "attributions": [{"source": [[b,e]..], "cue": [[b,e]..], "content": [[b,e]..]}], "ignore": [[b,e]..]},
// offsets in code points. The same input gives the same bytes.
//
//   train_attribution TRAIN.jsonl MODEL [EPOCHS]
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include <simdjson.h>

#include "claimsift/test_host.hpp"
#include "stages/language/sentences.hpp"
#include "stages/language/tokens.hpp"
#include "stages/quotations/quotes.hpp"
#include "stages/quotations/role_model.hpp"
#include "stages/quotations/role_viterbi.hpp"

namespace claimsift {
namespace {

constexpr double kLargest = 8000;  // the largest quantised weight

struct Example {
  std::unique_ptr<TestDocument> document;
  Reading reading;
  std::unique_ptr<RoleFeatures> features;
  std::vector<TokenRange> ranges;  // without what is to be ignored
  std::vector<uint8_t> gold;
};

/// Byte offset of each code point, and of the end.
std::vector<uint32_t> code_points(std::string_view text) {
  std::vector<uint32_t> offsets;
  for (uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) offsets.push_back(i);
  offsets.push_back(static_cast<uint32_t>(text.size()));
  return offsets;
}

/// Calls `span(begin, end)` in bytes for each pair of a JSON list.
template <class F> void each_span(simdjson::dom::element list, const std::vector<uint32_t>& offsets, F&& span) {
  for (const simdjson::dom::element pair : list.get_array()) {
    const auto begin = static_cast<size_t>(pair.at(0).get_int64().value());
    const auto end = static_cast<size_t>(pair.at(1).get_int64().value());
    if (begin < end && end < offsets.size()) span(offsets[begin], offsets[end]);
  }
}

Example read_example(simdjson::dom::element record, const Cues& cues) {
  Example e;
  e.document = std::make_unique<TestDocument>(std::string(record["text"].get_string().value()));
  TestDocument& doc = *e.document;
  run_stage<Sentences>(doc);
  run_stage<Tokens>(doc);
  run_stage<Quotes>(doc);
  e.reading = read_document(doc.text(), doc.layer<layers::Sentences>(), doc.layer<layers::Tokens>(), doc.layer<layers::Quotes>(), cues);
  const Reading& r = e.reading;
  e.features = std::make_unique<RoleFeatures>(r, tag_by_rules(r));
  e.gold.assign(r.size(), 0);
  const std::vector<uint32_t> offsets = code_points(doc.text());
  const auto tokens_in = [&](uint32_t begin, uint32_t end) {
    const auto at = [&](uint32_t offset) {
      return static_cast<uint32_t>(std::lower_bound(r.spans.begin(), r.spans.end(), offset,
                                                    [](cs_span s, uint32_t o) { return s.begin < o; }) - r.spans.begin());
    };
    return TokenRange{at(begin), at(end)};
  };
  for (const simdjson::dom::element a : record["attributions"].get_array()) {
    const auto label = [&](const char* key, Role role) {
      each_span(a[key].value(), offsets, [&](uint32_t begin, uint32_t end) {
        const TokenRange t = tokens_in(begin, end);
        for (uint32_t i = t.first; i < t.last; ++i) e.gold[i] = static_cast<uint8_t>(label_of_tag({role, i == t.first}));
      });
    };
    label("source", Role::source);
    label("cue", Role::cue);
    label("content", Role::content);
  }
  std::vector<TokenRange> ignored;
  if (simdjson::dom::element list; !record["ignore"].get(list))
    each_span(list, offsets, [&](uint32_t begin, uint32_t end) { ignored.push_back(tokens_in(begin, end)); });
  for (const TokenRange& range : decoding_ranges(r)) {
    const bool skip = std::any_of(ignored.begin(), ignored.end(), [&](const TokenRange& i) { return i.first < range.last && range.first < i.last; });
    if (!skip) e.ranges.push_back(range);
    // A stretch that goes on over the begin of a range begins there anew.
    uint8_t& first = e.gold[range.first];
    if (first > 0 && first % 2 == 0) --first;
    for (uint32_t i = range.first + 1; i < range.last; ++i)  // what overlapping roles cut begins anew as well
      if (!may_follow(e.gold[i], e.gold[i - 1])) --e.gold[i];
  }
  return e;
}

/// Weights with their running sum for the average: average = weight - sum / steps.
struct Averaged {
  std::vector<int32_t> weight;
  std::vector<int64_t> sum;
  explicit Averaged(size_t n) : weight(n), sum(n) {}
  void add(size_t i, int32_t d, int64_t step) {
    weight[i] += d;
    sum[i] += d * step;
  }
};

class Trainer {
 public:
  Trainer() : features_(size_t{RoleWeights::kColumns} << RoleWeights::kBits), transitions_(RoleWeights::kColumns * RoleWeights::kColumns) {}

  /// One pass; the number of tokens that were wrong.
  size_t pass(const std::vector<Example>& examples, std::vector<std::pair<uint32_t, uint32_t>> order) {
    size_t wrong = 0;
    std::vector<uint8_t> labels;
    for (const auto& [example, range] : order) {
      ++step_;
      const Example& e = examples[example];
      wrong += update(e, e.ranges[range], labels);
    }
    return wrong;
  }

  void save(const std::string& path) const {
    const auto average = [&](const Averaged& a, size_t i) { return a.weight[i] - static_cast<double>(a.sum[i]) / static_cast<double>(step_ + 1); };
    double largest = 1e-9;
    for (size_t i = 0; i < features_.weight.size(); ++i) largest = std::max(largest, std::abs(average(features_, i)));
    for (size_t i = 0; i < transitions_.weight.size(); ++i) largest = std::max(largest, std::abs(average(transitions_, i)));
    const double scale = kLargest / largest;
    const auto weights = std::make_unique<RoleWeights>();
    const auto quantised = [&](const Averaged& a, size_t i) { return static_cast<int16_t>(std::lround(average(a, i) * scale)); };
    for (size_t row = 0; row < weights->features.size(); ++row)
      for (size_t l = 0; l < RoleWeights::kColumns; ++l) weights->features[row][l] = quantised(features_, row * RoleWeights::kColumns + l);
    for (size_t row = 0; row < RoleWeights::kColumns; ++row)
      for (size_t l = 0; l < RoleWeights::kColumns; ++l) weights->transitions[row][l] = quantised(transitions_, row * RoleWeights::kColumns + l);
    ModelFile::save(path, RoleWeights::kKind, RoleWeights::kVersion,
                    {reinterpret_cast<const std::byte*>(weights.get()), sizeof(RoleWeights)});
  }

 private:
  size_t update(const Example& e, const TokenRange& range, std::vector<uint8_t>& labels) {
    std::vector<RoleFeatures::Rows> rows(range.size());
    for (uint32_t i = range.first; i < range.last; ++i) e.features->of(i, range, rows[i - range.first]);
    viterbi<int32_t>(
        range,
        [&](uint32_t token, LabelScores<int32_t>& scores) {
          scores = {};
          for (const uint32_t row : rows[token - range.first])
            for (uint32_t l = 0; l < kRoleLabels; ++l) scores[l] += features_.weight[row * RoleWeights::kColumns + l];
        },
        [&](uint32_t previous, uint32_t label) { return transitions_.weight[previous * RoleWeights::kColumns + label]; }, labels);
    size_t wrong = 0;
    uint32_t gold_before = kRoleLabels, before = kRoleLabels;
    for (uint32_t i = 0; i < range.size(); ++i) {
      const uint32_t gold = e.gold[range.first + i], label = labels[i];
      if (gold != label) {
        ++wrong;
        for (const uint32_t row : rows[i]) {
          features_.add(row * RoleWeights::kColumns + gold, 1, step_);
          features_.add(row * RoleWeights::kColumns + label, -1, step_);
        }
      }
      if (gold != label || gold_before != before) {
        transitions_.add(gold_before * RoleWeights::kColumns + gold, 1, step_);
        transitions_.add(before * RoleWeights::kColumns + label, -1, step_);
      }
      gold_before = gold;
      before = label;
    }
    return wrong;
  }

  Averaged features_, transitions_;
  int64_t step_ = 0;
};

int run(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: train_attribution TRAIN.jsonl MODEL [EPOCHS]\n");
    return 2;
  }
  const int epochs = argc > 3 ? std::atoi(argv[3]) : 15;
  const Cues cues;
  std::vector<Example> examples;
  simdjson::dom::parser parser;
  simdjson::dom::document_stream records;
  simdjson::padded_string file = simdjson::padded_string::load(argv[1]);
  records = parser.parse_many(file, 64 << 20);
  for (auto record : records) examples.push_back(read_example(record.value(), cues));

  std::vector<std::pair<uint32_t, uint32_t>> order;
  for (uint32_t i = 0; i < examples.size(); ++i)
    for (uint32_t k = 0; k < examples[i].ranges.size(); ++k) order.emplace_back(i, k);
  Trainer trainer;
  uint64_t state = 42;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (size_t i = order.size(); i > 1; --i) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      std::swap(order[i - 1], order[(state >> 33) % i]);
    }
    std::fprintf(stderr, "epoch %d: %zu tokens wrong\n", epoch + 1, trainer.pass(examples, order));
  }
  trainer.save(argv[2]);
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
