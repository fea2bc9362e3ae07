// SPDX-License-Identifier: Apache-2.0
// The features themselves: which atoms together make a row. Their numbers are part of the model's format.
#include <algorithm>

#include "stages/language/entity_evidence.hpp"
#include "stages/language/entity_features.hpp"

namespace claimsift {
namespace {

/// The row of a feature: its number in the list and up to three values.
uint32_t row_of(uint64_t n, uint64_t x, uint64_t y = 0, uint64_t z = 0) {
  uint64_t h = (x + (n << 32)) * 0x9E3779B97F4A7C15ULL;
  h = ((h ^ (h >> 29)) + y * 0xC2B2AE3D27D4EB4FULL + z * 0x165667B19E3779F9ULL) * 0xBF58476D1CE4E5B9ULL;
  h ^= h >> 32;
  return static_cast<uint32_t>((h * 0x94D049BB133111EBULL) >> (64 - EntityFeatures::kBits));
}

}  // namespace

/// Numbers features as they come; a group begins at a number of its own.
class EntityFeatures::Adder {
 public:
  explicit Adder(Rows& rows) : rows_(rows) {}
  void group(uint32_t number) { n_ = number; }
  void operator()(uint64_t x, uint64_t y = 0, uint64_t z = 0) { rows_.add(row_of(++n_, x, y, z)); }
  /// A further value of the last feature.
  void more(uint64_t x) { rows_.add(row_of(n_, x)); }

