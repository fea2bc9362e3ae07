// SPDX-License-Identifier: Apache-2.0
// entity_examples.hpp - documents with named entities for the trainer of `entities`: JSON Lines read with the
// product's own sentences and tokens, and copies of some documents in small letters, since the web writes
// names so. One thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stages/language/entity_features.hpp"
#include "stages/language/groups.hpp"
#include "stages/quotations/role_viterbi.hpp"
#include "tools/named_mentions.hpp"
#include "tools/tag_training.hpp"
#include "tools/tagged_examples.hpp"

namespace claimsift {

struct EntityExample {
  std::shared_ptr<TestDocument> doc;
  std::unique_ptr<EntityFeatures> features;
  std::vector<uint8_t> gold;        // labels of role_viterbi
  std::vector<uint32_t> gold_tags;  // as of TagExample; empty where the corpus has none
  std::vector<Xpos> tags;           // what `features` see
  size_t number = 0;                // of the document; a copy in small letters shares it
  int times = 1;                    // how often it is learnt in an epoch
};

/// The label that begins a name of a corpus's type; 0 for types that are none of ours.
inline uint8_t label_of(std::string_view type) {
  for (const char* name : {"PER", "PERSON", "person", "politician"})
    if (type == name) return 1;
  for (const char* name : {"ORG", "organization", "organisation", "politicalparty"})
    if (type == name) return 3;
  for (const char* name : {"LOC", "place", "location", "country"})
    if (type == name) return 5;
  return 0;
}

/// The names of a record by its tokens: its "entities" or, without these, those of its "mentions".
inline std::vector<std::pair<TokenRange, uint8_t>> names_of(const simdjson::dom::element record,
                                                            const NamedReader& reader,
                                                            const std::vector<uint32_t>& at) {
  std::vector<std::pair<TokenRange, uint8_t>> names;
  simdjson::dom::array list;
  const bool mentions = record["entities"].get_array().get(list) != simdjson::SUCCESS;
  if (mentions && record["mentions"].get_array().get(list) != simdjson::SUCCESS) return names;
  for (const simdjson::dom::element m : list) {
    bool named = true;
    if (mentions && (m["named"].get_bool().get(named) || !named)) continue;
    uint8_t label = label_of(m["type"].get_string().value());
    if (label == 0) continue;
    const int64_t begin = m["begin"].get_int64().value(), end = m["end"].get_int64().value();
    TokenRange range = reader.inside(at[static_cast<size_t>(begin)], at[static_cast<size_t>(end)]);
    if (mentions) {
      range = name_in(reader, range, reader.tokens.lower_bound(at[head_of(record, begin, end)]), label);
      const uint32_t known = reader.name(range);
      if (label == 3 && (known & (name_flag::place | name_flag::region)) && !(known & name_flag::group))
        label = 5;
      if (range.size() == 1 && is_group_word(reader.hash[range.first], reader.text(range.first))) continue;
    }
    names.emplace_back(range, label);
  }
  return names;
}

inline EntityExample entity_example(const simdjson::dom::element record, std::shared_ptr<TestDocument> doc,
                                    const std::vector<uint32_t>& at, const WordKnowledge& knowledge,
                                    const WordVectors& vectors) {
  const auto tokens = doc->layer<layers::Tokens>();
  EntityExample e;
  e.features = std::make_unique<EntityFeatures>(doc->text(), tokens, knowledge, vectors);
  e.gold.assign(tokens.size(), 0);
  const NamedReader reader{*doc, tokens, tokens.column<"hash">(), tokens.column<"shape">(), knowledge};
  auto names = names_of(record, reader, at);
  // Longer names over what they hold.
  std::stable_sort(names.begin(), names.end(),
                   [](const auto& a, const auto& b) { return a.first.size() < b.first.size(); });
  for (const auto& [range, label] : names)
    for (uint32_t i = range.first; i < range.last; ++i)
      e.gold[i] = static_cast<uint8_t>(i == range.first ? label : label + 1);
  for (const TokenRange& r : e.features->ranges())
    for (uint32_t i = r.first; i < r.last; ++i)  // what a cut or an overlap left begins anew
      if (!may_follow(e.gold[i], i == r.first ? 0 : e.gold[i - 1])) --e.gold[i];
  simdjson::dom::array xpos;
  if (record["xpos"].get_array().get(xpos) == simdjson::SUCCESS)
    e.gold_tags = tag_example(record, doc, at).gold;
  e.doc = std::move(doc);
  return e;
}

/// Adds the documents of a file, whose path may end in ":TIMES", and of every `small_every`-th a copy in
/// small letters.
inline void read_entity_examples(std::string path, size_t small_every, const WordKnowledge& knowledge,
                                 const WordVectors& vectors, std::vector<EntityExample>& examples) {
  int times = 1;
  if (const size_t at = path.find_last_of(':'); at != std::string::npos) {
    times = std::stoi(path.substr(at + 1));
    path.resize(at);
  }
  size_t number = examples.empty() ? 0 : examples.back().number + 1;
  each_document(path.c_str(), [&](const simdjson::dom::element record, std::unique_ptr<TestDocument> document,
                                  const std::vector<uint32_t>& at) {
    const auto add = [&](std::shared_ptr<TestDocument> doc) {
      examples.push_back(entity_example(record, std::move(doc), at, knowledge, vectors));
      examples.back().number = number;
      examples.back().times = times;
    };
    std::string small(document->text());
    add(std::move(document));
    if (number++ % small_every != 0) return;
    for (char& c : small) c = ascii_lower(c);
    auto copy = std::make_shared<TestDocument>(small);
    annotate<Sentences>(*copy);
    annotate<Tokens>(*copy);
    --number;
    add(std::move(copy));
    ++number;
  });
}

}  // namespace claimsift
