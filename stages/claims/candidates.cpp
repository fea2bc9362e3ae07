// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/candidates.hpp"

#include <algorithm>

#include "stages/claims/lexicon.hpp"
#include "stages/text/words.hpp"

namespace claimsift {

namespace {

constexpr uint32_t kHeaderLead = 12;     // bytes before a date in a line about the article itself: "Updated "
constexpr uint32_t kFewestWords = 3;     // a span of fewer words asserts nothing unless it holds a number
constexpr uint32_t kFewestInClause = 2;  // "Prices fell.", where a verb is known to be one
constexpr cs_span kNone{CS_NULL_ID, CS_NULL_ID};

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
    // "that penalty was wrong": a determiner.
    if (input_.tags.present() && input_.tags.get<"xpos">(first_) == Xpos::dt) return false;
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

/// One sentence after the other, with what attributions say of it.
class Finder {
 public:
  explicit Finder(const CandidateInput& input)
      : input_(input),
        tree_({input.text, input.tokens, input.tags, input.syntax, input.quantities, input.times}) {}

  std::vector<Candidate> run() {
    collect_pieces();
    for (uint32_t s = 0; s < input_.sentences.size(); ++s) {
      const SentenceKind kind = input_.sentences.get<"kind">(s);
      if (kind == SentenceKind::text || kind == SentenceKind::heading || is_caption(input_.sentences.span(s)))
        sentence(s);
    }
    return std::move(candidates_);
  }

 private:
  /// A part of the sentence that somebody says.
  struct Piece {
    cs_span span;
    uint32_t attribution;
    cs_span gap = kNone;  // the frame between two parts that make one clause
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
    const cs_span whole = input_.sentences.span(s), span = without_header(whole);
    if (span.begin >= span.end) return;
    sentence_ = s;
    parsed_ = tree_.open(first_token(whole), last_token(whole));
    const size_t before = candidates_.size();
    const bool asked = take_parts(span);
    for (const Piece& part : parts_) add_part(part, span);
    if (candidates_.size() > before) {
      if (parsed_) add_own_voice(span);
    } else {
      const cs_span asserted = is_question(span) ? presupposed(span) : asked ? kNone : span;
      if (asserted.begin < asserted.end) add_clauses(asserted, kNoRow);
    }
    if (candidates_.size() == before && parts_.empty()) return;
    if (parsed_) add_nested(before);
    add_sources_with_numbers(before);
    std::stable_sort(candidates_.begin() + static_cast<std::ptrdiff_t>(before), candidates_.end(), in_order);
    share_out(whole, before);
  }

  /// The parts of this sentence that are attributed, in `parts_`; whether one of them is a question.
  bool take_parts(cs_span span) {
    bool asked = false;
    parts_.clear();
    // Pieces are sorted by begin; one can reach over several sentences, so the walk restarts where one still
    // does.
    while (next_ < pieces_.size() && pieces_[next_].span.end <= span.begin) ++next_;
    for (size_t i = next_; i < pieces_.size() && pieces_[i].span.begin < span.end; ++i) {
      const cs_span part{std::max(pieces_[i].span.begin, span.begin),
                         std::min(pieces_[i].span.end, span.end)};
      if (part.begin >= part.end) continue;
      if (is_question(part))
        asked = true;
      else if (!join_part(part, pieces_[i].attribution))
        parts_.push_back({part, pieces_[i].attribution});
    }
    return asked;
  }
  /// "The plan," he said, "costs too much": a part without a verb is one clause with the next of its speech.
  bool join_part(cs_span part, uint32_t attribution) {
    if (parts_.empty() || parts_.back().attribution != attribution || !is_null(parts_.back().gap))
      return false;
    Piece& last = parts_.back();
    if (has_verb(last.span) && has_verb(part)) return false;
    Trimmer before(input_, last.span), behind(input_, part);
    before.trim(true);
    behind.trim(false);
    if (before.empty() || behind.empty()) return false;
    // Only ", he said," stands between two parts; without a mark what is left out belongs to the clause.
    const cs_span gap{before.span().end, behind.span().begin};
    const bool marked =
        gap.begin < gap.end && is_mark(gap.begin) && (is_mark(gap.end - 1) || is_mark(gap.end - 2));
    if (marked) last.gap = gap;
    last.span.end = part.end;
    return true;
  }
  /// A comma, a quotation mark or a dash.
  bool is_mark(uint32_t at) const {
    const char c = input_.text[at];
    return c == ',' || c == '"' || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
  }
  void add_part(const Piece& part, cs_span sentence) {
    if (has_verb(part.span)) {
      add_clauses(part.span, part.attribution, part.gap);
      return;
    }
    // "described it as a first step": what is said has no verb, so the clause that holds it is the claim.
    const Candidate found = clause_around(part, sentence);
    const cs_span clause = found.span;
    for (const Piece& other : parts_)
      if (other.span.begin != part.span.begin && overlap(other.span, clause) &&
          (has_verb(other.span) || other.span.begin < part.span.begin))
        return;
    add(found);
  }
  Candidate clause_around(const Piece& part, cs_span sentence) {
    Candidate found{sentence, {}, sentence_, part.attribution};
    if (parsed_)
      for (const Clause& clause : tree_.coordinated(first_token(sentence), last_token(sentence)))
        if (overlap(bytes(clause), part.span)) {
          found = {bytes(clause), {}, sentence_, part.attribution, clause.form, clause.subject, clause.hinge};
          break;
        }
    found.framed = true;
    return found;
  }

