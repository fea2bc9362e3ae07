// SPDX-License-Identifier: Apache-2.0
#include "stages/language/sentences.hpp"

#include "stages/language/line_kinds.hpp"
#include "stages/language/lines.hpp"
#include "stages/text/characters.hpp"

namespace claimsift {
namespace {

/// Which bytes the scan for sentence ends looks at closer: with kAlways those that may end a sentence by
/// rule, with kBetween white space, unless small letters stand on both sides or a comma before. Asked without
/// a branch for each byte, since where words end cannot be foretold.
constexpr uint8_t kAlways = 1, kBetween = 2;
struct ScanByte {
  uint8_t kind;    // what it is
  uint8_t before;  // what counts after it
  uint8_t after;   // what counts before it
};
constexpr auto kScan = [] {
  std::array<ScanByte, 256> table{};
  table.fill({0, kAlways | kBetween, kAlways | kBetween});
  table['.'].kind = table['!'].kind = table['?'].kind = kAlways;
  table[':'].kind = table['>'].kind = kAlways;  // see break_without_stop
  for (const size_t c : {0xE2, 0xE3, 0xEF})
    table[c].kind = kAlways;                      // may begin U+2026, U+3002, U+FF01, U+FF1F
  table[' '].kind = table['\n'].kind = kBetween;  // see SentenceVote
  for (size_t c = 'a'; c <= 'z'; ++c) table[c].before = table[c].after = kAlways;
  table[','].before = kAlways;
  return table;
}();

class Segmenter {
 public:
  Segmenter(std::string_view text, const Abbreviations& abbreviations, const SentenceVote& vote,
            Rows<layers::Sentences>& rows)
      : text_(text), boundaries_(abbreviations), vote_(vote), rows_(rows) {}

  void run() {
    for (size_t at = 0; at < text_.size();) {
      const Block block = read_block(text_, at);
      if (block.end > block.begin) split_block(block);
      at = block.next;
    }
  }

 private:
  /// Joins the lines of a block where a line break is only a space, and splits what comes out.
  void split_block(const Block& block) {
    Line line = read_line(text_, block.begin, block.end);
    size_t begin = line.begin;
    while (true) {
      const bool last = line.next >= block.end;
      const Line following = last ? Line{} : read_line(text_, line.next, block.end);
      const Break b = last ? Break::paragraph : break_between(text_, line, following, block.width);
      if (b != Break::none) {
        split(begin, line.end);
        if (b == Break::paragraph) end_paragraph();
        begin = following.begin;
      }
      if (last) return;
      line = following;
    }
  }

  /// A stretch without a forced break: first at the markers of a list written in one line, then at stops.
  void split(size_t begin, size_t end) {
    begin = skip_space(text_, begin, end);
    end = trim_end(text_, begin, end);
    ListMarker marker = read_marker(text_, begin, end);
    while (marker.size != 0) {
      const size_t item = find_next_marker(text_, begin + marker.size, end, marker);
      if (item == end) break;
      split_at_stops(begin, trim_end(text_, begin, item));
      begin = item;
      marker = read_marker(text_, begin, end);
    }
    split_at_stops(begin, end);
  }

  void split_at_stops(size_t begin, size_t end) {
    size_t from = begin;
    for (size_t at = begin + read_marker(text_, begin, end).size; at + 1 < end;) {
      if (!looks_closer(at)) {
        ++at;
        continue;
      }
      const auto byte = static_cast<unsigned char>(text_[at]);
      if (byte == ' ' || byte == '\n') {
        at = split_at_gap(from, at, end);
        continue;
      }
      if (byte == ':' || byte == '>') {
        const Gap gap = break_without_stop(text_, from, at, end);
        at = gap.next;
        if (gap.ends) {
          add(from, at);
          from = at = skip_space(text_, at, end);
        }
        continue;
      }
      if (byte >= 0x80 && !is_sentence_mark(decode(text_, at).code)) {
        ++at;
        continue;
      }
      const Stop stop = Boundaries::read(text_, from, at, end);
      at = stop.closed;
      if (stop.next >= end) break;
      if (!boundaries_.ends(text_, stop)) continue;
      add(from, stop.closed);
      from = at = stop.next;
    }
    if (from < end) add(from, end);
  }

  /// Whether the byte at `at`, which is not the last one of the text, may end a sentence.
  bool looks_closer(size_t at) const {
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(text_[i]); };
    const uint8_t kind = kScan[byte(at)].kind;
    return kind & (kScan[byte(at - (at > 0))].before | kScan[byte(at + 1)].after);
  }

  /// Asks the vote at white space; returns where the scan goes on, and moves `from` there where it parts.
  size_t split_at_gap(size_t& from, size_t at, size_t end) {
    const VoteGap gap{from, at, skip_space(text_, at, end), end};
    if (!is_unsure(text_, gap) || !vote_.ends(text_, gap)) return gap.after;
    add(from, gap.before);
    return from = gap.after;
  }

  void add(size_t begin, size_t end) {
    const uint32_t row = rows_.add({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    rows_.set<"paragraph">(row, paragraph_);
    rows_.set<"kind">(row, SentenceKind::text);
  }

  void end_paragraph() {
    if (rows_.size() == first_) return;
    const cs_span first = rows_.spans()[first_], last = rows_.spans()[rows_.size() - 1];
    const SentenceKind kind =
        kind_of_paragraph(text_, first.begin, last.end, rows_.size() - first_, paragraph_);
    if (kind != SentenceKind::text)
      for (uint32_t row = first_; row < rows_.size(); ++row) rows_.set<"kind">(row, kind);
    first_ = rows_.size();
    ++paragraph_;
  }

  std::string_view text_;
  Boundaries boundaries_;
  const SentenceVote& vote_;
  Rows<layers::Sentences>& rows_;
  uint32_t first_ = 0;  // the first sentence of the paragraph
  int64_t paragraph_ = 0;
};

}  // namespace

void Sentences::process(Document& doc) const {
  const std::string_view text = doc.text();
  Rows<layers::Sentences> rows(doc, static_cast<uint32_t>(text.size() / 80 + 8));
  Segmenter(text, abbreviations_, vote_, rows).run();
  doc.write(rows);
}

}  // namespace claimsift
