// SPDX-License-Identifier: Apache-2.0
#include "pipeline/wiring.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "pipeline/columns.hpp"
#include "pipeline/renaming.hpp"
#include "pipeline/suggest.hpp"

namespace claimsift {
namespace {

using Why = EdgeReason::Why;

}  // namespace

Wiring::Wiring(std::vector<WiredStage> stages, const std::vector<const InstanceConfig*>& unknown,
               const Registry& registry, Diagnostics& diagnostics)
    : stages_(std::move(stages)), registry_(registry), diagnostics_(diagnostics) {
  // A misspelled stage is reported once; the layers that it would have written are not missing as well.
  for (const InstanceConfig* instance : unknown) {
    const std::string meant = nearest(instance->use.text, registry_.names());
    if (meant.empty()) continue;
    for (const cs_layer& layer : writes_of(*registry_.find(meant)->stage)) {
      const Renaming* renaming = renaming_of(instance->writes, layer.name);
      problems_.presume(renaming == nullptr ? layer.name : renaming->actual.text);
    }
  }
}

void Wiring::connect() {
  const auto rows = static_cast<uint32_t>(stages_.size());
  for (uint32_t row = 0; row < rows; ++row) collect_layers(row);
  for (uint32_t row = 0; row < rows; ++row) {
    check_renamings(*stages_[row].config, *stages_[row].stage, diagnostics_);
    find_reads(row);
    find_bases(row);
    find_conditions(row);
    find_named(row);
    find_after(row);
  }
  for (uint32_t row = 0; row < rows; ++row) check_references(row);
  problems_.report(stages_, layers_, registry_, diagnostics_);
}

void Wiring::collect_layers(uint32_t row) {
  WiredStage& stage = stages_[row];
  for (const cs_layer& schema : writes_of(*stage.stage)) {
    const auto layer = static_cast<uint32_t>(layers_.size());
    std::string name = actual_name(*stage.config, *stage.stage, schema.name);
    stage.writes.push_back(layer);
    const auto [known, added] = rows_.emplace(name, layer);
    if (!added) problems_.add_clash(known->second, layer);
    layers_.push_back({std::move(name), row, &schema});
  }
}

void Wiring::find_reads(uint32_t row) {
  WiredStage& stage = stages_[row];
  const InstanceConfig& config = *stage.config;
  for (const cs_layer& read : reads_of(*stage.stage)) {
    const Renaming* renaming = renaming_of(config.reads, read.name);
    const std::string name = renaming == nullptr ? read.name : renaming->actual.text;
    const Place& place = renaming == nullptr ? config.place : renaming->actual.place;
    uint32_t layer = row_of(name);
    const bool is_optional = (read.flags & CS_OPTIONAL) != 0 && renaming == nullptr;
    // A stage may well improve an optional layer of its own name, so this alone is no mistake.
    const bool is_own = layer != kNoLayer && layers_[layer].writer == row;
    if (is_optional && (layer == kNoLayer || is_own)) {
      layer = kNoLayer;
    } else {
      layer = need_layer(
          row, {name, Why::reads, fmt::format("`{}` reads layer", config.name), place, renaming != nullptr});
    }
    stage.reads.push_back(layer);
    stage.read_columns.push_back(
        layer == kNoLayer ? std::vector<uint32_t>(columns_of(read).size(), UINT32_MAX)
                          : match_columns(read, *layers_[layer].schema, name, config.name,
                                          stages_[layers_[layer].writer].config->name, place, diagnostics_));
  }
}

void Wiring::find_bases(uint32_t row) {
  const WiredStage& stage = stages_[row];
  for (const uint32_t written : stage.writes) {
    WiredLayer& layer = layers_[written];
    for (const cs_column& column : columns_of(*layer.schema))
      layer.targets.push_back(column.target == nullptr
                                  ? kNoLayer
                                  : row_of(actual_name(*stage.config, *stage.stage, column.target)));
    if (layer.schema->of == nullptr) continue;
    const std::string base = actual_name(*stage.config, *stage.stage, layer.schema->of);
    const bool extends = (layer.schema->flags & CS_EXTENDS) != 0;
    layer.base = row_of(base);
    if (layer.base != kNoLayer && layers_[layer.base].writer == row) continue;
    const bool is_read = std::find(stage.reads.begin(), stage.reads.end(), layer.base) != stage.reads.end();
    if (layer.base != kNoLayer && is_read) continue;
    need_layer(row, {base, Why::base,
                     fmt::format("`{}` writes layer `{}`, which {} layer", stage.config->name, layer.name,
                                 extends ? "extends" : "is a child of"),
                     stage.config->place, false});
  }
}

void Wiring::find_conditions(uint32_t row) {
  for (const Word& word : stages_[row].config->has) {
    const uint32_t layer = need_layer(
        row, {word.text, Why::when, fmt::format("`{}` runs when there is layer", stages_[row].config->name),
              word.place, true});
    if (layer != kNoLayer) stages_[row].has.push_back(layer);
  }
}

void Wiring::find_named(uint32_t row) {
  WiredStage& stage = stages_[row];
  for (const cs_option& option : options_of(*stage.stage)) {
    const auto value = stage.options.find(option.name);
    if (option.type != CS_LAYERS || value == stage.options.end()) continue;
    std::vector<uint32_t>& named = stage.named[option.name];
    const YamlNode* given = stage.config->options.find(option.name);
    const auto& names = std::get<std::vector<std::string>>(value->second);
    for (size_t i = 0; i < names.size(); ++i) {
      if (names[i] == "*") {
        stage.starred.insert(option.name);
        continue;
      }
      // A fallback names what the stage can make use of; the pipeline need not have it.
      const uint32_t known = row_of(names[i]);
      if (given == nullptr && (known == kNoLayer || layers_[known].writer == row)) continue;
      const Place& place = given == nullptr   ? stage.config->place
                           : given->is_list() ? given->items[i].place
                                              : given->place;
      const uint32_t layer =
          need_layer(row, {names[i], Why::option, fmt::format("`{}` names layer", option.name), place,
                           given != nullptr, option.name});
      if (layer != kNoLayer && std::find(named.begin(), named.end(), layer) == named.end())
        named.push_back(layer);
    }
  }
}

void Wiring::find_after(uint32_t row) {
  std::vector<std::string> names;
  for (const WiredStage& stage : stages_) names.push_back(stage.config->name);
  for (const Word& word : stages_[row].config->after) {
    const auto found = std::find(names.begin(), names.end(), word.text);
    if (found == names.end()) {
      diagnostics_.error(word.place, fmt::format("`after` names `{}`, which is no stage of this pipeline{}",
                                                 word.text, did_you_mean(word.text, names)));
    } else if (found - names.begin() == row) {
      diagnostics_.error(word.place, fmt::format("`{}` cannot run after itself", word.text));
    } else {
      reasons_.push_back({static_cast<uint32_t>(found - names.begin()), row, Why::after, {}, {}});
    }
  }
}

/// A stage that reads two layers takes row numbers of one in the other, so they must belong together.
void Wiring::check_references(uint32_t row) {
  const WiredStage& stage = stages_[row];
  const auto read_as = [&](const char* declared) {
    uint32_t index = 0;
    for (const cs_layer& read : reads_of(*stage.stage)) {
      if (declared != nullptr && std::string_view(declared) == read.name) return stage.reads[index];
      ++index;
    }
    return kNoLayer;
  };
  const auto compare = [&](const WiredLayer& layer, const std::string& what, uint32_t meant,
                           uint32_t actual) {
    if (meant == kNoLayer || actual == kNoLayer || meant == actual) return true;
    diagnostics_.error(
        stage.config->place,
        fmt::format("`{}` reads layers `{}` and `{}`, which do not belong together: {} `{}`",
                    stage.config->name, layer.name, layers_[meant].name, what, layers_[actual].name),
        "read both from the same stages with `reads:`");
    return false;
  };
  uint32_t index = 0;
  for (const cs_layer& read : reads_of(*stage.stage)) {
    const uint32_t at = stage.reads[index];
    const std::vector<uint32_t>& columns = stage.read_columns[index++];
    if (at == kNoLayer) continue;
    const WiredLayer& layer = layers_[at];
    const bool extends = (read.flags & CS_EXTENDS) != 0;
    bool fits = !extends || compare(layer, "the first extends", read_as(read.of), layer.base);
    size_t column = 0;
    for (const cs_column& wanted : columns_of(read)) {
      const uint32_t written = columns[column++];
      if (fits && written != UINT32_MAX)
        fits = compare(layer, fmt::format("column `{}` refers to", wanted.name), read_as(wanted.target),
                       layer.targets[written]);
    }
  }
}

uint32_t Wiring::need_layer(uint32_t row, const LayerNeed& need) {
  const uint32_t layer = row_of(need.layer);
  if (layer == kNoLayer) {
    problems_.add_missing(row, need);
    return kNoLayer;
  }
  const uint32_t writer = layers_[layer].writer;
  if (writer == row) {
    diagnostics_.error(
        need.place, fmt::format("{} `{}`, which it writes itself", need.subject, need.layer),
        fmt::format("rename what it writes with `writes: {{{}: {}_2}}`", need.layer, need.layer));
    return kNoLayer;
  }
  reasons_.push_back({writer, row, need.why, need.layer, need.option});
  return layer;
}

bool Wiring::report_cycles() {
  const std::vector<std::vector<uint32_t>> cycles = shortest_cycles(stages_.size(), edges());
  for (const std::vector<uint32_t>& cycle : cycles) {
    const InstanceConfig& start = *stages_[cycle.front()].config;
    std::string path = start.name;
    for (size_t i = 0; i < cycle.size(); ++i) {
      const uint32_t from = cycle[i], to = cycle[(i + 1) % cycle.size()];
      const auto reason = std::find_if(reasons_.begin(), reasons_.end(),
                                       [&](const EdgeReason& r) { return r.from == from && r.to == to; });
      path += fmt::format(" -({})-> {}", reason->layer.empty() ? "after" : reason->layer,
                          stages_[to].config->name);
    }
    diagnostics_.error(start.place, "stages wait for each other: " + path);
  }
  return !cycles.empty();
}

void Wiring::name_with_dependents(uint32_t layer, const std::vector<bool>& excluded,
                                  std::vector<uint32_t>& rows) const {
  if (excluded[layers_[layer].writer] || std::find(rows.begin(), rows.end(), layer) != rows.end()) return;
  rows.push_back(layer);
  for (uint32_t other = 0; other < layers_.size(); ++other)
    if (layers_[other].base == layer) name_with_dependents(other, excluded, rows);
}

void Wiring::bring_dependents() {
  for (uint32_t row = 0; row < stages_.size(); ++row) {
    WiredStage& stage = stages_[row];
    const bool brings = stage.stage->kind == CS_WRITER || stage.stage->kind == CS_COLLECTOR;
    for (auto& [option, named] : stage.named) {
      const bool starred = stage.starred.count(option) > 0;
      if (!brings && !starred) continue;
      const std::vector<bool> excluded = rows_reached_from(stages_.size(), edges(), row);
      std::vector<uint32_t> all;
      for (const uint32_t layer : named) name_with_dependents(layer, excluded, all);
      for (uint32_t layer = 0; starred && layer < layers_.size(); ++layer)
        name_with_dependents(layer, excluded, all);
      for (const uint32_t layer : all)
        if (std::find(named.begin(), named.end(), layer) == named.end())
          reasons_.push_back({layers_[layer].writer, row, Why::option, layers_[layer].name, option});
      named = std::move(all);
    }
  }
}

Edges Wiring::edges() const {
  Edges result;
  for (const EdgeReason& reason : reasons_) result.emplace_back(reason.from, reason.to);
  return result;
}

uint32_t Wiring::row_of(const std::string& layer) const {
  const auto found = rows_.find(layer);
  return found == rows_.end() ? kNoLayer : found->second;
}

}  // namespace claimsift
