// SPDX-License-Identifier: Apache-2.0
#include "stages/language/tokens.hpp"

#include "stages/language/tokenizer.hpp"

namespace claimsift {

void Tokens::process(Document& doc) const {
  const std::string_view text = doc.text();
  Rows<layers::Tokens> rows(doc, static_cast<uint32_t>(text.size() / 5 + 16));
  Tokenizer tokenizer(text, abbreviations_, rows);
  for (const cs_span s : doc.read<layers::Sentences>().spans()) tokenizer.sentence(s.begin, s.end);
  doc.write(rows);
}

}  // namespace claimsift
