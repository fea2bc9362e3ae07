// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/clauses.hpp"

#include <algorithm>

#include "stages/claims/lexicon.hpp"
#include "stages/text/words.hpp"

namespace claimsift {

namespace {

constexpr uint32_t kLongestSentence =
    1000;                                // tokens; longer ones are lists and tables, and cost their square
constexpr uint32_t kFewestWords = 3;     // of a clause that is cut off, and of what is left
constexpr uint32_t kLongestName = 12;    // words of what an apposition or a relative clause is about
constexpr uint32_t kLongestSubject = 8;  // tokens from a conjunction to the verb of its clause
constexpr uint32_t kDeepest = 8;         // arcs from a verb up to the predicate of its clause
constexpr uint32_t kLongestFact = 30;    // words of an apposition

bool is_subject(Deprel d) {
  return d == Deprel::nsubj || d == Deprel::nsubj_pass || d == Deprel::nsubj_outer || d == Deprel::csubj ||
         d == Deprel::csubj_pass || d == Deprel::csubj_outer || d == Deprel::expl;
}
bool is_auxiliary(Deprel d) { return d == Deprel::aux || d == Deprel::aux_pass || d == Deprel::cop; }
bool is_complement(Deprel d) {
  return d == Deprel::obj || d == Deprel::iobj || d == Deprel::obl || d == Deprel::obl_unmarked ||
         d == Deprel::obl_agent || d == Deprel::ccomp || d == Deprel::xcomp || d == Deprel::advmod ||
         d == Deprel::advcl || d == Deprel::cop;
}
/// Relations that the parser gives to a coordinated clause.
bool may_be_joined(Deprel d) {
  return d == Deprel::conj || d == Deprel::parataxis || d == Deprel::advcl || d == Deprel::ccomp;
}
bool finite_tag(Xpos x) { return x == Xpos::vbd || x == Xpos::vbp || x == Xpos::vbz || x == Xpos::md; }

template <size_t N> bool any_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::any_of(std::begin(list), std::end(list),
                     [&](std::string_view one) { return equals_folded(word, one); });
}

/// Nouns whose "that" clause is put forward by somebody and can be right or wrong.
constexpr std::string_view kClaimNouns[] = {
    "accusation", "accusations", "allegation", "allegations", "argument", "assertion",  "assertions",
    "assumption", "belief",      "charge",     "claim",       "claims",   "conclusion", "evidence",
    "fact",       "fear",        "fears",      "finding",     "idea",     "myth",       "news",
    "notion",     "prediction",  "report",     "reports",     "rumor",    "rumors",     "rumour",
    "rumours",    "speculation", "suggestion", "suggestions", "theory",   "warning",    "warnings"};

}  // namespace

bool has_finite_verb(const View<layers::Tags>& tags, uint32_t first, uint32_t last) {
  if (!tags.present()) return true;
  for (uint32_t t = first; t < last; ++t)
    if (finite_tag(tags.get<"xpos">(t))) return true;
  return false;
}

bool ClauseTree::open(uint32_t first, uint32_t last) {
  if (!in_.tags.present() || !in_.syntax.present() || first >= last || last - first > kLongestSentence ||
      is_null(deprel(first)))
    return false;
  first_ = first, last_ = last;
  const uint32_t n = last - first;
  extents_.resize(n);
  if (children_.size() < n) children_.resize(n);
  for (uint32_t i = 0; i < n; ++i) extents_[i] = {first + i, first + i}, children_[i].clear();
  std::vector<uint32_t> open_children(n, 0), leaves;
  const auto inside = [&](uint32_t h) { return !is_null(h) && h >= first && h < last; };
  for (uint32_t t = first; t < last; ++t)
    if (inside(head(t))) children_[head(t) - first].push_back(t), ++open_children[head(t) - first];
  for (uint32_t i = 0; i < n; ++i)
    if (open_children[i] == 0) leaves.push_back(first + i);
  // From the leaves up, so that a chain of any length costs one step a token.
  while (!leaves.empty()) {
    const uint32_t t = leaves.back(), h = head(t);
    leaves.pop_back();
    if (!inside(h)) continue;
    Extent& up = extents_[h - first];
    up.first = std::min(up.first, extent(t).first);
    up.last = std::max(up.last, extent(t).last);
    if (--open_children[h - first] == 0) leaves.push_back(h);
  }
  // Marks around a clause hang on it as often as on its head; they are no part of it.
  for (Extent& e : extents_) {
    while (e.first < e.last && upos(e.first) == Upos::punct && word(e.first) != "$") ++e.first;
    while (e.first < e.last && upos(e.last) == Upos::punct) --e.last;
  }
  return true;
}

