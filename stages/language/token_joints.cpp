// SPDX-License-Identifier: Apache-2.0
// The part of Tokenizer that reads words with characters that may join: "don't", "U.S.", "non-profit",
// "9/11", "1,200.50", "a.b@example.org".
#include "stages/language/tokenizer.hpp"
#include "stages/language/word_parts.hpp"
#include "stages/text/characters.hpp"

namespace claimsift {
namespace {

bool is_local_part(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
         c == '-' || c == '+' || c == '%';
}

bool is_clitic(std::string_view tail) {
  return equals_folded(tail, "s") || equals_folded(tail, "m") || equals_folded(tail, "d") ||
         equals_folded(tail, "re") || equals_folded(tail, "ve") || equals_folded(tail, "ll");
}

bool only_digits(uint32_t shape) { return (shape & (shape::digit | shape::letter)) == shape::digit; }

}  // namespace

size_t Tokenizer::word_with_joints(size_t begin, Run first) {
  size_t at = first.end;
  uint32_t shape = first.shape | (text_[begin] == '.' || text_[begin] == '+' ? shape::other : 0);
  while (at < end_) {
    const char c = text_[at];
    if (const size_t size = apostrophe_at(at); size != 0) {
      const size_t next = at + size;
      if (!letter_at(next)) break;
      const Run tail = run(next);
      const std::string_view suffix = between(next, tail.end);
      if (equals_folded(suffix, "t") && (text_[at - 1] | 0x20) == 'n' && at - 1 > begin) {
        whole(begin, at - 1);
        return whole(at - 1, tail.end);
      }
      const bool decade = only_digits(shape) && equals_folded(suffix, "s");
      if (is_clitic(suffix) && !decade) {
        plain_word(begin, at, shape);
        return whole(at, tail.end);
      }
      if (equals_folded(suffix, "all") && equals_folded(between(begin, at), "y")) {
        whole(begin, next);
        return whole(next, tail.end);
      }
      shape |= shape::other | tail.shape | (size > 1 ? shape::non_ascii : 0);
      at = tail.end;
      continue;
    }
    size_t next = at;
    if (c == '.')
      next = join_stop(begin, at);
    else if (c == '-')
      next = join_hyphen(begin, at, shape);
    else if (c == ':' && byte(at + 1) == '/' && byte(at + 2) == '/')
      next = url_end(at);
    else
      next = join_mark(begin, at, shape);
    if (next == at) break;
    shape |= shape_of(at, next);
    at = next;
    if (c == '.' && text_[at - 1] == '.') break;
  }
  plain_word(begin, at, shape);
  return at;
}

/// A stop inside a word ("3.5", "U.S.", "example.com") or one that an abbreviation keeps.
size_t Tokenizer::join_stop(size_t begin, size_t at) const {
  const size_t next = at + 1;
  if (digit_at(next) && digit_at(at - 1)) return run(next).end;
  if (letter_at(next) || digit_at(next)) {
    const size_t end = run(next).end;
    if (end - next == 1 && (is_dotted(begin, at) || equals_folded(between(begin, at), "ph"))) return end;
    if (equals_folded(between(begin, at), "www")) return url_end(at);
    const std::string_view part = between(next, end);
    if (is_host_ending(part) && byte(end) != '.') return byte(end) == '/' ? url_end(end) : end;
    // A missing space ("done.Then") shows in the capital; "alt.books.misc" and "node.js" have none.
    const bool capital = char_class(text_, next) & chars::upper;
    if (capital && !is_host_ending(part)) return at;
    return at - begin >= 2 || digit_at(next) ? end : at;
  }
  if (byte(next) == '.') return at;
  return keeps_stop(begin, at) ? next : at;
}

/// Whether [begin, end) is single letters with stops between, as "U.S" or "J"; "Ph" counts as one.
bool Tokenizer::is_dotted(size_t begin, size_t end) const {
  if (end - begin > 24) return false;
  if (equals_folded(between(begin, end).substr(0, 3), "ph.")) begin += 3;
  for (size_t i = begin; i < end; ++i)
    if ((i - begin) % 2 == 1 ? text_[i] != '.'
                             : !(char_class(static_cast<unsigned char>(text_[i])) & chars::letter))
      return false;
  return (end - begin) % 2 == 1;
}

bool Tokenizer::stop_ends_sentence(size_t stop) const {
  for (size_t i = stop + 1; i < end_;) {
    const Character c = decode(text_, i);
    if (!is_closing_bracket(c.code) && !is_double_quote(c.code) && !is_single_quote(c.code) &&
        !(char_class(c.code) & chars::space))
      return false;
    i += c.size;
  }
  return true;
}

bool Tokenizer::keeps_stop(size_t begin, size_t stop) const {
  const std::string_view word = between(begin, stop);
  const bool last = stop_ends_sentence(stop);
  if (word.find('.') != std::string_view::npos) {
    if (is_dotted(begin, stop)) return true;
    return abbreviations_.find(word) != Abbreviation::none;
  }
  if (digit_at(begin)) return begin == begin_ && !last && stop - begin <= 2 && byte(stop + 1) == ' ';
  const Abbreviation a = abbreviations_.find(word);
  switch (a) {
    case Abbreviation::none: break;
    case Abbreviation::number: return !last;
    case Abbreviation::unsure: return !last;
    default: return true;
  }
  if (word.size() == 1) return !last && (char_class(text_, begin) & chars::upper);
  return false;
}

/// Hyphens part words, but for prefixes ("non-profit"), telephone numbers and dates ("2020-05-01").
size_t Tokenizer::join_hyphen(size_t begin, size_t at, uint32_t shape) const {
  const size_t next = at + 1;
  if (!letter_at(next) && !digit_at(next)) return at;
  if (only_digits(shape)) {
    if (!digit_at(next)) return at;
    const Run right = run(next);
    if (!only_digits(right.shape)) return at;
    const size_t left = at - begin, size = right.end - next;
    if (text_.substr(begin, left).find('-') != std::string_view::npos) return right.end;
    if (byte(right.end) == '-' && digit_at(right.end + 1)) return right.end;
    return size == 4 && (left == 3 || left == 1 || left == 5) ? right.end : at;
  }
  return (shape & shape::other) == 0 && is_prefix(between(begin, at)) ? run(next).end : at;
}

/// Slash, colon, comma, ampersand and "*" where they stand inside numbers and names.
size_t Tokenizer::join_mark(size_t begin, size_t at, uint32_t shape) const {
  const size_t next = at + 1;
  const bool digits = digit_at(at - 1) && digit_at(next);
  switch (text_[at]) {
    case '/':
      if (digits && only_digits(shape)) return run(next).end;
      if (at - begin == 1 && letter_at(begin) && letter_at(next) && run(next).end == next + 1)
        return next + 1;
      return at;
    case ':': return digits && only_digits(shape) ? run(next).end : at;
    case ',': {
      if (!digits || !only_digits(shape)) return at;
      const size_t end = run(next).end;
      return end - next == 3 || (end - next == 2 && at - begin <= 2) ? end : at;
    }
    case '&':
      return (shape & shape::digit) == 0 && letter_at(next) && byte(run(next).end) != ';' ? run(next).end
                                                                                          : at;
    case '*': {
      if (!letter_at(at - 1)) return at;
      size_t end = repeated(at);
      return letter_at(end) ? run(end).end : at;
    }
    case '!': return equals_folded(between(begin, at), "yahoo") && next < end_ ? next : at;
    default: return at;
  }
}

/// The end of an e-mail address that begins at `at`; `at` if none does. Its local part has at most 64 bytes.
size_t Tokenizer::address_end(size_t at) {
  if (at > at_sign_) {
    const size_t sign = text_.find('@', at);
    at_sign_ = sign < end_ ? sign : end_;
  }
  if (at_sign_ >= end_ || at_sign_ - at > 64) return at;
  for (size_t i = at; i < at_sign_; ++i)
    if (!is_local_part(text_[i]) && !(text_[i] == ':' && between(at, i) == "mailto")) return at;
  size_t end = at_sign_ + 1;
  if (!letter_at(end) && !digit_at(end)) return at;
  while (end < end_ && (is_local_part(text_[end]) && text_[end] != '+' && text_[end] != '%')) ++end;
  while (text_[end - 1] == '.' || text_[end - 1] == '-') --end;
  return end;
}

/// The end of a web address, without the marks that close the sentence around it.
size_t Tokenizer::url_end(size_t at) const {
  size_t end = at;
  int open = 0;
  while (end < end_) {
    const Character c = decode(text_, end);
    if ((char_class(c.code) & chars::space) || c.code == '<' || c.code == '>' || is_double_quote(c.code) ||
        c.code == 0x2019)
      break;
    if (c.code == '(') ++open;
    if (c.code == ')' && --open < 0) break;
    end += c.size;
  }
  while (end > at + 1 &&
         (text_[end - 1] == '.' || text_[end - 1] == ',' || text_[end - 1] == ';' || text_[end - 1] == ':' ||
          text_[end - 1] == '!' || text_[end - 1] == '?' || text_[end - 1] == '\'' || text_[end - 1] == ']'))
    --end;
  return end;
}

}  // namespace claimsift
