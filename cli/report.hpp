// SPDX-License-Identifier: Apache-2.0
// report.hpp - what a run did, as JSON for programs: `claimsift run --report FILE`. Pure functions.
#pragma once

#include <string>

#include "pipeline/run.hpp"

namespace claimsift::cli {

/// One JSON object, indented so that people can read it too.
std::string report_json(const RunSummary& summary);

}  // namespace claimsift::cli
