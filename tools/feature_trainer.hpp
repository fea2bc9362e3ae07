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

template <class Table> class FeatureTrainer {
 public:
  static constexpr uint32_t kClasses = Table::kClasses;

  FeatureTrainer() : numbers_(size_t{1} << 22, 0), rows_(1), totals_(1), keys_(1) {}

  /// Begins another perceptron; what the last one learnt goes into the result.
  void restart() {
    for (size_t i = 1; i < rows_.size(); ++i)
      for (uint32_t c = Table::kFirst; c < kClasses; ++c) {
        totals_[i][c] += average(rows_[i], c);
        rows_[i].weight[c] = 0;
        rows_[i].sum[c] = 0;
      }
    step_ = 0;
  }

  template <class Keys> std::array<int32_t, kClasses> scores(const Keys& keys) const {
    std::array<int32_t, kClasses> scores{};
    for (const uint32_t key : keys)
      if (const uint32_t number = numbers_[slot(key)])
        for (uint32_t c = 0; c < kClasses; ++c) scores[c] += rows_[number].weight[c];
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

  /// The sum of the averages of all perceptrons since the last restart, as 8-bit weights; the few largest are
  /// cut.
  void store(Table& table) {
    restart();
    std::vector<float> sizes;
    std::vector<double> force(rows_.size(), 0);
    for (size_t i = 1; i < rows_.size(); ++i)
      for (uint32_t c = Table::kFirst; c < kClasses; ++c)
        if (const double w = std::abs(totals_[i][c]); w > 0) {
          sizes.push_back(static_cast<float>(w));
          force[i] += w;
        }
    const size_t top = sizes.size() - 1 - sizes.size() / 5000;
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<ptrdiff_t>(top), sizes.end());
    scale_ = 127 / sizes[top];
    std::vector<uint32_t> order;
    for (uint32_t i = 1; i < rows_.size(); ++i) order.push_back(i);
    std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
      return force[a] != force[b] ? force[a] > force[b] : keys_[a] < keys_[b];
    });
    table.dense = {};
    table.lists = {};
    for (const uint32_t i : order) place(i, table);
  }
  size_t size() const { return rows_.size() - 1; }

 private:
  using Entry = typename Table::Entry;

  /// Puts a feature where it fits, if no stronger one stands there.
  void place(uint32_t i, Table& table) const {
    std::vector<Entry> entries;
    for (uint32_t c = Table::kFirst; c < kClasses; ++c)
      if (const int8_t w = quantised(totals_[i][c]); w != 0) entries.push_back({static_cast<uint8_t>(c), w});
    if (entries.empty()) return;
    const uint32_t key = keys_[i];
    auto& row = table.dense[Table::dense_row(key)];
    if (entries.size() > Table::kListed * Table::kMostLists && row[0] == 0) {
      for (const Entry e : entries) row[e.to] = e.weight;
      row[0] = static_cast<int8_t>(Table::dense_check(key));
      row[1] = static_cast<int8_t>(Table::dense_check(key) >> 8);
      return;
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](Entry a, Entry b) { return std::abs(a.weight) > std::abs(b.weight); });
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
  int8_t quantised(double w) const {
    return static_cast<int8_t>(std::lround(std::clamp(w * scale_, -127.0, 127.0)));
  }

  struct Row {
    std::array<int32_t, kClasses> weight{};
    std::array<int64_t, kClasses> sum{};
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
  std::vector<std::array<float, kClasses>> totals_;
  std::vector<uint32_t> keys_;
  int64_t step_ = 0;
  double scale_ = 1;
};

}  // namespace claimsift
