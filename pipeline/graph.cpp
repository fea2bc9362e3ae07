// SPDX-License-Identifier: Apache-2.0
#include "pipeline/graph.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "pipeline/options.hpp"
#include "pipeline/suggest.hpp"
#include "pipeline/wiring.hpp"

namespace claimsift {
namespace {

/// Looks an instance's stage up and reports one that does not exist or stands in the wrong place.
const cs_stage* find_stage(const InstanceConfig& instance, bool reader, const Registry& registry,
                           Diagnostics& diagnostics) {
  if (instance.use.text.empty()) return nullptr;  // reported with the config
  const RegisteredStage* found = registry.find(instance.use.text);
  const char* what = reader ? "reader" : "stage";
  if (found == nullptr) {
    const std::vector<std::string> names = reader ? registry.names(CS_READER) : registry.names();
    const std::string near = did_you_mean(instance.use.text, names);
    if (!near.empty() || registry.is_complete())
      diagnostics.error(instance.use.place,
                        fmt::format("no {} is called `{}`{} (`claimsift stages` lists all)", what,
                                    instance.use.text, near));
    return nullptr;
  }
  const cs_stage& stage = *found->stage;
  if (reader != (stage.kind == CS_READER)) {
    const char* article = stage.kind == CS_ANNOTATOR ? "an" : "a";
    diagnostics.error(instance.use.place,
                      fmt::format("`{}` is {} {}, it cannot stand under `{}`", stage.name, article,
                                  kind_name(stage.kind), reader ? "input" : "stages"),
                      fmt::format("move it under `{}`", reader ? "stages" : "input"));
    return nullptr;
  }
  return &stage;
}

PlannedStage planned(const InstanceConfig& instance, const cs_stage& stage, OptionValues options) {
  PlannedStage result;
  result.instance = instance.name;
  result.stage = &stage;
  result.options = std::move(options);
  result.on_error = instance.on_error;
  result.file = instance.place.file;
  result.line = instance.place.line;
  result.column = instance.place.column;
  return result;
}

bool is_sink(const cs_stage& stage) {
  // A stage that writes no layer can only be there to skip documents, so it always runs.
  return stage.kind == CS_WRITER || stage.kind == CS_COLLECTOR || (stage.flags & CS_FILTER) ||
         writes_of(stage).empty();
}

/// Turns rows in the order of the file into a plan in an order that can run.
class Planner {
 public:
  Planner(const Wiring& wiring, Graph& graph)
      : wiring_(wiring),
        graph_(graph),
        order_(stable_order(wiring.stages().size(), wiring.edges())),
        new_stage_(wiring.stages().size()),
        new_layer_(wiring.layers().size()) {}

  void plan() {
    for (uint32_t row = 0; row < order_.size(); ++row) new_stage_[order_[row]] = row;
    add_layers();
    for (const uint32_t row : order_) add_stage(wiring_.stages()[row]);
    for (EdgeReason reason : wiring_.reasons()) {
      reason.from = new_stage_[reason.from];
      reason.to = new_stage_[reason.to];
      graph_.reasons.push_back(std::move(reason));
    }
    std::stable_sort(graph_.reasons.begin(), graph_.reasons.end(),
                     [](const EdgeReason& a, const EdgeReason& b) {
                       return std::tie(a.from, a.to) < std::tie(b.from, b.to);
                     });
    for (const EdgeReason& reason : graph_.reasons) {
      const std::pair<uint32_t, uint32_t> edge(reason.from, reason.to);
      if (graph_.plan.edges.empty() || graph_.plan.edges.back() != edge) graph_.plan.edges.push_back(edge);
    }
  }

 private:
  uint32_t moved(uint32_t layer) const { return layer == kNoLayer ? kNoLayer : new_layer_[layer]; }

  std::vector<uint32_t> moved(const std::vector<uint32_t>& layers) const {
    std::vector<uint32_t> result;
    for (const uint32_t layer : layers) result.push_back(moved(layer));
    return result;
  }

  void add_layers() {
    std::vector<uint32_t> rows;
    for (const uint32_t stage : order_)
      rows.insert(rows.end(), wiring_.stages()[stage].writes.begin(), wiring_.stages()[stage].writes.end());
    for (uint32_t row = 0; row < rows.size(); ++row) new_layer_[rows[row]] = row;
    for (const uint32_t row : rows) {
      const WiredLayer& layer = wiring_.layers()[row];
      PlannedLayer result{layer.name, layer.schema, new_stage_[layer.writer],
                          kNoLayer,   kNoLayer,     moved(layer.targets)};
      ((layer.schema->flags & CS_EXTENDS) != 0 ? result.extends : result.parent) = moved(layer.base);
      graph_.plan.layers.push_back(std::move(result));
    }
  }

  void add_stage(const WiredStage& stage) {
    PlannedStage result = planned(*stage.config, *stage.stage, stage.options);
    result.reads = moved(stage.reads);
    result.read_columns = stage.read_columns;
    result.writes = moved(stage.writes);
    result.when.has = moved(stage.has);
    result.when.metadata = stage.config->when_metadata;
    for (const cs_option& option : options_of(*stage.stage)) {
      const auto named = stage.named.find(option.name);
      if (named == stage.named.end()) continue;
      std::vector<uint32_t> layers = moved(named->second);
      const bool starred = stage.starred.count(option.name) > 0;
      if (starred) std::sort(layers.begin(), layers.end());
      // The value keeps the names that the user gave; what they bring along is read as well.
      const auto given = std::get<std::vector<std::string>>(result.options[option.name]);
      std::vector<std::string> names;
      for (const uint32_t layer : layers) {
        const std::string& name = graph_.plan.layers[layer].name;
        if (starred || std::find(given.begin(), given.end(), name) != given.end()) names.push_back(name);
        if (std::find(result.named_reads.begin(), result.named_reads.end(), layer) ==
            result.named_reads.end())
          result.named_reads.push_back(layer);
      }
      result.options[option.name] = std::move(names);
    }
    graph_.plan.stages.push_back(std::move(result));
  }

