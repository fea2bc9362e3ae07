// SPDX-License-Identifier: Apache-2.0
// times.hpp - the stage `times`: finds dates, clock times, durations and sets as TIMEX3 (TimeML 1.2.1,
// Pustejovsky et al. 2003; TIDES, Ferro et al. 2005) and places them on the calendar. Looks through the
// tokens for words of time, reads the sentences that have them with the grammar of grammar.hpp and resolves
// what it finds with resolver.hpp. One instance serves all threads.
#pragma once

#include "claimsift/layers.hpp"
#include "claimsift/stage.hpp"
#include "stages/times/lexicon.hpp"
#include "stages/times/resolver.hpp"

namespace claimsift {

/// Finds times.
class Times
    : public Stage<Reads<layers::Sentences, layers::Tokens, Optional<layers::Header>, Optional<layers::Tags>>,
                   Writes<layers::Times>> {
 public:
  static constexpr Info info{
      "times", "Finds dates, clock times, durations and sets, and works out when they are (TIMEX3)."};
  static constexpr cs_option options[] = {
      option::string("order", "us", "How 3/4/2020 is read: month first (us) or day first (british).",
                     "us|british"),
      option::map("holidays", "{}",
                  "Further holidays: name -> MM-DD, MM-Wn-D or E, with +N or -N days (docs/times.md)."),
  };

  explicit Times(const Setup& setup)
      : lexicon_(setup.map("holidays")), british_(setup.string("order") == "british") {}
  void process(Document& doc) const;

 private:
  times::Reference reference(const Document& doc) const;

  times::Lexicon lexicon_;
  bool british_;
};

}  // namespace claimsift
