// SPDX-License-Identifier: Apache-2.0
// companions.hpp - the plugins that come with claimsift, each with what it takes to have it: they hold what
// needs a heavy library, so that the program itself needs none.
#pragma once

#include "pipeline/plugin_loader.hpp"

namespace claimsift::cli {

inline constexpr Companion kCompanions[] = {
    {"html", "install libxml2-dev (tools/install-packages does), then configure and build claimsift again"},
    {"write_parquet",
     "build all of claimsift (the target `write_parquet`), or set CLAIMSIFT_PLUGIN_PATH to where it is"},
};

}  // namespace claimsift::cli
