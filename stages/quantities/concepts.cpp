// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/concepts.hpp"

#include <algorithm>

namespace claimsift::quantities {
namespace {

constexpr cs_span kNothing{CS_NULL_ID, CS_NULL_ID};

bool determiner(const Atoms& a, uint32_t i) { return a[i].is(is::determiner); }

bool nominal(const Atoms& a, uint32_t i) {
  const Atom& w = a[i];
  if (!w.word() || w.flags & Atom::clitic) return false;
  if (w.is(is::function | is::numeric)) return false;
  return true;
}

cs_span span_of(const Atoms& a, uint32_t first, uint32_t next) { return {a[first].begin, a[next - 1].end}; }

/// The noun phrase that begins at `at`.
cs_span phrase_after(const Atoms& a, uint32_t at) {
  uint32_t steps = 0;
  while (steps++ < 3 && determiner(a, at)) ++at;
  const CountedNoun n = read_counted(a, at, CountedNoun::any);
  if (!n.found()) return kNothing;
  return span_of(a, n.first, n.next);
}

/// The noun phrase that ends before `end`.
cs_span phrase_before(const Atoms& a, uint32_t end) {
  uint32_t first = end;
  while (first > 0 && end - first < 5) {
    const uint32_t i = first - 1;
    if (a[i].dash() && a.glued(i) && a.glued(i + 1) && i > 0 && a[i - 1].word()) {
      --first;
      continue;
    }
    if (!nominal(a, i) || a[i].is(is::adverb)) break;
    if (a[i].is(is::verb) && !a[i].is(is::noun | is::adjective)) {
      const std::string_view t = a.text(i);
      const bool gerund =
          first < end && t.size() > 5 && t.substr(t.size() - 3) == "ing";  // "the driving range"
      if (!gerund || i == 0 || !determiner(a, i - 1)) break;
    }
    --first;
  }
  while (first < end && (a[first].dash() || a[first].is(is::adverb))) ++first;
  if (first == end || a[end - 1].is(is::unit | is::currency | is::month | is::weekday)) return kNothing;
  return span_of(a, first, end);
}

/// "be", "total", "cost", "reach": verbs between a thing and its measure.
bool linking(const Atoms& a, uint32_t i) { return a[i].is(is::linking | is::change); }

}  // namespace

cs_span concept_of(const Atoms& a, const Quantity& q) {
  if (q.noun.found()) return span_of(a, q.noun.first, q.noun.next);
  if (q.kind == QuantityKind::ordinal || q.kind == QuantityKind::age || q.kind == QuantityKind::score ||
      q.kind == QuantityKind::number)
    return kNothing;
  // behind it: "$5 billion in aid", "20% of voters", "35 miles of wire"
  if (a.any(q.next, "of", "in", "for") && q.kind != QuantityKind::duration) {
    const Atom& w = a[q.next + 1];
    const bool place_or_time =
        a.is(q.next, "in") && (w.digits() || (w.flags & Atom::capital) || w.is(is::month) ||
                               a.any(q.next + 1, "the", "a", "an", "this", "its", "all", "recent"));
    const bool whom = a.is(q.next, "for") && (w.flags & Atom::capital);
    if (!place_or_time && !whom) {
      const cs_span s = phrase_after(a, q.next + 1);
      if (!is_null(s)) return s;
    }
  }
  if (q.hyphen) {
    const cs_span s = phrase_after(a, q.next);
    if (!is_null(s)) return s;
  }
  // before it: past modifiers, prepositions and the verb to the noun phrase
  uint32_t at = q.first, steps = 0;
  bool linked = false;
  while (at > 0 && steps++ < 9) {
    const uint32_t i = at - 1;
    const Atom& w = a[i];
    if (w.mark('"') || w.mark(0x201C) || w.mark(0x2018) || w.mark('\'') || w.mark(':') || w.mark('(') ||
        w.mark('~')) {
      linked = linked || w.mark(':') || w.mark('(');
      --at;
    } else if (linking(a, i)) {
      linked = true;
      --at;
    } else if (w.is(is::before | is::quantifier | is::adverb) ||
               a.any(i, "than", "least", "most", "the", "a", "an", "more", "less", "as", "much", "close",
                     "that", "which", "nearly", "only")) {
      --at;
    } else {
      break;
    }
  }
  if (!linked || at == 0) return kNothing;
  return phrase_before(a, at);
}

}  // namespace claimsift::quantities
