// SPDX-License-Identifier: Apache-2.0
#include "stages/quotations/attribution.hpp"

#include <algorithm>
#include <stdexcept>

#include "stages/quotations/formal_speech.hpp"

namespace claimsift {
namespace {

constexpr double kDirect = 0.97;  // share of the content's words in marks from which it is a direct quotation

/// Share of right attributions among those of the rules, by kind, measured on news that they were not written
/// on.
constexpr double kRuleScores[] = {0.88, 0.53, 0.69};

cs_span span_of(const Reading& r, const TokenRange& t) {
  return {r.spans[t.first].begin, r.spans[t.last - 1].end};
}

AttributionKind kind_of(const Reading& r, const Attribution& a) {
  uint32_t words = 0, quoted_words = 0;
  for (const TokenRange& c : a.contents)
    for (uint32_t i = c.first; i < c.last; ++i) {
      if (!(r.shape[i] & (shape::letter | shape::digit))) continue;
      const uint32_t size = r.spans[i].end - r.spans[i].begin;
      words += size;
      if (r.quote[i] & (quoted::inside | quoted::nested | quoted::term)) quoted_words += size;
    }
  if (quoted_words == 0) return AttributionKind::indirect;
  return quoted_words >= kDirect * words ? AttributionKind::direct : AttributionKind::mixed;
}

/// The cue's word of the lexicon: its last, since auxiliaries stand before.
const Cue* cue_word(const Reading& r, const TokenRange& cue) {
  const Cue* noun = nullptr;
  for (uint32_t i = cue.last; i-- > cue.first;) {
    if (!r.cue[i]) continue;
    if (r.cue[i]->complement != Complement::noun) return r.cue[i];
    noun = r.cue[i];
  }
  return noun;
}

bool is_negated(const Reading& r, const TokenRange& cue) {
  for (uint32_t i = cue.first; i < cue.last; ++i)
    if (r.word_class[i] == WordClass::negation) return true;
  return false;
}

struct Placed {
  cs_span span;
  const Attribution* attribution;
  AttributionKind kind;
};

/// The smallest other attribution whose content covers the whole of row `i`; rows sorted by (begin, longest
/// first).
uint32_t enclosing(const Reading& r, const std::vector<Placed>& rows, uint32_t i) {
  uint32_t best = kNoRow, size = UINT32_MAX;
  for (uint32_t k = i, tried = 0; k-- > 0 && tried < 16; ++tried)
    for (const TokenRange& c : rows[k].attribution->contents) {
      const cs_span s = span_of(r, c);
      if (s.begin <= rows[i].span.begin && rows[i].span.end <= s.end && s.end - s.begin < size) {
        best = k;
        size = s.end - s.begin;
      }
    }
  return best;
}

/// A time that stands right behind the cue or the source, as in "said on Wednesday", or ends the source, as
/// in "said Ada Low, the minister, on Wednesday".
uint32_t time_of(const Reading& r, const View<layers::Times>& times, const Attribution& a) {
  if (!times.present() || times.empty() || a.cue.size() == 0) return kNoRow;
  const uint32_t end = r.spans[std::max(a.cue.last, a.source.last) - 1].end;
  if (a.source.size() && r.spans[a.source.last - 1].end == end)
    if (const uint32_t row = times.lower_bound(end);
        row > 0 && times.span(row - 1).end == end && times.get<"type">(row - 1) == TimeType::date)
      return row - 1;
  for (const uint32_t from : {r.spans[a.cue.first].begin, end}) {
    for (uint32_t row = times.lower_bound(from); row < times.size() && times.span(row).begin <= from + 24;
         ++row) {
      const cs_span t = times.span(row);
      const auto type = times.get<"type">(row);
      if (type == TimeType::duration || type == TimeType::set) continue;
      bool inside = false;
      for (const TokenRange& c : a.contents)
        inside |= span_of(r, c).begin <= t.begin && t.end <= span_of(r, c).end;
      if (!inside) return row;
    }
  }
  return kNoRow;
}

/// "LONDON — The minister" is the source, or begins the content, "The minister".
TokenRange without_dateline(const Reading& r, const View<layers::Header>& header, TokenRange source) {
  if (!header.present()) return source;
  for (uint32_t h = 0; h < header.size(); ++h) {
    const cs_span line = header.span(h);
    const bool inside = line.begin <= r.spans[source.first].begin && r.spans[source.first].begin < line.end;
    if (header.get<"kind">(h) != HeaderKind::dateline || !inside) continue;
    const auto is_word = [&](uint32_t i) { return r.shape[i] & (shape::letter | shape::digit); };
    while (source.size() > 1 &&
           (r.spans[source.first].begin < line.end || (!is_word(source.first) && !r.in_speech(source.first))))
      ++source.first;
  }
  return source;
}

/// ", but economists" is the source "economists".
TokenRange without_conjunction(const Reading& r, TokenRange source) {
  const auto joins = [&](uint32_t i) {
    return r.word_class[i] == WordClass::conjunction || r.word_class[i] == WordClass::comma;
  };
  while (source.size() > 1 && joins(source.first)) ++source.first;
  return source;
}

}  // namespace

AttributionStage::AttributionStage(const Setup& setup) : cues_(setup.strings("cues")) {
  const std::string tagger = setup.string("tagger"), path = setup.string("model");
  wants_model_ = tagger == "model";
  if (tagger == "rules") return;
  try {
    model_ = std::make_unique<RoleModel>(find_model(setup, "model", "attribution.model"));
  } catch (const std::runtime_error& e) {
    if (tagger == "model" || !path.empty()) throw;  // the user asked for it; else the rules do
    without_model_ = std::string("works by rules: ") + e.what();
  }
}

void AttributionStage::process(Document& doc) const {
  if (!without_model_.empty() && !said_.test_and_set()) doc.note(without_model_);
  Reading r = read_document(doc.text(), doc.read<layers::Sentences>(), doc.read<layers::Tokens>(),
                            doc.read<layers::Quotes>(), cues_);
  const auto tags = doc.read<layers::Tags>();
  const auto syntax = doc.read<layers::Syntax>();
  const bool by_model = model_ && tags.present() && syntax.present();
  if (by_model) {
    read_grammar(r, tags, syntax);
    read_clusters(r, model_->clusters());
  } else if (wants_model_) {
    throw std::runtime_error("`tagger: model` needs the stages `tags` and `syntax` in the pipeline");
  } else if (model_ && !said_.test_and_set()) {
    doc.note("works by rules: its model needs the stages `tags` and `syntax` in the pipeline");
  }
  const auto times = doc.read<layers::Times>();
  const auto header = doc.read<layers::Header>();
  std::vector<Attribution> found = by_model ? model_->attributions(r) : link(r, tag_by_rules(r));
  add_formal_speech(r, found);

  std::vector<Placed> placed;
  for (Attribution& a : found) {
    if (a.source.size()) a.source = without_dateline(r, header, a.source);
    for (TokenRange& c : a.contents) c = without_dateline(r, header, c);
    cs_span span = span_of(r, a.contents.front());
    const auto widen = [&](const TokenRange& t) {
      if (t.size() == 0) return;
      span.begin = std::min(span.begin, r.spans[t.first].begin);
      span.end = std::max(span.end, r.spans[t.last - 1].end);
    };
    for (const TokenRange& c : a.contents) widen(c);
    widen(a.source);
    widen(a.cue);
    placed.push_back({span, &a, kind_of(r, a)});
  }
  std::stable_sort(placed.begin(), placed.end(), [](const Placed& x, const Placed& y) {
    return x.span.begin != y.span.begin ? x.span.begin < y.span.begin : x.span.end > y.span.end;
  });

  const auto count = static_cast<uint32_t>(placed.size());
  Rows<layers::Attributions> rows(doc, count);
  Rows<layers::AttributionSources> sources(doc, count);
  Rows<layers::AttributionCues> cues(doc, count);
  Rows<layers::AttributionContents> contents(doc, count);
  for (uint32_t i = 0; i < count; ++i) {
    const Attribution& a = *placed[i].attribution;
    const Cue* cue = a.cue.size() ? cue_word(r, a.cue) : nullptr;
    const uint32_t row = rows.add(placed[i].span);
    rows.set<"kind">(row, placed[i].kind);
    rows.set<"cue_class">(row, cue                                           ? cue->cue_class
                               : placed[i].kind == AttributionKind::indirect ? CueClass::other
                                                                             : CueClass::statement);
    rows.set<"negated">(row, a.cue.size() && ((cue && cue->denies) != is_negated(r, a.cue)) ? 1 : 0);
    rows.set<"score">(row, a.score >= 0 ? a.score : kRuleScores[static_cast<size_t>(placed[i].kind)]);
    rows.set<"nested_in">(row, enclosing(r, placed, i));
    rows.set<"time">(row, time_of(r, times, a));
    if (a.source.size()) sources.set<"of">(sources.add(span_of(r, without_conjunction(r, a.source))), row);
    if (a.cue.size()) cues.set<"of">(cues.add(span_of(r, a.cue)), row);
    for (const TokenRange& c : a.contents) contents.set<"of">(contents.add(span_of(r, c)), row);
  }
  doc.write(rows);
  doc.write(sources);
  doc.write(cues);
  doc.write(contents);
}

}  // namespace claimsift
