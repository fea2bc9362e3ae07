// SPDX-License-Identifier: Apache-2.0
#include "stages/claims/known_index.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "stages/claims/stems.hpp"
#include "stages/text/words.hpp"

namespace claimsift {

namespace {

using Term = TermIndex::Term;

constexpr double kSaturation = 1.2, kLengthNorm = 0.5;  // k1 and b of BM25
constexpr float kWordShare = 0.5f;
constexpr size_t kGram = 4;
constexpr double kMostWords = 0.5, kMostGrams = 0.1;

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80);
}

/// Whether an address goes on at `end`, behind its first word: "https://...", "pic.example.com/...".
bool opens_address(std::string_view text, size_t end) {
  constexpr size_t kLongestHost = 64;
  if (text.substr(end).starts_with("://")) return true;
  const size_t stop = std::min(text.size(), end + kLongestHost);
  bool dotted = false;
  size_t at = end;
  for (; at + 1 < stop && (is_word_byte(text[at]) || text[at] == '-' || text[at] == '.'); ++at) {
    if (text[at] == '.' && !is_word_byte(text[at + 1])) return false;
    dotted = dotted || text[at] == '.';
  }
  return dotted && at < stop && text[at] == '/';
}

/// Calls `word(text)` for each run of letters and digits but those of addresses and of names after "@".
template <class F> void each_word(std::string_view text, F word) {
  for (size_t i = 0; i < text.size();) {
    if (!is_word_byte(text[i])) {
      ++i;
      continue;
    }
    size_t end = i;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    if (opens_address(text, end))
      while (end < text.size() && text[end] != ' ' && text[end] != '\n') ++end;
    else if (i == 0 || text[i - 1] != '@')
      word(text.substr(i, end - i));
    i = end;
  }
}

/// Hashes as terms with how often they stand in the list.
std::vector<Term> counted(std::vector<uint32_t>& hashes) {
  std::sort(hashes.begin(), hashes.end());
  std::vector<Term> terms;
  for (const uint32_t h : hashes) {
    if (!terms.empty() && terms.back().hash == h)
      ++terms.back().times;
    else
      terms.push_back({h, 1});
  }
  return terms;
}

std::vector<Term> words_of(std::string_view text) {
  std::vector<uint32_t> hashes;
  each_word(text, [&](std::string_view word) {
    if (!is_stop_word(word_hash(word), word)) hashes.push_back(stem_hash(word));
  });
  return counted(hashes);
}

std::vector<Term> grams_of(std::string_view text) {
  std::vector<uint32_t> hashes;
  std::string padded;
  each_word(text, [&](std::string_view word) {
    if (is_stop_word(word_hash(word), word)) return;
    padded.assign(1, ' ');
    padded += word;
    padded += ' ';
    for (size_t i = 0; i + kGram <= padded.size(); ++i)
      hashes.push_back(word_hash(std::string_view(padded).substr(i, kGram)));
  });
  return counted(hashes);
}

template <class F> std::vector<std::vector<Term>> terms_of(const std::vector<KnownClaim>& claims, F terms) {
  std::vector<std::vector<Term>> lists;
  lists.reserve(claims.size());
  for (const KnownClaim& c : claims)
    lists.push_back(terms(c.title.empty() ? c.text : c.title + "\n" + c.text));
  return lists;
}

double saturated(double times, double length) {
  return times * (kSaturation + 1) / (times + kSaturation * (1 - kLengthNorm + kLengthNorm * length));
}

}  // namespace