std::string_view ClauseTree::word(uint32_t t) const {
  const cs_span s = in_.tokens.span(t);
  return in_.text.substr(s.begin, s.end - s.begin);
}
cs_span ClauseTree::bytes(uint32_t first, uint32_t last) const {
  return {in_.tokens.span(first).begin, in_.tokens.span(last - 1).end};
}
bool ClauseTree::is_comma(uint32_t t) const {
  const std::string_view w = word(t);
  return w == "," || w == "—" || w == "–" || w == "--" || w == "(";
}
uint32_t ClauseTree::words(uint32_t first, uint32_t last) const {
  uint32_t count = 0;
  for (uint32_t t = first; t < last; ++t) count += upos(t) != Upos::punct ? 1 : 0;
  return count;
}
uint32_t ClauseTree::child(uint32_t of, bool (*wanted)(Deprel)) const {
  for (const uint32_t t : children_[of - first_])
    if (wanted(deprel(t))) return t;
  return kNoRow;
}

bool ClauseTree::is_finite(uint32_t verb) const {
  if (finite_tag(xpos(verb))) return true;
  for (const uint32_t t : children_[verb - first_])
    if (is_auxiliary(deprel(t)) && finite_tag(xpos(t))) return true;
  return false;
}
/// Whether its finite part stands at or behind `begin`: "paid back a third and will pay the rest".
bool ClauseTree::finite_since(uint32_t verb, uint32_t begin) const {
  if (finite_tag(xpos(verb))) return true;
  for (const uint32_t t : children_[verb - first_])
    if (t >= begin && is_auxiliary(deprel(t)) && finite_tag(xpos(t))) return true;
  return false;
}
bool ClauseTree::has_complement(uint32_t verb, uint32_t first, uint32_t last) const {
  for (const uint32_t t : children_[verb - first_])
    if (t >= first && t < last && is_complement(deprel(t))) return true;
  return false;
}
/// The subject of a predicate, or of the one that it is coordinated with.
uint32_t ClauseTree::subject_of(uint32_t verb) const {
  for (uint32_t steps = 0; steps < 8; ++steps) {
    if (const uint32_t subject = child(verb, is_subject); !is_null(subject)) return subject;
    if (deprel(verb) != Deprel::conj || is_null(head(verb))) return kNoRow;
    verb = head(verb);
  }
  return kNoRow;
}
/// A conjunction, a comma or a dash where a coordinated clause begins.
bool ClauseTree::opens_clause(uint32_t verb, uint32_t begin) const {
  if (upos(begin) == Upos::cconj)
    return !equals_folded(word(begin), "or") && !equals_folded(word(begin), "nor");
  const bool cut =
      begin > first_ && (word(begin - 1) == ";" || (is_comma(begin - 1) && word(begin - 1) != ","));
  return cut && (deprel(verb) == Deprel::conj || deprel(verb) == Deprel::parataxis);
}

/// Whether only the predicate `before` can share its subject with `verb`: no other finite verb stands between
/// ("those who broke the law and entered"), and nothing that may be a subject before the verb.
bool ClauseTree::follows_directly(uint32_t before, uint32_t begin, uint32_t verb) const {
  for (uint32_t t = before + 1; t < begin; ++t)
    if (finite_tag(xpos(t)) && head(t) != before) return false;
  for (uint32_t t = begin; t < verb; ++t) {
    const Upos u = upos(t);
    if (u != Upos::cconj && u != Upos::adv && u != Upos::aux && u != Upos::part && u != Upos::punct)
      return false;
  }
  return true;
}

