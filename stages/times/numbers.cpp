// SPDX-License-Identifier: Apache-2.0
// numbers.cpp - counts before units of time.
#include <cmath>

#include "stages/times/grammar.hpp"

namespace claimsift::times {
namespace {

/// "and a half", " 1/2", "½" behind a whole number.
void read_fraction(const Atoms& a, uint32_t& at, double& value) {
  if (a.seq(at, {"and", "a", "half"})) {
    value += 0.5;
    at += 3;
  } else if (a[at].digits(1) && a[at + 1].mark('/') && a.glued(at + 1) && a[at + 2].digits(1) &&
             a.glued(at + 2) && a[at + 2].value > 1 && a[at].value < a[at + 2].value) {
    value += static_cast<double>(a[at].value) / a[at + 2].value;
    at += 3;
  } else if (a[at].mark(0xBD) || a[at].mark(0xBC) || a[at].mark(0xBE)) {
    value += a[at].mark(0xBD) ? 0.5 : a[at].mark(0xBC) ? 0.25 : 0.75;
    ++at;
  }
}

bool read_digits(const Atoms& a, uint32_t i, double& value, uint32_t& next) {
  if (!a[i].digits(1, 7) ||
      (i > 0 && a.glued(i) && (a[i - 1].mark('.') || a[i - 1].mark('/') || a[i - 1].mark(':'))))
    return false;
  value = a[i].value;
  next = i + 1;
  for (int groups = 0;
       groups < 3 && a[next].mark(',') && a.glued(next) && a[next + 1].digits(3) && a.glued(next + 1);
       ++groups) {
    value = value * 1000 + a[next + 1].value;
    next += 2;
  }
  if (a[next].mark('.') && a.glued(next) && a[next + 1].digits(1, 2) && a.glued(next + 1)) {
    value += a[next + 1].value / std::pow(10, a[next + 1].length());
    next += 2;
  }
  while (a[next].is(is::number) && a[next].entry->number >= 100) value *= a[next++].entry->number;
  return true;
}

bool read_one(const Atoms& a, uint32_t i, Number& n) {
  n = Number();
  if (read_digits(a, i, n.value, n.next)) {
    n.digits = true;
    read_fraction(a, n.next, n.value);
    return true;
  }
  if (a[i].mark(0xBD)) {
    n.value = 0.5;
    n.next = i + 1;
    return true;
  }
  int words = 0;
  if (read_words(a, i, words, n.next)) {
    n.value = words;
    read_fraction(a, n.next, n.value);
    return true;
  }
  if (a.seq(i, {"half", "a"}) || a.seq(i, {"half", "an"})) {
    n.value = 0.5;
    n.next = i + 2;
    return true;
  }
  const bool article = a.any(i, {"a", "an"});
  const uint32_t at = article ? i + 1 : i;
  if (a.is(at, "couple")) {
    n.value = 2;
    n.couple = true;
    n.next = a.is(at + 1, "of") ? at + 2 : at + 1;
    if (a.is(n.next, "more")) ++n.next;
    return true;
  }
  if (article && a.any(at, {"half"})) {
    n.value = 0.5;
    n.next = at + 1;
    return true;
  }
  if (article && a.any(at, {"few"})) {
    n.value = NAN;
    n.next = at + 1;
    return true;
  }
  if (article && a.any(at, {"number", "handful", "matter"}) && a.is(at + 1, "of")) {
    n.value = NAN;
    n.next = at + 2;
    return true;
  }
  n.article = article;
  if (article) {
    n.value = 1;
    n.next = i + 1;
    return true;
  }
  if (a[i].is(is::vague)) {
    n.value = NAN;
    n.next = i + 1;
    return true;
  }
  return false;
}

}  // namespace

bool read_words(const Atoms& a, uint32_t i, int& value, uint32_t& next) {
  uint32_t at = i;
  int total = 0, group = 0;
  bool any = false;
  if (a.is(at, "a") && a[at + 1].is(is::number) && a[at + 1].entry->number >= 100) {
    group = 1;
    ++at;
  } else if (a.is(at, "a") && a.is(at + 1, "dozen")) {
    value = 12;
    next = at + 2;
    return true;
  }
  int last = 1 << 30;  // each part is smaller than the one before
  for (int words = 0; words < 8 && a[at].is(is::number); ++words) {
    const int n = a[at].entry->number;
    if (n >= 1000) {
      if (n > 1000 || total > 0) break;
      total = (group ? group : 1) * n;
      group = 0;
      last = 1000;
    } else if (n == 100) {
      if (group >= 100 || (group == 0 && any)) break;
      group = (group ? group : 1) * n;
      last = 100;
    } else {
      if (n >= last || (last < 100 && (last < 20 || n >= 10))) break;
      group += n;
      last = n;
    }
    any = true;
    ++at;
    if (a.hyphen(at) && a[at + 1].is(is::number) && a[at + 1].entry->number < 10 && last >= 20)
      ++at;
    else if (last == 100 && a.is(at, "and") && a[at + 1].is(is::number))
      ++at;
  }
  if (!any) return false;
  value = total + group;
  next = at;
  return true;
}

bool read_ordinal(const Atoms& a, uint32_t i, int& value, uint32_t& next) {
  if (a[i].is(is::ordinal)) {
    value = a[i].entry->number;
    next = i + 1;
    return true;
  }
  if (a[i].digits(1, 3) && a.glued(i + 1) && a.any(i + 1, {"st", "nd", "rd", "th"})) {
    value = static_cast<int>(a[i].value);
    next = i + 2;
    return true;
  }
  if (a[i].is(is::number) && a[i].entry->number >= 20 && a[i].entry->number < 100 && a.hyphen(i + 1) &&
      a[i + 2].is(is::ordinal) && a[i + 2].entry->number < 10) {
    value = a[i].entry->number + a[i + 2].entry->number;
    next = i + 3;
    return true;
  }
  return false;
}

bool read_count(const Atoms& a, uint32_t i, Number& n) {
  if (!read_one(a, i, n)) return false;
  n.high = n.value;
  const bool dash = a[n.next].dash() && a[n.next + 1].digits() == n.digits;
  if (!n.article && (a.any(n.next, {"to", "or"}) || dash)) {
    Number second;
    if (read_one(a, n.next + 1, second) && !second.article && second.digits == n.digits &&
        !(second.value <= n.value)) {
      n.high = second.value;
      n.next = second.next;
    }
  }
  return true;
}

}  // namespace claimsift::times
