// SPDX-License-Identifier: Apache-2.0
// host.cpp - the C functions that stages call. They trust nothing: an index, row or type that is wrong fails
// the document with the stage's name, and no exception crosses into a stage.
#include <fmt/format.h>

#include <cmath>

#include "pipeline/bound_stage.hpp"
#include "pipeline/version.hpp"

namespace claimsift {

struct HostFunctions {
  using Call = BoundStage::Call;

  static BoundStage& of(const cs_setup* s) {
    return *reinterpret_cast<BoundStage*>(const_cast<cs_setup*>(s));
  }
  static Call& of(const cs_document* d) { return *reinterpret_cast<Call*>(const_cast<cs_document*>(d)); }

  // --- create() ---

  /// The value of an option, null when it is absent; asking for one that is not declared is refused.
  static const OptionValue* option(const cs_setup* s, const char* name) {
    BoundStage& bound = of(s);
    const auto it = bound.planned_.options.find(std::string_view(name));
    if (it != bound.planned_.options.end()) return &it->second;
    for (const cs_option* o = bound.stage().options; o && o->name; ++o)
      if (std::string_view(o->name) == name) return nullptr;
    bound.setup_error_ = fmt::format("the stage asks for option `{}`, which it does not declare", name);
    return nullptr;
  }
  static int64_t option_int(const cs_setup* s, const char* name) {
    const OptionValue* v = option(s, name);
    if (!v) return CS_NULL_INT;
    if (const bool* b = std::get_if<bool>(v)) return *b ? 1 : 0;
    const auto* i = std::get_if<int64_t>(v);
    return i ? *i : CS_NULL_INT;
  }
  static double option_number(const cs_setup* s, const char* name) {
    const OptionValue* v = option(s, name);
    if (!v) return NAN;
    if (const auto* i = std::get_if<int64_t>(v)) return static_cast<double>(*i);
    const double* d = std::get_if<double>(v);
    return d ? *d : NAN;
  }
  static cs_str option_string(const cs_setup* s, const char* name) {
    const OptionValue* v = option(s, name);
    const std::string* text = v ? std::get_if<std::string>(v) : nullptr;
    return text ? borrow(*text) : cs_str{nullptr, 0};
  }
  static BoundStage::StringList& list(const cs_setup* s, const char* name) {
    BoundStage& bound = of(s);
    for (const auto& known : bound.lists_)
      if (known->option == name) return *known;
    bound.lists_.push_back(std::make_unique<BoundStage::StringList>());
    bound.lists_.back()->option = name;
    return *bound.lists_.back();
  }
  static size_t option_strings(const cs_setup* s, const char* name, const cs_str** items) {
    BoundStage::StringList& kept = list(s, name);
    kept.items.clear();
    const OptionValue* v = option(s, name);
    if (const auto* strings = v ? std::get_if<std::vector<std::string>>(v) : nullptr)
      for (const std::string& item : *strings) kept.items.push_back(borrow(item));
    *items = kept.items.data();
    return kept.items.size();
  }
  static size_t option_map(const cs_setup* s, const char* name, const cs_entry** entries) {
    BoundStage::StringList& kept = list(s, name);
    kept.entries.clear();
    const OptionValue* v = option(s, name);
    if (const auto* map = v ? std::get_if<StringMap>(v) : nullptr)
      for (const auto& [key, value] : *map) kept.entries.push_back({borrow(key), borrow(value)});
    *entries = kept.entries.data();
    return kept.entries.size();
  }

