// SPDX-License-Identifier: Apache-2.0
#include "stages/language/entities.hpp"

#include "stages/language/groups.hpp"

namespace claimsift {
namespace {

EntityType type_of(uint32_t label) { return static_cast<EntityType>((label - 1) / 2); }

/// Finds the names in a text and writes their rows.
class Finder {
 public:
  Finder(std::string_view text, const View<layers::Tokens>& tokens)
      : text_(text), tokens_(tokens), hash_(tokens.column<"hash">()), shape_(tokens.column<"shape">()) {}

  void write(const std::vector<TokenRange>& ranges, const std::vector<uint8_t>& labels,
             Rows<layers::Entities>& rows) const {
    for (const TokenRange& range : ranges)
      for (uint32_t i = range.first; i < range.last;) {
        const uint32_t label = labels[i];
        uint32_t last = i + 1;
        while (label != 0 && last < range.last && labels[last] == label + 1) ++last;
        const bool group = last == i + 1 && is_group(i) && (label == 0 || type_of(label) != EntityType::org);
        if (group)
          add({i, last}, EntityType::norp, rows);
        else if (label != 0)
          add({i + (last > i + 1 && word(i) == "the" ? 1 : 0), last}, type_of(label), rows);
        i = last;
      }
  }

 private:
  std::string_view word(uint32_t i) const {
    const cs_span s = tokens_.span(i);
    return text_.substr(s.begin, s.end - s.begin);
  }
  bool is_group(uint32_t i) const { return (shape_[i] & shape::initial) && is_group_word(hash_[i], word(i)); }
  void add(const TokenRange& name, EntityType type, Rows<layers::Entities>& rows) const {
    const uint32_t row = rows.add({tokens_.span(name.first).begin, tokens_.span(name.last - 1).end});
    rows.set<"type">(row, type);
  }

  std::string_view text_;
  const View<layers::Tokens>& tokens_;
  std::span<const uint32_t> hash_, shape_;
};

}  // namespace

void EntitiesStage::process(Document& doc) const {
  const auto tokens = doc.read<layers::Tokens>();
  const EntityWeights& weights = model_.weights();
  EntityFeatures features(doc.text(), tokens, knowledge_, vectors_);
  features.learn(entity_labels(features, weights.first), net_labels(features, weights.net));
  Rows<layers::Entities> rows(doc, static_cast<uint32_t>(features.ranges().size()));
  Finder(doc.text(), tokens).write(features.ranges(), entity_labels(features, weights.second), rows);
  doc.write(rows);
}

}  // namespace claimsift
