// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/standalone.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "stages/claims/lexicon.hpp"
#include "stages/text/words.hpp"

namespace claimsift {

namespace {

constexpr std::array<const char*, 12> kMonths{"January",   "February", "March",    "April",
                                              "May",       "June",     "July",     "August",
                                              "September", "October",  "November", "December"};

bool digits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "on February 26, 2025", "in 2024", "in March 2024" for a TIMEX3 date, empty where it is none of these.
std::string in_words(std::string_view value) {
  if (value.size() == 4 && digits(value)) return fmt::format("in {}", value);
  if (value.size() < 7 || !digits(value.substr(0, 4)) || value[4] != '-' || !digits(value.substr(5, 2)))
    return {};
  const int month = (value[5] - '0') * 10 + (value[6] - '0');
  if (month < 1 || month > 12) return {};
  const char* name = kMonths[static_cast<size_t>(month - 1)];
  if (value.size() == 7) return fmt::format("in {} {}", name, value.substr(0, 4));
  if (value.size() == 10 && value[7] == '-' && digits(value.substr(8)))
    return fmt::format("on {} {}, {}", name, (value[8] - '0') * 10 + (value[9] - '0'), value.substr(0, 4));
  return {};
}

constexpr std::string_view kRelativeWords[] = {"monday",   "tuesday", "wednesday", "thursday",  "friday",
                                               "saturday", "sunday",  "today",     "yesterday", "tomorrow",
                                               "last",     "next",    "this",      "ago",       "now",
                                               "tonight",  "past",    "recent",    "earlier",   "current"};

/// Whether a time expression means something else when it is read on another day.
bool is_relative(std::string_view words) {
  while (!words.empty()) {
    const size_t blank = std::min(words.find(' '), words.size());
    for (const std::string_view word : kRelativeWords)
      if (equals_folded(words.substr(0, blank), word)) return true;
    words.remove_prefix(std::min(blank + 1, words.size()));
  }
  return false;
}

class Rewriter {
 public:
  Rewriter(const StandaloneInput& input, cs_span claim) : input_(input), claim_(claim), at_(claim.begin) {}

  Standalone run() {
    name_subject();
    for (uint32_t i = input_.times.lower_bound(claim_.begin);
         i < input_.times.size() && input_.times.span(i).end <= claim_.end; ++i)
      time(i);
    copy_to(claim_.end);
    finish();
    pronouns();
    ellipsis();
    std::stable_sort(result_.open.begin(), result_.open.end(),
                     [](const OpenSpan& a, const OpenSpan& b) { return a.span.begin < b.span.begin; });
    return std::move(result_);
  }

 private:
  std::string_view text(cs_span s) const { return input_.text.substr(s.begin, s.end - s.begin); }
  void copy_to(uint32_t offset) {
    if (offset > at_) result_.text += input_.text.substr(at_, offset - at_);
    at_ = std::max(at_, offset);
  }

  /// "he will resign", said by Lee in indirect speech, begins with "Lee".
  void name_subject() {
    const uint32_t first = input_.tokens.lower_bound(claim_.begin);
    if (input_.indirect_source.empty() || first >= input_.tokens.size()) return;
    const cs_span token = input_.tokens.span(first);
    for (const std::string_view pronoun : {"he", "she", "they"}) {
      if (token.begin != claim_.begin || !equals_folded(text(token), pronoun)) continue;
      result_.text = input_.indirect_source;
      at_ = named_ = token.end;
    }
  }

  /// Puts a date in the place of "on Wednesday"; a relative expression without one stays open.
  void time(uint32_t row) {
    const cs_span span = input_.times.span(row);
    if (span.begin < at_ || !is_relative(text(span))) return;
    const TimeType type = input_.times.get<"type">(row);
    if (type == TimeType::duration || type == TimeType::set) return;
    const std::string words = in_words(input_.times.get<"value">(row));
    if (words.empty()) {
      result_.open.push_back({span, Unresolvable::relative_date});
      return;
    }
    // The words bring their own preposition, so one that stands there goes.
    uint32_t from = span.begin;
    for (const std::string_view preposition : {"on ", "in ", "On ", "In "})
      if (from >= claim_.begin + 3 && text({from - 3, from}) == preposition && from - 3 >= at_ &&
          (from - 3 == claim_.begin || input_.text[from - 4] == ' ')) {
        from -= 3;
        break;
      }
    copy_to(from);
    result_.text += words;
    at_ = span.end;
  }

  /// Capital, blanks folded, full stop, no quotation mark without its partner.
  void finish() {
    std::string folded;
    const bool halved = std::count(result_.text.begin(), result_.text.end(), '"') % 2 != 0;
    for (const char c : result_.text) {
      const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
      if (halved && c == '"') continue;
      if (!blank)
        folded += c;
      else if (!folded.empty() && folded.back() != ' ')
        folded += ' ';
    }
    if (!folded.empty() && folded.front() >= 'a' && folded.front() <= 'z')
      folded.front() = static_cast<char>(folded.front() - 32);
    if (!folded.empty() && folded.back() != '.' && folded.back() != '!') folded += '.';
    result_.text = std::move(folded);
  }

  void pronouns() {
    for (uint32_t i = input_.tokens.lower_bound(claim_.begin);
         i < input_.tokens.size() && input_.tokens.span(i).end <= claim_.end; ++i) {
      const uint32_t classes = word_classes(input_.tokens.get<"hash">(i), text(input_.tokens.span(i)));
      constexpr uint32_t kPersonal =
          word_class::first_singular | word_class::first_plural | word_class::second | word_class::third;
      if (input_.tokens.span(i).end <= named_) continue;
      if (classes & kPersonal)
        result_.open.push_back({input_.tokens.span(i), Unresolvable::pronoun});
      else if ((classes & word_class::demonstrative) && stands_alone(i))
        result_.open.push_back({input_.tokens.span(i), Unresolvable::definite});
    }
  }
  /// "that is twice", "this was": the demonstrative is the whole subject.
  bool stands_alone(uint32_t token) const {
    if (token + 1 >= input_.tokens.size()) return false;
    const uint32_t next =
        word_classes(input_.tokens.get<"hash">(token + 1), text(input_.tokens.span(token + 1)));
    return (next & (word_class::copula | word_class::auxiliary)) != 0;
  }
  /// A share of something that the clause does not name.
  void ellipsis() {
    for (uint32_t i = input_.quantities.lower_bound(claim_.begin);
         i < input_.quantities.size() && input_.quantities.span(i).end <= claim_.end; ++i) {
      const QuantityKind kind = input_.quantities.get<"kind">(i);
      if (kind == QuantityKind::ratio && is_null(input_.quantities.get<"relative_to">(i)) &&
          is_null(input_.quantities.get<"concept">(i)))
        result_.open.push_back({input_.quantities.span(i), Unresolvable::ellipsis});
    }
  }

  const StandaloneInput& input_;
  cs_span claim_;
  uint32_t at_;
  uint32_t named_ = 0;  // the end of a pronoun that has been replaced
  Standalone result_;
};

}  // namespace

Standalone make_standalone(const StandaloneInput& input, cs_span claim) {
  return Rewriter(input, claim).run();
}

}  // namespace claimsift
