// SPDX-License-Identifier: Apache-2.0
#include "stages/language/people.hpp"

#include "stages/language/person_index.hpp"

namespace claimsift {
namespace {

/// Goes through the text once and hands the index what stands there.
class Walk {
 public:
  Walk(const PeopleReading& reading, const View<layers::Entities>& entities,
       const View<layers::Quotes>& quotes, bool pronouns)
      : r_(reading), entities_(entities), quotes_(quotes), pronouns_(pronouns), index_(reading) {}

  PersonIndex& run() {
    for (uint32_t i = 0; i < r_.size();) i = step(i);
    return index_;
  }

 private:
  /// Where it goes on behind what stands at a token.
  uint32_t step(uint32_t i) {
    while (entity_ < entities_.size() && entities_.span(entity_).begin < r_.spans[i].begin) ++entity_;
    if (entity_ < entities_.size() && entities_.span(entity_).begin == r_.spans[i].begin)
      if (const uint32_t next = name(i); next > i) return next;
    if (const Gender g = gender_of_pronoun(r_.hash[i], r_.word(i)); g != Gender::unknown) {
      if (pronouns_ && !in_speech(i)) index_.add_pronoun(i, g);
      return i + 1;
    }
    if (!r_.is(i, "the")) return i + 1;
    // "The mayor", "the finance minister": the last noun of the phrase.
    uint32_t last = i + 1;
    while (last < i + 4 && r_.together(last, i) && !r_.capital(last) && r_.modifies(last)) ++last;
    if (last == i + 1 && r_.together(last, i) && r_.letters(last) && !r_.function_word(last)) ++last;
    if (last > i + 1) index_.add_nominal({i, last});
    return i + 1;
  }

  uint32_t name(uint32_t first) {
    uint32_t last = first;
    while (last < r_.size() && r_.spans[last].end <= entities_.span(entity_).end) ++last;
    if (last == first) return first;
    const TokenRange range{first, last};
    switch (entities_.get<"type">(entity_)) {
      case EntityType::person: index_.add_person(range); break;
      case EntityType::org: index_.add_organization(range); break;
      case EntityType::norp: group(range); break;
      case EntityType::loc: break;
    }
    return last;
  }

  /// "Democrats", not "Democratic senators".
  void group(const TokenRange& range) {
    const bool plural = r_.word(range.last - 1).ends_with('s');
    if (plural && !(r_.together(range.last, range.first) && r_.capital(range.last))) index_.add_group(range);
  }

  bool in_speech(uint32_t i) {
    if (!quotes_.present()) return false;
    const uint32_t at = r_.spans[i].begin;
    while (quote_ < quotes_.size() && quotes_.span(quote_).begin <= at) {
      if (quotes_.get<"kind">(quote_) == QuoteKind::speech)
        speech_end_ = std::max(speech_end_, quotes_.span(quote_).end);
      ++quote_;
    }
    return at < speech_end_;
  }

  const PeopleReading& r_;
  const View<layers::Entities>& entities_;
  const View<layers::Quotes>& quotes_;
  bool pronouns_;
  PersonIndex index_;
  uint32_t entity_ = 0, quote_ = 0, speech_end_ = 0;
};

}  // namespace

void PeopleStage::process(Document& doc) const {
  const auto entities = doc.read<layers::Entities>();
  const auto quotes = doc.read<layers::Quotes>();
  const PeopleReading reading(doc.text(), doc.read<layers::Tokens>(), doc.read<layers::Tags>(), knowledge_);
  Walk walk(reading, entities, quotes, pronouns_);
  const PersonIndex& index = walk.run();
  const auto span = [&](const TokenRange& r) {
    return cs_span{reading.spans[r.first].begin, reading.spans[r.last - 1].end};
  };
  for (const Person& p : index.all()) {
    auto row = doc.add<layers::People>(span(p.name));
    row.set<"name">(reading.words(p.name));
    if (p.role.size()) row.set<"role">(reading.words(p.role));
    if (p.gender != Gender::unknown)
      row.set<"gender">(p.gender == Gender::male ? PersonGender::male : PersonGender::female);
    row.set<"kind">(p.kind);
  }
  for (const PersonMention& m : index.mentions())  // references follow the rows, which the host sorts
    doc.add<layers::Mentions>(span(m.words))
        .set<"of">(m.person)
        .set<"kind">(m.kind)
        .set<"subject">(m.subject ? 1 : 0);
}

}  // namespace claimsift
