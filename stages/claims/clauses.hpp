// SPDX-License-Identifier: Apache-2.0
// clauses.hpp - the clauses of one sentence that assert something of their own, by its tags and dependency
// tree: main clauses, coordinated predicates, relative clauses behind a comma and appositions that state a
// fact. The parser errs in one arc of five, so every cut needs a sign on the surface as well: a comma, a
// conjunction, a relative pronoun, a finite verb. One tree serves one thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "claimsift/layers.hpp"

namespace claimsift {

/// How a clause has its subject.
enum class ClauseForm : uint8_t {
  whole,           // as it stands
  shares_subject,  // "(the mill) cut wages": its subject stands in the clause before
  relative,        // "which opened in 1998"; the hinge is the relative pronoun
  complement,      // "(the rumour that) the mill was sold"
  apposition       // "Nora Field, a 39-year-old nurse"; the hinge is the comma between
};

/// Tokens [first, last) of the document.
struct Clause {
  uint32_t first, last;
  ClauseForm form = ClauseForm::whole;
  cs_span subject{CS_NULL_ID, CS_NULL_ID};  // bytes that stand for the missing subject or the pronoun
  cs_span hinge{CS_NULL_ID, CS_NULL_ID};
  bool outside = false;  // coordinated with a predicate before the range that was asked for
};

/// What clauses are read from.
struct ClauseInput {
  std::string_view text;
  View<layers::Tokens> tokens;
  View<layers::Tags> tags;
  View<layers::Syntax> syntax;
  View<layers::Quantities> quantities;
  View<layers::Times> times;
};

/// Whether a finite verb stands among the tokens [first, last); true where there are no tags.
bool has_finite_verb(const View<layers::Tags>& tags, uint32_t first, uint32_t last);

/// The tree of one sentence at a time.
class ClauseTree {
 public:
  explicit ClauseTree(const ClauseInput& input) : in_(input) {}

  /// Takes up the sentence of tokens [first, last); false when it was not parsed: then ask nothing else.
  bool open(uint32_t first, uint32_t last);
  /// The range cut at coordinated predicates that assert something of their own; at least one clause.
  std::vector<Clause> coordinated(uint32_t first, uint32_t last) const;
  /// Relative clauses and appositions of the sentence that state a fact, in text order.
  std::vector<Clause> nested() const;
  /// Whether the range has a finite verb that is not in a relative clause: less is no statement.
  bool has_predicate(uint32_t first, uint32_t last) const;
  /// Whether the range orders, thanks or greets and so asserts nothing.
  bool is_address(uint32_t first, uint32_t last) const;

 private:
  struct Extent {
    uint32_t first, last;  // inclusive
  };
  Deprel deprel(uint32_t t) const { return in_.syntax.get<"deprel">(t); }
  uint32_t head(uint32_t t) const { return in_.syntax.get<"head">(t); }
  Xpos xpos(uint32_t t) const { return in_.tags.get<"xpos">(t); }
  Upos upos(uint32_t t) const { return in_.tags.get<"upos">(t); }
  std::string_view word(uint32_t t) const;
  cs_span bytes(uint32_t first, uint32_t last) const;
  bool is_comma(uint32_t t) const;
  uint32_t words(uint32_t first, uint32_t last) const;
  const Extent& extent(uint32_t t) const { return extents_[t - first_]; }
  uint32_t child(uint32_t of, bool (*wanted)(Deprel)) const;  // kNoRow if none
  bool is_finite(uint32_t verb) const;
  bool finite_since(uint32_t verb, uint32_t begin) const;
  uint32_t clause_behind(uint32_t cc, uint32_t last) const;
  bool has_complement(uint32_t verb, uint32_t first, uint32_t last) const;
  uint32_t subject_of(uint32_t verb) const;
  bool opens_clause(uint32_t verb, uint32_t begin) const;
  bool states_fact(uint32_t first, uint32_t last) const;
  bool follows_directly(uint32_t before, uint32_t begin, uint32_t verb) const;
  bool is_plain(uint32_t first, uint32_t last) const;
  bool joins(uint32_t verb, uint32_t begin, uint32_t last, Clause& clause) const;
  bool is_relative_word(uint32_t t) const;
  bool relative(uint32_t pronoun, Clause& clause) const;
  cs_span antecedent(uint32_t verb, uint32_t pronoun) const;
  bool apposition(uint32_t noun, Clause& clause) const;
  bool complement(uint32_t verb, Clause& clause) const;

  ClauseInput in_;
  uint32_t first_ = 0, last_ = 0;
  std::vector<Extent> extents_;
  std::vector<std::vector<uint32_t>> children_;
};

}  // namespace claimsift
