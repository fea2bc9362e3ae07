// SPDX-License-Identifier: Apache-2.0
// builtin.hpp - the stages that are linked into the program, as a plugin would list its own.
#pragma once

#include <span>

#include "claimsift/plugin.h"

namespace claimsift {

/// The declarations of all built-in stages, by name.
std::span<const cs_stage* const> builtin_stages();

}  // namespace claimsift