/// Whether the words can be put in the place of a pronoun: few, without a verb, no bracket without its
/// partner.
bool ClauseTree::is_plain(uint32_t first, uint32_t last) const {
  int depth = 0;
  for (uint32_t t = first; t < last; ++t) {
    if (finite_tag(xpos(t))) return false;
    depth += xpos(t) == Xpos::lrb ? 1 : xpos(t) == Xpos::rrb ? -1 : 0;
  }
  return depth == 0 && words(first, last) <= kLongestName;
}

/// Whether a further clause begins at `begin` with predicate `t`; fills how it has its subject.
bool ClauseTree::joins(uint32_t t, uint32_t begin, uint32_t last, Clause& clause) const {
  const uint32_t before = head(t), subject = child(t, is_subject);
  if (!opens_clause(t, begin)) return false;
  if (!is_null(subject)) return subject < t && !is_relative_word(subject);
  const uint32_t shared = subject_of(before);
  if (deprel(t) != Deprel::conj || !finite_since(t, begin) || is_null(shared) ||
      deprel(shared) == Deprel::expl || shared > before || is_relative_word(shared) ||
      !has_complement(before, before, begin) || !has_complement(t, t, last) ||
      !follows_directly(before, begin, t))
    return false;
  if (!is_plain(extent(shared).first, extent(shared).last + 1)) return false;
  clause.form = ClauseForm::shares_subject;
  clause.subject = bytes(extent(shared).first, extent(shared).last + 1);
  return true;
}
bool ClauseTree::is_relative_word(uint32_t t) const {
  return xpos(t) == Xpos::wdt || xpos(t) == Xpos::wp || equals_folded(word(t), "that");
}

/// By the tags alone, for where the tree has it wrong: ", and its results are due". The predicate of the
/// clause that the conjunction at `cc` opens, null if it joins less.
uint32_t ClauseTree::clause_behind(uint32_t cc, uint32_t last) const {
  if (upos(cc) != Upos::cconj || (!equals_folded(word(cc), "and") && !equals_folded(word(cc), "but")))
    return kNoRow;
  const bool comma = cc > first_ && word(cc - 1) == ",";
  bool noun = false, pronoun = false;
  for (uint32_t t = cc + 1; t < last && t <= cc + kLongestSubject; ++t) {
    if (finite_tag(xpos(t))) {
      const bool alone = pronoun && t == cc + 2;
      const bool joined = deprel(t) == Deprel::conj && !is_null(head(t)) && head(t) < cc;
      return (noun || pronoun) && (comma || alone || joined) ? t : kNoRow;
    }
    switch (upos(t)) {
      case Upos::noun:
      case Upos::propn: noun = true; break;
      case Upos::pron:
        pronoun = xpos(t) == Xpos::prp || xpos(t) == Xpos::prp_possessive;
        if (!pronoun) return kNoRow;
        break;
      case Upos::det:
      case Upos::adj:
      case Upos::num:
      case Upos::adp:
      case Upos::adv:
      case Upos::part: break;
      default: return kNoRow;
    }
  }
  return kNoRow;
}

std::vector<Clause> ClauseTree::coordinated(uint32_t first, uint32_t last) const {
  std::vector<Clause> clauses{{first, last}};
  std::vector<uint32_t> predicates;  // of the clauses so far: what a further one may be coordinated with
  for (uint32_t t = first; t < last; ++t)
    if (is_null(head(t)) || head(t) < first || head(t) >= last) predicates.push_back(t);
  for (uint32_t t = first; t < last; ++t) {
    if (const uint32_t verb = clause_behind(t, last); !is_null(verb) && t > clauses.back().first &&
                                                      has_predicate(clauses.back().first, t) &&
                                                      words(clauses.back().first, t) >= kFewestWords) {
      clauses.back().last = t;
      predicates.push_back(verb);
      clauses.push_back({t, last});
      clauses.back().outside = clauses[clauses.size() - 2].outside;
      continue;
    }
    if (!may_be_joined(deprel(t)) || is_null(head(t)) || head(t) > t || !is_finite(t) || !is_finite(head(t)))
      continue;
    const uint32_t before = head(t), begin = std::max(extent(t).first, first);
    // What hangs on a predicate before the range is coordinated with the frame: another voice.
    const bool outside = before < first && !is_null(child(t, is_subject)) && deprel(t) == Deprel::conj;
    if (!outside && std::find(predicates.begin(), predicates.end(), before) == predicates.end()) continue;
    if (begin <= clauses.back().first || (!outside && begin <= before)) continue;
    Clause clause{begin, last};
    clause.outside = outside || clauses.back().outside;
    if (!joins(t, begin, last, clause)) continue;
    if (words(clauses.back().first, begin) < kFewestWords || words(begin, last) < kFewestWords) continue;
    clauses.back().last = begin;
    predicates.push_back(t);
    clauses.push_back(clause);
  }
  return clauses;
}

