// SPDX-License-Identifier: Apache-2.0
#include "stages/quotations/cues.hpp"

#include <algorithm>

namespace claimsift {
namespace {

using enum CueClass;
using enum Complement;

struct Verb {
  std::string_view forms;
  CueClass cue_class;
  Complement complement;
  bool denies, strong;
};
constexpr Verb kVerbs[] = {
#include "stages/quotations/lexicon_cues.inc"
};

struct Noun {
  std::string_view singular;
  CueClass cue_class;
};
constexpr Noun kNouns[] = {{"claim", statement},
                           {"statement", statement},
                           {"allegation", statement},
                           {"accusation", statement},
                           {"assertion", statement},
                           {"announcement", statement},
                           {"suggestion", statement},
                           {"argument", statement},
                           {"comment", statement},
                           {"remark", statement},
                           {"warning", statement},
                           {"promise", wish},
                           {"pledge", wish},
                           {"vow", wish},
                           {"hope", wish},
                           {"belief", belief},
                           {"view", belief},
                           {"opinion", belief},
                           {"fear", belief},
                           {"concern", belief},
                           {"prediction", statement},
                           {"estimate", belief},
                           {"finding", finding},
                           {"conclusion", finding},
                           {"criticism", statement}};

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

}  // namespace

Cues::Cues(const std::vector<std::string>& more) {
  for (const Noun& n : kNouns) {
    const Cue cue{n.cue_class, noun, CueForm::other, false, false};
    add(n.singular, cue, CueForm::other);
    add(std::string(n.singular) + "s", cue, CueForm::other);
  }
  add("according", {statement, phrase, CueForm::other, false, true}, CueForm::other);
  for (const Verb& v : kVerbs)
    add_verb(v.forms, {v.cue_class, v.complement, CueForm::base, v.denies, v.strong});
  for (std::string verb : more) {
    for (char& c : verb) c = ascii_lower(c);
    if (!verb.empty()) add_verb(verb, {statement, clause, CueForm::base, false, true});
  }
}

void Cues::add(std::string_view form, Cue cue, CueForm as) {
  cue.form = as;
  table_.add(form, cue);
}

/// Adds the four forms of a verb, by rule where they are not listed.
void Cues::add_verb(std::string_view forms, const Cue& cue) {
  constexpr CueForm kForms[] = {CueForm::base, CueForm::third, CueForm::past, CueForm::participle};
  if (forms.find('/') != std::string_view::npos) {
    size_t begin = 0;
    for (const CueForm form : kForms) {
      const size_t end = std::min(forms.find('/', begin), forms.size());
      add(forms.substr(begin, end - begin), cue, form);
      begin = std::min(end + 1, forms.size());
    }
    return;
  }
  const std::string base(forms);
  const char last = base.back();
  const char before = base.size() > 1 ? base[base.size() - 2] : 'a';
  const std::string stem = base.substr(0, base.size() - 1);
  const bool hiss =
      last == 's' || last == 'x' || last == 'z' || (last == 'h' && (before == 's' || before == 'c'));
  add(base, cue, CueForm::base);
  if (last == 'y' && !is_vowel(before)) {
    add(stem + "ies", cue, CueForm::third);
    add(stem + "ied", cue, CueForm::past);
    add(base + "ing", cue, CueForm::participle);
  } else if (last == 'e') {
    add(base + "s", cue, CueForm::third);
    add(base + "d", cue, CueForm::past);
    add((before == 'e' ? base : stem) + "ing", cue, CueForm::participle);
  } else {
    add(base + (hiss ? "es" : "s"), cue, CueForm::third);
    add(base + "ed", cue, CueForm::past);
    add(base + "ing", cue, CueForm::participle);
  }
}

}  // namespace claimsift
