// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/standalone.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "stages/claims/lexicon.hpp"
#include "stages/claims/wording.hpp"
#include "stages/text/words.hpp"

namespace claimsift {

namespace {

/// Collects what is to be put in the place of what, and what stays open; then writes the sentence.
class Rewriter {
 public:
  Rewriter(const StandaloneInput& input, const Candidate& candidate, const Voice& voice)
      : in_(input),
        candidate_(candidate),
        claim_(candidate.span),
        voice_(voice),
        refs_(input.references),
        first_(input.tokens.lower_bound(claim_.begin)),
        last_(input.tokens.lower_bound(claim_.end)) {}

  Standalone run() {
    for (const cs_span aside : candidate_.asides) replace(aside, " ");
    subject();
    ratio_subject();
    for (uint32_t i = in_.times.lower_bound(claim_.begin);
         i < in_.times.size() && in_.times.span(i).end <= claim_.end; ++i)
      time(i);
    for (uint32_t t = first_; t < last_; ++t)
      if (!taken(in_.tokens.span(t))) reference(t);
    ellipsis();
    write();
    result_.text = as_sentence(result_.text);
    std::stable_sort(result_.open.begin(), result_.open.end(),
                     [](const OpenSpan& a, const OpenSpan& b) { return a.span.begin < b.span.begin; });
    return std::move(result_);
  }

 private:
  struct Edit {
    cs_span span;
    std::string text;
  };
  std::string_view text(cs_span s) const { return in_.text.substr(s.begin, s.end - s.begin); }
  std::string_view word(uint32_t t) const { return text(in_.tokens.span(t)); }
  bool taken(cs_span span) const {
    return std::any_of(edits_.begin(), edits_.end(),
                       [&](const Edit& e) { return e.span.begin < span.end && span.begin < e.span.end; });
  }
  void replace(cs_span span, std::string text) {
    if (!taken(span)) edits_.push_back({span, std::move(text)});
  }
  void leave_open(cs_span span, Unresolvable why) { result_.open.push_back({span, why}); }

  /// The subject that a clause has in the clause before it.
  void subject() {
    switch (candidate_.form) {
      case ClauseForm::shares_subject: prefix_ = named_subject(); break;
      case ClauseForm::relative: relative_subject(); break;
      case ClauseForm::apposition: replace(candidate_.hinge, " is"); break;
      default: break;
    }
  }
  void relative_subject() {
    const cs_span pronoun = candidate_.hinge;
    std::string_view words;
    if (!is_null(candidate_.subject))
      words = text(candidate_.subject);
    else if (equals_folded(text(pronoun), "who") && first_ > 1)  // "Per Aune, who"
      words = refs_.name_before(in_.tokens.span(first_ - 2).end);
    if (words.empty())
      leave_open(pronoun, Unresolvable::pronoun);
    else
      replace(pronoun, std::string(words));
  }
  /// The words of the shared subject; the name for a lone pronoun that has one.
  std::string named_subject() {
    const uint32_t t = in_.tokens.lower_bound(candidate_.subject.begin);
    const bool alone = t < in_.tokens.size() && in_.tokens.span(t).end == candidate_.subject.end;
    if (!alone || References::kind_of(word(t)) == Pronoun::none) return std::string(text(candidate_.subject));
    const bool first_person =
        References::kind_of(word(t)) == Pronoun::first;  // its verb would have to change
    if (const std::string_view name = name_for(t, true); !name.empty() && !first_person)
      return std::string(name);
    leave_open(candidate_.subject, Unresolvable::pronoun);
    return std::string(text(candidate_.subject));
  }
  /// "that's twice the actual amount": of what, where the ratio says it.
  void ratio_subject() {
    if (first_ + 1 >= last_ || candidate_.form != ClauseForm::whole) return;
    if (!equals_folded(word(first_), "that") && !equals_folded(word(first_), "this") &&
        !equals_folded(word(first_), "it"))
      return;
    const std::string_view verb = word(first_ + 1);
    const bool contracted = verb == "'s" || verb == "’s";
    if (!contracted && verb != "is" && verb != "was") return;
    const uint32_t q = in_.quantities.lower_bound(claim_.begin);
    if (q >= in_.quantities.size() || in_.quantities.span(q).begin >= claim_.end) return;
    const uint32_t base = in_.quantities.get<"relative_to">(q);
    if (is_null(base) || in_.tokens.lower_bound(in_.quantities.span(q).begin) > first_ + 3) return;
    replace(in_.tokens.span(first_), std::string(text(in_.quantities.span(base))));
    if (contracted) replace(in_.tokens.span(first_ + 1), " is");
  }

