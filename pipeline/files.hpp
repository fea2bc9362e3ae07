// SPDX-License-Identifier: Apache-2.0
// files.hpp - looks at the files that a plan names before anything runs: inputs that are not there, outputs
// that cannot be written or that two stages share. No stage code is called and nothing is created; globs are
// left to the readers. Reads the file system; reentrant.
#pragma once

#include "pipeline/diagnostic.hpp"
#include "pipeline/plan.hpp"

namespace claimsift {

/// Reports what is wrong with the files of a plan.
void check_files(const Plan& plan, Diagnostics& diagnostics);

/// Reports outputs that would be written into a folder that a reader walks: the next run would read them.
void check_apart(const Plan& plan, Diagnostics& diagnostics);

}  // namespace claimsift
