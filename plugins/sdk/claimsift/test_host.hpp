// SPDX-License-Identifier: Apache-2.0
// test_host.hpp - runs a stage on a document without claimsift, for a plugin's own tests:
//
//   TestDocument doc("Prices may rise. They fell.");
//   doc.add<layers::Sentences>({0, 16});
//   const TestResult result = run_stage<Hedger>(doc, {{"words", "[may]"}});
//   EXPECT_EQ(result.status, CS_OK) << result.message;
//   EXPECT_EQ(doc.layer<Hedges>().get<"word">(0), "may");
//
// Layers of earlier stages can be added by hand or by running those stages on the same document first.
// Spans, order, choices and references are checked as in a real run. One thread at a time.
//
// A stage that reads models or lexicons when it is created can be kept for many documents:
//
//   static TestStage hedger(kStage<Hedger>);
//   for (TestDocument& doc : documents) EXPECT_EQ(hedger.run(doc).status, CS_OK);
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claimsift/host/tables.hpp"
#include "claimsift/stage.hpp"

namespace claimsift {

/// A document for tests: text, metadata and layers by name.
class TestDocument {
 public:
  explicit TestDocument(std::string text, std::string id = "test") : id_(std::move(id)) {
    set_text(std::move(text));
  }
  TestDocument(const TestDocument&) = delete;
  TestDocument& operator=(const TestDocument&) = delete;

  std::string_view text() const { return text_; }
  std::string_view text(cs_span s) const { return text().substr(s.begin, s.end - s.begin); }
  TestDocument& set_metadata(std::string key, std::string value) {
    metadata_[std::move(key)] = std::move(value);
    return *this;
  }

  /// A row of an input layer, added by hand; the layer is complete when a stage first runs.
  template <class L> class Row {
   public:
    Row(TestDocument& d, uint32_t layer, uint32_t number) : d_(d), layer_(layer), number_(number) {}
    template <Name C> Row& set(typename L::template Value<C> value) {
      d_.tables_->set(layer_, number_, static_cast<uint32_t>(L::template index<C>), value);
      return *this;
    }
    template <Name C> Row& set(std::string_view value) requires(L::template Traits<C>::type == CS_STRING) {
      return set<C>(borrow(d_.tables_->keep(value)));
    }

   private:
    TestDocument& d_;
    uint32_t layer_, number_;
  };
  template <class L> Row<L> add(cs_span span) {
    const uint32_t layer = declare(declaration_of<L>());
    by_hand_.push_back(layer);
    return Row<L>(*this, layer, tables_->add(layer, span));
  }

  /// A layer that a stage wrote, or that was added by hand.
  template <class L> View<L> layer() {
    settle();
    const uint32_t layer = find(L::name);
    if (layer == kNoRow || !(*tables_)[layer].present) return View<L>();
    const auto& declaration = declaration_of<L>();
    return View<L>(view_of(layer, declaration));
  }

 private:
  friend class TestStage;

  template <class L> static const cs_layer& declaration_of() {
    static constexpr cs_layer declaration = L::declaration();
    return declaration;
  }
  void set_text(std::string text) {
    text_ = std::move(text);
    if (const size_t at = host::invalid_utf8(text_); at != std::string_view::npos)
      throw std::invalid_argument("byte " + std::to_string(at) + " of the text is not UTF-8");
    for (char c : text_) ascii_ = ascii_ && static_cast<signed char>(c) >= 0;
    tables_->reset(text_, ascii_);
  }
  uint32_t find(std::string_view name) const {
    for (uint32_t i = 0; i < schemas_->size(); ++i)
      if ((*schemas_)[i].name == name) return i;
    return kNoRow;
  }
  /// The number of a layer, made known to the tables on first sight.
  uint32_t declare(const cs_layer& layer) {
    if (const uint32_t known = find(layer.name); known != kNoRow) return known;
    host::TableSchema schema;
    schema.name = layer.name;
    schema.layer = &layer;
    host::count_columns(schema);
    schemas_->push_back(std::move(schema));
    tables_->resize();
    for (host::TableSchema& s : *schemas_) {
      if (s.layer->of) s.base = find(s.layer->of);
      for (uint32_t c = 0; c < s.column_count; ++c)
        if (s.type(c) == CS_REF && s.layer->columns[c].target)
          s.targets[c] = find(s.layer->columns[c].target);
    }
    return static_cast<uint32_t>(schemas_->size() - 1);
  }
  /// Completes the layers that were added by hand.
  void settle() {
    if (by_hand_.empty()) return;
    std::sort(by_hand_.begin(), by_hand_.end());
    by_hand_.erase(std::unique(by_hand_.begin(), by_hand_.end()), by_hand_.end());
    const std::string wrong = tables_->commit(by_hand_.data(), by_hand_.size());
    by_hand_.clear();
    if (!wrong.empty()) throw std::invalid_argument(wrong);
  }
  /// The columns that `wanted` names, in its order.
  cs_view view_of(uint32_t layer, const cs_layer& wanted) {
    const host::Table& t = (*tables_)[layer];
    const host::TableSchema& s = (*schemas_)[layer];
    std::vector<const void*> columns;
    for (const cs_column* c = wanted.columns; c && c->name; ++c) {
      uint32_t at = 0;
      while (at < s.column_count && std::string_view(s.layer->columns[at].name) != c->name) ++at;
      if (at == s.column_count || s.type(at) != c->type)
        throw std::invalid_argument("layer `" + s.name + "` has no column `" + c->name +
                                    "` of the type that is read");
      columns.push_back(t.columns ? t.columns[at] : nullptr);
    }
    const auto kept = arena_->array<const void*>(columns.size() + 1);
    std::copy(columns.begin(), columns.end(), kept);
    return {1, t.count, t.spans, kept};
  }