  /// A span of the sentence, cut into clauses where it was parsed.
  void add_clauses(cs_span span, uint32_t attribution, cs_span gap = kNone) {
    const uint32_t first = first_token(span), last = last_token(span);
    if (!parsed_ || first >= last) {
      add({span, {}, sentence_, attribution}, gap);
      return;
    }
    for (const Clause& clause : tree_.coordinated(first, last))
      if (!tree_.is_address(clause.first, clause.last))
        add({bytes(clause),
             {},
             sentence_,
             clause.outside ? kNoRow : attribution,
             clause.form,
             clause.subject,
             clause.hinge},
            gap);
  }
  /// "The mill closed, and its owner said it was sold": the clauses beside what is attributed.
  void add_own_voice(cs_span sentence) {
    for (const Clause& clause : tree_.coordinated(first_token(sentence), last_token(sentence)))
      if (!touches_attribution(bytes(clause)) && !tree_.is_address(clause.first, clause.last))
        add({bytes(clause), {}, sentence_, kNoRow, clause.form, clause.subject, clause.hinge});
  }
  bool touches_attribution(cs_span span) const {
    return std::any_of(parts_.begin(), parts_.end(), [&](const Piece& part) {
      return overlap(part.span, span) || overlap(input_.attributions.span(part.attribution), span);
    });
  }

  /// Relative clauses, appositions and what a rumour says, with the voice of the part that they stand in.
  void add_nested(size_t from) {
    const size_t until = candidates_.size();
    for (const Clause& clause : tree_.nested()) {
      const cs_span span = bytes(clause);
      uint32_t attribution = kNoRow;
      bool cut = false;
      for (const Piece& part : parts_) {
        if (!overlap(part.span, span)) continue;
        if (part.span.begin <= span.begin && span.end <= part.span.end)
          attribution = part.attribution;
        else
          cut = true;  // an attribution begins or ends in the middle of it
      }
      if (cut) continue;
      const size_t count = candidates_.size();
      add({span, {}, sentence_, attribution, clause.form, clause.subject, clause.hinge});
      if (clause.form == ClauseForm::relative && candidates_.size() > count)
        for (size_t i = from; i < until; ++i) set_aside(candidates_[i], candidates_[count].span);
    }
  }
  /// Takes a relative clause out of the one around it: its end, or an aside.
  void set_aside(Candidate& outer, cs_span inner) const {
    if (inner.begin <= outer.span.begin || inner.end > outer.span.end) return;
    Trimmer before(input_, {outer.span.begin, inner.begin});
    before.trim(false);
    if (before.empty()) return;
    const uint32_t end = before.span().end;
    if (inner.end == outer.span.end) {
      outer.span.end = end;
      return;
    }
    uint32_t behind = inner.end;  // with the comma that closes it
    while (behind < outer.span.end && (input_.text[behind] == ',' || input_.text[behind] == ' ')) ++behind;
    if (outer.asides.empty() || outer.asides.back().end <= end) outer.asides.push_back({end, behind});
  }

  /// Frames ("I think", ", he said") say much about how a claim is meant, so each claim is scored with those
  /// around it; a clause within another is scored as that one is.
  void share_out(cs_span sentence, size_t from) {
    size_t before = candidates_.size();
    for (size_t i = from; i < candidates_.size(); ++i) {
      Candidate& c = candidates_[i];
      if (is_nested(c)) {
        c.stretch = before == candidates_.size() ? c.span : candidates_[before].stretch;
        continue;
      }
      size_t next = i + 1;
      while (next < candidates_.size() && is_nested(candidates_[next])) ++next;
      c.stretch.begin = before == candidates_.size() ? sentence.begin : candidates_[before].span.end;
      c.stretch.end = next == candidates_.size() ? sentence.end : candidates_[next].span.begin;
      c.stretch.end = std::max(c.stretch.end, c.span.end);
      before = i;
    }
  }
  static bool is_nested(const Candidate& c) {
    return c.form != ClauseForm::whole && c.form != ClauseForm::shares_subject;
  }
  static bool in_order(const Candidate& a, const Candidate& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
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
      else if (whole && input_.header.span(h).begin < span.begin + kHeaderLead && !is_caption(span))
        span.begin = span.end;
    }
    return span;
  }
  /// "Photo shows the bridge after the flood": the line of a picture that says what is to be seen.
  bool is_caption(cs_span span) const {
    const uint32_t first = first_token(span);
    if (first + 2 >= last_token(span)) return false;
    const cs_span verb = input_.tokens.span(first + 1);
    const std::string_view word = input_.text.substr(verb.begin, verb.end - verb.begin);
    return word == "shows" || word == "show" || word == "showed";
  }

