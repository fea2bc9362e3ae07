// SPDX-License-Identifier: Apache-2.0
// quantities.cpp - the stage `quantities`: looks through the tokens for digits and number words and reads the
// sentences that have them with the grammar of reader.hpp. One instance serves all threads.
#include "stages/quantities/quantities.hpp"

#include <array>
#include <fstream>
#include <sstream>

#include "claimsift/stage.hpp"
#include "stages/quantities/concepts.hpp"
#include "stages/quantities/dateline_dollar.hpp"
#include "stages/quantities/reader.hpp"
#include "stages/quantities/relations.hpp"

namespace claimsift::quantities {

Lexicon make_lexicon(const std::vector<std::string>& files, const std::string& currency) {
  Lexicon lexicon;
  for (const std::string& path : files) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("`" + path + "` cannot be read");
    std::stringstream text;
    text << in.rdbuf();
    lexicon.add(text.str(), path);
  }
  lexicon.set_default("dollar", currency);
  lexicon.freeze();
  return lexicon;
}

namespace {

bool is_article(std::string_view text, cs_span s) {
  const char c = text[s.begin];
  return (c == 'a' || c == 'A') &&
         (s.end - s.begin == 1 || (s.end - s.begin == 2 && (text[s.begin + 1] | 32) == 'n'));
}

}  // namespace
}  // namespace claimsift::quantities

namespace claimsift {

using namespace quantities;

/// The layer's rows.
class Quantities::Output {
 public:
  Output(Document& doc, const Lexicon& lexicon, uint32_t kinds, uint32_t expected)
      : doc_(doc), lexicon_(lexicon), kinds_(kinds), rows_(doc, expected) {}

  /// Writes those from `first` on whose kind is kept.
  void write(QuantityList& list, size_t first) {
    uint32_t row = rows_.size();
    for (size_t i = first; i < list.size(); ++i)
      list[i].row = kinds_ >> static_cast<uint8_t>(list[i].kind) & 1 ? row++ : kNoRow;
    for (size_t i = first; i < list.size(); ++i)
      if (list[i].row != kNoRow) write(list[i], list);
  }
  void finish() { doc_.write(rows_); }

 private:
  void write(const Quantity& q, const QuantityList& list) {
    const uint32_t row = rows_.add(q.span);
    rows_.set<"kind">(row, q.kind);
    rows_.set<"modifier">(row, q.modifier);
    rows_.set<"change">(row, q.change);
    rows_.set<"value">(row, q.value);
    rows_.set<"low">(row, q.low);
    rows_.set<"high">(row, q.high);
    if (!q.unit_name.empty()) rows_.set<"unit">(row, keep(q.unit_name));
    Canonical si;
    if (q.kind != QuantityKind::score && canonical(lexicon_, q.unit, si)) {
      const double value = std::isnan(q.value) ? q.value : (q.value + si.offset) * si.factor;
      if (std::isfinite(value)) {
        rows_.set<"si_value">(row, value);
        rows_.set<"si_unit">(row, keep(si.unit));
      }
    }
    rows_.set<"concept">(row, q.concept_span);
    if (q.relative_to == kNone || list[q.relative_to].row == kNoRow) return;
    const Quantity& target = list[q.relative_to];
    rows_.set<"relative_to">(row, target.row);
    rows_.set<"implied_value">(row, q.implied_value);
    if (!std::isnan(q.implied_value) && !target.unit_name.empty())
      rows_.set<"implied_unit">(row, keep(target.unit_name));
  }

  /// A copy in the document's memory; equal names in a row share one.
  std::string_view keep(const std::string& s) {
    if (s.empty() || s == last_) return s.empty() ? std::string_view() : last_;
    return last_ = doc_.keep(s);
  }

