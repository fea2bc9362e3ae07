// SPDX-License-Identifier: Apache-2.0
// line_kinds.hpp - whether a short paragraph is a heading, a header line ("Updated May 5, 2020") or a
// credit ("Photo: ..."). Pure functions, any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "claimsift/layers.hpp"

namespace claimsift {

/// The kind of the paragraph [begin, end), which is the `number`-th and has `sentences` sentences.
SentenceKind kind_of_paragraph(std::string_view text, size_t begin, size_t end, uint32_t sentences,
                               int64_t number);

}  // namespace claimsift
