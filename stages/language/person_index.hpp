// SPDX-License-Identifier: Apache-2.0
// person_index.hpp - the people and organisations of one document: joins the places where names stand, with
// the fullest form, the role and the gender that the text gives. A person is found again by the last word of
// the name ("Lee"), by a first name that one person alone has, through initials and nicknames; an
// organisation by its first word or its initials. Built once a document, in text order; linear, since a name
// is compared with a bounded number of others.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "stages/language/people_reading.hpp"
#include "stages/language/people_words.hpp"

namespace claimsift {

/// Someone as the document knows them; ranges of tokens, empty where it gives none.
struct Person {
  TokenRange name{0, 0};  // the fullest
  TokenRange role{0, 0};
  bool honorific = false;  // the role is "Mr." and the like
  Gender gender = Gender::unknown;
  PersonKind kind = PersonKind::person;
};

struct PersonMention {
  TokenRange words{0, 0};
  uint32_t person = 0;  // row of PersonIndex::all
  MentionKind kind = MentionKind::name;
  bool subject = false;  // begins its sentence or follows a comma there
};

class PersonIndex {
 public:
  explicit PersonIndex(const PeopleReading& reading) : r_(reading) {}

  /// A name of one person at `name`, titles apart.
  void add_person(const TokenRange& name);
  void add_organization(const TokenRange& name);
  /// Several people by what they belong to ("Democrats").
  void add_group(const TokenRange& name);
  /// "the mayor", "the ministry": whoever the word was last said of; nothing if nobody.
  void add_nominal(const TokenRange& words);
  void add_pronoun(uint32_t token, Gender gender);

  const std::vector<Person>& all() const { return all_; }
  const std::vector<PersonMention>& mentions() const { return mentions_; }

 private:
  static constexpr uint32_t kNobody = UINT32_MAX;
  static constexpr size_t kTried = 8;  // of those who share a word

  uint32_t find_person(const TokenRange& name, Gender gender) const;
  uint32_t find_organization(const TokenRange& name) const;
  bool may_be(const TokenRange& name, const TokenRange& other) const;
  uint32_t add(const TokenRange& name, PersonKind kind);
  void mention(const TokenRange& words, uint32_t person, MentionKind kind);
  void learn_role(uint32_t person, const TokenRange& name);
  void learn_gender(uint32_t person, const TokenRange& name);
  void join_initials(uint32_t person);

  const PeopleReading& r_;
  std::vector<Person> all_;
  std::vector<PersonMention> mentions_;
  std::unordered_map<uint32_t, std::vector<uint32_t>> by_last_, by_first_, by_organization_;
  std::unordered_map<uint32_t, uint32_t> by_noun_;
};

/// The tokens of a name without "Jr." and the like at its end.
TokenRange without_suffix(const PeopleReading& reading, TokenRange name);

}  // namespace claimsift
