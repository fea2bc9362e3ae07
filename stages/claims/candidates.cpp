// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/candidates.hpp"

#include <algorithm>

#include "stages/claims/lexicon.hpp"

namespace claimsift {

namespace {

constexpr uint32_t kHeaderLead = 12;  // bytes before a date in a line about the article itself: "Updated "
constexpr uint32_t kFewestWords = 3;  // a span of fewer words asserts nothing unless it holds a number

/// The tokens of a span, without what does not belong to the assertion.
class Trimmer {
 public:
  Trimmer(const CandidateInput& input, cs_span span) : input_(input) {
    first_ = input.tokens.lower_bound(span.begin);
    last_ = input.tokens.lower_bound(span.end);
    while (last_ > first_ && input.tokens.span(last_ - 1).end > span.end) --last_;
  }

  /// `content`: it was introduced by a cue, so a "that" before it belongs to the frame.
  void trim(bool content) {
    while (first_ < last_ && !is_word(last_ - 1) && !keeps_end(last_ - 1)) --last_;
    for (bool again = true; again && first_ < last_;) {
      again = false;
      while (first_ < last_ && !is_word(first_) && !keeps_begin(first_)) ++first_, again = true;
      if (opens_with_conjunction() || (content && opens_with_that())) ++first_, again = true;
    }
  }
  bool empty() const { return first_ >= last_; }
  cs_span span() const { return {input_.tokens.span(first_).begin, input_.tokens.span(last_ - 1).end}; }
  uint32_t words() const {
    uint32_t count = 0;
    for (uint32_t i = first_; i < last_; ++i) count += is_word(i) ? 1 : 0;
    return count;
  }
  /// Words outside time expressions: a line that is nothing but a date asserts nothing.
  uint32_t words_beside_times() const {
    uint32_t count = 0, t = input_.times.lower_bound(span().begin);
    for (uint32_t i = first_; i < last_; ++i) {
      const cs_span at = input_.tokens.span(i);
      while (t < input_.times.size() && input_.times.span(t).end <= at.begin) ++t;
      if (is_word(i) && (t >= input_.times.size() || input_.times.span(t).begin > at.begin)) ++count;
    }
    return count;
  }
  bool has_number() const {
    for (uint32_t i = first_; i < last_; ++i)
      if (input_.tokens.get<"shape">(i) & shape::digit) return true;
    return false;
  }

 private:
  std::string_view text(uint32_t i) const {
    const cs_span s = input_.tokens.span(i);
    return input_.text.substr(s.begin, s.end - s.begin);
  }
  bool is_word(uint32_t i) const {
    return (input_.tokens.get<"shape">(i) & (shape::letter | shape::digit)) != 0;
  }
  /// Signs that belong to what follows or stands before: "$5", "(a) ... [sic]", "5%".
  bool keeps_end(uint32_t i) const { return text(i) == "%" || text(i) == ")" || text(i) == "]"; }
  bool keeps_begin(uint32_t i) const {
    const std::string_view t = text(i);
    return t == "$" || t == "£" || t == "€" || t == "¥" || t == "#" || t == "(";
  }
  bool opens_with_conjunction() const {
    if (last_ - first_ < kFewestWords) return false;
    const std::string_view t = text(first_);
    const uint32_t classes = word_classes(input_.tokens.get<"hash">(first_), t);
    if (!(classes & word_class::conjunction)) return false;
    // "So far, ..." and "Then-President ..." go on without a break; "But the" and "However, the" do not.
    const bool coordinating = t.size() <= 3 && (classes & word_class::conjunction) && !equals(t, "so");
    return coordinating || text(first_ + 1) == ",";
  }
  /// "that the cost would rise"; not "that is twice the amount".
  bool opens_with_that() const {
    if (last_ - first_ < kFewestWords || !equals(text(first_), "that")) return false;
    const uint32_t next = word_classes(input_.tokens.get<"hash">(first_ + 1), text(first_ + 1));
    return (next & (word_class::copula | word_class::auxiliary)) == 0;
  }
  static bool equals(std::string_view word, std::string_view lower) {
    return word.size() == lower.size() && std::equal(word.begin(), word.end(), lower.begin(),
                                                     [](char a, char b) { return (a | 0x20) == b; });
  }

  const CandidateInput& input_;
  uint32_t first_, last_;
};

bool asserts(CueClass c) {
  return c == CueClass::statement || c == CueClass::finding || c == CueClass::belief || is_null(c);
}

class Finder {
 public:
  explicit Finder(const CandidateInput& input) : input_(input) {}

  std::vector<Candidate> run() {
    collect_pieces();
    for (uint32_t s = 0; s < input_.sentences.size(); ++s) {
      const SentenceKind kind = input_.sentences.get<"kind">(s);
      if (kind == SentenceKind::text || kind == SentenceKind::heading) sentence(s);
    }
    return std::move(candidates_);
  }

 private:
  struct Piece {
    cs_span span;
    uint32_t attribution;
  };

