// SPDX-License-Identifier: Apache-2.0
#include "stages/quotations/speakers.hpp"

#include <algorithm>
#include <initializer_list>

#include "stages/language/people_words.hpp"
#include "stages/quotations/named_people.hpp"

namespace claimsift {
namespace {

using enum WordClass;

constexpr uint32_t kNobody = NamedPeople::kNobody;
constexpr uint32_t kMemory = 24;  // mentions and speakers looked back at for a pronoun

/// A source with its name: someone of the document, or words as they stand.
struct Speaker {
  uint32_t person = kNobody;
  TokenRange text{0, 0};
  TokenRange role{0, 0};  // by the source's own words

  bool known() const { return person != kNobody || text.size() != 0; }
};

class Resolver {
 public:
  Resolver(const Reading& reading, const NamedPeople& people, bool pronouns)
      : r_(reading), people_(people), pronouns_(pronouns) {}

  Speaker resolve(const TokenRange& source, const Speaker& around) {
    Speaker speaker = source.size() == 1 ? single(source.first, around) : phrase(source);
    if (speaker.person != kNobody) said_.push_back({source.first, speaker.person});
    return speaker;
  }

 private:
  using Mention = NamedPeople::Mention;
  struct Said {
    uint32_t token, person;
  };

  bool is_one_of(uint32_t token, std::initializer_list<std::string_view> words) const {
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return r_.is(token, w); });
  }

  Speaker single(uint32_t token, const Speaker& around) {
    if (is_one_of(token, {"i", "we", "my", "me", "our"})) return first_person(token, around);
    if (r_.is(token, "you")) return r_.in_speech(token) ? Speaker{} : Speaker{interviewee(), {0, 0}, {0, 0}};
    const std::string_view w = r_.word(token);
    if (w.size() > 1 && !(r_.shape[token] & shape::lower) && (r_.shape[token] & shape::upper))
      return phrase({token, token + 1});  // "WHO"
    const bool he = is_one_of(token, {"he", "his", "him"}), she = is_one_of(token, {"she", "her"});
    if (he || she)
      return pronouns_
                 ? Speaker{referent(token, he ? PersonGender::male : PersonGender::female), {0, 0}, {0, 0}}
                 : Speaker{};
    if (is_one_of(token, {"it", "they"}))
      return pronouns_ ? Speaker{organization_before(token), {0, 0}, {0, 0}} : Speaker{};
    const WordClass c = r_.word_class[token];
    if (c == relative || c == that) {  // "Lee, who said"
      const Mention* m = people_.last_before(token);
      return m && token - m->words.last <= 1 ? Speaker{m->person, {0, 0}, {0, 0}} : Speaker{};
    }
    if (c == pronoun || c == object_pronoun || c == possessive) return {};
    return phrase({token, token + 1});
  }

  /// Whoever speaks around the word; inside marks that no attribution claims, who spoke last; in an interview
  /// the person it is with.
  Speaker first_person(uint32_t token, const Speaker& around) {
    if (around.known()) return around;
    if (!r_.in_speech(token)) return {interviewee(), {0, 0}, {0, 0}};
    return said_.empty() ? Speaker{} : Speaker{said_.back().person, {0, 0}, {0, 0}};
  }

  /// Of a text that asks, and answers in the first person: the first person with a full name.
  uint32_t interviewee() {
    if (interview_known_) return interviewee_;
    interview_known_ = true;
    constexpr uint32_t kSelf = 3, kQuestions = 2;
    uint32_t self = 0, questions = 0, says_so = 0;
    for (uint32_t i = 0; i < r_.size(); ++i) {
      says_so += is_one_of(i, {"interview", "interviewed", "q&a"}) ? 1 : 0;
      if (r_.in_speech(i)) continue;
      self += r_.word(i) == "I" ? 1 : 0;
      questions += r_.word(i) == "?" ? 1 : 0;
    }
    if (questions < kQuestions || self < (says_so > 0 ? 1 : kSelf)) return kNobody;
    for (const Mention& m : people_.mentions())
      if (m.kind == MentionKind::name && m.words.size() > 1 && people_.is_person(m.person))
        return interviewee_ = m.person;
    return kNobody;
  }

  /// The last speaker or subject before the pronoun that may be of its gender.
  uint32_t referent(uint32_t token, PersonGender gender) const {
    const auto may_be = [&](uint32_t person) {
      return people_.is_person(person) && people_.may_be(person, gender);
    };
    uint32_t best = kNobody, where = 0, tried = 0;
    for (size_t i = said_.size(); i-- > 0 && ++tried <= kMemory;)
      if (said_[i].token < token && may_be(said_[i].person)) {
        best = said_[i].person;
        where = said_[i].token;
        break;
      }
    tried = 0;
    const std::vector<Mention>& mentions = people_.mentions();
    const auto behind = std::lower_bound(mentions.begin(), mentions.end(), token,
                                         [](const Mention& m, uint32_t t) { return m.words.first < t; });
    uint32_t other = kNobody;  // no subject
    for (auto i = static_cast<size_t>(behind - mentions.begin()); i-- > 0 && ++tried <= kMemory;) {
      const Mention& m = mentions[i];
      if (m.kind == MentionKind::pronoun || !may_be(m.person)) continue;
      if (best != kNobody && m.words.first <= where) break;
      if (m.subject) return m.person;
      if (other == kNobody && people_.is(m.person, gender)) other = m.person;
    }
    return best != kNobody ? best : other;
  }

