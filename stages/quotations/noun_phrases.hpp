// SPDX-License-Identifier: Apache-2.0
// noun_phrases.hpp - the noun phrase beside a cue, by closed word classes alone: back from the verb to the
// begin of its clause, or on from it. Pure functions over a Reading, any thread.
#pragma once

#include <cstdint>

#include "stages/quotations/reading.hpp"

namespace claimsift {

/// The noun phrase that ends before `end`, back to the begin of the clause but not before `free`; empty if
/// none does. An apposition between commas belongs to it.
TokenRange source_before(const Reading& reading, uint32_t free, uint32_t end);

/// Where the noun phrase that begins at `begin` ends; `begin` if none does.
uint32_t source_after(const Reading& reading, uint32_t begin, uint32_t end);

/// Whether it may be the subject of a verb in its base form ("officials say").
bool is_plural(const Reading& reading, const TokenRange& source);

}  // namespace claimsift