  /// A writer's declaration with the layers' names in this pipeline.
  static const cs_layer* renamed(BoundStage& bound, const PlannedLayer& layer) {
    auto copy = std::make_unique<BoundStage::RenamedSchema>();
    const Plan& plan = bound.plan_;
    copy->layer = *layer.schema;
    copy->layer.name = layer.name.c_str();
    const uint32_t base = layer.extends != kNoLayer ? layer.extends : layer.parent;
    if (base != kNoLayer) copy->layer.of = plan.layers[base].name.c_str();
    for (const cs_column* c = layer.schema->columns; c && c->name; ++c) {
      cs_column column = *c;
      const uint32_t target = layer.targets[copy->columns.size()];
      if (target != kNoLayer) column.target = plan.layers[target].name.c_str();
      copy->columns.push_back(column);
    }
    copy->columns.push_back(cs_column{});
    copy->layer.columns = copy->columns.data();
    bound.renamed_.push_back(std::move(copy));
    return &bound.renamed_.back()->layer;
  }
  static size_t option_layers(const cs_setup* s, const char* name, const cs_named_layer** layers) {
    BoundStage& bound = of(s);
    BoundStage::StringList& kept = list(s, name);
    kept.layers.clear();
    const OptionValue* v = option(s, name);
    const auto* names = v ? std::get_if<std::vector<std::string>>(v) : nullptr;
    const auto belongs = [&](uint32_t layer) {  // named itself, or a part of one that is
      for (uint32_t at = layer; at != kNoLayer;) {
        const PlannedLayer& l = bound.plan_.layers[at];
        if (std::find(names->begin(), names->end(), l.name) != names->end()) return true;
        at = l.extends != kNoLayer ? l.extends : l.parent;
      }
      return false;
    };
    for (size_t i = 0; names && i < bound.planned_.named_reads.size(); ++i) {
      const uint32_t layer = bound.planned_.named_reads[i];
      if (!belongs(layer)) continue;
      const PlannedLayer& planned = bound.plan_.layers[layer];
      kept.layers.push_back({planned.name.c_str(), renamed(bound, planned),
                             static_cast<uint32_t>(bound.planned_.reads.size() + i)});
    }
    *layers = kept.layers.data();
    return kept.layers.size();
  }
  static uint64_t limit(const cs_setup* s, const char* name) {
    const Limits& limits = of(s).plan_.run.limits;
    const std::string_view which = name;
    if (which == "document_bytes") return limits.document_bytes;
    if (which == "record_bytes") return limits.record_bytes;
    return which == "decompression_ratio" ? limits.decompression_ratio : 0;
  }
  static cs_str setting(const cs_setup* s, const char* name) {
    return std::string_view(name) == "offsets" ? borrow(of(s).plan_.run.offsets) : cs_str{nullptr, 0};
  }
  static cs_status fail_setup(const cs_setup* s, const char* option_name, const char* message) {
    of(s).setup_option_ = option_name ? option_name : "";
    of(s).setup_error_ = message ? message : "";
    return CS_ERROR;
  }
  static void uses_file(const cs_setup* s, cs_str path) {
    if (!of(s).plan_.run.checkpoint.empty()) of(s).files_.emplace_back(view(path));
  }

  static const cs_format* format(const cs_setup* s, const char* name, cs_str* why) {
    BoundStage& bound = of(s);
    FormatSource::Found found;
    if (bound.plan_.formats)
      found = bound.plan_.formats->find_format(name);
    else
      found.why = "there are no plugins";
    if (!found.format) *why = borrow(bound.format_error_ = found.why);
    // What the format makes of a document decides what a resumed run goes on with.
    if (found.format) uses_file(s, borrow(found.plugin));
    return found.format;
  }

  // --- the document ---

  static cs_status failed(const cs_document* d, std::string_view why) {
    Call& call = of(d);
    call.doc.fail(call.bound.planned().instance, why, call.bound.on_error());
    return CS_ERROR;
  }
  /// Runs what may run out of memory.
  template <class F, class R> static R guarded(const cs_document* d, R otherwise, F work) noexcept try {
    return work();
  } catch (const std::exception& e) {
    try {
      failed(d, e.what());
    } catch (...) { of(d).doc.outcome = Outcome::failed; }
    return otherwise;
  }

  static cs_str metadata(const cs_document* d, const char* key) {
    for (const cs_entry& e : of(d).doc.metadata)
      if (view(e.key) == key) return e.value;
    return {nullptr, 0};
  }
  static size_t metadata_entries(const cs_document* d, const cs_entry** entries) {
    *entries = of(d).doc.metadata.data();
    return of(d).doc.metadata.size();
  }
  static cs_view read(const cs_document* d, uint32_t index) {
    return guarded(d, cs_view{}, [&] { return of(d).bound.view(of(d).doc, index); });
  }
  static void* alloc(cs_document* d, size_t bytes, size_t alignment) {
    return guarded(d, static_cast<void*>(nullptr), [&] { return of(d).doc.arena.alloc(bytes, alignment); });
  }

