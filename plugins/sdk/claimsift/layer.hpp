// SPDX-License-Identifier: Apache-2.0
// layer.hpp - layers as types: one alias declares a table's name, columns and documentation, and from it
// come the constant tables of the C ABI and unchecked-at-run-time, checked-at-compile-time access:
//
//   using Hedges = Layer<"hedges", Doc<"One span for each hedge.">,
//                        Column<"word", String, "The hedge in lower case.">>;
//
// Everything here is constant data and views; views are valid until the running call returns.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>
#include <type_traits>

#include "claimsift/plugin.h"

namespace claimsift {

/// A string as a template argument.
template <size_t N> struct Name {
  char data[N]{};
  constexpr Name(const char (&s)[N]) { std::copy_n(s, N, data); }  // NOLINT: implicit by design
  constexpr std::string_view view() const { return {data, N - 1}; }
};
template <Name N> inline constexpr auto kName =
    N;  // a template parameter object: one address, static storage

inline std::string_view view(cs_str s) { return {s.data, s.size}; }
inline cs_str borrow(std::string_view s) { return {s.data(), s.size()}; }

// --- Column types -----------------------------------------------------------------------------------

struct Flag {};
struct Int {};
struct Number {};
struct String {};
struct Id {};
struct Span {};
template <Name Target> struct Ref {};

/// The names of a choice column, specialised for its enum class (underlying type uint8_t):
///   template <> struct Choices<Colour> { static constexpr const char* names[] = {"red", "blue", nullptr}; };
template <class E> struct Choices;

inline constexpr cs_span kNoSpan{CS_NULL_ID, CS_NULL_ID};
inline constexpr uint32_t kNoRow = CS_NULL_ID;

/// How a column type is stored and declared.
template <class T> struct ColumnTraits {  // an enum: CS_CHOICE
  static_assert(std::is_enum_v<T> && sizeof(T) == 1, "a choice column needs an enum class of uint8_t");
  using Value = T;
  static constexpr cs_type type = CS_CHOICE;
  static constexpr const char* target = nullptr;
  static constexpr const char* const* choices = Choices<T>::names;
  static constexpr Value null = static_cast<T>(255);
};
template <class V, cs_type Type> struct PlainTraits {
  using Value = V;
  static constexpr cs_type type = Type;
  static constexpr const char* target = nullptr;
  static constexpr const char* const* choices = nullptr;
};
template <> struct ColumnTraits<Flag> : PlainTraits<uint8_t, CS_FLAG> {
  static constexpr uint8_t null = CS_NULL_FLAG;
};
template <> struct ColumnTraits<Int> : PlainTraits<int64_t, CS_INT> {
  static constexpr int64_t null = CS_NULL_INT;
};
template <> struct ColumnTraits<Number> : PlainTraits<double, CS_NUMBER> {
  static constexpr double null = NAN;
};
template <> struct ColumnTraits<String> : PlainTraits<cs_str, CS_STRING> {
  static constexpr cs_str null{nullptr, 0};
};
template <> struct ColumnTraits<Id> : PlainTraits<uint32_t, CS_ID> {
  static constexpr uint32_t null = CS_NULL_ID;
};
template <> struct ColumnTraits<Span> : PlainTraits<cs_span, CS_SPAN> {
  static constexpr cs_span null = kNoSpan;
};
template <Name Target> struct ColumnTraits<Ref<Target>> : PlainTraits<uint32_t, CS_REF> {
  static constexpr const char* target = kName<Target>.data;
  static constexpr uint32_t null = kNoRow;
};

constexpr bool is_null(uint8_t v) { return v == CS_NULL_FLAG; }
constexpr bool is_null(int64_t v) { return v == CS_NULL_INT; }
constexpr bool is_null(uint32_t v) { return v == CS_NULL_ID; }
constexpr bool is_null(cs_str v) { return v.data == nullptr; }
constexpr bool is_null(cs_span v) { return v.begin == CS_NULL_ID; }
inline bool is_null(double v) { return std::isnan(v); }
template <class E>
requires std::is_enum_v<E>
constexpr bool is_null(E v) { return static_cast<uint8_t>(v) == 255; }

/// The name of a choice, empty for null.
template <class E>
requires std::is_enum_v<E>
constexpr std::string_view choice_name(E v) {
  return is_null(v) ? std::string_view{} : std::string_view{Choices<E>::names[static_cast<uint8_t>(v)]};
}

// --- The parts of a layer ----------------------------------------------------------------------------

template <Name N, class T, Name D = ""> struct Column {
  using Traits = ColumnTraits<T>;
  static constexpr std::string_view name = kName<N>.view();
  static constexpr cs_column declaration{kName<N>.data, Traits::type, kName<D>.data, Traits::target,
                                         Traits::choices};
};
template <Name Text> struct Doc {};
template <Name Base> struct Extends {};
template <Name Parent> struct ChildOf {};

namespace detail {

template <class Part> struct PartTraits { using Columns = std::tuple<Part>; };
template <Name Text> struct PartTraits<Doc<Text>> {
  using Columns = std::tuple<>;
  static constexpr const char* doc = kName<Text>.data;
};
template <Name Base> struct PartTraits<Extends<Base>> {
  using Columns = std::tuple<>;
  static constexpr const char* of = kName<Base>.data;
  static constexpr uint32_t flags = CS_EXTENDS;
};
template <Name Parent> struct PartTraits<ChildOf<Parent>> {
  using Columns = std::tuple<Column<"of", Ref<Parent>, "The row that this one belongs to.">>;
  static constexpr const char* of = kName<Parent>.data;
  static constexpr uint32_t flags = CS_CHILD;
};

template <class... Parts> constexpr const char* doc_of() {
  const char* doc = "";
  ((void)([&] {
     if constexpr (requires { PartTraits<Parts>::doc; }) doc = PartTraits<Parts>::doc;
   }()),
   ...);
  return doc;
}
template <class... Parts> constexpr const char* base_of() {
  const char* of = nullptr;
  ((void)([&] {
     if constexpr (requires { PartTraits<Parts>::of; }) of = PartTraits<Parts>::of;
   }()),
   ...);
  return of;
}
template <class... Parts> constexpr uint32_t flags_of() {
  uint32_t flags = 0;
  ((void)([&] {
     if constexpr (requires { PartTraits<Parts>::flags; }) flags |= PartTraits<Parts>::flags;
   }()),
   ...);
  return flags;
}

template <class Tuple> struct ColumnTable;
template <class... Columns> struct ColumnTable<std::tuple<Columns...>> {
  static constexpr size_t count = sizeof...(Columns);
  static constexpr std::array<cs_column, count + 1> declarations{Columns::declaration..., cs_column{}};
  static constexpr size_t index(std::string_view name) {
    constexpr std::array<std::string_view, count + 1> names{Columns::name..., {}};
    for (size_t i = 0; i < count; ++i)
      if (names[i] == name) return i;
    return count;
  }
  template <size_t I> using Traits = typename std::tuple_element_t<I, std::tuple<Columns...>>::Traits;
};

}  // namespace detail

/// A layer's declaration as a type.
template <Name N, class... Parts> struct Layer {
  using Table =
      detail::ColumnTable<decltype(std::tuple_cat(typename detail::PartTraits<Parts>::Columns{}...))>;
  static constexpr const char* name = kName<N>.data;
  static constexpr uint32_t flags = detail::flags_of<Parts...>();
  static constexpr bool extends = (flags & CS_EXTENDS) != 0;
  static constexpr bool child = (flags & CS_CHILD) != 0;
  static constexpr size_t column_count = Table::count;

  template <Name C> static constexpr size_t index = [] {
    constexpr size_t i = Table::index(C.view());
    static_assert(i < Table::count, "the layer has no column of this name");
    return i;
  }();
  template <Name C> using Traits = typename Table::template Traits<index<C>>;
  template <Name C> using Value = typename Traits<C>::Value;

  static constexpr cs_layer declaration(bool optional = false) {
    return {name, Table::count ? Table::declarations.data() : nullptr, detail::doc_of<Parts...>(),
            flags | (optional ? uint32_t{CS_OPTIONAL} : 0u), detail::base_of<Parts...>()};
  }
};

/// A layer of one document as a stage reads it: plain arrays, no copies.
template <class L> class View {
 public:
  View() = default;
  explicit View(cs_view v) : view_(v) {}

  /// False when nobody writes the layer or its stage was skipped for this document (size() is 0 then).
  bool present() const { return view_.present != 0; }
  uint32_t size() const { return static_cast<uint32_t>(view_.count); }
  bool empty() const { return view_.count == 0; }

  std::span<const cs_span> spans() const { return {view_.spans, view_.count}; }
  cs_span span(uint32_t row) const { return view_.spans[row]; }

  template <Name C> std::span<const typename L::template Value<C>> column() const {
    return {static_cast<const typename L::template Value<C>*>(view_.columns[L::template index<C>]),
            view_.count};
  }
  /// One value: a string column gives a string_view (null data for null), others their element type.
  template <Name C> auto get(uint32_t row) const {
    const auto& value = column<C>()[row];
    if constexpr (L::template Traits<C>::type == CS_STRING)
      return claimsift::view(value);
    else
      return value;
  }

  /// The rows [first, last) of a child layer that belong to row `parent`.
  std::pair<uint32_t, uint32_t> children(uint32_t parent) const requires L::child {
    if (empty()) return {0, 0};
    const auto of = column<"of">();
    const auto [lo, hi] = std::equal_range(of.begin(), of.end(), parent);
    return {static_cast<uint32_t>(lo - of.begin()), static_cast<uint32_t>(hi - of.begin())};
  }
  /// The first row whose span begins at or after `offset`.
  uint32_t lower_bound(uint32_t offset) const {
    const auto it = std::lower_bound(view_.spans, view_.spans + view_.count, offset,
                                     [](cs_span s, uint32_t at) { return s.begin < at; });
    return static_cast<uint32_t>(it - view_.spans);
  }

 private:
  cs_view view_{};
};

}  // namespace claimsift
