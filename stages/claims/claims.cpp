// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/claims.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <cmath>

#include "stages/claims/features.hpp"
#include "stages/claims/lexicon.hpp"
#include "stages/claims/references.hpp"
#include "stages/claims/score_reasons.hpp"
#include "stages/claims/standalone.hpp"
#include "stages/claims/type_cues.hpp"
#include "stages/text/words.hpp"

namespace claimsift {

namespace {

using Document = Claims::Document;

/// Probabilities are written with four digits: more would not be known, and differ between math libraries.
double rounded(double p) { return std::round(p * 10000) / 10000; }

/// A hash of document id, span and text, so that a claim keeps its id from run to run.
std::string claim_id(std::string_view doc_id, cs_span span, std::string_view text) {
  std::string key(doc_id);
  key += fmt::format("\x1f{}\x1f{}\x1f", span.begin, span.end);
  key += text;
  return fmt::format("c{:016x}", XXH3_64bits(key.data(), key.size()));
}

/// What a source without a name is, by its last word: "officials", "the company", "a neighbour".
PersonKind kind_of_words(std::string_view name) {
  constexpr std::string_view kBodies[] = {"company", "firm",       "government", "ministry", "agency",
                                          "bank",    "department", "council",    "court",    "party",
                                          "office",  "union",      "committee",  "group",    "university",
                                          "police",  "team",       "regulator"};
  if (name.empty() || name.back() == ' ') return static_cast<PersonKind>(255);
  const size_t blank = name.rfind(' ');
  const std::string_view last = blank == std::string_view::npos ? name : name.substr(blank + 1);
  for (const std::string_view body : kBodies)
    if (equals_folded(last, body)) return PersonKind::organization;
  const bool plural = last.size() > 3 && ((last.ends_with('s') && !last.ends_with("ss")) ||
                                          last.ends_with("men") || equals_folded(last, "people"));
  const bool lower = !name.empty() && name.front() >= 'a' && name.front() <= 'z';
  // "The judge's record" is nobody.
  if (last.front() >= 'a' && last.front() <= 'z' && name.find("'s ") != std::string_view::npos)
    return PersonKind::organization;
  if (plural && (lower || blank == std::string_view::npos)) return PersonKind::group;
  return lower ? PersonKind::person : static_cast<PersonKind>(255);  // a name that nothing is known of
}

/// One document's claims in the making.
class Assembly {
 public:
  Assembly(Document& doc, const WordVectors& vectors)
      : doc_(doc),
        tokens_(doc.read<layers::Tokens>()),
        quantities_(doc.read<layers::Quantities>()),
        times_(doc.read<layers::Times>()),
        features_{vectors, doc.text(), tokens_, doc.read<layers::Tags>(), quantities_, times_},
        references_({doc.text(), tokens_, doc.read<layers::Tags>(), doc.read<layers::Syntax>(),
                     doc.read<layers::Entities>(), doc.read<layers::People>(),
                     doc.read<layers::Mentions>()}) {}

