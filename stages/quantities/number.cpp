// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/number.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "stages/quantities/number_parts.hpp"

namespace claimsift::quantities {
namespace {

/// The separator between whole and decimal part: the last '.' or ',' if it is not one that groups.
size_t decimal_mark(std::string_view s) {
  const size_t stop = std::min(s.find_first_of("eE"), s.size());
  const size_t dot = s.substr(0, stop).rfind('.'), comma = s.substr(0, stop).rfind(',');
  constexpr size_t none = std::string_view::npos;
  if (comma == none) {
    if (dot == none) return none;
    return s.find('.') != dot ? none : dot;  // 1.234.567 has groups alone
  }
  if (dot == none) return none;  // 1,234
  return std::max(dot, comma);   // 1,234.5 and 1.234,5
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
  if (!marked || !a[at].digits() || !a.glued(at) || a.text(at).size() > 3 || !plain_digits(a.text(at)))
    return false;
  power_out = static_cast<int>(read_digits(a.text(at))) * (negative ? -1 : 1);
  next = at + 1;
  return true;
}

/// "2^10", "1.1^-3": the value of a power written out, NaN where no double holds it.
bool raised(const Atoms& a, uint32_t i, double base, double& value, uint32_t& next) {
  if (!a[i].mark('^') || !a.glued(i)) return false;
  uint32_t at = i + 1;
  const bool negative = a[at].dash();
  if ((negative || a[at].mark('+')) && a.glued(at)) ++at;
  if (!a[at].digits() || !a.glued(at) || a.text(at).size() > 3 || !plain_digits(a.text(at))) return false;
  value = 1;
  for (int left = static_cast<int>(read_digits(a.text(at))); left > 0 && std::isfinite(value); --left)
    value *= base;
  if (negative) value = 1 / value;
  if (!std::isfinite(value)) value = NAN;
  next = at + 1;
  return true;
}

/// "1,3 million", "2,5%": a comma with one or two digits behind it is decimal where a scale, a unit or a
/// currency shows that both belong to one number. The number in English notation, else empty.
std::string decimal_comma(const Atoms& a, uint32_t i, bool money) {
  if (!a[i + 1].mark(',') || !a.glued(i + 1) || !a.glued(i + 2) || !plain_digits(a.text(i)) ||
      !a[i + 2].digits() || !plain_digits(a.text(i + 2)) || a.text(i).size() > 3 || a.text(i + 2).size() > 2)
    return {};
  if (i > 0 && a[i - 1].mark(',') && a.glued(i)) return {};
  const uint32_t at = i + 3;
  if (a[at].mark(',') && a.glued(at) && a[at + 1].digits() && a.glued(at + 1)) return {};
  uint32_t next = at;
  Scales s;
  if (!money && !scale_word(a, next, s) && !letter_scale(a, at, false) &&
      !a.phrase(at, is::unit | is::currency, next)) {
    const Symbol* unit = a.symbol(at, next);
    if (!unit || !unit->found()) return {};
  }
  return std::string(a.text(i)) + "." + std::string(a.text(i + 2));
}

/// "4 thousand 3 hundred and 21": lower parts in digits behind a scale word.
void add_lower(const Atoms& a, double above, Number& n) {
  for (;;) {
    const bool linked = a.is(n.next, "and");
    uint32_t at = linked ? n.next + 1 : n.next;
    if (linked && a[at].is(is::number)) {  // "3 hundred and one"
      Words w;
      if (!cardinal_words(a, at, true, w) || w.scale != 0 || !(w.value < std::min(above, 100.0)) ||
          above > 1000)
        return;
      n.value += w.value;
      n.next = w.next;
      return;
    }
    if (!a[at].digits() || !plain_digits(a.text(at)) || a.text(at).size() > 3) return;
    double value = read_digits(a.text(at));
    Scales s;
    ++at;
    if (scale_word(a, at, s)) {
      if (s.group != 1 || s.power > 12) return;
      value *= power(s.power);
    } else if (!linked || (above > 1000 && a[at].is(is::unit | is::currency)) || a[at].dash()) {
      return;
    }
    if (value >= above || value == 0) return;
    n.value += value;
    n.next = at;
    above = s.power ? power(s.power) : 1;
  }
}

bool read_from_digits(const Atoms& a, uint32_t i, NumberContext context, Number& n) {
  const std::string decimal = decimal_comma(a, i, context.money);
  const std::string_view text = decimal.empty() ? a.text(i) : decimal;
  n.digits = true;
  n.plain = plain_digits(text);
  n.value = n.unscaled = read_digits(text);
  n.next = decimal.empty() ? i + 1 : i + 3;
  if (raised(a, n.next, n.value, n.value, n.next)) {
    n.unscaled = n.value;
    n.plain = false;
    return true;
  }
  if (n.plain && a.glued(i + 1) && a.any(i + 1, "st", "nd", "rd", "th")) {
    n.form = NumberForm::ordinal;
    n.next = i + 2;
    n.plain = false;
    return true;
  }
  int exponent = 0;
  if (power_of_ten(a, n.next, exponent, n.next)) {
    n.value = n.unscaled = read_digits(text, exponent);
    n.plain = false;
    return true;
  }
  if (a.is(i + 1, "point") && n.plain && a[i + 2].digits() && plain_digits(a.text(i + 2)) &&
      text.size() + a.text(i + 2).size() < 30) {  // "1 point 5"
    const std::string spoken = std::string(text) + "." + std::string(a.text(i + 2));
    n.value = n.unscaled = parse_number(spoken.data(), spoken.data() + spoken.size());
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
    if (a[n.next].mark('.') && a.glued(n.next) && a[n.next + 1].word() &&
        !(a[n.next + 1].flags & Atom::capital))
      ++n.next;
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

/// "thirty (30) days": the same again in digits.
void skip_repetition(const Atoms& a, Number& n) {
  if (n.digits || !a[n.next].mark('(') || !a[n.next + 1].digits() || !a[n.next + 2].mark(')')) return;
  if (read_digits(a.text(n.next + 1)) == n.value) n.next += 3;
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
    if (s[i] >= '0' && s[i] <= '9')
      out[size++] = s[i];
    else if (i == mark)
      out[size++] = '.';
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
  return parse_number(out, out + size);
}

double rescaled(const Atoms& atoms, const Number& number, int scale) {
  if (number.digits && number.plain) return read_digits(atoms.text(number.first), scale);
  if (number.digits && number.next == number.first + 1) return read_digits(atoms.text(number.first), scale);
  return number.value * power(std::min(scale, 22));
}

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
