// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/score_reasons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <string_view>

#include "stages/text/words.hpp"

namespace claimsift {

namespace {

/// The counts in words: the classes of word_class by their bits, then those of Count.
constexpr std::string_view kCountNames[] = {
    "first person",
    "first person plural",
    "second person",
    "third person",
    "demonstrative",
    "negation",
    "hedge",
    "future",
    "obligation",
    "cause",
    "comparison",
    "superlative",
    "law",
    "stance",
    "contrast",
    "conjunction",
    "form of \"be\"",
    "auxiliary",
    "question word",
    "opinion",
    "reporting",
    "change",
    "vote or office",
    "greeting",
    "length",
    "fewer than 8 words",
    "more than 30 words",
    "capitalised words",
    "number",
    "year",
    "number: money",
    "number: percentage",
    "number: count",
    "number: other quantity",
    "date",
    "duration",
    "past forms in -ed",
    "question mark",
    "exclamation mark",
    "quotation marks",
};
static_assert(std::size(kCountNames) == kCounts, "a count without a name");

/// Collects weights by the name of the feature, in the order of first mention.
class Collector {
 public:
  using Weights = std::array<double, ClaimWeights::kHeads>;

  void add(const std::string& feature, const Weights& weight) {
    if (weight == Weights{}) return;
    const auto [at, is_new] = row_of_.try_emplace(feature, reasons_.size());
    if (is_new) reasons_.push_back({feature, {}});
    for (size_t h = 0; h < weight.size(); ++h) reasons_[at->second].weight[h] += weight[h];
  }
  std::vector<ScoreReason> take() { return std::move(reasons_); }

 private:
  std::vector<ScoreReason> reasons_;
  std::map<std::string, size_t> row_of_;
};

/// The words of a span as they stand, a token each.
std::vector<std::string_view> words_of(const FeatureInput& input, cs_span span) {
  std::vector<std::string_view> words;
  for (uint32_t i = input.tokens.lower_bound(span.begin);
       i < input.tokens.size() && input.tokens.span(i).begin < span.end; ++i)
    words.push_back(
        input.text.substr(input.tokens.span(i).begin, input.tokens.span(i).end - input.tokens.span(i).begin));
  return words;
}

/// "change: rose, fell": a class with the words that belong to it, else the count's name alone.
std::string name_of_count(size_t count, const std::vector<std::string_view>& words) {
  std::string name(kCountNames[count]);
  if (count >= static_cast<size_t>(word_class::count)) return name;
  char separator = ':';
  for (const std::string_view word : words) {
    if (!(word_classes(word_hash(word), word) >> count & 1u)) continue;
    name += fmt::format("{} {}", separator, word);
    separator = ',';
  }
  return name;
}

void add_counts(const ClaimWeights& weights, const ClaimFeatures& features,
                const std::vector<std::string_view>& words, Collector& out) {
  for (size_t c = 0; c < kCounts; ++c) {
    if (features.counts[c] == 0) continue;
    Collector::Weights weight;
    for (size_t h = 0; h < weight.size(); ++h)
      weight[h] = static_cast<double>(weights.counts[c][h]) * static_cast<double>(features.counts[c]);
    out.add(name_of_count(c, words), weight);
  }
}

void add_vector(const ClaimWeights& weights, const ClaimFeatures& features, Collector& out) {
  Collector::Weights weight{};
  for (size_t d = 0; d < kVectorFeatures; ++d)
    for (size_t h = 0; h < weight.size(); ++h)
      weight[h] += static_cast<double>(weights.vector[d][h]) * static_cast<double>(features.vector[d]);
  out.add("meaning (word vectors)", weight);
}

/// A hashed family whose i-th feature is about the i-th word; `name` says how it is called.
template <class Rows, class Name> void add_family(const Rows& rows, const std::vector<uint32_t>& features,
                                                  const std::array<float, ClaimWeights::kHeads>& scale,
                                                  Name name, Collector& out) {
  const double length = std::sqrt(static_cast<double>(std::max<size_t>(features.size(), 1)));
  for (size_t i = 0; i < features.size(); ++i) {
    Collector::Weights weight;
    for (size_t h = 0; h < weight.size(); ++h)
      weight[h] = static_cast<double>(rows[features[i]][h]) * static_cast<double>(scale[h]) / length;
    out.add(name(i), weight);
  }
}

/// Words count without regard to case.
std::string folded(std::string_view word) {
  std::string lower(word);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

/// Each pattern under its verb.
void add_verbs(const ClaimWeights& weights, const FeatureInput& input, const ClaimFeatures& features,
               Collector& out) {
  add_family(
      weights.verbs, features.verbs, weights.scale,
      [&](size_t i) {
        const cs_span verb = input.tokens.span(features.patterns[i].verb);
        return fmt::format("verb \"{}\" and its place",
                           folded(input.text.substr(verb.begin, verb.end - verb.begin)));
      },
      out);
}

/// What the nets add cannot be split further.
void add_nets(const ClaimWeights& weights, const ClaimFeatures& features, Collector& out) {
  out.add("numbers, names and meaning together (net)", net_log_odds(weights, features));
}

}  // namespace

std::vector<ScoreReason> score_reasons(const ClaimWeights& weights, const FeatureInput& input, cs_span span,
                                       const ClaimFeatures& features) {
  const std::vector<std::string_view> words = words_of(input, span);
  const auto word = [&](size_t i) { return i < words.size() ? folded(words[i]) : std::string(); };
  Collector out;
  add_counts(weights, features, words, out);
  add_vector(weights, features, out);
  add_family(
      weights.unigrams, features.unigrams, weights.scale,
      [&](size_t i) { return fmt::format("word \"{}\"", word(i)); }, out);
  add_family(
      weights.bigrams, features.bigrams, weights.scale,
      [&](size_t i) {
        return i == 0 ? fmt::format("begins with \"{}\"", word(0))
                      : fmt::format("words \"{} {}\"", word(i - 1), word(i));
      },
      out);
  add_verbs(weights, input, features, out);
  add_nets(weights, features, out);
  return out.take();
}

std::vector<RankedReason> strongest_reasons(const ClaimWeights& weights,
                                            const std::vector<ScoreReason>& reasons, size_t head,
                                            size_t most) {
  std::vector<RankedReason> ranked;
  for (const ScoreReason& reason : reasons) ranked.push_back({reason.feature, reason.weight[head]});
  std::stable_sort(ranked.begin(), ranked.end(), [](const RankedReason& a, const RankedReason& b) {
    return std::abs(a.weight) > std::abs(b.weight);
  });
  if (ranked.size() > most) {
    double rest = 0;
    for (size_t i = most; i < ranked.size(); ++i) rest += ranked[i].weight;
    const size_t others = ranked.size() - most;
    ranked.resize(most);
    ranked.push_back({fmt::format("{} other feature{}", others, others == 1 ? "" : "s"), rest});
  }
  ranked.push_back({"before any feature", static_cast<double>(weights.bias[head])});
  return ranked;
}

}  // namespace claimsift
