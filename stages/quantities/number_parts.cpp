// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/number_parts.hpp"

#include <charconv>

#include "stages/quantities/unit_choice.hpp"

namespace claimsift::quantities {
namespace {

constexpr double kPowers[] = {1,    1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                              1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

}  // namespace

double power(int scale) { return kPowers[scale]; }

double parse_number(const char* first, const char* last) {
  double value = 0;
  const auto [end, error] = std::from_chars(first, last, value);
  return error == std::errc() && end == last && std::isfinite(value) ? value : NAN;
}

double fraction_value(uint32_t code) {
  switch (code) {
    case 0xBC: return 0.25;
    case 0xBD: return 0.5;
    case 0xBE: return 0.75;
    case 0x2150: return 1.0 / 7;
    case 0x2151: return 1.0 / 9;
    case 0x2152: return 0.1;
    case 0x2153: return 1.0 / 3;
    case 0x2154: return 2.0 / 3;
    case 0x2155: return 0.2;
    case 0x2156: return 0.4;
    case 0x2157: return 0.6;
    case 0x2158: return 0.8;
    case 0x2159: return 1.0 / 6;
    case 0x215A: return 5.0 / 6;
    case 0x215B: return 0.125;
    case 0x215C: return 0.375;
    case 0x215D: return 0.625;
    case 0x215E: return 0.875;
    default: return 0;
  }
}

bool slash_fraction(const Atoms& a, uint32_t i, double& value, uint32_t& next) {
  if (!a[i].digits() || !a[i + 2].digits()) return false;
  const bool slash = a[i + 1].mark('/') || a[i + 1].mark(0x2044);
  if (!slash || a.glued(i + 1) != a.glued(i + 2)) return false;
  const std::string_view above = a.text(i), below = a.text(i + 2);
  if (!plain_digits(above) || !plain_digits(below) || above.size() > 6 || below.size() > 6) return false;
  if (a[i + 3].mark('/') || (i > 0 && a[i - 1].mark('/') && a.glued(i))) return false;  // a date
  if ((above == "9" && below == "11") || (above == "24" && below == "7")) return false;
  const double bottom = read_digits(below);
  if (bottom == 0) return false;
  value = read_digits(above) / bottom;
  next = i + 3;
  return true;
}

bool added_part(const Atoms& a, uint32_t i, double& value, uint32_t& next) {
  if (a[i].type == AtomType::fraction) {
    value = fraction_value(a[i].code);
    next = i + 1;
    return true;
  }
  if (slash_fraction(a, i, value, next)) return value < 1;
  if (a[i].dash() && a.glued(i) && a.glued(i + 1) && slash_fraction(a, i + 1, value, next)) return value < 1;
  if (joint(a, i) && a.is(i + 1, "and") && joint(a, i + 2) && a.is(i + 3, "a") && joint(a, i + 4) &&
      a.any(i + 5, "half", "quarter")) {  // "two-and-a-half"
    value = a.is(i + 5, "half") ? 0.5 : 0.25;
    next = i + 6;
    return true;
  }
  if (!a.any(i, "and", "&")) return false;
  if (a.is(i + 1, "quarter") && (a[i + 2].is(is::unit) || (a.is(i + 2, "of") && a[i + 3].is(is::unit)))) {
    value = 0.25;
    next = i + 2;
    return true;
  }
  if (a.is(i + 1, "half")) {
    value = 0.5;
    next = i + 2;
    return !a[i + 2].is(is::noun) || a[i + 2].is(is::numeric | is::unit);
  }
  if (slash_fraction(a, i + 1, value, next)) return value < 1;
  double above = 0;
  uint32_t at = i + 2;
  if (article(a, i + 1))
    above = 1;
  else if (a[i + 1].is(is::number))
    above = a.detail(i + 1).value;
  if (above < 1 || above > 19) return false;
  if (joint(a, at)) ++at;
  if (!a[at].is(is::part)) return false;
  const double below = a.detail(at).part;
  if (below <= above || a.is(at, "second")) return false;
  value = above / below;
  next = at + 1;
  return true;
}

bool scale_word(const Atoms& a, uint32_t& i, Scales& s) {
  uint32_t at = i;
  if (joint(a, at)) ++at;
  if (a[at].is(is::scale) && s.power + a.detail(at).scale <= 22) {
    s.power += a.detail(at).scale;
    i = at + 1;
    return true;
  }
  if (a[at].is(is::group) && s.group == 1) {
    if (a.is(at, "score") || a.is(at, "gross")) return false;
    s.group = a.detail(at).high;
    i = at + 1;
    return true;
  }
  if (a.is(at, "dozens") && s.group == 1) {
    s.group = 12;
    i = at + 1;
    return true;
  }
  return false;
}

int letter_scale(const Atoms& a, uint32_t i, bool money) {
  if (!a[i].is(is::letter) || a[i].flags & Atom::clitic) return 0;
  const std::string_view form = a.text(i);
  const int power = a.detail(i).letter;
  const bool glued = a.glued(i), one = form.size() == 1;
  const bool upper = form[0] < 'a';
  if (a[i + 1].mark('/') && a.glued(i + 1)) return 0;  // m/s
  if (a.glued(i + 1) && a[i + 1].digits()) return 0;   // m2
  if (one && form[0] == 'm' && !money) {               // metres, unless people or dollars follow
    uint32_t next = 0;
    for (uint32_t k = i > 8 ? i - 8 : 0; glued && k + 1 < i; ++k)
      if (a[k].is(is::sum)) return power;  // "for a fee of 12.5m"
    return glued && a[i + 1].word() && (a[i + 1].is(is::plural) || a.phrase(i + 1, is::currency, next))
               ? power
               : 0;
  }
  if (one && !upper && form[0] != 'k' && !money) return 0;
  if (one && (form[0] == 'T' || form[0] == 't') && !money) return 0;
  if (form == "mm" && !money) return 0;
  if (one && !glued && !upper) return 0;
  if (one && !glued && !(money || form[0] == 'B' || form[0] == 'M')) return 0;
  if (one && form[0] == 'K' && !money && (!glued || kelvin_context(a, i))) return 0;
  if (a.glued(i + 1) && a[i + 1].mark('.') && a.glued(i + 2)) return 0;
  return power;
}

}  // namespace claimsift::quantities