  /// Whom a pronoun must mean: the speaker, or the one person it can stand for.
  std::string_view name_for(uint32_t t, bool opens) const {
    const bool named = !voice_.name.empty() && voice_.speech != Voice::Speech::none;
    const Pronoun kind = References::kind_of(word(t));
    if (kind == Pronoun::first || kind == Pronoun::first_possessive)
      return named && voice_.speech == Voice::Speech::direct && voice_.kind == PersonKind::person &&
                     is_capital(voice_.name) && !quoted_within(t)
                 ? voice_.name
                 : std::string_view{};
    if (opens && named && voice_.speech == Voice::Speech::indirect && References::may_mean(word(t), voice_) &&
        (kind != Pronoun::thing || acts(t)))
      return voice_.name;
    return kind == Pronoun::person && !named ? refs_.person(t) : std::string_view{};
  }
  /// Whether the claim names the person itself, be it behind the pronoun: "since he began, Dorgan has".
  bool names(std::string_view name) const {
    const size_t blank = name.rfind(' ');
    const std::string_view last = blank == std::string_view::npos ? name : name.substr(blank + 1);
    for (uint32_t t = first_; t < last_; ++t)
      if (word(t) == last) return true;
    return false;
  }
  static bool is_capital(std::string_view name) { return name.front() >= 'A' && name.front() <= 'Z'; }
  /// "(The firm said) it will close", not "it is likely" or "it rained".
  bool acts(uint32_t t) const {
    if (!refs_.tagged() || refs_.is_expletive(t) || t + 2 >= last_) return false;
    if (equals_folded(word(t), "its")) return true;
    const Xpos next = refs_.xpos(t + 1);
    if (next == Xpos::md) return true;
    const std::string_view w = word(t + 1);
    if (w == "was" || w == "is" || w == "'s" || w == "’s") return refs_.xpos(t + 2) == Xpos::vbg;
    return next == Xpos::vbd || next == Xpos::vbz;
  }
  /// Whether the speaker quotes somebody before the token.
  bool quoted_within(uint32_t t) const {
    for (uint32_t i = first_; i < t; ++i)
      if (const std::string_view w = word(i); w == "'" || w == "‘" || w == "\"" || w == "“") return true;
    return false;
  }

  void reference(uint32_t t) {
    const std::string_view w = word(t);
    const cs_span span = in_.tokens.span(t);
    switch (const Pronoun kind = References::kind_of(w)) {
      case Pronoun::none: definite(t); return;
      case Pronoun::first:
        if (!first_person(t)) leave_open(span, Unresolvable::pronoun);
        return;
      case Pronoun::second:
      case Pronoun::plural_first: leave_open(span, Unresolvable::pronoun); return;
      default:
        if (kind == Pronoun::thing && refs_.is_expletive(t)) return;
        if (kind != Pronoun::first_possessive && (follows_name(kind) || refs_.has_antecedent(t, first_)))
          return;
        if (const std::string_view name = name_for(t, t == first_); !name.empty()) {
          if (kind == Pronoun::person && names(name)) return;
          if (put_name(t, kind, name)) return;
        }
        leave_open(span, Unresolvable::pronoun);
    }
  }
  /// A second "he" means whom the first one was replaced by; a shared subject is meant as well.
  bool follows_name(Pronoun kind) const {
    if (kind == named_) return true;
    return !is_null(candidate_.subject) && refs_.has_antecedent_between(candidate_.subject, kind);
  }
  bool put_name(uint32_t t, Pronoun kind, std::string_view name) {
    const std::string_view w = word(t);
    if (w.size() > 5) return false;  // himself
    bool possessive = kind == Pronoun::first_possessive || equals_folded(w, "his") ||
                      equals_folded(w, "its") || equals_folded(w, "their");
    if (equals_folded(w, "her")) {
      if (!refs_.tagged()) return false;
      possessive = refs_.xpos(t) == Xpos::prp_possessive;
    }
    std::string words(name);
    if (possessive) words += "'s";
    // "He's" is "is" or "has": the sign stays where it stands.
    replace(in_.tokens.span(t), std::move(words));
    if (kind != Pronoun::first_possessive) named_ = kind;
    return true;
  }
  /// "I will resign", said by Lee: "Lee will resign", with the verb in the third person.
  bool first_person(uint32_t t) {
    const std::string_view name = name_for(t, false);
    if (name.empty() || !refs_.tagged()) return false;
    if (equals_folded(word(t), "me")) {
      replace(in_.tokens.span(t), std::string(name));
      return true;
    }
    if (t + 1 >= last_) return false;
    const std::string verb = third_person(word(t + 1), refs_.xpos(t + 1));
    if (verb.empty()) return false;
    replace(in_.tokens.span(t), std::string(name));
    const bool joined = in_.tokens.span(t + 1).begin == in_.tokens.span(t).end;  // "I'm"
    if (verb != word(t + 1)) replace(in_.tokens.span(t + 1), joined ? " " + verb : verb);
    return true;
  }
  void definite(uint32_t t) {
    const uint32_t classes = word_classes(in_.tokens.get<"hash">(t), word(t));
    if ((classes & word_class::demonstrative) && stands_alone(t)) {
      leave_open(in_.tokens.span(t), Unresolvable::definite);
      return;
    }
    if (!refs_.points_back(t)) return;
    const cs_span span{in_.tokens.span(t).begin, in_.tokens.span(t + 1).end};
    if (in_time(span)) return;
    if (const std::string_view fuller = refs_.fuller_mention(t); !fuller.empty())
      replace(in_.tokens.span(t + 1), std::string(fuller));
    else
      leave_open(span, Unresolvable::definite);
  }
  bool in_time(cs_span span) const {
    uint32_t row = in_.times.lower_bound(span.begin + 1);
    return row-- > 0 && in_.times.span(row).end >= span.end;
  }
  /// "that is twice", "this was": the demonstrative is the whole subject.
  bool stands_alone(uint32_t token) const {
    if (token + 1 >= in_.tokens.size()) return false;
    if (refs_.tagged() && refs_.xpos(token) != Xpos::dt) return false;  // "the firm that was sold"
    const uint32_t next = word_classes(in_.tokens.get<"hash">(token + 1), word(token + 1));
    return (next & (word_class::copula | word_class::auxiliary)) != 0;
  }

