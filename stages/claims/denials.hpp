// SPDX-License-Identifier: Apache-2.0
// denials.hpp - claims that deny another one without repeating it: "that is false", "the council denies
// this", "the figure is too high". Pure.
#pragma once

#include <cstdint>
#include <string_view>

#include "claimsift/layers.hpp"

namespace claimsift {

/// What is denied: the claim before, what somebody is said to have claimed, or the figure before.
enum class Denial : uint8_t { none, claim, named, figure };

/// Whether the claim at `span` is such a denial.
Denial denial_at(std::string_view text, const View<layers::Tokens>& tokens, cs_span span);

}  // namespace claimsift
