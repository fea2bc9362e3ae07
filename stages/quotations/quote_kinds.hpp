// SPDX-License-Identifier: Apache-2.0
// quote_kinds.hpp - whether marks hold speech, a term ("so-called experts") or a title. Pure, any thread.
#pragma once

#include <string_view>

#include "claimsift/layers.hpp"
#include "stages/quotations/cues.hpp"
#include "stages/quotations/quotation_machine.hpp"

namespace claimsift {

QuoteKind kind_of_quote(std::string_view text, const Quotation& quotation, const Cues& cues);

}  // namespace claimsift
