// SPDX-License-Identifier: Apache-2.0
#include "stages/language/listed_names.hpp"

#include <algorithm>

#include "stages/text/word_knowledge.hpp"
#include "stages/text/words.hpp"

namespace claimsift {

void ListedNames::add(std::string_view name, EntityType type) {
  uint32_t hash = WordKnowledge::kNameBegin, words = 0;
  const auto step = [&](std::string_view word) {
    if (word.empty()) return;
    hash = WordKnowledge::name_step(hash, word_hash(word));
    ++words;
  };
  for (size_t begin = 0; begin <= name.size();) {
    const size_t end = std::min(name.find_first_of(" -", begin), name.size());
    step(name.substr(begin, end - begin));
    if (end < name.size() && name[end] == '-') step("-");
    begin = end + 1;
  }
  if (words == 0) return;
  types_[hash] = type;
  longest_ = std::max(longest_, words);
}

ListedNames::Match ListedNames::find(std::span<const uint32_t> hashes, uint32_t first) const {
  Match match;
  uint32_t hash = WordKnowledge::kNameBegin;
  const auto end = static_cast<uint32_t>(std::min<size_t>(hashes.size(), size_t{first} + longest_));
  for (uint32_t i = first; i < end; ++i) {
    hash = WordKnowledge::name_step(hash, hashes[i]);
    if (const auto at = types_.find(hash); at != types_.end()) match = {i + 1, at->second};
  }
  return match;
}

}  // namespace claimsift
