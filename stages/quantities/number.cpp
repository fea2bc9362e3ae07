// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/number.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace claimsift::quantities {
namespace {

constexpr double kPowers[] = {1,    1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10,
                              1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
double power(int scale) { return kPowers[scale]; }

/// The separator between whole and decimal part: the last '.' or ',' if it is not one that groups.
size_t decimal_mark(std::string_view s) {
  const size_t stop = std::min(s.find_first_of("eE"), s.size());
  const size_t dot = s.substr(0, stop).rfind('.'), comma = s.substr(0, stop).rfind(',');
  constexpr size_t none = std::string_view::npos;
  if (comma == none) {
    if (dot == none) return none;
    return s.find('.') != dot ? none : dot;  // 1.234.567 has groups alone
  }
  if (dot == none) return none;              // 1,234
  return std::max(dot, comma);               // 1,234.5 and 1.234,5
}

double parse(const char* first, const char* last) {
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

bool article(const Atoms& a, uint32_t i) { return a.any(i, "a", "an"); }

/// A hyphen that joins two words, "twenty-one".
bool joint(const Atoms& a, uint32_t i) { return a[i].dash() && a.glued(i) && a.glued(i + 1); }

bool plain_digits(std::string_view s) { return s.find_first_not_of("0123456789") == std::string_view::npos; }

/// "1/2", "1 / 4": the slash and the digits below it.
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

/// "and a half", "and three quarters", "1/2", "½" behind a whole number.
bool added_part(const Atoms& a, uint32_t i, double& value, uint32_t& next) {
  if (a[i].type == AtomType::fraction) {
    value = fraction_value(a[i].code);
    next = i + 1;
    return true;
  }
  if (slash_fraction(a, i, value, next)) return value < 1;
  if (a[i].dash() && a.glued(i) && a.glued(i + 1) && slash_fraction(a, i + 1, value, next)) return value < 1;
  if (joint(a, i) && a.is(i + 1, "and") && joint(a, i + 2) && a.is(i + 3, "a") && joint(a, i + 4) && a.any(i + 5, "half", "quarter")) {  // "two-and-a-half"
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
  if (article(a, i + 1)) above = 1;
  else if (a[i + 1].is(is::number)) above = a.detail(i + 1).value;
  if (above < 1 || above > 19) return false;
  if (joint(a, at)) ++at;
  if (!a[at].is(is::part)) return false;
  const double below = a.detail(at).part;
  if (below <= above || a.is(at, "second")) return false;
  value = above / below;
  next = at + 1;
  return true;
}

/// Scale and group words behind a number: "million", "hundred thousand", "dozen".
struct Scales {
  int power = 0;
  double group = 1;
};
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

/// The power of ten of letters written to digits ("1.2bn", "$5 M"); 0 for none.
int letter_scale(const Atoms& a, uint32_t i, bool money) {
  if (!a[i].is(is::letter) || a[i].flags & Atom::clitic) return 0;
  const std::string_view form = a.text(i);
  const int power = a.detail(i).letter;
  const bool glued = a.glued(i), one = form.size() == 1;
  const bool upper = form[0] < 'a';
  if (a[i + 1].mark('/') && a.glued(i + 1)) return 0;  // m/s
  if (a.glued(i + 1) && a[i + 1].digits()) return 0;   // m2
  if (one && form[0] == 'm' && !money) {                // metres, unless people or dollars follow
    uint32_t next = 0;
    return glued && a[i + 1].word() && (a[i + 1].is(is::plural) || a.phrase(i + 1, is::currency, next)) ? power : 0;
  }
  if (one && !upper && form[0] != 'k' && !money) return 0;
  if (one && (form[0] == 'T' || form[0] == 't') && !money) return 0;
  if (form == "mm" && !money) return 0;
  if (one && !glued && !upper) return 0;
  if (one && !glued && !(money || form[0] == 'B' || form[0] == 'M')) return 0;
  if (one && form[0] == 'K' && !glued && !money) return 0;
  if (a.glued(i + 1) && a[i + 1].mark('.') && a.glued(i + 2)) return 0;
  return power;
}

/// "×10^5", "x 10−5", "*10^6" behind digits: the power.
bool power_of_ten(const Atoms& a, uint32_t i, int& power_out, uint32_t& next) {
  const bool times = a[i].mark(0xD7) || a[i].mark('*') || a.is(i, "x");
  if (!times || !a[i + 1].digits() || a.text(i + 1) != "10") return false;
  uint32_t at = i + 2;
  bool marked = false;
  if (a[at].mark('^')) {
    marked = true;
    ++at;
  }
  bool negative = false;
  if (a[at].dash() && a.glued(at)) {
    negative = marked = true;
    ++at;
  }
  if (!marked || !a[at].digits() || !a.glued(at) || a.text(at).size() > 3 || !plain_digits(a.text(at))) return false;
  power_out = static_cast<int>(read_digits(a.text(at))) * (negative ? -1 : 1);
  next = at + 1;
  return true;
}

/// "4 thousand 3 hundred and 21": lower parts in digits behind a scale word.
void add_lower(const Atoms& a, double above, Number& n) {
  for (;;) {
    const bool linked = a.is(n.next, "and");
    uint32_t at = linked ? n.next + 1 : n.next;
    if (!a[at].digits() || !plain_digits(a.text(at)) || a.text(at).size() > 3) return;
    double value = read_digits(a.text(at));
    Scales s;
    ++at;
    if (scale_word(a, at, s)) {
      if (s.group != 1 || s.power > 12) return;
      value *= power(s.power);
    } else if (!linked || a[at].is(is::unit | is::currency) || a[at].dash()) {
      return;
    }
    if (value >= above || value == 0) return;
    n.value += value;
    n.next = at;
    above = s.power ? power(s.power) : 1;
  }
}

bool read_from_digits(const Atoms& a, uint32_t i, NumberContext context, Number& n) {
  const std::string_view text = a.text(i);
  n.digits = true;
  n.plain = plain_digits(text);
  n.value = n.unscaled = read_digits(text);
  n.next = i + 1;
  if (a.glued(i + 1) && a.any(i + 1, "st", "nd", "rd", "th") && n.plain) {
    n.form = NumberForm::ordinal;
    n.next = i + 2;
    n.plain = false;
    return true;
  }
  int exponent = 0;
  if (power_of_ten(a, i + 1, exponent, n.next)) {
    n.value = n.unscaled = read_digits(text, exponent);
    n.plain = false;
    return true;
  }
  if (a.is(i + 1, "point") && n.plain && a[i + 2].digits() && plain_digits(a.text(i + 2)) && text.size() + a.text(i + 2).size() < 30) {  // "1 point 5"
    const std::string decimal = std::string(text) + "." + std::string(a.text(i + 2));
    n.value = n.unscaled = parse(decimal.data(), decimal.data() + decimal.size());
    n.plain = false;
    n.next = i + 3;
    return true;
  }
  double part = 0;
  uint32_t next = 0;
  if (n.plain && slash_fraction(a, i, part, next)) {
    n.value = n.unscaled = part;
    n.form = NumberForm::fraction;
    n.plain = false;
    n.next = next;
    return true;
  }
  bool whole_part = false;
  if (n.plain && text.size() <= 4 && added_part(a, i + 1, part, next)) {
    n.value += part;
    n.unscaled = n.value;
    n.plain = false;
    n.next = next;
    whole_part = true;
  }
  Scales s;
  uint32_t at = n.next;
  while (scale_word(a, at, s)) {}
  if (at > n.next) {
    n.scale = s.power;
    n.next = at;
  } else if (const int letters = letter_scale(a, at, context.money)) {
    n.scale = letters;
    n.glued_scale = a.glued(at);
    n.next = at + 1;
    if (a[n.next].mark('.') && a.glued(n.next) && a[n.next + 1].word() && !(a[n.next + 1].flags & Atom::capital)) ++n.next;
  }
  if (n.scale || s.group != 1) {
    n.value = (whole_part ? n.value * power(n.scale) : read_digits(text, n.scale)) * s.group;
    n.plain = false;
    if (added_part(a, n.next, part, next) && part < 1 && !a[n.next].digits()) {  // "5 million and a half"
      n.value += part * power(n.scale) * s.group;
      n.next = next;
    } else if (!n.glued_scale && s.power >= 2 && s.group == 1 && s.power < 15) {
      add_lower(a, power(s.power), n);
    }
  }
  if (!std::isfinite(n.value)) n.value = NAN;
  return true;
}

/// The cardinal in words at i: value and end; false where none begins.
struct Words {
  double value = 0, group = 0, last_scale = 0, unscaled = 0;
  uint32_t next = 0;
  int scale = 0;
  bool year = false;
};
bool cardinal_words(const Atoms& a, uint32_t i, bool no_and, Words& w) {
  double total = 0, group = 0, last = 1e300;
  bool any = false, after_scale = false;
  uint32_t at = i;
  if (article(a, i) && (a[i + 1].is(is::scale) || a[i + 1].is(is::group))) {
    if (a[i + 1].is(is::group) && !a.is(i + 1, "dozen")) return false;
    group = 1;
    any = true;
    at = i + 1;
    w.unscaled = 1;
  }
  for (;;) {
    uint32_t j = at;
    bool linked = false;
    if (any && joint(a, j)) ++j;
    if (any && after_scale && !no_and && a.is(j, "and") && a[j + 1].is(is::number)) {
      // "one hundred and two hundred" is two numbers, "two hundred and two thousand" one
      const uint32_t k = a[j + 2].dash() ? j + 3 : j + 2;
      const bool parts = a[k].is(is::part) && a.text(k).back() == 's';  // "five billion and three quarters"
      const bool higher = parts || (a[k].is(is::scale) && power(a.detail(k).scale) >= (group >= 100 ? 100 : last) && !(group > 0 && a.detail(k).scale > 2));
      if (!higher) {
        ++j;
        linked = true;
      }
    }
    if (a[j].is(is::number)) {
      const double v = a.detail(j).value;
      const double rest = std::fmod(group, 100);
      const bool fits = group == 0 ? true : rest == 0 ? v < 100 && v > 0 : rest >= 20 && std::fmod(rest, 10) == 0 && v < 10 && v > 0;
      if (!fits || (group == 0 && any && !after_scale)) {
        if (rest >= 10 && rest <= 20 && group < 100 && v >= 10 && total == 0 && !linked) w.year = true;
        break;
      }
      if (v == 0 && any) break;
      group += v;
      any = true;
      after_scale = false;
      at = j + 1;
    } else if (a[j].is(is::scale) && any && !linked) {
      const int power_here = a.detail(j).scale;
      const double s = power(power_here);
      if (power_here == 2) {
        if (group == 0 || group >= 100) break;
        if (w.scale == 0) w.unscaled = group;
        group *= 100;
      } else if (group == 0) {
        if (total == 0 || !after_scale || total * s > 1e21) break;
        total *= s;
        last = s;
        w.scale = power_here;
      } else {
        if (s >= last) break;
        if (total == 0) w.unscaled = group;
        total += group * s;
        group = 0;
        last = s;
        w.scale = power_here;
      }
      after_scale = true;
      at = j + 1;
    } else {
      break;
    }
  }
  if (!any) return false;
  w.value = total + group;
  w.group = group;
  w.last_scale = last;
  w.next = at;
  if (w.scale == 0) w.unscaled = w.value;
  return true;
}

/// "point three one" behind a cardinal in words: the digits as decimals of `value`.
void point_words(const Atoms& a, double& value, uint32_t& next) {
  if (!a.is(next, "point") || !a[next + 1].is(is::number) || value > 1e9) return;
  std::string decimal = std::to_string(static_cast<long long>(value)) + ".";
  uint32_t at = next + 1;
  if (a.detail(at).value > 9) {  // "point seventy-one"
    Words w;
    if (!cardinal_words(a, at, true, w) || !(w.value < 100)) return;
    decimal += std::to_string(static_cast<int>(w.value));
    at = w.next;
  }
  while (a[at].is(is::number) && a.detail(at).value <= 9 && decimal.size() < 40) decimal += static_cast<char>('0' + static_cast<int>(a.detail(at++).value));
  value = parse(decimal.data(), decimal.data() + decimal.size());
  next = at;
}

/// "(of) a million" behind a fraction.
bool of_scale(const Atoms& a, uint32_t& i, int& scale) {
  uint32_t at = i;
  if (a.is(at, "of") && article(a, at + 1)) at += 2;
  else if (article(a, at)) ++at;
  else if (joint(a, at)) ++at;
  if (at == i && !a[at].is(is::scale)) return false;
  if (!a[at].is(is::scale) || a.detail(at).scale < 2) return false;
  scale = a.detail(at).scale;
  i = at + 1;
  return true;
}

bool read_fraction(Number& n, const Atoms& a, double value, uint32_t next) {
  n.form = NumberForm::fraction;
  n.value = n.unscaled = value;
  n.next = next;
  if (of_scale(a, n.next, n.scale)) {
    n.value *= power(n.scale);
    n.form = NumberForm::cardinal;
  } else if ((article(a, n.next) && a.is(n.next + 1, "dozen")) || (joint(a, n.next) && a.is(n.next + 1, "dozen"))) {
    n.value *= 12;
    n.next += 2;
    n.form = NumberForm::cardinal;
  } else if (a.is(n.next, "dozen")) {
    n.value *= 12;
    ++n.next;
    n.form = NumberForm::cardinal;
  }
  return true;
}

/// "hundreds", "tens of thousands", "several hundred", "a few dozen".
bool read_vague(const Atoms& a, uint32_t i, Number& n) {
  uint32_t at = i;
  double low = 1, high = 1;
  if (a.any(i, "several", "few", "many") || ((article(a, i) || a.is(i, "the")) && a.is(i + 1, "few"))) {
    at = a.is(i + 1, "few") ? i + 2 : i + 1;
    if (a[at].is(is::scale) || a.is(at, "dozen") || (a.any(i, "many") && a[at].is(is::vague))) {
      if (a[at].is(is::vague)) {
        low = a.detail(at).low, high = a.detail(at).high;
      } else {
        const double unit = a.is(at, "dozen") ? 12 : power(a.detail(at).scale);
        low = 2 * unit, high = 10 * unit;
      }
      ++at;
      while (a[at].is(is::scale) && high < 1e16) {
        low *= power(a.detail(at).scale), high *= power(a.detail(at).scale);
        ++at;
      }
      n.form = NumberForm::vague;
      n.low = low, n.high = high;
      n.next = at;
      return true;
    }
    return false;
  }
  if (!a[at].is(is::vague)) return false;
  if (a.is(at, "scores") && !a.is(at + 1, "of")) return false;
  if (a.is(at, "tens") && !(a.is(at + 1, "of") && a[at + 2].is(is::vague | is::scale))) return false;
  low = a.detail(at).low, high = a.detail(at).high;
  ++at;
  while (a.is(at, "of") && a[at + 1].is(is::vague) && high < 1e16) {
    low *= a.detail(at + 1).low, high = low * 10;
    at += 2;
  }
  while (a.is(at, "and") && a[at + 1].is(is::vague) && a.detail(at + 1).low == low) at += 2;
  n.form = NumberForm::vague;
  n.low = low, n.high = high;
  n.next = at;
  return true;
}

bool read_from_words(const Atoms& a, uint32_t i, NumberContext context, Number& n) {
  if (article(a, i)) {
    if (a[i + 1].is(is::part)) {  // "a third of", "a half"
      uint32_t at = i + 2;
      const double part = a.detail(i + 1).part;
      if (part >= 100) return read_fraction(n, a, 1 / part, at);
      if (a.any(i + 1, "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "twelfth", "fifteenth", "sixteenth", "twentieth")) {
        const bool fraction = a.any(at, "of", "more", "less", "fewer", "higher", "lower", "as", "from") || a[at].mark('.') || (a[at].mark(',') && !a[at + 1].is(is::adjective)) ||
                              a.any(at, "in", "since", "to", "and", "over", "the", "its", "their", "are", "were") ||
                              a[at].is(is::change) || (a[at].is(is::verb) && !a[at].is(is::noun | is::adjective)) || at >= a.size();
        if (!fraction) return false;
      }
      const bool amount = i > 0 && a.any(i - 1, "by", "than", "nearly", "almost", "about", "only", "over", "roughly", "just");
      if (a.is(i + 1, "quarter") && !(amount && !(a[at].word() && a[at].is(is::noun))) && !a.any(at, "of", "to", "mile", "century", "pound", "inch", "million", "billion", "cup", "teaspoon", "point", "percentage", "hour"))
        return false;
      return read_fraction(n, a, 1 / part, at);
    }
    if (a.is(i + 1, "couple")) {  // "a couple (of) hundred"
      uint32_t at = a.is(i + 2, "of") ? i + 3 : i + 2;
      Scales s;
      if (!scale_word(a, at, s)) return false;
      n.value = 2 * power(s.power) * s.group;
      n.unscaled = 2;
      n.scale = s.power;
      n.next = at;
      return true;
    }
    if (a.is(i + 1, "few")) return read_vague(a, i, n);
  }
  if (a[i].is(is::vague) || a.any(i, "several", "few", "many", "the")) return read_vague(a, i, n);
  if (a[i].is(is::multiple)) {
    n.form = NumberForm::multiple;
    n.value = n.unscaled = a.detail(i).multiple;
    n.next = i + 1;
    return true;
  }
  if (a.is(i, "half")) return read_fraction(n, a, 0.5, i + 1);
  if (a.is(i, "quarter") && a.any(i + 1, "million", "billion", "trillion", "of") && (!a.is(i + 1, "of") || a.is(i + 2, "a"))) return read_fraction(n, a, 0.25, i + 1);

  Words w;
  if (!cardinal_words(a, i, context.no_and, w)) {
    if (!a[i].is(is::ordinal)) return false;
    n.form = NumberForm::ordinal;
    n.value = n.unscaled = a.detail(i).value;
    n.next = i + 1;
    return true;
  }
  n.article = article(a, i);
  n.next = w.next;
  if (w.year) {
    n.form = NumberForm::year;
    while (a[n.next].is(is::numeric) || (a[n.next].dash() && a[n.next + 1].is(is::numeric))) ++n.next;
    return true;
  }
  // an ordinal or the parts of a fraction may end it
  uint32_t at = n.next;
  if (joint(a, at)) ++at;
  if (w.value >= 1 && w.value < 20 && a[at].is(is::number) && a[at + 1].dash() && (a[at + 2].is(is::part) || a[at + 2].is(is::ordinal) || a.is(at + 2, "firsts"))) {
    const double tens = a.detail(at).value;  // "one twenty-fifth", "three twenty-firsts"
    const bool plural = a.text(at + 2).back() == 's';
    const double ones = a[at + 2].is(is::ordinal) ? a.detail(at + 2).value : a.is(at + 2, "firsts") ? 1 : a.detail(at + 2).part;
    if (tens >= 20 && ones < 10 && plural == (w.value != 1)) return read_fraction(n, a, w.value / (tens + ones), at + 3);
  }
  const bool plural = a[at].is(is::part) && a.text(at).back() == 's';
  if (a[at].is(is::part) && (plural || w.value == 1) && w.value < 1000 && !a.is(at, "second"))
    if (plural || n.article || !a.is(at, "quarter") || a.is(at + 1, "of") || joint(a, at - 1)) return read_fraction(n, a, w.value / a.detail(at).part, at + 1);
  if (a.is(n.next, "and") && std::fmod(w.value, 100) == 0 && w.value >= 100 && a[n.next + 1].is(is::ordinal) && !a[n.next + 1].is(is::part) && a.detail(n.next + 1).value < 100) at = n.next + 1;
  if (a[at].is(is::ordinal)) {
    const double o = a.detail(at).value;
    const double rest = std::fmod(w.group, 100);
    const bool tens = rest >= 20 && std::fmod(rest, 10) == 0 && o < 10;
    const bool whole = (rest == 0 && w.value >= 100 && o < 100);
    if (tens || whole) {
      n.form = NumberForm::ordinal;
      n.value = n.unscaled = w.value + o;
      n.next = at + 1;
      return true;
    }
    if (o >= 100 && (w.group > 0 || w.value > 0)) {
      n.form = NumberForm::ordinal;
      n.value = n.unscaled = (w.value - w.group) + (w.group > 0 ? w.group * o : 0);
      if (w.group == 0) n.value = w.value * o;
      n.next = at + 1;
      return true;
    }
  }
  n.value = w.value;
  n.unscaled = w.unscaled;
  n.scale = w.scale;
  point_words(a, n.value, n.next);
  double part = 0;
  uint32_t next = 0;
  if (added_part(a, n.next, part, next)) {
    const double unit = w.scale > 2 && w.group == 0 ? power(w.scale) : 1;  // "two million and a half"
    n.value += part * unit;
    n.next = next;
  }
  if (w.scale == 0 || a[n.next].is(is::group) || a.is(n.next, "dozens")) {
    Scales s;
    n.unscaled = n.value;
    uint32_t end = n.next;
    while (scale_word(a, end, s)) {}
    const double dozens = std::fmod(w.value, 100);
    if (end > n.next && s.group != 1 && w.value > 100 && dozens > 0 && dozens < 20) {  // "three hundred and two dozens"
      n.value += dozens * (s.group - 1);
      n.next = end;
    } else if (end > n.next) {
      n.value *= power(s.power) * s.group;
      n.scale = s.power;
      n.next = end;
    }
  }
  return true;
}

}  // namespace

double read_digits(std::string_view s, int scale) {
  char small[72];
  std::string large;
  char* out = small;
  if (s.size() > 48) {
    large.resize(s.size() + 16);
    out = large.data();
  }
  const size_t mark = decimal_mark(s);
  size_t size = 0;
  size_t i = 0;
  for (; i < s.size() && s[i] != 'e' && s[i] != 'E'; ++i)
    if (s[i] >= '0' && s[i] <= '9') out[size++] = s[i];
    else if (i == mark) out[size++] = '.';
  if (i < s.size()) {
    int exponent = 0;
    const size_t sign = s[i + 1] == '+' || s[i + 1] == '-' ? 2 : 1;
    const auto [end, error] = std::from_chars(s.data() + i + sign, s.data() + s.size(), exponent);
    if (error == std::errc::result_out_of_range) exponent = 100000;
    scale += std::clamp(exponent, -100000, 100000) * (s[i + 1] == '-' ? -1 : 1);
  }
  if (scale) {
    out[size++] = 'e';
    size = static_cast<size_t>(std::to_chars(out + size, out + size + 12, scale).ptr - out);
  }
  return parse(out, out + size);
}

double rescaled(const Atoms& atoms, const Number& number, int scale) {
  if (number.digits && number.plain) return read_digits(atoms.text(number.first), scale);
  if (number.digits && number.next == number.first + 1) return read_digits(atoms.text(number.first), scale);
  return number.value * power(std::min(scale, 22));
}

namespace {

/// "thirty (30) days": the same again in digits.
void skip_repetition(const Atoms& a, Number& n) {
  if (n.digits || !a[n.next].mark('(') || !a[n.next + 1].digits() || !a[n.next + 2].mark(')')) return;
  if (read_digits(a.text(n.next + 1)) == n.value) n.next += 3;
}

}  // namespace

bool read_number(const Atoms& atoms, uint32_t i, NumberContext context, Number& number) {
  number = Number();
  number.first = i;
  const Atom& a = atoms[i];
  if (i >= atoms.size()) return false;
  if (a.digits()) return read_from_digits(atoms, i, context, number);
  if (a.type == AtomType::fraction) return read_fraction(number, atoms, fraction_value(a.code), i + 1);
  if (!a.word() || !read_from_words(atoms, i, context, number)) return false;
  skip_repetition(atoms, number);
  return true;
}

}  // namespace claimsift::quantities
