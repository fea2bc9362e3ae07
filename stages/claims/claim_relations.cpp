// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/claim_relations.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

#include "stages/claims/claim_pairs.hpp"
#include "stages/claims/denials.hpp"
#include "stages/claims/stems.hpp"
#include "stages/text/words.hpp"

namespace claimsift {

namespace {

using Document = ClaimRelations::Document;

// Sentences between two claims that can bear on each other:
constexpr uint32_t kConceptReach = 12;  // by one concept with two values
constexpr uint32_t kValueReach = 5;     // by two values of something that both count
constexpr uint32_t kDenialReach = 2;    // by "that is false"
constexpr uint32_t kOppositeReach = 4;  // by saying the opposite
constexpr uint32_t kLookBack =
    100;  // quantities, or claims, that are compared: a table of figures must not cost its square

class Relater {
 public:
  explicit Relater(Document& doc)
      : doc_(doc),
        tokens_(doc.read<layers::Tokens>()),
        quantities_(doc.read<layers::Quantities>()),
        times_(doc.read<layers::Times>()),
        claims_(doc.read<layers::Claims>()),
        facts_(doc.read<layers::ClaimFacts>()),
        pairs_({doc.text(), doc.read<layers::Sentences>(), tokens_, doc.read<layers::Tags>(), quantities_,
                times_, doc.read<layers::AttributionCues>(), doc.read<layers::Speakers>(), claims_}),
        claim_of_(quantities_.size(), kNoRow),
        concepts_(quantities_.size()) {
    for (uint32_t i = 0; i < facts_.size(); ++i)
      if (const uint32_t q = facts_.get<"quantity">(i); !is_null(q)) {
        const uint32_t claim = facts_.get<"of">(i);  // the smallest clause that holds it
        if (claim_of_[q] == kNoRow || length(claim) < length(claim_of_[q])) claim_of_[q] = claim;
      }
  }

  void run() {
    for (uint32_t c = 1; c < claims_.size(); ++c) {
      by_denial(c);
      by_opposite(c);
    }
    for (uint32_t q = 0; q < quantities_.size(); ++q) {
      if (claim_of_[q] == kNoRow) continue;
      if (!is_null(quantities_.get<"relative_to">(q)))
        by_ratio(q);
      else if (!is_one(q) && !std::isnan(quantities_.get<"value">(q)))
        by_value(q);
    }
  }

 private:
  uint32_t length(uint32_t claim) const { return claims_.span(claim).end - claims_.span(claim).begin; }

  void relate(uint32_t from, Relation relation, uint32_t to) {
    if (related_.emplace(from, to, relation).second)
      doc_.add<layers::ClaimRelations>(claims_.span(from))
          .set<"of">(from)
          .set<"to">(to)
          .set<"type">(relation);
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
    if (pairs_.contrasts(earlier, later)) dispute(later, earlier);
  }

