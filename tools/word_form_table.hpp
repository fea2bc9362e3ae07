// SPDX-License-Identifier: Apache-2.0
// word_form_table.hpp - fills stages/language/word_forms.hpp from WordNet's index files: its single words and
// their regular forms. Irregular ones are frequent enough to be learnt. One thread.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "stages/language/word_forms.hpp"
#include "stages/text/words.hpp"

namespace claimsift {

inline bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

inline bool ends_in_consonant_y(std::string_view word) {
  return word.size() > 2 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

/// "box" to "boxes", "city" to "cities", "home" to "homes".
inline std::string with_s(const std::string& word) {
  for (const char* hissing : {"s", "x", "z", "ch", "sh"})
    if (word.ends_with(hissing)) return word + "es";
  return ends_in_consonant_y(word) ? word.substr(0, word.size() - 1) + "ies" : word + "s";
}

/// Whether "stop" may double its last consonant before "-ed" and "-ing".
inline bool may_double(std::string_view word) {
  const size_t n = word.size();
  return n > 2 && !is_vowel(word[n - 1]) &&
         std::string_view("wxy").find(word[n - 1]) == std::string_view::npos && is_vowel(word[n - 2]) &&
         !is_vowel(word[n - 3]);
}

/// Calls `form(word, bit)` for a verb and its regular forms.
template <class F> void each_verb_form(const std::string& verb, F&& form) {
  form(verb, word_form::verb);
  form(with_s(verb), word_form::third_person);
  const std::string stem = verb.substr(0, verb.size() - 1);
  if (verb.ends_with('e')) {
    form(verb + "d", word_form::past);
    form(stem + "ing", word_form::gerund);
    return;
  }
  form(ends_in_consonant_y(verb) ? stem + "ied" : verb + "ed", word_form::past);
  form(verb + "ing", word_form::gerund);
  if (!may_double(verb)) return;
  form(verb + verb.back() + "ed", word_form::past);
  form(verb + verb.back() + "ing", word_form::gerund);
}

/// Calls `found` with the single words of small letters of an index file.
inline void each_index_word(const std::string& path, const std::function<void(const std::string&)>& found) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  for (std::string line; std::getline(file, line);) {
    const std::string word = line.substr(0, line.find(' '));  // empty in the lines of the licence
    if (!word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
      found(word);
  }
}

/// How often each word is a noun, a verb, an adjective and an adverb in WordNet's tagged texts.
inline std::map<std::string, std::array<uint32_t, 4>> tagged_uses(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::map<std::string, std::array<uint32_t, 4>> uses;
  for (std::string line; std::getline(file, line);) {
    std::istringstream in(line);
    std::string key, offset;
    uint32_t sense = 0, count = 0;
    const size_t percent = line.find('%');
    if (percent == std::string::npos || !(in >> key >> offset >> sense >> count) || count == 0) continue;
    constexpr std::array<size_t, 6> kKinds{0, 0, 1, 2, 3, 2};  // by WordNet's number; 5 is an adjective too
    const auto kind = static_cast<size_t>(line[percent + 1] - '0');
    if (kind < kKinds.size()) uses[line.substr(0, percent)][kKinds[kind]] += count;
  }
  return uses;
}

/// `folder` holds index.noun, index.verb, index.adj, index.adv and index.sense.
inline void fill_word_forms(const std::string& folder, WordForms& forms) {
  std::map<std::string, uint32_t> words;
  const auto form = [&](const std::string& word, uint32_t bit) { words[word] |= bit; };
  each_index_word(folder + "/index.noun", [&](const std::string& word) {
    form(word, word_form::noun);
    form(with_s(word), word_form::plural);
  });
  each_index_word(folder + "/index.verb", [&](const std::string& word) { each_verb_form(word, form); });
  each_index_word(folder + "/index.adj", [&](const std::string& word) { form(word, word_form::adjective); });
  each_index_word(folder + "/index.adv", [&](const std::string& word) { form(word, word_form::adverb); });
  const auto uses = tagged_uses(folder + "/index.sense");
  forms.slots = {};
  for (const auto& [word, bits] : words) {
    uint32_t mostly = 0;
    if (const auto it = uses.find(word); it != uses.end()) {
      const auto& counts = it->second;
      const auto most = std::max_element(counts.begin(), counts.end());
      uint32_t all = 0;
      for (const uint32_t count : counts) all += count;
      mostly = 1 + static_cast<uint32_t>(most - counts.begin()) + (*most * 5 >= all * 4 ? 4 : 0);
    }
    forms.add(word_hash(word), bits | mostly << word_form::kMostly);
  }
}

}  // namespace claimsift