  /// For "it" and "they": the last speaker if it is an organisation or a group, else the last such subject of
  /// this sentence or the two before.
  uint32_t organization_before(uint32_t token) const {
    if (!said_.empty() && said_.back().token < token && !people_.is_person(said_.back().person) &&
        r_.sentence[token] - r_.sentence[said_.back().token] <= 3)
      return said_.back().person;
    const std::vector<Mention>& mentions = people_.mentions();
    uint32_t tried = 0;
    const auto behind = std::lower_bound(mentions.begin(), mentions.end(), token,
                                         [](const Mention& m, uint32_t t) { return m.words.first < t; });
    for (auto i = static_cast<size_t>(behind - mentions.begin()); i-- > 0 && ++tried <= kMemory;) {
      const Mention& m = mentions[i];
      if (r_.sentence[token] - r_.sentence[m.words.first] > 2) break;
      if (m.subject && m.kind != MentionKind::pronoun)
        return people_.is_person(m.person) ? kNobody : m.person;
    }
    return kNobody;
  }

  /// A noun phrase: the name at the end of its first parts, else one that begins it, else whoever the noun
  /// stands for, else its words.
  Speaker phrase(TokenRange source) {
    while (source.size() && r_.word_class[source.last - 1] == comma) --source.last;
    if (source.size() == 0) return {};
    TokenRange part{source.first, source.first};
    for (int n = 0; n < 3 && part.last < source.last; ++n) {
      part.first = part.last;
      while (part.last < source.last && r_.word_class[part.last] != comma) ++part.last;
      const bool more = part.last < source.last;
      if (const Mention* m = name_at_end(part)) {
        if (stands_alone(part, *m)) return {kNobody, part, {0, 0}};
        return {m->person, {0, 0}, role_by(source, part, *m, n)};
      }
      if (!more) break;
      ++part.last;
    }
    if (const Mention* m = name_in_front(source)) return {m->person, {0, 0}, {0, 0}};
    if (const Mention* m = name_behind(source)) return {m->person, {0, 0}, source};
    if (const Mention* m = people_.at(source.first);
        m && m->kind == MentionKind::nominal && m->words.last == source.last)
      return {m->person, {0, 0}, {0, 0}};
    // "Low", which was taken for a common word, after "Ada Low".
    if (source.size() == 1 && r_.capital(source.first))
      if (const uint32_t person = people_.by_last_name(source.first); person != kNobody)
        return {person, {0, 0}, {0, 0}};
    return {kNobody, source, {0, 0}};
  }

  /// "Two Democrats", "some of them from Acme": not the one that is named.
  bool stands_alone(const TokenRange& part, const Mention& m) const {
    const WordClass c = r_.word_class[part.first];
    const bool someone = !r_.is(part.first, "the") && (c == determiner || c == number);
    return someone && m.words.first > part.first && !more_titles(part, m);
  }
  /// "A protester Ann Lee": the words before the name are about one person.
  bool more_titles(const TokenRange& part, const Mention& m) const {
    return people_.is_person(m.person) && m.words.first > part.first + 1;
  }

  TokenRange role_by(const TokenRange& source, const TokenRange& part, const Mention& m, int number) const {
    if (m.words.first > part.first && r_.word_class[part.first] != determiner)
      return {part.first, m.words.first};
    if (part.last + 1 < source.last) return {part.last + 1, source.last};  // "Ann Lee, the mayor"
    if (number > 0 && part.first > source.first) return {source.first, part.first - 1};
    return {0, 0};
  }

  /// The name that ends a part whose words before it are titles, adjectives or nouns, no prepositions.
  const Mention* name_at_end(const TokenRange& part) const {
    const Mention* m = people_.last_before(part.last);
    if (!m || m->words.last != part.last || m->words.first < part.first) return nullptr;
    for (uint32_t i = part.first; i < m->words.first; ++i) {
      const WordClass c = r_.word_class[i];
      if (c == preposition || c == conjunction || c == possessive || c == relative || c == to) return nullptr;
    }
    return m;
  }

  /// "Ann Lee of the water board", "the Bank for Settlements".
  const Mention* name_in_front(const TokenRange& source) const {
    const uint32_t first = source.first + (r_.is(source.first, "the") ? 1 : 0);
    const Mention* m = people_.at(first);
    if (!m || m->kind != MentionKind::name || m->words.last > source.last) return nullptr;
    if (m->words.last == source.last) return m;
    const WordClass next = r_.word_class[m->words.last];
    const bool goes_on = next == possessive || next == conjunction || r_.is(m->words.last, "'s") ||
                         r_.is(m->words.last, "’s");  // "Lee's mother", "Lee and Hale"
    return !goes_on && (people_.is_person(m->person) || next == preposition) ? m : nullptr;
  }

  /// "The country's prime minister, Ann Lee": the name stands behind.
  const Mention* name_behind(const TokenRange& source) const {
    if (!is_title(r_.hash[source.last - 1], r_.word(source.last - 1))) return nullptr;
    uint32_t next = source.last;
    if (next < r_.size() && r_.word_class[next] == comma) ++next;
    const Mention* m = next < r_.size() ? people_.at(next) : nullptr;
    return m && m->kind == MentionKind::name && r_.sentence[next] == r_.sentence[source.first] ? m : nullptr;
  }

  const Reading& r_;
  const NamedPeople& people_;
  bool pronouns_;
  std::vector<Said> said_;
  bool interview_known_ = false;
  uint32_t interviewee_ = kNobody;
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
  const auto people = doc.read<layers::People>();
  const NamedPeople named(r, people, doc.read<layers::Mentions>());
  Resolver resolver(r, named, pronouns_);
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
    if (s.person == kNobody) {
      rows.set<"name">(row, words(s.text));
      continue;
    }
    rows.set<"person">(row, s.person);
    rows.set<"name">(row, people.get<"name">(s.person));
    const std::string_view role = people.get<"role">(s.person);
    rows.set<"role">(row, role.data() ? borrow(role) : words(s.role));
  }
  doc.write(rows);
}

}  // namespace claimsift