  /// A value beside an earlier one of the same thing: the nearest that can be compared decides.
  void by_value(uint32_t q) {
    const uint32_t later = claim_of_[q];
    for (uint32_t other = q; other-- > 0 && q - other <= kLookBack;) {
      const uint32_t earlier = claim_of_[other];
      if (earlier == kNoRow || earlier == later) continue;
      if (pairs_.distance(earlier, later) > kConceptReach) return;
      if (!comparable(q, other) || pairs_.overlap(std::min(earlier, later), std::max(earlier, later)))
        continue;
      if (same_concept(q, other)) return by_concept(q, other);
      if (by_pronoun(q, other) || by_count(q, other)) return;
    }
  }
  /// "One of the things" counts nothing.
  bool is_one(uint32_t q) const {
    return quantities_.get<"value">(q) == 1 && quantities_.get<"kind">(q) != QuantityKind::percent &&
           quantities_.get<"kind">(q) != QuantityKind::money;
  }
  bool comparable(uint32_t a, uint32_t b) const {
    const auto counts = [](QuantityKind k) { return k == QuantityKind::count || k == QuantityKind::number; };
    const QuantityKind ka = quantities_.get<"kind">(a), kb = quantities_.get<"kind">(b);
    const std::string_view ua = quantities_.get<"unit">(a), ub = quantities_.get<"unit">(b);
    if (std::isnan(quantities_.get<"value">(b)) || !is_null(quantities_.get<"relative_to">(b))) return false;
    if (counts(ka) && counts(kb))
      return ua.empty() || ub.empty() || ua == ub;  // "1,200 teachers", "only 700"
    return ka == kb && ua == ub && ka != QuantityKind::age && ka != QuantityKind::ordinal;
  }
  /// The same concept with a value: equal ones restate, others dispute in a contrast, and update after a
  /// change or of another time.
  void by_concept(uint32_t q, uint32_t other) {
    const uint32_t later = claim_of_[q], earlier = claim_of_[other];
    if (quantities_.get<"value">(other) == quantities_.get<"value">(q)) {
      if (says_the_same(earlier, later)) relate(later, Relation::restates, earlier);
    } else if (by_time(later, earlier)) {
      return;
    } else if (pairs_.contrasts(earlier, later) && may_dispute(earlier, later)) {
      dispute(later, earlier);
    } else if (!is_null(quantities_.get<"change">(q))) {
      relate(later, Relation::updates, earlier);
    }
  }
  /// Two voices, one of them at least named, that do not speak of different times.
  bool may_dispute(uint32_t earlier, uint32_t later) {
    if (pairs_.same_voice(earlier, later) || (!pairs_.attributed(earlier) && !pairs_.attributed(later)))
      return false;
    const auto &a = pairs_.key(earlier).times, &b = pairs_.key(later).times;
    return a.empty() || b.empty() || std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
  }
  /// "The five states" stand in many claims; one says the same where it has most words of the other.
  bool says_the_same(uint32_t earlier, uint32_t later) {
    if (repeats(pairs_.key(earlier), pairs_.key(later))) return true;
    const size_t shared = pairs_.shared_words(earlier, later);
    return shared >= 2 && 2 * shared >= std::min(pairs_.words(earlier), pairs_.words(later)) &&
           pairs_.denied(earlier) == pairs_.denied(later) &&
           !name_others(pairs_.key(earlier), pairs_.key(later));
  }
  /// "The deficit fell to 2.1 percent in 2023. It was 3.4 percent in 2022."
  bool by_pronoun(uint32_t q, uint32_t other) {
    const uint32_t later = claim_of_[q], earlier = claim_of_[other];
    const uint32_t first = tokens_.lower_bound(claims_.span(later).begin);
    return pairs_.distance(earlier, later) == 1 && is_one_of(first, {"it", "this", "that"}) &&
           is_one_of(first + 1, {"was", "is", "had", "stood", "has"}) && by_time(later, earlier);
  }
  /// Of two claims with dates, the one about the later date updates the other.
  bool by_time(uint32_t later, uint32_t earlier) {
    const std::string_view a = date_of(earlier), b = date_of(later);
    if (a.empty() || b.empty() || a.substr(0, b.size()) == b.substr(0, a.size())) return false;
    relate(a < b ? later : earlier, Relation::updates, a < b ? earlier : later);
    return true;
  }
  /// The date that a claim has, where it has one alone.
  std::string_view date_of(uint32_t claim) const {
    std::string_view date;
    const auto [first, last] = facts_.children(claim);
    for (uint32_t i = first; i < last; ++i) {
      const uint32_t t = facts_.get<"time">(i);
      if (is_null(t) || times_.get<"type">(t) != TimeType::date) continue;
      const std::string_view value = times_.get<"value">(t);
      if (value.size() < 4 || value[0] < '0' || value[0] > '9' || !date.empty()) return {};
      date = value;
    }
    return date;
  }
  /// "2,000 jobs", says one; in fact 300 jobs, says another. "The state hired 1,200 teachers": "only 700 were
  /// hired". Whether `other` is what the value would have to be compared with.
  bool by_count(uint32_t q, uint32_t other) {
    const uint32_t later = claim_of_[q], earlier = claim_of_[other];
    const QuantityKind kind = quantities_.get<"kind">(q);
    const std::string_view unit = quantities_.get<"unit">(q);
    const bool same_unit = !unit.empty() && unit == quantities_.get<"unit">(other);
    if (kind == QuantityKind::percent || kind == QuantityKind::duration ||
        pairs_.distance(earlier, later) > kValueReach || pairs_.same_voice(earlier, later))
      return false;
    const bool counted = same_unit && (kind == QuantityKind::count || kind == QuantityKind::measure);
    // Sums of money are of anything, teachers and tonnes are not.
    const size_t least = kind == QuantityKind::money ? 2 : 1;
    const bool shares = pairs_.shared_words(earlier, later) >= least;
    if (quantities_.get<"value">(q) == quantities_.get<"value">(other)) {
      if (repeats(pairs_.key(earlier), pairs_.key(later))) relate(later, Relation::restates, earlier);
      return counted;
    }
    const bool against = pairs_.contrasts(earlier, later) || is_diminished(q);
    if (against && (counted || shares) && may_dispute(earlier, later)) {
      dispute(later, earlier);
      return true;
    }
    return counted;
  }
  /// "Only 700", "no more than 700".
  bool is_diminished(uint32_t q) const {
    const uint32_t t = tokens_.lower_bound(quantities_.span(q).begin);
    return is_one_of(t, {"only", "just", "merely"}) ||
           (t > 0 && is_one_of(t - 1, {"only", "just", "merely"}));
  }

