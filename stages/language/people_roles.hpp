// SPDX-License-Identifier: Apache-2.0
// people_roles.hpp - what the words around a name say its bearer is: "Ukrainian President" before it, "the
// mayor of Springfield" between commas behind it. Pure functions, any thread.
#pragma once

#include "stages/language/people_reading.hpp"

namespace claimsift {

/// The title right before a name that begins at `name`, with its modifiers; empty if there is none.
TokenRange title_before(const PeopleReading& reading, uint32_t name);

/// The role that the words around a name give: an apposition on either side, or "is the ..."; empty if none.
TokenRange role_around(const PeopleReading& reading, const TokenRange& name);

/// The noun that a role's phrase is built around: the last before its first preposition; r.last if it names
/// no kind of person.
uint32_t head_of_role(const PeopleReading& reading, const TokenRange& role);

}  // namespace claimsift
