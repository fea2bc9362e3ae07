// SPDX-License-Identifier: Apache-2.0
// names.hpp - the names of one document: runs of capitalised words without titles, joined by their last word,
// with the fullest form, the role and the gender that the text gives. Built once a document.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "stages/quotations/reading.hpp"

namespace claimsift {

enum class Gender : uint8_t { unknown, male, female };

/// A name as the document knows it; ranges of tokens, empty where it gives none.
struct Named {
  TokenRange name{0, 0};  // the fullest
  TokenRange role{0, 0};
  Gender gender = Gender::unknown;
};

/// One place where a name stands.
struct NameMention {
  TokenRange name;   // without titles
  TokenRange whole;  // with them
  uint32_t named;    // row of Names::all
  bool subject;      // begins its sentence or follows a comma there, outside quotation marks
};

class Names {
 public:
  explicit Names(const Reading& reading);

  const std::vector<NameMention>& mentions() const { return mentions_; }
  std::vector<Named>& all() { return all_; }

  /// The last mention that begins before `token`; mentions().size() if there is none.
  size_t last_before(uint32_t token) const;
  /// The name that a title or role such as "mayor" last stood with; UINT32_MAX if none did.
  uint32_t with_title(uint32_t hash) const;

 private:
  void add(const TokenRange& whole);

  const Reading& r_;
  std::vector<NameMention> mentions_;
  std::vector<Named> all_;
  std::unordered_map<uint32_t, uint32_t> by_last_word_, by_title_;
};

/// Whether a word is a title or office that stands before or for a name.
bool is_title(uint32_t hash, std::string_view word);

/// Whether the words fit one name: each of the shorter is a word of the longer.
bool fits(const Reading& reading, const TokenRange& a, const TokenRange& b);

}  // namespace claimsift
