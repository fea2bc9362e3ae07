// SPDX-License-Identifier: Apache-2.0
#include "stages/quotations/formal_speech.hpp"

#include <algorithm>

#include "stages/quotations/noun_phrases.hpp"
#include "stages/text/characters.hpp"

namespace claimsift {
namespace {

using enum WordClass;

constexpr uint32_t kLongestLabel = 6, kLongestName = 8;

/// What stands before a colon in capitals in a newsroom's own voice.
constexpr std::string_view kEditorial[] = {
    "update", "updated", "correction", "breaking", "exclusive", "watch",    "related", "read",         "note",
    "photos", "video",   "poll",       "opinion",  "editorial", "analysis", "more",    "advertisement"};

/// A paragraph that begins with a label: `label`, the colon behind it, and the rest.
struct Labelled {
  TokenRange label;
  TokenRange speech;
};

class FormalSpeech {
 public:
  FormalSpeech(const Reading& r, std::vector<Attribution>& found) : r_(r), found_(found), taken_(r.size()) {
    for (const Attribution& a : found) take(a);
  }

  void run() {
    transcript();
    for (const TokenRange& paragraph : r_.paragraphs) {
      signatures(paragraph);
      announced(paragraph);
    }
  }

 private:
  bool is_word(uint32_t i) const { return r_.shape[i] & (shape::letter | shape::digit); }
  bool is_dash_token(uint32_t i) const {
    const std::string_view w = r_.word(i);
    if (w == "-" || w == "--") return true;
    if (w.size() < 3) return false;
    const auto byte = [&](size_t k) { return static_cast<uint32_t>(static_cast<unsigned char>(w[k])); };
    return byte(0) == 0xE2 && is_dash((byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
  }

  void take(const Attribution& a) {
    mark(a.source);
    mark(a.cue);
    for (const TokenRange& c : a.contents) mark(c);
  }
  void mark(const TokenRange& range) {
    std::fill(taken_.begin() + range.first, taken_.begin() + range.last, uint8_t{1});
  }
  bool is_free(const TokenRange& range) const {
    return std::find(taken_.begin() + range.first, taken_.begin() + range.last, 1) ==
           taken_.begin() + range.last;
  }
  void add(const TokenRange& source, const TokenRange& cue, const TokenRange& content) {
    if (content.size() == 0 || !is_free(source) || !is_free(cue) || !is_free(content)) return;
    Attribution a;
    a.source = source;
    a.cue = cue;
    a.contents = {content};
    take(a);
    found_.push_back(std::move(a));
  }

  /// "LEE: It rained.", also behind an opening mark; in a transcript there are several.
  void transcript() {
    std::vector<Labelled> lines;
    for (const TokenRange& paragraph : r_.paragraphs)
      if (const Labelled line = labelled(paragraph); line.speech.size()) lines.push_back(line);
    if (lines.size() < 2) return;
    for (const Labelled& line : lines) add(line.label, {line.label.last, line.label.last + 1}, line.speech);
  }
  Labelled labelled(const TokenRange& p) const {
    uint32_t begin = p.first;
    if (begin < p.last && (r_.quote[begin] & quoted::opens)) ++begin;
    uint32_t i = begin;
    bool letters = false;
    while (i < p.last && i - begin < kLongestLabel && !(r_.shape[i] & shape::lower) &&
           r_.word_class[i] != colon && r_.word_class[i] != stop) {
      letters |= (r_.shape[i] & shape::letter) != 0;
      ++i;
    }
    if (!letters || i + 1 >= p.last || r_.word_class[i] != colon || r_.word(begin).size() < 2 ||
        is_editorial(begin))
      return {};
    uint32_t end = p.last;
    while (end > i + 1 && (r_.quote[end - 1] & quoted::closes)) --end;
    return {{begin, i}, {i + 1, end}};
  }
  bool is_editorial(uint32_t i) const {
    return std::any_of(std::begin(kEditorial), std::end(kEditorial),
                       [&](std::string_view word) { return r_.is(i, word); });
  }

  /// The quotation at whose closing mark `close` stands, with its marks; empty if it does not open here.
  TokenRange quotation_ending(uint32_t close, uint32_t begin) const {
    for (uint32_t i = close; i-- > begin;) {
      if (r_.quote[i] & quoted::opens) return {i, close + 1};
      if (!(r_.quote[i] & quoted::inside) && !(r_.quote[i] & quoted::nested)) break;
    }
    return {close, close};
  }
  /// "It rained." - Ann Lee: behind the name comes the next quotation or nothing.
  void signatures(const TokenRange& paragraph) {
    for (uint32_t i = paragraph.first; i < paragraph.last; ++i) {
      if (!(r_.quote[i] & quoted::closes) || i + 2 >= r_.size() || !is_dash_token(i + 1)) continue;
      const TokenRange name = name_at(i + 2);
      if (name.size()) add(name, {i + 1, i + 2}, quotation_ending(i, paragraph.first));
    }
  }
  TokenRange name_at(uint32_t begin) const {
    const uint32_t paragraph_end = end_of_paragraph(begin);
    uint32_t i = begin;
    while (i < paragraph_end && i - begin < kLongestName && is_word(i) && !r_.in_speech(i) && !r_.cue[i]) ++i;
    if (i == begin || !r_.capital(begin) || !r_.capital(i - 1)) return {begin, begin};
    const bool ends =
        i == paragraph_end || (r_.quote[i] & quoted::opens) || r_.word_class[i] == comma ||
        (r_.word_class[i] == stop && (i + 1 == paragraph_end || (r_.quote[i + 1] & quoted::opens)));
    return ends ? TokenRange{begin, i} : TokenRange{begin, begin};
  }
  uint32_t end_of_paragraph(uint32_t token) const {
    const auto after = std::upper_bound(r_.paragraphs.begin(), r_.paragraphs.end(), token,
                                        [](uint32_t t, const TokenRange& p) { return t < p.last; });
    return after == r_.paragraphs.end() ? r_.size() : after->last;
  }

  /// "Lee said:" at the end of a paragraph, and a quotation in the next.
  void announced(const TokenRange& paragraph) {
    const uint32_t next = paragraph.last;
    if (paragraph.size() < 3 || next >= r_.size() || r_.word_class[next - 1] != colon ||
        !(r_.quote[next] & quoted::opens))
      return;
    const uint32_t sentence = r_.sentences[r_.sentence[next - 1]].first;
    for (uint32_t i = next - 1; i-- > sentence && next - i < 16;) {
      if (r_.in_speech(i) || !r_.cue[i] || r_.cue[i]->complement >= Complement::noun) continue;
      uint32_t group = i;
      while (group > sentence && is_auxiliary(group - 1)) --group;
      const TokenRange source = source_before(r_, sentence, group);
      if (source.size() == 0 || !is_free(source)) return;
      add(source, {group, i + 1}, speech_from(next));
      return;
    }
  }
  bool is_auxiliary(uint32_t i) const {
    const WordClass w = r_.word_class[i];
    return w == auxiliary || w == be || w == modal || w == negation || w == adverb;
  }
  /// The quotation that opens at `begin`, on over paragraphs that open again before it closes.
  TokenRange speech_from(uint32_t begin) const {
    uint32_t i = begin + 1;
    while (i < r_.size() && r_.in_speech(i) && !(r_.quote[i] & quoted::closes)) ++i;
    if (i < r_.size() && (r_.quote[i] & quoted::closes)) ++i;
    return {begin, i};
  }

  const Reading& r_;
  std::vector<Attribution>& found_;
  std::vector<uint8_t> taken_;  // tokens that have a part in an attribution
};

}  // namespace

void add_formal_speech(const Reading& reading, std::vector<Attribution>& found) {
  FormalSpeech(reading, found).run();
}

}  // namespace claimsift
