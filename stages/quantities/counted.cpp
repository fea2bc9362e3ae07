// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/counted.hpp"

namespace claimsift::quantities {
namespace {

bool ends_with(std::string_view s, std::string_view tail) {
  return s.size() >= tail.size() && s.substr(s.size() - tail.size()) == tail;
}

std::string lower(std::string_view s) {
  std::string result(s);
  for (char& c : result) c = ascii_lower(c);
  return result;
}

/// A word that cannot stand inside a noun phrase behind its number.
bool ends_phrase(const Atoms& a, uint32_t i) {
  const Atom& w = a[i];
  if (!w.word() || (w.flags & Atom::clitic)) return true;
  if (w.is(is::function) && !(w.flags & Atom::capitals))
    return !a.any(i, "more", "most", "other", "such", "fewer");
  if (w.is(is::adverb))
    return !a.any(i, "early", "away", "home", "highly", "newly", "very", "so-called", "only");
  return false;
}

/// A finite verb rather than a noun or participle.
bool finite_verb(const Atoms& a, uint32_t i) {
  const Atom& w = a[i];
  if (!w.is(is::verb) || w.is(is::noun | is::adjective)) return false;
  const std::string_view t = a.text(i);
  return !ends_with(t, "ed") && !ends_with(t, "ing") && !ends_with(t, "en");
}

bool participle(const Atoms& a, uint32_t i) {
  const Atom& w = a[i];
  if (w.is(is::noun | is::adjective) && !w.is(is::verb)) return false;
  const std::string_view t = a.text(i);
  return t.size() > 4 && (ends_with(t, "ed") || (ends_with(t, "ing") && !w.is(is::noun | is::adjective)));
}

/// An adjective without its superlative: "proudest", "best".
std::string base_form(const Atoms& a, uint32_t i) {
  std::string t = lower(a.text(i));
  if (t == "best" || t == "better") return "good";
  if (t == "worst" || t == "worse") return "bad";
  if (!ends_with(t, "est") || t.size() < 6) return t;
  const auto known = [&](const std::string& s) {
    const Entry* e = a.lexicon().find(s);
    return e && (e->bits & is::adjective);
  };
  std::string stem = t.substr(0, t.size() - 3);
  if (known(stem)) return stem;
  if (known(stem + "e")) return stem + "e";
  if (stem.back() == 'i' && known(stem.substr(0, stem.size() - 1) + "y"))
    return stem.substr(0, stem.size() - 1) + "y";
  if (stem.size() > 2 && stem[stem.size() - 1] == stem[stem.size() - 2] &&
      known(stem.substr(0, stem.size() - 1)))
    return stem.substr(0, stem.size() - 1);
  return t;
}

}  // namespace

bool is_plural(const Atoms& a, uint32_t i) {
  const Atom& w = a[i];
  if (!w.word() || (w.flags & Atom::clitic)) return false;
  if (w.is(is::plural)) return true;
  if (w.is(is::singular | is::function) && !(w.is(is::function) && (w.flags & Atom::capitals))) return false;
  const std::string_view t = a.text(i);
  if (t.size() > 5 && equals_folded(t.substr(t.size() - 3), "men")) return !w.entry;  // firemen
  if (t.size() < 3 || ascii_lower(t.back()) != 's') return false;
  const std::string low = lower(t);
  if (ends_with(low, "is") && (w.flags & Atom::capital) && low.size() > 5) return true;  // Iraqis
  if (ends_with(low, "ss") || ends_with(low, "us") || ends_with(low, "is")) return false;
  if (w.is(is::verb) &&
      !w.is(is::noun)) {  // "3 sets": right behind a number it is a noun if its stem may be one
    const Entry* stem = a.lexicon().find(std::string_view(low).substr(0, low.size() - 1));
    return i > 0 && (a[i - 1].digits() || a[i - 1].is(is::numeric)) && stem &&
           (stem->bits & (is::noun | is::verb));
  }
  return true;
}

std::string singular(const Atoms& a, uint32_t i) {
  const Atom& w = a[i];
  std::string t = lower(a.text(i));
  if (w.is(is::plural)) return a.detail(i).singular;
  if (!is_plural(a, i) && !(finite_verb(a, i) && t.back() == 's' && t.size() > 3)) return t;
  if (ends_with(t, "ies") && t.size() > 4) return t.substr(0, t.size() - 3) + "y";
  if (ends_with(t, "ches") || ends_with(t, "shes") || ends_with(t, "xes") || ends_with(t, "sses") ||
      ends_with(t, "zzes"))
    return t.substr(0, t.size() - 2);
  if (ends_with(t, "men") && t.size() > 4) return t.substr(0, t.size() - 2) + "an";
  t.pop_back();
  return t;
}

CountedNoun read_counted(const Atoms& a, uint32_t at, CountedNoun::Number wanted) {
  CountedNoun none;
  constexpr uint32_t kReach = 7;
  // the phrase runs to the first word or mark that cannot belong to it
  uint32_t end = at, plural_at = kNone, words = 0;
  for (uint32_t i = at; i < a.size() && words < kReach; ++i) {
    const bool hyphen = i > at && a[i].dash() && a.glued(i) && a.glued(i + 1) && a[i + 1].word();
    if (hyphen) {
      ++i;
      end = i + 1;
      if (is_plural(a, i)) {
        plural_at = i;
        break;
      }
      continue;
    }
    if (i > at && (a[i].mark(',') || a.any(i, "and", "or")) &&
        (a[i + 1].is(is::adjective) || participle(a, i + 1)) && a[i - 1].is(is::adjective) &&
        plural_at == kNone && !a[i - 1].is(is::noun))
      continue;  // "digital and physical sales"
    if (i > at && a.any(i, "and", "&") && (a[i - 1].flags & Atom::capital) &&
        (a[i + 1].flags & Atom::capital) && a[i + 1].word() && is_plural(a, i + 2))
      continue;  // "Kia and Hyundai vehicles"
    if (i > at && a[i].dash() && a[i + 1].digits() && a.glued(i + 1) &&
        (a[i - 1].flags & Atom::capital)) {  // "COVID-19 tests"
      ++i;
      continue;
    }
    if (i > at && a[i].digits() && (a[i - 1].flags & Atom::capital) && (a[i + 1].flags & Atom::capital) &&
        is_plural(a, i + 1))
      continue;  // "Boeing 787 Dreamliners"
    const bool prefix = a[i].word() && a[i + 1].dash() && a.glued(i + 1) && a.glued(i + 2) &&
                        a[i + 2].word() &&
                        !a.any(i, "to", "or", "and", "in", "of", "on", "a", "by");  // "non-food businesses"
    if (!prefix && ends_phrase(a, i)) break;
    if (i > at && a[i].spaced() == false && a[i - 1].type == AtomType::mark && !a[i - 1].dash()) break;
    if (finite_verb(a, i)) {  // "23 home runs": a noun where a plural is still due
      const std::string low = lower(a.text(i));
      const bool noun = wanted == CountedNoun::plural && i > at && plural_at == kNone && low.size() > 3 &&
                        low.back() == 's' && a[i - 1].is(is::noun | is::adjective | is::adverb) &&
                        a.lexicon().find(std::string_view(low).substr(0, low.size() - 1));
      if (!noun) break;
      plural_at = i;
      end = i + 1;
      break;
    }
    ++words;
    end = i + 1;
    if (is_plural(a, i)) {
      plural_at = i;
      if (a[i + 1].word() && a[i + 1].entry && is_plural(a, i + 1) && a[i + 1].is(is::noun | is::plural))
        continue;  // "sports teams"
      break;
    }
  }
  if (end == at) return none;
  CountedNoun n;
  n.first = at;
  if (plural_at != kNone && wanted != CountedNoun::singular) {
    n.head = plural_at;
    n.next = plural_at + 1;
    n.plural_head = true;
    return n;
  }
  if (wanted == CountedNoun::plural) return none;
  // no plural: the last noun of the run, which must begin with lower case or be the only word
  uint32_t head = kNone;
  for (uint32_t i = at; i < end; ++i) {
    if (!a[i].word()) continue;
    const bool noun =
        a[i].is(is::noun) || (!a[i].is(is::adjective | is::verb | is::adverb) && !a[i].is(is::function));
    if (noun && !participle(a, i) && !(head != kNone && a[i].is(is::adjective) && !a[i - 1].dash()))
      head = i;
    else if (head != kNone && a[i].is(is::adjective) && !a[i].is(is::noun))
      break;
    else if (head != kNone && (a[i].is(is::verb) || participle(a, i)))
      break;
  }
  if (head == kNone) return none;
  n.head = head;
  n.next = head + 1;
  return n;
}

std::string counted_unit(const Atoms& a, const CountedNoun& n) {
  std::string unit;
  for (uint32_t i = n.first; i < n.next; ++i) {
    const bool compound =
        i + 2 < n.head && a[i + 1].dash() && a.glued(i + 1) && a.glued(i + 2) && participle(a, i + 2);
    if (compound) {  // "fact-checked claims"
      i += 2;
      continue;
    }
    if (!a[i].word()) {
      if (a[i].dash() && !unit.empty()) unit += '-';
      if (a[i].digits()) unit += a.text(i);
      continue;
    }
    if (i != n.head && (participle(a, i) || (a[i].is(is::adverb) && !a[i + 1].dash()) ||
                        a.any(i, "and", "or", "more", "other", "most", "very", "such", "only", "the", "fewer",
                              "additional"))) {
      if (a[i + 1].dash() && i + 1 < n.next) ++i;
      continue;
    }
    if (!unit.empty() && unit.back() != '-') unit += ' ';
    unit += i == n.head ? singular(a, i) : base_form(a, i);
  }
  return unit;
}

}  // namespace claimsift::quantities
