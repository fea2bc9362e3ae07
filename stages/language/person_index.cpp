// SPDX-License-Identifier: Apache-2.0
#include "stages/language/person_index.hpp"

#include <algorithm>
#include <string>

#include "stages/language/people_roles.hpp"

namespace claimsift {
namespace {

bool is_organization_ending(const PeopleReading& r, uint32_t i) {
  for (const char* w :
       {"inc.", "inc", "corp.", "corp", "co.", "ltd", "ltd.", "llc", "plc", "ag", "gmbh", "group", "company"})
    if (r.is(i, w)) return true;
  return false;
}

}  // namespace

TokenRange without_suffix(const PeopleReading& r, TokenRange name) {
  const auto suffix = [&](uint32_t i) {
    for (const char* w : {"jr.", "jr", "sr.", "sr", "ii", "iii", "iv"})
      if (r.is(i, w)) return true;
    return !r.letters(i);
  };
  while (name.size() > 1 && suffix(name.last - 1)) --name.last;
  return name;
}

/// Whether two names may be one person's: the words of the shorter stand in the longer in their order,
/// initials and nicknames for the whole.
bool PersonIndex::may_be(const TokenRange& a, const TokenRange& b) const {
  const TokenRange& small = a.size() <= b.size() ? a : b;
  const TokenRange& large = a.size() <= b.size() ? b : a;
  const auto same = [&](uint32_t i, uint32_t k) {
    if (r_.hash[i] == r_.hash[k]) return true;
    const std::string_view x = r_.word(i), y = r_.word(k);
    const auto initial = [](std::string_view w) { return w.size() == 1 || (w.size() == 2 && w[1] == '.'); };
    if (initial(x) || initial(y)) return ascii_lower(x[0]) == ascii_lower(y[0]);
    return long_form(r_.hash[i], x) == long_form(r_.hash[k], y);
  };
  uint32_t k = large.first;
  for (uint32_t i = small.first; i < small.last; ++i) {
    while (k < large.last && !same(i, k)) ++k;
    if (k == large.last) return false;
    ++k;
  }
  return true;
}

uint32_t PersonIndex::find_person(const TokenRange& name, Gender gender) const {
  const auto fits = [&](uint32_t row) {
    const Person& p = all_[row];
    return (gender == Gender::unknown || p.gender == Gender::unknown || gender == p.gender) &&
           may_be(name, without_suffix(r_, p.name));
  };
  const auto search = [&](const auto& table, uint32_t word) {
    const auto at = table.find(word);
    if (at == table.end()) return kNobody;
    const std::vector<uint32_t>& rows = at->second;
    for (size_t n = 0; n < std::min(kTried, rows.size()); ++n)
      if (const uint32_t row = rows[rows.size() - 1 - n]; fits(row)) return row;
    return kNobody;
  };
  const uint32_t found = search(by_last_, r_.hash[name.last - 1]);
  if (found != kNobody || name.size() > 1) return found;
  return search(by_first_, r_.hash[name.first]);
}

uint32_t PersonIndex::add(const TokenRange& name, PersonKind kind) {
  all_.push_back({name, {0, 0}, false, Gender::unknown, kind});
  return static_cast<uint32_t>(all_.size() - 1);
}

void PersonIndex::mention(const TokenRange& words, uint32_t person, MentionKind kind) {
  uint32_t sentence = words.first;  // where it begins, but for a determiner and a title
  for (uint32_t n = 0; n < 8 && sentence > 0 && r_.together(sentence - 1, words.first); ++n) --sentence;
  const bool begins = sentence == 0 || !r_.together(sentence - 1, words.first);
  const uint32_t before = title_before(r_, words.first).first;
  const bool front = begins && before <= sentence + 1;
  const bool comma = before > 0 && r_.word(before - 1) == "," && r_.together(words.last, words.first) &&
                     r_.letters(words.last) && !r_.is(words.last, "'s");
  const bool possessive =
      r_.together(words.last, words.first) && (r_.is(words.last, "'s") || r_.is(words.last, "’s"));
  mentions_.push_back({words, person, kind, (front || comma) && !possessive});
}

void PersonIndex::learn_gender(uint32_t person, const TokenRange& name) {
  Person& p = all_[person];
  const auto learn = [&](Gender g) {
    if (p.gender == Gender::unknown) p.gender = g;
  };
  for (uint32_t i = title_before(r_, name.first).first; i < name.first; ++i)
    learn(gender_of_title(r_.hash[i], r_.word(i)));
  if (p.role.size())
    if (const uint32_t head = head_of_role(r_, p.role); head < p.role.last)
      learn(gender_of_title(r_.hash[head], r_.word(head)));
  const uint32_t first = name.first;
  const bool given = name.size() > 1 || by_first_.contains(r_.hash[first]);
  if (!given) return;
  learn(gender_of_first_name(r_.hash[first], r_.word(first)));
  const uint32_t flags = r_.flags(first);
  const bool female = flags & word_flag::female, male = flags & word_flag::male;
  if (female != male) learn(female ? Gender::female : Gender::male);
}

void PersonIndex::learn_role(uint32_t person, const TokenRange& name) {
  Person& p = all_[person];
  const TokenRange title = title_before(r_, name.first);
  TokenRange role = role_around(r_, name);
  const bool honorific = title.size() == 1 &&
                         gender_of_title(r_.hash[title.first], r_.word(title.first)) != Gender::unknown &&
                         r_.word(title.first).size() <= 4;
  if (role.size() == 0 || (title.size() > 0 && !honorific)) role = title;
  if (role.size() == 0) return;
  const bool weak = role.first == title.first && honorific;
  if (p.role.size() == 0 || (p.honorific && !weak)) {
    p.role = role;
    p.honorific = weak;
  }
  // Whose office a word is.
  for (const TokenRange& words : {role, title})
    if (words.size())
      if (const uint32_t head = words.last == name.first ? words.last - 1 : head_of_role(r_, words);
          head < words.last)
        by_noun_[r_.hash[head]] = person;
}

void PersonIndex::add_person(const TokenRange& whole) {
  TokenRange name = whole;
  while (name.size() > 1 && r_.person_word(name.first)) ++name.first;
  if (name.size() == 1 && is_title(r_.hash[name.first], r_.word(name.first))) return;
  const TokenRange core = without_suffix(r_, name);
  Gender gender = Gender::unknown;
  for (uint32_t i = title_before(r_, name.first).first; i < name.first; ++i)
    if (const Gender g = gender_of_title(r_.hash[i], r_.word(i)); g != Gender::unknown) gender = g;
  uint32_t person = find_person(core, gender);
  if (person == kNobody) {
    person = add(name, PersonKind::person);
    by_last_[r_.hash[core.last - 1]].push_back(person);
    if (core.size() > 1) by_first_[r_.hash[core.first]].push_back(person);
  } else if (name.size() > all_[person].name.size()) {
    const TokenRange shorter = without_suffix(r_, all_[person].name);
    all_[person].name = name;
    if (core.size() > 1 && shorter.size() == 1) by_first_[r_.hash[core.first]].push_back(person);
    if (r_.hash[core.last - 1] != r_.hash[shorter.last - 1])
      by_last_[r_.hash[core.last - 1]].push_back(person);
  }
  learn_role(person, name);
  learn_gender(person, name);
  mention(name, person, MentionKind::name);
}

uint32_t PersonIndex::find_organization(const TokenRange& name) const {
  const auto at = by_organization_.find(r_.hash[name.first]);
  if (at == by_organization_.end()) return kNobody;
  const auto core = [&](TokenRange n) {
    while (n.size() > 1 && (is_organization_ending(r_, n.last - 1) || !r_.letters(n.last - 1))) --n.last;
    return n;
  };
  const TokenRange a = core(name);
  for (size_t n = 0; n < std::min(kTried, at->second.size()); ++n) {
    const uint32_t row = at->second[at->second.size() - 1 - n];
    const TokenRange b = core(all_[row].name);
    if (r_.hash[b.first] != r_.hash[a.first]) {
      if (a.size() == 1) return row;  // its initials
      continue;
    }
    const uint32_t common = std::min(a.size(), b.size());
    uint32_t same = 0;
    while (same < common && r_.hash[a.first + same] == r_.hash[b.first + same]) ++same;
    if (same == common && (a.size() == b.size() || !r_.flags(a.first) || common > 1)) return row;
  }
  return kNobody;
}

void PersonIndex::join_initials(uint32_t person) {
  const TokenRange& name = all_[person].name;
  std::string initials;
  for (uint32_t i = name.first; i < name.last; ++i)
    if (r_.capital(i)) initials += r_.word(i)[0];
  if (initials.size() > 1) by_organization_[word_hash(initials)].push_back(person);
}

void PersonIndex::add_organization(const TokenRange& whole) {
  TokenRange name = whole;
  if (name.size() > 1 && r_.is(name.first, "the")) ++name.first;
  uint32_t row = find_organization(name);
  if (const auto noun = by_noun_.find(r_.hash[name.first]);
      row == kNobody && name.size() == 1 && noun != by_noun_.end() &&
      all_[noun->second].kind == PersonKind::organization)
    row = noun->second;  // "the Church"
  if (row == kNobody) {
    row = add(name, PersonKind::organization);
    by_organization_[r_.hash[name.first]].push_back(row);
    join_initials(row);
  } else if (name.size() > all_[row].name.size()) {
    all_[row].name = name;
  }
  // "the ministry" for "Ministry of Health", "the bank" for "World Bank".
  for (const uint32_t i : {name.first, name.last - 1})
    if (name.size() > 1 && (r_.flags(i) & (word_flag::group_noun | word_flag::thing_noun)))
      by_noun_[r_.hash[i]] = row;
  mention(name, row, MentionKind::name);
}

void PersonIndex::add_group(const TokenRange& name) {
  const uint32_t hash = r_.hash[name.last - 1];
  std::vector<uint32_t>& rows = by_last_[hash];
  const auto found = std::find_if(rows.begin(), rows.end(),
                                  [&](uint32_t row) { return all_[row].kind == PersonKind::group; });
  const uint32_t row = found != rows.end() ? *found : add(name, PersonKind::group);
  if (found == rows.end()) by_last_[hash].push_back(row);
  mention(name, row, MentionKind::name);
}

void PersonIndex::add_nominal(const TokenRange& words) {
  const auto at = by_noun_.find(r_.hash[words.last - 1]);
  if (at != by_noun_.end()) mention(words, at->second, MentionKind::nominal);
}

void PersonIndex::add_pronoun(uint32_t token, Gender gender) {
  constexpr uint32_t kMemory = 24, kSentences = 4;  // looked back at
  uint32_t best = kNobody, tried = 0;
  for (size_t m = mentions_.size(); m-- > 0 && ++tried <= kMemory;) {
    const PersonMention& before = mentions_[m];
    if (r_.sentence[token] - r_.sentence[before.words.first] > kSentences) break;
    const Person& p = all_[before.person];
    if (p.kind != PersonKind::person || (p.gender != Gender::unknown && p.gender != gender)) continue;
    if (best == kNobody) best = before.person;
    if (before.subject) {  // the last subject, if no surer one stands behind it
      if (all_[best].gender == Gender::unknown || p.gender == gender) best = before.person;
      break;
    }
  }
  if (best == kNobody) return;
  if (all_[best].gender == Gender::unknown) all_[best].gender = gender;
  mention({token, token + 1}, best, MentionKind::pronoun);
}

}  // namespace claimsift
