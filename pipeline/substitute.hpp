// SPDX-License-Identifier: Apache-2.0
// substitute.hpp - environment variables in the values of a config: ${NAME}, ${NAME:-default} and $$ for a
// dollar sign; any other `$` stands for itself. The result is never parsed again. Pure functions.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "pipeline/yaml.hpp"

namespace claimsift {

/// Gives the value of a variable, nothing where it is not set.
using Variables = std::function<std::optional<std::string>(const std::string& name)>;

/// The variables of this process.
std::optional<std::string> environment(const std::string& name);

/// Replaces the variables in every scalar of the tree. Keys, and values that stand in no file (`--set`:
/// the shell has had its turn), stay as they are.
void substitute(YamlNode& node, const Variables& variables, Diagnostics& diagnostics);

}  // namespace claimsift