  std::vector<Candidate> candidates() const {
    return find_candidates({doc_.text(), doc_.read<layers::Header>(), doc_.read<layers::Sentences>(), tokens_,
                            quantities_, times_, doc_.read<layers::Attributions>(),
                            doc_.read<layers::AttributionSources>(), doc_.read<layers::AttributionContents>(),
                            doc_.read<layers::Tags>(), doc_.read<layers::Syntax>()});
  }
  ClaimScores score(const ClaimScorer& scorer, cs_span stretch) {
    claim_features(features_, stretch, scratch_);
    return scorer.score(scratch_);
  }
  /// Adds a claim and returns its row.
  uint32_t add(const Candidate& candidate, const ClaimScores& scores) {
    const ClaimTraits traits = traits_of(candidate);
    auto row = doc_.add<layers::Claims>(candidate.span);
    const Standalone standalone = make_standalone({doc_.text(), tokens_, quantities_, times_, references_},
                                                  candidate, voice_of(candidate));
    row.set<"sentence">(candidate.sentence)
        .set<"attribution">(candidate.attribution)
        .set<"types">(claim_types(traits))
        .set<"standalone">(standalone.text)
        .set<"negated">((traits.classes & word_class::negation) ? 1 : 0)
        .set<"hedged">((traits.classes & word_class::hedge) ? 1 : 0)
        .set<"checkable">(rounded(scores.checkable))
        .set<"check_worthiness">(rounded(scores.check_worthiness))
        .set<"id">(claim_id(doc_.id(), candidate.span, doc_.text(candidate.span)));
    add_facts(candidate.span, row);
    for (const OpenSpan& open : standalone.open)
      doc_.add<layers::Unresolved>(open.span).set<"of">(row).set<"why">(open.why);
    return row;
  }
  /// Says what moved the scores of the claim that was scored last.
  void explain(const Candidate& candidate, uint32_t row, const ClaimScorer& scorer, size_t most) {
    const std::vector<ScoreReason> reasons =
        score_reasons(scorer.weights(), features_, candidate.stretch, scratch_);
    for (const ClaimScore score : {ClaimScore::check_worthiness, ClaimScore::checkable})
      for (const RankedReason& reason :
           strongest_reasons(scorer.weights(), reasons, static_cast<size_t>(score), most))
        doc_.add<layers::ClaimReasons>(candidate.span)
            .set<"of">(row)
            .set<"score">(score)
            .set<"feature">(reason.feature)
            .set<"weight">(rounded(reason.weight));
  }

