// SPDX-License-Identifier: Apache-2.0
#include "stages/language/entity_acronyms.hpp"

#include <algorithm>

#include "stages/language/entity_evidence.hpp"
#include "stages/text/words.hpp"

namespace claimsift {
namespace {

constexpr uint32_t kShortest = 2, kLongest = 6;  // letters

/// Words that a short form leaves out.
constexpr uint32_t kLeftOut[] = {word_hash("of"), word_hash("and"), word_hash("the"), word_hash("for"),
                                 word_hash("-"),  word_hash("in"),  word_hash("&")};

bool is_capital_letter(char c) { return c >= 'A' && c <= 'Z'; }

/// Letters in one number, five bits each, which tells all short forms apart.
constexpr uint32_t with_letter(uint32_t letters, char c) {
  return letters << 5 | static_cast<uint32_t>(c - 'A' + 1);
}

/// The letters of a short form; 0 for another word.
uint32_t letters_of(std::string_view word) {
  if (word.size() < kShortest || word.size() > kLongest) return 0;
  uint32_t letters = 0;
  for (const char c : word) {
    if (!is_capital_letter(c)) return 0;
    letters = with_letter(letters, c);
  }
  return letters;
}

struct ShortForm {
  uint32_t letters, place;  // in the result
};

class AcronymFinder {
 public:
  AcronymFinder(std::string_view text, const View<layers::Tokens>& tokens, std::span<const TokenRange> ranges)
      : text_(text),
        tokens_(tokens),
        hash_(tokens.column<"hash">()),
        shape_(tokens.column<"shape">()),
        ranges_(ranges) {}

  std::vector<std::pair<uint32_t, uint8_t>> run() {
    for (const TokenRange& range : ranges_)
      for (uint32_t i = range.first; i < range.last; ++i) note(i);
    if (found_.empty()) return {};
    std::stable_sort(forms_.begin(), forms_.end(),
                     [](const ShortForm& a, const ShortForm& b) { return a.letters < b.letters; });
    for (const TokenRange& range : ranges_)
      for (uint32_t i = range.first; i < range.last; ++i)
        if (is_capital(shape_[i])) spell(i, range.last);
    return std::move(found_);
  }

 private:
  char first_letter(uint32_t token) const { return text_[tokens_.span(token).begin]; }

  void note(uint32_t token) {
    if (!is_capital(shape_[token]) || (shape_[token] & shape::lower)) return;
    const cs_span s = tokens_.span(token);
    const uint32_t letters = letters_of(text_.substr(s.begin, s.end - s.begin));
    if (letters == 0) return;
    const bool in_bracket = token > 0 && first_letter(token - 1) == '(';
    forms_.push_back({letters, static_cast<uint32_t>(found_.size())});
    found_.emplace_back(token, acronym::is | (in_bracket ? acronym::in_bracket : 0) |
                                   (s.end - s.begin > kShortest ? acronym::long_form : 0));
  }

  /// Marks the short forms of the names that begin at a token.
  void spell(uint32_t token, uint32_t end) {
    uint32_t letters = 0, count = 0;
    for (uint32_t i = token; i < end && count < kLongest; ++i) {
      if (is_capital_letter(first_letter(i))) {
        letters = with_letter(letters, first_letter(i));
        if (++count >= kShortest) mark(letters);
      } else if (std::find(std::begin(kLeftOut), std::end(kLeftOut), hash_[i]) == std::end(kLeftOut)) {
        return;
      }
    }
  }

  void mark(uint32_t letters) {
    auto at = std::lower_bound(forms_.begin(), forms_.end(), letters,
                               [](const ShortForm& form, uint32_t l) { return form.letters < l; });
    // Those of the same letters are marked at once, so that a second name finds the first marked.
    for (; at != forms_.end() && at->letters == letters; ++at) {
      uint8_t& known = found_[at->place].second;
      if (known & acronym::spelt_out) return;
      known |= acronym::spelt_out;
    }
  }

  std::string_view text_;
  const View<layers::Tokens>& tokens_;
  std::span<const uint32_t> hash_, shape_;
  std::span<const TokenRange> ranges_;
  std::vector<ShortForm> forms_;
  std::vector<std::pair<uint32_t, uint8_t>> found_;
};

}  // namespace

std::vector<std::pair<uint32_t, uint8_t>> find_acronyms(std::string_view text,
                                                        const View<layers::Tokens>& tokens,
                                                        std::span<const TokenRange> ranges) {
  return AcronymFinder(text, tokens, ranges).run();
}

}  // namespace claimsift