bool ClauseTree::states_fact(uint32_t first, uint32_t last) const {
  const cs_span span = bytes(first, last);
  const auto holds = [&](const auto& layer) {
    const uint32_t row = layer.lower_bound(span.begin);
    return row < layer.size() && layer.span(row).end <= span.end;
  };
  return holds(in_.quantities) || holds(in_.times);
}

/// ", which opened in 1998": behind a comma, with its pronoun as subject, up to the next mark.
bool ClauseTree::relative(uint32_t pronoun, Clause& clause) const {
  if (pronoun == first_ || !is_comma(pronoun - 1) || !is_subject(deprel(pronoun))) return false;
  if (!equals_folded(word(pronoun), "who") && !equals_folded(word(pronoun), "which")) return false;
  const uint32_t verb = head(pronoun);
  if (is_null(verb) || verb < pronoun || !is_finite(verb) || extent(verb).first != pronoun) return false;
  const uint32_t end = extent(verb).last + 1;
  if (end < last_ && upos(end) != Upos::punct) return false;
  if (words(pronoun, end) < kFewestWords) return false;
  clause = {pronoun, end, ClauseForm::relative};
  clause.hinge = bytes(pronoun, pronoun + 1);
  clause.subject = antecedent(verb, pronoun);
  return true;
}
/// What a relative clause is about, null where the tree does not say it for certain.
cs_span ClauseTree::antecedent(uint32_t verb, uint32_t pronoun) const {
  constexpr cs_span kNone{CS_NULL_ID, CS_NULL_ID};
  const uint32_t noun = head(verb);
  if (deprel(verb) != Deprel::acl_relcl || is_null(noun) || noun >= pronoun) return kNone;
  if (upos(noun) != Upos::noun && upos(noun) != Upos::propn) return kNone;
  uint32_t until = pronoun - 1;
  while (until > noun + 1 && upos(until - 1) == Upos::punct) --until;
  uint32_t from = extent(noun).first;
  while (from < noun && upos(from) == Upos::adp) ++from;
  const uint32_t governor = head(noun);
  if (deprel(noun) == Deprel::nmod && !is_null(governor) && upos(governor) == Upos::noun) return kNone;
  // "a visit to the plant, which ...": of several nouns before the comma any may be meant.
  for (uint32_t t = noun + 1; t < until; ++t)
    if (upos(t) == Upos::noun || upos(t) == Upos::verb ||
        (upos(t) == Upos::propn && upos(noun) != Upos::propn))
      return kNone;
  return is_plain(from, until) ? bytes(from, until) : kNone;
}

