// SPDX-License-Identifier: Apache-2.0
// tense.hpp - whether the clause around an expression lies in the past or the future. One reader a document,
// used by one thread; it looks through a sentence once, however many expressions that has.
#pragma once

#include <span>
#include <vector>

#include "stages/times/atoms.hpp"
#include "stages/times/expression.hpp"

namespace claimsift::times {

/// The tokens of the document with their tags, where it has any; both empty where not.
struct TaggedTokens {
  std::span<const cs_span> spans;
  std::span<const Xpos> tags;
};

class Tenses {
 public:
  explicit Tenses(const TaggedTokens& tagged) : tagged_(tagged) {}

  /// Goes on to a sentence, which must outlive the calls of at().
  void begin(const Atoms& sentence) {
    sentence_ = &sentence;
    read_ = false;
  }
  /// The tense of the clause around an expression of the sentence.
  Tense at(const Expression& e);

 private:
  /// An atom that tells the tense of what stands behind or before it, or ends the clause.
  struct Clue {
    uint32_t atom;
    Tense for_later, for_earlier;
    bool ends_before, ends_behind;  // the search that comes from behind it, from before it
  };
  void read();

  TaggedTokens tagged_;
  const Atoms* sentence_ = nullptr;
  std::vector<Clue> clues_;
  bool read_ = false;
};

}  // namespace claimsift::times
