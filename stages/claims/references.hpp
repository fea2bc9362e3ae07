// SPDX-License-Identifier: Apache-2.0
// references.hpp - what the pronouns and bare definites of a document mean where that is certain: a pronoun
// with one candidate alone, "the deal" after one fuller mention. Built once for a document; constant after
// that.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claimsift/layers.hpp"

namespace claimsift {

/// Who says a claim, for the pronouns that mean the speaker.
struct Voice {
  enum class Speech : uint8_t { none, indirect, direct };
  std::string_view name;                                 // empty where nobody is known by name
  PersonKind kind = PersonKind::person;                  // null: not known
  PersonGender gender = static_cast<PersonGender>(255);  // null: not known
  Speech speech = Speech::none;
};

/// What a pronoun can stand for.
enum class Pronoun : uint8_t { none, first, first_possessive, plural_first, second, person, thing, several };

/// The layers that references are drawn from; all but tokens may be absent.
struct ReferenceInput {
  std::string_view text;
  View<layers::Tokens> tokens;
  View<layers::Tags> tags;
  View<layers::Syntax> syntax;
  View<layers::Entities> entities;
  View<layers::People> people;
  View<layers::Mentions> mentions;
};

class References {
 public:
  explicit References(const ReferenceInput& input);

  /// The name that the pronoun at a token must mean; empty where two persons may be meant or none is known.
  std::string_view person(uint32_t token) const;
  /// Whether a pronoun's antecedent stands before it in [first, token), so that nothing is open.
  bool has_antecedent(uint32_t token, uint32_t first) const;
  /// The person whose name ends where `offset` stands; empty if none does.
  std::string_view name_before(uint32_t offset) const;
  /// Whether a noun of the span can be the antecedent of such a pronoun.
  bool has_antecedent_between(cs_span span, Pronoun kind) const;
  /// Whether an "it" means nothing: "it is important that", "it rains".
  bool is_expletive(uint32_t token) const;
  /// Whether "the" or "this" at a token begins a noun phrase that points back: "the deal", "this draft".
  bool points_back(uint32_t token) const;
  /// The fuller earlier mention for the noun behind "the" at a token; empty unless there is exactly one.
  std::string_view fuller_mention(uint32_t token) const;

  Xpos xpos(uint32_t t) const { return in_.tags.present() ? in_.tags.get<"xpos">(t) : Xpos::nn; }
  bool tagged() const { return in_.tags.present(); }
  std::string_view word(uint32_t t) const {
    const cs_span s = in_.tokens.span(t);
    return in_.text.substr(s.begin, s.end - s.begin);
  }
  /// What kind of pronoun a word is.
  static Pronoun kind_of(std::string_view word);
  /// Whether the voice can be meant by a third-person pronoun.
  static bool may_mean(std::string_view pronoun, const Voice& voice);

 private:
  struct Named {
    uint32_t begin, person;
    MentionKind kind;
  };
  bool is_noun(uint32_t t) const;
  bool mentioned_fully(uint32_t token) const;
  bool agrees(uint32_t noun, Pronoun kind) const;
  EntityType entity_at(uint32_t t) const;

  ReferenceInput in_;
  std::vector<Named> named_;  // mentions in text order
};

}  // namespace claimsift
