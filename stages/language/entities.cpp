// SPDX-License-Identifier: Apache-2.0
#include "stages/language/entities.hpp"

#include "stages/text/frozen_words.hpp"

namespace claimsift {
namespace {

struct Group {};
constexpr FrozenWord<Group> kGroupWords[] = {
#include "stages/language/lexicon_groups.inc"
};
constexpr FrozenWords kGroups(kGroupWords);

EntityType type_of(uint32_t label) { return static_cast<EntityType>((label - 1) / 2); }

}  // namespace

void EntitiesStage::process(Document& doc) const {
  const auto tokens = doc.read<layers::Tokens>();
  const std::string_view text = doc.text();
  const EntityWeights& weights = model_.weights();
  const EntityFeatures features(text, tokens, weights);
  const auto hash = tokens.column<"hash">(), shape = tokens.column<"shape">();
  const auto is_group = [&](uint32_t i) {
    const cs_span s = tokens.span(i);
    return (shape[i] & shape::initial) && kGroups.find(hash[i], text.substr(s.begin, s.end - s.begin));
  };
  Rows<layers::Entities> rows(doc, static_cast<uint32_t>(features.ranges().size()));
  EntityFeatures::Rows found;
  std::vector<uint8_t> labels;
  for (const TokenRange& range : features.ranges()) {
    viterbi<int32_t>(
        range,
        [&](uint32_t token, LabelScores<int32_t>& scores) {
          features.of(token, found);
          scores = {};
          for (const uint32_t row : found)
            for (uint32_t l = 0; l < RoleWeights::kColumns; ++l) scores[l] += weights.features[row][l];
        },
        [&](uint32_t before, uint32_t label) { return int32_t{weights.transitions[before][label]}; }, labels);
    for (uint32_t i = range.first; i < range.last;) {
      const uint32_t label = labels[i - range.first];
      uint32_t last = i + 1;
      while (label != 0 && last < range.last && labels[last - range.first] == label + 1) ++last;
      const bool group = last == i + 1 && is_group(i);
      if (group || label != 0) {
        const uint32_t row = rows.add({tokens.span(i).begin, tokens.span(last - 1).end});
        rows.set<"type">(row, group ? EntityType::norp : type_of(label));
      }
      i = last;
    }
  }
  doc.write(rows);
}

}  // namespace claimsift
