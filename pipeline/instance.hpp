// SPDX-License-Identifier: Apache-2.0
// instance.hpp - reads one instance of a stage from its place under `stages:` or `input:`: the engine's
// keys are taken out and checked, the rest are the stage's options. Pure functions.
#pragma once

#include <string>

#include "pipeline/config.hpp"

namespace claimsift {

/// The keys that the engine understands in every instance; no option may take their names.
const std::vector<std::string>& engine_keys();

/// `node` holds the instance; `reader`: it stands under `input:`, where most engine keys make no sense.
InstanceConfig read_instance(const std::string& name, const Place& place, const YamlNode& node, bool reader,
                             Diagnostics& diagnostics);

}  // namespace claimsift
