// SPDX-License-Identifier: Apache-2.0
// feature_trainer.hpp - an averaged perceptron over keys of stages/language/feature_table.hpp, exact while it
// learns, whatever the table's size; in the table each row goes to the feature with the largest weights.
// Averages of several orders of the examples are summed. One thread.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace claimsift {

template <uint32_t Classes> class FeatureTrainer {
 public:
  static constexpr uint32_t kClasses = Classes;
  using Weights = std::array<float, kClasses>;

  FeatureTrainer() : numbers_(size_t{1} << 22, 0), rows_(1), totals_(1), keys_(1) {}

  /// Begins another perceptron; what the last one learnt goes into the result.
  void restart() {
    for (size_t i = 1; i < rows_.size(); ++i)
      for (uint32_t c = 0; c < kClasses; ++c) {
        totals_[i][c] += static_cast<float>(average(rows_[i], c));
        rows_[i].weight[c] = 0;
        rows_[i].sum[c] = 0;
      }
    step_ = 0;
  }

  template <class Keys> std::array<int32_t, kClasses> scores(const Keys& keys) {
    std::array<int32_t, kClasses> scores{};
    for (const uint32_t key : keys)
      if (const uint32_t number = numbers_[slot(key)]) {
        ++rows_[number].seen;
        for (uint32_t c = 0; c < kClasses; ++c) scores[c] += rows_[number].weight[c];
      }
    return scores;
  }
  void step() { ++step_; }
  /// Moves weights from one column to another.
  template <class Keys> void learn(const Keys& keys, uint32_t right, uint32_t wrong) {
    for (const uint32_t key : keys) {
      Row& row = rows_[number(key)];
      ++row.weight[right];
      row.sum[right] += step_;
      --row.weight[wrong];
      row.sum[wrong] -= step_;
    }
  }

  /// Ends the learning: calls `place(key, weights)` with the sum of the averages of all perceptrons for each
  /// feature, the strongest first: large weights count, and so does how often the feature was seen.
  template <class Place> void finish(Place&& place) {
    restart();
    std::vector<double> force(rows_.size(), 0);
    std::vector<uint32_t> order;
    for (uint32_t i = 1; i < rows_.size(); ++i) {
      for (const float w : totals_[i]) force[i] += std::abs(w);
      force[i] *= std::sqrt(1.0 + rows_[i].seen);
      if (force[i] > 0) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
      return force[a] != force[b] ? force[a] > force[b] : keys_[a] < keys_[b];
    });
    for (const uint32_t i : order) place(keys_[i], totals_[i]);
  }
  /// What the weights are to be multiplied by, so that all but the very largest fit into -most to most. The
  /// largest are those of the few features that fire everywhere: cutting even one weight in 5000 costs two
  /// points of LAS.
  float scale(float most) const {
    std::vector<float> sizes;
    for (const Weights& weights : totals_)
      for (const float w : weights)
        if (w != 0) sizes.push_back(std::abs(w));
    if (sizes.empty()) return 1;
    const size_t top = sizes.size() - 1 - sizes.size() / 200000;
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<ptrdiff_t>(top), sizes.end());
    return most / sizes[top];
  }
  size_t size() const { return rows_.size() - 1; }

 private:
  struct Row {
    std::array<int32_t, kClasses> weight{};
    std::array<int64_t, kClasses> sum{};
    uint32_t seen = 0;  // times it was asked for
  };
  double average(const Row& row, uint32_t c) const {
    return row.weight[c] - static_cast<double>(row.sum[c]) / static_cast<double>(step_ + 1);
  }
  size_t slot(uint32_t key) const {
    const size_t mask = numbers_.size() - 1;
    size_t at = (key * 0x9E3779B1u) & mask;
    while (numbers_[at] != 0 && keys_[numbers_[at]] != key) at = (at + 1) & mask;
    return at;
  }
  uint32_t number(uint32_t key) {
    const size_t at = slot(key);
    if (numbers_[at] != 0) return numbers_[at];
    const auto fresh = static_cast<uint32_t>(rows_.size());
    rows_.emplace_back();
    totals_.emplace_back();
    keys_.push_back(key);
    numbers_[at] = fresh;
    if (rows_.size() * 2 > numbers_.size()) grow();
    return fresh;
  }
  void grow() {
    std::vector<uint32_t> larger(numbers_.size() * 2, 0);
    numbers_.swap(larger);
    for (uint32_t i = 1; i < rows_.size(); ++i) numbers_[slot(keys_[i])] = i;
  }

  std::vector<uint32_t> numbers_;  // by key, open addressing; 0 is free
  std::vector<Row> rows_;          // from 1
  std::vector<Weights> totals_;
  std::vector<uint32_t> keys_;
  int64_t step_ = 0;
};

/// A weight as an integer from -most to most.
inline int32_t quantised(float weight, int32_t most) {
  return std::clamp(static_cast<int32_t>(std::lround(weight)), -most, most);
}

/// Splits the entries of a feature into lists as long as there is place.
template <class Table>
void fill_lists(uint32_t key, const std::vector<typename Table::Entry>& entries, Table& table) {
  typename Table::List* before = nullptr;
  for (uint32_t part = 0; part < Table::kMostLists && part * Table::kListed < entries.size(); ++part) {
    uint32_t at = Table::list_row(key, part);
    if (table.lists[at].check != 0) at ^= 1;
    if (table.lists[at].check != 0 || table.find(key, part)) return;
    table.lists[at].check = Table::list_check(key);
    const size_t from = part * Table::kListed;
    std::copy_n(entries.begin() + static_cast<ptrdiff_t>(from),
                std::min<size_t>(entries.size() - from, Table::kListed), table.lists[at].entries.begin());
    if (before) before->check |= 1;
    before = &table.lists[at];
  }
}

/// Fills a table of stages/language/feature_table.hpp: a feature stands where it fits, if no stronger one
/// does. Weights are multiplied by `scale`, by default so that they fit.
template <class Table> void fill(FeatureTrainer<Table::kClasses>& trainer, Table& table, float scale = 0) {
  using Entry = typename Table::Entry;
  table.dense = {};
  table.lists = {};
  trainer.finish([&](uint32_t key, const auto& weights) {
    if (scale == 0) scale = trainer.scale(127);
    std::vector<Entry> entries;
    for (uint32_t c = Table::kFirst; c < Table::kClasses; ++c)
      if (const int32_t w = quantised(weights[c] * scale, 127); w != 0)
        entries.push_back({static_cast<uint8_t>(c), static_cast<int8_t>(w)});
    if (entries.empty()) return;
    auto& row = table.dense[Table::dense_row(key)];
    if (entries.size() > Table::kListed * Table::kMostLists && row[0] == 0) {
      for (const Entry e : entries) row[e.to] = e.weight;
      row[0] = static_cast<int8_t>(Table::dense_check(key));
      row[1] = static_cast<int8_t>(Table::dense_check(key) >> 8);
      return;
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](Entry a, Entry b) { return std::abs(a.weight) > std::abs(b.weight); });
    fill_lists(key, entries, table);
  });
}

}  // namespace claimsift
