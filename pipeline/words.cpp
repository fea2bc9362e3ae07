// SPDX-License-Identifier: Apache-2.0
#include "pipeline/words.hpp"

#include <fmt/core.h>

#include "pipeline/suggest.hpp"

namespace claimsift {

std::vector<Word> words_of(const YamlNode& node, const std::string& key, Diagnostics& diagnostics) {
  std::vector<Word> result;
  const auto take = [&](const YamlNode& item) {
    if (item.is_broken()) return;
    if (item.is_scalar() && !item.scalar.empty()) {
      result.push_back({item.scalar, item.place});
    } else {
      diagnostics.error(item.place, fmt::format("`{}` must be a name or a list of names, not {}", key,
                                                item.is_scalar() ? "an empty one" : described(item)));
    }
  };
  if (node.is_list()) {
    for (const YamlNode& item : node.items) take(item);
  } else {
    take(node);
  }
  return result;
}

void report_unknown(const std::string& subject, const YamlEntry& entry,
                    const std::vector<std::string>& allowed, Diagnostics& diagnostics) {
  const std::string near = did_you_mean(entry.key, allowed);
  std::string hint;
  if (near.empty() && !allowed.empty()) hint = fmt::format("it has {}", one_of(allowed, "and"));
  diagnostics.error(entry.place, fmt::format("{} `{}`{}", subject, entry.key, near), std::move(hint));
}

bool is_instance_name(std::string_view name) {
  for (size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '-'))) return false;
  }
  return !name.empty();
}

}  // namespace claimsift
