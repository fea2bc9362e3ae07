// SPDX-License-Identifier: Apache-2.0
// renaming.hpp - the two names of a layer: the one that a stage's declaration speaks of, and the one that it
// has in the pipeline (`reads:` and `writes:` of the instance). Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipeline/config.hpp"
#include "pipeline/declarations.hpp"

namespace claimsift {

/// The entry for a declared name, nullptr if it keeps its name.
const Renaming* renaming_of(const std::vector<Renaming>& renamings, std::string_view declared);

/// How the pipeline calls a layer that the declaration of `stage` speaks of.
std::string actual_name(const InstanceConfig& instance, const cs_stage& stage, std::string_view declared);

/// Reports renamings of layers that the stage does not read or write.
void check_renamings(const InstanceConfig& instance, const cs_stage& stage, Diagnostics& diagnostics);

}  // namespace claimsift
