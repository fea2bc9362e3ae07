// SPDX-License-Identifier: Apache-2.0
// plugin_loader.hpp - finds, checks and loads plugins (shared libraries that export `claimsift_plugin`) and
// adds their stages to the registry. Libraries stay loaded until the process ends. One thread at a time.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claimsift/plugin.h"
#include "pipeline/config.hpp"
#include "pipeline/declarations.hpp"
#include "pipeline/diagnostic.hpp"
#include "pipeline/plan.hpp"

namespace claimsift {

/// A plugin that is loaded.
struct LoadedPlugin {
  std::string path;
  const cs_plugin* plugin;
};

/// A plugin that comes with claimsift where what it needs is installed.
struct Companion {
  std::string_view name;  // of its stage or its format, and of its library
  std::string_view cure;  // how to get it
};

class PluginLoader : public FormatSource {
 public:
  explicit PluginLoader(std::span<const Companion> companions = {}) : companions_(companions) {}

  /// Loads a plugin and adds its stages; what is wrong goes to `problems`, at `place`. `path` is a path with
  /// a slash, taken as it stands, or a bare name, looked for in CLAIMSIFT_PLUGIN_PATH and beside the program.
  /// `sha256`: the file's checksum in hex, or empty.
  void load(const std::string& path, const std::string& sha256, const Place& place, Registry& registry,
            Diagnostics& problems);

  /// Loads what a pipeline file asks for: an entry under `plugins:`, or the name of a stage that is not
  /// known.
  void load(const PluginEntry& entry, Registry& registry, Diagnostics& problems) {
    if (entry.by_stage)
      load_for_stage(entry.path, entry.place, registry, problems);
    else
      load(entry.path, entry.sha256, entry.place, registry, problems);
  }

  /// Loads the plugin that is called like a stage, if there is one. Without it nothing is reported, but for a
  /// companion that is not installed: how to get it.
  void load_for_stage(const std::string& stage, const Place& place, Registry& registry,
                      Diagnostics& problems);

  /// A format of the plugins that are loaded, else of the plugin that is called like it.
  Found find_format(const std::string& name) override;

  const std::vector<LoadedPlugin>& plugins() const { return plugins_; }

  /// The folders in which a bare name is looked for, in that order.
  static std::vector<std::string> search_path();

 private:
  /// The checked table of a library that was found; null after reporting why there is none.
  const cs_plugin* open(const std::string& path, const std::string& sha256, const Place& place,
                        Diagnostics& problems);
  void add_stages(const std::string& path, const cs_plugin& plugin, const Place& place, Registry& registry,
                  Diagnostics& problems);
  const Companion* companion(std::string_view name) const;

  std::span<const Companion> companions_;
  std::vector<LoadedPlugin> plugins_;
};

}  // namespace claimsift
