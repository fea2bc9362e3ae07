// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/operand.hpp"

#include "stages/quantities/exclusions.hpp"

namespace claimsift::quantities {
namespace {

/// "30 MUSD": a currency code with a prefix.
bool scaled_code(const Atoms& a, Operand& o) {
  if (o.number.scale != 0) return false;
  const int scale = code_scale(a, o.next);
  if (!scale) return false;
  const Symbol* s = a.lexicon().symbol(a.text(o.next).substr(1));
  o.value = rescaled(a, o.number, scale) * (o.negative ? -1 : 1);
  o.number.scale = scale;
  o.unit.currency = s->currency;
  o.unit.next = o.next + 1;
  return true;
}

}  // namespace

int code_scale(const Atoms& a, uint32_t i) {
  const Atom& w = a[i];
  if (!w.word() || w.end - w.begin != 4) return 0;
  const std::string_view text = a.text(i);
  const int scale = text[0] == 'M' ? 6 : text[0] == 'k' || text[0] == 'K' ? 3 : text[0] == 'B' ? 9 : 0;
  const Symbol* s = scale ? a.lexicon().symbol(text.substr(1)) : nullptr;
  return s && s->currency != kNone ? scale : 0;
}

bool read_operand(const Atoms& a, uint32_t i, NumberContext context, Operand& o, uint32_t& resume) {
  o = Operand();
  o.first = i;
  uint32_t at = i;
  const auto sign = [&] {
    if ((a[at].dash() && a.glued(at + 1) && (a[at + 1].digits() || a[at + 1].is(is::currency))) ||
        (a.any(at, "minus", "negative") &&
         (a[at + 1].digits() || a[at + 1].is(is::number) || (a[at + 1].dash() && a[at + 2].digits())))) {
      o.negative = true;
      at += a[at + 1].dash() ? 2 : 1;
    }
  };
  sign();
  uint32_t currency = kNone, next = 0;
  const int prefix = a[at + 1].digits() ? code_scale(a, at) : 0;
  if (prefix) {
    currency = a.lexicon().symbol(a.text(at).substr(1))->currency;
    context.money = true;
    ++at;
  } else if (read_currency_before(a, at, currency, next)) {
    uint32_t number = next;
    at = number;
    sign();
    if (!a[at].digits() && !a[at].is(is::number) && a[at].type != AtomType::fraction &&
        !(a.any(at, "a") && a[at + 1].is(is::scale))) {
      resume = i + 1;
      return false;
    }
    context.money = true;
  }
  if (a[at].digits() && currency == kNone && never_a_number(a, at, resume)) return false;
  if (a[at].digits() && currency != kNone && data_row(a, at, resume)) return false;
  if (a[at].digits() && currency != kNone && a[at + 1].mark('.') && a.glued(at + 1) && a[at + 2].digits() &&
      a.glued(at + 2)) {
    resume = at + 3;
    return false;
  }
  if (!read_number(a, at, context, o.number)) {
    resume = i + 1;
    return false;
  }
  if (a.is(o.number.next - 1, "grand") && currency == kNone) {  // "five grand", not "two grand pianos"
    if (a[o.number.next].word() && !a[o.number.next].is(is::function | is::adverb)) {
      resume = i + 1;
      return false;
    }
    currency = a.lexicon().dollar();
  }
  if (prefix && o.number.scale == 0) {
    o.number.value = rescaled(a, o.number, prefix);
    o.number.scale = prefix;
  }
  o.value = o.negative ? -o.number.value : o.number.value;
  o.next = o.number.next;
  resume = o.next;
  if (currency != kNone) {
    o.unit.currency = currency;
    o.unit.next = o.next;
    UnitMatch again;  // "$11 billion dollars", "$5 US"
    if (read_unit(a, o.number, o.next, again) && again.currency != kNone && !again.hyphen &&
        a.lexicon().currency(again.currency).factor == 1) {
      if (again.currency != currency && again.currency != a.lexicon().dollar() &&
          a.lexicon().currency(again.currency).base != "")
        o.unit.currency = again.currency;
      o.unit.next = again.next;
    }
    read_rate(a, true, o.unit);
    o.next = o.unit.next;
    return true;
  }
  if (o.number.form == NumberForm::ordinal || o.number.form == NumberForm::year ||
      o.number.form == NumberForm::multiple)
    return true;
  if (read_unit(a, o.number, o.next, o.unit)) {
    const bool money = o.unit.currency != kNone;
    if (money && o.number.scale == 0 && a[o.unit.next].is(is::scale) &&
        a.detail(o.unit.next).scale > 2) {  // "75 USD million"
      o.number.scale = a.detail(o.unit.next).scale;
      o.value = rescaled(a, o.number, o.number.scale) * (o.negative ? -1 : 1);
      ++o.unit.next;
    }
    read_rate(a, money, o.unit);
    o.next = o.unit.next;
  } else if (scaled_code(a, o)) {
    o.next = o.unit.next;
  } else if (a[at].digits() && a.glued(o.next) && a[o.next].word() && !(a[o.next].flags & Atom::clitic) &&
             !o.number.glued_scale) {
    if (!a.is(o.next, "x")) {
      resume = o.next + 1;  // "5G", "13F": letters that are no unit
      while (a.glued(resume) && (a[resume].word() || a[resume].digits())) ++resume;
      return false;
    }
    ++o.next;
  }
  return true;
}

}  // namespace claimsift::quantities
