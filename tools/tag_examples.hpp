// SPDX-License-Identifier: Apache-2.0
// tag_examples.hpp - documents with the gold tags of their tokens, for the trainers of `tags`, `syntax` and
// `entities`. One thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "claimsift/layers.hpp"
#include "tools/tagged_examples.hpp"

namespace claimsift {

inline constexpr uint32_t kNoTag = UINT32_MAX;

/// A document with the pair of tags of each token: upos * 256 + xpos, kNoTag where the corpus has another
/// token or no such tag.
struct TagExample {
  std::shared_ptr<TestDocument> doc;
  std::vector<uint32_t> gold;
};

template <class E> uint32_t choice_of(std::string_view name) {
  for (uint32_t i = 0; Choices<E>::names[i]; ++i)
    if (name == Choices<E>::names[i]) return i;
  return kNoTag;
}

/// Calls `each(row, number, begin, end)` with the tokens of a record, by number, and the row of the
/// document's token that has the same span, or kNoTag.
template <class F> void align(const simdjson::dom::element record, const View<layers::Tokens>& tokens,
                              const std::vector<uint32_t>& at, F&& each) {
  uint32_t row = 0, number = 0;
  for (const simdjson::dom::element pair : record["tokens"].get_array()) {
    const uint32_t begin = at[static_cast<size_t>(pair.at(0).get_int64().value())];
    const uint32_t end = at[static_cast<size_t>(pair.at(1).get_int64().value())];
    while (row < tokens.size() && tokens.span(row).begin < begin) ++row;
    const bool same = row < tokens.size() && tokens.span(row).begin == begin && tokens.span(row).end == end;
    each(same ? row : kNoTag, number++, begin, end);
  }
}

inline std::vector<std::string_view> strings_of(const simdjson::dom::element record, const char* field) {
  std::vector<std::string_view> values;
  for (const simdjson::dom::element value : record[field].get_array())
    values.push_back(value.get_string().value());
  return values;
}

inline TagExample tag_example(const simdjson::dom::element record, std::shared_ptr<TestDocument> doc,
                              const std::vector<uint32_t>& at) {
  const auto tokens = doc->layer<layers::Tokens>();
  TagExample e{std::move(doc), std::vector<uint32_t>(tokens.size(), kNoTag)};
  const auto upos = strings_of(record, "upos"), xpos = strings_of(record, "xpos");
  align(record, tokens, at, [&](uint32_t row, uint32_t number, uint32_t, uint32_t) {
    const uint32_t u = choice_of<Upos>(upos[number]), x = choice_of<Xpos>(xpos[number]);
    if (row != kNoTag && u != kNoTag && x != kNoTag) e.gold[row] = u * 256 + x;
  });
  return e;
}

}  // namespace claimsift
