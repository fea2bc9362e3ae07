// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/claim_relations.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <vector>

#include "stages/claims/lexicon.hpp"
#include "stages/text/words.hpp"

namespace claimsift {

namespace {

using Document = ClaimRelations::Document;

constexpr uint32_t kWindow = 12;      // sentences between two claims that can bear on each other by concept
constexpr uint32_t kDenialReach = 2;  // sentences from a claim to a denial that says "that"
constexpr uint32_t kDenialWords = 6;  // tokens from "that" to "false"
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
      else if (!is_null(q) &&
               claims_.span(facts_.get<"of">(i)).end - claims_.span(facts_.get<"of">(i)).begin <
                   claims_.span(claim_of_[q]).end - claims_.span(claim_of_[q]).begin)
        claim_of_[q] = facts_.get<"of">(i);  // the smallest clause that holds it
  }

  void run() {
    for (uint32_t c = 1; c < claims_.size(); ++c) by_denial(c);
    for (uint32_t q = 0; q < quantities_.size(); ++q) {
      if (claim_of_[q] == kNoRow) continue;
      if (!is_null(quantities_.get<"relative_to">(q)))
        by_ratio(q);
      else if (!by_concept(q))
        by_unit(q);
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
  bool by_concept(uint32_t q) {
    const uint32_t later = claim_of_[q];
    if (std::isnan(quantities_.get<"value">(q)) || is_null(quantities_.get<"concept">(q))) return false;
    for (uint32_t other = q; other-- > 0 && q - other <= kLookBack;) {
      const uint32_t earlier = claim_of_[other];
      if (earlier == kNoRow || earlier == later) continue;
      if (claims_.get<"sentence">(later) - claims_.get<"sentence">(earlier) > kWindow) return false;
      if (!same_measure(q, other)) continue;
      const double a = quantities_.get<"value">(other), b = quantities_.get<"value">(q);
      if (a == b)
        relate(later, Relation::restates, earlier);
      else if (contrasts(earlier, later))
        dispute(later, earlier);
      else if (!is_null(quantities_.get<"change">(q)))
        relate(later, Relation::updates, earlier);
      return true;
    }
    return false;
  }
  /// "2,000 jobs", says one; in fact 300 jobs, says another: the same thing counted by two voices in a
  /// contrast.
  void by_unit(uint32_t q) {
    const uint32_t later = claim_of_[q];
    const QuantityKind kind = quantities_.get<"kind">(q);
    const std::string_view unit = quantities_.get<"unit">(q);
    if ((kind != QuantityKind::count && kind != QuantityKind::measure) || unit.empty()) return;
    for (uint32_t other = q; other-- > 0 && q - other <= kLookBack;) {
      const uint32_t earlier = claim_of_[other];
      if (earlier == kNoRow || earlier == later) continue;
      if (distance(earlier, later) > kDenialReach) return;
      if (quantities_.get<"kind">(other) != kind || quantities_.get<"unit">(other) != unit ||
          same_voice(earlier, later))
        continue;
      if (quantities_.get<"value">(other) != quantities_.get<"value">(q) && contrasts(earlier, later))
        dispute(later, earlier);
      return;
    }
  }

  /// "That is false", "the council denies this", "the figure is too high": of the claim before.
  void by_denial(uint32_t later) {
    const Denial denial = denial_of(later);
    if (denial == Denial::none) return;
    for (uint32_t earlier = later; earlier-- > 0;) {
      if (distance(earlier, later) > kDenialReach) return;
      const bool within = claims_.span(earlier).end > claims_.span(later).begin;
      if (within || same_voice(earlier, later) || (denial == Denial::figure && !has_quantity(earlier)))
        continue;
      return dispute(later, earlier);
    }
  }
  enum class Denial : uint8_t { none, claim, figure };
  Denial denial_of(uint32_t claim) const {
    const uint32_t first = tokens_.lower_bound(claims_.span(claim).begin);
    const uint32_t last = tokens_.lower_bound(claims_.span(claim).end);
    if (first + 2 > last) return Denial::none;
    const bool pointing = is_one_of(first, {"that", "this", "it"});
    if (pointing && is_one_of(first + 1, {"is", "was", "'s", "’s"}))
      for (uint32_t t = first + 2; t < last && t < first + kDenialWords; ++t)
        if (is_one_of(t, {"false", "untrue", "wrong", "incorrect", "misleading", "nonsense", "lie", "myth",
                          "invented"}))
          return Denial::claim;
    if (is_one_of(first, {"the", "that", "this"}) &&
        is_one_of(first + 1, {"figure", "number", "amount", "estimate", "sum", "figures", "numbers"}))
      for (uint32_t t = first + 2; t < last && t < first + kDenialWords; ++t)
        if (is_one_of(t, {"too", "wrong", "false", "inflated", "exaggerated", "invented", "incorrect"}))
          return Denial::figure;
    for (uint32_t t = first; t + 1 < last; ++t)
      if (is_one_of(t, {"denies", "denied", "deny", "disputes", "disputed", "rejects", "rejected",
                        "contradicts"}) &&
          is_one_of(t + 1, {"that", "this", "it", "these"}) && t + 2 >= last)
        return Denial::claim;
    return Denial::none;
  }
  bool is_one_of(uint32_t token, std::initializer_list<std::string_view> words) const {
    if (token >= tokens_.size()) return false;
    const std::string_view w = doc_.text(tokens_.span(token));
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view one) { return equals_folded(w, one); });
  }
  bool has_quantity(uint32_t claim) const {
    const auto [first, last] = facts_.children(claim);
    for (uint32_t i = first; i < last; ++i)
      if (const uint32_t q = facts_.get<"quantity">(i); !is_null(q) &&
                                                        quantities_.get<"kind">(q) != QuantityKind::ordinal &&
                                                        quantities_.get<"kind">(q) != QuantityKind::age)
        return true;
    return false;
  }
  /// Two claims of one speech; the text itself is one voice, but its sentences may report two.
  bool same_voice(uint32_t a, uint32_t b) const {
    const uint32_t va = claims_.get<"attribution">(a), vb = claims_.get<"attribution">(b);
    return va == vb && (!is_null(va) || claims_.get<"sentence">(a) == claims_.get<"sentence">(b));
  }
  uint32_t distance(uint32_t earlier, uint32_t later) const {
    const uint32_t a = claims_.get<"sentence">(earlier), b = claims_.get<"sentence">(later);
    return b > a ? b - a : 0;
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
