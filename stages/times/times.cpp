// SPDX-License-Identifier: Apache-2.0
#include "stages/times/times.hpp"

#include "stages/times/grammar.hpp"
#include "stages/times/tense.hpp"

namespace claimsift {

using namespace times;

namespace {

/// No sentence that somebody wrote has more tokens; longer ones are read in pieces, so that what the grammar
/// holds stays in the cache whatever the text.
constexpr uint32_t kMostTokens = 1024, kContext = 64;

/// An expression and where it stands.
struct Found {
  Expression e;
  cs_span span;
  uint32_t sentence;
};

/// Those of a document in text order, in its memory: they are all read before the first is resolved, and half
/// a million of them ("May 5, May 5, ...") are neither moved nor allocated anew for the next document.
class FoundList {
 public:
  explicit FoundList(Times::Document& doc) : doc_(&doc) {}

  void add(const Found& f) {
    if (size_ % kBlock == 0) blocks_.push_back(doc_->alloc<Found>(kBlock).data());
    new (&blocks_.back()[size_++ % kBlock]) Found(f);
  }
  uint32_t size() const { return size_; }
  const Found& operator[](uint32_t i) const { return blocks_[i / kBlock][i % kBlock]; }

 private:
  static constexpr uint32_t kBlock = 32;
  Times::Document* doc_;
  std::vector<Found*> blocks_;
  uint32_t size_ = 0;
};

/// Whether the text tells of the past with dates of its own: most years that it names lie well before the
/// document.
bool is_narrative(const FoundList& found, const Reference& document) {
  int years = 0, old = 0, dated = 0, news = 0;
  for (uint32_t i = 0; i < found.size(); ++i) {
    const Found& f = found[i];
    const Moment& m = f.e.at;
    news += f.e.form == Form::offset && f.e.origin == Origin::document;
    if (f.e.form != Form::calendar) continue;
    news += m.year == kUnset &&
            (m.weekday || (f.e.which != Which::plain && f.e.origin == Origin::document && f.e.mod == kNoMod));
    if (m.year == kUnset || m.short_year) continue;
    ++years;
    old += !document.known || m.year < document.date.year;
    dated += m.month != 0;
  }
  return years >= 5 && dated >= 2 && old * 10 >= years * 8 && news * 4 <= years;
}

}  // namespace

Reference Times::reference(const Document& doc) const {
  Reference r;
  const std::string_view published = doc.metadata("published");
  if (!published.empty() && read_reference_date(published, r)) return r;
  const auto header = doc.read<layers::Header>();
  if (!header.present()) return r;
  for (const HeaderKind kind : {HeaderKind::published, HeaderKind::updated})
    for (uint32_t i = 0; i < header.size(); ++i)
      if (header.get<"kind">(i) == kind && read_reference_date(header.get<"value">(i), r)) return r;
  return r;
}

void Times::process(Document& doc) const {
  const auto sentences = doc.read<layers::Sentences>();
  const auto tokens = doc.read<layers::Tokens>();
  const std::string_view text = doc.text();
  const auto hashes = tokens.column<"hash">();
  const auto shapes = tokens.column<"shape">();
  const auto spans = tokens.spans();

  TaggedTokens tagged;
  if (const auto tags = doc.read<layers::Tags>(); tags.present()) tagged = {spans, tags.column<"xpos">()};
  Tenses tenses(tagged);

  FoundList found(doc);
  std::vector<Atom> atoms;
  std::vector<Expression> read;
  uint32_t sentence = 0, first = 0;
  const uint32_t count = tokens.size();
  const auto triggers = [&](uint32_t t) {
    if (lexicon_.may_trigger(hashes[t])) {
      if (spans[t].end - spans[t].begin != 2 || text[spans[t].begin] != 'a') return true;
      return t > 0 && (shapes[t - 1] & shape::digit);  // "am"
    }
    if ((shapes[t] & shape::initial) && lexicon_.may_trigger_capital(hashes[t])) return true;
    if (shapes[t] & shape::digit) {
      const uint32_t size = spans[t].end - spans[t].begin;
      return size >= 3 && size < 64 && digits_trigger(text.substr(spans[t].begin, size));
    }
    if (!(shapes[t] & shape::other) || !(shapes[t] & shape::letter)) return false;
    const std::string_view word = text.substr(spans[t].begin, spans[t].end - spans[t].begin);
    const size_t hyphen = word.find('-');  // "mid-November"
    return hyphen != std::string_view::npos && hyphen + 1 < word.size() && word.size() < 40 &&
           (lexicon_.may_trigger(word_hash(word.substr(hyphen + 1))) ||
            lexicon_.may_trigger_capital(word_hash(word.substr(hyphen + 1))));
  };
  for (uint32_t t = 0; t < count; ++t) {
    if (shapes[t] & shape::sentence) first = t;
    if (!triggers(t)) continue;
    while (sentence < sentences.size() && sentences.span(sentence).end <= spans[t].begin) ++sentence;
    if (sentence == sentences.size()) break;
    const uint32_t end = sentences.span(sentence).end;
    if (t - first >= kMostTokens) first = t - kContext;
    uint32_t last = t + 1;
    while (last < count && last < first + kMostTokens && spans[last].begin < end) ++last;
    cut(lexicon_, text, tokens, first, last, atoms);
    const Atoms view(lexicon_, text, atoms);
    read.clear();
    read_sentence(view, {british_}, read);
    tenses.begin(view);
    for (Expression& e : read) {
      if (e.form == Form::calendar && (e.which == Which::plain || e.which == Which::current) &&
          e.at.year == kUnset)
        e.tense = tenses.at(e);
      found.add({e, {view[e.first].begin, view[e.next - 1].end}, sentence});
    }
    t = last - 1;
    first = last;
  }

  const Reference document = reference(doc);
  Resolver resolver(lexicon_, document, is_narrative(found, document));
  Rows<layers::Times> rows(doc, found.size());
  for (uint32_t i = 0; i < found.size(); ++i) {
    const Found& f = found[i];
    const uint32_t row = rows.add(f.span);
    const Resolved r = resolver.resolve(f.e, {row, f.sentence, f.e.first <= 2});
    rows.set<"type">(row, r.type);
    rows.set<"mod">(row, f.e.mod);
    rows.set<"value">(row, doc.keep(r.value.view()));
    if (f.e.quant) rows.set<"quant">(row, std::string_view(f.e.quant));
    if (f.e.freq) rows.set<"freq">(row, std::string_view(f.e.freq));
    rows.set<"anchor">(row, r.anchor);
  }
  doc.write(rows);
}

}  // namespace claimsift
