// SPDX-License-Identifier: Apache-2.0
// load.hpp - what subcommands share: the built-in stages, and a pipeline file read with its plugins. One
// thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/companions.hpp"
#include "pipeline/graph.hpp"
#include "pipeline/plugin_loader.hpp"

namespace claimsift::cli {

/// Adds the stages that are linked into the program.
void add_builtin_stages(Registry& registry, Diagnostics& problems);

/// A pipeline file with all that its plan points into.
struct LoadedPipeline {
  Registry registry;
  PluginLoader plugins{kCompanions};
  Diagnostics problems;        // all that was found, warnings too
  std::optional<Graph> graph;  // nothing where there are errors
};

/// Reads a pipeline file, "--set" included.
void load_pipeline(const std::string& file, const std::vector<std::string>& overrides,
                   const GraphRules& rules, LoadedPipeline& result);

}  // namespace claimsift::cli
