// SPDX-License-Identifier: Apache-2.0
// plugin_loader.hpp - finds, checks and loads plugins (shared libraries that export `claimsift_plugin`) and
// adds their stages to the registry. Libraries stay loaded until the process ends. One thread at a time.
#pragma once

#include <string>
#include <vector>

#include "claimsift/plugin.h"
#include "pipeline/declarations.hpp"
#include "pipeline/diagnostic.hpp"

namespace claimsift {

/// A plugin that is loaded.
struct LoadedPlugin {
  std::string path;
  const cs_plugin* plugin;
};

class PluginLoader {
 public:
  /// Loads a plugin and adds its stages; what is wrong goes to `problems`, at `place`. `path` is a path with
  /// a slash, taken as it stands, or a bare name, looked for in CLAIMSIFT_PLUGIN_PATH and beside the program.
  /// `sha256`: the file's checksum in hex, or empty.
  void load(const std::string& path, const std::string& sha256, const Place& place, Registry& registry,
            Diagnostics& problems);

  const std::vector<LoadedPlugin>& plugins() const { return plugins_; }

  /// The folders in which a bare name is looked for, in that order.
  static std::vector<std::string> search_path();

 private:
  std::vector<LoadedPlugin> plugins_;
};

}  // namespace claimsift
