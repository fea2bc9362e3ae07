// SPDX-License-Identifier: Apache-2.0
#include "stages/quotations/speakers.hpp"

#include <algorithm>

#include "stages/quotations/names.hpp"

namespace claimsift {
namespace {

using enum WordClass;

constexpr uint32_t kNobody = UINT32_MAX;
constexpr uint32_t kMemory = 24;  // mentions and speakers looked back at for a pronoun

/// A source with its name: a person of the document, or words as they stand.
struct Speaker {
  uint32_t named = kNobody;
  TokenRange text{0, 0};
  TokenRange role{0, 0};
};

class Resolver {
 public:
  Resolver(const Reading& reading, bool pronouns) : r_(reading), names_(reading), pronouns_(pronouns) {}

  Speaker resolve(const TokenRange& source, const Speaker& around) {
    Speaker speaker = source.size() == 1 ? single(source.first, around) : phrase(source);
    if (speaker.named != kNobody) {
      Named& named = names_.all()[speaker.named];
      if (named.role.size() == 0) named.role = speaker.role;
      speaker.role = named.role.size() ? named.role : speaker.role;
      said_.push_back({source.first, speaker.named});
    }
    return speaker;
  }

  const Named& named(uint32_t row) { return names_.all()[row]; }

 private:
  struct Said {
    uint32_t token, named;
  };

  Speaker single(uint32_t token, const Speaker& around) {
    const std::string_view w = r_.word(token);
    if (equals_folded(w, "i") || equals_folded(w, "we") || equals_folded(w, "my")) {
      if (around.named != kNobody || around.text.size() || !r_.in_speech(token) || said_.empty())
        return around;
      return {said_.back().named, {0, 0}, {0, 0}};  // inside marks that no attribution claims: who spoke last
    }
    if (w.size() > 1 && !(r_.shape[token] & shape::lower) && (r_.shape[token] & shape::upper))
      return phrase({token, token + 1});  // "WHO"
    const bool he = equals_folded(w, "he") || equals_folded(w, "his") || equals_folded(w, "him");
    const bool she = equals_folded(w, "she") || equals_folded(w, "her");
    if (he || she)
      return pronouns_ ? Speaker{referent(token, he ? Gender::male : Gender::female), {0, 0}, {0, 0}}
                       : Speaker{};
    const WordClass c = r_.word_class[token];
    if (c == relative || c == that) {  // "Lee, who said"
      const size_t m = names_.last_before(token);
      if (m == names_.mentions().size()) return {};
      const NameMention& mention = names_.mentions()[m];
      return token - mention.name.last <= 1 ? Speaker{mention.named, {0, 0}, {0, 0}} : Speaker{};
    }
    if (c == pronoun || c == object_pronoun || c == possessive) return {};
    return phrase({token, token + 1});
  }

  /// The last speaker or subject before the pronoun that may be of its gender.
  uint32_t referent(uint32_t token, Gender gender) {
    const auto may_be = [&](uint32_t named) {
      const Gender g = names_.all()[named].gender;
      return g == Gender::unknown || g == gender;
    };
    uint32_t best = kNobody, where = 0;
    uint32_t tried = 0;
    for (size_t i = said_.size(); i-- > 0 && ++tried <= kMemory;)
      if (said_[i].token < token && may_be(said_[i].named)) {
        best = said_[i].named;
        where = said_[i].token;
        break;
      }
    tried = 0;
    for (size_t m = names_.last_before(token); m < names_.mentions().size() && ++tried <= kMemory; --m) {
      const NameMention& mention = names_.mentions()[m];
      if (best != kNobody && mention.name.first <= where) break;
      const bool sure = names_.all()[mention.named].gender == gender;
      if (mention.subject && may_be(mention.named) && (sure || best == kNobody || is_person(mention))) {
        best = mention.named;
        break;
      }
      if (m == 0) break;
    }
    if (best != kNobody && names_.all()[best].gender == Gender::unknown) names_.all()[best].gender = gender;
    return best;
  }

  /// A name of two words or with a title, and not behind "the".
  bool is_person(const NameMention& m) const {
    if (!(r_.shape[m.name.last - 1] & shape::lower) ||
        r_.word(m.name.first).find('.') != std::string_view::npos)
      return false;  // "NPR"
    const bool behind_the = m.whole.first > 0 && r_.word_class[m.whole.first - 1] == determiner;
    return !behind_the && (m.name.size() > 1 || m.whole.first < m.name.first || names_of(m).name.size() > 1);
  }
  const Named& names_of(const NameMention& m) const { return const_cast<Names&>(names_).all()[m.named]; }

