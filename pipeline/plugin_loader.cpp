// SPDX-License-Identifier: Apache-2.0
#include "pipeline/plugin_loader.hpp"

#include <dlfcn.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>

#include "pipeline/checksum.hpp"
#include "pipeline/suggest.hpp"
#include "pipeline/version.hpp"

namespace claimsift {

namespace fs = std::filesystem;

namespace {

/// Why a file must not be loaded, if others could have changed it.
std::optional<std::string> unsafe(const fs::path& path) {
  struct stat file {};
  if (::stat(path.c_str(), &file) != 0) return "the file cannot be read";
  if (!S_ISREG(file.st_mode)) return "it is no regular file";
  if (file.st_mode & S_IWOTH) return "anybody may write to the file";
  struct stat folder {};
  const fs::path parent = fs::absolute(path).parent_path();
  if (::stat(parent.c_str(), &folder) == 0 && (folder.st_mode & S_IWOTH) && !(folder.st_mode & S_ISVTX))
    return fmt::format("anybody may write to its folder {}", parent.string());
  return std::nullopt;
}

/// The file behind a plugin's name, or nothing.
std::optional<fs::path> resolve(const std::string& name) {
  if (name.find('/') != std::string::npos) {
    if (fs::exists(name)) return name;
    return std::nullopt;
  }
  for (const std::string& folder : PluginLoader::search_path())
    for (const std::string& file : {name, "lib" + name + ".so", name + ".so"})
      if (fs::path path = fs::path(folder) / file; fs::is_regular_file(path)) return path;
  return std::nullopt;
}

std::vector<std::string> libraries_in(const fs::path& folder) {
  std::vector<std::string> found;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder.empty() ? "." : folder, ignored))
    if (entry.path().extension() == ".so") found.push_back((folder / entry.path().filename()).string());
  std::sort(found.begin(), found.end());
  return found;
}

std::string shown_search_path() {
  std::string folders;
  for (const std::string& folder : PluginLoader::search_path())
    folders += (folders.empty() ? "" : ", ") + folder;
  return folders.empty() ? "any folder" : folders;
}

void report_missing(const std::string& name, const Place& place, Diagnostics& problems) {
  if (name.find('/') != std::string::npos) {
    const std::string guess = nearest(name, libraries_in(fs::path(name).parent_path()));
    problems.error(place, fmt::format("plugin `{}` does not exist{}", name,
                                      guess.empty() ? "" : fmt::format("; did you mean `{}`?", guess)));
    return;
  }
  problems.error(place, fmt::format("no plugin is called `{}` in {}", name, shown_search_path()),
                 "name its path with a slash (./lib" + name + ".so), or set CLAIMSIFT_PLUGIN_PATH");
}

/// The version rule: same major number, and nothing that this host does not have yet.
bool version_fits(const cs_plugin& plugin, const std::string& path, const Place& place,
                  Diagnostics& problems) {
  if (plugin.abi_major == CS_ABI_MAJOR && plugin.abi_minor <= CS_ABI_MINOR) return true;
  problems.error(
      place,
      fmt::format("{}: built for plugin ABI {}.{}; this claimsift ({}) offers {}.0 to {}.{}", path,
                  plugin.abi_major, plugin.abi_minor, kVersion, CS_ABI_MAJOR, CS_ABI_MAJOR, CS_ABI_MINOR),
      plugin.abi_major < CS_ABI_MAJOR
          ? "rebuild the plugin with this version's plugin.h"
          : "use a newer claimsift, or rebuild the plugin with this version's plugin.h");
  return false;
}

}  // namespace

std::vector<std::string> PluginLoader::search_path() {
  std::vector<std::string> folders;
  if (const char* listed = std::getenv("CLAIMSIFT_PLUGIN_PATH")) {
    std::string_view rest = listed;
    while (!rest.empty()) {
      const size_t colon = std::min(rest.find(':'), rest.size());
      if (colon > 0 && rest[0] == '/') folders.emplace_back(rest.substr(0, colon));  // never "." or ""
      rest.remove_prefix(std::min(colon + 1, rest.size()));
    }
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    for (const fs::path& folder :
         {program.parent_path() / "plugins", program.parent_path() / "../lib/claimsift/plugins"})
      if (fs::is_directory(folder)) folders.push_back(fs::weakly_canonical(folder).string());
  }
  return folders;
}

void PluginLoader::load(const std::string& name, const std::string& sha256, const Place& place,
                        Registry& registry, Diagnostics& problems) {
  const std::optional<fs::path> found = resolve(name);
  if (!found) return report_missing(name, place, problems);
  if (const cs_plugin* plugin = open(found->string(), sha256, place, problems))
    add_stages(found->string(), *plugin, place, registry, problems);
}

