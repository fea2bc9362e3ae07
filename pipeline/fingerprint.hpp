// SPDX-License-Identifier: Apache-2.0
// fingerprint.hpp - everything that the results of a run depend on, as names and values: the program's
// version, plugins, stages with their options, the settings of the run that matter, and files (inputs,
// models, lexicons) by size and time of change. Two runs with one fingerprint write the same bytes. One
// thread.
#pragma once

#include <string>
#include <vector>

#include "pipeline/checkpoint.hpp"
#include "pipeline/executor.hpp"

namespace claimsift {

/// A plugin as it was loaded.
struct PluginFile {
  std::string path, version;
};

Fingerprint fingerprint(const Executor& executor, const std::vector<PluginFile>& plugins);

/// What has changed, in words: "`stages.claims.min_check_worthiness` was 0.5 and is 0.7".
std::vector<std::string> changes(const Fingerprint& before, const Fingerprint& now);

}  // namespace claimsift
