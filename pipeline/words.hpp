// SPDX-License-Identifier: Apache-2.0
// words.hpp - the small shapes that values of a config take again and again: a word, a list of words (one
// word stands for a list of one), an unknown key. Pure functions; safe from any thread.
#pragma once

#include <string>
#include <vector>

#include "pipeline/yaml.hpp"

namespace claimsift {

/// A word of the config and where it stands.
struct Word {
  std::string text;
  Place place;
};

/// One word or a list of them; anything else is reported as a wrong value of `key`.
std::vector<Word> words_of(const YamlNode& node, const std::string& key, Diagnostics& diagnostics);

/// Reports a key that is none of `allowed`; `subject` says what has no such key: "`run` has no key".
void report_unknown(const std::string& subject, const YamlEntry& entry,
                    const std::vector<std::string>& allowed, Diagnostics& diagnostics);

/// True for the names that instances may have: letters, digits, '_' and '-', a letter or '_' first.
bool is_instance_name(std::string_view name);

}  // namespace claimsift