 private:
  Rows& rows_;
  uint32_t n_ = 0;
};

void EntityFeatures::of(uint32_t token, Rows& rows) const {
  rows.clear();
  const uint32_t sentence = sentence_[token];
  const int64_t at = token;
  const Around around{atoms_[token], atoms(at - 1, sentence), atoms(at - 2, sentence),
                      atoms(at + 1, sentence), atoms(at + 2, sentence)};
  Adder add(rows);
  add_words(around, add);
  add_clusters(around, add);
  add_known(around, add);
  if (is_capital(shape_[token])) add_bridges(token, add);
  add_acronym(token, add);
  if (is_capital(shape_[token])) add_run(token, add);
  add_document(token, add);
  if (!tags_.empty()) add_tags(token, add);
}

void EntityFeatures::add_words(const Around& w, Adder& add) const {
  const auto& [a, l1, l2, r1, r2] = w;
  add.group(0);
  add(1);
  add(a.word);
  add(a.word, a.shape);
  for (const uint32_t p : a.prefix) add(p);
  for (const uint32_t s : a.suffix) add(s);
  add(a.shape);
  add(a.pattern);
  add(a.shape, l1.shape, r1.shape);
  add(l1.word);
  add(l2.word);
  add(r1.word);
  add(r2.word);
  add(l1.word, a.word);
  add(a.word, r1.word);
  add(l2.word, l1.word);
  add(r1.word, r2.word);
  add(l1.word, a.shape, r1.word);
  add(l1.pattern);
  add(r1.pattern);
  add(l1.suffix[2], a.shape);
  add(r1.suffix[2], a.shape);
}

void EntityFeatures::add_clusters(const Around& w, Adder& add) const {
  const auto& [a, l1, l2, r1, r2] = w;
  add.group(40);
  for (const Atoms* x : {&a, &l1, &r1}) {
    add(x->coarse);
    add(x->middle);
    add(x->fine);
  }
  add(l1.fine, a.coarse);
  add(a.coarse, r1.fine);
  add(l1.coarse, a.word);
  add(a.word, r1.coarse);
  add(a.coarse, a.shape);
  add(a.middle, a.shape);
  add(a.fine, a.shape);
  add(l1.coarse, a.shape);
  add(l1.fine, a.shape);
  add(r1.coarse, a.shape);
  add(r1.fine, a.shape);
  add(l2.coarse, a.shape);
  add(l2.fine);
  add(r2.coarse, a.shape);
  add(r2.fine);
  add(l1.coarse, a.coarse, a.shape);
  add(a.coarse, r1.coarse, r1.shape);
  add(l1.middle, a.middle);
  add(a.middle, r1.middle);
  add(l1.fine, a.fine);
  add(a.fine, r1.fine);
  add(l2.coarse, l1.coarse, a.coarse);
  add(a.coarse, r1.coarse, r2.coarse);
  add(l1.coarse, a.shape, r1.coarse);
  add(l1.word, a.coarse);
  add(r1.word, a.coarse);
  add(l1.shape, l1.coarse, l2.shape);
  add(r1.shape, r1.coarse, r2.shape);
}

/// What lists know of the words.
void EntityFeatures::add_known(const Around& w, Adder& add) const {
  const auto& [a, l1, l2, r1, r2] = w;
  add.group(90);
  add(a.flags, a.shape);
  add(l1.flags, a.flags);
  add(a.flags, r1.flags);
  add(l1.flags, a.shape);
  add(r1.flags, a.shape);
  add(l2.flags, l1.flags, a.shape);
  add(a.name, a.shape);
  add(a.name, l1.name);
  add(a.name, r1.name);
  add(a.name, a.flags);
  add(a.name, l1.coarse);
  add(a.name, r1.coarse);
}

/// The run of capitalised words that a token is one of, and what stands around it.
void EntityFeatures::add_run(uint32_t token, Adder& add) const {
  add.group(110);
  const uint32_t sentence = sentence_[token];
  const Atoms& a = atoms_[token];
  const Atoms &first = atoms_[a.run_first], &last = atoms_[a.run_end - 1],
              &before = atoms(int64_t{a.run_first} - 1, sentence), &after = atoms(a.run_end, sentence);
  const uint32_t place = std::min(token - a.run_first, 3u) * 4 + std::min(a.run_end - 1 - token, 3u);
  add(place);
  add(place, a.coarse);
  add(last.fine, place);
  add(last.word, place);
  add(last.flags, place);
  add(first.fine, place);
  add(first.word, place);
  add(first.flags, last.flags, place);
  add(before.word, place);
  add(before.fine, place);
  add(after.word, place);
  add(after.fine, place);
  add(before.coarse, after.coarse, place);
}

/// The run of capitals before or behind, over one or two small words ("Council for the Arts"): whether both
/// are one name hangs on the head of the first and on what joins them.
void EntityFeatures::add_bridges(uint32_t token, Adder& add) const {
  const Atoms& a = atoms_[token];
  const uint32_t sentence = sentence_[token];
  const uint32_t place = std::min(token - a.run_first, 2u) * 3 + std::min(a.run_end - 1 - token, 2u);
  const int64_t begin = a.run_first, end = a.run_end;
  const auto capital = [&](int64_t at) { return atoms(at, sentence).run_end != 0; };
  for (const int64_t gap : {1, 2}) {
    if (!capital(begin - gap - 1)) continue;
    const Atoms &head = atoms(begin - gap - 1, sentence), &link = atoms(begin - gap, sentence);
    add.group(250);
    add(link.word, head.fine, place);
    add(link.word, head.word);
    add(link.word, head.flags, place);
    add(link.word, a.coarse, place);
    add(link.word, head.coarse, a.coarse);
    add(link.word, atoms_[head.run_first].fine, place);
    break;
  }
  for (const int64_t gap : {1, 2}) {
    if (!capital(end + gap)) continue;
    const Atoms &head = atoms_[a.run_end - 1], &link = atoms(end, sentence),
                &next = atoms(end + gap, sentence);
    const Atoms& last = atoms_[next.run_end - 1];
    add.group(260);
    add(link.word, head.fine, place);
    add(link.word, head.word, place);
    add(link.word, head.flags, place);
    add(link.word, next.coarse, place);
    add(link.word, head.coarse, last.coarse);
    add(link.word, last.fine, place);
    break;
  }
}

/// Whether the token is a short form, and of a name that the document spells out.
void EntityFeatures::add_acronym(uint32_t token, Adder& add) const {
  const uint32_t known = atoms_[token].acronym;
  if (known == 0) return;
  add.group(290);
  add(known);
  add(known >> 1);
}

/// How often the document has a word: 0 for one without capital, else whether it has other mentions, and some
/// in small letters.
uint32_t EntityFeatures::company(uint32_t token) const {
  if (atoms_[token].evidence == 0) return 0;
  const Evidence& e = evidence_of(token);
  return 1 + (e.mentions > 1 ? 1 : 0) + (e.small ? 2 : 0);
}

uint32_t EntityFeatures::shown_by_others(uint32_t token) const {
  if (atoms_[token].evidence == 0) return 0;
  const Evidence& e = evidence_of(token);
  const uint32_t own = shown_by(token);
  uint32_t shown = 0;
  for (uint32_t k = 0; k < kShown; ++k) shown |= e.counts[k] > ((own >> k) & 1) ? 1u << k : 0;
  return shown;
}

/// What the document shows of the word elsewhere.
void EntityFeatures::add_document(uint32_t token, Adder& add) const {
  add.group(130);
  const Atoms& a = atoms_[token];
  const Evidence& e = evidence_of(token);
  const uint32_t known = company(token), shown = shown_by_others(token);
  const bool alone = a.evidence != 0 && (shown_by(token) & bit(Shown::alone));
  add(known, a.shape);
  add(known, a.coarse);
  add(alone ? e.left : 0);
  add(alone ? e.right : 0);
  for (uint32_t k = 0; k < kShown; ++k) add(k, (shown >> k) & 1, known);
  add(0);
  for (const uint32_t c : e.before)
    if (c != 0) add.more(c);
  add(0);
  for (const uint32_t c : e.after)
    if (c != 0) add.more(c);
}

/// The label or part of speech of a token; kNone outside the sentence.
template <class Labels>
uint32_t EntityFeatures::label(const Labels& labels, int64_t token, uint32_t sentence) const {
  constexpr uint32_t kNone = 255;
  if (token < 0 || token >= static_cast<int64_t>(labels.size())) return kNone;
  const auto at = static_cast<size_t>(token);
  return sentence_[at] == sentence ? static_cast<uint32_t>(labels[at]) : kNone;
}

/// The type that the first pass gave most of a word's other mentions, and how sure that is.
uint32_t EntityFeatures::type_of_others(uint32_t token, uint32_t& sure) const {
  sure = 0;
  if (atoms_[token].evidence == 0) return 0;
  const Evidence& e = evidence_of(token);
  const uint32_t mine = is_capital(shape_[token]) ? (labels_[token] + 1) / 2 : UINT32_MAX;
  uint32_t total = 0, best = 0, most = 0;
  for (uint32_t t = 0; t < e.types.size(); ++t) {
    const uint32_t others = e.types[t] - (mine == t ? 1u : 0u);
    total += others;
    if (others > most) {
      best = t;
      most = others;
    }
  }
  if (total > 0) sure = 1 + (most == total ? 2 : 0) + (total > 2 ? 1 : 0);
  return best;
}

/// What the first pass and the net say, here and of the other mentions.
void EntityFeatures::of_labels(uint32_t token, Rows& rows) const {
  rows.clear();
  Adder add(rows);
  add.group(160);
  const uint32_t sentence = sentence_[token];
  const Atoms& a = atoms_[token];
  const int64_t at = token;
  uint32_t sure = 0;
  const uint32_t type = type_of_others(token, sure);
  const uint32_t mine = label(labels_, at, sentence), net = label(net_labels_, at, sentence);
  const uint32_t net_before = label(net_labels_, at - 1, sentence),
                 net_after = label(net_labels_, at + 1, sentence);
  add(mine);
  add(mine, label(labels_, at - 1, sentence));
  add(mine, label(labels_, at + 1, sentence));
  add(mine, a.shape);
  add(mine, a.fine);
  add(type, sure);
  add(type, sure, mine);
  add(type, sure, a.fine);
  add(type, sure, a.shape);
  add(net);
  add(net, mine);
  add(net, net_before);
  add(net, net_after);
  add(net, a.fine);
  add(net, type, sure);
  add(net, a.shape);
  add(net_before, net, net_after);
  if (!is_capital(shape_[token])) return;
  uint32_t sure_first = 0, sure_last = 0;
  const uint32_t first = type_of_others(a.run_first, sure_first),
                 last = type_of_others(a.run_end - 1, sure_last);
  add(first * 8 + sure_first, last * 8 + sure_last, type);
}

/// The parts of speech of a token, its neighbours and what stands around its run.
void EntityFeatures::add_tags(uint32_t token, Adder& add) const {
  add.group(200);
  const uint32_t sentence = sentence_[token];
  const Atoms& a = atoms_[token];
  const int64_t at = token;
  const uint32_t here = static_cast<uint32_t>(tags_[token]), l1 = label(tags_, at - 1, sentence),
                 l2 = label(tags_, at - 2, sentence), r1 = label(tags_, at + 1, sentence),
                 r2 = label(tags_, at + 2, sentence);
  add(here);
  add(here, a.shape);
  add(here, a.coarse);
  add(here, a.fine);
  add(l1, here);
  add(here, r1);
  add(l1, here, r1);
  add(l1 | l2 << 8, here);
  add(here, r1 | r2 << 8);
  add(l1, a.shape);
  add(r1, a.shape);
  if (!is_capital(shape_[token])) return;
  add(label(tags_, int64_t{a.run_first} - 1, sentence), label(tags_, a.run_end, sentence), here);
}

void EntityFeatures::input(uint32_t token, EntityNetInput& in) const {
  const uint32_t sentence = sentence_[token];
  in.size = 0;
  const auto row = [&](uint64_t n, uint64_t x) { in.add(row_of(n, x) >> (kBits - EntityNet::kBits)); };
  for (uint32_t p = 0; p < EntityNetInput::kWindow; ++p) {
    const Atoms& a = atoms(int64_t{token} + p - EntityNetInput::kWindow / 2, sentence);
    in.vectors[p] = a.vector;
    row(400 + p, a.shape);
    row(410 + p, a.coarse);
    if (!in.vectors[p]) row(420 + p, a.middle);
    row(430 + p, a.name);
    for (uint32_t flags = a.flags, k = 0; flags != 0; flags >>= 1, ++k)
      if (flags & 1) row(440 + p, k);
  }
  row(460, atoms_[token].suffix[2]);
  for (uint32_t shown = shown_by_others(token), k = 0; shown != 0; shown >>= 1, ++k)
    if (shown & 1) row(461, k);
  row(462, company(token));
}

}  // namespace claimsift
