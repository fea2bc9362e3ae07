// SPDX-License-Identifier: Apache-2.0
#include "stages/language/entities.hpp"

#include "stages/language/groups.hpp"

namespace claimsift {
namespace {

EntityType type_of(uint32_t label) { return static_cast<EntityType>((label - 1) / 2); }

struct FoundName {
  TokenRange words;
  EntityType type;
};

/// Makes names of the tagger's labels and of those that the configuration lists.
class Finder {
 public:
  Finder(std::string_view text, const View<layers::Tokens>& tokens)
      : text_(text), tokens_(tokens), hash_(tokens.column<"hash">()), shape_(tokens.column<"shape">()) {}

  std::vector<FoundName> labelled(const std::vector<TokenRange>& ranges,
                                  const std::vector<uint8_t>& labels) const {
    std::vector<FoundName> names;
    for (const TokenRange& range : ranges)
      for (uint32_t i = range.first; i < range.last;) {
        const uint32_t label = labels[i];
        uint32_t last = i + 1;
        while (label != 0 && last < range.last && labels[last] == label + 1) ++last;
        const bool group = last == i + 1 && is_group(i) && (label == 0 || type_of(label) != EntityType::org);
        if (group)
          names.push_back({{i, last}, EntityType::norp});
        else if (label != 0)
          names.push_back({{i + (last > i + 1 && word(i) == "the" ? 1 : 0), last}, type_of(label)});
        i = last;
      }
    return names;
  }

  /// Listed names in place of those that they touch.
  std::vector<FoundName> with_listed(const std::vector<FoundName>& names, const ListedNames& listed) const {
    std::vector<FoundName> all;
    size_t next = 0;
    for (uint32_t i = 0; i < hash_.size();) {
      const ListedNames::Match match = listed.find(hash_, i);
      if (match.last == 0) {
        ++i;
        continue;
      }
      for (; next < names.size() && names[next].words.last <= i; ++next) all.push_back(names[next]);
      while (next < names.size() && names[next].words.first < match.last) ++next;
      all.push_back({{i, match.last}, match.type});
      i = match.last;
    }
    all.insert(all.end(), names.begin() + static_cast<std::ptrdiff_t>(next), names.end());
    return all;
  }

 private:
  std::string_view word(uint32_t i) const {
    const cs_span s = tokens_.span(i);
    return text_.substr(s.begin, s.end - s.begin);
  }
  bool is_group(uint32_t i) const { return (shape_[i] & shape::initial) && is_group_word(hash_[i], word(i)); }

  std::string_view text_;
  const View<layers::Tokens>& tokens_;
  std::span<const uint32_t> hash_, shape_;
};

}  // namespace

EntitiesStage::EntitiesStage(const Setup& setup)
    : model_(find_model(setup, "model", "entities.model")),
      knowledge_(find_model(setup, "words", "words.model")),
      vectors_(find_model(setup, "vectors", "vectors.model")) {
  const auto list = [&](const char* option, EntityType type) {
    for (const auto& name : setup.strings(option)) listed_.add(name, type);
  };
  list("people", EntityType::person);
  list("organizations", EntityType::org);
  list("places", EntityType::loc);
  list("groups", EntityType::norp);
}

void EntitiesStage::process(Document& doc) const {
  const auto tokens = doc.read<layers::Tokens>();
  EntityFeatures features(doc.text(), tokens, knowledge_, vectors_);
  if (const auto tags = doc.read<layers::Tags>(); tags.present()) features.tag(tags.column<"xpos">());
  const Finder finder(doc.text(), tokens);
  std::vector<FoundName> names =
      finder.labelled(features.ranges(), entity_labels(features, model_.weights()));
  if (!listed_.empty()) names = finder.with_listed(names, listed_);
  Rows<layers::Entities> rows(doc, static_cast<uint32_t>(names.size()));
  for (const FoundName& name : names) {
    const uint32_t row =
        rows.add({tokens.span(name.words.first).begin, tokens.span(name.words.last - 1).end});
    rows.set<"type">(row, name.type);
  }
  doc.write(rows);
}

}  // namespace claimsift