  /// The plan's layer behind writes[write], or kNoLayer with the document failed.
  static uint32_t layer_of(cs_document* d, uint32_t write) {
    const std::vector<uint32_t>& writes = of(d).bound.planned().writes;
    if (write < writes.size()) return writes[write];
    failed(d, fmt::format("the stage writes layer number {}, which it does not declare", write));
    return kNoLayer;
  }
  /// The layer, if row and column exist in it and the column takes values of one of `types`.
  static uint32_t cell(cs_document* d, uint32_t write, uint32_t row, uint32_t column, uint32_t types) {
    const uint32_t layer = layer_of(d, write);
    if (layer == kNoLayer) return layer;
    const host::TableSchema& schema = of(d).bound.schemas_[layer];
    if (!of(d).doc.tables.staged(layer, row))
      failed(d, fmt::format("layer `{}` has no row {}", schema.name, row));
    else if (column >= schema.column_count)
      failed(d, fmt::format("layer `{}` has no column number {}", schema.name, column));
    else if (!(types >> schema.type(column) & 1u))
      failed(d, fmt::format("column `{}` of layer `{}` is set with a value of another type",
                            schema.layer->columns[column].name, schema.name));
    else
      return layer;
    return kNoLayer;
  }

  static cs_status write(cs_document* d, uint32_t write, size_t count, const cs_span* spans,
                         const void* const* columns) {
    return guarded(d, CS_ERROR, [&] {
      const uint32_t layer = layer_of(d, write);
      if (layer == kNoLayer) return CS_ERROR;
      const std::string wrong = of(d).doc.tables.write(layer, count, spans, columns);
      return wrong.empty() ? CS_OK : failed(d, wrong);
    });
  }
  static uint32_t add(cs_document* d, uint32_t write, cs_span span) {
    return guarded(d, CS_NULL_ID, [&] {
      const uint32_t layer = layer_of(d, write);
      if (layer == kNoLayer) return CS_NULL_ID;
      if (of(d).doc.tables[layer].present) {
        failed(d, fmt::format("layer `{}` is written twice", of(d).bound.schemas_[layer].name));
        return CS_NULL_ID;
      }
      return of(d).doc.tables.add(layer, span);
    });
  }
  static void set_int(cs_document* d, uint32_t write, uint32_t row, uint32_t column, int64_t value) {
    constexpr uint32_t kTypes = 1u << CS_FLAG | 1u << CS_INT | 1u << CS_CHOICE | 1u << CS_ID | 1u << CS_REF;
    guarded(d, 0, [&] {
      const uint32_t layer = cell(d, write, row, column, kTypes);
      if (layer == kNoLayer) return 0;
      host::Tables& tables = of(d).doc.tables;
      switch (of(d).bound.schemas_[layer].type(column)) {
        case CS_INT: tables.set(layer, row, column, value); break;
        case CS_FLAG:
        case CS_CHOICE:
          if (value < 0 || value > 255)
            failed(d, fmt::format("{} is no flag and no choice", value));
          else
            tables.set(layer, row, column, static_cast<uint8_t>(value));
          break;
        default:
          if (value < 0 || value > UINT32_MAX)
            failed(d, fmt::format("{} is no row and no id", value));
          else
            tables.set(layer, row, column, static_cast<uint32_t>(value));
      }
      return 0;
    });
  }
  static void set_number(cs_document* d, uint32_t write, uint32_t row, uint32_t column, double value) {
    guarded(d, 0, [&] {
      if (const uint32_t layer = cell(d, write, row, column, 1u << CS_NUMBER); layer != kNoLayer)
        of(d).doc.tables.set(layer, row, column, value);
      return 0;
    });
  }
  static void set_string(cs_document* d, uint32_t write, uint32_t row, uint32_t column, cs_str value) {
    guarded(d, 0, [&] {
      if (const uint32_t layer = cell(d, write, row, column, 1u << CS_STRING); layer != kNoLayer)
        of(d).doc.tables.set(layer, row, column,
                             value.data ? borrow(of(d).doc.tables.keep(view(value))) : value);
      return 0;
    });
  }
  static void set_span(cs_document* d, uint32_t write, uint32_t row, uint32_t column, cs_span value) {
    guarded(d, 0, [&] {
      if (const uint32_t layer = cell(d, write, row, column, 1u << CS_SPAN); layer != kNoLayer)
        of(d).doc.tables.set(layer, row, column, value);
      return 0;
    });
  }

