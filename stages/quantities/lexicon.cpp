// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/lexicon.hpp"

#include <charconv>
#include <stdexcept>

#include "stages/quantities/atoms.hpp"

namespace claimsift::quantities {
namespace {

std::string_view trim(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t' || s.front() == '\r')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\r')) s.remove_suffix(1);
  return s;
}

std::vector<std::string_view> split(std::string_view s) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < s.size();) {
    while (at < s.size() && s[at] == ' ') ++at;
    const size_t end = std::min(s.find(' ', at), s.size());
    if (end > at) words.push_back(s.substr(at, end - at));
    at = end;
  }
  return words;
}

std::string spaced(std::string_view name) {
  std::string result(name);
  for (char& c : result)
    if (c == '_') c = ' ';
  return result;
}

double to_number(std::string_view s, std::string_view place) {
  double value = 0;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
  if (error != std::errc() || end != s.data() + s.size())
    throw std::runtime_error(std::string(place) + ": `" + std::string(s) + "` is not a number");
  return value;
}

struct Prefix {
  char symbol;
  const char* name;
  double factor;
};
constexpr Prefix kPrefixes[] = {{'p', "pico", 1e-12}, {'n', "nano", 1e-9}, {'u', "micro", 1e-6}, {'m', "milli", 1e-3}, {'c', "centi", 1e-2},
                                {'d', "deci", 1e-1},  {'h', "hecto", 1e2}, {'k', "kilo", 1e3},   {'M', "mega", 1e6},   {'G', "giga", 1e9},
                                {'T', "tera", 1e12},  {'P', "peta", 1e15}};

/// Words that do nothing but carry bits.
struct PlainHead {
  std::string_view head;
  uint64_t bits;
};
constexpr PlainHead kPlain[] = {
    {"named", is::named},         {"street", is::street},   {"month", is::month}, {"weekday", is::weekday}, {"clock", is::clock},
    {"yearly", is::yearly},       {"function", is::function}, {"adverb", is::adverb}, {"verb", is::verb},   {"adjective", is::adjective},
    {"noun", is::noun},           {"singular", is::singular}, {"quantifier", is::quantifier}, {"share", is::share},
    {"amount", is::amount},       {"measure", is::measure}};

constexpr const char* kModifierNames[] = {"approximately", "more_than", "less_than", "at_least", "at_most", "vague"};

Modifier modifier_of(std::string_view name, std::string_view place) {
  for (uint8_t i = 0; i < std::size(kModifierNames); ++i)
    if (name == kModifierNames[i]) return static_cast<Modifier>(i);
  throw std::runtime_error(std::string(place) + ": there is no modifier `" + std::string(name) + "`");
}

}  // namespace

Lexicon::Lexicon() {
  building_.reserve(16384);
  for (size_t i = 0; i < kLexiconCount; ++i) add(kLexicons[i].text, kLexicons[i].name);
}

void Lexicon::add(std::string_view text, std::string_view name) {
  size_t number = 0;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    std::string_view row = trim(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++number;
    if (row.empty() || row.front() == '#') continue;
    const std::string place = std::string(name) + ":" + std::to_string(number);
    const size_t colon = row.find(" :");
    if (colon != std::string_view::npos) line(row.substr(0, colon), trim(row.substr(colon + 2)), place);
    else line(row, "", place);
  }
}

void Lexicon::put(std::string_view form, uint64_t bits, auto set) {
  // The form goes through the same lexer as text does, so that both give the same key.
  std::vector<Atom> pieces;
  cut(*this, form, 0, static_cast<uint32_t>(form.size()), pieces);
  const Atoms atoms(*this, form, pieces);
  PhraseKey phrase;
  uint32_t words = 0;
  for (uint32_t i = 0; i < atoms.size(); ++i) {
    const bool hyphen = i > 0 && atoms[i].dash() && atoms.glued(i) && atoms.glued(i + 1) && atoms[i - 1].word() && atoms[i + 1].word();
    const bool dot = i > 0 && atoms[i].mark('.') && atoms.glued(i) && atoms[i - 1].word();
    if (hyphen || dot) continue;
    phrase.add(atoms.text(i), atoms[i], atoms.glued(i), true);
    ++words;
  }
  const std::string key(phrase.view());
  if (key.empty()) return;
  Entry& e = building_[key];
  if (e.detail == 0) {
    e.detail = static_cast<uint32_t>(details_.size());
    details_.emplace_back();
  }
  e.bits |= bits;
  set(details_[e.detail]);
  std::string first(atoms.text(0));
  for (char& c : first) c = ascii_lower(c);
  Entry& head = building_[first];
  head.words = std::max<uint8_t>(head.words, static_cast<uint8_t>(words));
}

