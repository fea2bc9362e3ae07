// SPDX-License-Identifier: Apache-2.0
// ahead.hpp - bytes that a thread of their own reads a few blocks ahead of whoever takes them, so that
// unpacking is not on the serial path of a run. The object itself belongs to one thread.
#pragma once

#include <memory>

#include "stages/read/bytes.hpp"

namespace claimsift {

std::unique_ptr<Bytes> read_ahead(std::unique_ptr<Bytes> bytes);

}  // namespace claimsift
