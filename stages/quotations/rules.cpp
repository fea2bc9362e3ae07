// SPDX-License-Identifier: Apache-2.0
// The tagger without a model: a cue verb outside quotation marks with a subject before it ("Lee said", "who
// says"), behind it ("said Lee"), or shared ("adding that"); its content behind it to the end of the clause,
// before it when it stands at the end ("..., Lee said"), and in the quotations beside it.
#include <algorithm>

#include "stages/quotations/noun_phrases.hpp"
#include "stages/quotations/roles.hpp"

namespace claimsift {
namespace {

using enum WordClass;

class RuleTagger {
 public:
  explicit RuleTagger(const Reading& reading) : r_(reading), tags_(reading.size()) {}

  std::vector<RoleTag> run() {
    for (uint32_t s = 0; s < r_.sentences.size(); ++s) {
      if (r_.kinds[s] == SentenceKind::header || r_.kinds[s] == SentenceKind::credit) continue;
      sentence(r_.sentences[s]);
    }
    quotations();
    return std::move(tags_);
  }

 private:
  void sentence(const TokenRange& s) {
    if (s.size() < 2) return;
    uint32_t free = s.first;  // tokens before it have their role
    for (uint32_t i = s.first; i < s.last; ++i) {
      if (r_.in_speech(i) || tags_[i].role != Role::none) continue;
      if (according_to(s, i)) {
        free = i;
        continue;
      }
      if (!r_.cue[i] || r_.cue[i]->complement >= Complement::noun) continue;
      if (const uint32_t end = verb(s, i, free); end > i) {
        free = end;
        i = end - 1;
      }
    }
  }

  bool according_to(const TokenRange& s, uint32_t i) {
    if (!r_.is(i, "according") || i + 2 >= s.last || r_.word_class[i + 1] != to) return false;
    const uint32_t end = source_after(r_, i + 2, s.last);
    if (end == i + 2) return false;
    tag({i, i + 2}, Role::cue);
    tag({i + 2, end}, Role::source);
    const bool front = i <= s.first + 1;
    if (front)
      content(end, clause_end(end, s.last));
    else
      content(s.first, i);
    return true;
  }

  /// Tags the attribution of the verb at `i`; where it ends, or `i` if there is none.
  uint32_t verb(const TokenRange& s, uint32_t i, uint32_t free) {
    const Cue& cue = *r_.cue[i];
    uint32_t group = i;  // the verb group: "has repeatedly said", "did not say"
    bool be_before = false;
    while (group > free) {
      const WordClass w = r_.word_class[group - 1];
      if (w != auxiliary && w != be && w != modal && w != negation && w != adverb) break;
      be_before |= w == be;
      --group;
    }
    if (be_before && cue.form == CueForm::past) return i;          // "was told"
    if (group > free && r_.word_class[group - 1] == to) return i;  // "to say"
    if (group > free && (r_.word_class[group - 1] == determiner || r_.word_class[group - 1] == possessive))
      return i;            // "a report"
    uint32_t end = i + 1;  // behind the cue
    TokenRange source{0, 0};
    const bool after_content =
        group > free && (r_.word_class[group - 1] == comma || (r_.quote[group - 1] & quoted::closes));
    if (cue.form == CueForm::participle && !be_before) {
      // ", saying that": the subject is that of the clause before.
      const bool participial = cue.strong || cue.complement == Complement::naming;
      if (!participial || group == s.first ||
          (r_.word_class[group - 1] != comma && !(r_.quote[group - 1] & quoted::closes)))
        return i;
    } else {
      source = source_before(r_, free, group);
      if (source.size() == 0 && after_content) {
        const uint32_t to_end = source_after(r_, end, s.last);
        if (to_end > end) {
          source = {end, to_end};
          end = to_end;
        }
      }
      if (source.size() == 0) return i;
      if (cue.form == CueForm::base && source.last == group && group == i && !is_plural(r_, source)) return i;
    }
    end = addressee(cue, end, s.last);
    const bool final = end >= s.last || r_.word_class[end] == stop || r_.word_class[end] == comma;
    const uint32_t lead = source.size() && source.first < group ? source.first : group;
    const bool frame = lead > s.first &&
                       (r_.word_class[lead - 1] == comma || (r_.quote[lead - 1] & quoted::closes)) &&
                       lead > free + 1;
    uint32_t to = end;
    bool has_content = false;
    if (cue.form != CueForm::participle && frame &&
        (final || (r_.quote[lead - 1] & quoted::closes))) {  // "It rained, Lee said."
      content(std::max(free, s.first), (r_.quote[lead - 1] & quoted::closes) ? lead : lead - 1);
      has_content = true;
    }
    if (!final) {
      uint32_t from = end;
      if (r_.word_class[from] == colon) ++from;
      to = clause_end(from, s.last);
      const bool speech = from < s.last && r_.in_speech(from);
      if (!cue.strong && !speech && !(from < s.last && r_.word_class[from] == that) &&
          !(cue.complement == Complement::infinitive && from < s.last &&
            r_.word_class[from] == WordClass::to))
        return i;
      if (to > from) {
        content(from, to);
        has_content = true;
      }
    } else if (end < s.last && r_.word_class[end] == comma && end + 1 < s.last && r_.in_speech(end + 1)) {
      to = clause_end(end + 1, s.last);
      content(end + 1, to);
      has_content = true;
    }
    if (!has_content && !(end < s.last && r_.word_class[end] == colon)) return i;
    tag({group, i + 1}, Role::cue);
    if (source.size()) tag(source, Role::source);
    return std::max(to, i + 1);
  }