  /// The contents of attributed statements, outermost ones only, in text order.
  void collect_pieces() {
    for (uint32_t a = 0; a < input_.attributions.size(); ++a) {
      if (!asserts(input_.attributions.get<"cue_class">(a)) ||
          !is_null(input_.attributions.get<"nested_in">(a)))
        continue;
      const auto [first, last] = input_.contents.children(a);
      for (uint32_t i = first; i < last; ++i) pieces_.push_back({input_.contents.span(i), a});
    }
    std::stable_sort(pieces_.begin(), pieces_.end(),
                     [](const Piece& a, const Piece& b) { return a.span.begin < b.span.begin; });
  }

  void sentence(uint32_t s) {
    const cs_span span = without_header(input_.sentences.span(s));
    if (span.begin >= span.end) return;
    const size_t before = candidates_.size();
    bool asked = false;
    // Pieces are sorted by begin; one can reach over several sentences, so the walk restarts where one still
    // does.
    while (next_ < pieces_.size() && pieces_[next_].span.end <= span.begin) ++next_;
    for (size_t i = next_; i < pieces_.size() && pieces_[i].span.begin < span.end; ++i) {
      const cs_span part{std::max(pieces_[i].span.begin, span.begin),
                         std::min(pieces_[i].span.end, span.end)};
      if (part.begin >= part.end) continue;
      if (is_question(part))
        asked = true;
      else
        add(part, s, pieces_[i].attribution);
    }
    if (candidates_.size() > before)
      add_sources_with_numbers(s, before);
    else if (!asked && !is_question(span))
      add(span, s, kNoRow);
    share_out(input_.sentences.span(s), before);
  }
  /// Frames ("I think", ", he said") say much about how a claim is meant, so each claim is scored with those
  /// around it.
  void share_out(cs_span sentence, size_t from) {
    for (size_t i = from; i < candidates_.size(); ++i) {
      candidates_[i].stretch.begin = i == from ? sentence.begin : candidates_[i - 1].span.end;
      candidates_[i].stretch.end = i + 1 == candidates_.size() ? sentence.end : candidates_[i + 1].span.begin;
      candidates_[i].stretch.end = std::max(candidates_[i].stretch.end, candidates_[i].span.end);
    }
  }

  /// The sentence behind its dateline; nothing of a byline, a credit or a date of publication.
  cs_span without_header(cs_span span) const {
    for (uint32_t h = input_.header.lower_bound(span.begin);
         h < input_.header.size() && input_.header.span(h).begin < span.end; ++h) {
      const HeaderKind kind = input_.header.get<"kind">(h);
      const bool whole = kind == HeaderKind::byline || kind == HeaderKind::credit ||
                         kind == HeaderKind::published || kind == HeaderKind::updated;
      if (kind == HeaderKind::dateline)
        span.begin = std::min(span.end, input_.header.span(h).end);
      else if (whole && input_.header.span(h).begin < span.begin + kHeaderLead)
        span.begin = span.end;
    }
    return span;
  }
  void add(cs_span span, uint32_t sentence, uint32_t attribution) {
    Trimmer trimmer(input_, span);
    trimmer.trim(!is_null(attribution));
    if (trimmer.empty() || (trimmer.words() < kFewestWords && !trimmer.has_number())) return;
    if (trimmer.words_beside_times() == 0) return;
    candidates_.push_back({trimmer.span(), {}, sentence, attribution});
  }

  /// "Ada Low, a 39-year-old nurse, said ...": the apposition states a fact of its own.
  void add_sources_with_numbers(uint32_t s, size_t before) {
    const size_t after = candidates_.size();
    for (size_t c = before; c < after; ++c) {
      if (c > before && candidates_[c].attribution == candidates_[c - 1].attribution) continue;
      const auto [first, last] = input_.sources.children(candidates_[c].attribution);
      for (uint32_t i = first; i < last; ++i) {
        const cs_span source = input_.sources.span(i);
        const cs_span whole = input_.sentences.span(s);
        if (source.begin < whole.begin || source.end > whole.end || !holds_quantity(source)) continue;
        add(source, s, kNoRow);
      }
    }
    std::stable_sort(candidates_.begin() + static_cast<std::ptrdiff_t>(before), candidates_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.span.begin < b.span.begin; });
  }
  bool holds_quantity(cs_span span) const {
    const uint32_t q = input_.quantities.lower_bound(span.begin);
    return q < input_.quantities.size() && input_.quantities.span(q).end <= span.end;
  }
  bool is_question(cs_span span) const {
    std::string_view t = input_.text.substr(span.begin, span.end - span.begin);
    for (uint32_t i = span.end; i < input_.text.size() && i < span.end + 1; ++i)
      if (input_.text[i] == '?') return true;
    while (!t.empty() && (t.back() == '"' || t.back() == '\'' || t.back() == ' ' || t.back() == ')' ||
                          static_cast<unsigned char>(t.back()) >= 0x80))
      t.remove_suffix(1);
    return !t.empty() && t.back() == '?';
  }

  const CandidateInput& input_;
  std::vector<Piece> pieces_;
  size_t next_ = 0;
  std::vector<Candidate> candidates_;
};

}  // namespace

std::vector<Candidate> find_candidates(const CandidateInput& input) { return Finder(input).run(); }

}  // namespace claimsift
