// SPDX-License-Identifier: Apache-2.0
// include.hpp - reads a config file with everything that it includes into one tree. Mappings are merged
// deeply and the including file wins; lists are replaced, but plugins add up. A mapping with another `use:`
// replaces the included one, since its options belong to another stage. Reads files; reentrant.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/substitute.hpp"
#include "pipeline/yaml.hpp"

namespace claimsift {

/// `path` as seen from the file that names it.
std::string relative_to_file(const std::string& path, const std::string& file);

/// The merged tree without its `include:` keys; `files` gets every file read, the included ones first.
std::optional<YamlNode> read_with_includes(const std::string& file, const Variables& variables,
                                           std::vector<std::string>& files, Diagnostics& diagnostics);

}  // namespace claimsift
