// SPDX-License-Identifier: Apache-2.0
#include "stages/quantities/dateline_dollar.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "stages/quantities/atoms.hpp"

namespace claimsift::quantities {
namespace {

/// Lower case, marks of abbreviation as spaces, single spaces: "B.C." is "b c".
std::string normal(std::string_view s) {
  std::string result;
  for (const char c : s) {
    if (c != ' ' && c != '.' && c != '\n' && c != '\t')
      result += ascii_lower(c);
    else if (!result.empty() && result.back() != ' ')
      result += ' ';
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

/// A part of a dateline that tells the day and no place.
bool is_date(const Lexicon& lexicon, std::string_view part) {
  if (std::any_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; })) return true;
  const Entry* e = lexicon.find(part.substr(0, part.find(' ')));
  return e && (e->bits & (is::month | is::weekday));
}

/// The parts of a dateline between commas, slashes and "and", and what stands in brackets.
struct Parts {
  std::vector<std::string> places, agencies;
};
Parts parts_of(std::string_view dateline) {
  Parts parts;
  std::string part;
  bool inside = false;
  const auto flush = [&] {
    if (std::string s = normal(part); !s.empty()) (inside ? parts.agencies : parts.places).push_back(s);
    part.clear();
  };
  for (size_t i = 0; i < dateline.size(); ++i) {
    const char c = dateline[i];
    const bool both = dateline.substr(i, 5) == " and " && !inside;
    if (c != ',' && c != '/' && c != '(' && c != ')' && !both) {
      part += c;
      continue;
    }
    flush();
    if (c == '(' || c == ')') inside = c == '(';
    if (both) i += 4;
  }
  flush();
  return parts;
}

/// A sentence about the figures of the text as a whole.
bool is_note(const Atoms& a) {
  for (uint32_t i = 0; i < a.size(); ++i)
    if (a.any(i, "figures", "amounts", "prices", "sums", "values", "currency", "currencies")) return true;
  return false;
}

}  // namespace

std::string_view dollar_of_dateline(const Lexicon& lexicon, std::string_view dateline) {
  const Parts parts = parts_of(dateline);
  for (const std::string& name : parts.agencies)
    if (lexicon.is_wire(name)) return {};
  std::string_view region, city;
  bool foreign = false;
  for (const std::string& name : parts.places) {
    const DollarPlace* place = lexicon.dollar_place(name);
    if (!place) {
      foreign |= !is_date(lexicon, name);
      continue;
    }
    std::string_view& known = place->region ? region : city;
    if (!known.empty() && known != place->code) return {};
    known = place->code;
  }
  return !region.empty() ? region : foreign ? std::string_view() : city;
}

std::string_view dollar_of_text(const Lexicon& lexicon, std::string_view text,
                                std::span<const cs_span> sentences, std::string_view local,
                                std::string_view fallback) {
  std::vector<Atom> atoms;
  std::string_view result = local;
  for (const cs_span s : sentences) {
    const std::string_view sentence = text.substr(s.begin, s.end - s.begin);
    if (sentence.find('$') == sentence.npos && sentence.find("dollar") == sentence.npos) continue;
    cut(lexicon, text, s.begin, s.end, atoms);
    const Atoms a(lexicon, text, atoms);
    const bool note = is_note(a);
    for (uint32_t i = 0, next = 0; i < a.size(); ++i) {
      if (!a[i].entry || !a[i].entry->words) continue;
      const Entry* e = a.phrase(i, is::currency, next);
      if (!e) continue;
      const uint32_t row = lexicon.detail(*e).currency;
      const std::string_view code = lexicon.currency(row).name;
      if (row != lexicon.dollar() && note && i > 0 && a.is(i - 1, "in") && a.is(next - 1, "dollars"))
        return code;
      const bool amount = a[next - 1].type == AtomType::mark
                              ? a[next].digits()
                              : i > 0 && (a[i - 1].digits() || a[i - 1].is(is::numeric));
      if (row != lexicon.dollar() && code == local && amount) result = fallback;
      i = next - 1;
    }
  }
  return result;
}

}  // namespace claimsift::quantities
