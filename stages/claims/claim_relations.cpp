// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/claim_relations.hpp"

#include <cmath>
#include <optional>
#include <vector>

#include "stages/claims/lexicon.hpp"
#include "stages/text/words.hpp"

namespace claimsift {

namespace {

using Document = ClaimRelations::Document;

constexpr uint32_t kWindow = 12;  // sentences between two claims that can bear on each other by concept
constexpr uint32_t kLookBack =
    100;  // quantities that are compared: a table of figures must not cost its square

class Relater {
 public:
  explicit Relater(Document& doc)
      : doc_(doc),
        sentences_(doc.read<layers::Sentences>()),
        tokens_(doc.read<layers::Tokens>()),
        quantities_(doc.read<layers::Quantities>()),
        claims_(doc.read<layers::Claims>()),
        facts_(doc.read<layers::ClaimFacts>()),
        claim_of_(quantities_.size(), kNoRow) {
    for (uint32_t i = 0; i < facts_.size(); ++i)
      if (const uint32_t q = facts_.get<"quantity">(i); !is_null(q) && claim_of_[q] == kNoRow)
        claim_of_[q] = facts_.get<"of">(i);
  }

  void run() {
    for (uint32_t q = 0; q < quantities_.size(); ++q) {
      if (claim_of_[q] == kNoRow) continue;
      if (!is_null(quantities_.get<"relative_to">(q)))
        by_ratio(q);
      else
        by_concept(q);
    }
  }

 private:
  void relate(uint32_t from, Relation relation, uint32_t to) {
    doc_.add<layers::ClaimRelations>(claims_.span(from)).set<"of">(from).set<"to">(to).set<"type">(relation);
  }
  void dispute(uint32_t later, uint32_t earlier) {
    relate(later, Relation::disputes, earlier);
    relate(earlier, Relation::disputed_by, later);
  }

  /// "... but academics say that's twice the actual amount": the ratio says that the other value is wrong.
  void by_ratio(uint32_t q) {
    const uint32_t base = quantities_.get<"relative_to">(q);
    const uint32_t later = claim_of_[q], earlier = claim_of_[base];
    if (earlier == kNoRow || earlier == later) return;
    if (contrasts(earlier, later)) dispute(later, earlier);
  }

  /// The same concept with a value: equal ones restate, others dispute in a contrast and update after a
  /// change.
  void by_concept(uint32_t q) {
    const uint32_t later = claim_of_[q];
    if (std::isnan(quantities_.get<"value">(q)) || is_null(quantities_.get<"concept">(q))) return;
    for (uint32_t other = q; other-- > 0 && q - other <= kLookBack;) {
      const uint32_t earlier = claim_of_[other];
      if (earlier == kNoRow || earlier == later) continue;
      if (claims_.get<"sentence">(later) - claims_.get<"sentence">(earlier) > kWindow) return;
      if (!same_measure(q, other)) continue;
      const double a = quantities_.get<"value">(other), b = quantities_.get<"value">(q);
      if (a == b)
        relate(later, Relation::restates, earlier);
      else if (contrasts(earlier, later))
        dispute(later, earlier);
      else if (!is_null(quantities_.get<"change">(q)))
        relate(later, Relation::updates, earlier);
      return;
    }
  }
  bool same_measure(uint32_t a, uint32_t b) const {
    const cs_span ca = quantities_.get<"concept">(a), cb = quantities_.get<"concept">(b);
    return !std::isnan(quantities_.get<"value">(b)) && !is_null(cb) &&
           quantities_.get<"kind">(a) == quantities_.get<"kind">(b) &&
           quantities_.get<"unit">(a) == quantities_.get<"unit">(b) && same_words(ca, cb);
  }
  /// The same content words, whatever their order and articles.
  bool same_words(cs_span a, cs_span b) const { return hash_sum(a) == hash_sum(b); }
  uint64_t hash_sum(cs_span span) const {
    uint64_t sum = 0;
    for (uint32_t i = tokens_.lower_bound(span.begin); i < tokens_.size() && tokens_.span(i).begin < span.end;
         ++i)
      if (doc_.text(tokens_.span(i)).size() > 3) sum += tokens_.get<"hash">(i);
    return sum;
  }
  /// Whether a word of contrast stands between the earlier claim and the end of the later one.
  bool contrasts(uint32_t earlier, uint32_t later) const {
    const uint32_t first = claims_.get<"sentence">(earlier), second = claims_.get<"sentence">(later);
    if (is_null(first) || is_null(second) || second < first) return false;
    const uint32_t from = first == second ? claims_.span(earlier).end : sentences_.span(second).begin;
    const uint32_t to = claims_.span(later).end;
    for (uint32_t i = tokens_.lower_bound(from); i < tokens_.size() && tokens_.span(i).begin < to; ++i)
      if (word_classes(tokens_.get<"hash">(i), doc_.text(tokens_.span(i))) & word_class::contrast)
        return true;
    return false;
  }

  Document& doc_;
  View<layers::Sentences> sentences_;
  View<layers::Tokens> tokens_;
  View<layers::Quantities> quantities_;
  View<layers::Claims> claims_;
  View<layers::ClaimFacts> facts_;
  std::vector<uint32_t> claim_of_;
};

}  // namespace

void ClaimRelations::process(Document& doc) const { Relater(doc).run(); }

}  // namespace claimsift
