// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/unit_choice.hpp"

#include <algorithm>

namespace claimsift::quantities {
namespace {

/// Whether "30 C" can be meant as a temperature: a preposition, a verb of being or a word of weather stands
/// near.
bool temperature_context(const Atoms& a, const Number& n, uint32_t at) {
  if (n.first == 0 || !(n.value < 3000)) return n.first == 0;
  const uint32_t i = n.first - 1;
  if (a[i].type == AtomType::mark ||
      a.any(i, "at", "to", "of", "below", "above", "around", "about", "over", "under", "near", "between",
            "from", "and", "is", "was", "its", "it's", "hit") ||
      a.any(i, "minus", "reached", "than", "nearly", "'s"))
    return true;
  for (uint32_t k = at > 30 ? at - 30 : 0; k < std::min(at + 10, a.size()); ++k)
    if (a[k].is(is::weather)) return true;
  return false;
}

}  // namespace

bool kelvin_context(const Atoms& a, uint32_t at) {
  for (uint32_t k = at > 12 ? at - 12 : 0; k < std::min(at + 12, a.size()); ++k)
    if (a[k].mark(0xB0) || a.any(k, "celsius", "fahrenheit", "kelvin", "temperature", "temperatures"))
      return true;
  return false;
}

bool symbol_fits(const Atoms& a, const Number& n, uint32_t at, uint32_t next) {
  const std::string_view form = a.text(at);
  const bool glued = a.glued(at);
  if (next - at > 1) return true;  // m/s, km2, °C
  if (form == "in" || form == "ins") {
    if (glued) return true;
    return a.any(next, "thick", "long", "wide", "tall", "high", "deep", "by", "x", "diameter", "screen",
                 "in") ||
           next >= a.size() || a[next].mark(')') ||
           (n.form == NumberForm::fraction && a[next].type == AtomType::mark) || a[next].mark('/');
  }
  if (a[next].mark('.') && a.glued(next) && a.glued(next + 1) && a[next + 1].word()) return false;
  if (a.glued(next) && (a[next].digits() || (form.size() == 1 && form[0] < 'a' && a[next].dash() &&
                                             a.glued(next + 1) && a[next + 1].digits())))
    return false;  // "m212", "L-202"
  if (form == "PS" || form == "MP" || form == "AU" || form == "PM")
    return glued || !(a[next].flags & Atom::capital);
  if (form.size() > 1) return true;
  const bool decimal = !n.plain && n.digits;
  switch (form[0]) {
    case 's': return !glued || decimal;
    case 'A':
    case 'N':
    case 'J':
    case 'B': return decimal;
    case 'C':
    case 'F':
      return decimal ||
             (temperature_context(a, n, at) && (glued || next >= a.size() || a[next].type == AtomType::mark ||
                                                a[next].is(is::stop | is::weather)));
    case 'K': return kelvin_context(a, at);
    case 'p':
    case 'T': return glued;
    case 'c': return glued || next >= a.size();
    case 'm':
    case 'g':
    case 'l':
    case 'L':
    case 'h':
    case 't': return glued || !(a[next].flags & Atom::capital);
    default: return true;
  }
}

const Symbol* sense_near(const Atoms& a, uint32_t at) {
  const std::vector<Sense>* senses = a.lexicon().senses(a.text(at));
  if (!senses) return nullptr;
  for (uint32_t i = at > 24 ? at - 24 : 0; i < std::min(at + 12, a.size()); ++i)
    for (const Sense& sense : *senses)
      for (const std::string& cue : sense.cues)
        if (a.is(i, cue)) return &sense.meaning;
  return nullptr;
}

bool pounds_are_money(const Atoms& a, const Number& n, uint32_t at, bool hyphen) {
  if (hyphen) return false;
  if (a.is(at + 1, "of"))
    return a.any(at + 2, "debt", "damage", "damages", "taxpayers", "public", "government", "aid",
                 "investment", "funding", "savings", "sales", "revenue");
  for (uint32_t i = at > 24 ? at - 24 : 0; i < std::min(at + 12, a.size()); ++i) {
    if (a[i].mark(0xA3) || a[i].is(is::money_cue)) return true;
    if (a[i].is(is::mass_cue)) return false;
  }
  return n.scale >= 6 || n.value >= 1 || n.form != NumberForm::cardinal;
}

}  // namespace claimsift::quantities
