// SPDX-License-Identifier: Apache-2.0
// tables.hpp - the layers of one document as the host keeps them: adopted arrays, or rows staged one by
// one that are sorted and checked when the stage returns. The engine and the test host share it, so that
// a plugin's tests see exactly the checks of a real run. One thread at a time; memory from the arena.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "claimsift/host/arena.hpp"
#include "claimsift/host/utf8.hpp"
#include "claimsift/layer.hpp"

namespace claimsift::host {

/// Bytes of one element of a column type.
constexpr size_t element_size(cs_type type) {
  switch (type) {
    case CS_FLAG:
    case CS_CHOICE: return 1;
    case CS_ID:
    case CS_REF: return 4;
    case CS_STRING: return sizeof(cs_str);
    default: return 8;
  }
}

/// What is known of a layer before any document: the same for all tables of a run.
struct TableSchema {
  std::string name;
  const cs_layer* layer = nullptr;
  uint32_t column_count = 0;
  uint32_t base = kNoRow;         // the layer that it extends, or its parent
  std::vector<uint32_t> targets;  // per column: the layer that a CS_REF points at
  std::vector<uint32_t> choices;  // per column: how many names a CS_CHOICE has

  bool extends() const { return (layer->flags & CS_EXTENDS) != 0; }
  bool child() const { return (layer->flags & CS_CHILD) != 0; }
  cs_type type(uint32_t column) const { return layer->columns[column].type; }
};

/// Completes a schema whose name, layer, base and targets are known.
inline void count_columns(TableSchema& schema) {
  schema.column_count = 0;
  schema.choices.clear();
  for (const cs_column* c = schema.layer->columns; c && c->name; ++c, ++schema.column_count) {
    uint32_t names = 0;
    while (c->choices && c->choices[names]) ++names;
    schema.choices.push_back(names);
  }
  schema.targets.resize(schema.column_count, kNoRow);
}

/// One layer of one document.
struct Table {
  bool present = false;
  uint32_t count = 0;
  const cs_span* spans = nullptr;
  void** columns = nullptr;
  uint32_t capacity = 0;  // of the staged arrays; 0: nothing staged
};

/// The layers of one document.
class Tables {
 public:
  Tables(const std::vector<TableSchema>& schemas, Arena& arena) : schemas_(&schemas), arena_(&arena) {
    tables_.resize(schemas.size());
  }

  /// Forgets all layers; `text` must outlive them.
  void reset(std::string_view text, bool ascii) {
    text_ = text;
    ascii_ = ascii;
    std::fill(tables_.begin(), tables_.end(), Table{});
  }

  const Table& operator[](uint32_t layer) const { return tables_[layer]; }

  /// Takes in schemas that were added since (the test host learns of layers as it goes).
  void resize() { tables_.resize(schemas_->size()); }

  /// Adopts a whole layer; an empty string, or what is wrong with it.
  std::string write(uint32_t layer, size_t count, const cs_span* spans, const void* const* columns) {
    Table& t = tables_[layer];
    const TableSchema& s = (*schemas_)[layer];
    if (t.present || t.capacity) return "layer `" + s.name + "` is written twice";
    if (count >= kNoRow) return "layer `" + s.name + "` has too many rows";
    t.count = static_cast<uint32_t>(count);
    t.spans = s.extends() ? tables_[s.base].spans : spans;
    t.columns = arena_->array<void*>(s.column_count);
    for (uint32_t c = 0; c < s.column_count; ++c) t.columns[c] = const_cast<void*>(columns[c]);
    t.present = true;
    return check(layer);
  }

  /// Stages a row with null columns.
  uint32_t add(uint32_t layer, cs_span span) {
    Table& t = tables_[layer];
    if (t.count == t.capacity) grow(layer);
    const_cast<cs_span*>(t.spans)[t.count] = span;
    const TableSchema& s = (*schemas_)[layer];
    for (uint32_t c = 0; c < s.column_count; ++c) set_null(t.columns[c], s.type(c), t.count);
    return t.count++;
  }
  bool staged(uint32_t layer, uint32_t row) const {
    return tables_[layer].capacity && row < tables_[layer].count;
  }
  template <class T> void set(uint32_t layer, uint32_t row, uint32_t column, T value) {
    static_cast<T*>(tables_[layer].columns[column])[row] = value;
  }
  std::string_view keep(std::string_view s) { return arena_->keep(s); }

