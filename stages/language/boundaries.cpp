// SPDX-License-Identifier: Apache-2.0
#include "stages/language/boundaries.hpp"

#include <algorithm>

#include "stages/text/characters.hpp"

namespace claimsift {
namespace {

constexpr size_t kReach = 32;  // bytes looked at on either side, so that no text costs more than linear time

bool joins_word(uint32_t c) { return c == '\'' || c == 0x2019 || c == '.' || c == '&' || c == 0xB0; }

/// The word that ends at `end`: letters and digits, with stops and apostrophes inside.
std::string_view word_before(std::string_view text, size_t begin, size_t end) {
  size_t at = end;
  while (at > begin && end - at < kReach) {
    const size_t p = previous(text, at);
    const Character c = decode(text, p);
    if (!(char_class(c.code) & (chars::letter | chars::digit)) && !joins_word(c.code)) break;
    at = p;
  }
  while (at < end && (text[at] == '.' || text[at] == '\'')) ++at;
  return text.substr(at, end - at);
}

/// Two stops or more, or U+2026, and no "!" or "?".
bool is_ellipsis(std::string_view text, const Stop& stop) {
  for (size_t at = stop.first; at < stop.last; ++at)
    if (text[at] == '!' || text[at] == '?') return false;
  return stop.last - stop.first > 1;
}

bool all_digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Letters with stops between them: "U.S", "a.m", "Ph.D".
bool is_acronym(std::string_view word) {
  size_t part = 0, parts = 0;
  for (size_t i = 0; i <= word.size(); ++i) {
    if (i == word.size() || word[i] == '.') {
      if (part == 0 || part > 2) return false;
      part = 0;
      ++parts;
    } else if ((ascii_lower(word[i]) >= 'a' && ascii_lower(word[i]) <= 'z')) {
      ++part;
    } else {
      return false;
    }
  }
  return parts >= 2;
}

size_t skip_digits(std::string_view text, size_t at, size_t end) {
  while (at < end && text[at] >= '0' && text[at] <= '9') ++at;
  return at;
}

/// The number of a footnote after the stop and before the next sentence: "minority rights. 4 Even though".
bool footnote_follows(std::string_view text, size_t begin, size_t first, size_t at, size_t end) {
  const size_t number = skip_digits(text, at + 1, end);
  if (number == at + 1 || number > at + 4 || number + 1 >= end || text[number] != ' ') return false;
  if (first - begin < 20 || !(char_class(text, number + 1) & chars::upper)) return false;
  const uint32_t last = decode(text, previous(text, first)).code;
  return ((char_class(last) & chars::lower) || last == ')') &&
         begins_sentences(word_at(text, number + 1, end));
}

/// The end of a reference mark such as "[7]", "[...]" or "[citation needed]" at `at`; `at` if there is none.
size_t reference_mark_end(std::string_view text, size_t at, size_t end) {
  size_t p = text[at] == ' ' ? at + 2 : at + 1;
  const size_t inside = p;
  if (p < end && text[p] >= 'a' && text[p] <= 'z') {
    while (p < end && p - inside < kReach && ((text[p] >= 'a' && text[p] <= 'z') || text[p] == ' ')) ++p;
    if (text.substr(inside, p - inside).find("needed") == std::string_view::npos) return at;
  } else {
    while (p < end && p - inside < 5 &&
           ((text[p] >= '0' && text[p] <= '9') || text[p] == '.' || (text[p] & 0x80)))
      ++p;
  }
  return p > inside && p < end && text[p] == ']' ? p + 1 : at;
}

/// `"Why?" Smith asked`: one to three capitalised words and a verb of speech go on with the sentence.
bool speech_frame_follows(std::string_view text, size_t at, size_t end) {
  for (int words = 0; words < 4 && at < end; ++words) {
    const std::string_view word = word_at(text, at, end);
    if (word.empty()) return false;
    if (reports_speech(word)) return words > 0;
    const bool pronoun = equals_folded(word, "he") || equals_folded(word, "she") ||
                         equals_folded(word, "they") || equals_folded(word, "i") || equals_folded(word, "we");
    if (!pronoun && !(char_class(text, at) & chars::upper)) return false;
    if (!pronoun && begins_sentences(word)) return false;
    at += word.size();
    if (at >= end || text[at] != ' ') return false;
    ++at;
  }
  return false;
}

}  // namespace

std::string_view word_at(std::string_view text, size_t at, size_t end) {
  const size_t begin = at;
  while (at < end && at - begin < kReach) {
    const Character c = decode(text, at);
    const bool word = char_class(c.code) & (chars::letter | chars::digit);
    const bool joint = (c.code == '\'' || c.code == 0x2019) && at + c.size < end && at > begin &&
                       (char_class(text, at + c.size) & chars::letter);
    if (!word && !joint) break;
    at += c.size;
  }
  return text.substr(begin, at - begin);
}

Stop Boundaries::read(std::string_view text, size_t begin, size_t first, size_t end) {
  Stop stop{begin, first, first, first, first, end};
  size_t at = first;
  while (at < end) {
    const Character c = decode(text, at);
    if (is_sentence_mark(c.code)) {
      at += c.size;
    } else if (c.code == ' ' && at + 1 < end && text[at + 1] == '.' && text[at - 1] == '.' &&
               (at + 2 == end || text[at + 2] == ' ' || text[at + 2] == '.' || text[at + 2] == '\n')) {
      at += 2;  // a spaced ellipsis ". . ."
    } else {
      break;
    }
  }
  stop.last = at;
  while (at < end) {
    const Character c = decode(text, at);
    if (at == stop.last && c.code == ' ' && footnote_follows(text, begin, first, at, end)) {
      at = skip_digits(text, at + 1, end);
    } else if (is_closing_bracket(c.code) || is_double_quote(c.code) || is_single_quote(c.code)) {
      // After white space an opening mark would not come here; directly after the stop it closes.
      if (is_opening(c.code) && c.code != 0xAB) break;
      at += c.size;
    } else if (c.code == '[' || (c.code == ' ' && at + 1 < end && text[at + 1] == '[')) {
      const size_t mark = reference_mark_end(text, at, end);  // "at large.[7]", "at large. [7]"
      if (mark == at) break;
      at = mark;
    } else {
      break;
    }
  }
  stop.closed = at;
  stop.next = skip_space(text, at, end);
  return stop;
}

Gap break_without_stop(std::string_view text, size_t begin, size_t at, size_t end) {
  const auto digit = [&](size_t i) { return i < end && text[i] >= '0' && text[i] <= '9'; };
  const Gap none{false, at + 1};
  size_t p = at + 1;
  bool stamp = false;
  if (text.substr(at, 3) == "://") {
    while (p < end && !(char_class(text, p) & chars::space)) p += decode(text, p).size;
    const char last = text[p - 1];
    size_t stop = p;  // "(see https://example.org.)": the scan sees the stop
    while (stop > at + 3 && std::string_view(".!?)]\"'").find(text[stop - 1]) != std::string_view::npos)
      --stop;
    if (last == ',' || stop < p) return {false, stop};
  } else if (text[at] == ':') {  // "05/25/2001 11:45 AM Do you"
    if (!digit(p) || at == begin || !digit(at - 1)) return none;
    while (digit(p) && p - at < 4) ++p;
    if (text.substr(p, 3) == " AM" || text.substr(p, 3) == " PM") p += 3;
    size_t date = at;
    while (date > begin && at - date < 3 && digit(date - 1)) --date;
    if (date < begin + 9 || text[date - 1] != ' ' || !digit(date - 2)) return none;
    const std::string_view before = text.substr(date - 9, 8);
    if (before.find('/') == std::string_view::npos || before.find(' ') != std::string_view::npos) return none;
    stamp = true;
  }
  const size_t next = skip_space(text, p, end);
  if (next == p || next >= end) return {false, p};
  const bool ends = stamp || (char_class(text, next) & chars::upper) || text.substr(next, 7) == "http://" ||
                    text.substr(next, 8) == "https://";
  return {ends, p};
}

bool Boundaries::ends(std::string_view text, const Stop& stop) const {
  if (stop.next >= stop.end) return true;
  const Character next = decode(text, stop.next);
  const uint8_t next_class = char_class(next.code);
  const bool single = stop.last - stop.first == 1 && text[stop.first] == '.';
  if (stop.next == stop.closed) {
    // No space: only "end.The" and stops of scripts that write none.
    if (static_cast<unsigned char>(text[stop.first]) >= 0xE3) return true;
    if (!(next_class & chars::upper) || stop.last - stop.first > 2) return false;
    const std::string_view before = word_before(text, stop.begin, stop.first);
    const std::string_view after = word_at(text, stop.next, stop.end);
    const bool lower = before.size() >= 2 &&
                       std::all_of(before.begin(), before.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const size_t then = stop.next + after.size();
    return lower && begins_sentences(after) && (then >= stop.end || text[then] == ' ' || text[then] == ',');
  }
  if (next.code == ',' || next.code == ';' || next.code == ':' || next.code == ')' || next.code == ']')
    return false;
  if (single) return full_stop_ends(text, stop);

  const bool quoted = stop.closed > stop.last;
  if (is_ellipsis(text, stop)) {
    if (stop.first > stop.begin && text[stop.first - 1] == '[') return false;  // "[...]" leaves words out
    return !(next_class & chars::lower) && next.code != '(';
  }
  if (is_dash(next.code)) return false;
  if (next_class & chars::lower) return !quoted && !speech_frame_follows(text, stop.next, stop.end);
  if ((next_class & chars::upper) && quoted && speech_frame_follows(text, stop.next, stop.end)) return false;
  if (text[stop.first] == '!' && !quoted) {
    const std::string_view before = word_before(text, stop.begin, stop.first);
    if (equals_folded(before, "yahoo") && !begins_sentences(word_at(text, stop.next, stop.end))) return false;
  }
  return true;
}

bool Boundaries::full_stop_ends(std::string_view text, const Stop& stop) const {
  const Character next = decode(text, stop.next);
  const uint8_t next_class = char_class(next.code);
  const std::string_view before = word_before(text, stop.begin, stop.first);
  if (stop.closed > stop.last) {  // a quotation or bracket closes: the stop is surely one
    if (next_class & chars::lower) return false;
    if ((next_class & chars::upper) && speech_frame_follows(text, stop.next, stop.end)) return false;
    const Abbreviation inside = abbreviations_.find(before);
    return inside == Abbreviation::none || inside >= Abbreviation::company ||
           is_double_quote(decode(text, stop.last).code);
  }
  if (before.empty()) return !(next_class & chars::lower);
  if (is_dash(next.code) && next.code != '-') return false;  // a dateline: "WASHINGTON, D.C. - The"
  const Abbreviation a = abbreviations_.find(before);
  if (next_class & chars::lower) {
    // The writer uses no capitals; but a short capitalised word may be an abbreviation that nobody listed.
    const uint8_t first = char_class(text, static_cast<size_t>(before.data() - text.data()));
    return a == Abbreviation::none && before.size() > 1 && before.find('.') == std::string_view::npos &&
           ((first & chars::lower) || ((first & chars::upper) && before.size() > 5));
  }
  if (a != Abbreviation::none) return after_abbreviation(a, text, stop);
  if (is_acronym(before)) return after_abbreviation(Abbreviation::company, text, stop);
  if (all_digits(before)) {
    // "1. First": a list marker at the beginning stays with its item.
    const size_t at = static_cast<size_t>(before.data() - text.data());
    return !(trim_end(text, stop.begin, at) == stop.begin && before.size() <= 3);
  }
  if (before.size() == 1) {  // an initial, or a plain letter
    const bool capital = char_class(static_cast<unsigned char>(before[0])) & chars::upper;
    if ((next_class & chars::digit) && capital) return false;  // "S. 10th"
    if (!capital && before.data() > text.data() && before.data()[-1] == '(')
      return false;  // "(b. March 2009)"
    if ((next_class & chars::upper) && capital) {
      const std::string_view after = word_at(text, stop.next, stop.end);
      return begins_sentences(after) && after.size() > 1;
    }
    const size_t at = static_cast<size_t>(before.data() - text.data());
    if (trim_end(text, stop.begin, at) == stop.begin) return false;  // "a. the first item"
  }
  return true;
}

bool Boundaries::after_abbreviation(Abbreviation a, std::string_view text, const Stop& stop) const {
  const Character next = decode(text, stop.next);
  const uint8_t next_class = char_class(next.code);
  const std::string_view after = word_at(text, stop.next, stop.end);
  const bool starter = (next_class & chars::upper) && begins_sentences(after);
  const bool opens = is_double_quote(next.code) || is_opening(next.code);
  if (is_dash(next.code)) return false;
  switch (a) {
    case Abbreviation::title: return false;
    case Abbreviation::inside: return false;
    case Abbreviation::number: return !(next_class & chars::digit) && (starter || opens);
    case Abbreviation::month: return starter || opens;
    case Abbreviation::company: return starter || is_double_quote(next.code);
    case Abbreviation::hour:
      return (opens && next.code != '(') || ((next_class & chars::upper) && !follows_hour(after));
    case Abbreviation::final: return true;
    case Abbreviation::unsure: return !(next_class & chars::digit);
    case Abbreviation::none: break;
  }
  return true;
}

}  // namespace claimsift