  void add(Candidate candidate, cs_span gap = kNone) {
    Trimmer trimmer(input_, candidate.span);
    trimmer.trim(!is_null(candidate.attribution));
    if (trimmer.empty()) return;
    const uint32_t fewest = parsed_ && has_verb(trimmer.span()) ? kFewestInClause : kFewestWords;
    if ((trimmer.words() < fewest && !trimmer.has_number()) || trimmer.words_beside_times() == 0) return;
    candidate.span = trimmer.span();
    if (!is_null(gap) && candidate.span.begin < gap.begin && gap.end < candidate.span.end)
      candidate.asides.push_back(gap);
    candidates_.push_back(std::move(candidate));
  }

  /// "Ada Low, a 39-year-old nurse, said ...": the apposition states a fact of its own.
  void add_sources_with_numbers(size_t before) {
    const size_t after = candidates_.size();
    const cs_span whole = input_.sentences.span(sentence_);
    for (size_t c = before; c < after; ++c) {
      const uint32_t attribution = candidates_[c].attribution;
      if (is_null(attribution) || (c > before && attribution == candidates_[c - 1].attribution)) continue;
      const auto [first, last] = input_.sources.children(attribution);
      for (uint32_t i = first; i < last; ++i) {
        const cs_span source = input_.sources.span(i);
        if (source.begin < whole.begin || source.end > whole.end || !holds_quantity(source)) continue;
        const bool told =
            std::any_of(candidates_.begin() + static_cast<std::ptrdiff_t>(before), candidates_.end(),
                        [&](const Candidate& other) { return overlap(other.span, source); });
        if (!told) add({source, {}, sentence_, kNoRow});
      }
    }
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

  /// What a question tells as a fact: all behind "did you know that"; an empty span where it only asks.
  cs_span presupposed(cs_span question) const {
    constexpr std::string_view kAsk[] = {"and",   "but",    "so",  ",",   "do",  "did",
                                         "don't", "didn't", "n't", "not", "you", "that"};
    constexpr std::string_view kKnow[] = {"know", "realize", "realise", "remember", "recall", "forget"};
    constexpr std::string_view kOpen[] = {"who",   "what", "when",  "where",   "why", "how",
                                          "which", "if",   "whose", "whether", "to",  "about"};
    const auto is_one_of = [&](uint32_t token, const auto& words) {
      return std::any_of(std::begin(words), std::end(words),
                         [&](std::string_view word) { return equals_folded(word_at(token), word); });
    };
    const uint32_t last = last_token(question);
    uint32_t i = first_token(question);
    bool asks = false, knows = false;
    for (; i < last && (is_one_of(i, kAsk) || (asks && !knows && is_one_of(i, kKnow))); ++i) {
      asks = asks || equals_folded(word_at(i), "you");
      knows = knows || is_one_of(i, kKnow);
    }
    if (!knows || i >= last || is_one_of(i, kOpen) || !has_finite_verb(input_.tags, i, last)) return kNone;
    return {input_.tokens.span(i).begin, question.end};
  }
  std::string_view word_at(uint32_t token) const {
    const cs_span at = input_.tokens.span(token);
    return input_.text.substr(at.begin, at.end - at.begin);
  }

  uint32_t first_token(cs_span span) const { return input_.tokens.lower_bound(span.begin); }
  uint32_t last_token(cs_span span) const { return input_.tokens.lower_bound(span.end); }
  bool has_verb(cs_span span) const {
    const uint32_t first = first_token(span), last = last_token(span);
    return parsed_ ? tree_.has_predicate(first, last) : has_finite_verb(input_.tags, first, last);
  }
  cs_span bytes(const Clause& clause) const {
    return {input_.tokens.span(clause.first).begin, input_.tokens.span(clause.last - 1).end};
  }
  static bool overlap(cs_span a, cs_span b) { return a.begin < b.end && b.begin < a.end; }

  const CandidateInput& input_;
  ClauseTree tree_;
  std::vector<Piece> pieces_;
  std::vector<Piece> parts_;  // of this sentence
  size_t next_ = 0;
  uint32_t sentence_ = 0;
  bool parsed_ = false;
  std::vector<Candidate> candidates_;
};

}  // namespace

std::vector<Candidate> find_candidates(const CandidateInput& input) { return Finder(input).run(); }

}  // namespace claimsift
