// SPDX-License-Identifier: Apache-2.0
#include "stages/quotations/quotes.hpp"

#include <algorithm>
#include <vector>

#include "stages/quotations/quotation_machine.hpp"
#include "stages/quotations/quote_kinds.hpp"

namespace claimsift {

void Quotes::process(Document& doc) const {
  const std::string_view text = doc.text();
  const auto sentences = doc.read<layers::Sentences>();
  const auto paragraph = sentences.column<"paragraph">();
  const auto spans = sentences.spans();

  std::vector<Quotation> found;
  QuotationMachine machine(text);
  for (uint32_t row = 0; row < sentences.size();) {
    uint32_t last = row;
    while (last + 1 < sentences.size() && paragraph[last + 1] == paragraph[row]) ++last;
    const uint32_t next =
        last + 1 < sentences.size() ? spans[last + 1].begin : static_cast<uint32_t>(text.size());
    machine.paragraph(spans[row].begin, spans[last].end, next,
                      [&](const Quotation& q) { found.push_back(q); });
    row = last + 1;
  }
  std::sort(found.begin(), found.end(), [](const Quotation& a, const Quotation& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });

  Rows<layers::Quotes> rows(doc, static_cast<uint32_t>(found.size()));
  for (const Quotation& q : found) {
    const uint32_t row = rows.add(q.span);
    rows.set<"kind">(row, kind_of_quote(text, q, cues_));
    rows.set<"depth">(row, q.depth);
    rows.set<"open">(row, q.open ? 1 : 0);
  }
  doc.write(rows);
}

}  // namespace claimsift
