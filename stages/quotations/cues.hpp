// SPDX-License-Identifier: Apache-2.0
// cues.hpp - words that introduce what somebody says, believes, wants, finds or asks, with their inflected
// forms. The lexicon is data (lexicon_cues.inc); a user may add verbs. Built once a stage, read by any
// thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claimsift/layers.hpp"
#include "stages/text/words.hpp"

namespace claimsift {

/// What follows a cue.
enum class Complement : uint8_t {
  clause,      // "said (that) it rains"
  infinitive,  // "wants to go"
  object,      // "criticized the plan"
  naming,      // "called it a mess"
  noun,        // "the claim that"; the cue is a noun
  phrase       // "according to"
};

/// The form in which a cue stands.
enum class CueForm : uint8_t { base, third, past, participle, other };

struct Cue {
  CueClass cue_class;
  Complement complement;
  CueForm form;
  bool denies;  // "denied": the source does not hold the content
  bool strong;  // alone enough for an attribution; others need a clause or a quotation
};

/// The cue words in all their forms.
class Cues {
 public:
  explicit Cues(const std::vector<std::string>& more = {});

  /// The cue that a word may be, or null.
  const Cue* find(uint32_t hash, std::string_view word) const { return table_.find(hash, word); }
  const Cue* find(std::string_view word) const { return find(word_hash(word), word); }

 private:
  void add_verb(std::string_view base, const Cue& cue);
  void add(std::string_view form, Cue cue, CueForm as);

  WordTable<Cue> table_;
};

}  // namespace claimsift
