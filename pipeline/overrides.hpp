// SPDX-License-Identifier: Apache-2.0
// overrides.hpp - `--set a.b.c=value`: puts values from the command line into the tree of a config before
// it is checked, so that they are typed and checked like everything else. Pure functions.
#pragma once

#include <string>

#include "pipeline/yaml.hpp"

namespace claimsift {

/// Applies one override, written KEY.KEY=VALUE. A list is entered by its index; mappings on the way are
/// made where the file has none, but a stage must be in the file. Messages stand at "--set a.b.c".
void apply_override(YamlNode& root, const std::string& text, Diagnostics& diagnostics);

}  // namespace claimsift
