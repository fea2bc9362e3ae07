// SPDX-License-Identifier: Apache-2.0
#include "stages/language/lemmas.hpp"

#include <algorithm>

namespace claimsift {

const LemmaRule* lemma_rule(const LemmaTable& table, std::string_view word, uint32_t tag) {
  if (const LemmaRule* rule = table.find(lemma_key(word, true, tag))) return rule;
  for (size_t n = std::min<size_t>(word.size(), LemmaTable::kLongestEnding) + 1; n-- > 0;)
    if (const LemmaRule* rule = table.find(lemma_key(word.substr(word.size() - n), false, tag))) return rule;
  return nullptr;
}

size_t apply_lemma(const LemmaRule& rule, std::string_view word, char* to) {
  if (rule.strip > word.size() || rule.size > rule.add.size()) return 0;
  const size_t kept = word.size() - rule.strip;
  if (kept < word.size() && (static_cast<unsigned char>(word[kept]) & 0xC0) == 0x80) return 0;
  for (size_t i = 0; i < kept; ++i) to[i] = rule.lower ? ascii_lower(word[i]) : word[i];
  std::copy_n(rule.add.data(), rule.size, to + kept);
  return kept + rule.size;
}

}  // namespace claimsift