void Lexicon::put_symbol(std::string_view form, Symbol symbol) {
  std::vector<Atom> pieces;
  cut(*this, form, 0, static_cast<uint32_t>(form.size()), pieces);
  const Atoms atoms(*this, form, pieces);
  PhraseKey phrase;
  for (uint32_t i = 0; i < atoms.size(); ++i) {
    if (i > 0 && atoms[i].dash() && atoms.glued(i) && atoms.glued(i + 1) && atoms[i - 1].word() && atoms[i + 1].word()) continue;
    phrase.add(atoms.text(i), atoms[i], atoms.glued(i), false);
  }
  Symbol& s = symbols_[std::string(phrase.view())];
  if (symbol.unit != kNone && s.unit == kNone) s.unit = symbol.unit;
  if (symbol.currency != kNone && s.currency == kNone) s.currency = symbol.currency;
  std::string first(atoms.text(0));
  for (char& c : first) c = ascii_lower(c);
  Entry& head = building_[first];
  head.bits |= is::exact;
  head.words = std::max<uint8_t>(head.words, 1);
}

template <class F, class G> void Lexicon::each_form(std::string_view forms, F set, G set_symbol) {
  while (!forms.empty()) {
    const size_t comma = forms.find(',');
    std::string_view form = trim(forms.substr(0, comma));
    forms.remove_prefix(comma == std::string_view::npos ? forms.size() : comma + 1);
    if (form.empty()) continue;
    if (form.size() > 1 && form.front() == '=' && form[1] != '<' && form[1] != '>') {
      set_symbol(form.substr(1));
      continue;
    }
    const size_t plus = form.find('+');  // "mile+", "degree+ celsius"
    if (plus == std::string_view::npos || plus == 0 || form.size() == 1) {
      set(std::string(form));
      continue;
    }
    const std::string head(form.substr(0, plus)), tail(form.substr(plus + 1));
    set(head + tail);
    set(head + "s" + tail);
  }
}

uint32_t Lexicon::unit_row(std::string_view name) const {
  for (uint32_t i = 0; i < units_.size(); ++i)
    if (units_[i].name == name) return i;
  return kNone;
}

void Lexicon::add_unit(std::string_view name, std::string_view dimension, double factor, std::string_view forms, std::string_view place) {
  uint32_t row = unit_row(name);
  if (row == kNone) {
    uint32_t d = 0;
    while (d < dimensions_.size() && dimensions_[d].name != dimension) ++d;
    if (d == dimensions_.size()) throw std::runtime_error(std::string(place) + ": there is no dimension `" + std::string(dimension) + "`");
    row = static_cast<uint32_t>(units_.size());
    units_.push_back({std::string(name), d, factor});
    if (name == "percent") percent_ = row;
  }
  each_form(
      forms,
      [&](const std::string& form) {
        put(form, is::unit, [&](Detail& d) { if (d.unit == kNone) d.unit = row; });
      },
      [&](std::string_view form) { put_symbol(form, {row, kNone}); });
}

void Lexicon::add_si(const std::vector<std::string_view>& head, std::string_view forms, std::string_view place) {
  if (head.size() < 6 - (head.size() == 5)) throw std::runtime_error(std::string(place) + ": `si` needs name, dimension, factor, symbol and prefixes");
  const double factor = to_number(head[3], place);
  const std::string_view symbol = head[4];
  add_unit(spaced(head[1]), head[2], factor, forms, place);
  if (symbol != "-") add_unit(spaced(head[1]), head[2], factor, std::string("=") + std::string(symbol), place);
  if (head.size() < 6) return;
  for (const Prefix& p : kPrefixes) {
    if (head[5].find(p.symbol) == std::string_view::npos) continue;
    const std::string name = std::string(p.name) + spaced(head[1]);
    std::string list;
    each_form(forms, [&](const std::string& form) { list += (list.empty() ? "" : ", ") + (p.name + form); }, [](std::string_view) {});
    if (symbol != "-") {
      const std::string s(symbol);
      if (p.symbol == 'u') list += ", =µ" + s + ", =μ" + s + ", =u" + s;
      else list += std::string(", =") + p.symbol + s;
    }
    add_unit(name, head[2], factor * p.factor, list, place);
  }
}

uint32_t Lexicon::add_currency(std::string_view name, std::string_view base, double factor) {
  for (uint32_t i = 0; i < currencies_.size(); ++i)
    if (currencies_[i].name == name) return i;
  currencies_.push_back({std::string(name), std::string(base), factor});
  return static_cast<uint32_t>(currencies_.size() - 1);
}