  const Wiring& wiring_;
  Graph& graph_;
  std::vector<uint32_t> order_;  // rows of the wiring
  std::vector<uint32_t> new_stage_, new_layer_;
};

/// Marks what nothing needs, with a warning for each.
void mark_idle(Plan& plan, Diagnostics& diagnostics) {
  std::vector<uint32_t> sinks;
  bool has_output = false;
  for (uint32_t row = 0; row < plan.stages.size(); ++row) {
    const cs_stage& stage = *plan.stages[row].stage;
    if (is_sink(stage)) sinks.push_back(row);
    has_output = has_output || stage.kind == CS_WRITER || stage.kind == CS_COLLECTOR;
  }
  if (!has_output) return;
  const std::vector<bool> needed = rows_reaching(plan.stages.size(), plan.edges, sinks);
  for (uint32_t row = 0; row < plan.stages.size(); ++row) {
    PlannedStage& stage = plan.stages[row];
    stage.runs = needed[row];
    if (!stage.runs)
      diagnostics.warning(
          {stage.file, stage.line, stage.column},
          fmt::format("`{}` does not run: no writer or collector needs what it writes", stage.instance));
  }
}

void check_output(const Config& config, const std::vector<WiredStage>& stages, Diagnostics& diagnostics) {
  for (const WiredStage& stage : stages)
    if (stage.stage->kind == CS_WRITER || stage.stage->kind == CS_COLLECTOR) return;
  diagnostics.error({config.files.empty() ? "" : config.files.back()}, "the pipeline writes nothing",
                    "add a writer under stages (`claimsift stages` lists them)");
}

}  // namespace

std::optional<Graph> build_graph(const Config& config, const Registry& registry, const GraphRules& rules,
                                 Diagnostics& diagnostics) {
  const size_t errors_before = diagnostics.errors();
  Graph graph;
  graph.plan.files = config.files;
  graph.plan.run = config.run;

  for (const InstanceConfig& input : config.inputs)
    if (const cs_stage* stage = find_stage(input, true, registry, diagnostics))
      graph.plan.readers.push_back(
          planned(input, *stage, read_options(*stage, input.options, input.place, diagnostics)));
  if (rules.needs_input && config.complete && config.inputs.empty())
    diagnostics.error({config.files.empty() ? "" : config.files.back()}, "the pipeline has no `input`",
                      "add `input: {use: read, paths: [FILE]}`");

  std::vector<WiredStage> stages;
  std::vector<const InstanceConfig*> unknown;
  for (const InstanceConfig& instance : config.stages) {
    if (const cs_stage* stage = find_stage(instance, false, registry, diagnostics)) {
      stages.push_back(
          {&instance, stage, read_options(*stage, instance.options, instance.place, diagnostics)});
    } else {
      unknown.push_back(&instance);
    }
  }
  if (rules.needs_output && config.complete && unknown.empty()) check_output(config, stages, diagnostics);

  Wiring wiring(std::move(stages), unknown, registry, diagnostics);
  wiring.connect();
  const bool has_cycle = wiring.report_cycles();
  if (has_cycle || diagnostics.errors() > errors_before) return std::nullopt;
  wiring.bring_dependents();
  Planner(wiring, graph).plan();
  mark_idle(graph.plan, diagnostics);
  return graph;
}

namespace {

/// Loads plugins that are called like a stage which is used and not known.
void load_by_stage(const Config& config, Registry& registry, const LoadPlugin& load_plugin,
                   Diagnostics& diagnostics) {
  std::set<std::string> tried;
  for (const std::vector<InstanceConfig>* list : {&config.inputs, &config.stages})
    for (const InstanceConfig& instance : *list) {
      const std::string& name = instance.use.text;
      if (name.empty() || registry.find(name) != nullptr || !tried.insert(name).second) continue;
      const size_t errors = diagnostics.errors();
      load_plugin({name, {}, instance.use.place, true}, registry, diagnostics);
      if (diagnostics.errors() > errors) registry.miss_plugin();
    }
}

}  // namespace

std::optional<Graph> load_graph(const std::string& file, const std::vector<std::string>& overrides,
                                Registry& registry, const LoadPlugin& load_plugin, const GraphRules& rules,
                                Diagnostics& diagnostics) {
  const size_t errors_before = diagnostics.errors();
  const Config config = load_config(file, overrides, environment, diagnostics);
  if (config.files.empty()) return std::nullopt;
  for (const PluginEntry& plugin : config.plugins) {
    const size_t errors = diagnostics.errors();
    load_plugin(plugin, registry, diagnostics);
    if (diagnostics.errors() > errors) registry.miss_plugin();
  }
  if (load_plugin) load_by_stage(config, registry, load_plugin, diagnostics);
  std::optional<Graph> graph = build_graph(config, registry, rules, diagnostics);
  return diagnostics.errors() > errors_before ? std::nullopt : std::move(graph);
}

}  // namespace claimsift
