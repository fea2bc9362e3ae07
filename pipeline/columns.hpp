// SPDX-License-Identifier: Apache-2.0
// columns.hpp - compares the columns that a stage reads with those that the layer's writer declares. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claimsift/plugin.h"
#include "pipeline/diagnostic.hpp"

namespace claimsift {

/// Where a column that is read stands among those of its writer; UINT32_MAX after a report. `subject` and
/// `writer` are the instances as messages call them.
std::vector<uint32_t> match_columns(const cs_layer& read, const cs_layer& written, const std::string& layer,
                                    const std::string& subject, const std::string& writer, const Place& place,
                                    Diagnostics& diagnostics);

/// The names of a CS_CHOICE column, empty for NULL.
std::vector<std::string> choice_names(const cs_column& column);

}  // namespace claimsift