void PluginLoader::load_for_stage(const std::string& stage, const Place& place, Registry& registry,
                                  Diagnostics& problems) {
  if (stage.find('/') != std::string::npos) return;
  if (const std::optional<fs::path> found = resolve(stage)) {
    if (const cs_plugin* plugin = open(found->string(), {}, place, problems))
      add_stages(found->string(), *plugin, place, registry, problems);
  } else if (const Companion* known = companion(stage)) {
    problems.error(place,
                   fmt::format("the plugin of `{}` is not installed in {}", stage, shown_search_path()),
                   std::string(known->cure));
  }
}

FormatSource::Found PluginLoader::find_format(const std::string& name) {
  const auto in = [&](const LoadedPlugin& loaded) -> const cs_format* {
    if (!CS_HAS(loaded.plugin, formats) || !loaded.plugin->formats) return nullptr;
    for (const cs_format* const* format = loaded.plugin->formats; *format; ++format)
      if (name == (*format)->name && CS_HAS(*format, parse) && (*format)->parse) return *format;
    return nullptr;
  };
  for (const LoadedPlugin& loaded : plugins_)
    if (const cs_format* format = in(loaded)) return {format, loaded.path, {}};
  const std::optional<fs::path> found = resolve(name);
  if (!found) {
    const Companion* known = companion(name);
    return {nullptr,
            {},
            fmt::format("the plugin `{}` is not installed in {}{}{}", name, shown_search_path(),
                        known ? "; " : "", known ? known->cure : std::string_view())};
  }
  Diagnostics problems;
  const cs_plugin* plugin = open(found->string(), {}, {}, problems);
  if (!plugin) return {nullptr, {}, problems.all().empty() ? std::string() : problems.all()[0].message};
  plugins_.push_back({found->string(), plugin});
  if (const cs_format* format = in(plugins_.back())) return {format, found->string(), {}};
  return {nullptr, {}, fmt::format("the plugin `{}` has no format `{}`", found->string(), name)};
}

const Companion* PluginLoader::companion(std::string_view name) const {
  for (const Companion& known : companions_)
    if (known.name == name) return &known;
  return nullptr;
}

const cs_plugin* PluginLoader::open(const std::string& path, const std::string& sha256, const Place& place,
                                    Diagnostics& problems) {
  if (const auto why = unsafe(path)) {
    problems.error(place, fmt::format("plugin `{}` is not loaded: {}", path, *why), "chmod o-w, or move it");
    return nullptr;
  }
  if (!sha256.empty()) {
    if (const std::string is = sha256_of_file(path); is != sha256) {
      problems.error(place, fmt::format("plugin `{}` has the sha256 {}, not {}", path, is, sha256));
      return nullptr;
    }
  }
  // RTLD_NOW: a missing symbol is an error here and not a dead process in the middle of the run.
  void* library = ::dlopen(fs::absolute(path).c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  if (!library) {
    problems.error(place, fmt::format("plugin `{}` cannot be loaded: {}", path, ::dlerror()),
                   "link it with -Wl,-z,defs to find missing symbols when it is built");
    return nullptr;
  }
  const auto* plugin = static_cast<const cs_plugin*>(::dlsym(library, "claimsift_plugin"));
  if (!plugin) {
    problems.error(place, fmt::format("`{}` is no claimsift plugin: it exports no `claimsift_plugin`", path),
                   "end the source with CLAIMSIFT_PLUGIN(...) (C++) or CS_PLUGIN(...) (C)");
    return nullptr;
  }
  if (!version_fits(*plugin, path, place, problems)) return nullptr;
  if (!CS_HAS(plugin, stages) || !plugin->stages) {
    problems.error(place, fmt::format("plugin `{}` is damaged: its table is too small", path));
    return nullptr;
  }
  return plugin;
}

void PluginLoader::add_stages(const std::string& path, const cs_plugin& plugin, const Place& place,
                              Registry& registry, Diagnostics& problems) {
  for (const LoadedPlugin& known : plugins_)
    if (known.plugin == &plugin) return;  // named twice
  for (const cs_stage* const* stage = plugin.stages; *stage; ++stage)
    for (const Diagnostics wrong = registry.add(**stage, path); Diagnostic d : wrong.all()) {
      d.place = place;
      problems.add(std::move(d));
    }
  plugins_.push_back({path, &plugin});
}

}  // namespace claimsift
