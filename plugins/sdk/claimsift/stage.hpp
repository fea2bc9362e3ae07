// SPDX-License-Identifier: Apache-2.0
// stage.hpp - the C++ face of plugin.h: a stage is a class, its layers are types, and one adapter turns it
// into the C table. No exception leaves the adapter; a thrown one fails the document with its message.
//
//   class Hedger : public Stage<Reads<layers::Sentences>, Writes<Hedges>> {
//    public:
//     static constexpr Info info{"hedges", "Marks words that weaken a statement."};
//     static constexpr cs_option options[] = {option::strings("words", "[may, might]", "Words that hedge.")};
//     explicit Hedger(const Setup& setup) : words_(setup.strings("words")) {}
//     void process(Document& doc) const;        // const: one instance serves all threads
//   };
//   CLAIMSIFT_PLUGIN("hedges", "0.1.0", "Apache-2.0", Hedger);
//
// process() may return void or Status (`return doc.skip("too short");`). A reader has next() and parse()
// in its place. Optional members: begin, finish, seek, save, restore, open and append (see cs_stage).
#pragma once

#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "claimsift/layer.hpp"
#include "claimsift/plugin.h"

namespace claimsift {

using Status = cs_status;

/// What a stage says of itself beside its layers and options.
struct Info {
  const char* name;
  const char* summary;
  cs_kind kind = CS_ANNOTATOR;
  uint32_t flags = 0;
};

namespace option {  // one function for each type of option; see cs_option for the fields

constexpr cs_option flag(const char* name, const char* fallback, const char* doc) {
  return {name, CS_FLAG, fallback, doc, 0, 0, nullptr};
}
constexpr cs_option integer(const char* name, const char* fallback, const char* doc, double min = 0,
                            double max = 0) {
  return {name, CS_INT, fallback, doc, min, max, nullptr};
}
constexpr cs_option number(const char* name, const char* fallback, const char* doc, double min = 0,
                           double max = 0) {
  return {name, CS_NUMBER, fallback, doc, min, max, nullptr};
}
constexpr cs_option string(const char* name, const char* fallback, const char* doc,
                           const char* choices = nullptr) {
  return {name, CS_STRING, fallback, doc, 0, 0, choices};
}
constexpr cs_option strings(const char* name, const char* fallback, const char* doc,
                            const char* choices = nullptr) {
  return {name, CS_STRINGS, fallback, doc, 0, 0, choices};
}
constexpr cs_option map(const char* name, const char* fallback, const char* doc) {
  return {name, CS_MAP, fallback, doc, 0, 0, nullptr};
}
constexpr cs_option path(const char* name, const char* fallback, const char* doc) {
  return {name, CS_PATH, fallback, doc, 0, 0, nullptr};
}
constexpr cs_option files(const char* name, const char* fallback, const char* doc) {
  return {name, CS_FILES, fallback, doc, 0, 0, nullptr};
}
constexpr cs_option paths(const char* name, const char* fallback, const char* doc) {
  return {name, CS_PATHS, fallback, doc, 0, 0, nullptr};
}
constexpr cs_option output(const char* name, const char* fallback, const char* doc) {
  return {name, CS_OUTPUT, fallback, doc, 0, 0, nullptr};
}
constexpr cs_option layers(const char* name, const char* fallback, const char* doc) {
  return {name, CS_LAYERS, fallback, doc, 0, 0, nullptr};
}

}  // namespace option

/// The layer is read if it is there; `present()` of its view tells.
template <class L> struct Optional {};

template <class... Ls> struct Reads {};
template <class... Ls> struct Writes {};

/// A stage's configuration while it is constructed; throw to refuse it.
class Setup {
 public:
  Setup(const cs_host& host, const cs_setup* setup) : host_(host), setup_(setup) {}

