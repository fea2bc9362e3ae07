// SPDX-License-Identifier: Apache-2.0
#include "stages/read/paths.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "claimsift/host/utf8.hpp"

namespace claimsift {

namespace fs = std::filesystem;

namespace {

bool has_ending(const fs::path& path, const std::vector<std::string>& endings) {
  const std::string name = path.filename().string();
  return std::any_of(endings.begin(), endings.end(),
                     [&](const std::string& ending) { return name.ends_with(ending); });
}

std::vector<fs::directory_entry> sorted_entries(const fs::path& folder) {
  std::vector<fs::directory_entry> entries;
  std::error_code error;
  for (fs::directory_iterator it(folder.empty() ? "." : folder, error), end; !error && it != end;
       it.increment(error))
    entries.push_back(*it);
  if (error) throw std::runtime_error("folder `" + folder.string() + "` cannot be read: " + error.message());
  std::sort(entries.begin(), entries.end());
  return entries;
}

bool is_real_folder(const fs::directory_entry& entry) {
  std::error_code ignored;
  return fs::is_directory(entry.symlink_status(ignored));  // a link could lead back up
}

void walk(const fs::path& folder, const std::vector<std::string>& endings, std::vector<std::string>& files) {
  for (const fs::directory_entry& entry : sorted_entries(folder)) {
    std::error_code ignored;
    if (is_real_folder(entry))
      walk(entry.path(), endings, files);
    else if (fs::is_regular_file(entry.status(ignored)) && has_ending(entry.path(), endings))
      files.push_back(entry.path().string());
  }
}

/// Matches the components of a glob from `at` on, below `folder`.
void expand(const fs::path& folder, const std::vector<std::string>& parts, size_t at,
            std::vector<std::string>& files) {
  const std::string& part = parts[at];
  const bool last = at + 1 == parts.size();
  if (part == "**") {
    if (!last) expand(folder, parts, at + 1, files);
    for (const fs::directory_entry& entry : sorted_entries(folder)) {
      std::error_code ignored;
      if (is_real_folder(entry))
        expand(folder / entry.path().filename(), parts, at, files);
      else if (last && fs::is_regular_file(entry.status(ignored)))
        files.push_back((folder / entry.path().filename()).string());
    }
    return;
  }
  if (part.find_first_of("*?[") == std::string::npos) {
    const fs::path next = folder / part;
    std::error_code ignored;
    if (last && fs::is_regular_file(next, ignored)) files.push_back(next.string());
    if (!last && fs::is_directory(next, ignored)) expand(next, parts, at + 1, files);
    return;
  }
  for (const fs::directory_entry& entry : sorted_entries(folder)) {
    const fs::path name = entry.path().filename();
    if (fnmatch(part.c_str(), name.c_str(), FNM_PERIOD) != 0) continue;
    std::error_code ignored;
    if (last && fs::is_regular_file(entry.status(ignored))) files.push_back((folder / name).string());
    if (!last && entry.is_directory(ignored)) expand(folder / name, parts, at + 1, files);
  }
}

std::vector<std::string> glob(const std::string& pattern) {
  std::vector<std::string> parts;
  for (const fs::path& part : fs::path(pattern)) parts.push_back(part.string());
  std::vector<std::string> files;
  if (parts.front() == "/") {
    parts.erase(parts.begin());
    if (!parts.empty()) expand("/", parts, 0, files);
  } else {
    expand("", parts, 0, files);
  }
  std::sort(files.begin(), files.end());
  files.erase(std::unique(files.begin(), files.end()), files.end());  // `**` can reach a file twice
  return files;
}

}  // namespace

std::string shown(std::string_view path) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string text;
  for (size_t bad; (bad = host::invalid_utf8(path)) != std::string_view::npos; path.remove_prefix(bad + 1)) {
    const auto byte = static_cast<unsigned char>(path[bad]);
    text.append(path.substr(0, bad));
    text += {'%', kHex[byte >> 4], kHex[byte & 15]};
  }
  return text.append(path);
}

std::vector<std::string> expand_paths(const std::vector<std::string>& paths,
                                      const std::vector<std::string>& endings) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (path == "-") {
      files.push_back(path);
    } else if (fs::is_directory(status)) {
      walk(path, endings, files);
    } else if (fs::exists(status)) {
      files.push_back(path);
    } else if (path.find_first_of("*?[") == std::string::npos) {
      throw std::runtime_error("`" + path + "` does not exist");
    } else {
      const std::vector<std::string> found = glob(path);
      if (found.empty()) throw std::runtime_error("nothing matches `" + path + "`");
      files.insert(files.end(), found.begin(), found.end());
    }
  }
  return files;
}

}  // namespace claimsift
