// SPDX-License-Identifier: Apache-2.0
// counted.hpp - finds the noun that a number counts ("400 charging stations") and puts nouns in the singular.
// A small grammar over the word classes of lexicon/words.lex. Pure functions.
#pragma once

#include <string>

#include "stages/quantities/atoms.hpp"

namespace claimsift::quantities {

/// A noun phrase: atoms [first, next), its head, and whether the head is a plural.
struct CountedNoun {
  enum Number : uint8_t { plural, singular, any };
  uint32_t first = kNone, next = 0, head = kNone;
  bool plural_head = false;
  bool found() const { return head != kNone; }
};

/// The noun phrase at `at`: what a number of this sort counts, without determiner.
CountedNoun read_counted(const Atoms& atoms, uint32_t at, CountedNoun::Number wanted);

/// Whether atom i is a plural noun.
bool is_plural(const Atoms& atoms, uint32_t i);

/// A noun in the singular and in lower case.
std::string singular(const Atoms& atoms, uint32_t i);

/// The unit that a counted noun makes: lemmas without participles and conjunctions.
std::string counted_unit(const Atoms& atoms, const CountedNoun& noun);

}  // namespace claimsift::quantities
