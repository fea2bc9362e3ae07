// SPDX-License-Identifier: Apache-2.0
#include "pipeline/bound_stage.hpp"

#include <fmt/format.h>
#include <fnmatch.h>

namespace claimsift {

std::vector<host::TableSchema> table_schemas(const Plan& plan) {
  std::vector<host::TableSchema> schemas;
  for (const PlannedLayer& layer : plan.layers) {
    host::TableSchema schema;
    schema.name = layer.name;
    schema.layer = layer.schema;
    schema.base = layer.extends != kNoLayer ? layer.extends : layer.parent;
    schema.targets = layer.targets;
    host::count_columns(schema);
    schemas.push_back(std::move(schema));
  }
  return schemas;
}

BoundStage::BoundStage(const Plan& plan, const std::vector<host::TableSchema>& schemas,
                       const PlannedStage& planned, uint32_t number, Diagnostics& problems)
    : plan_(plan),
      schemas_(schemas),
      planned_(planned),
      number_(number),
      on_error_(planned.on_error.value_or(plan.run.on_error)) {
  for (size_t r = 0; r < planned.reads.size(); ++r) {
    bool same = planned.reads[r] != kNoLayer;
    for (size_t c = 0; same && c < planned.read_columns[r].size(); ++c)
      same = planned.read_columns[r][c] == c;
    identity_.push_back(same);
  }
  const auto* setup = reinterpret_cast<const cs_setup*>(this);
  const cs_status status = stage().create(&host_functions(), setup, &self_);
  created_ = status == CS_OK;
  if (created_ && setup_error_.empty()) return;
  const Place place{planned.file, planned.line, planned.column};
  const std::string about = setup_option_.empty() ? "" : fmt::format(" (option `{}`)", setup_option_);
  problems.error(place,
                 fmt::format("`{}`{}: {}", planned.instance, about,
                             setup_error_.empty() ? "the stage refused its configuration" : setup_error_));
}

BoundStage::~BoundStage() {
  if (created_ && stage().destroy) stage().destroy(self_);
}

bool BoundStage::applies(const Document& doc) const {
  for (size_t r = 0; r < planned_.reads.size(); ++r) {
    if (stage().reads[r].flags & CS_OPTIONAL) continue;
    if (planned_.reads[r] == kNoLayer || !doc.tables[planned_.reads[r]].present) return false;
  }
  for (const uint32_t layer : planned_.when.has)
    if (doc.tables[layer].count == 0) return false;
  for (const auto& [key, pattern] : planned_.when.metadata) {
    std::string value;
    for (const cs_entry& e : doc.metadata)
      if (claimsift::view(e.key) == key) value = claimsift::view(e.value);
    if (fnmatch(pattern.c_str(), value.c_str(), 0) != 0) return false;
  }
  return true;
}

template <class Work> cs_status BoundStage::with(Document& doc, std::string* out, Work work) const {
  Call running{*this, doc, out};
  const cs_status status = work(reinterpret_cast<cs_document*>(&running));
  if ((status == CS_ERROR || status == CS_FATAL) && doc.outcome != Outcome::failed)
    doc.fail(planned_.instance, "the stage failed without a reason", on_error_);
  if (status == CS_FATAL) doc.fatal = true;
  // A call that misused the host (a wrong row, a layer twice) has failed whatever it returned.
  return doc.outcome == Outcome::failed && status == CS_OK ? CS_ERROR : status;
}

cs_status BoundStage::call(Document& doc, cs_status (*function)(void*, cs_document*)) const {
  std::string* out = writer == UINT32_MAX ? nullptr : &doc.output[writer];
  return with(doc, out, [&](cs_document* d) { return function(self_, d); });
}

cs_status BoundStage::seek(Document& doc, std::string_view position) const {
  return with(doc, nullptr, [&](cs_document* d) { return stage().seek(self_, d, borrow(position)); });
}

cs_status BoundStage::save(Document& doc, std::string& state) const {
  return with(doc, &state, [&](cs_document* d) { return stage().save(self_, d); });
}

cs_status BoundStage::restore(Document& doc, std::string_view state) const {
  return with(doc, nullptr, [&](cs_document* d) { return stage().restore(self_, d, borrow(state)); });
}

cs_status BoundStage::open(Document& doc, const std::string& path,
                           const std::optional<std::string>& state) const {
  const cs_str from = state ? borrow(*state) : cs_str{nullptr, 0};
  return with(doc, nullptr, [&](cs_document* d) { return stage().open(self_, d, borrow(path), from); });
}

cs_status BoundStage::append(Document& doc, std::string_view bytes) const {
  return with(doc, nullptr, [&](cs_document* d) { return stage().append(self_, d, borrow(bytes)); });
}

/// Whether no layer that was written has too many rows; the document has failed otherwise.
bool BoundStage::is_within_rows(Document& doc) const {
  for (const uint32_t layer : planned_.writes) {
    if (doc.tables[layer].count <= plan_.run.limits.rows_per_layer) continue;
    doc.fail(planned_.instance,
             fmt::format("layer `{}` has {} rows, more than `run.limits.rows_per_layer` ({})",
                         plan_.layers[layer].name, doc.tables[layer].count, plan_.run.limits.rows_per_layer),
             on_error_);
    return false;
  }
  return true;
}

cs_status BoundStage::process(Document& doc) const {
  std::unique_lock<std::mutex> alone;
  if (stage().flags & CS_SERIAL) alone = std::unique_lock(serial_);
  cs_status status = call(doc, stage().process);
  const std::vector<uint32_t>& writes = planned_.writes;
  StageCounters& counters = doc.counters[number_];
  if (status == CS_OK && !writes.empty()) {
    if (const std::string wrong = doc.tables.commit(writes.data(), writes.size()); !wrong.empty()) {
      doc.fail(planned_.instance, wrong, on_error_);
      status = CS_ERROR;
    } else {
      for (const uint32_t layer : writes) counters.rows += doc.tables[layer].count;
      if (!is_within_rows(doc)) status = CS_ERROR;
    }
  }
  if (status == CS_OK) return status;
  doc.tables.discard(writes.data(), writes.size());
  if (status == CS_SKIP)
    ++counters.skipped;
  else
    ++counters.failed;
  return status;
}

cs_view BoundStage::view(Document& doc, uint32_t read) const {
  const uint32_t declared = static_cast<uint32_t>(planned_.reads.size());
  if (read >= declared + planned_.named_reads.size()) {
    doc.fail(planned_.instance,
             fmt::format("the stage reads layer number {}, which it does not declare", read), on_error_);
    return {};
  }
  const uint32_t layer = read < declared ? planned_.reads[read] : planned_.named_reads[read - declared];
  if (layer == kNoLayer || !doc.tables[layer].present) return {};
  const host::Table& table = doc.tables[layer];
  if (read >= declared || identity_[read]) return {1, table.count, table.spans, table.columns};
  const std::vector<uint32_t>& from = planned_.read_columns[read];
  const void** columns = doc.arena.array<const void*>(from.size() + 1);
  for (size_t c = 0; c < from.size(); ++c) columns[c] = table.columns[from[c]];
  return {1, table.count, table.spans, columns};
}

}  // namespace claimsift
