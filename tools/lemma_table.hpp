// SPDX-License-Identifier: Apache-2.0
// lemma_table.hpp - learns the tables of stages/language/lemmas.hpp from words with tag and lemma: an ending
// is kept where its most frequent rule is not that of the shorter ending. One thread.
#pragma once

#include <cstdio>
#include <map>
#include <string>
#include <tuple>

#include "stages/language/lemmas.hpp"

namespace claimsift {

class LemmaLearner {
 public:
  /// `proper`: capitals belong to the word.
  void add(std::string_view word, uint32_t tag, bool proper, std::string_view lemma) {
    LemmaRule rule;
    if (rule_of(word, lemma, proper, rule)) ++words_[{std::string(word), tag}][rule];
  }

  void store(LemmaTable& table) const {
    table = {};
    std::map<LemmaRule, uint32_t> numbers;
    uint32_t used = 0;
    const auto put = [&](uint32_t key, const LemmaRule& rule) {
      const auto [it, added] = numbers.emplace(rule, static_cast<uint32_t>(numbers.size()));
      if (it->second >= LemmaTable::kRules) return;
      if (added) table.rules[it->second] = rule;
      if (table.find(key) || used * 4 >= LemmaTable::kSlots * 3) return;
      uint32_t at = key % LemmaTable::kSlots;
      while (table.slots[at].rule != 0) at = (at + 1) % LemmaTable::kSlots;
      table.slots[at] = {key, it->second + 1};
      ++used;
    };
    for (uint32_t n = 0; n <= LemmaTable::kLongestEnding; ++n) {
      std::map<std::pair<std::string, uint32_t>, Counts> endings;  // each word counts once
      for (const auto& [word, counts] : words_) {
        const std::string& form = word.first;
        if (form.size() < n) continue;
        std::string ending = form.substr(form.size() - n);
        for (char& c : ending) c = ascii_lower(c);
        const LemmaRule& rule = most(counts).first;
        if (rule.strip <= n) ++endings[{ending, word.second}][rule];
      }
      for (const auto& [ending, counts] : endings) {
        const auto& [rule, count] = most(counts);
        if (n > 0 && count < 2) continue;
        const LemmaRule* const shorter = lemma_rule(table, ending.first, ending.second);
        if (!shorter || !(*shorter == rule)) put(lemma_key(ending.first, false, ending.second), rule);
      }
    }
    for (const auto& [word, counts] : words_) {
      const LemmaRule& rule = most(counts).first;
      const LemmaRule* const known = lemma_rule(table, word.first, word.second);
      if (!known || applied(*known, word.first) != applied(rule, word.first))
        put(lemma_key(word.first, true, word.second), rule);
    }
    std::fprintf(stderr, "lemmas: %zu rules, %u exceptions and endings\n", numbers.size(), used);
  }

 private:
  using Counts = std::map<LemmaRule, uint32_t>;

  static std::string applied(const LemmaRule& rule, std::string_view word) {
    std::string out(lemma_capacity(word), ' ');
    out.resize(apply_lemma(rule, word, out.data()));
    return out;
  }
  static const std::pair<const LemmaRule, uint32_t>& most(const Counts& counts) {
    auto best = counts.begin();
    for (auto it = counts.begin(); it != counts.end(); ++it)
      if (it->second > best->second) best = it;
    return *best;
  }
  static bool rule_of(std::string_view word, std::string_view lemma, bool proper, LemmaRule& rule) {
    size_t kept = 0, lowered = 0;
    while (kept < word.size() && kept < lemma.size() && word[kept] == lemma[kept]) ++kept;
    while (lowered < word.size() && lowered < lemma.size() && ascii_lower(word[lowered]) == lemma[lowered])
      ++lowered;
    const bool lower = lowered != kept ? lowered > kept : !proper;
    size_t common = lower ? lowered : kept;
    while (common > 0 && common < word.size() && (static_cast<unsigned char>(word[common]) & 0xC0) == 0x80)
      --common;
    if (word.size() - common > 255 || lemma.size() - common > rule.add.size()) return false;
    rule.strip = static_cast<uint8_t>(word.size() - common);
    rule.lower = lower ? 1 : 0;
    rule.size = static_cast<uint8_t>(lemma.size() - common);
    for (size_t i = common; i < lemma.size(); ++i) rule.add[i - common] = lemma[i];
    return true;
  }

  std::map<std::pair<std::string, uint32_t>, Counts> words_;
};

}  // namespace claimsift