  /// A noun phrase: the name at the end of its first or second part, else the person whose office it is, else
  /// its words.
  Speaker phrase(TokenRange source) {
    while (source.size() && (r_.word_class[source.last - 1] == comma)) --source.last;
    if (source.size() == 0) return {};
    TokenRange part{source.first, source.first};
    for (int n = 0; n < 3 && part.last < source.last; ++n) {
      part.first = part.last;
      while (part.last < source.last && r_.word_class[part.last] != comma) ++part.last;
      const bool the = r_.is(part.first, "the");
      const bool someone =
          !the && (r_.word_class[part.first] == determiner || r_.word_class[part.first] == number);
      const bool more = part.last < source.last;
      if (someone && more) {  // "one protester, Ann Lee"
        ++part.last;
        continue;
      }
      if (const NameMention* m = name_at_end(part)) {
        if (someone || (the && m->whole.first == part.first + 1 && m->name.first == m->whole.first))
          return {kNobody, part, {0, 0}};  // "the Senate"
        Speaker speaker{m->named, {0, 0}, {0, 0}};
        if (m->name.first > part.first && r_.word_class[part.first] != determiner)
          speaker.role = {part.first, m->name.first};
        else if (part.last + 1 < source.last)
          speaker.role = {part.last + 1, source.last};  // "Ann Lee, the mayor"
        else if (n == 1)
          speaker.role = {source.first, part.first > source.first ? part.first - 1 : source.first};
        return speaker;
      }
      if (part.last < source.last)
        ++part.last;
      else
        break;
    }
    // "the country's prime minister, Ann Lee": the name stands behind.
    if (is_title(r_.hash[source.last - 1], r_.word(source.last - 1))) {
      uint32_t next = source.last;
      if (next < r_.size() && r_.word_class[next] == comma) ++next;
      const size_t m = names_.last_before(next + 1);
      if (m < names_.mentions().size() && names_.mentions()[m].name.first == next &&
          r_.sentence[next] == r_.sentence[source.first])
        return {names_.mentions()[m].named, {0, 0}, source};
    }
    if (source.size() <= 3 && r_.is(source.first, "the"))
      if (const uint32_t named = names_.with_title(r_.hash[source.last - 1]); named != kNobody)
        return {named, {0, 0}, {0, 0}};
    return {kNobody, source, {0, 0}};
  }

  /// The name that ends a part whose words before it are titles, adjectives or nouns, no prepositions.
  const NameMention* name_at_end(const TokenRange& part) const {
    const size_t m = names_.last_before(part.last);
    if (m == names_.mentions().size()) return nullptr;
    const NameMention& mention = names_.mentions()[m];
    if (mention.name.last != part.last || mention.name.first < part.first) return nullptr;
    for (uint32_t i = part.first; i < mention.name.first; ++i) {
      const WordClass c = r_.word_class[i];
      if (c == preposition || c == conjunction || c == possessive || c == relative || c == to) return nullptr;
    }
    return &mention;
  }

  const Reading& r_;
  Names names_;
  bool pronouns_;
  std::vector<Said> said_;
};

}  // namespace

void SpeakersStage::process(Document& doc) const {
  const auto attributions = doc.read<layers::Attributions>();
  const auto sources = doc.read<layers::AttributionSources>();
  const Reading r = read_document(doc.text(), doc.read<layers::Sentences>(), doc.read<layers::Tokens>(),
                                  doc.read<layers::Quotes>(), cues_);
  const uint32_t count = attributions.size();

  std::vector<TokenRange> where(count, TokenRange{0, 0});
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < count; ++i) {
    order.push_back(i);
    const auto [first, last] = sources.children(i);
    if (first == last) continue;
    const cs_span s = sources.span(first);
    const auto token = [&](uint32_t offset) {
      return static_cast<uint32_t>(std::lower_bound(r.spans.begin(), r.spans.end(), offset,
                                                    [](cs_span t, uint32_t o) { return t.begin < o; }) -
                                   r.spans.begin());
    };
    where[i] = {token(s.begin), token(s.end)};
  }
  // Sources in text order, so that a pronoun finds those before it; an attribution inside another comes after
  // it.
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t a, uint32_t b) { return where[a].first < where[b].first; });

  std::vector<Speaker> speakers(count);
  Resolver resolver(r, pronouns_);
  for (const uint32_t i : order) {
    if (where[i].size() == 0) continue;
    const uint32_t parent = attributions.get<"nested_in">(i);
    speakers[i] = resolver.resolve(where[i], parent == kNoRow ? Speaker{} : speakers[parent]);
  }

  const auto words = [&](const TokenRange& t) {
    if (t.size() == 0) return cs_str{nullptr, 0};
    return borrow(
        doc.text().substr(r.spans[t.first].begin, r.spans[t.last - 1].end - r.spans[t.first].begin));
  };
  Rows<layers::Speakers> rows(doc, count);
  for (uint32_t i = 0; i < count; ++i) {
    const uint32_t row = rows.add();
    const Speaker& s = speakers[i];
    rows.set<"name">(row, words(s.named != kNobody ? resolver.named(s.named).name : s.text));
    rows.set<"role">(row, words(s.role));
  }
  doc.write(rows);
}

}  // namespace claimsift
