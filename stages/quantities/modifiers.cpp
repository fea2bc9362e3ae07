// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/modifiers.hpp"

namespace claimsift::quantities {
namespace {

constexpr Modifier kNoModifier{255};
constexpr Change kNoChange{255};

}  // namespace

Modifier modifier_before(const Atoms& a, uint32_t& first) {
  Modifier found = kNoModifier;
  for (int turns = 0; turns < 4 && first > 0; ++turns) {
    uint32_t at = 0;
    uint32_t end = first;
    if (a.is(end - 1, "the") && end > 1 && !a[first].is(is::ordinal) &&
        a.any(end - 2, "than", "least", "most", "about", "around"))
      --end;
    const Entry* e = a.phrase_before(end, is::before | is::quantifier, at);
    if (!e) break;
    if (e->bits & is::before) {
      const Modifier m = a.lexicon().detail(*e).before;
      // a bound says more than "about"; of two bounds the outer one counts
      if (m != Modifier::approximately || found == kNoModifier) found = m;
    } else if (end != first) {
      break;
    }
    first = at;
  }
  return found;
}

Modifier modifier_after(const Atoms& a, uint32_t& next) {
  uint32_t end = 0;
  if (a[next].dash() && a.glued(next) && a.any(next + 1, "odd", "plus", "ish")) {
    const Modifier m = a.is(next + 1, "plus") ? Modifier::at_least : Modifier::approximately;
    next += 2;
    return m;
  }
  const Entry* e = a.phrase(next, is::after, end);
  if (!e) return kNoModifier;
  if (a[next].mark('+') && !(a.glued(next) && !a[next + 1].digits())) return kNoModifier;
  if (end == next + 1) {
    if (a.is(next, "plus") && !(a[end].word() && !a[end].is(is::function))) return kNoModifier;
    if (a.is(next, "odd") && !(a[end].word() && !a[end].is(is::function))) return kNoModifier;
    if (a.any(next, "approximately", "roughly", "max") && a[end].digits()) return kNoModifier;
    if (a.is(next, "upwards")) return kNoModifier;
  }
  if (a.any(next, "and", "or") &&
      (a[end].digits() || a[end].is(is::numeric | is::currency) || a.any(end, "than", "equal", "a")))
    return kNoModifier;
  if (a.is(next, "and") && a[end].word() && !a[end].is(is::function) &&
      a.any(end - 1, "more", "up", "over", "above", "under", "below", "less", "fewer") &&
      a.any(end - 1, "over", "up", "under"))
    return kNoModifier;
  next = end;
  return a.lexicon().detail(*e).after;
}

Change change_of(const Atoms& a, const Quantity& q, uint32_t before) {
  // behind it: "a 5% increase", "2 points lower"
  if (q.kind == QuantityKind::percent || q.kind == QuantityKind::money || q.unit.unit != kNone ||
      q.kind == QuantityKind::count || q.kind == QuantityKind::fraction) {
    const uint32_t n = q.next;
    if (a[n].is(is::trend)) return a.detail(n).change;
  }
  if (q.form == NumberForm::multiple && a[q.first].word()) {
    const std::string_view t = a.text(q.first);
    if (a.any(q.first, "halved", "halving")) return Change::down;
    if (t.size() > 4 && (t.substr(t.size() - 2) == "ed" || t.substr(t.size() - 3) == "ing"))
      return Change::up;
  }
  uint32_t at = before;
  bool by = false, of = false, from = false, to = false;
  while (at > 0 && at + 6 > before) {
    if (a.is(at - 1, "by") && !by)
      by = true;
    else if (a.is(at - 1, "of") && !of)
      of = true;
    else if (a.is(at - 1, "from") && q.range)
      from = true;
    else if (a.is(at - 1, "to") && at == before && !to)
      to = true;
    else if (!a[at - 1].is(is::gap))
      break;
    --at;
  }
  if (at == 0) return kNoChange;
  uint32_t first = 0;
  const Entry* e = a.phrase_before(at, is::change, first);
  if (e && a.is(at - 1, "down") && at > 1 && a[at - 2].is(is::change)) --first;
  if (e && at == before && a.any(first, "cut", "lower", "higher", "narrow", "slow", "advance", "part") &&
      !(a.any(first, "higher", "lower") && q.kind == QuantityKind::percent))
    e = nullptr;
  if (e) {
    const bool things = a[first].is(is::transitive);
    const bool direct = !by && !of && !from && !to;
    if (to && (a.any(first, "up", "down", "cut", "slow", "advance", "contract", "lead", "part", "add",
                     "lower", "higher", "expand", "extended") &&
               !(first > 0 && a[first - 1].is(is::change))))
      return kNoChange;
    if (a.any(first, "up", "down") && direct && first > 0 &&
        (a.any(first - 1, "gave", "give", "gives", "giving", "made", "make", "makes", "making", "took",
               "take", "takes", "set", "sets") ||
         a.any(first - 1, "put", "picked", "built", "build", "racked", "bring", "brought", "shored", "blew",
               "came", "come", "backed", "signed")))
      return kNoChange;  // "gave up 517 yards"
    if (direct && things) {
      if (a.any(first, "raise", "raised", "raises", "raising", "cut", "cuts", "cutting", "shot", "contract",
                "contracts", "extended", "down", "up") &&
          q.kind != QuantityKind::percent &&
          !(a.any(first, "down", "up") && q.kind != QuantityKind::duration))
        return kNoChange;
      if (q.kind == QuantityKind::count &&
          !(q.noun.found() && a.any(q.noun.head, "points", "point", "jobs", "positions")))
        return kNoChange;
      if (q.kind == QuantityKind::money && q.scale > 0 && a.any(first, "lost", "lose", "loses", "losing"))
        return kNoChange;
      if (q.kind == QuantityKind::measure && a.any(first, "add", "added", "adds", "boost", "raise", "raised"))
        return kNoChange;
      if (q.kind == QuantityKind::number && !a.any(first, "down", "up")) return kNoChange;
      if (q.kind == QuantityKind::duration || q.kind == QuantityKind::ordinal || q.kind == QuantityKind::age)
        return kNoChange;
    }
    if (q.kind == QuantityKind::ordinal || q.kind == QuantityKind::score || q.kind == QuantityKind::odds)
      return kNoChange;
    if (direct && q.kind == QuantityKind::duration) return kNoChange;
    return a.lexicon().detail(*e).change;
  }
  if (by && at < before) {  // "boost the driving range by about 35 miles"
    for (uint32_t i = at; i > 0 && i + 9 > at; --i) {
      const Atom& w = a[i - 1];
      if (w.type == AtomType::mark && !w.dash()) break;
      if (w.is(is::change) && w.word() && !a.any(i - 1, "up", "down", "higher", "lower", "lost"))
        return a.detail(i - 1).change;
    }
  }
  return kNoChange;
}

}  // namespace claimsift::quantities
