// SPDX-License-Identifier: Apache-2.0
// dateline_dollar.hpp - which dollar a plain "$" is by where the article was written: a paper in Toronto or
// Auckland writes "$" for its own. Agencies that write for the world, and a text that marks its own dollar
// ("A$5, or $3.30"), do not. Pure functions over a document and a lexicon; precision first.
#pragma once

#include <string_view>

#include "claimsift/stage.hpp"
#include "stages/quantities/lexicon.hpp"

namespace claimsift::quantities {

/// The ISO 4217 code of the dollar of a dateline's place ("TORONTO, March 5" is CAD); empty where the place
/// is none of the lexicon's, is in doubt ("Vancouver, Wash."), or an agency wrote it ("SYDNEY (Reuters)").
std::string_view dollar_of_dateline(const Lexicon& lexicon, std::string_view dateline);

/// A dollar that the text itself speaks for: the one that a note names ("All figures are in U.S. dollars"),
/// else the option's (`fallback`) where amounts are marked as `local` ones ("A$5"), else `local`.
/// One pass over the sentences that name a currency.
std::string_view dollar_of_text(const Lexicon& lexicon, std::string_view text,
                                std::span<const cs_span> sentences, std::string_view local,
                                std::string_view fallback);

}  // namespace claimsift::quantities
