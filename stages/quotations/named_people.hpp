// SPDX-License-Identifier: Apache-2.0
// named_people.hpp - the people of a document and where they are mentioned, in tokens, for the stage
// `speakers`. Built once a document.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "stages/quotations/reading.hpp"

namespace claimsift {

class NamedPeople {
 public:
  static constexpr uint32_t kNobody = UINT32_MAX;

  struct Mention {
    TokenRange words;
    uint32_t person;  // row of the layer `people`
    MentionKind kind;
    bool subject;  // outside quotation marks
  };

  NamedPeople(const Reading& reading, const View<layers::People>& people,
              const View<layers::Mentions>& mentions);

  /// In text order.
  const std::vector<Mention>& mentions() const { return mentions_; }
  bool is_person(uint32_t row) const { return people_.get<"kind">(row) == PersonKind::person; }
  /// Whether a person may be of that gender.
  bool may_be(uint32_t row, PersonGender gender) const {
    return is_null(people_.get<"gender">(row)) || people_.get<"gender">(row) == gender;
  }
  bool is(uint32_t row, PersonGender gender) const { return people_.get<"gender">(row) == gender; }

  /// The last mention by name that begins before `token`; null if there is none.
  const Mention* last_before(uint32_t token) const;
  /// The mention that begins at a token, by name or noun; null if none does.
  const Mention* at(uint32_t token) const;
  /// The one person whose full name ends in the word at `token`; kNobody where none or several do.
  uint32_t by_last_name(uint32_t token) const;

 private:
  size_t lower_bound(uint32_t token) const;

  const Reading& reading_;
  const View<layers::People>& people_;
  std::vector<Mention> mentions_;
  std::vector<std::pair<uint32_t, uint32_t>> last_names_;  // hash and person, sorted, each once
};

}  // namespace claimsift