  std::string id_, text_;
  bool ascii_ = true;
  std::map<std::string, std::string, std::less<>> metadata_;
  std::unique_ptr<host::Arena> arena_ = std::make_unique<host::Arena>();
  std::unique_ptr<std::vector<host::TableSchema>> schemas_ =
      std::make_unique<std::vector<host::TableSchema>>();
  std::unique_ptr<host::Tables> tables_ = std::make_unique<host::Tables>(*schemas_, *arena_);
  std::vector<uint32_t> by_hand_;
};

/// What a stage's run came to.
struct TestResult {
  cs_status status = CS_OK;
  std::string message;  // why it failed or skipped
  std::string output;   // what a writer emitted
  std::vector<std::string> log;
};

/// Options as they would stand in YAML: a scalar, or a list "[a, b]"; "run.offsets" stands for a setting of
/// the run.
using TestOptions = std::vector<std::pair<std::string, std::string>>;

/// A stage that is created once, when it first runs, and runs over any number of documents: the host's C
/// functions over TestDocument. Wrong options throw std::invalid_argument. What the stage hands out of its
/// own memory lives as long as this.
class TestStage {
 public:
  explicit TestStage(const cs_stage& stage, const TestOptions& options = {}) : stage_(stage) {
    for (const cs_option* o = stage.options; o && o->name; ++o)
      if (o->fallback) parse(o->name, o->fallback);
    for (const auto& [name, value] : options) {
      if (name == "run.offsets") {
        offsets_ = value;
        continue;
      }
      if (!declares(name)) throw std::invalid_argument("the stage has no option `" + name + "`");
      parse(name, value);
    }
    for (const cs_option* o = stage.options; o && o->name; ++o)
      if (!options_.count(o->name))
        throw std::invalid_argument("option `" + std::string(o->name) + "` is required");
  }

  ~TestStage() {
    if (created_) stage_.destroy(self_);
  }
  TestStage(const TestStage&) = delete;
  TestStage& operator=(const TestStage&) = delete;

  /// Runs the stage on `doc`, between begin() and finish(). A stage that refuses its options fails every
  /// time; one that fails or skips a document is ready for the next. A collector remembers the documents
  /// before.
  TestResult run(TestDocument& doc) {
    result_ = {};
    if (!create()) return result_;
    attach(doc);
    cs_document* handle = reinterpret_cast<cs_document*>(this);
    if (stage_.begin) note(stage_.begin(self_, handle));
    if (result_.status == CS_OK && stage_.process) note(stage_.process(self_, handle));
    if (result_.status == CS_OK) {
      const std::string wrong = doc.tables_->commit(writes_.data(), writes_.size());
      if (!wrong.empty()) fail(wrong);
    }
    if (result_.status != CS_OK) doc.tables_->discard(writes_.data(), writes_.size());
    if (result_.status == CS_OK && stage_.finish) note(stage_.finish(self_, handle));
    return result_;
  }