  /// Ends a stage's call: sorts and checks what it staged and makes all of `layers` (those that it writes,
  /// parents first) present. An empty string, or what is wrong.
  std::string commit(const uint32_t* layers, size_t count) {
    for (size_t i = 0; i < count; ++i) {
      Table& t = tables_[layers[i]];
      if (t.capacity) {
        if (!(*schemas_)[layers[i]].extends()) sort(layers[i], layers, count);
        t.present = true;
      }
    }
    for (size_t i = 0; i < count; ++i) {
      Table& t = tables_[layers[i]];
      const TableSchema& s = (*schemas_)[layers[i]];
      if (t.capacity) {
        if (s.extends()) t.spans = tables_[s.base].spans;
        t.capacity = 0;
        if (std::string wrong = check(layers[i]); !wrong.empty()) return wrong;
      } else if (!t.present) {
        if (s.extends() && tables_[s.base].count != 0)
          return "layer `" + s.name + "` has no rows, but `" + (*schemas_)[s.base].name + "` has";
        t.present = true;
        t.columns = arena_->array<void*>(s.column_count);
        std::fill_n(t.columns, s.column_count, nullptr);
      }
    }
    return {};
  }

  /// Undoes what a stage wrote when its call failed.
  void discard(const uint32_t* layers, size_t count) {
    for (size_t i = 0; i < count; ++i) tables_[layers[i]] = Table{};
  }

 private:
  static void set_null(void* column, cs_type type, uint32_t row) {
    switch (type) {
      case CS_FLAG:
      case CS_CHOICE: static_cast<uint8_t*>(column)[row] = CS_NULL_FLAG; break;
      case CS_INT: static_cast<int64_t*>(column)[row] = CS_NULL_INT; break;
      case CS_NUMBER: static_cast<double*>(column)[row] = NAN; break;
      case CS_STRING: static_cast<cs_str*>(column)[row] = {nullptr, 0}; break;
      case CS_SPAN: static_cast<cs_span*>(column)[row] = kNoSpan; break;
      default: static_cast<uint32_t*>(column)[row] = CS_NULL_ID; break;
    }
  }

  void grow(uint32_t layer) {
    Table& t = tables_[layer];
    const TableSchema& s = (*schemas_)[layer];
    const uint32_t capacity = std::max<uint32_t>(16, t.capacity * 2);
    const auto moved = [&](const void* old, size_t size) {
      void* now = arena_->alloc(capacity * size, 8);
      if (t.count) std::memcpy(now, old, t.count * size);
      return now;
    };
    t.spans = static_cast<cs_span*>(moved(t.spans, sizeof(cs_span)));
    void** columns = arena_->array<void*>(s.column_count);
    for (uint32_t c = 0; c < s.column_count; ++c)
      columns[c] = moved(t.columns ? t.columns[c] : nullptr, element_size(s.type(c)));
    t.columns = columns;
    t.capacity = capacity;
  }

  /// Sorts staged rows by (parent, begin, longest first), equal ones as added, and lets references to them
  /// from the layers of the same call follow.
  void sort(uint32_t layer, const uint32_t* layers, size_t count) {
    Table& t = tables_[layer];
    const TableSchema& s = (*schemas_)[layer];
    uint32_t* order = arena_->array<uint32_t>(t.count);
    std::iota(order, order + t.count, 0u);
    const cs_span* spans = t.spans;
    const uint32_t* of = s.child() ? static_cast<const uint32_t*>(t.columns[0]) : nullptr;
    const auto before = [&](uint32_t a, uint32_t b) {
      if (of && of[a] != of[b]) return of[a] < of[b];
      if (spans[a].begin != spans[b].begin) return spans[a].begin < spans[b].begin;
      if (spans[a].end != spans[b].end) return spans[a].end > spans[b].end;
      return a < b;  // a total order, so that an unstable sort without allocation will do
    };
    if (std::is_sorted(order, order + t.count, before)) return;
    std::sort(order, order + t.count, before);
    uint32_t* row_now = arena_->array<uint32_t>(t.count);
    for (uint32_t i = 0; i < t.count; ++i) row_now[order[i]] = i;
    t.spans = permuted(t.spans, order, t.count);
    for (uint32_t c = 0; c < s.column_count; ++c) {
      switch (element_size(s.type(c))) {
        case 1: t.columns[c] = permuted(static_cast<uint8_t*>(t.columns[c]), order, t.count); break;
        case 4: t.columns[c] = permuted(static_cast<uint32_t*>(t.columns[c]), order, t.count); break;
        case 8: t.columns[c] = permuted(static_cast<uint64_t*>(t.columns[c]), order, t.count); break;
        default: t.columns[c] = permuted(static_cast<cs_str*>(t.columns[c]), order, t.count); break;
      }
    }
    for (size_t i = 0; i < count; ++i) follow(layers[i], layer, row_now);
  }
  template <class T> T* permuted(const T* from, const uint32_t* order, uint32_t count) {
    T* to = arena_->array<T>(count);
    for (uint32_t i = 0; i < count; ++i) std::memcpy(static_cast<void*>(to + i), from + order[i], sizeof(T));
    return to;
  }
  void follow(uint32_t referring, uint32_t layer, const uint32_t* row_now) {
    Table& t = tables_[referring];
    const TableSchema& s = (*schemas_)[referring];
    if (!t.capacity) return;
    for (uint32_t c = 0; c < s.column_count; ++c) {
      if (s.type(c) != CS_REF || s.targets[c] != layer) continue;
      auto* rows = static_cast<uint32_t*>(t.columns[c]);
      for (uint32_t i = 0; i < t.count; ++i)
        if (rows[i] < tables_[layer].count) rows[i] = row_now[rows[i]];
    }
  }

