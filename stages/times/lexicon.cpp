// SPDX-License-Identifier: Apache-2.0
#include "stages/times/lexicon.hpp"

#include <charconv>
#include <stdexcept>

namespace claimsift::times {
namespace {

std::string_view trim(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t' || s.front() == '\r')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\r')) s.remove_suffix(1);
  return s;
}

int to_int(std::string_view s, const std::string& place) {
  int value = 0;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
  if (error != std::errc() || end != s.data() + s.size())
    throw std::runtime_error(place + ": `" + std::string(s) + "` is not a whole number");
  return value;
}

/// What a line's head does to the entry of each of its forms.
struct Head {
  std::string_view name;
  uint32_t bits;
  void (*set)(Entry&, int);
};
constexpr Head kHeads[] = {
    {"month", is::month | is::trigger, [](Entry& e, int v) { e.month = static_cast<int8_t>(v); }},
    {"doubtful", is::doubtful, nullptr},
    {"weekday", is::weekday | is::trigger, [](Entry& e, int v) { e.weekday = static_cast<int8_t>(v); }},
    {"weekdays", is::weekdays | is::trigger, [](Entry& e, int v) { e.weekday = static_cast<int8_t>(v); }},
    {"season", is::season | is::trigger, [](Entry& e, int v) { e.season = static_cast<int8_t>(v); }},
    {"unit", is::unit | is::trigger, [](Entry& e, int v) { e.unit = static_cast<int8_t>(v); }},
    {"units", is::units | is::trigger, [](Entry& e, int v) { e.unit = static_cast<int8_t>(v); }},
    {"part", is::part | is::trigger, [](Entry& e, int v) { e.part = static_cast<int8_t>(v); }},
    {"parts", is::parts | is::trigger, [](Entry& e, int v) { e.part = static_cast<int8_t>(v); }},
    {"hour", is::hour | is::trigger, [](Entry& e, int v) { e.hour = static_cast<int8_t>(v); }},
    {"ampm", is::ampm | is::trigger, [](Entry& e, int v) { e.ampm = static_cast<int8_t>(v); }},
    {"zone", is::zone, [](Entry& e, int v) { e.zone = static_cast<int16_t>(v); }},
    {"era", is::era | is::trigger, [](Entry& e, int v) { e.era = static_cast<int8_t>(v); }},
    {"number", is::number, [](Entry& e, int v) { e.number = v; }},
    {"ordinal", is::ordinal, [](Entry& e, int v) { e.number = v; }},
    {"decade", is::decade | is::trigger, [](Entry& e, int v) { e.decade = static_cast<int8_t>(v); }},
    {"day", is::day | is::trigger, [](Entry& e, int v) { e.day = static_cast<int8_t>(v); }},
    {"tonight", is::tonight | is::trigger, [](Entry& e, int v) { e.part = static_cast<int8_t>(v); }},
    {"present", is::present | is::trigger, nullptr},
    {"past", is::past | is::trigger, nullptr},
    {"future", is::future | is::trigger, nullptr},
    {"vague", is::vague, nullptr},
    {"will", is::will, nullptr},
    {"was", is::was, nullptr},
    {"noun", is::noun, nullptr},
    {"yearly", is::yearly, nullptr},
    {"trigger", is::trigger, nullptr},
    {"modifier", is::modifier, nullptr},
    {"opener", is::opener, nullptr},
};

}  // namespace

Lexicon::Lexicon(const std::vector<std::pair<std::string, std::string>>& holidays) {
  often_.emplace_back();
  for (size_t i = 0; i < kLexiconCount; ++i) add(kLexicons[i].text, kLexicons[i].name);
  for (const auto& [name, rule_text] : holidays) {
    HolidayRule rule;
    if (!read_holiday_rule(rule_text, rule))
      throw std::runtime_error("holidays: `" + rule_text + "` is no rule such as 12-25, 11-W4-4 or E+1");
    add_holiday(name, rule);
  }
  if (building_.size() > kSlotMask / 2) throw std::runtime_error("holidays: too many names");
  slots_.assign(kSlotMask + 1, {});
  for (const auto& [form, e] : building_) {
    const uint32_t hash = word_hash(form);
    size_t at = hash & kSlotMask;
    while (slots_[at].row != 0) at = (at + 1) & kSlotMask;
    entries_.push_back(e);
    slots_[at] = {hash, static_cast<uint16_t>(entries_.size()), static_cast<uint8_t>(form.size()),
                  form.front()};
    filter_[(hash & kFilterMask) >> 6] |= 1ull << (hash & 63);
    if (!(e.bits & is::trigger)) continue;
    Filter& triggers = needs_capital(e) ? capitals_ : triggers_;
    triggers[(hash & kFilterMask) >> 6] |= 1ull << (hash & 63);
  }
  building_ = {};
  rows_ = {};
}

Entry& Lexicon::entry(std::string_view form) {
  if (const uint32_t* row = rows_.find(form)) return building_[*row].second;
  rows_.add(form, static_cast<uint32_t>(building_.size()));
  return building_.emplace_back(std::string(form), Entry{}).second;
}

void Lexicon::add(std::string_view text, std::string_view name) {
  size_t number = 0;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    const std::string_view row = trim(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++number;
    if (row.empty() || row.front() == '#') continue;
    const std::string place = std::string(name) + ":" + std::to_string(number);
    const size_t colon = row.find(" : ");
    if (colon == std::string_view::npos)
      throw std::runtime_error(place + ": a line is `HEAD [VALUE] : forms`");
    const std::string_view head = trim(row.substr(0, colon));
    const size_t space = std::min(head.find(' '), head.size());
    line(head.substr(0, space), trim(head.substr(space)), trim(row.substr(colon + 3)), place);
  }
}

void Lexicon::line(std::string_view head, std::string_view value, std::string_view forms,
                   const std::string& place) {
  const auto each = [&](auto set) {
    while (!forms.empty()) {
      const size_t comma = std::min(forms.find(','), forms.size());
      if (const std::string_view form = trim(forms.substr(0, comma)); !form.empty()) set(form);
      forms.remove_prefix(std::min(comma + 1, forms.size()));
    }
  };
  if (head == "often") {
    often_.emplace_back(value);
    return each([&](std::string_view form) {
      Entry& e = entry(form);
      e.bits |= is::often | is::trigger;
      e.often = static_cast<uint8_t>(often_.size() - 1);
    });
  }
  for (const Head& h : kHeads) {
    if (h.name != head) continue;
    const int v = h.set ? to_int(value, place) : 0;
    return each([&](std::string_view form) {
      Entry& e = entry(form);
      e.bits |= h.bits;
      if (h.set) h.set(e, v);
    });
  }
  HolidayRule rule;
  if (!read_holiday_rule(head, rule))
    throw std::runtime_error(place + ": there is no kind of line `" + std::string(head) + "`");
  each([&](std::string_view form) { add_holiday(form, rule); });
}

}  // namespace claimsift::times
