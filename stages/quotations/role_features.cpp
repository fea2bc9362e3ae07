// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "stages/quotations/role_model.hpp"

namespace claimsift {
namespace {

constexpr uint32_t kFar = 30;  // tokens; farther cues count as none

uint32_t shape_atom(uint32_t s) {
  uint32_t atom = 2;
  if (s & shape::letter) atom |= 4;
  if (s & shape::digit) atom |= 8;
  if (s & shape::initial) atom |= 16;
  if ((s & shape::upper) && !(s & shape::lower)) atom |= 32;
  if (s & shape::sentence) atom |= 64;
  if (!(s & shape::space)) atom |= 128;
  return atom;
}

uint32_t suffix_atom(std::string_view word) {
  uint32_t h = 2166136261u;
  for (size_t i = word.size() > 3 ? word.size() - 3 : 0; i < word.size(); ++i)
    h = (h ^ static_cast<unsigned char>(ascii_lower(word[i]))) * 16777619u;
  return h;
}

uint32_t cue_atom(const Cue* cue) {
  if (!cue) return 1;
  return 2 + static_cast<uint32_t>(cue->complement) + 8 * static_cast<uint32_t>(cue->form) +
         64 * static_cast<uint32_t>(cue->cue_class) + 512 * static_cast<uint32_t>(cue->strong);
}

bool is_reporting(const Reading& r, uint32_t i) {
  return r.cue[i] && r.cue[i]->complement != Complement::noun && !r.in_speech(i);
}

/// Relations that begin a clause.
bool begins_clause(uint8_t relation) {
  switch (static_cast<Deprel>(relation - 1)) {
    case Deprel::root:
    case Deprel::ccomp:
    case Deprel::xcomp:
    case Deprel::csubj:
    case Deprel::csubj_pass:
    case Deprel::advcl:
    case Deprel::advcl_relcl:
    case Deprel::acl:
    case Deprel::acl_relcl:
    case Deprel::parataxis:
    case Deprel::conj: return true;
    default: return false;
  }
}

uint32_t distance_atom(uint32_t d) { return d < 6 ? d : d < 9 ? 6 : d < 14 ? 7 : 8; }

}  // namespace

RoleFeatures::RoleFeatures(const Reading& r, const std::vector<RoleTag>& hints) : atoms_(r.size()) {
  for (const TokenRange& s : r.sentences) {
    uint32_t cue = UINT32_MAX, commas = 0;
    const auto is_cue = [&](uint32_t i) { return is_reporting(r, i); };
    for (uint32_t i = s.first; i < s.last; ++i) {
      Atoms& a = atoms_[i];
      a.word = r.hash[i] | 1u << 31;
      a.suffix = suffix_atom(r.word(i));
      a.shape = shape_atom(r.shape[i]);
      a.word_class = 2 + static_cast<uint32_t>(r.word_class[i]);
      a.quote = 2 + r.quote[i];
      a.cue = cue_atom(r.cue[i]);
      a.hint = 2 + label_of_tag(hints[i]);
      a.upos = 2 + r.grammar[i].upos;
      a.xpos = 2 + r.grammar[i].xpos;
      if (!r.clusters.empty()) {
        a.coarse = 2 + r.clusters[i].coarse;
        a.fine = 2 + r.clusters[i].fine;
      }
      a.kind = 2 + static_cast<uint32_t>(r.kinds[r.sentence[i]]);
      a.place = std::min(i - s.first, 4u) * 8 + std::min(s.last - 1 - i, 3u);
      if (cue != UINT32_MAX && i - cue <= kFar) {
        a.left_cue = atoms_[cue].word;
        a.left_distance = distance_atom(i - cue);
      }
      a.commas = std::min(commas, 3u);
      if (is_cue(i)) {
        cue = i;
        commas = 0;
      } else if (r.word_class[i] == WordClass::comma && !r.in_speech(i))
        ++commas;
    }
    cue = UINT32_MAX;
    for (uint32_t i = s.last; i-- > s.first;) {
      if (cue != UINT32_MAX && cue - i <= kFar) {
        atoms_[i].right_cue = atoms_[cue].word;
        atoms_[i].right_distance = distance_atom(cue - i);
      }
      if (is_cue(i)) cue = i;
    }
    for (uint32_t i = s.first; i < s.last; ++i) climb(r, i);
    place_beside(r, s);
  }
}

void RoleFeatures::climb(const Reading& r, uint32_t token) {
  constexpr uint32_t kHighest = 10;  // steps up the tree
  const Grammar& g = r.grammar[token];
  if (g.relation == 0) return;
  Atoms& a = atoms_[token];
  a.relation = 2 + g.relation;
  if (g.head != Grammar::kNoHead) {
    a.head_word = atoms_[g.head].word;
    a.head_fine = atoms_[g.head].fine;
    a.head_xpos = atoms_[g.head].xpos;
    a.head_cue = atoms_[g.head].cue;
    a.head_side = g.head < token ? 2 : 3;
  }
  uint32_t at = token;
  for (uint32_t steps = 0; steps < kHighest; ++steps) {
    if (a.clause == 1 && begins_clause(r.grammar[at].relation)) {
      a.clause = 2 + r.grammar[at].relation;
      a.clause_cue = atoms_[at].cue;
    }
    const uint32_t head = r.grammar[at].head;
    if (head == Grammar::kNoHead) return;
    if (is_reporting(r, head)) {
      a.above = atoms_[head].word;
      a.above_fine = atoms_[head].fine;
      a.above_kind = atoms_[head].cue;
      a.above_relation = 2 + r.grammar[at].relation;
      a.above_steps = 2 + 2 * std::min(steps, 3u) + (head < token);
      return;
    }
    at = head;
  }
}

/// In `"It rained," he said` the parser may hang the cue on the content: tokens under its head see it.
void RoleFeatures::place_beside(const Reading& r, const TokenRange& sentence) {
  constexpr uint32_t kNone = UINT32_MAX;
  std::vector<uint32_t> cue_under(sentence.size(), kNone);  // the last cue that hangs on each token
  for (uint32_t i = sentence.first; i < sentence.last; ++i)
    if (r.grammar[i].head != Grammar::kNoHead && is_reporting(r, i))
      cue_under[r.grammar[i].head - sentence.first] = i;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const uint32_t head = r.grammar[i].head, own = cue_under[i - sentence.first];
    const uint32_t sister = head == Grammar::kNoHead ? kNone : cue_under[head - sentence.first];
    if (own == kNone && sister == kNone) continue;
    const bool is_head = sister == kNone || (own != kNone && own > sister);
    const uint32_t cue = is_head ? own : sister;
    atoms_[i].beside = (2u + r.grammar[cue].relation) * 4 + is_head * 2u + (i > cue);
  }
}

