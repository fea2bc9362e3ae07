// SPDX-License-Identifier: Apache-2.0
#include "cli/load.hpp"

#include "stages/builtin.hpp"

namespace claimsift::cli {

void add_builtin_stages(Registry& registry, Diagnostics& problems) {
  for (const cs_stage* stage : builtin_stages()) problems.append(registry.add(*stage, "built in"));
}

void load_pipeline(const std::string& file, const std::vector<std::string>& overrides,
                   const GraphRules& rules, LoadedPipeline& result) {
  add_builtin_stages(result.registry, result.problems);
  const auto load_plugin = [&](const PluginEntry& entry, Registry& registry, Diagnostics& problems) {
    result.plugins.load(entry, registry, problems);
  };
  result.graph = load_graph(file, overrides, result.registry, load_plugin, rules, result.problems);
  if (result.graph) result.graph->plan.formats = &result.plugins;
}

}  // namespace claimsift::cli