 private:
  bool declares(std::string_view name) const {
    for (const cs_option* o = stage_.options; o && o->name; ++o)
      if (name == o->name) return true;
    return false;
  }
  void parse(const std::string& name, std::string_view value) {
    const auto trim = [](std::string_view s) {
      while (!s.empty() && (s.front() == ' ' || s.front() == '"')) s.remove_prefix(1);
      while (!s.empty() && (s.back() == ' ' || s.back() == '"')) s.remove_suffix(1);
      return std::string(s);
    };
    Value& v = options_[name];
    v = {};
    v.text = trim(value);
    if (value.size() < 2 || (value.front() != '[' && value.front() != '{')) {
      if (!v.text.empty()) v.items.push_back(v.text);
    } else {
      std::string_view rest = value.substr(1, value.size() - 2);
      while (!rest.empty()) {
        const size_t comma = std::min(rest.find(','), rest.size());
        if (std::string item = trim(rest.substr(0, comma)); !item.empty()) v.items.push_back(std::move(item));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
      }
    }
    for (const std::string& item : v.items) {
      v.list.push_back(borrow(item));
      const size_t colon = std::min(item.find(':'), item.size());
      v.parts.push_back(trim(std::string_view(item).substr(0, colon)));
      v.parts.push_back(trim(std::string_view(item).substr(std::min(colon + 1, item.size()))));
    }
    for (size_t i = 0; i + 1 < v.parts.size(); i += 2)
      v.map.push_back({borrow(v.parts[i]), borrow(v.parts[i + 1])});
  }

  bool create() {
    if (!created_) {
      result_.status = stage_.create(&host(), reinterpret_cast<const cs_setup*>(this), &self_);
      created_ = result_.status == CS_OK;
    }
    return created_;
  }
  void attach(TestDocument& doc) {
    doc_ = &doc;
    writes_.clear();
    for (const cs_layer* l = stage_.writes; l && l->name; ++l) writes_.push_back(doc.declare(*l));
    doc.settle();
  }
  cs_status note(cs_status status) {
    if (status != CS_OK) result_.status = status;
    return status;
  }
  cs_status fail(const std::string& message) {
    result_.status = CS_ERROR;
    if (result_.message.empty()) result_.message = message;
    return CS_ERROR;
  }

  struct Value {
    std::string text;
    std::deque<std::string> items, parts;
    std::vector<cs_str> list;
    std::vector<cs_entry> map;
  };
  const Value& option(const char* name) const {
    const auto it = options_.find(name);
    if (it == options_.end())
      throw std::logic_error(std::string("the stage asks for an undeclared option: ") + name);
    return it->second;
  }

  static TestStage& of(const cs_setup* s) { return *reinterpret_cast<TestStage*>(const_cast<cs_setup*>(s)); }
  static TestStage& of(const cs_document* d) {
    return *reinterpret_cast<TestStage*>(const_cast<cs_document*>(d));
  }
  static uint32_t layer(cs_document* d, uint32_t write) { return of(d).writes_.at(write); }
  static host::Tables& tables(cs_document* d) { return *of(d).doc_->tables_; }

  static cs_view read(const cs_document* d, uint32_t index) {
    TestStage& call = of(d);
    const cs_layer& wanted = call.stage_.reads[index];
    const uint32_t layer = call.doc_->find(wanted.name);
    if (layer != kNoRow && (*call.doc_->tables_)[layer].present) return call.doc_->view_of(layer, wanted);
    if (!(wanted.flags & CS_OPTIONAL))
      throw std::logic_error(std::string("layer `") + wanted.name +
                             "` is read, but the test has not made it");
    return {};
  }
  static cs_status write(cs_document* d, uint32_t w, size_t count, const cs_span* spans,
                         const void* const* columns) {
    const std::string wrong = tables(d).write(layer(d, w), count, spans, columns);
    return wrong.empty() ? CS_OK : of(d).fail(wrong);
  }
  static void set_int(cs_document* d, uint32_t w, uint32_t row, uint32_t column, int64_t value) {
    const uint32_t l = layer(d, w);
    switch ((*of(d).doc_->schemas_)[l].type(column)) {
      case CS_FLAG:
      case CS_CHOICE: tables(d).set(l, row, column, static_cast<uint8_t>(value)); break;
      case CS_INT: tables(d).set(l, row, column, value); break;
      default: tables(d).set(l, row, column, static_cast<uint32_t>(value)); break;
    }
  }
  static cs_status emit(cs_document* d, cs_str bytes) {
    of(d).result_.output.append(bytes.data, bytes.size);
    return CS_OK;
  }

