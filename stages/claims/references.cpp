// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/references.hpp"

#include <algorithm>
#include <iterator>

#include "stages/text/words.hpp"

namespace claimsift {

namespace {

constexpr uint32_t kPersonReach = 500;   // bytes before a pronoun in which a second person makes it unsure
constexpr uint32_t kFewestNamed = 24;    // mentions looked at, however close they stand
constexpr uint32_t kMentionReach = 600;  // tokens before "the deal" in which a fuller mention may stand
constexpr uint32_t kModifiers = 4;       // words between an article and its noun

template <size_t N> bool one_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::any_of(std::begin(list), std::end(list),
                     [&](std::string_view one) { return equals_folded(word, one); });
}

/// Nouns that, bare behind "the", point to something said before rather than to the one of its kind.
constexpr std::string_view kPointing[] = {
    "accident",  "accord",  "agency",  "agreement", "amount",   "attack",   "bill",    "building",
    "case",      "claim",   "company", "deal",      "decision", "decrease", "decline", "department",
    "document",  "draft",   "drop",    "figure",    "figures",  "fire",     "firm",    "fund",
    "funding",   "grant",   "group",   "idea",      "incident", "increase", "law",     "letter",
    "loan",      "man",     "measure", "measures",  "meeting",  "merger",   "money",   "move",
    "number",    "numbers", "offer",   "order",     "pair",     "plan",     "plans",   "policy",
    "programme", "program", "project", "proposal",  "purchase", "report",   "rise",    "rule",
    "ruling",    "sale",    "scheme",  "statement", "strike",   "study",    "sum",     "suspect",
    "survey",    "team",    "trial",   "two",       "union",    "victim",   "woman",   "work"};

/// Of these each mention is another one.
constexpr std::string_view kAmounts[] = {"amount",   "decline", "decrease", "drop",   "figure",  "figures",
                                         "increase", "level",   "money",    "number", "numbers", "part",
                                         "rate",     "rise",    "share",    "sum"};

/// Words before a noun that do not tell it from others.
constexpr std::string_view kPlain[] = {"new",   "latest", "recent", "old",  "big",
                                       "small", "own",    "whole",  "same", "first"};

}  // namespace

References::References(const ReferenceInput& input) : in_(input) {
  for (uint32_t i = 0; i < in_.mentions.size(); ++i)
    named_.push_back({in_.mentions.span(i).begin, in_.mentions.get<"of">(i), in_.mentions.get<"kind">(i)});
  std::sort(named_.begin(), named_.end(), [](const Named& a, const Named& b) { return a.begin < b.begin; });
}

Pronoun References::kind_of(std::string_view w) {
  constexpr std::string_view kFirst[] = {"i", "me"}, kMy[] = {"my"},
                             kWe[] = {"we", "us", "our", "ours", "ourselves"},
                             kYou[] = {"you", "your", "yours", "yourself"},
                             kPerson[] = {"he", "she", "him", "her", "his", "hers", "himself", "herself"},
                             kThing[] = {"it", "its", "itself"},
                             kSeveral[] = {"they", "them", "their", "theirs", "themselves"};
  if (w.empty() || w.size() > 10) return Pronoun::none;
  if (one_of(w, kFirst)) return Pronoun::first;
  if (one_of(w, kMy)) return Pronoun::first_possessive;
  // "US" is a country.
  if (w == "US") return Pronoun::none;
  if (one_of(w, kWe)) return Pronoun::plural_first;
  if (one_of(w, kYou)) return Pronoun::second;
  if (one_of(w, kPerson)) return Pronoun::person;
  if (w != "IT" && one_of(w, kThing)) return Pronoun::thing;
  return one_of(w, kSeveral) ? Pronoun::several : Pronoun::none;
}

bool References::may_mean(std::string_view pronoun, const Voice& voice) {
  switch (kind_of(pronoun)) {
    case Pronoun::person: {
      if (!is_null(voice.kind) && voice.kind != PersonKind::person) return false;
      const bool male =
          equals_folded(pronoun, "he") || equals_folded(pronoun, "his") || equals_folded(pronoun, "him");
      return is_null(voice.gender) || (voice.gender == PersonGender::male) == male;
    }
    case Pronoun::thing: return is_null(voice.kind) || voice.kind == PersonKind::organization;
    case Pronoun::several: return !is_null(voice.kind) && voice.kind != PersonKind::person;
    default: return false;
  }
}

