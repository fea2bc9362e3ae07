// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <string>

#include "stages/quantities/number_parts.hpp"

namespace claimsift::quantities {
namespace {

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
  while (a[at].is(is::number) && a.detail(at).value <= 9 && decimal.size() < 40)
    decimal += static_cast<char>('0' + static_cast<int>(a.detail(at++).value));
  value = parse_number(decimal.data(), decimal.data() + decimal.size());
  next = at;
}

/// "(of) a million" behind a fraction.
bool of_scale(const Atoms& a, uint32_t& i, int& scale) {
  uint32_t at = i;
  if (a.is(at, "of") && article(a, at + 1))
    at += 2;
  else if (article(a, at))
    ++at;
  else if (joint(a, at))
    ++at;
  if (at == i && !a[at].is(is::scale)) return false;
  if (!a[at].is(is::scale) || a.detail(at).scale < 2) return false;
  scale = a.detail(at).scale;
  i = at + 1;
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

}  // namespace

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
    // "three thousand, two hundred": a comma only where hundreds follow
    if (any && after_scale && group == 0 && a[j].mark(',') && a[j + 1].is(is::number) &&
        a.is(j + 2, "hundred") && !a[j + 3].is(is::scale))
      ++j;
    if (any && after_scale && !no_and && (a.is(j, "and") || a[j].mark('&')) && a[j + 1].is(is::number)) {
      // "one hundred and two hundred" is two numbers, "two hundred and two thousand" one
      const uint32_t k = a[j + 2].dash() ? j + 3 : j + 2;
      const bool parts = a[k].is(is::part) && a.text(k).back() == 's';  // "five billion and three quarters"
      const bool higher =
          parts || (a[k].is(is::scale) && power(a.detail(k).scale) >= (group >= 100 ? 100 : last) &&
                    !(group > 0 && a.detail(k).scale > 2));
      if (!higher) {
        ++j;
        linked = true;
      }
    }
    if (a[j].is(is::number)) {
      const double v = a.detail(j).value;
      const double rest = std::fmod(group, 100);
      const bool fits = group == 0  ? true
                        : rest == 0 ? v < 100 && v > 0
                                    : rest >= 20 && std::fmod(rest, 10) == 0 && v < 10 && v > 0;
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

bool read_fraction(Number& n, const Atoms& a, double value, uint32_t next) {
  n.form = NumberForm::fraction;
  n.value = n.unscaled = value;
  n.next = next;
  if (of_scale(a, n.next, n.scale)) {
    n.value *= power(n.scale);
    n.form = NumberForm::cardinal;
  } else if ((article(a, n.next) && a.is(n.next + 1, "dozen")) ||
             (joint(a, n.next) && a.is(n.next + 1, "dozen"))) {
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

bool read_from_words(const Atoms& a, uint32_t i, NumberContext context, Number& n) {
  if (article(a, i)) {
    if (a[i + 1].is(is::part)) {  // "a third of", "a half"
      uint32_t at = i + 2;
      const double part = a.detail(i + 1).part;
      if (part >= 100) return read_fraction(n, a, 1 / part, at);
      if (a.any(i + 1, "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "twelfth",
                "fifteenth", "sixteenth", "twentieth")) {
        const bool fraction =
            a.any(at, "of", "more", "less", "fewer", "higher", "lower", "as", "from") || a[at].mark('.') ||
            (a[at].mark(',') && !a[at + 1].is(is::adjective)) ||
            a.any(at, "in", "since", "to", "and", "over", "the", "its", "their", "are", "were") ||
            a[at].is(is::change) || (a[at].is(is::verb) && !a[at].is(is::noun | is::adjective)) ||
            at >= a.size();
        if (!fraction) return false;
      }
      const bool amount =
          i > 0 && a.any(i - 1, "by", "than", "nearly", "almost", "about", "only", "over", "roughly", "just");
      if (a.is(i + 1, "quarter") && !(amount && !(a[at].word() && a[at].is(is::noun))) &&
          !a.any(at, "of", "to", "mile", "century", "pound", "inch", "million", "billion", "cup", "teaspoon",
                 "point", "percentage", "hour"))
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
  if (a.is(i, "quarter") && a.any(i + 1, "million", "billion", "trillion", "of") &&
      (!a.is(i + 1, "of") || a.is(i + 2, "a")))
    return read_fraction(n, a, 0.25, i + 1);

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
  if (w.value >= 1 && w.value < 20 && a[at].is(is::number) && a[at + 1].dash() &&
      (a[at + 2].is(is::part) || a[at + 2].is(is::ordinal) || a.is(at + 2, "firsts"))) {
    const double tens = a.detail(at).value;  // "one twenty-fifth", "three twenty-firsts"
    const bool plural = a.text(at + 2).back() == 's';
    const double ones = a[at + 2].is(is::ordinal) ? a.detail(at + 2).value
                        : a.is(at + 2, "firsts")  ? 1
                                                  : a.detail(at + 2).part;
    if (tens >= 20 && ones < 10 && plural == (w.value != 1))
      return read_fraction(n, a, w.value / (tens + ones), at + 3);
  }
  const bool plural = a[at].is(is::part) && a.text(at).back() == 's';
  const double last = std::fmod(w.group, 100);
  if (plural && joint(a, at - 1) && a.detail(at).part < 10 && last >= 20 && std::fmod(last, 10) == 0 &&
      w.value > last)  // "one hundred thirty-fifths"
    return read_fraction(n, a, (w.value - last) / (last + a.detail(at).part), at + 1);
  const bool coins = a.any(at, "quarters", "halves");
  if (a[at].is(is::part) && (plural || w.value == 1) && (w.value < 1000 || !coins) && !a.is(at, "second"))
    if (plural || n.article || !a.is(at, "quarter") || a.is(at + 1, "of") || joint(a, at - 1))
      return read_fraction(n, a, w.value / a.detail(at).part, at + 1);
  if (a.is(n.next, "and") && std::fmod(w.value, 100) == 0 && w.value >= 100 &&
      a[n.next + 1].is(is::ordinal) && !a[n.next + 1].is(is::part) && a.detail(n.next + 1).value < 100)
    at = n.next + 1;
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
    if (end > n.next && s.group != 1 && w.value > 100 && dozens > 0 &&
        dozens < 20) {  // "three hundred and two dozens"
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

}  // namespace claimsift::quantities