TermIndex::TermIndex(const std::vector<std::vector<Term>>& documents, double most) {
  struct Use {
    uint32_t hash, document;
    float saturation;
  };
  std::vector<Use> uses;
  double total = 0;
  const auto length_of = [](const std::vector<Term>& terms) {
    double n = 0;
    for (const Term& t : terms) n += t.times;
    return n;
  };
  for (const auto& terms : documents) total += length_of(terms);
  const auto count = static_cast<double>(documents.size());
  const double average = std::max(1.0, total / std::max(1.0, count));
  for (uint32_t d = 0; d < documents.size(); ++d) {
    const double length = length_of(documents[d]) / average;
    for (const Term& t : documents[d])
      uses.push_back({t.hash, d, static_cast<float>(saturated(t.times, length))});
  }
  std::stable_sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) { return a.hash < b.hash; });
  const auto idf = [&](double holders) { return std::log(1 + (count - holders + 0.5) / (holders + 0.5)); };
  unknown_idf_ = static_cast<float>(idf(0));
  for (size_t i = 0; i < uses.size();) {
    size_t end = i;
    while (end < uses.size() && uses[end].hash == uses[i].hash) ++end;
    const auto holders = static_cast<double>(end - i);
    if (holders <= std::max(10.0, most * count)) {
      const auto weight = static_cast<float>(idf(holders));
      const auto first = static_cast<uint32_t>(postings_.size());
      for (size_t u = i; u < end; ++u) postings_.push_back({uses[u].document, uses[u].saturation * weight});
      entries_.push_back({uses[i].hash, first, static_cast<uint32_t>(postings_.size()), weight});
    } else {
      entries_.push_back({uses[i].hash, 0, 0, 0});  // in so many claims that it tells none apart
    }
    i = end;
  }
}

void TermIndex::add_scores(const std::vector<Term>& query, float weight, std::vector<float>& scores,
                           std::vector<uint32_t>& touched) const {
  std::vector<const Entry*> found;
  double best = 0;  // what a document of average length would score that has all terms once
  for (const Term& t : query) {
    const auto e = std::lower_bound(entries_.begin(), entries_.end(), t.hash,
                                    [](const Entry& entry, uint32_t hash) { return entry.hash < hash; });
    const bool known = e != entries_.end() && e->hash == t.hash;
    best += known ? static_cast<double>(e->idf) : static_cast<double>(unknown_idf_);
    if (known && e->last > e->first) found.push_back(&*e);
  }
  if (best <= 0) return;
  const float scale = weight / static_cast<float>(best);
  for (const Entry* e : found)
    for (uint32_t p = e->first; p < e->last; ++p) {
      float& score = scores[postings_[p].document];
      if (score == 0) touched.push_back(postings_[p].document);
      score += postings_[p].weight * scale;
    }
}

KnownIndex::KnownIndex(std::vector<KnownClaim> claims)
    : claims_(std::move(claims)),
      words_(terms_of(claims_, words_of), kMostWords),
      grams_(terms_of(claims_, grams_of), kMostGrams) {}

std::vector<KnownIndex::Match> KnownIndex::find(const Query& query, size_t count, double least) const {
  thread_local std::vector<float> scores;  // all nought between calls
  thread_local std::vector<uint32_t> touched;
  scores.resize(std::max(scores.size(), claims_.size()));
  touched.clear();
  const auto add = [&](std::string_view part, float weight) {
    words_.add_scores(words_of(part), weight * kWordShare, scores, touched);
    const size_t by_word = touched.size();
    grams_.add_scores(grams_of(part), weight * (1 - kWordShare), scores, touched);
    return by_word;
  };
  const bool alone = query.context.empty() || query.context == query.text;
  const float share = alone ? 0 : static_cast<float>(query.context_share);
  const size_t by_own_word = add(query.text, 1 - share);
  if (share > 0) add(query.context, share);

  std::vector<Match> matches;
  for (size_t i = 0; i < touched.size(); ++i) {
    const uint32_t c = touched[i];
    const double score = std::min(1.0, std::round(static_cast<double>(scores[c]) * 1e4) / 1e4);
    if (score >= least && score > 0 && (!query.own_word || i < by_own_word)) matches.push_back({c, score});
    scores[c] = 0;
  }
  const auto better = [](const Match& a, const Match& b) {
    return a.score != b.score ? a.score > b.score : a.claim < b.claim;
  };
  std::sort(matches.begin(), matches.end(), better);
  std::unordered_set<std::string_view> ids;
  std::erase_if(matches, [&](const Match& m) {
    return ids.size() == count || !ids.insert(claims_[m.claim].id).second;
  });
  return matches;
}

}  // namespace claimsift