void RoleFeatures::of(uint32_t token, const TokenRange& range, Rows& rows) const {
  const auto atoms = [&](int offset) -> const Atoms& {
    const int64_t i = static_cast<int64_t>(token) + offset;
    return i >= range.first && i < range.last ? atoms_[static_cast<size_t>(i)] : outside_;
  };
  const Atoms &a = atoms(0), &l1 = atoms(-1), &r1 = atoms(1), &l2 = atoms(-2), &r2 = atoms(2),
              &l3 = atoms(-3), &r3 = atoms(3);
  uint32_t n = 0;
  const auto add = [&](uint64_t x, uint64_t y = 0, uint64_t z = 0) {
    uint64_t h = (n + 1) * 0x9E3779B97F4A7C15ULL ^ x * 0xC2B2AE3D27D4EB4FULL;
    h = (h ^ (h >> 29)) * 0xBF58476D1CE4E5B9ULL + y * 0x165667B19E3779F9ULL;
    h = (h ^ (h >> 32)) * 0x94D049BB133111EBULL + z * 0xD6E8FEB86659FD93ULL;
    h ^= h >> 31;
    rows[n++] = static_cast<uint32_t>((h * 0x9E3779B97F4A7C15ULL) >> (64 - RoleWeights::kBits));
  };
  add(a.word);
  add(l1.word);
  add(r1.word);
  add(l2.word);
  add(r2.word);
  add(l1.word, a.word);
  add(a.word, r1.word);
  add(l1.word, r1.word);
  add(a.suffix);
  add(a.suffix, l1.word_class, r1.word_class);
  add(a.shape, a.quote);
  add(a.shape, l1.shape, r1.shape);
  add(a.word_class, a.quote, a.shape);
  add(l2.word_class, l1.word_class, a.word_class);
  add(l1.word_class, a.word_class, r1.word_class);
  add(a.word_class, r1.word_class, r2.word_class);
  add(l1.quote, a.quote, r1.quote);
  add(l1.quote, l1.word_class, a.shape);
  add(r1.quote, r1.word_class, a.shape);
  add(a.cue, l1.word_class, l2.word_class);
  add(a.cue, r1.word_class, r2.word_class);
  add(a.cue, r1.word);
  add(a.cue, l1.word);
  add(a.cue, l1.shape, r1.shape);
  add(l1.cue, a.word_class, a.shape);
  add(r1.cue, a.word_class, a.shape);
  add(l2.cue, l1.word_class, a.word_class);
  add(r2.cue, r1.word_class, a.word_class);
  add(a.hint);
  add(l1.hint, a.hint, r1.hint);
  add(a.hint, a.word_class, a.cue);
  add(a.hint, a.word);
  add(l2.hint, l3.hint, a.hint);
  add(r2.hint, r3.hint, a.hint);
  add(a.left_cue, a.left_distance);
  add(a.left_cue, a.commas, a.quote);
  add(a.right_cue, a.right_distance);
  add(a.left_distance, a.right_distance, a.word_class);
  add(a.left_cue, a.word);
  add(a.right_cue, a.word);
  add(a.left_cue, a.left_distance, a.word_class);
  add(a.right_cue, a.right_distance, a.word_class);
  add(a.left_cue != 1, a.right_cue != 1, a.quote);
  add(a.place, a.shape);
  add(a.kind, a.place);
  add(l1.word, a.suffix);
  add(a.suffix, r1.suffix);
  add(l2.word, l1.word);
  add(r1.word, r2.word);
  add(a.commas, a.left_distance, a.quote);
  add(a.xpos, a.quote);
  add(l1.xpos, a.xpos);
  add(a.xpos, r1.xpos);
  add(l1.xpos, a.xpos, r1.xpos);
  add(l2.xpos, l1.xpos, a.xpos);
  add(a.xpos, r1.xpos, r2.xpos);
  add(l1.word, a.xpos);
  add(a.xpos, r1.word);
  add(a.cue, l1.xpos, r1.xpos);
  add(a.cue, a.xpos, l1.word_class);
  add(a.left_cue, a.left_distance, a.xpos);
  add(a.right_cue, a.right_distance, a.xpos);
  add(a.hint, a.xpos);
  add(l1.upos, a.upos, r1.upos);
  add(l2.upos, l1.upos * 32 + a.upos, r1.upos * 32 + r2.upos);
  add(l3.upos, l2.upos, l1.upos * 32 + a.upos);
  add(a.upos, r1.upos, r2.upos * 32 + r3.upos);
  add(a.relation, a.xpos);
  add(a.relation, a.head_word);
  add(a.relation, a.head_xpos, a.xpos);
  add(a.relation, a.head_cue, a.head_side);
  add(a.head_cue, a.relation, a.quote);
  add(a.above, a.above_relation);
  add(a.above, a.above_steps, a.above_relation);
  add(a.above_kind, a.above_relation, a.quote);
  add(a.above_relation, a.above_steps, a.xpos);
  add(a.above_relation, a.above_steps, a.quote);
  add(l1.above_relation, a.above_relation, r1.above_relation);
  add(a.above_relation, a.word_class, a.hint);
  add(a.clause, a.clause_cue, a.above_relation);
  add(a.clause, a.relation, a.quote);
  add(l1.clause, a.clause, r1.clause);
  add(a.beside, a.relation, a.quote);
  add(a.cue, a.relation, a.clause);
  add(a.word, a.relation);
  add(l1.relation, a.relation, r1.relation);
  add(a.fine, a.xpos);
  add(a.fine, a.relation, a.quote);
  add(l1.fine, a.coarse);
  add(a.coarse, r1.fine);
  add(l1.coarse, a.coarse, r1.coarse);
  add(a.fine, l1.xpos, r1.xpos);
  add(a.head_fine, a.relation);
  add(a.above_fine, a.above_relation, a.above_steps);
  add(a.coarse, a.left_distance, a.right_distance);
  add(l2.coarse, l1.coarse, a.coarse);
}

std::vector<TokenRange> decoding_ranges(const Reading& r) {
  constexpr uint32_t kLongest = 2000;
  std::vector<TokenRange> ranges;
  for (const TokenRange& p : r.paragraphs) {
    uint32_t first = p.first;
    while (first < p.last) {
      uint32_t last = p.last;
      if (last - first > kLongest) {
        last = first + kLongest;
        const uint32_t sentence = r.sentences[r.sentence[last]].first;
        if (sentence > first) last = sentence;
      }
      ranges.push_back({first, last});
      first = last;
    }
  }
  return ranges;
}

}  // namespace claimsift
