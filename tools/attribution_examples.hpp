// SPDX-License-Identifier: Apache-2.0
// attribution_examples.hpp - reads the training data of train_attribution through the stages' own code: JSON
// Lines with spans in code points become labels of tokens. One thread.
#pragma once

#include <simdjson.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "stages/language/sentences.hpp"
#include "stages/language/syntax.hpp"
#include "stages/language/tags.hpp"
#include "stages/language/tokens.hpp"
#include "stages/quotations/quotes.hpp"
#include "stages/quotations/role_model.hpp"
#include "tools/annotate.hpp"
#include "tools/treebank.hpp"

namespace claimsift {

struct GoldAttribution {
  std::vector<TokenRange> source, cue, content;
};

struct Example {
  std::unique_ptr<TestDocument> document;
  Reading reading;
  std::unique_ptr<RoleFeatures> features;
  std::vector<TokenRange> ranges;  // without what is to be ignored
  std::vector<uint8_t> gold;
  std::vector<GoldAttribution> attributions;
};

/// Calls `span(begin, end)` in bytes for each pair of a JSON list.
template <class F>
void each_span(simdjson::dom::element list, const std::vector<uint32_t>& offsets, F&& span) {
  for (const simdjson::dom::element pair : list.get_array()) {
    const auto begin = static_cast<size_t>(pair.at(0).get_int64().value());
    const auto end = static_cast<size_t>(pair.at(1).get_int64().value());
    if (begin < end && end < offsets.size()) span(offsets[begin], offsets[end]);
  }
}

inline Example read_example(simdjson::dom::element record, const Cues& cues, const WordClusters& clusters) {
  Example e;
  e.document = std::make_unique<TestDocument>(std::string(record["text"].get_string().value()));
  TestDocument& doc = *e.document;
  annotate<Sentences>(doc);
  annotate<Tokens>(doc);
  annotate<Quotes>(doc);
  annotate<TagsStage>(doc);
  annotate<SyntaxStage>(doc);
  e.reading = read_document(doc.text(), doc.layer<layers::Sentences>(), doc.layer<layers::Tokens>(),
                            doc.layer<layers::Quotes>(), cues);
  read_grammar(e.reading, doc.layer<layers::Tags>(), doc.layer<layers::Syntax>());
  read_clusters(e.reading, clusters);
  const Reading& r = e.reading;
  e.features = std::make_unique<RoleFeatures>(r, tag_by_rules(r));
  e.gold.assign(r.size(), 0);
  const std::vector<uint32_t> offsets = byte_offsets(doc.text());
  const auto tokens_in = [&](uint32_t begin, uint32_t end) {
    const auto at = [&](uint32_t offset) {
      return static_cast<uint32_t>(std::lower_bound(r.spans.begin(), r.spans.end(), offset,
                                                    [](cs_span s, uint32_t o) { return s.begin < o; }) -
                                   r.spans.begin());
    };
    return TokenRange{at(begin), at(end)};
  };
  for (const simdjson::dom::element a : record["attributions"].get_array()) {
    GoldAttribution& gold = e.attributions.emplace_back();
    const auto label = [&](const char* key, Role role, std::vector<TokenRange>& into) {
      each_span(a[key].value(), offsets, [&](uint32_t begin, uint32_t end) {
        const TokenRange t = tokens_in(begin, end);
        into.push_back(t);
        for (uint32_t i = t.first; i < t.last; ++i)
          e.gold[i] = static_cast<uint8_t>(label_of_tag({role, i == t.first}));
      });
    };
    label("source", Role::source, gold.source);
    label("cue", Role::cue, gold.cue);
    label("content", Role::content, gold.content);
  }
  std::vector<TokenRange> ignored;
  if (simdjson::dom::element list; !record["ignore"].get(list))
    each_span(list, offsets, [&](uint32_t begin, uint32_t end) { ignored.push_back(tokens_in(begin, end)); });
  for (const TokenRange& range : decoding_ranges(r)) {
    const bool skip = std::any_of(ignored.begin(), ignored.end(), [&](const TokenRange& i) {
      return i.first < range.last && range.first < i.last;
    });
    if (!skip) e.ranges.push_back(range);
    // A stretch that goes on over the begin of a range begins there anew.
    uint8_t& first = e.gold[range.first];
    if (first > 0 && first % 2 == 0) --first;
    for (uint32_t i = range.first + 1; i < range.last; ++i)  // what overlapping roles cut begins anew as well
      if (!may_follow(e.gold[i], e.gold[i - 1])) --e.gold[i];
  }
  return e;
}

}  // namespace claimsift