  std::string instance() const { return std::string(view(host_.instance(setup_))); }
  bool flag(const char* name) const { return host_.option_int(setup_, name) == 1; }
  int64_t integer(const char* name) const { return host_.option_int(setup_, name); }
  double number(const char* name) const { return host_.option_number(setup_, name); }
  std::string string(const char* name) const { return std::string(view(host_.option_string(setup_, name))); }
  std::vector<std::string> strings(const char* name) const {
    const cs_str* items = nullptr;
    const size_t count = host_.option_strings(setup_, name, &items);
    std::vector<std::string> result;
    for (const cs_str& item : std::span(items, count)) result.emplace_back(view(item));
    return result;
  }
  std::vector<std::pair<std::string, std::string>> map(const char* name) const {
    const cs_entry* entries = nullptr;
    const size_t count = host_.option_map(setup_, name, &entries);
    std::vector<std::pair<std::string, std::string>> result;
    for (const cs_entry& e : std::span(entries, count)) result.emplace_back(view(e.key), view(e.value));
    return result;
  }
  /// A limit of the run, such as "document_bytes".
  uint64_t limit(const char* name) const { return host_.limit(setup_, name); }
  /// A setting of the run that concerns stages: "offsets".
  std::string setting(const char* name) const { return std::string(view(host_.setting(setup_, name))); }
  /// Says that the results depend on a file: a run is not resumed when it has changed.
  void uses_file(std::string_view path) const { host_.uses_file(setup_, borrow(path)); }
  /// A format from a plugin, such as "html"; null with the reason in `why` where there is none.
  const cs_format* format(const char* name, std::string& why) const {
    cs_str reason{nullptr, 0};
    const cs_format* found = CS_HAS(&host_, format) ? host_.format(setup_, name, &reason) : nullptr;
    why = std::string(view(reason));
    return found;
  }
  /// The layers that a CS_LAYERS option names; the array lives as long as the stage.
  std::span<const cs_named_layer> layers(const char* name) const {
    const cs_named_layer* named = nullptr;
    const size_t count = host_.option_layers(setup_, name, &named);
    return {named, count};
  }

 private:
  const cs_host& host_;
  const cs_setup* setup_;
};

namespace detail {

template <class L> struct ReadTraits {
  using Layer = L;
  static constexpr bool optional = false;
};
template <class L> struct ReadTraits<Optional<L>> {
  using Layer = L;
  static constexpr bool optional = true;
};

template <class L, class... Ls> constexpr uint32_t position() {
  uint32_t i = 0, found = CS_NULL_ID;
  ((found = std::is_same_v<L, Ls> ? i : found, ++i), ...);
  return found;
}

}  // namespace detail

/// What every call knows of its document, whatever the stage's layers.
class DocumentBase {
 public:
  DocumentBase(const cs_host& host, cs_document* doc) : host_(host), doc_(doc) {}

  std::string_view id() const { return view(host_.id(doc_)); }
  std::string_view text() const { return view(host_.text(doc_)); }
  std::string_view text(cs_span s) const { return text().substr(s.begin, s.end - s.begin); }
  /// Null data when the reader found none.
  std::string_view metadata(std::string_view key) const {
    return view(host_.metadata(doc_, std::string(key).c_str()));
  }
  std::span<const cs_entry> metadata() const {
    const cs_entry* entries = nullptr;
    const size_t count = host_.metadata_entries(doc_, &entries);
    return {entries, count};
  }

  /// Uninitialised memory from the document's arena, for trivially destructible types.
  template <class T> std::span<T> alloc(size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    void* memory = host_.alloc(doc_, count * sizeof(T), alignof(T));
    if (!memory) throw std::bad_alloc();
    return {static_cast<T*>(memory), count};
  }
  /// A copy of a string in the arena.
  std::string_view keep(std::string_view s) {
    const auto to = alloc<char>(s.size() + 1);
    std::copy(s.begin(), s.end(), to.begin());
    return {to.data(), s.size()};
  }

  /// A layer that a CS_LAYERS option named, by cs_named_layer::read.
  cs_view read(uint32_t index) const { return host_.read(doc_, index); }

  Status fail(const std::string& message) { return host_.fail(doc_, message.c_str()); }
  Status skip(const std::string& reason) { return host_.skip(doc_, reason.c_str()); }
  void warn(const std::string& message) const { host_.log(doc_, CS_WARNING, message.c_str()); }
  void note(const std::string& message) const { host_.log(doc_, CS_INFO, message.c_str()); }
  bool expired() const { return host_.expired(doc_) != 0; }

  /// Writers: appends to the document's part of the output.
  void emit(std::string_view bytes) {
    if (host_.emit(doc_, borrow(bytes)) != CS_OK) throw std::runtime_error("the output cannot be written");
  }