/// "Nora Field, a 39-year-old nurse,": a name, and what it is, with a number, a date or a role.
bool ClauseTree::apposition(uint32_t noun, Clause& clause) const {
  const uint32_t name = head(noun);
  const uint32_t begin = extent(noun).first, end = extent(noun).last + 1;
  if (is_null(name) || name >= begin || begin == first_ || word(begin - 1) != "," ||
      upos(name) != Upos::propn)
    return false;
  if (upos(noun) != Upos::noun || (end < last_ && upos(end) != Upos::punct)) return false;
  const bool told = upos(begin) == Upos::det || upos(begin) == Upos::noun || upos(begin) == Upos::adj ||
                    upos(begin) == Upos::num;
  if (!told || words(begin, end) > kLongestFact || words(begin, end) < 2) return false;
  // A place within a place and an age in commas are no sentences: "Lindham, north of the river".
  if (upos(begin) != Upos::det && !states_fact(begin, end) && end - begin < kFewestWords) return false;
  if (has_finite_verb(in_.tags, begin, noun + 1)) return false;
  uint32_t from = extent(name).first;
  while (from < name && upos(from) == Upos::adp) ++from;
  const auto coordinates = [](Deprel d) { return d == Deprel::cc || d == Deprel::conj; };
  if (!is_null(child(noun, coordinates))) return false;  // "Ebola, a fever and a cold": a list
  for (uint32_t t = from; t < begin; ++t)
    if (upos(t) == Upos::verb) return false;
  if (words(from, begin - 1) > kLongestName || has_finite_verb(in_.tags, from, begin)) return false;
  clause = {from, end, ClauseForm::apposition, bytes(from, begin - 1), bytes(begin - 1, begin)};
  return true;
}

/// "the rumour that the mill was sold": the clause, without its "that".
bool ClauseTree::complement(uint32_t verb, Clause& clause) const {
  const uint32_t noun = head(verb);
  const uint32_t begin = extent(verb).first, end = extent(verb).last + 1;
  if (is_null(noun) || noun >= begin || !equals_folded(word(begin), "that") || !is_finite(verb) ||
      !any_of(word(noun), kClaimNouns))
    return false;
  const uint32_t subject = child(verb, is_subject);
  if (is_null(subject) || subject == begin || words(begin + 1, end) < kFewestWords) return false;
  clause = {begin + 1, end, ClauseForm::complement};
  return true;
}

std::vector<Clause> ClauseTree::nested() const {
  std::vector<Clause> clauses;
  Clause clause{};
  for (uint32_t t = first_; t < last_; ++t) {
    const Deprel d = deprel(t);
    const bool found = (is_subject(d) && relative(t, clause)) ||
                       (d == Deprel::appos && apposition(t, clause)) ||
                       ((d == Deprel::acl || d == Deprel::ccomp) && complement(t, clause));
    if (found) clauses.push_back(clause);
  }
  std::stable_sort(clauses.begin(), clauses.end(),
                   [](const Clause& a, const Clause& b) { return a.first < b.first; });
  return clauses;
}

bool ClauseTree::is_address(uint32_t first, uint32_t last) const {
  uint32_t top = kNoRow, opening = kNoRow;
  for (uint32_t t = first; t < last; ++t) {
    // "Remember, there was a debt": an order can hold an assertion.
    if (is_finite(t) && !is_null(child(t, is_subject)) && deprel(t) != Deprel::advcl) return false;
    const Deprel d = deprel(t);
    const bool passing = upos(t) == Upos::punct || upos(t) == Upos::cconj || upos(t) == Upos::intj ||
                         d == Deprel::discourse || d == Deprel::advmod || d == Deprel::vocative;
    if (is_null(opening) && !passing) opening = t;
    if (is_null(top) && upos(t) != Upos::punct && (is_null(head(t)) || head(t) < first || head(t) >= last))
      top = t;
  }
  if (is_null(top) || is_null(opening)) return false;
  if (word_classes(in_.tokens.get<"hash">(opening), word(opening)) & word_class::greeting) return true;
  return opening == top && xpos(top) == Xpos::vb && !is_finite(top);
}

/// Whether the range states something as a sentence does: a finite verb outside its relative clauses.
bool ClauseTree::has_predicate(uint32_t first, uint32_t last) const {
  for (uint32_t t = first; t < last; ++t) {
    if (!is_finite(t)) continue;
    bool within = false;  // in a clause that describes a noun or a circumstance
    uint32_t up = t;
    for (uint32_t steps = 0; steps < kDeepest && !within; ++steps) {
      const uint32_t h = head(up);
      if (is_null(h) || h < first || h >= last) break;
      within =
          deprel(up) == Deprel::acl_relcl || deprel(up) == Deprel::acl || deprel(up) == Deprel::advcl_relcl;
      up = h;
    }
    if (!within) return true;
  }
  return false;
}

}  // namespace claimsift