  static cs_status fail(cs_document* d, const char* message) {
    return guarded(d, CS_ERROR,
                   [&] { return failed(d, message ? message : "the stage failed without a reason"); });
  }
  static cs_status skip(cs_document* d, const char* reason) {
    return guarded(d, CS_ERROR, [&] {
      of(d).doc.skip(of(d).bound.planned().instance, reason ? reason : "skipped");
      return CS_SKIP;
    });
  }
  static void log(const cs_document* d, cs_level level, const char* message) {
    guarded(d, 0, [&] {
      Document& doc = of(d).doc;
      doc.log.push_back({level, of(d).bound.planned().instance, doc.arena.keep(message ? message : "")});
      return 0;
    });
  }
  static int expired(const cs_document* d) { return std::chrono::steady_clock::now() > of(d).doc.deadline; }

  static cs_status emit(cs_document* d, cs_str bytes) {
    return guarded(d, CS_ERROR, [&] {
      std::string* out = of(d).out;
      if (!out) return failed(d, "the stage emits bytes, but it is no writer and nothing is being saved");
      out->append(bytes.data, bytes.size);
      return CS_OK;
    });
  }

  // --- readers ---

  static void set_record(cs_document* d, cs_str bytes, cs_str place, cs_str position) {
    guarded(d, 0, [&] {
      Document& doc = of(d).doc;
      doc.record = view(bytes);
      doc.place = doc.arena.keep(view(place));
      doc.position = doc.arena.keep(view(position));
      if (const uint64_t most = of(d).bound.plan_.run.limits.record_bytes; bytes.size > most)
        failed(d, fmt::format("the record has {} bytes, more than `run.limits.record_bytes` ({})", bytes.size,
                              most));
      return 0;
    });
  }
  static bool valid(cs_document* d, const char* what, cs_str value) {
    if (host::invalid_utf8(view(value)) == std::string_view::npos) return true;
    failed(d, fmt::format("the {} is not UTF-8", what));
    return false;
  }
  static void set_id(cs_document* d, cs_str id) {
    guarded(d, 0, [&] {
      if (valid(d, "document id", id)) of(d).doc.id = of(d).doc.arena.keep(view(id));
      return 0;
    });
  }
  static void set_text(cs_document* d, cs_str text) {
    guarded(d, 0, [&] {
      const BoundStage& bound = of(d).bound;
      of(d).doc.set_text(view(text), bound.plan_.run.limits.document_bytes, bound.planned().instance);
      return 0;
    });
  }
  static void set_metadata(cs_document* d, cs_str key, cs_str value) {
    guarded(d, 0, [&] {
      Document& doc = of(d).doc;
      if (!valid(d, "metadata", key) || !valid(d, "metadata", value)) return 0;
      const cs_str kept = borrow(doc.arena.keep(view(value)));
      for (cs_entry& e : doc.metadata)
        if (view(e.key) == view(key)) {
          e.value = kept;
          return 0;
        }
      doc.metadata.push_back({borrow(doc.arena.keep(view(key))), kept});
      return 0;
    });
  }

  static cs_host table() {
    cs_host h{};
    h.size = sizeof(cs_host);
    h.abi_major = CS_ABI_MAJOR;
    h.abi_minor = CS_ABI_MINOR;
    h.version = kVersion;
    h.instance = [](const cs_setup* s) { return borrow(of(s).planned_.instance); };
    h.option_int = option_int;
    h.option_number = option_number;
    h.option_string = option_string;
    h.option_strings = option_strings;
    h.option_map = option_map;
    h.option_layers = option_layers;
    h.limit = limit;
    h.setting = setting;
    h.fail_setup = fail_setup;
    h.uses_file = uses_file;
    h.format = format;
    h.id = [](const cs_document* d) { return borrow(of(d).doc.id); };
    h.text = [](const cs_document* d) { return borrow(of(d).doc.text); };
    h.metadata = metadata;
    h.metadata_entries = metadata_entries;
    h.read = read;
    h.alloc = alloc;
    h.write = write;
    h.add = add;
    h.set_int = set_int;
    h.set_number = set_number;
    h.set_string = set_string;
    h.set_span = set_span;
    h.fail = fail;
    h.skip = skip;
    h.log = log;
    h.expired = expired;
    h.emit = emit;
    h.set_record = set_record;
    h.record = [](const cs_document* d) { return borrow(of(d).doc.record); };
    h.place = [](const cs_document* d) { return borrow(of(d).doc.place); };
    h.set_id = set_id;
    h.set_text = set_text;
    h.set_metadata = set_metadata;
    return h;
  }
};

const cs_host& host_functions() {
  static const cs_host table = HostFunctions::table();
  return table;
}

}  // namespace claimsift