  // Readers.
  void set_record(std::string_view bytes, std::string_view place, std::string_view position) {
    host_.set_record(doc_, borrow(bytes), borrow(place), borrow(position));
  }
  std::string_view record() const { return view(host_.record(doc_)); }
  std::string_view place() const { return view(host_.place(doc_)); }
  void set_id(std::string_view id) { host_.set_id(doc_, borrow(id)); }
  void set_text(std::string_view text) { host_.set_text(doc_, borrow(text)); }
  void set_metadata(std::string_view key, std::string_view value) {
    host_.set_metadata(doc_, borrow(key), borrow(value));
  }
  /// Lets a format make the document; see cs_format::parse.
  Status parse_as(const cs_format& format, std::string_view bytes, std::string_view type) {
    return format.parse(&host_, doc_, borrow(bytes), borrow(type));
  }

 protected:
  const cs_host& host_;
  cs_document* doc_;
};

/// A whole layer under construction in the document's arena: arrays that the host adopts without a copy.
/// Rows must be added in span order (children: by parent, then begin); write it with Document::write.
template <class L> class Rows {
 public:
  Rows(DocumentBase& doc, uint32_t capacity) : doc_(&doc) { grow(std::max<uint32_t>(capacity, 8)); }

  /// Appends a row whose columns are null; its number.
  uint32_t add(cs_span span = kNoSpan) {
    if (size_ == capacity_) grow(capacity_ * 2);
    if constexpr (!L::extends) spans_[size_] = span;
    clear(size_, std::make_index_sequence<L::column_count>{});
    return size_++;
  }
  template <Name C> void set(uint32_t row, typename L::template Value<C> value) { column<C>()[row] = value; }
  template <Name C>
  void set(uint32_t row, std::string_view value) requires(L::template Traits<C>::type == CS_STRING) {
    column<C>()[row] = borrow(value);
  }
  template <Name C> typename L::template Value<C>* column() {
    return static_cast<typename L::template Value<C>*>(columns_[L::template index<C>]);
  }
  cs_span* spans() { return spans_; }
  uint32_t size() const { return size_; }
  const void* const* columns() const { return columns_.data(); }

 private:
  template <size_t... I> void clear(uint32_t row, std::index_sequence<I...>) {
    ((static_cast<typename L::Table::template Traits<I>::Value*>(columns_[I])[row] =
          L::Table::template Traits<I>::null),
     ...);
  }
  template <class T> T* moved(T* old, uint32_t capacity) {
    T* now = doc_->alloc<T>(capacity).data();
    if (old) std::memcpy(static_cast<void*>(now), old, size_ * sizeof(T));
    return now;
  }
  template <size_t... I> void grow_columns(uint32_t capacity, std::index_sequence<I...>) {
    ((columns_[I] = moved(static_cast<typename L::Table::template Traits<I>::Value*>(columns_[I]), capacity)),
     ...);
  }
  void grow(uint32_t capacity) {
    if constexpr (!L::extends) spans_ = moved(spans_, capacity);
    grow_columns(capacity, std::make_index_sequence<L::column_count>{});
    capacity_ = capacity;
  }

  DocumentBase* doc_;
  cs_span* spans_ = nullptr;
  std::array<void*, L::column_count + 1> columns_{};
  uint32_t size_ = 0, capacity_ = 0;
};

template <class R, class W> class TypedDocument;

/// A document as a stage with these layers sees it; a layer that is not declared does not compile.
template <class... Rs, class... Ws> class TypedDocument<Reads<Rs...>, Writes<Ws...>> : public DocumentBase {
 public:
  using DocumentBase::DocumentBase;
  using DocumentBase::read;

  template <class L> View<L> read() const {
    constexpr uint32_t index = detail::position<L, typename detail::ReadTraits<Rs>::Layer...>();
    static_assert(index != CS_NULL_ID, "the stage does not declare that it reads this layer");
    return View<L>(host_.read(doc_, index));
  }

  /// A layer's rows at once; see Rows.
  template <class L> void write(const Rows<L>& rows) {
    cs_span* spans = const_cast<Rows<L>&>(rows).spans();
    if (host_.write(doc_, index<L>(), rows.size(), spans, rows.columns()) != CS_OK)
      throw std::runtime_error(std::string("the host refused layer ") + L::name);
  }

  /// One row of a small layer, in any order: the host sorts, and references to it follow.
  template <class L> class Row {
   public:
    Row(TypedDocument& d, uint32_t number) : number_(number), d_(&d) {}
    template <Name C> Row& set(typename L::template Value<C> value) {
      constexpr uint32_t column = static_cast<uint32_t>(L::template index<C>);
      constexpr cs_type type = L::template Traits<C>::type;
      if (is_null(value)) return *this;
      if constexpr (type == CS_NUMBER)
        d_->host_.set_number(d_->doc_, write(), number_, column, value);
      else if constexpr (type == CS_STRING)
        d_->host_.set_string(d_->doc_, write(), number_, column, value);
      else if constexpr (type == CS_SPAN)
        d_->host_.set_span(d_->doc_, write(), number_, column, value);
      else
        d_->host_.set_int(d_->doc_, write(), number_, column, static_cast<int64_t>(value));
      return *this;
    }
    template <Name C> Row& set(std::string_view value) requires(L::template Traits<C>::type == CS_STRING) {
      return set<C>(borrow(value));
    }
    operator uint32_t() const { return number_; }  // NOLINT: a row stands for its number

   private:
    static constexpr uint32_t write() { return TypedDocument::index<L>(); }
    uint32_t number_;
    TypedDocument* d_;
  };
  template <class L> Row<L> add(cs_span span) { return Row<L>(*this, host_.add(doc_, index<L>(), span)); }

 private:
  template <class L> static constexpr uint32_t index() {
    constexpr uint32_t i = detail::position<L, Ws...>();
    static_assert(i != CS_NULL_ID, "the stage does not declare that it writes this layer");
    return i;
  }
};

/// The base of a stage class: names its layers and the type of its documents.
template <class R = Reads<>, class W = Writes<>> class Stage {
 public:
  using Document = TypedDocument<R, W>;
  using ReadList = R;
  using WriteList = W;
};

namespace detail {

template <class List> struct ReadTable;
template <class... Ls> struct ReadTable<Reads<Ls...>> {
  static constexpr std::array<cs_layer, sizeof...(Ls) + 1> layers{
      ReadTraits<Ls>::Layer::declaration(ReadTraits<Ls>::optional)..., cs_layer{}};
};
template <class List> struct WriteTable;
template <class... Ls> struct WriteTable<Writes<Ls...>> {
  static constexpr std::array<cs_layer, sizeof...(Ls) + 1> layers{Ls::declaration()..., cs_layer{}};
};
template <class T> struct OptionTable {
  static constexpr auto options = [] {
    if constexpr (requires { std::size(T::options); }) {
      std::array<cs_option, std::size(T::options) + 1> all{};
      std::copy(std::begin(T::options), std::end(T::options), all.begin());
      return all;
    } else {
      return std::array<cs_option, 1>{};
    }
  }();
};

/// Adapts a stage class to the functions of cs_stage.
template <class T> struct Adapter {
  struct Instance {
    const cs_host* host;
    T stage;
  };
  using Document = typename T::Document;

  static cs_status create(const cs_host* host, const cs_setup* setup, void** self) noexcept try {
    *self = new Instance{host, T(Setup(*host, setup))};
    return CS_OK;
  } catch (const std::exception& e) { return host->fail_setup(setup, nullptr, e.what()); } catch (...) {
    return host->fail_setup(setup, nullptr, "unknown exception");
  }
  static void destroy(void* self) noexcept { delete static_cast<Instance*>(self); }

  /// Runs a member function, whether it returns void or Status, and turns what it throws into fail().
  template <class F> static cs_status guarded(void* self, cs_document* doc, F call) noexcept {
    auto& instance = *static_cast<Instance*>(self);
    try {
      Document document(*instance.host, doc);
      if constexpr (std::is_void_v<decltype(call(instance.stage, document))>) {
        call(instance.stage, document);
        return CS_OK;
      } else {
        return call(instance.stage, document);
      }
    } catch (const std::exception& e) { return instance.host->fail(doc, e.what()); } catch (...) {
      return instance.host->fail(doc, "unknown exception");
    }
  }
  static cs_status process(void* self, cs_document* doc) noexcept {
    return guarded(self, doc, [](T& stage, Document& d) {
      constexpr bool parallel = T::info.kind != CS_COLLECTOR && !(T::info.flags & CS_SERIAL);
      using Self = std::conditional_t<parallel, const T&, T&>;
      return static_cast<Self>(stage).process(d);
    });
  }
  static cs_status begin(void* self, cs_document* doc) noexcept {
    return guarded(self, doc, [](T& stage, Document& d) { return stage.begin(d); });
  }
  static cs_status finish(void* self, cs_document* doc) noexcept {
    return guarded(self, doc, [](T& stage, Document& d) { return stage.finish(d); });
  }
  static cs_status next(void* self, cs_document* doc) noexcept {
    return guarded(self, doc, [](T& stage, Document& d) { return stage.next(d); });
  }
  static cs_status parse(void* self, cs_document* doc) noexcept {
    return guarded(self, doc, [](const T& stage, Document& d) { return stage.parse(d); });
  }
  static cs_status seek(void* self, cs_document* doc, cs_str position) noexcept {
    return guarded(self, doc, [&](T& stage, Document& d) { return stage.seek(d, view(position)); });
  }
  static cs_status save(void* self, cs_document* doc) noexcept {
    return guarded(self, doc, [](T& stage, Document& d) { return stage.save(d); });
  }
  static cs_status restore(void* self, cs_document* doc, cs_str state) noexcept {
    return guarded(self, doc, [&](T& stage, Document& d) { return stage.restore(d, view(state)); });
  }
  static cs_status open(void* self, cs_document* doc, cs_str path, cs_str state) noexcept {
    return guarded(self, doc, [&](T& stage, Document& d) { return stage.open(d, view(path), view(state)); });
  }
  static cs_status append(void* self, cs_document* doc, cs_str bytes) noexcept {
    return guarded(self, doc, [&](T& stage, Document& d) { return stage.append(d, view(bytes)); });
  }
};

template <class T> constexpr cs_stage make_table() {
  using A = Adapter<T>;
  using D = typename T::Document;
  cs_stage table{};
  table.size = sizeof(cs_stage);
  table.kind = T::info.kind;
  table.flags = T::info.flags;
  table.name = T::info.name;
  table.summary = T::info.summary;
  table.options = OptionTable<T>::options.data();
  table.reads = ReadTable<typename T::ReadList>::layers.data();
  table.writes = WriteTable<typename T::WriteList>::layers.data();
  table.create = A::create;
  table.destroy = A::destroy;
  if constexpr (T::info.kind == CS_READER) {
    table.next = A::next;
    table.parse = A::parse;
  } else {
    table.process = A::process;
  }
  if constexpr (requires(T & t, D & d) { t.begin(d); }) table.begin = A::begin;
  if constexpr (requires(T & t, D & d) { t.finish(d); }) table.finish = A::finish;
  if constexpr (requires(T & t, D & d) { t.seek(d, std::string_view()); }) table.seek = A::seek;
  if constexpr (requires(T & t, D & d) { t.save(d); }) table.save = A::save;
  if constexpr (requires(T & t, D & d) { t.restore(d, std::string_view()); }) table.restore = A::restore;
  if constexpr (requires(T & t, D & d) { t.append(d, std::string_view()); }) {
    table.open = A::open;
    table.append = A::append;
  }
  return table;
}

}  // namespace detail

/// The C table of a stage class.
template <class T> inline constexpr cs_stage kStage = detail::make_table<T>();

/// A plugin's list of stages.
template <class... Ts> inline constexpr const cs_stage* kStages[] = {&kStage<Ts>..., nullptr};

}  // namespace claimsift

/// Exports a plugin with the stage classes that follow its name, version and licence.
#define CLAIMSIFT_PLUGIN(NAME, VERSION, LICENSE, ...)                                                     \
  static constexpr const cs_stage* const* claimsift_stages_of_plugin = ::claimsift::kStages<__VA_ARGS__>; \
  extern "C" {                                                                                            \
  CS_PLUGIN(NAME, VERSION, LICENSE, claimsift_stages_of_plugin);                                          \
  }