std::string_view References::person(uint32_t token) const {
  const uint32_t at = in_.tokens.span(token).begin;
  auto here = std::lower_bound(named_.begin(), named_.end(), at,
                               [](const Named& n, uint32_t begin) { return n.begin < begin; });
  if (here == named_.end() || here->begin != at || here->kind != MentionKind::pronoun) return {};
  const uint32_t meant = here->person;
  const PersonGender gender = in_.people.get<"gender">(meant);
  bool named = false;
  uint32_t steps = 0;
  for (auto other = here; other != named_.begin() && steps++ < kFewestNamed;) {
    --other;
    if (at - other->begin > kPersonReach) break;
    if (other->kind == MentionKind::pronoun) continue;
    if (other->person == meant) {
      named = true;
      continue;
    }
    if (in_.people.get<"kind">(other->person) != PersonKind::person) continue;
    const PersonGender g = in_.people.get<"gender">(other->person);
    if (is_null(g) || is_null(gender) || g == gender) return {};  // somebody else may be meant
  }
  return named ? in_.people.get<"name">(meant) : std::string_view{};
}

bool References::is_noun(uint32_t t) const {
  const Upos u = in_.tags.get<"upos">(t);
  return u == Upos::noun || u == Upos::propn;
}
EntityType References::entity_at(uint32_t t) const {
  const cs_span s = in_.tokens.span(t);
  uint32_t row = in_.entities.lower_bound(s.begin + 1);
  if (row-- == 0 || in_.entities.span(row).end < s.end) return static_cast<EntityType>(255);
  return in_.entities.get<"type">(row);
}
bool References::agrees(uint32_t noun, Pronoun kind) const {
  const Xpos x = xpos(noun);
  const bool plural = x == Xpos::nns || x == Xpos::nnps;
  const EntityType e = entity_at(noun);
  const bool place = !is_null(e) && (e == EntityType::org || e == EntityType::loc);
  switch (kind) {
    case Pronoun::person: return !plural && !place;
    case Pronoun::thing: return !plural && (is_null(e) || e != EntityType::person);
    case Pronoun::several: return plural || (!is_null(e) && e == EntityType::org);
    default: return false;
  }
}

bool References::has_antecedent(uint32_t token, uint32_t first) const {
  if (!in_.tags.present()) return false;
  const Pronoun kind = kind_of(word(token));
  const bool parsed = in_.syntax.present() && !is_null(in_.syntax.get<"deprel">(token));
  for (uint32_t t = first; t < token; ++t) {
    if (!is_noun(t)) continue;
    if (parsed) {
      const Deprel d = in_.syntax.get<"deprel">(t);
      if ((d != Deprel::nsubj && d != Deprel::nsubj_pass) || in_.syntax.get<"head">(token) == t) continue;
    }
    if (agrees(t, kind)) return true;
    if (!parsed) return false;
  }
  return false;
}

std::string_view References::name_before(uint32_t offset) const {
  const uint32_t row = in_.entities.lower_bound(offset);
  if (row == 0) return {};
  const cs_span s = in_.entities.span(row - 1);
  return s.end == offset && in_.entities.get<"type">(row - 1) == EntityType::person
             ? in_.text.substr(s.begin, s.end - s.begin)
             : std::string_view{};
}

bool References::has_antecedent_between(cs_span span, Pronoun kind) const {
  if (!in_.tags.present()) return false;
  for (uint32_t t = in_.tokens.lower_bound(span.begin);
       t < in_.tokens.size() && in_.tokens.span(t).begin < span.end; ++t)
    if (is_noun(t) && agrees(t, kind)) return true;
  return false;
}

