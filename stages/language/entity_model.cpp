// SPDX-License-Identifier: Apache-2.0
#include "stages/language/entity_model.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>

#include "stages/text/words.hpp"

namespace claimsift {
namespace {

constexpr uint32_t kGap = 2;  // tokens without capitals that a name may bridge

constexpr uint32_t mix(uint32_t h, uint32_t x) { return (h ^ x) * 16777619u; }

bool capital(uint32_t s) { return (s & shape::upper) != 0; }

uint32_t shape_atom(uint32_t s) {
  uint32_t atom =
      2 + (s & (shape::letter | shape::digit | shape::initial | shape::other | shape::sentence)) * 4;
  if ((s & shape::upper) && !(s & shape::lower)) atom |= 1u << 20;
  if ((s & shape::upper) && !(s & shape::initial)) atom |= 1u << 21;
  return atom;
}

uint32_t pattern_atom(std::string_view word) {
  uint32_t h = 2166136261u, before = 0;
  for (const char c : word.substr(0, 24)) {
    const auto u = static_cast<unsigned char>(c);
    const uint32_t now = u >= 0x80              ? 'u'
                         : c >= 'a' && c <= 'z' ? 'x'
                         : c >= 'A' && c <= 'Z' ? 'X'
                         : c >= '0' && c <= '9' ? '0'
                                                : u;
    if (now != before || now == 'X') h = mix(h, now);
    before = now;
  }
  return h;
}

// What a document shows of a capitalised word.
constexpr uint32_t kMiddle = 1;      // capitalised inside a sentence
constexpr uint32_t kAlone = 2;       // without a capitalised neighbour
constexpr uint32_t kAfterName = 4;   // behind a capitalised word
constexpr uint32_t kBeforeName = 8;  // before one
constexpr uint32_t kSmall = 16;      // also in small letters
constexpr uint32_t kIn = 32;         // behind "in", "at" or "from"
constexpr uint32_t kSaid = 64;       // before "said" or "says"
constexpr uint32_t kThe = 128;       // behind "the"
constexpr uint32_t kTitle = 256;     // behind a title
constexpr uint32_t kBits = 9;

constexpr uint32_t kSaidWords[] = {word_hash("said"), word_hash("says"), word_hash("told")};
constexpr uint32_t kInWords[] = {word_hash("in"), word_hash("at"), word_hash("from")};
constexpr uint32_t kTitles[] = {word_hash("mr."),     word_hash("mrs."),     word_hash("ms."),
                                word_hash("dr."),     word_hash("mr"),       word_hash("president"),
                                word_hash("sen."),    word_hash("rep."),     word_hash("gov."),
                                word_hash("senator"), word_hash("minister"), word_hash("gen.")};

template <size_t N> bool any(const uint32_t (&words)[N], uint32_t word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace

EntityFeatures::EntityFeatures(std::string_view text, const View<layers::Tokens>& tokens,
                               const EntityWeights& weights)
    : hash_(tokens.column<"hash">()), shape_(tokens.column<"shape">()) {
  const uint32_t size = tokens.size();
  atoms_.resize(size);
  sentence_.resize(size);
  for (uint32_t i = 0, sentence = 0; i < size; ++i) {
    const bool begins = i == 0 || (shape_[i] & shape::sentence);
    sentence_[i] = sentence += begins ? 1 : 0;
    if (!capital(shape_[i])) continue;
    const bool joins =
        !ranges_.empty() && i - ranges_.back().last <= kGap && sentence_[ranges_.back().first] == sentence;
    if (joins)
      ranges_.back().last = i + 1;
    else
      ranges_.push_back({i, i + 1});
  }
  uint32_t done = 0;
  for (const TokenRange& r : ranges_)
    for (uint32_t i = std::max(done, r.first < 2 ? 0 : r.first - 2), last = std::min(size, r.last + 2);
         i < last; ++i) {
      const cs_span s = tokens.span(i);
      const std::string_view word = text.substr(s.begin, s.end - s.begin);
      Atoms& a = atoms_[i];
      a.word = hash_[i];
      a.shape = shape_atom(shape_[i]);
      a.pattern = pattern_atom(word);
      const EntityWeights::Clusters c = weights.clusters_of(hash_[i]);
      a.coarse = c.coarse;
      a.fine = c.fine;
      uint32_t h = 2166136261u, t = h;
      for (size_t n = 0; n < a.prefix.size(); ++n) {
        if (n < word.size()) {
          h = mix(h, static_cast<unsigned char>(ascii_lower(word[n])));
          t = mix(t, static_cast<unsigned char>(ascii_lower(word[word.size() - 1 - n])));
        }
        a.prefix[n] = h;
        a.suffix[n] = t;
      }
      done = i + 1;
    }
  gather();
}

EntityFeatures::Evidence& EntityFeatures::evidence(uint32_t word) {
  word = word == 0 ? 1 : word;
  const size_t mask = table_.size() - 1;
  size_t at = (word * 0x9E3779B1u) & mask;
  while (table_[at].word != 0 && table_[at].word != word) at = (at + 1) & mask;
  return table_[at];
}

void EntityFeatures::gather() {
  size_t capitals = 0;
  for (const TokenRange& r : ranges_) capitals += r.size();
  table_.assign(std::bit_ceil(2 * capitals + 2), Evidence{});
  const auto size = static_cast<uint32_t>(atoms_.size());
  for (const TokenRange& r : ranges_)
    for (uint32_t i = r.first; i < r.last; ++i) {
      if (!capital(shape_[i])) continue;
      Evidence& e = evidence(hash_[i]);
      e.word = hash_[i] == 0 ? 1 : hash_[i];
      const bool before = i > 0 && sentence_[i - 1] == sentence_[i],
                 after = i + 1 < size && sentence_[i + 1] == sentence_[i];
      const bool name_before = before && capital(shape_[i - 1]), name_after = after && capital(shape_[i + 1]);
      if (before) e.bits |= kMiddle;
      if (!name_before && !name_after) e.bits |= kAlone;
      if (name_before) {
        e.bits |= kAfterName;
        if (!(shape_[i - 1] & shape::sentence) || e.left == 1) e.left = hash_[i - 1];
      }
      if (name_after) {
        e.bits |= kBeforeName;
        e.right = hash_[i + 1];
      }
      if (before && any(kInWords, hash_[i - 1])) e.bits |= kIn;
      if (before && hash_[i - 1] == word_hash("the")) e.bits |= kThe;
      if (before && any(kTitles, hash_[i - 1])) e.bits |= kTitle;
      if (after && any(kSaidWords, hash_[i + 1])) e.bits |= kSaid;
    }
  for (uint32_t i = 0; i < size; ++i)
    if (!capital(shape_[i]) && (shape_[i] & shape::letter))
      if (Evidence& e = evidence(hash_[i]); e.word != 0) e.bits |= kSmall;
  for (const TokenRange& r : ranges_)
    for (uint32_t i = r.first; i < r.last; ++i) {
      const Evidence& e = evidence(hash_[i]);
      if (e.word == 0) continue;
      atoms_[i].evidence = e.bits + (1u << kBits);
      atoms_[i].left = e.left;
      atoms_[i].right = e.right;
    }
}

const EntityFeatures::Atoms& EntityFeatures::atoms(uint32_t token, int offset) const {
  const int64_t i = static_cast<int64_t>(token) + offset;
  if (i < 0 || i >= static_cast<int64_t>(atoms_.size())) return outside_;
  const auto at = static_cast<size_t>(i);
  return sentence_[at] == sentence_[token] ? atoms_[at] : outside_;
}

void EntityFeatures::of(uint32_t token, Rows& rows) const {
  const Atoms &a = atoms(token, 0), &l1 = atoms(token, -1), &l2 = atoms(token, -2), &r1 = atoms(token, 1),
              &r2 = atoms(token, 2);
  uint32_t n = 0;
  const auto add = [&](uint64_t x, uint64_t y = 0, uint64_t z = 0) {
    uint64_t h = (x + (uint64_t{n + 1} << 32)) * 0x9E3779B97F4A7C15ULL;
    h = ((h ^ (h >> 29)) + y * 0xC2B2AE3D27D4EB4FULL + z * 0x165667B19E3779F9ULL) * 0xBF58476D1CE4E5B9ULL;
    h ^= h >> 32;
    rows[n++] = static_cast<uint32_t>((h * 0x94D049BB133111EBULL) >> (64 - EntityWeights::kBits));
  };
  add(1);
  add(a.word);
  add(a.word, a.shape);
  for (const uint32_t p : a.prefix) add(p);
  for (const uint32_t s : a.suffix) add(s);
  add(a.shape);
  add(a.pattern);
  add(a.shape, l1.shape, r1.shape);
  add(a.coarse);
  add(a.fine);
  add(l1.coarse);
  add(l1.fine);
  add(r1.coarse);
  add(r1.fine);
  add(l1.fine, a.coarse);
  add(a.coarse, r1.fine);
  add(l1.coarse, a.word);
  add(a.word, r1.coarse);
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
  add(a.coarse, a.shape);
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
  add(l1.fine, a.fine);
  add(a.fine, r1.fine);
  add(l2.coarse, l1.coarse, a.coarse);
  add(a.coarse, r1.coarse, r2.coarse);
  add(l1.coarse, a.shape, r1.coarse);
  add(l1.word, a.coarse);
  add(r1.word, a.coarse);
  add(l1.shape, l1.coarse, l2.shape);
  add(r1.shape, r1.coarse, r2.shape);
  add(a.evidence, a.shape & shape::sentence * 4);
  add(a.evidence, a.coarse);
  add(a.left, a.evidence & kAlone);
  add(a.right, a.evidence & kAlone);
  add(a.evidence & (kMiddle | kSmall), a.shape);
  add(a.evidence & (kTitle | kSaid | kIn | kThe));
}

EntityModel::EntityModel(const std::string& path)
    : file_(find_model(path, "entities.model"), EntityWeights::kKind, EntityWeights::kVersion) {
  if (file_.payload().size() != sizeof(EntityWeights))
    throw std::runtime_error("the entities model has a wrong size");
  weights_ = reinterpret_cast<const EntityWeights*>(file_.payload().data());
}

}  // namespace claimsift
