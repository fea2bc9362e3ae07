// SPDX-License-Identifier: Apache-2.0
#include "stages/quotations/quote_kinds.hpp"

#include "stages/quotations/cues.hpp"
#include "stages/text/characters.hpp"

namespace claimsift {
namespace {

constexpr uint32_t kTermWords = 3, kTitleWords = 9;

struct Inside {
  uint32_t words = 0, capitalised = 0, small = 0;  // small: words of up to three letters in lower case
  bool stop = false;  // a mark that ends a sentence, or a comma, before the closing mark
};

Inside look_inside(std::string_view text, uint32_t begin, uint32_t end) {
  Inside in;
  bool word = false;
  uint32_t last = 0, letters = 0;
  uint8_t first = 0;
  const auto close = [&] {
    if (!word) return;
    ++in.words;
    if (first & (chars::upper | chars::digit))
      ++in.capitalised;
    else if (letters <= 3)
      ++in.small;
    word = false;
  };
  for (uint32_t at = begin; at < end && in.words <= 2 * kTitleWords;) {
    const Character c = decode(text, at);
    const uint8_t k = char_class(c.code);
    if (k & (chars::letter | chars::digit)) {
      if (!word) {
        word = true;
        first = k;
        letters = 0;
      }
      ++letters;
    } else if (c.code != '\'' && c.code != 0x2019 && c.code != '-') {
      close();
    }
    if (!(k & chars::space) && !is_double_quote(c.code) && !is_single_quote(c.code)) last = c.code;
    at += c.size;
  }
  close();
  in.stop = is_sentence_mark(last) || last == ',';
  return in;
}

/// The word that ends before `at`, and whether a comma or colon stands between.
std::string_view word_before(std::string_view text, uint32_t at, bool* mark) {
  size_t end = trim_end(text, at > 40 ? at - 40 : 0, at);
  *mark = end > 0 && (text[end - 1] == ',' || text[end - 1] == ':');
  if (*mark) --end;
  size_t begin = end;
  while (begin > 0 && end - begin < 24 &&
         (char_class(static_cast<unsigned char>(text[begin - 1])) & chars::letter))
    --begin;
  return text.substr(begin, end - begin);
}

}  // namespace

QuoteKind kind_of_quote(std::string_view text, const Quotation& q, const Cues& cues) {
  const Inside in = look_inside(text, q.inside, q.span.end);
  bool mark = false;
  const std::string_view before = word_before(text, q.span.begin, &mark);
  const Cue* cue = cues.find(before);
  const bool said =
      cue && (cue->complement == Complement::clause || (mark && cue->complement != Complement::noun));
  if (said || q.open) return QuoteKind::speech;
  const bool title =
      in.words > 0 && in.words <= kTitleWords && in.capitalised + in.small == in.words && in.capitalised > 0;
  if (title && in.words > 1 && in.capitalised * 2 > in.words && !mark && !before.empty())
    return QuoteKind::title;
  if (in.words <= kTermWords && !(in.stop && (mark || before.empty()))) return QuoteKind::term;
  return QuoteKind::speech;
}

}  // namespace claimsift
