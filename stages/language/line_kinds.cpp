// SPDX-License-Identifier: Apache-2.0
#include "stages/language/line_kinds.hpp"

#include "stages/language/boundaries.hpp"
#include "stages/language/lines.hpp"
#include "stages/text/characters.hpp"
#include "stages/text/frozen_words.hpp"

namespace claimsift {
namespace {

constexpr size_t kLongest = 160;  // bytes; longer paragraphs are text

enum class Word : uint8_t { header, credit, date };

using enum Word;
constexpr FrozenWord<Word> kWordList[] = {
#include "stages/language/lexicon_line_kinds.inc"
};
constexpr FrozenWords kWords(kWordList);

struct Counts {
  uint32_t words = 0, header = 0, credit = 0, date = 0, number = 0, capitalised = 0, letters = 0,
           capitals = 0;
  bool first_header = false, first_credit = false, slash = false;
};

Counts count(std::string_view text, size_t begin, size_t end) {
  Counts n;
  for (size_t at = begin; at < end;) {
    const std::string_view word = word_at(text, at, end);
    if (word.empty()) {
      n.slash |= text[at] == '/';
      at += decode(text, at).size;
      continue;
    }
    const uint8_t first = char_class(text, at);
    if (const Word* w = kWords.find(word)) {
      n.header += *w == Word::header;
      n.credit += *w == Word::credit;
      n.date += *w == Word::date;
      n.first_header |= n.words == 0 && *w == Word::header;
      n.first_credit |= n.words == 0 && *w == Word::credit;
    }
    n.number += (first & chars::digit) != 0;
    n.capitalised += (first & chars::upper) != 0;
    for (size_t i = at; i < at + word.size();) {
      const Character c = decode(text, i);
      n.letters += (char_class(c.code) & chars::letter) != 0;
      n.capitals += (char_class(c.code) & chars::upper) != 0;
      i += c.size;
    }
    ++n.words;
    at += word.size();
  }
  return n;
}

bool has_stop(std::string_view text, size_t begin, size_t end) {
  while (end > begin) {
    const size_t at = previous(text, end);
    const uint32_t c = decode(text, at).code;
    if (is_sentence_mark(c) || c == ':' || c == ';' || c == ',') return true;
    if (!is_closing_bracket(c) && !is_double_quote(c) && !is_single_quote(c)) return false;
    end = at;
  }
  return false;
}

}  // namespace

SentenceKind kind_of_paragraph(std::string_view text, size_t begin, size_t end, uint32_t sentences,
                               int64_t number) {
  if (end - begin > kLongest) return SentenceKind::text;
  const Counts n = count(text, begin, end);
  if (n.words == 0) return SentenceKind::text;
  const bool bracketed = text[begin] == '(' && text[end - 1] == ')';
  if (n.credit > 0 && (n.first_credit || bracketed || n.credit > 1 || n.slash) && n.words <= 20 &&
      sentences <= 2 && !has_stop(text, begin, end - (bracketed ? 1 : 0)))
    return SentenceKind::credit;
  const bool stop = has_stop(text, begin, end);
  // A line of nothing but dates and words such as "updated", or a byline.
  if (n.number > 0 && n.date + n.header + n.number >= n.words && (n.header > 0 || n.date > 1))
    return SentenceKind::header;
  if (n.first_header && number < 6 && !stop && equals_folded(word_at(text, begin, end), "by") &&
      n.words >= 3 && n.words <= 10 && n.capitalised + 1 >= n.words)
    return SentenceKind::header;
  if (sentences > 1 || n.letters == 0 || read_marker(text, begin, end).size != 0) return SentenceKind::text;
  if (n.capitals == n.letters && n.letters > 3) return SentenceKind::heading;
  const bool opens_quote = is_double_quote(decode(text, begin).code);
  if (!stop && !opens_quote && n.words <= 15 && (char_class(text, begin) & (chars::upper | chars::digit)))
    return SentenceKind::heading;
  return SentenceKind::text;
}

}  // namespace claimsift
