// SPDX-License-Identifier: Apache-2.0
// formal_speech.hpp - attributions that the layout shows and no grammar: the labels of a transcript ("LEE: It
// rained."), the name behind a dash under a quotation ("It rained." - Ann Lee), and a quotation in a
// paragraph of its own behind "Lee said:". Such texts are rare in what taggers learn from, so they come
// beside whatever a tagger found, where it left the words free. Linear; pure functions.
#pragma once

#include <vector>

#include "stages/quotations/reading.hpp"
#include "stages/quotations/roles.hpp"

namespace claimsift {

/// Adds to `found` the attributions by layout that share no word with the contents there, and no source or
/// cue.
void add_formal_speech(const Reading& reading, std::vector<Attribution>& found);

}  // namespace claimsift