bool References::is_expletive(uint32_t token) const {
  if (!in_.tags.present() || !equals_folded(word(token), "it")) return false;
  if (in_.syntax.present() && !is_null(in_.syntax.get<"deprel">(token)) &&
      in_.syntax.get<"deprel">(token) == Deprel::expl)
    return true;
  constexpr uint32_t kReach = 8;
  constexpr std::string_view kOpeners[] = {"that", "whether", "what", "how", "who", "when"};
  const uint32_t end = std::min(token + kReach, in_.tokens.size());
  bool copula = false;
  for (uint32_t t = token + 1; t < end; ++t) {
    if (t < token + 3 && in_.tags.get<"upos">(t) == Upos::aux) copula = true;
    if (!copula && t > token + 2) return false;
    if (in_.tags.get<"xpos">(t) == Xpos::to && t + 1 < end && xpos(t + 1) == Xpos::vb && t > token + 2)
      return true;
    if (t > token + 2 && one_of(word(t), kOpeners)) return true;
  }
  return false;
}

bool References::points_back(uint32_t token) const {
  if (!in_.tags.present() || token + 1 >= in_.tokens.size() || xpos(token) != Xpos::dt) return false;
  if (equals_folded(word(token), "the")) {
    if (!one_of(word(token + 1), kPointing) && !mentioned_fully(token)) return false;
    if (token + 2 >= in_.tokens.size()) return true;
    // "the plan to cut", "the company that", "the deal with": what follows says which; "the work force".
    const Xpos next = xpos(token + 2);
    return !is_noun(token + 2) && next != Xpos::in && next != Xpos::to && next != Xpos::wdt &&
           next != Xpos::wp && next != Xpos::pos && next != Xpos::vbg && next != Xpos::vbn &&
           next != Xpos::hyph;
  }
  constexpr std::string_view kThis[] = {"this", "these", "that", "those"};
  if (!one_of(word(token), kThis)) return false;
  uint32_t t = token + 1;
  while (t < in_.tokens.size() && t < token + 3 && in_.tags.get<"upos">(t) == Upos::adj) ++t;
  return t < in_.tokens.size() && in_.tags.get<"upos">(t) == Upos::noun;
}

/// Whether the noun behind "the" was named with more words before, and is not one of its kind.
bool References::mentioned_fully(uint32_t token) const {
  constexpr std::string_view kUnique[] = {"government", "president", "state", "country", "world",  "economy",
                                          "public",     "police",    "press", "war",     "people", "year",
                                          "week",       "month",     "day",   "time"};
  return in_.tags.get<"upos">(token + 1) == Upos::noun && !one_of(word(token + 1), kUnique) &&
         !fuller_mention(token).empty();
}

std::string_view References::fuller_mention(uint32_t token) const {
  if (!equals_folded(word(token), "the") || !is_noun(token + 1) || one_of(word(token + 1), kAmounts))
    return {};
  const bool pointing = one_of(word(token + 1), kPointing);
  const uint32_t hash = in_.tokens.get<"hash">(token + 1);
  const std::string_view noun = word(token + 1);
  std::string_view found;
  const uint32_t stop = token > kMentionReach ? token - kMentionReach : 0;
  for (uint32_t t = token; t-- > stop;) {
    if (in_.tokens.get<"hash">(t) != hash || !equals_folded(word(t), noun)) continue;
    // Back over its modifiers to the article.
    uint32_t from = t;
    while (from > stop && t - from < kModifiers &&
           (is_noun(from - 1) || in_.tags.get<"upos">(from - 1) == Upos::adj ||
            in_.tags.get<"upos">(from - 1) == Upos::num))
      --from;
    if (from == 0 || in_.tags.get<"upos">(from - 1) != Upos::det) {
      if (from != t) return {};  // "Monday's deal", "Lindham deal": another name for it
      continue;
    }
    if (from == t) {
      if (equals_folded(word(t - 1), "the")) continue;  // bare as well
      return {};                                        // "a deal", "another deal": a new one
    }
    if (t + 1 < in_.tokens.size() && is_noun(t + 1)) continue;  // "the trade deal talks"
    if (t - from == 1 && one_of(word(from), kPlain)) continue;  // "the new law" tells no more than "the law"
    // An adjective alone tells which "deal" it was, not which "picture".
    bool named = pointing;
    for (uint32_t m = from; m < t; ++m) named = named || is_noun(m);
    if (!named) return {};
    const std::string_view phrase =
        in_.text.substr(in_.tokens.span(from).begin, in_.tokens.span(t).end - in_.tokens.span(from).begin);
    if (!found.empty() && found != phrase) return {};
    found = phrase;
  }
  return found;
}

}  // namespace claimsift