  /// "That is false", "the council denies this", "the figure is too high": of the claim before.
  void by_denial(uint32_t later) {
    const Denial denial = denial_at(doc_.text(), tokens_, claims_.span(later));
    if (denial == Denial::none) return;
    if (denial == Denial::figure && by_own_figure(later)) return;
    for (uint32_t earlier = later; earlier-- > 0;) {
      if (pairs_.distance(earlier, later) > kDenialReach) return;
      if (pairs_.overlap(earlier, later) || pairs_.same_voice(earlier, later) ||
          (denial == Denial::named && !pairs_.attributed(earlier)) ||
          (denial == Denial::figure && !has_quantity(earlier)))
        continue;
      return dispute(later, earlier);
    }
  }
  /// "The figure is too high and they counted 3.9 million tons": the figure is one of tons.
  bool by_own_figure(uint32_t later) {
    for (uint32_t claim = later; claim < claims_.size() && pairs_.distance(later, claim) == 0; ++claim) {
      const auto [first, last] = facts_.children(claim);
      for (uint32_t i = first; i < last; ++i)
        if (const uint32_t q = facts_.get<"quantity">(i); !is_null(q))
          for (uint32_t other = q; other-- > 0 && q - other <= kLookBack;) {
            const uint32_t earlier = claim_of_[other];
            if (earlier == kNoRow || earlier >= later || pairs_.overlap(earlier, later)) continue;
            if (pairs_.distance(earlier, later) > kValueReach) break;
            if (quantities_.get<"unit">(q).empty() || !comparable(q, other) ||
                pairs_.same_voice(earlier, later))
              continue;
            dispute(later, earlier);
            return true;
          }
    }
    return false;
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

  /// "The council ignored three warnings." "Nobody warned us": the words of an earlier claim of another
  /// voice, denied or turned round.
  void by_opposite(uint32_t later) {
    for (uint32_t earlier = later; earlier-- > 0 && later - earlier <= kLookBack;) {
      if (pairs_.distance(earlier, later) > kOppositeReach) return;
      if (!pairs_.attributed(earlier) && !pairs_.attributed(later)) continue;
      if (!pairs_.overlap(earlier, later) && says_opposite(earlier, later)) return dispute(later, earlier);
    }
  }
  bool says_opposite(uint32_t earlier, uint32_t later) {
    const bool denies = pairs_.denied(earlier) != pairs_.denied(later);
    if (!denies && !(pairs_.has_direction(earlier) && pairs_.has_direction(later))) return false;
    const ClaimKey &a = pairs_.key(earlier), &b = pairs_.key(later);
    if (denies == opposed(a, b) || name_others(a, b)) return false;
    if (!may_dispute(earlier, later)) return false;
    const size_t words[] = {pairs_.words(earlier), pairs_.words(later)},
                 shared = pairs_.shared_words(earlier, later);
    // "Rose" and "fell" are of one thing only where nearly all else is the same.
    if (!denies) return shared >= 2 && 3 * (shared + 1) >= 2 * std::max(words[0], words[1]);
    const size_t fewer = std::min(words[0], words[1]);
    // A reply of one word has to follow at once: "Nobody warned us."
    if (shared < 2 && !(shared == 1 && fewer == 1 && pairs_.denied(later) && pairs_.attributed(earlier) &&
                        pairs_.attributed(later) && pairs_.distance(earlier, later) <= kDenialReach))
      return false;
    const bool first = pairs_.denied(earlier);
    return 2 * shared >= fewer && pairs_.shares_denied_word(first ? earlier : later, first ? later : earlier);
  }

  bool is_one_of(uint32_t token, std::initializer_list<std::string_view> words) const {
    if (token >= tokens_.size()) return false;
    const std::string_view w = doc_.text(tokens_.span(token));
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view one) { return equals_folded(w, one); });
  }
  /// The same content words, whatever their order and articles.
  bool same_concept(uint32_t a, uint32_t b) {
    const uint64_t words = concept_words(a);
    return words != 0 && words == concept_words(b);
  }
  uint64_t concept_words(uint32_t quantity) {
    if (concepts_[quantity]) return *concepts_[quantity];
    uint64_t sum = 0;
    if (const cs_span span = quantities_.get<"concept">(quantity); !is_null(span))
      for (uint32_t i = tokens_.lower_bound(span.begin);
           i < tokens_.size() && tokens_.span(i).begin < span.end; ++i) {
        const std::string_view word = doc_.text(tokens_.span(i));
        if (!is_stop_word(tokens_.get<"hash">(i), word)) sum += stem_hash(word);
      }
    concepts_[quantity] = sum;
    return sum;
  }

  Document& doc_;
  View<layers::Tokens> tokens_;
  View<layers::Quantities> quantities_;
  View<layers::Times> times_;
  View<layers::Claims> claims_;
  View<layers::ClaimFacts> facts_;
  ClaimPairs pairs_;
  std::vector<uint32_t> claim_of_;
  std::vector<std::optional<uint64_t>> concepts_;  // sums of the stems of their words, 0 for none
  std::set<std::tuple<uint32_t, uint32_t, Relation>> related_;
};

}  // namespace

void ClaimRelations::process(Document& doc) const { Relater(doc).run(); }

}  // namespace claimsift
