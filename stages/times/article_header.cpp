// SPDX-License-Identifier: Apache-2.0
#include "stages/times/article_header.hpp"

#include "stages/times/grammar.hpp"
#include "stages/times/header_lines.hpp"
#include "stages/times/resolver.hpp"

namespace claimsift {

using namespace times;

namespace {

constexpr uint32_t kOpening = 6;  // sentences at the beginning that may be a header
constexpr uint32_t kClosing = 4;  // sentences at the end that may be credits

/// The tokens of a sentence.
std::pair<uint32_t, uint32_t> tokens_of(const View<layers::Tokens>& tokens, cs_span s) {
  return {tokens.lower_bound(s.begin), tokens.lower_bound(s.end)};
}

}  // namespace

void ArticleHeader::process(Document& doc) const {
  const auto sentences = doc.read<layers::Sentences>();
  const auto tokens = doc.read<layers::Tokens>();
  const std::string_view text = doc.text();
  std::vector<Atom> atoms;
  const auto add = [&](HeaderKind kind, cs_span span, std::string_view value) {
    doc.add<layers::Header>(span).set<"kind">(kind).template set<"value">(value);
  };

  const uint32_t count = sentences.size();
  bool published = false, story = false;
  for (uint32_t i = 0; i < std::min(count, kOpening) && !story; ++i) {
    const cs_span s = sentences.span(i);
    const auto [first, last] = tokens_of(tokens, s);
    if (last - first > kLongestLine) {
      // The story: only a dateline may stand at its beginning.
      cut(lexicon_, text, tokens, first, first + kLongestLine, atoms);
    } else {
      cut(lexicon_, text, tokens, first, last, atoms);
    }
    const Atoms line(lexicon_, text, atoms);
    const bool whole = last - first <= kLongestLine;
    const bool alone =
        whole && (i + 1 == count || sentences.get<"paragraph">(i + 1) != sentences.get<"paragraph">(i)) &&
        (i == 0 || sentences.get<"paragraph">(i - 1) != sentences.get<"paragraph">(i));
    if (HeaderDate date; alone && read_date_line(line, british_, date)) {
      for (const auto& part : date.parts) {
        const bool first_date = part.kind == HeaderKind::published;
        if (first_date && published) continue;
        published |= first_date;
        add(part.kind, {line[part.first].begin, line[part.next - 1].end}, doc.keep(part.value.view()));
      }
      continue;
    }
    uint32_t from = 0, to = 0;
    if (alone && read_byline(line, from, to)) {
      add(HeaderKind::byline, {line[0].begin, line[to - 1].end},
          text.substr(line[from].begin, line[to - 1].end - line[from].begin));
      continue;
    }
    HeaderDate date;
    // A dateline may end in a stop that looks like a sentence's ("WASHINGTON, D.C. —").
    cut(lexicon_, text, tokens, first, std::min(first + kLongestLine, tokens.size()), atoms);
    if (read_dateline(line, british_, to, date)) {
      add(HeaderKind::dateline, {line[0].begin, line[to - 1].end},
          text.substr(line[0].begin, line[to - 1].end - line[0].begin));
      if (!date.parts.empty() && !published) {
        const auto& part = date.parts.front();
        add(HeaderKind::published, {line[part.first].begin, line[part.next - 1].end},
            doc.keep(part.value.view()));
      }
      story = true;
      continue;
    }
    if (i == 0 && alone && sentences.get<"kind">(i) == SentenceKind::heading && is_title(line)) {
      add(HeaderKind::title, s, text.substr(s.begin, s.end - s.begin));
      continue;
    }
    if (!alone) story = true;
  }
  for (uint32_t i = count > kClosing ? count - kClosing : 1; i < count; ++i) {
    const cs_span s = sentences.span(i);
    const auto [first, last] = tokens_of(tokens, s);
    if (last - first > 2 * kLongestLine) continue;
    cut(lexicon_, text, tokens, first, last, atoms);
    if (is_credit(Atoms(lexicon_, text, atoms)))
      add(HeaderKind::credit, s, text.substr(s.begin, s.end - s.begin));
  }
}

}  // namespace claimsift
