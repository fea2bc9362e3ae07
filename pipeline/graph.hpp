// SPDX-License-Identifier: Apache-2.0
// graph.hpp - turns a config and the registry into a plan: who writes the layers that each stage needs, the
// edges that follow, an order in which all can run. Every problem of the pipeline as a whole is reported in
// one go. Pure functions; a graph is plain data, read-only once it is built.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/config.hpp"
#include "pipeline/declarations.hpp"
#include "pipeline/plan.hpp"

namespace claimsift {

/// Why one stage waits for another.
struct EdgeReason {
  enum class Why : uint8_t { reads, option, when, base, after };

  uint32_t from, to;  // rows of Plan::stages
  Why why;
  std::string layer;   // empty for `after`
  std::string option;  // the CS_LAYERS option that names the layer
};

/// A plan with the reason of each edge (there can be several for one edge).
struct Graph {
  Plan plan;
  std::vector<EdgeReason> reasons;
};

/// What a pipeline must have; a caller that brings its own input or looks at layers itself needs less.
struct GraphRules {
  bool needs_input = true;
  bool needs_output = true;  // if not, and there is none, every stage runs
};

/// The plan of a config, or nothing after reporting why there is none.
std::optional<Graph> build_graph(const Config& config, const Registry& registry, const GraphRules& rules,
                                 Diagnostics& diagnostics);

/// Loads what an entry under `plugins:` names into the registry.
using LoadPlugin = std::function<void(const PluginEntry&, Registry&, Diagnostics&)>;

/// All of it: reads the file, loads its plugins and those that are called like a stage, builds the graph.
std::optional<Graph> load_graph(const std::string& file, const std::vector<std::string>& overrides,
                                Registry& registry, const LoadPlugin& load_plugin, const GraphRules& rules,
                                Diagnostics& diagnostics);

}  // namespace claimsift
