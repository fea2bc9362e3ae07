// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/lexicon.hpp"

#include <algorithm>
#include <stdexcept>

#include "stages/quantities/atoms.hpp"

namespace claimsift::quantities {
namespace {

std::string_view trim(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t' || s.front() == '\r')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\r')) s.remove_suffix(1);
  return s;
}

std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = ascii_lower(c);
  return out;
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
    if (colon != std::string_view::npos)
      line(row.substr(0, colon), trim(row.substr(colon + 2)), place);
    else
      line(row, "", place);
  }
}

Detail& Lexicon::put(std::string_view form, uint64_t bits) {
  // The form goes through the same lexer as text does, so that both give the same key.
  std::vector<Atom> pieces;
  cut(*this, form, 0, static_cast<uint32_t>(form.size()), pieces);
  const Atoms atoms(*this, form, pieces);
  PhraseKey phrase;
  uint32_t words = 0, last = 0;
  for (uint32_t i = 0; i < atoms.size(); ++i) {
    const bool hyphen = i > 0 && atoms[i].dash() && atoms.glued(i) && atoms.glued(i + 1) &&
                        atoms[i - 1].word() && atoms[i + 1].word();
    const bool dot = i > 0 && atoms[i].mark('.') && atoms.glued(i) && atoms[i - 1].word();
    if (hyphen || dot) continue;
    phrase.add(atoms.text(i), atoms[i], atoms.glued(i), true);
    ++words;
    last = i;
  }
  const std::string key(phrase.view());
  if (key.empty()) return details_[0];
  Entry& e = building_[key];
  if (e.detail == 0) {
    e.detail = static_cast<uint32_t>(details_.size());
    details_.emplace_back();
  }
  e.bits |= bits;
  const uint32_t detail = e.detail;
  Entry& head = building_[lower(atoms.text(0))];
  head.words = std::max<uint8_t>(head.words, static_cast<uint8_t>(words));
  head.begun |= bits;
  building_[lower(atoms.text(last))].ended |= bits;
  return details_[detail];
}

void Lexicon::put_symbol(std::string_view form, Symbol symbol) {
  std::vector<Atom> pieces;
  cut(*this, form, 0, static_cast<uint32_t>(form.size()), pieces);
  const Atoms atoms(*this, form, pieces);
  PhraseKey phrase;
  for (uint32_t i = 0; i < atoms.size(); ++i) {
    if (i > 0 && atoms[i].dash() && atoms.glued(i) && atoms.glued(i + 1) && atoms[i - 1].word() &&
        atoms[i + 1].word())
      continue;
    phrase.add(atoms.text(i), atoms[i], atoms.glued(i), false);
  }
  Symbol& s = symbols_[std::string(phrase.view())];
  if (symbol.unit != kNone && s.unit == kNone) s.unit = symbol.unit;
  if (symbol.currency != kNone && s.currency == kNone) s.currency = symbol.currency;
  Entry& head = building_[lower(atoms.text(0))];
  head.bits |= is::exact;
  head.words = std::max<uint8_t>(head.words, 1);
}

void Lexicon::set_default(std::string_view key, std::string_view code) {
  for (uint32_t i = 0; i < currencies_.size(); ++i)
    if (i != dollar_ && currencies_[i].name == code && currencies_[i].base == code) {
      if (key == "dollar") currencies_[dollar_].name = currencies_[dollar_].base = code;
      return;
    }
  throw std::runtime_error("`" + std::string(code) + "` is no currency code (ISO 4217)");
}

const DollarPlace* Lexicon::dollar_place(const std::string& name) const {
  const auto it = dollar_places_.find(name);
  return it == dollar_places_.end() ? nullptr : &it->second;
}

const Symbol* Lexicon::symbol(std::string_view form) const {
  const auto it = symbols_.find(form);
  return it == symbols_.end() ? nullptr : &it->second;
}

const std::vector<Sense>* Lexicon::senses(std::string_view form) const {
  const auto it = senses_.find(form);
  return it == senses_.end() ? nullptr : &it->second;
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