  /// Puts a date in the place of "on Wednesday"; a relative expression without one stays open.
  void time(uint32_t row) {
    const cs_span span = in_.times.span(row);
    if (taken(span)) return;
    if (!is_relative_time(text(span))) {
      add_year(row);
      return;
    }
    const TimeType type = in_.times.get<"type">(row);
    if (type == TimeType::duration || type == TimeType::set) return;
    std::string words = date_in_words(in_.times.get<"value">(row));
    if (words.empty() || text(span).ends_with("earlier")) {
      leave_open(span, Unresolvable::relative_date);
      return;
    }
    // The words bring their own preposition: one like it gives way, behind another ("set for") they drop it,
    // and so they do before a noun ("Wednesday's vote", "Monday night").
    uint32_t from = span.begin;
    const uint32_t t = in_.tokens.lower_bound(span.begin);
    if (t > first_) {
      const std::string_view before = word(t - 1);
      if (equals_folded(before, "on") || equals_folded(before, "in"))
        from = in_.tokens.span(t - 1).begin;
      else if (takes_bare_date(before))
        words.erase(0, words.find(' ') + 1);
      else if (t < last_ && span.end < claim_.end && before_noun(span, before)) {
        leave_open(span, Unresolvable::relative_date);
        return;
      }
    } else if (before_noun(span, {})) {
      leave_open(span, Unresolvable::relative_date);
      return;
    }
    replace({from, span.end}, std::move(words));
  }
  /// "in January", "by 15 August": the year that the text leaves out.
  void add_year(uint32_t row) {
    const cs_span span = in_.times.span(row);
    const std::string_view value = in_.times.get<"value">(row), words = text(span);
    if (in_.times.get<"type">(row) != TimeType::date || value.size() < 7 || date_in_words(value).empty())
      return;
    if (!lacks_year(words) || words.back() == 's' || before_noun(span, {})) return;
    const bool comma = words.back() >= '0' && words.back() <= '9';  // "May 5, 2024"
    replace(span, fmt::format("{}{} {}", words, comma ? "," : "", value.substr(0, 4)));
  }
  /// "a Wednesday address", "Friday's vote": as part of a noun phrase a date needs other words.
  bool before_noun(cs_span span, std::string_view before) const {
    const uint32_t next = in_.tokens.lower_bound(span.end);
    if (next >= last_) return false;
    const std::string_view w = word(next);
    if (w == "'s" || w == "’s") return true;
    return equals_folded(before, "a") || equals_folded(before, "the") || equals_folded(before, "this") ||
           equals_folded(before, "last");
  }

  /// A share of something that the clause does not name.
  void ellipsis() {
    for (uint32_t i = in_.quantities.lower_bound(claim_.begin);
         i < in_.quantities.size() && in_.quantities.span(i).end <= claim_.end; ++i) {
      const QuantityKind kind = in_.quantities.get<"kind">(i);
      if (kind == QuantityKind::ratio && is_null(in_.quantities.get<"relative_to">(i)) &&
          is_null(in_.quantities.get<"concept">(i)))
        leave_open(in_.quantities.span(i), Unresolvable::ellipsis);
    }
  }

  void write() {
    std::sort(edits_.begin(), edits_.end(),
              [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
    if (!prefix_.empty()) result_.text = prefix_ + " ";
    uint32_t at = claim_.begin;
    for (const Edit& edit : edits_) {
      if (edit.span.begin < at || edit.span.end > claim_.end) continue;
      result_.text += text({at, edit.span.begin});
      result_.text += edit.text;
      at = edit.span.end;
    }
    result_.text += text({at, claim_.end});
  }
  const StandaloneInput& in_;
  const Candidate& candidate_;
  cs_span claim_;
  const Voice& voice_;
  const References& refs_;
  uint32_t first_, last_;
  Pronoun named_ = Pronoun::none;  // the kind of pronoun that a name has taken the place of
  std::string prefix_;
  std::vector<Edit> edits_;
  Standalone result_;
};

}  // namespace

Standalone make_standalone(const StandaloneInput& input, const Candidate& candidate, const Voice& voice) {
  return Rewriter(input, candidate, voice).run();
}

}  // namespace claimsift
