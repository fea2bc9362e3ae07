// SPDX-License-Identifier: Apache-2.0
// recoded.hpp - streams of bytes behind a look at their begin: as they are, or converted to UTF-8. One thread
// at a time.
#pragma once

#include <memory>
#include <string>

#include "stages/read/bytes.hpp"

namespace claimsift {

/// Bytes of which `first` were read already.
std::unique_ptr<Bytes> pushed_back(std::unique_ptr<Bytes> bytes, std::string first);

/// The same in UTF-8, from an encoding that Converter knows; what is damaged is replaced, or a problem.
std::unique_ptr<Bytes> recoded(std::unique_ptr<Bytes> bytes, std::string first, const std::string& encoding,
                               bool repair);

}  // namespace claimsift
