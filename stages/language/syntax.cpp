// SPDX-License-Identifier: Apache-2.0
#include "stages/language/syntax.hpp"

#include <algorithm>

#include "stages/language/each_sentence.hpp"

namespace claimsift {
namespace {

/// Counts, as differences from one token to the next, the rows of a layer that touch each token.
void count_rows(const cs_view& rows, std::span<const cs_span> tokens, std::span<int32_t> steps) {
  for (const cs_span row : std::span(rows.spans, rows.count)) {
    const auto first = std::partition_point(tokens.begin(), tokens.end(),
                                            [&](cs_span token) { return token.end <= row.begin; });
    const auto last =
        std::partition_point(first, tokens.end(), [&](cs_span token) { return token.begin < row.end; });
    if (first == last) continue;
    ++steps[static_cast<size_t>(first - tokens.begin())];
    --steps[static_cast<size_t>(last - tokens.begin())];
  }
}

/// Writes the heads and relations of the tokens of a document from `first` on, a sentence or a piece of one.
void write_tree(const SyntaxMachine& machine, uint32_t first, Deprel* deprel, uint32_t* head) {
  for (uint32_t i = 0; i < machine.count(); ++i) {
    const SyntaxMachine::Node& node = machine.node(i);
    deprel[first + i] = node.label;
    if (node.head != SyntaxMachine::kNone) head[first + i] = first + node.head;
  }
}

/// The longest piece of text that is parsed as one, in tokens. What goes on longer is no sentence, and memory
/// is bounded this way.
constexpr uint32_t kLongest = 1000;

}  // namespace

void SyntaxStage::process(Document& doc) const {
  const auto tokens = doc.read<layers::Tokens>();
  const auto tags = doc.read<layers::Tags>();
  Rows<layers::Syntax> rows(doc, tokens.size());
  for (uint32_t i = 0; i < tokens.size(); ++i) rows.add();
  Deprel* const deprel = rows.column<"deprel">();
  uint32_t* const head = rows.column<"head">();

  const std::span<int32_t> steps = doc.alloc<int32_t>(tokens.size() + 1);
  std::fill(steps.begin(), steps.end(), 0);
  for (const cs_named_layer& layer : where_)
    count_rows(doc.DocumentBase::read(layer.read), tokens.spans(), steps);

  SyntaxReading sentence(model_.net(), vectors_);
  SyntaxMachine machine;
  int32_t touching = 0;
  each_sentence(tokens, [&](uint32_t first, uint32_t last) {
    bool wanted = where_.empty();
    for (uint32_t i = first; i < last; ++i) {
      touching += steps[i];
      wanted = wanted || touching > 0;
    }
    if (!wanted) return;
    uint32_t root = SyntaxMachine::kNone;
    for (uint32_t from = first; from < last; from += kLongest) {
      sentence.turn_to(tokens.column<"hash">(), tokens.column<"shape">(), tags.column<"upos">(),
                       tags.column<"xpos">(), from, std::min(last, from + kLongest));
      parse(sentence, machine);
      write_tree(machine, from, deprel, head);
      const uint32_t top = from + machine.root();
      if (root == SyntaxMachine::kNone) {
        root = top;
      } else {
        head[top] = root;
        deprel[top] = Deprel::parataxis;
      }
    }
  });
  doc.write(rows);
}

}  // namespace claimsift
