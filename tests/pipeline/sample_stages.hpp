// SPDX-License-Identifier: Apache-2.0
// sample_stages.hpp - declarations of the built-in stages without their code, so that tests of the front end
// need no stage. Names, options and layers are those of the stages themselves.
#pragma once

#include "pipeline/declarations.hpp"

namespace claimsift::test {

/// A registry of the sample stages as if they were built in.
Registry sample_registry();

}  // namespace claimsift::test