  /// Skips the one addressed and the occasion: "told reporters on Monday".
  uint32_t addressee(const Cue& cue, uint32_t at, uint32_t end) const {
    const bool told = cue.complement == Complement::clause &&
                      (r_.is(at - 1, "told") || r_.is(at - 1, "tells") || r_.is(at - 1, "telling"));
    if (!told && at < end && r_.word_class[at] != preposition) return at;
    if (!told && cue.complement != Complement::clause) return at;
    uint32_t i = at;
    while (i < end && i - at < 12) {
      const WordClass w = r_.word_class[i];
      if (w == that || w == comma || w == colon || w == stop || r_.in_speech(i)) return i;
      if (w == pronoun && i > at) return i;
      if (i > at && w == determiner && r_.word_class[i - 1] != preposition && told) return i;
      ++i;
    }
    return told ? std::min(at + 1, end) : at;
  }

  /// Where the clause at `begin` ends: the end of the sentence without its stop, or a frame ", Lee said".
  uint32_t clause_end(uint32_t begin, uint32_t end) const {
    uint32_t last = end;
    while (last > begin && r_.word_class[last - 1] == stop && !r_.in_speech(last - 1)) --last;
    for (uint32_t i = begin + 1; i + 2 < last; ++i) {
      if (r_.in_speech(i)) continue;
      const bool parted = r_.word_class[i - 1] == comma || (r_.quote[i - 1] & quoted::closes);
      const uint32_t end_here = r_.word_class[i - 1] == comma && !r_.in_speech(i - 1) ? i - 1 : i;
      if (r_.word_class[i] == conjunction && (parted || r_.is(i, "but")) && next_cue(i + 1, last))
        return end_here;  // ", but others say"
      if (parted && r_.cue[i] && r_.cue[i]->form == CueForm::participle &&
          (r_.cue[i]->strong || r_.cue[i]->complement == Complement::naming))
        return end_here;
    }
    return last;
  }

  /// Whether a strong cue stands within a few tokens, as in "academics tracking aid say".
  bool next_cue(uint32_t begin, uint32_t end) const {
    for (uint32_t i = begin; i < end && i < begin + 8; ++i) {
      if (r_.in_speech(i) || r_.word_class[i] == comma) return false;
      if (r_.cue[i] && r_.cue[i]->strong && r_.cue[i]->form != CueForm::participle &&
          r_.cue[i]->complement != Complement::noun)
        return true;
    }
    return false;
  }

  /// Speech in marks is content wherever nothing else was said of it.
  void quotations() {
    for (uint32_t i = 0; i < r_.size(); ++i) {
      if (!r_.in_speech(i) || tags_[i].role != Role::none) continue;
      uint32_t end = i + 1;
      while (end < r_.size() && r_.in_speech(end) && tags_[end].role == Role::none &&
             !(r_.quote[end] & quoted::opens))
        ++end;
      tag({i, end}, Role::content);
      i = end - 1;
    }
  }

  void content(uint32_t first, uint32_t last) {
    while (first < last && r_.word_class[first] == comma) ++first;
    while (first < last && r_.word_class[last - 1] == comma && !r_.in_speech(last - 1)) --last;
    tag({first, last}, Role::content);
  }

  void tag(const TokenRange& range, Role role) {
    for (uint32_t i = range.first; i < range.last; ++i)
      if (tags_[i].role == Role::none) tags_[i] = {role, i == range.first};
  }

  const Reading& r_;
  std::vector<RoleTag> tags_;
};

}  // namespace

std::vector<RoleTag> tag_by_rules(const Reading& reading) { return RuleTagger(reading).run(); }

}  // namespace claimsift
