// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/features.hpp"

#include <cmath>

#include "stages/text/words.hpp"

namespace claimsift {

namespace {

constexpr uint32_t kNumberWord = word_hash("<number>"), kYearWord = word_hash("<year>"),
                   kBigWord = word_hash("<big>");

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) && word[2] >= '0' &&
         word[2] <= '9' && word[3] >= '0' && word[3] <= '9';
}

/// A word's identity: numbers count by their class, so that "47" and "48" are the same evidence.
uint32_t word_key(uint32_t hash, uint32_t bits, std::string_view word) {
  if (!(bits & shape::digit)) return hash;
  if (is_year(word)) return kYearWord;
  return word.size() > 3 ? kBigWord : kNumberWord;
}

uint32_t row(uint32_t key) { return (key * 0x9E3779B1u) >> (32 - kFeatureRowsLog2); }
uint32_t pair_key(uint32_t a, uint32_t b) { return (a * 0x85EBCA6Bu) ^ (b * 0xC2B2AE35u + 0x165667B1u); }

/// Adds up the vectors of words, by pool.
class Pools {
 public:
  explicit Pools(ClaimFeatures& features) : out_(features.vector) { out_.fill(0); }

  void add(const WordVectors::Vector& vector, bool verb, bool noun, bool opening) {
    if (!vector.values) return;
    add_to(WordPool::mean, vector);
    raise(vector);
    if (verb) add_to(WordPool::verbs, vector);
    if (noun) add_to(WordPool::nouns, vector);
    if (opening) add_to(WordPool::opening, vector);
  }
  void finish() {
    for (size_t p = 0; p < words_.size(); ++p)
      for (size_t d = 0; words_[p] && d < kSize; ++d) out_[p * kSize + d] /= static_cast<float>(words_[p]);
  }

 private:
  static constexpr size_t kSize = WordVectors::kDimensions;

  float* part(WordPool pool) { return out_.data() + static_cast<size_t>(pool) * kSize; }
  void add_to(WordPool pool, const WordVectors::Vector& vector) {
    float* sum = part(pool);
    for (size_t d = 0; d < kSize; ++d) sum[d] += vector.scale * static_cast<float>((*vector.values)[d]);
    ++words_[static_cast<size_t>(pool)];
  }
  /// Of the first word the vector itself.
  void raise(const WordVectors::Vector& vector) {
    const bool first = words_[static_cast<size_t>(WordPool::mean)] == 1;
    float* highest = part(WordPool::maximum);
    for (size_t d = 0; d < kSize; ++d) {
      const float value = vector.scale * static_cast<float>((*vector.values)[d]);
      highest[d] = first ? value : std::max(highest[d], value);
    }
  }

  std::array<float, kVectorFeatures>& out_;
  std::array<uint32_t, static_cast<size_t>(WordPool::total)> words_{};
};

class Counter {
 public:
  explicit Counter(ClaimFeatures& features) : counts_(features.counts) {}
  void add(Count count) { ++counts_[static_cast<size_t>(word_class::count) + static_cast<size_t>(count)]; }
  void set(Count count, bool on) {
    counts_[static_cast<size_t>(word_class::count) + static_cast<size_t>(count)] = on ? 1.0f : 0.0f;
  }
  void add_classes(uint32_t classes) {
    for (; classes; classes &= classes - 1) ++counts_[static_cast<size_t>(std::countr_zero(classes))];
  }

 private:
  std::array<float, kCounts>& counts_;
};

void count_token(Counter& counter, uint32_t bits, std::string_view word, bool first) {
  if (bits & shape::digit)
    counter.add(is_year(word) ? Count::years : Count::numbers);
  else if (bits & shape::letter)
    counter.add(Count::words);
  if ((bits & shape::initial) && !first) counter.add(Count::names);
  if (word.size() > 4 && word.ends_with("ed")) counter.add(Count::past_forms);
  if (word == "?") counter.add(Count::question_mark);
  if (word == "!") counter.add(Count::exclamation);
  if (word == "\"" || word == "\u201c" || word == "\u201d") counter.add(Count::quotes);
}

void count_quantities(Counter& counter, const View<layers::Quantities>& quantities, cs_span span) {
  for (uint32_t i = quantities.lower_bound(span.begin);
       i < quantities.size() && quantities.span(i).begin < span.end; ++i)
    switch (quantities.get<"kind">(i)) {
      case QuantityKind::money: counter.add(Count::money); break;
      case QuantityKind::percent: counter.add(Count::percent); break;
      case QuantityKind::count: counter.add(Count::counts); break;
      default: counter.add(Count::other_quantities);
    }
}

void count_times(Counter& counter, const View<layers::Times>& times, cs_span span) {
  for (uint32_t i = times.lower_bound(span.begin); i < times.size() && times.span(i).begin < span.end; ++i)
    counter.add(times.get<"type">(i) == TimeType::duration ? Count::durations : Count::dates);
}

bool is_verb(const View<layers::Tags>& tags, uint32_t token) {
  if (!tags.present()) return false;
  const Xpos tag = tags.get<"xpos">(token);
  return tag >= Xpos::vb && tag <= Xpos::vbz;
}
bool is_noun(const View<layers::Tags>& tags, uint32_t token) {
  if (!tags.present()) return false;
  const Xpos tag = tags.get<"xpos">(token);
  return tag >= Xpos::nn && tag <= Xpos::nns;
}

void add_verbs(const FeatureInput& input, uint32_t first, uint32_t last, ClaimFeatures& features) {
  verb_patterns(input.tokens, input.tags, first, last, features.patterns);
  features.verbs.clear();
  for (const VerbPattern& pattern : features.patterns) features.verbs.push_back(row(pattern.key));
}

}  // namespace

void claim_features(const FeatureInput& input, cs_span span, ClaimFeatures& features) {
  constexpr uint32_t kOpening = 4;
  features.unigrams.clear();
  features.bigrams.clear();
  features.counts.fill(0);
  Counter counter(features);
  Pools pools(features);
  uint32_t before = 0, words = 0;
  const uint32_t begin = input.tokens.lower_bound(span.begin);
  constexpr uint32_t kAhead = 6;
  uint32_t i = begin;
  for (; i < input.tokens.size() && input.tokens.span(i).begin < span.end; ++i) {
    if (i + kAhead < input.tokens.size()) input.vectors.prefetch(input.tokens.get<"hash">(i + kAhead));
    const cs_span at = input.tokens.span(i);
    const std::string_view word = input.text.substr(at.begin, at.end - at.begin);
    const uint32_t hash = input.tokens.get<"hash">(i), bits = input.tokens.get<"shape">(i);
    const uint32_t key = word_key(hash, bits, word);
    features.unigrams.push_back(row(key));
    features.bigrams.push_back(row(pair_key(before, key)));
    before = key;
    counter.add_classes(word_classes(hash, word));
    if (bits & shape::letter)
      pools.add(input.vectors.find(hash), is_verb(input.tags, i), is_noun(input.tags, i),
                i - begin < kOpening);
    count_token(counter, bits, word, words == 0);
    if (bits & (shape::letter | shape::digit)) ++words;
  }
  pools.finish();
  add_verbs(input, begin, i, features);
  count_quantities(counter, input.quantities, span);
  count_times(counter, input.times, span);
  for (float& count : features.counts) count = std::log1p(count);
  counter.set(Count::short_span, words < 8);
  counter.set(Count::long_span, words > 30);
}

}  // namespace claimsift