  bool good_span(cs_span v) const {
    return v.begin <= v.end && v.end <= text_.size() &&
           (ascii_ || (at_code_point(text_, v.begin) && at_code_point(text_, v.end)));
  }
  bool good_string(cs_str v) const {
    if (v.data == nullptr || (v.data >= text_.data() && v.data + v.size <= text_.data() + text_.size()))
      return true;
    return invalid_utf8({v.data, v.size}) == std::string_view::npos;
  }

  std::string check(uint32_t layer) const {
    const Table& t = tables_[layer];
    const TableSchema& s = (*schemas_)[layer];
    const auto wrong = [&](uint32_t row, const std::string& what) {
      return "layer `" + s.name + "`, row " + std::to_string(row) + ": " + what;
    };
    if (s.extends()) {
      if (t.count != tables_[s.base].count)
        return "layer `" + s.name + "` has " + std::to_string(t.count) + " rows, `" +
               (*schemas_)[s.base].name + "`, which it extends, has " + std::to_string(tables_[s.base].count);
    } else {
      const uint32_t* of = s.child() ? static_cast<const uint32_t*>(t.columns[0]) : nullptr;
      for (uint32_t i = 0; i < t.count; ++i) {
        if (!good_span(t.spans[i]))
          return wrong(i, "span " + std::to_string(t.spans[i].begin) + ".." + std::to_string(t.spans[i].end) +
                              " is no stretch of the text (" + std::to_string(text_.size()) + " bytes)");
        if (i == 0 || (of && of[i - 1] < of[i])) continue;
        const cs_span a = t.spans[i - 1], b = t.spans[i];
        if ((of && of[i - 1] > of[i]) || a.begin > b.begin || (a.begin == b.begin && a.end < b.end))
          return wrong(i, of ? "rows are not sorted by (parent, begin, longest first)"
                             : "rows are not sorted by (begin, longest first)");
      }
    }
    for (uint32_t c = 0; c < s.column_count; ++c)
      if (const uint32_t row = bad_value(s, c, t); row != kNoRow)
        return wrong(row, "column `" + std::string(s.layer->columns[c].name) +
                              "` has a value that is none of its type");
    return {};
  }

  /// The first row with a value that the column's type does not allow, or kNoRow.
  uint32_t bad_value(const TableSchema& s, uint32_t c, const Table& t) const {
    const void* column = t.columns[c];
    const auto first = [&](auto* values, auto good) {
      for (uint32_t i = 0; i < t.count; ++i)
        if (!good(values[i])) return i;
      return kNoRow;
    };
    switch (s.type(c)) {
      case CS_FLAG:
        return first(static_cast<const uint8_t*>(column),
                     [](uint8_t v) { return v <= 1 || v == CS_NULL_FLAG; });
      case CS_CHOICE:
        return first(static_cast<const uint8_t*>(column),
                     [&](uint8_t v) { return v < s.choices[c] || v == CS_NULL_FLAG; });
      case CS_NUMBER:
        return first(static_cast<const double*>(column), [](double v) { return !std::isinf(v); });
      case CS_STRING:
        return first(static_cast<const cs_str*>(column), [&](cs_str v) { return good_string(v); });
      case CS_SPAN:
        return first(static_cast<const cs_span*>(column),
                     [&](cs_span v) { return is_null(v) || good_span(v); });
      case CS_REF: {
        const bool parent = s.child() && c == 0;
        const uint32_t rows = s.targets[c] == kNoRow ? 0 : tables_[s.targets[c]].count;
        return first(static_cast<const uint32_t*>(column),
                     [&](uint32_t v) { return v < rows || (v == kNoRow && !parent); });
      }
      default: return kNoRow;
    }
  }

  const std::vector<TableSchema>* schemas_;
  Arena* arena_;
  std::vector<Table> tables_;
  std::string_view text_;
  bool ascii_ = false;
};

}  // namespace claimsift::host