void Lexicon::line(std::string_view head_text, std::string_view forms, std::string_view place) {
  const std::vector<std::string_view> head = split(head_text);
  const std::string_view kind = head[0];
  const auto need = [&](size_t n) {
    if (head.size() < n + 1) throw std::runtime_error(std::string(place) + ": `" + std::string(kind) + "` needs " + std::to_string(n) + " words before the colon");
  };
  const auto no_symbol = [](std::string_view) {};
  const auto all = [&](uint64_t bits, auto set) {
    each_form(forms, [&](const std::string& form) { put(form, bits, set); }, no_symbol);
  };
  const auto value = [&](uint64_t bits, double Detail::*field) {
    need(1);
    const double v = to_number(head[1], place);
    all(bits, [&](Detail& d) { d.*field = v; });
  };
  const auto power = [&](uint64_t bits, int8_t Detail::*field) {
    need(1);
    const auto v = static_cast<int8_t>(to_number(head[1], place));
    all(bits, [&](Detail& d) { d.*field = v; });
  };
  const auto money = [&](uint32_t row) {
    each_form(
        forms,
        [&](const std::string& form) {
          put(form, is::currency, [&](Detail& d) { if (d.currency == kNone) d.currency = row; });
        },
        [&](std::string_view form) { put_symbol(form, {kNone, row}); });
  };

  for (const PlainHead& p : kPlain)
    if (kind == p.head) return all(p.bits, [](Detail&) {});
  if (kind == "number") return value(is::number, &Detail::value);
  if (kind == "ordinal") return value(is::ordinal, &Detail::value);
  if (kind == "group") return value(is::group, &Detail::high);
  if (kind == "part") return value(is::part, &Detail::part);
  if (kind == "multiple") return value(is::multiple, &Detail::multiple);
  if (kind == "scale") return power(is::scale, &Detail::scale);
  if (kind == "letter") return power(is::letter, &Detail::letter);
  if (kind == "vague") {
    need(2);
    const double low = to_number(head[1], place), high = to_number(head[2], place);
    return all(is::vague, [&](Detail& d) { d.low = low, d.high = high; });
  }
  if (kind == "before" || kind == "after") {
    need(1);
    const Modifier m = modifier_of(head[1], place);
    const bool before = kind == "before";
    return all(before ? is::before : is::after, [&](Detail& d) { (before ? d.before : d.after) = m; });
  }
  if (kind == "change") {
    need(1);
    const Change c = head[1] == "up" ? Change::up : Change::down;
    return all(is::change, [&](Detail& d) { d.change = c; });
  }
  if (kind == "plural") {
    need(1);
    return all(is::plural, [&](Detail& d) { d.singular = std::string(head[1]); });
  }
  if (kind == "dimension") {
    need(2);
    dimensions_.push_back({std::string(head[1]), spaced(head[2])});
    return;
  }
  if (kind == "si") return add_si(head, forms, place);
  if (kind == "unit") {
    need(3);
    return add_unit(spaced(head[1]), head[2], to_number(head[3], place), forms, place);
  }
  if (kind == "currency") {
    need(1);
    const std::string code(head[1]);
    const uint32_t row = add_currency(code, code, 1);
    put_symbol(code, {kNone, row});
    std::string lower = code;  // "eur 20": in lower case only where it is no English word
    for (char& c : lower) c = ascii_lower(c);
    const auto known = building_.find(lower);
    if (known == building_.end() || (known->second.bits & ~uint64_t{is::exact | is::clock}) == 0) put(lower, is::currency, [&](Detail& d) { if (d.currency == kNone) d.currency = row; });
    return money(row);
  }
  if (kind == "minor") {
    need(3);
    return money(add_currency(spaced(head[1]), head[2], to_number(head[3], place)));
  }
  if (kind == "coin") {
    need(1);
    return money(add_currency(spaced(head[1]), "", 1));
  }
  if (kind == "ambiguous") {
    dollar_ = add_currency("USD", "USD", 1);
    return money(dollar_);
  }
  throw std::runtime_error(std::string(place) + ": there is no kind of line `" + std::string(kind) + "`");
}

void Lexicon::set_default(std::string_view key, std::string_view code) {
  for (uint32_t i = 0; i < currencies_.size(); ++i)
    if (currencies_[i].name == code && currencies_[i].base == code) {
      for (const char* form : {"$", "dollar", "dollars"})
        if (key == "dollar") details_[building_.at(form).detail].currency = i;
      return;
    }
  throw std::runtime_error("`" + std::string(code) + "` is no currency code (ISO 4217)");
}

const Symbol* Lexicon::symbol(std::string_view form) const {
  const auto it = symbols_.find(form);
  return it == symbols_.end() ? nullptr : &it->second;
}

void Lexicon::freeze() {
  filter_.assign((kFilterMask + 1) / 64, 0);
  for (const auto& [form, entry] : building_) {
    table_.add(form, entry);
    if (!(entry.bits & (is::numeric | is::unit | is::currency))) continue;
    const uint32_t hash = word_hash(form);
    filter_[(hash & kFilterMask) >> 6] |= 1ull << (hash & 63);
  }
}

}  // namespace claimsift::quantities
