// SPDX-License-Identifier: Apache-2.0
#include "stages/language/sentence_vote.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>

#include "stages/text/characters.hpp"
#include "stages/text/words.hpp"

namespace claimsift {
namespace {

constexpr size_t kReach = 32;  // bytes of a word that are looked at

/// What a character beside a gap is; `none` where rules alone decide.
enum class Edge : uint8_t {
  none,
  lower,
  upper,
  digit,
  mark,
  comma,
  colon,
  semicolon,
  dash,
  quote,
  open,
  close
};

constexpr Edge edge_of(uint32_t c) {
  if (c == ',') return Edge::comma;
  if (c == ':') return Edge::colon;
  if (c == ';') return Edge::semicolon;
  if (is_dash(c)) return Edge::dash;
  if (is_double_quote(c) || is_single_quote(c)) return Edge::quote;
  if (is_closing_bracket(c)) return Edge::close;
  if (c == '(' || c == '[' || c == '<') return Edge::open;
  if (is_sentence_mark(c)) return Edge::none;
  const uint8_t kind = char_class(c);
  if (kind & chars::digit) return Edge::digit;
  if (kind & chars::upper) return Edge::upper;
  return kind & chars::letter ? Edge::lower : Edge::mark;
}

constexpr auto kAsciiEdges = [] {
  std::array<Edge, 128> table{};
  for (uint32_t c = 0; c < table.size(); ++c) table[c] = edge_of(c);
  return table;
}();

Edge edge_at(std::string_view text, size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? kAsciiEdges[byte] : edge_of(decode(text, at).code);
}

constexpr uint32_t bit(Edge e) { return 1u << static_cast<uint32_t>(e); }

/// The characters after a gap that leave open what it is, by the character before it.
constexpr uint32_t open_after(Edge before) {
  switch (before) {
    case Edge::none: return 0;
    case Edge::lower:
    case Edge::upper: return ~(bit(Edge::lower) | bit(Edge::none));
    case Edge::comma: return bit(Edge::upper) | bit(Edge::digit) | bit(Edge::quote);
    default: return ~0u;
  }
}

enum class Shape : uint8_t {
  none,
  mark,
  address,
  link,
  date,
  clock,
  number,
  mixed,
  lower,
  upper,
  initial,
  capital,
  other
};

constexpr bool is_capitalised(Shape s) {
  return s == Shape::upper || s == Shape::initial || s == Shape::capital;
}

/// A word between white space: where it stands, its shape, and the hash of what is inside the marks around
/// it.
struct Word {
  size_t begin = 0, end = 0;
  Shape shape = Shape::none;
  uint32_t hash = 0;
};

/// What the characters of a word are, counted side by side in the bytes of one number.
namespace count {
constexpr uint64_t digit = 1, upper = 1 << 8, lower = 1 << 16, slash = 1 << 24, colon = uint64_t{1} << 32,
                   at = uint64_t{1} << 40, all = 0xFF;
}

constexpr uint64_t count_of(uint32_t c) {
  const uint8_t kind = char_class(c);
  if (kind & chars::digit) return count::digit;
  if (kind & chars::letter) return kind & chars::upper ? count::upper : count::lower;
  return c == '/' ? count::slash : c == ':' ? count::colon : c == '@' ? count::at : 0;
}

constexpr auto kAsciiCounts = [] {
  std::array<uint64_t, 128> table{};
  for (uint32_t c = 0; c < table.size(); ++c) table[c] = count_of(c);
  return table;
}();

constexpr bool has(uint64_t counts, uint64_t what) { return counts & (what * count::all); }
constexpr uint64_t kInside = count::digit | count::upper | count::lower;  // of a word; others are marks

Shape shape_of(std::string_view core, uint64_t n) {
  if (has(n, count::at)) return Shape::address;
  if (core.starts_with("http") || core.starts_with("www.")) return Shape::link;
  if (has(n, count::digit)) {
    if (has(n, count::slash)) return Shape::date;
    if (has(n, count::colon)) return Shape::clock;
    return has(n, count::upper | count::lower) ? Shape::mixed : Shape::number;
  }
  if (!has(n, count::upper)) return Shape::lower;
  if (!has(n, count::lower))
    return (n & (count::upper * count::all)) > count::upper ? Shape::upper : Shape::initial;
  return char_class(core, 0) & chars::upper ? Shape::capital : Shape::other;
}

Word read_word(std::string_view text, size_t begin, size_t end) {
  Word word{begin, end, Shape::mark, 0};
  uint64_t counts = 0;
  size_t first = end, last = begin;
  for (size_t at = begin; at < end;) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const Character c = byte < 0x80 ? Character{byte, 1} : decode(text, at);
    const uint64_t count = byte < 0x80 ? kAsciiCounts[byte] : count_of(c.code);
    counts += count;
    const size_t next = at + c.size;
    if (count & kInside) {
      first = std::min(first, at);
      last = next;
    }
    at = next;
  }
  if (first >= last) return word;
  if (text[end - 1] == ':') counts -= count::colon;  // "Note:" is no time
  const std::string_view core = text.substr(first, last - first);
  word.shape = shape_of(core, counts);
  word.hash = word_hash_in(text, first, last);
  return word;
}

constexpr bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool is_inside(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// The word that ends at or before `at`, of a long one its end.
Word word_before(std::string_view text, size_t begin, size_t at) {
  while (at > begin && is_blank(text[at - 1])) --at;
  size_t first = at;
  while (first > begin && at - first < kReach && !is_blank(text[first - 1])) --first;
  while (first < at && is_inside(text[first])) ++first;
  return first < at ? read_word(text, first, at) : Word{begin, begin};
}

/// The word that begins at or after `at`, of a long one its begin.
Word word_after(std::string_view text, size_t at, size_t end) {
  while (at < end && is_blank(text[at])) ++at;
  size_t last = at;
  while (last < end && last - at < kReach && !is_blank(text[last])) ++last;
  while (last < end && is_inside(text[last])) ++last;
  return last > at ? read_word(text, at, last) : Word{end, end};
}

using Words = std::array<Word, 3>;  // from the gap outwards

/// How many capitalised words stand together beside the gap, with a 4 where nothing else is behind them.
uint64_t capital_run(const Words& words) {
  uint64_t run = 0;
  for (const Word& w : words) {
    if (w.shape == Shape::none) return run | 4;
    if (!is_capitalised(w.shape)) return run;
    ++run;
  }
  return run;
}

/// A number of bytes as its binary logarithm, at most 9.
uint64_t length_step(size_t bytes) { return std::min<uint64_t>(std::bit_width(bytes), 9); }

uint32_t feature(uint64_t kind, uint64_t value) {
  uint64_t h = (value + (kind << 56)) * 0x9E3779B97F4A7C15ULL;
  h = (h ^ (h >> 29)) * 0xBF58476D1CE4E5B9ULL;
  return static_cast<uint32_t>(h >> 32);
}

template <class... S> uint64_t packed(S... parts) {
  uint64_t all = 0;
  ((all = all << 4 | static_cast<uint64_t>(parts)), ...);
  return all;
}

/// Reads a gap step by step, as far as the sum of the weights makes it worth while.
class GapReader {
 public:
  GapReader(std::string_view text, const VoteGap& gap, VoteFeatures& features)
      : text_(text),
        gap_(gap),
        features_(features),
        edges_(packed(edge_at(text, previous(text, gap.before)), edge_at(text, gap.after))) {}

  void read_before() {
    before_[0] = word_before(text_, gap_.begin, gap_.before);
    add(0, 0);
    add(1, length_step(gap_.before - gap_.begin));
    add(2, length_step(gap_.end - gap_.after));
    add(3, before_[0].hash);
    features_[4] = feature(5, before_[0].hash);
  }

  void read_after() {
    after_[0] = word_after(text_, gap_.after, gap_.end);
    const Edge opens = edge_at(text_, before_[0].begin);  // "(ABC)" is not "of ABC)"
    add(5, after_[0].hash);
    features_[6] = feature(7, after_[0].hash);
    add(7, packed(opens, before_[0].shape, after_[0].shape));
  }

  void read_around() {
    for (size_t i = 1; i < 3; ++i) {
      before_[i] = word_before(text_, gap_.begin, before_[i - 1].begin);
      after_[i] = word_after(text_, after_[i - 1].end, gap_.end);
    }
    add(8, packed(before_[1].shape, before_[0].shape, after_[0].shape, after_[1].shape));
    add(9, packed(after_[0].shape, after_[1].shape, after_[2].shape));
    add(10, packed(before_[2].shape, before_[1].shape, before_[0].shape));
    add(11, packed(capital_run(before_), capital_run(after_)));
    add(12, word_after(text_, gap_.begin, gap_.end).hash);
    add(13, before_[1].hash);
    add(14, after_[1].hash);
  }

 private:
  /// The feature `i`: a value beside the characters at the gap.
  void add(size_t i, uint64_t value) { features_[i] = feature(i + 1, edges_ << 32 | value); }

  std::string_view text_;
  const VoteGap& gap_;
  VoteFeatures& features_;
  uint64_t edges_;
  Words before_, after_;
};

/// Whether the word before is one that a name or a number follows: "in", "the". Most names in running text
/// are passed over so.
bool leads_on(std::string_view text, const VoteGap& gap) {
  size_t first = gap.before;
  while (first > gap.begin && gap.before - first < 4 && text[first - 1] != ' ') --first;
  const std::string_view word = text.substr(first, gap.before - first);
  if (word.size() == 2)
    return word == "of" || word == "in" || word == "to" || word == "by" || word == "at" || word == "on" ||
           word == "an" || word == "as" || word == "or";
  return word == "the" || word == "and" || word == "for" || word == "a";
}

}  // namespace

bool is_unsure(std::string_view text, const VoteGap& gap) {
  const size_t last = previous(text, gap.before);
  const Edge before = edge_at(text, last);
  if (!(open_after(before) & bit(edge_at(text, gap.after)))) return false;
  if (before == Edge::lower) return !leads_on(text, gap);
  if (before != Edge::quote && before != Edge::close) return true;
  return last == gap.begin || edge_at(text, previous(text, last)) != Edge::none;  // "(so.) Then"
}

VoteFeatures vote_features(std::string_view text, const VoteGap& gap) {
  VoteFeatures features;
  GapReader reader(text, gap, features);
  reader.read_before();
  reader.read_after();
  reader.read_around();
  return features;
}

SentenceVote::SentenceVote(const std::string& path)
    : file_(std::make_shared<ModelFile>(path, VoteWeights::kKind, VoteWeights::kVersion)),
      weights_(reinterpret_cast<const VoteWeights*>(file_->payload().data())) {
  if (file_->payload().size() != sizeof(VoteWeights))
    throw std::runtime_error(path + ": the sentences model has a wrong size");
}

bool SentenceVote::ends(std::string_view text, const VoteGap& gap) const {
  VoteFeatures features;
  GapReader reader(text, gap, features);
  reader.read_before();
  int32_t sum = weights_->bias + weights_->sum(features, 0, kVoteSteps[0]);
  if (sum <= weights_->least[0]) return false;
  reader.read_after();
  sum += weights_->sum(features, kVoteSteps[0], kVoteSteps[1]);
  if (sum <= weights_->least[1]) return false;
  reader.read_around();
  sum += weights_->sum(features, kVoteSteps[1], kVoteFeatures);
  return sum > VoteWeights::kSure;
}

}  // namespace claimsift
