// SPDX-License-Identifier: Apache-2.0
#include "pipeline/include.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#include "pipeline/words.hpp"

namespace claimsift {
namespace {

namespace fs = std::filesystem;

constexpr size_t kDeepest = 16;
constexpr uintmax_t kLargest = 16'000'000;  // bytes; a config beyond it is a data file named by mistake

std::string read_text(const std::string& file, const Place& named_at) {
  const auto fail = [&](const std::string& reason) {
    if (named_at.file.empty()) return Failure(Place{file}, reason);
    return Failure(named_at, fmt::format("`{}`: {}", file, reason));
  };
  std::error_code ignored;
  if (fs::is_directory(file, ignored)) throw fail("is a folder, not a pipeline file");
  const uintmax_t size = fs::file_size(file, ignored);
  if (!ignored && size > kLargest) throw fail("is too large for a pipeline file");
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw fail(fmt::format("cannot be read: {}", std::strerror(errno)));
  std::ostringstream text;
  text << stream.rdbuf();
  return std::move(text).str();
}

/// Each file may say which version of the format it is written in.
void check_version(const YamlNode& root, Diagnostics& diagnostics) {
  const YamlNode* version = root.find("claimsift");
  if (version != nullptr && (!version->is_scalar() || version->scalar != "1"))
    diagnostics.error(version->place, fmt::format("`claimsift` must be 1, the version of the format, not {}",
                                                  described(*version)));
}

bool is_another_stage(const YamlNode& base, const YamlNode& over) {
  const YamlNode *before = base.find("use"), *after = over.find("use");
  return before != nullptr && after != nullptr && before->scalar != after->scalar;
}

void merge(YamlNode& base, YamlNode over, bool adds_up = false) {
  if (base.is_map() && over.is_null()) return;
  if (base.is_list() && over.is_list() && adds_up) {
    for (YamlNode& item : over.items) {
      const auto same = [&](const YamlNode& known) { return known.place == item.place; };
      if (std::none_of(base.items.begin(), base.items.end(), same)) base.items.push_back(std::move(item));
    }
    return;
  }
  if (!base.is_map() || !over.is_map() || is_another_stage(base, over)) {
    base = std::move(over);
    return;
  }
  for (YamlEntry& entry : over.entries) {
    const auto known = std::find_if(base.entries.begin(), base.entries.end(),
                                    [&](const YamlEntry& e) { return e.key == entry.key; });
    if (known == base.entries.end()) {
      base.entries.push_back(std::move(entry));
    } else {
      known->place = std::move(entry.place);
      merge(known->value, std::move(entry.value));
    }
  }
}

class Reader {
 public:
  Reader(const Variables& variables, std::vector<std::string>& files, Diagnostics& diagnostics)
      : variables_(variables), files_(files), diagnostics_(diagnostics) {}

  std::optional<YamlNode> read(const std::string& file, const Place& named_at) {
    std::error_code ignored;
    const std::string identity = fs::weakly_canonical(file, ignored).string();
    if (const auto again = std::find(open_.begin(), open_.end(), identity); again != open_.end())
      throw Failure(named_at, fmt::format("`{}` includes itself{}", file,
                                          again + 1 == open_.end() ? "" : " through the files it includes"));
    if (open_.size() >= kDeepest)
      throw Failure(named_at, fmt::format("includes are nested deeper than {} files", kDeepest));

    std::optional<YamlNode> own = parse_yaml(read_text(file, named_at), file, diagnostics_, noun);
    if (!own) return std::nullopt;
    if (own->is_null()) *own = YamlNode{YamlNode::Kind::map, false, false, {file}, {}, {}, {}};
    if (!own->is_map())
      throw Failure(own->place, "a pipeline file is a mapping with keys such as `input:` and `stages:`");

    check_version(*own, diagnostics_);
    open_.push_back(identity);
    std::optional<YamlNode> merged = merged_with_includes(std::move(*own), file);
    open_.pop_back();
    if (std::find(files_.begin(), files_.end(), file) == files_.end()) files_.push_back(file);
    return merged;
  }

 private:
  static std::string noun(const std::vector<std::string>& path) {
    if (path.size() == 1 && path[0] == "stages") return "stage";
    return path.size() == 2 && path[0] == "stages" ? "option" : "key";
  }

  std::optional<YamlNode> merged_with_includes(YamlNode own, const std::string& file) {
    const auto include = std::find_if(own.entries.begin(), own.entries.end(),
                                      [](const YamlEntry& e) { return e.key == "include"; });
    if (include == own.entries.end()) return own;
    YamlNode names = std::move(include->value);
    own.entries.erase(include);
    substitute(names, variables_, diagnostics_);

    std::optional<YamlNode> base;
    for (const Word& name : words_of(names, "include", diagnostics_)) {
      std::optional<YamlNode> included;
      try {
        included = read(relative_to_file(name.text, file), name.place);
      } catch (const Failure& failure) { diagnostics_.add(failure.diagnostic()); }
      if (included) base ? merge_files(*base, std::move(*included)) : void(base = std::move(*included));
    }
    if (!base) return own;
    merge_files(*base, std::move(own));
    return base;
  }

  static void merge_files(YamlNode& base, YamlNode over) {
    // Plugins add up: what an included file's stages need must not get lost.
    if (const auto plugins = std::find_if(over.entries.begin(), over.entries.end(),
                                          [](const YamlEntry& e) { return e.key == "plugins"; });
        plugins != over.entries.end()) {
      if (YamlNode* known = base.find("plugins"); known != nullptr && known->is_list()) {
        merge(*known, std::move(plugins->value), true);
        over.entries.erase(plugins);
      }
    }
    merge(base, std::move(over));
  }

  const Variables& variables_;
  std::vector<std::string>& files_;
  Diagnostics& diagnostics_;
  std::vector<std::string> open_;
};

}  // namespace

std::string relative_to_file(const std::string& path, const std::string& file) {
  const fs::path named(path);
  if (named.is_absolute()) return path;
  return (fs::path(file).parent_path() / named).lexically_normal().string();
}

std::optional<YamlNode> read_with_includes(const std::string& file, const Variables& variables,
                                           std::vector<std::string>& files, Diagnostics& diagnostics) {
  try {
    return Reader(variables, files, diagnostics).read(file, {});
  } catch (const Failure& failure) {
    diagnostics.add(failure.diagnostic());
    return std::nullopt;
  }
}

}  // namespace claimsift