 private:
  template <class L, class F> void each_within(const View<L>& layer, cs_span span, F visit) const {
    for (uint32_t i = layer.lower_bound(span.begin); i < layer.size() && layer.span(i).begin < span.end; ++i)
      if (layer.span(i).end <= span.end) visit(i);
  }
  /// Who says it, and whether the claim is their own words.
  Voice voice_of(const Candidate& candidate) const {
    Voice voice;
    const auto speakers = doc_.read<layers::Speakers>();
    if (is_null(candidate.attribution) || !speakers.present()) return voice;
    if (candidate.framed) return voice;
    voice.name = speakers.get<"name">(candidate.attribution);
    voice.name = voice.name.substr(0, voice.name.find(" ("));  // "Sen. Ada Low (R-Sandvik)"
    voice.speech = is_quoted(candidate) ? Voice::Speech::direct : Voice::Speech::indirect;
    const uint32_t person = speakers.get<"person">(candidate.attribution);
    const auto people = doc_.read<layers::People>();
    if (!is_null(person) && people.present()) {
      voice.kind = people.get<"kind">(person);
      voice.gender = people.get<"gender">(person);
    } else {
      voice.kind = kind_of_words(voice.name);
    }
    return voice;
  }
  /// Whether the claim begins inside the quotation marks of its attribution.
  bool is_quoted(const Candidate& candidate) const {
    const auto attributions = doc_.read<layers::Attributions>();
    if (attributions.get<"kind">(candidate.attribution) == AttributionKind::direct) return true;
    const uint32_t before = candidate.span.begin;
    return before > 0 && doc_.text()[before - 1] != ' ' && doc_.text()[before - 1] != '\n' &&
           doc_.text()[before - 1] != '\t';
  }
  ClaimTraits traits_of(const Candidate& candidate) const {
    ClaimTraits t;
    each_within(tokens_, candidate.span, [&](uint32_t i) {
      t.classes |= word_classes(tokens_.get<"hash">(i), doc_.text(tokens_.span(i)));
    });
    const uint32_t first = tokens_.lower_bound(candidate.span.begin);
    const uint32_t last = tokens_.lower_bound(candidate.span.end);
    t.cues = type_cues(doc_.text(), tokens_, first, last);
    t.finite =
        has_finite_verb(doc_.read<layers::Tags>(), first, last) || candidate.form == ClauseForm::apposition;
    each_within(quantities_, candidate.span, [&](uint32_t i) {
      if (is_name(quantities_.span(i)) || is_beside(i, candidate) || in_aside(quantities_.span(i), candidate))
        return;
      t.quantities |= 1u << static_cast<uint32_t>(quantities_.get<"kind">(i));
      t.interval = t.interval ||
                   (!is_null(quantities_.get<"low">(i)) && quantities_.get<"kind">(i) != QuantityKind::score);
    });
    each_within(times_, candidate.span, [&](uint32_t i) {
      if (in_aside(times_.span(i), candidate)) return;
      t.times |= 1u << static_cast<uint32_t>(times_.get<"type">(i));
      t.dates += times_.get<"type">(i) == TimeType::date ? 1 : 0;
    });
    if (is_null(candidate.attribution)) return t;
    // "He denied the charges" quotes nothing, unlike "he called it "a joke"".
    if (candidate.framed &&
        doc_.read<layers::Attributions>().get<"kind">(candidate.attribution) == AttributionKind::indirect)
      return t;
    const auto cue = doc_.read<layers::Attributions>().get<"cue_class">(candidate.attribution);
    t.attributed = true;
    t.said = cue == CueClass::statement || is_null(cue);  // not what is only believed or found
    return t;
  }
  static bool in_aside(cs_span span, const Candidate& candidate) {
    return std::any_of(candidate.asides.begin(), candidate.asides.end(),
                       [&](cs_span aside) { return aside.begin <= span.begin && span.end <= aside.end; });
  }
  /// Whether a number is a part of a name: "Two Rivers".
  bool is_name(cs_span span) const {
    const auto entities = doc_.read<layers::Entities>();
    const uint32_t row = entities.lower_bound(span.begin + 1);
    return row > 0 && entities.span(row - 1).end > span.end;
  }
  /// "Over the past five years", not "it took five years".
  bool says_when(cs_span span) const {
    constexpr std::string_view kWhen[] = {"past",   "last",   "previous", "next",
                                          "coming", "recent", "first",    "final"};
    const uint32_t t = tokens_.lower_bound(span.begin);
    for (const uint32_t at : {t, t - 1}) {
      if (at >= tokens_.size()) continue;
      for (const std::string_view word : kWhen)
        if (equals_folded(doc_.text(tokens_.span(at)), word)) return true;
    }
    return false;
  }
  /// "A 14-year-old boy", "one of the best cars": what does not make a claim one about an amount.
  bool is_beside(uint32_t i, const Candidate& candidate) const {
    const QuantityKind kind = quantities_.get<"kind">(i);
    if (kind == QuantityKind::age) return candidate.form != ClauseForm::apposition;
    if (kind == QuantityKind::duration) return says_when(quantities_.span(i));
    return kind == QuantityKind::count && quantities_.get<"value">(i) == 1;
  }
  void add_facts(cs_span span, uint32_t row) {
    each_within(quantities_, span, [&](uint32_t i) {
      doc_.add<layers::ClaimFacts>(quantities_.span(i)).set<"of">(row).set<"quantity">(i);
    });
    each_within(times_, span, [&](uint32_t i) {
      doc_.add<layers::ClaimFacts>(times_.span(i)).set<"of">(row).set<"time">(i);
    });
  }

  Document& doc_;
  View<layers::Tokens> tokens_;
  View<layers::Quantities> quantities_;
  View<layers::Times> times_;
  FeatureInput features_;
  References references_;
  ClaimFeatures scratch_;
};

}  // namespace

Claims::Claims(const Setup& setup)
    : min_check_worthiness_(setup.number("min_check_worthiness")),
      explain_(static_cast<size_t>(setup.integer("explain"))),
      vectors_(find_model(setup, "vectors", "vectors.model")),
      scorer_(find_model(setup, "model", "claims.model")) {}

void Claims::process(Document& doc) const {
  Assembly assembly(doc, vectors_);
  for (const Candidate& candidate : assembly.candidates()) {
    const ClaimScores scores = assembly.score(scorer_, candidate.stretch);
    if (scores.check_worthiness < min_check_worthiness_) continue;
    const uint32_t row = assembly.add(candidate, scores);
    if (explain_ > 0) assembly.explain(candidate, row, scorer_, explain_);
  }
}

}  // namespace claimsift
