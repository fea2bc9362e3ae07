// SPDX-License-Identifier: Apache-2.0
// options.hpp - types and checks the options of one instance by the declaration of its stage, and fills in
// the fallbacks. Pure functions; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/plan.hpp"
#include "pipeline/yaml.hpp"

namespace claimsift {

/// "a|b|c" as a list, empty for NULL.
std::vector<std::string> choices_of(const char* choices);

/// The value of one option; nothing after a report, or where an option without a fallback has no value.
std::optional<OptionValue> read_option(const cs_option& option, const YamlNode& node,
                                       Diagnostics& diagnostics);

/// The fallback of an option; nothing if it has none (or, after a report, if its text is no such value).
std::optional<OptionValue> fallback_of(const cs_option& option, const Place& place, Diagnostics& diagnostics);

/// All options of an instance of `stage` whose mapping is `node`; what is missing is reported at `place`.
OptionValues read_options(const cs_stage& stage, const YamlNode& node, const Place& place,
                          Diagnostics& diagnostics);

}  // namespace claimsift