  static const cs_host& host() {
    static const cs_host table = [] {
      cs_host h{};
      h.size = sizeof(cs_host);
      h.abi_major = CS_ABI_MAJOR;
      h.abi_minor = CS_ABI_MINOR;
      h.version = "test";
      h.instance = [](const cs_setup* s) { return borrow(of(s).stage_.name); };
      h.option_int = [](const cs_setup* s, const char* n) -> int64_t {
        const std::string& text = of(s).option(n).text;
        return text == "true" ? 1 : text == "false" ? 0 : text.empty() ? CS_NULL_INT : std::stoll(text);
      };
      h.option_number = [](const cs_setup* s, const char* n) {
        const std::string& text = of(s).option(n).text;
        return text.empty() ? NAN : std::stod(text);
      };
      h.option_string = [](const cs_setup* s, const char* n) { return borrow(of(s).option(n).text); };
      h.option_strings = [](const cs_setup* s, const char* n, const cs_str** items) {
        *items = of(s).option(n).list.data();
        return of(s).option(n).list.size();
      };
      h.option_map = [](const cs_setup* s, const char* n, const cs_entry** entries) {
        *entries = of(s).option(n).map.data();
        return of(s).option(n).map.size();
      };
      h.option_layers = [](const cs_setup*, const char*, const cs_named_layer** layers) -> size_t {
        *layers = nullptr;
        return 0;
      };
      h.limit = [](const cs_setup*, const char*) -> uint64_t { return uint64_t{1} << 30; };
      h.setting = [](const cs_setup* s, const char* n) {
        return std::string_view(n) == "offsets" ? borrow(of(s).offsets_) : cs_str{nullptr, 0};
      };
      h.uses_file = [](const cs_setup*, cs_str) {};
      h.format = [](const cs_setup*, const char*, cs_str* why) -> const cs_format* {
        *why = borrow("the test host has no formats");
        return nullptr;
      };
      h.fail_setup = [](const cs_setup* s, const char*, const char* m) { return of(s).fail(m); };
      h.id = [](const cs_document* d) { return borrow(of(d).doc_->id_); };
      h.text = [](const cs_document* d) { return borrow(of(d).doc_->text_); };
      h.metadata = [](const cs_document* d, const char* key) {
        const auto it = of(d).doc_->metadata_.find(std::string_view(key));
        return it == of(d).doc_->metadata_.end() ? cs_str{nullptr, 0} : borrow(it->second);
      };
      h.metadata_entries = [](const cs_document* d, const cs_entry** entries) {
        auto& kept = of(d).entries_;
        kept.clear();
        for (const auto& [key, value] : of(d).doc_->metadata_) kept.push_back({borrow(key), borrow(value)});
        *entries = kept.data();
        return kept.size();
      };
      h.read = read;
      h.alloc = [](cs_document* d, size_t bytes, size_t alignment) {
        return of(d).doc_->arena_->alloc(bytes, alignment);
      };
      h.write = write;
      h.add = [](cs_document* d, uint32_t w, cs_span span) { return tables(d).add(layer(d, w), span); };
      h.set_int = set_int;
      h.set_number = [](cs_document* d, uint32_t w, uint32_t r, uint32_t c, double v) {
        tables(d).set(layer(d, w), r, c, v);
      };
      h.set_string = [](cs_document* d, uint32_t w, uint32_t r, uint32_t c, cs_str v) {
        tables(d).set(layer(d, w), r, c, v.data ? borrow(tables(d).keep(view(v))) : v);
      };
      h.set_span = [](cs_document* d, uint32_t w, uint32_t r, uint32_t c, cs_span v) {
        tables(d).set(layer(d, w), r, c, v);
      };
      h.fail = [](cs_document* d, const char* m) { return of(d).fail(m); };
      h.skip = [](cs_document* d, const char* m) {
        of(d).result_.message = m;
        return CS_SKIP;
      };
      h.log = [](const cs_document* d, cs_level, const char* m) { of(d).result_.log.emplace_back(m); };
      h.expired = [](const cs_document*) { return 0; };
      h.emit = emit;
      return h;
    }();
    return table;
  }

  const cs_stage& stage_;
  void* self_ = nullptr;
  bool created_ = false;
  std::map<std::string, Value, std::less<>> options_;
  TestDocument* doc_ = nullptr;
  std::vector<uint32_t> writes_;
  std::vector<cs_entry> entries_;
  std::string offsets_ = "codepoint";
  TestResult result_;
};

/// Creates a stage, runs it on `doc` and destroys it.
inline TestResult run_stage(const cs_stage& stage, TestDocument& doc, const TestOptions& options = {}) {
  return TestStage(stage, options).run(doc);
}
template <class T> TestResult run_stage(TestDocument& doc, const TestOptions& options = {}) {
  return run_stage(kStage<T>, doc, options);
}

}  // namespace claimsift
