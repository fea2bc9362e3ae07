// SPDX-License-Identifier: Apache-2.0
// known_index.hpp - finds the known claims that are most like a text: BM25 (Robertson et al., TREC-3, 1994)
// over the stems of words, and the same over runs of four characters, which forgive spelling and word forms.
// Built once, then read-only and safe from several threads.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "stages/claims/known_list.hpp"

namespace claimsift {

/// One ranking function over one kind of term.
class TermIndex {
 public:
  struct Term {
    uint32_t hash;
    uint32_t times;  // in the text
  };
  /// Terms sorted by hash; a document a list. `most` is the share of documents from which a term says
  /// nothing.
  TermIndex(const std::vector<std::vector<Term>>& documents, double most);

  /// Adds to `scores`, one a document, how much of what the query could score at most each one has, times
  /// `weight`; documents that had no score before go to `touched`.
  void add_scores(const std::vector<Term>& query, float weight, std::vector<float>& scores,
                  std::vector<uint32_t>& touched) const;

 private:
  struct Posting {
    uint32_t document;
    float weight;
  };
  struct Entry {
    uint32_t hash, first, last;  // postings
    float idf;
  };
  std::vector<Entry> entries_;  // by hash
  std::vector<Posting> postings_;
  float unknown_idf_ = 0;
};

class KnownIndex {
 public:
  explicit KnownIndex(std::vector<KnownClaim> claims);

  struct Match {
    uint32_t claim;
    double score;  // 0 to 1: the share of the text's terms, by weight, that the claim has
  };
  /// A claim and the text around it, which is given a share of the score from 0 to 1.
  struct Query {
    std::string_view text, context;
    double context_share;
    bool own_word = false;  // whether a match has to share a word with `text` itself
  };
  /// The best claims for a query, at most `count`, with a score of at least `least`; best first, and of
  /// equals the one that stands first in the list. One of several claims of the same id.
  std::vector<Match> find(const Query& query, size_t count, double least) const;
  const KnownClaim& claim(uint32_t i) const { return claims_[i]; }
  size_t size() const { return claims_.size(); }

 private:
  std::vector<KnownClaim> claims_;
  TermIndex words_, grams_;
};

}  // namespace claimsift
