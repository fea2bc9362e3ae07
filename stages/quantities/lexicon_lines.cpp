// SPDX-License-Identifier: Apache-2.0
// The lines of a lexicon: what each head means.
#include <charconv>
#include <stdexcept>

#include "stages/quantities/lexicon.hpp"

namespace claimsift::quantities {
namespace {

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
constexpr Prefix kPrefixes[] = {{'p', "pico", 1e-12}, {'n', "nano", 1e-9},  {'u', "micro", 1e-6},
                                {'m', "milli", 1e-3}, {'c', "centi", 1e-2}, {'d', "deci", 1e-1},
                                {'h', "hecto", 1e2},  {'k', "kilo", 1e3},   {'M', "mega", 1e6},
                                {'G', "giga", 1e9},   {'T', "tera", 1e12},  {'P', "peta", 1e15}};

/// Words that do nothing but carry bits.
struct PlainHead {
  std::string_view head;
  uint64_t bits;
};
constexpr PlainHead kPlain[] = {{"named", is::named},
                                {"street", is::street},
                                {"month", is::month},
                                {"weekday", is::weekday},
                                {"clock", is::clock},
                                {"yearly", is::yearly},
                                {"function", is::function},
                                {"adverb", is::adverb},
                                {"verb", is::verb},
                                {"adjective", is::adjective},
                                {"noun", is::noun},
                                {"singular", is::singular},
                                {"quantifier", is::quantifier},
                                {"share", is::share},
                                {"amount", is::amount},
                                {"measure", is::measure},
                                {"determiner", is::determiner},
                                {"linking", is::linking},
                                {"score_noun", is::score_noun},
                                {"score_verb", is::score_verb},
                                {"transitive", is::transitive},
                                {"gap", is::gap},
                                {"target", is::target},
                                {"angle", is::angle},
                                {"weather", is::weather},
                                {"money_cue", is::money_cue},
                                {"mass_cue", is::mass_cue},
                                {"odds", is::odds},
                                {"cohort", is::cohort},
                                {"sum", is::sum}};

constexpr const char* kModifierNames[] = {"approximately", "more_than", "less_than",
                                          "at_least",      "at_most",   "vague"};

Modifier modifier_of(std::string_view name, std::string_view place) {
  for (uint8_t i = 0; i < std::size(kModifierNames); ++i)
    if (name == kModifierNames[i]) return static_cast<Modifier>(i);
  throw std::runtime_error(std::string(place) + ": there is no modifier `" + std::string(name) + "`");
}

/// A form of a list, and whether its capitals count ("=Wh").
struct Form {
  std::string text;
  bool exact;
};

/// The forms of a list; "mile+" stands for two.
std::vector<Form> forms_of(std::string_view list) {
  std::vector<Form> forms;
  while (!list.empty()) {
    const size_t comma = list.find(',');
    std::string_view form = list.substr(0, comma);
    list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
    while (!form.empty() && form.front() == ' ') form.remove_prefix(1);
    while (!form.empty() && form.back() == ' ') form.remove_suffix(1);
    if (form.empty()) continue;
    if (form.size() > 1 && form.front() == '=' && form[1] != '<' && form[1] != '>') {
      forms.push_back({std::string(form.substr(1)), true});
      continue;
    }
    const size_t plus = form.find('+');  // "mile+", "degree+ celsius"
    if (plus == std::string_view::npos || plus == 0 || form.size() == 1) {
      forms.push_back({std::string(form), false});
      continue;
    }
    const std::string head(form.substr(0, plus)), tail(form.substr(plus + 1));
    forms.push_back({head + tail, false});
    forms.push_back({head + "s" + tail, false});
  }
  return forms;
}

}  // namespace

uint32_t Lexicon::unit_row(std::string_view name) const {
  for (uint32_t i = 0; i < units_.size(); ++i)
    if (units_[i].name == name) return i;
  return kNone;
}

void Lexicon::add_unit(std::string_view name, std::string_view dimension, double factor,
                       std::string_view forms, std::string_view place) {
  uint32_t row = unit_row(name);
  if (row == kNone) {
    uint32_t d = 0;
    while (d < dimensions_.size() && dimensions_[d].name != dimension) ++d;
    if (d == dimensions_.size())
      throw std::runtime_error(std::string(place) + ": there is no dimension `" + std::string(dimension) +
                               "`");
    row = static_cast<uint32_t>(units_.size());
    units_.push_back({std::string(name), d, factor});
    if (name == "percent") percent_ = row;
  }
  for (const Form& form : forms_of(forms)) {
    if (form.exact) {
      put_symbol(form.text, {row, kNone});
    } else if (Detail& d = put(form.text, is::unit); d.unit == kNone) {
      d.unit = row;
    }
  }
}

void Lexicon::add_si(const std::vector<std::string_view>& head, std::string_view forms,
                     std::string_view place) {
  if (head.size() < 6 - (head.size() == 5))
    throw std::runtime_error(std::string(place) +
                             ": `si` needs name, dimension, factor, symbol and prefixes");
  const double factor = to_number(head[3], place);
  const std::string_view symbol = head[4];
  add_unit(spaced(head[1]), head[2], factor, forms, place);
  if (symbol != "-")
    add_unit(spaced(head[1]), head[2], factor, std::string("=") + std::string(symbol), place);
  if (head.size() < 6) return;
  for (const Prefix& p : kPrefixes) {
    if (head[5].find(p.symbol) == std::string_view::npos) continue;
    const std::string name = std::string(p.name) + spaced(head[1]);
    std::string list;
    for (const Form& form : forms_of(forms))
      if (!form.exact) list += (list.empty() ? "" : ", ") + (p.name + form.text);
    if (symbol != "-") {
      const std::string s(symbol);
      if (p.symbol == 'u')
        list += ", =µ" + s + ", =μ" + s + ", =u" + s;
      else
        list += std::string(", =") + p.symbol + s;
    }
    add_unit(name, head[2], factor * p.factor, list, place);
  }
}

void Lexicon::add_sense(std::string_view symbol, std::string_view meaning, std::string_view cues,
                        std::string_view place) {
  Sense sense;
  sense.meaning.unit = unit_row(meaning);
  for (uint32_t i = 0; i < currencies_.size() && sense.meaning.unit == kNone; ++i)
    if (currencies_[i].name == meaning) sense.meaning.currency = i;
  if (!sense.meaning.found())
    throw std::runtime_error(std::string(place) + ": there is no unit or currency `" + std::string(meaning) +
                             "`");
  for (const Form& form : forms_of(cues)) sense.cues.push_back(form.text);
  put_symbol(symbol, {});
  senses_[std::string(symbol)].push_back(std::move(sense));
}

uint32_t Lexicon::add_currency(std::string_view name, std::string_view base, double factor) {
  for (uint32_t i = 0; i < currencies_.size(); ++i)
    if (i != dollar_ && currencies_[i].name == name) return i;
  currencies_.push_back({std::string(name), std::string(base), factor});
  return static_cast<uint32_t>(currencies_.size() - 1);
}

void Lexicon::add_money(uint32_t row, std::string_view forms) {
  for (const Form& form : forms_of(forms)) {
    if (form.exact) {
      put_symbol(form.text, {kNone, row});
    } else if (Detail& d = put(form.text, is::currency); d.currency == kNone) {
      d.currency = row;
    }
    const size_t space = form.text.find(' ');  // "swissfranc"
    if (space != std::string::npos && form.text.find_first_of("$.") == std::string::npos) {
      std::string joined = form.text;
      joined.erase(space, 1);
      if (Detail& d = put(joined, is::currency); d.currency == kNone) d.currency = row;
    }
  }
}

void Lexicon::line(std::string_view head_text, std::string_view forms, std::string_view place) {
  const std::vector<std::string_view> head = split(head_text);
  const std::string_view kind = head[0];
  const auto need = [&](size_t n) {
    if (head.size() < n + 1)
      throw std::runtime_error(std::string(place) + ": `" + std::string(kind) + "` needs " +
                               std::to_string(n) + " words before the colon");
  };
  // each form that is no symbol gets the bits, and its details what the line says
  const auto all = [&](uint64_t bits, auto set) {
    for (const Form& form : forms_of(forms))
      if (!form.exact) set(put(form.text, bits));
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
  if (kind == "change" || kind == "trend") {
    need(1);
    const Change c = head[1] == "up" ? Change::up : Change::down;
    return all(kind == "trend" ? is::trend : is::change, [&](Detail& d) { d.change = c; });
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
  if (kind == "sense") {
    need(2);
    return add_sense(head[1], spaced(head[2]), forms, place);
  }
  if (kind == "currency") {
    need(1);
    const std::string code(head[1]);
    const uint32_t row = add_currency(code, code, 1);
    put_symbol(code, {kNone, row});
    std::string lower = code;  // "eur 20": in lower case only where it is no English word
    for (char& c : lower) c = ascii_lower(c);
    const auto known = building_.find(lower);
    if (known == building_.end() || (known->second.bits & ~uint64_t{is::exact | is::clock}) == 0)
      add_money(row, lower);
    return add_money(row, forms);
  }
  if (kind == "minor") {
    need(3);
    return add_money(add_currency(spaced(head[1]), head[2], to_number(head[3], place)), forms);
  }
  if (kind == "coin") {
    need(1);
    return add_money(add_currency(spaced(head[1]), "", 1), forms);
  }
  if (kind == "region" || kind == "city") {
    need(1);
    for (const Form& form : forms_of(forms))
      dollar_places_[form.text] = {std::string(head[1]), kind == "region"};
    return;
  }
  if (kind == "wire") {
    for (const Form& form : forms_of(forms)) wires_.insert(form.text);
    return;
  }
  if (kind == "ambiguous") {
    if (dollar_ == kNone) {
      dollar_ = static_cast<uint32_t>(currencies_.size());
      currencies_.push_back({"USD", "USD", 1});
    }
    return add_money(dollar_, forms);
  }
  throw std::runtime_error(std::string(place) + ": there is no kind of line `" + std::string(kind) + "`");
}

}  // namespace claimsift::quantities