  Document& doc_;
  const Lexicon& lexicon_;
  uint32_t kinds_;
  Rows<layers::Quantities> rows_;
  std::string_view last_;
};

Quantities::Quantities(const Setup& setup)
    : lexicon_(make_lexicon(setup.strings("lexicons"), setup.string("currency"))),
      drop_numbers_(setup.flag("drop_numbers")),
      dateline_currency_(setup.flag("dateline_currency")) {
  for (const std::string& name : setup.strings("kinds")) {
    for (uint8_t k = 0; Choices<QuantityKind>::names[k]; ++k)
      if (name == Choices<QuantityKind>::names[k]) kinds_ |= 1u << k;
  }
  if (drop_numbers_) kinds_ &= ~(1u << static_cast<uint8_t>(QuantityKind::number));
}

/// What a plain "$" is in this document; empty for the option's.
std::string_view Quantities::dollar_code(const Document& doc) const {
  const auto header = doc.read<layers::Header>();
  if (!dateline_currency_ || !header.present()) return {};
  for (uint32_t i = 0; i < header.size(); ++i) {
    if (header.get<"kind">(i) != HeaderKind::dateline) continue;
    const std::string_view fallback = lexicon_.currency(lexicon_.dollar()).name;
    const std::string_view local = dollar_of_dateline(lexicon_, doc.text(header.span(i)));
    if (local.empty() || local == fallback) return {};
    return dollar_of_text(lexicon_, doc.text(), doc.read<layers::Sentences>().spans(), local, fallback);
  }
  return {};
}

void Quantities::process(Document& doc) const {
  const auto sentences = doc.read<layers::Sentences>();
  const auto tokens = doc.read<layers::Tokens>();
  const auto times = doc.read<layers::Times>();
  const std::string_view text = doc.text();
  const auto hashes = tokens.column<"hash">();
  const auto shapes = tokens.column<"shape">();
  const auto spans = tokens.spans();

  TimeSpans dated;
  if (times.present() && !times.empty()) {
    const auto flags = doc.alloc<uint8_t>(times.size());
    const auto type = times.column<"type">();
    for (uint32_t i = 0; i < times.size(); ++i)
      flags[i] = type[i] == TimeType::date || type[i] == TimeType::time;
    dated = {times.spans().data(), flags.data(), times.size()};
  }

  const std::string_view dollar = dollar_code(doc);
  const uint32_t count = tokens.size();
  uint32_t numeric = 0;  // about as many rows; to grow them would touch their memory twice
  for (uint32_t t = 0; t < count; ++t)
    numeric += (shapes[t] & shape::digit) || lexicon_.may_trigger(hashes[t]);
  Output out(doc, lexicon_, kinds_, numeric);
  QuantityList list;
  std::vector<Atom> atoms;
  uint32_t sentence = 0;
  for (uint32_t t = 0; t < count; ++t) {
    if (!(shapes[t] & shape::digit) && !lexicon_.may_trigger(hashes[t])) continue;
    if (!(shapes[t] & shape::digit) && !triggers(text, spans, hashes, t)) continue;
    while (sentence < sentences.size() && sentences.span(sentence).end <= spans[t].begin) ++sentence;
    if (sentence == sentences.size()) break;
    const cs_span s = sentences.span(sentence);
    for (uint32_t at = s.begin; at < s.end;) {
      at = cut(lexicon_, text, at, s.end, atoms, kMostAtoms);
      const Atoms view(lexicon_, text, atoms);
      const auto first = static_cast<uint32_t>(list.size());
      read_sentence(view, dated, list);
      for (uint32_t i = first; i < list.size(); ++i) {
        list[i].sentence = sentence;
        if (!dollar.empty() && list[i].unit.currency == lexicon_.dollar())
          list[i].unit_name.replace(0, dollar.size(), dollar);  // codes have three letters; a rate may follow
      }
      relate(view, list, first);
      for (uint32_t i = first; i < list.size(); ++i) list[i].concept_span = concept_of(view, list[i]);
      out.write(list, first);
      if (list.size() > kBack) list.erase(list.begin(), list.end() - kBack);
    }
    while (t + 1 < count && spans[t + 1].begin < s.end) ++t;  // the sentence is done
  }
  out.finish();
}

bool Quantities::triggers(std::string_view text, std::span<const cs_span> spans,
                          std::span<const uint32_t> hashes, uint32_t t) const {
  const Entry* e = lexicon_.find(hashes[t], text.substr(spans[t].begin, spans[t].end - spans[t].begin));
  if (!e) return false;
  if (e->bits & is::numeric) return true;
  return (e->bits & (is::unit | is::currency)) && t > 0 && is_article(text, spans[t - 1]);
}

}  // namespace claimsift
