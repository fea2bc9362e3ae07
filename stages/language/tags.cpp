// SPDX-License-Identifier: Apache-2.0
#include "stages/language/tags.hpp"

namespace claimsift {

void TagsStage::process(Document& doc) const {
  const auto tokens = doc.read<layers::Tokens>();
  const std::string_view text = doc.text();
  const TagWeights& weights = model_.weights();
  const std::span<uint8_t> labels = doc.alloc<uint8_t>(tokens.size());
  tag(text, tokens, weights, labels);

  size_t capacity = 0;
  for (const cs_span s : tokens.spans()) capacity += lemma_capacity(doc.text(s));
  char* to = doc.alloc<char>(capacity).data();
  Rows<layers::Tags> rows(doc, tokens.size());
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    const uint32_t row = rows.add();
    const TagWeights::Label label = weights.labels[labels[i]];
    rows.set<"upos">(row, label.upos);
    rows.set<"xpos">(row, label.xpos);
    const cs_span s = tokens.span(i);
    const std::string_view word = text.substr(s.begin, s.end - s.begin);
    const LemmaRule* const rule = lemma_rule(weights.lemmas, word, static_cast<uint32_t>(label.xpos));
    if (!rule) continue;
    if (const size_t size = apply_lemma(*rule, word, to)) {
      rows.set<"lemma">(row, std::string_view(to, size));
      to += size;
    }
  }
  doc.write(rows);
}

}  // namespace claimsift
