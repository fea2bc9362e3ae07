// SPDX-License-Identifier: Apache-2.0
#include "stages/language/entity_features.hpp"

#include <algorithm>
#include <bit>

#include "stages/language/entity_acronyms.hpp"
#include "stages/language/entity_evidence.hpp"
#include "stages/text/words.hpp"

namespace claimsift {
namespace {

constexpr uint32_t kAhead = 12;  // tokens between asking for a word's knowledge and looking at it
constexpr uint32_t kGap = 2;     // tokens without capitals that a name may bridge

constexpr uint32_t mix(uint32_t h, uint32_t x) { return (h ^ x) * 16777619u; }

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

constexpr uint32_t kSaidWords[] = {word_hash("said"), word_hash("says"), word_hash("told")};
/// What stands before a name in small letters and is part of it.
constexpr uint32_t kParticles[] = {word_hash("al"),  word_hash("el"),  word_hash("bin"), word_hash("ibn"),
                                   word_hash("van"), word_hash("von"), word_hash("de"),  word_hash("la"),
                                   word_hash("der"), word_hash("da"),  word_hash("di"),  word_hash("du"),
                                   word_hash("abu"), word_hash("ter"), word_hash("az")};
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
                               const WordKnowledge& knowledge, const WordVectors& vectors)
    : hash_(tokens.column<"hash">()), shape_(tokens.column<"shape">()), vectors_(vectors) {
  const uint32_t size = tokens.size();
  atoms_.resize(size);
  find_ranges(knowledge);
  uint32_t done = 0;
  for (size_t k = 0; k < ranges_.size(); ++k) {
    const TokenRange& r = ranges_[k];
    if (k + 2 < ranges_.size()) prefetch_vectors(ranges_[k + 2]);
    for (uint32_t i = std::max(done, r.first < 2 ? 0 : r.first - 2), last = std::min(size, r.last + 2);
         i < last; ++i) {
      const cs_span s = tokens.span(i);
      fill(atoms_[i], i, text.substr(s.begin, s.end - s.begin), knowledge);
      done = i + 1;
    }
    find_names(r, knowledge);
    find_runs(r);
  }
  gather();
  for (const auto& [token, known] : find_acronyms(text, tokens, ranges_)) atoms_[token].acronym = known;
}

void EntityFeatures::find_ranges(const WordKnowledge& knowledge) {
  const auto size = static_cast<uint32_t>(shape_.size());
  sentence_.resize(size);
  core_.resize(size);
  for (uint32_t i = 0, sentence = 0; i < size; ++i) {
    if (i + kAhead < size) knowledge.prefetch(hash_[i + kAhead]);
    const bool begins = i == 0 || (shape_[i] & shape::sentence);
    sentence_[i] = sentence += begins ? 1 : 0;
    core_[i] = is_capital(shape_[i]) ||
               ((shape_[i] & shape::letter) && (knowledge.find(hash_[i]).flags & word_flag::only_name));
  }
  constexpr uint32_t kHeads = word_flag::group_noun | word_flag::place_noun | word_flag::thing_noun;
  for (uint32_t i = 0; i < size; ++i) {
    if (!core_[i]) continue;
    uint32_t last = i + 1;
    const bool noun_behind = last < size && sentence_[last] == sentence_[i] && !core_[last] &&
                             (knowledge.find(hash_[last]).flags & kHeads);
    if (noun_behind) ++last;
    const uint32_t first = begin_of(i);
    const bool joins = !ranges_.empty() && first <= ranges_.back().last + kGap &&
                       sentence_[ranges_.back().first] == sentence_[i];
    if (joins)
      ranges_.back().last = last;
    else
      ranges_.push_back({first, last});
  }
}

/// Where a name may begin that has its first capital at a token: before "bin" or "al-".
uint32_t EntityFeatures::begin_of(uint32_t token) const {
  const auto particle = [&](uint32_t back) {
    return token >= back && sentence_[token - back] == sentence_[token] &&
           any(kParticles, hash_[token - back]);
  };
  if (particle(1)) return token - (particle(2) ? 2 : 1);
  const bool dash = token > 1 && (shape_[token - 1] & shape::other) && !(shape_[token - 1] & shape::letter);
  return dash && particle(2) ? token - 2 : token;
}

void EntityFeatures::fill(Atoms& a, uint32_t token, std::string_view word, const WordKnowledge& knowledge) {
  a.word = hash_[token];
  a.shape = shape_atom(shape_[token]);
  a.pattern = pattern_atom(word);
  a.vector = vectors_.find(a.word).values;
  const WordKnowledge::Word known = knowledge.find(a.word);
  a.coarse = known.coarse();
  a.middle = known.middle();
  a.fine = known.fine();
  a.flags = known.flags & ~word_flag::only_name;
  uint32_t h = 2166136261u, t = h;
  for (size_t n = 0; n < a.prefix.size(); ++n) {
    if (n < word.size()) {
      h = mix(h, static_cast<unsigned char>(ascii_lower(word[n])));
      t = mix(t, static_cast<unsigned char>(ascii_lower(word[word.size() - 1 - n])));
    }
    a.prefix[n] = h;
    a.suffix[n] = t;
  }
}

void EntityFeatures::find_names(const TokenRange& range, const WordKnowledge& knowledge) {
  for (uint32_t i = range.first; i < range.last;) {
    uint32_t best = i, kind = 0, name = WordKnowledge::kNameBegin;
    const uint32_t end = std::min(range.last, i + WordKnowledge::kLongestName);
    if (core_[i])
      for (uint32_t last = i; last < end; ++last) {
        name = WordKnowledge::name_step(name, hash_[last]);
        if (const uint32_t found = knowledge.name(name); found != 0) {
          best = last + 1;
          kind = found;
        }
      }
    for (uint32_t at = i; at < best; ++at) {
      const uint32_t place = best == i + 1 ? 0 : at == i ? 1 : at + 1 == best ? 2 : 3;
      atoms_[at].name = kind | (1 + place) << 8;
    }
    i = std::max(best, i + 1);
  }
}

/// Asks for where the vectors of a stretch are looked up.
void EntityFeatures::prefetch_vectors(const TokenRange& range) const {
  const auto size = static_cast<uint32_t>(hash_.size());
  for (uint32_t i = range.first < 2 ? 0 : range.first - 2, last = std::min(size, range.last + 2); i < last;
       ++i)
    vectors_.prefetch(hash_[i]);
}

void EntityFeatures::find_runs(const TokenRange& range) {
  for (uint32_t i = range.first; i < range.last;) {
    uint32_t last = i;
    while (last < range.last && is_capital(shape_[last])) ++last;
    for (uint32_t at = i; at < last; ++at) {
      atoms_[at].run_first = i;
      atoms_[at].run_end = last;
    }
    while (last < range.last && !is_capital(shape_[last])) ++last;
    i = last;
  }
}

EntityFeatures::Evidence& EntityFeatures::evidence(uint32_t word) {
  word = word == 0 ? 1 : word;
  const size_t mask = table_.size() - 1;
  size_t at = (word * 0x9E3779B1u) & mask;
  while (table_[at].word != 0 && table_[at].word != word) at = (at + 1) & mask;
  return table_[at];
}

uint32_t EntityFeatures::shown_by(uint32_t token) const {
  const uint32_t sentence = sentence_[token];
  const bool has_before = token > 0 && sentence_[token - 1] == sentence,
             has_after = token + 1 < sentence_.size() && sentence_[token + 1] == sentence;
  const bool name_before = has_before && is_capital(shape_[token - 1]),
             name_after = has_after && is_capital(shape_[token + 1]);
  uint32_t bits = 0;
  const auto put = [&](Shown what, bool is) { bits |= is ? bit(what) : 0; };
  put(Shown::in_middle, has_before && !(shape_[token - 1] & shape::other));
  put(Shown::alone, !name_before && !name_after);
  put(Shown::behind_name, name_before);
  put(Shown::before_name, name_after);
  put(Shown::behind_in, has_before && any(kInWords, hash_[token - 1]));
  put(Shown::before_said, has_after && any(kSaidWords, hash_[token + 1]));
  put(Shown::behind_the, has_before && hash_[token - 1] == word_hash("the"));
  put(Shown::behind_title, has_before && any(kTitles, hash_[token - 1]));
  return bits;
}

/// Adds what one mention shows.
void EntityFeatures::note(uint32_t token) {
  const auto keep = [](std::array<uint32_t, kContexts>& list, uint32_t cluster) {
    for (uint32_t& c : list) {
      if (c == cluster || cluster == 0) return;
      if (c == 0) {
        c = cluster;
        return;
      }
    }
  };
  Evidence& e = evidence(hash_[token]);
  e.word = hash_[token] == 0 ? 1 : hash_[token];
  const uint32_t shown = shown_by(token);
  if (e.mentions < UINT16_MAX) {
    ++e.mentions;
    for (uint32_t k = 0; k < kShown; ++k)
      e.counts[k] = static_cast<uint16_t>(e.counts[k] + ((shown >> k) & 1));
  }
  if (shown & bit(Shown::behind_name))
    e.left = hash_[token - 1];
  else
    keep(e.before, atoms(int64_t{token} - 1, sentence_[token]).fine);
  if (shown & bit(Shown::before_name))
    e.right = hash_[token + 1];
  else
    keep(e.after, atoms(int64_t{token} + 1, sentence_[token]).fine);
}

void EntityFeatures::gather() {
  size_t capitals = 0;
  for (const TokenRange& r : ranges_) capitals += r.size();
  table_.assign(std::bit_ceil(2 * capitals + 2), Evidence{});
  for (const TokenRange& r : ranges_)
    for (uint32_t i = r.first; i < r.last; ++i)
      if (is_capital(shape_[i])) note(i);
  for (uint32_t i = 0; i < shape_.size(); ++i)
    if (!is_capital(shape_[i]) && (shape_[i] & shape::letter))
      if (Evidence& e = evidence(hash_[i]); e.word != 0) e.small = true;
  for (const TokenRange& r : ranges_)
    for (uint32_t i = r.first; i < r.last; ++i)
      if (const Evidence& e = evidence(hash_[i]); e.word != 0)
        atoms_[i].evidence = static_cast<uint32_t>(&e - table_.data()) + 1;
}

const EntityFeatures::Atoms& EntityFeatures::atoms(int64_t token, uint32_t sentence) const {
  if (token < 0 || token >= static_cast<int64_t>(atoms_.size())) return outside_;
  const auto at = static_cast<size_t>(token);
  return sentence_[at] == sentence ? atoms_[at] : outside_;
}

void EntityFeatures::learn(const std::vector<uint8_t>& labels, const std::vector<uint8_t>& net_labels) {
  labels_ = labels;
  net_labels_ = net_labels;
  for (const TokenRange& r : ranges_)
    for (uint32_t i = r.first; i < r.last; ++i)
      if (atoms_[i].evidence != 0 && is_capital(shape_[i])) {
        uint16_t& count = table_[atoms_[i].evidence - 1].types[(labels[i] + 1) / 2];
        if (count < UINT16_MAX) ++count;
      }
}

}  // namespace claimsift
