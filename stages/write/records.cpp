// SPDX-License-Identifier: Apache-2.0
// records.cpp - the lists of an annotation line and what all records share; claims stand in claim_record.cpp.
#include "stages/write/records.hpp"

namespace claimsift {

namespace {

void null_fields(json::Object& object, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) object.null(name);
}

void number_or_null(json::Object& object, std::string_view name, double value) { object.number(name, value); }

template <class E> void choice(json::Object& object, std::string_view name, E value) {
  object.text(name, choice_name(value));
}

}  // namespace

Records::Records(RecordDocument& doc, OffsetUnit unit)
    : doc_(doc),
      offsets_(doc, unit),
      header_(doc.read<layers::Header>()),
      sentences_(doc.read<layers::Sentences>()),
      tokens_(doc.read<layers::Tokens>()),
      tags_(doc.read<layers::Tags>()),
      syntax_(doc.read<layers::Syntax>()),
      entities_(doc.read<layers::Entities>()),
      quantities_(doc.read<layers::Quantities>()),
      times_(doc.read<layers::Times>()),
      quotes_(doc.read<layers::Quotes>()),
      attributions_(doc.read<layers::Attributions>()),
      sources_(doc.read<layers::AttributionSources>()),
      cues_(doc.read<layers::AttributionCues>()),
      contents_(doc.read<layers::AttributionContents>()),
      speakers_(doc.read<layers::Speakers>()),
      claims_(doc.read<layers::Claims>()),
      facts_(doc.read<layers::ClaimFacts>()),
      unresolved_(doc.read<layers::Unresolved>()),
      relations_(doc.read<layers::ClaimRelations>()),
      clusters_(doc.read<layers::ClaimClusters>()),
      matches_(doc.read<layers::ClaimMatches>()) {}

void Records::span(json::Object& object, cs_span s) const {
  object.integer("begin", offsets_(s.begin));
  object.integer("end", offsets_(s.end));
}

void Records::span_or_null(json::Object& object, std::string_view key, cs_span s) const {
  if (is_null(s)) return object.null(key);
  json::Object inner(object.key(key));
  span(inner, s);
}

void Records::row_id(json::Object& object, std::string_view key, char letter, uint32_t row) const {
  if (is_null(row)) return object.null(key);
  std::string& out = object.key(key);
  out += '"';
  out += letter;
  json::append_integer(out, row);
  out += '"';
}

template <class L> void Records::fragments(std::string& out, const View<L>& parts, uint32_t parent) const {
  json::Array list(out);
  const auto [first, last] = parts.children(parent);
  for (uint32_t i = first; i < last; ++i) {
    json::Object fragment(list.element());
    span(fragment, parts.span(i));
  }
}

std::string_view Records::meta(std::string_view key, HeaderKind kind) const {
  if (const std::string_view given = doc_.metadata(key); given.data() != nullptr) return given;
  for (uint32_t i = 0; i < header_.size(); ++i)
    if (header_.get<"kind">(i) == kind) return header_.get<"value">(i);
  return {};
}

std::string_view Records::published() const {
  if (const std::string_view date = meta("published", HeaderKind::published); date.data() != nullptr)
    return date;
  const std::string_view updated = meta("published", HeaderKind::updated);
  return updated.substr(0, updated.find('T'));
}

void Records::append_meta(std::string& out) const {
  json::Object meta_object(out);
  meta_object.text("title", meta("title", HeaderKind::title));
  meta_object.text("published", published());
  meta_object.text("dateline", meta("dateline", HeaderKind::dateline));
  meta_object.text("byline", meta("byline", HeaderKind::byline));
  meta_object.text("source", doc_.metadata("source"));
}

void Records::append_sentences(std::string& out) const {
  json::Array list(out);
  for (uint32_t i = 0; i < sentences_.size(); ++i) {
    json::Object object(list.element());
    span(object, sentences_.span(i));
    object.integer("paragraph", sentences_.get<"paragraph">(i));
  }
}

void Records::append_tokens(std::string& out) const {
  json::Array list(out);
  for (uint32_t i = 0; i < tokens_.size(); ++i) {
    json::Object object(list.element());
    span(object, tokens_.span(i));
    if (tags_.present()) {
      choice(object, "upos", tags_.get<"upos">(i));
      choice(object, "xpos", tags_.get<"xpos">(i));
      object.text("lemma", tags_.get<"lemma">(i));
    } else {
      null_fields(object, {"upos", "xpos", "lemma"});
    }
    append_arc(object, i);
  }
}

void Records::append_arc(json::Object& object, uint32_t token) const {
  if (!syntax_.present() || is_null(syntax_.get<"deprel">(token)))
    return null_fields(object, {"head", "deprel"});
  const uint32_t head = syntax_.get<"head">(token);
  object.integer("head", is_null(head) ? -1 : static_cast<int64_t>(head));
  choice(object, "deprel", syntax_.get<"deprel">(token));
}

void Records::quantity_values(json::Object& object, uint32_t row) const {
  choice(object, "kind", quantities_.get<"kind">(row));
  number_or_null(object, "value", quantities_.get<"value">(row));
  number_or_null(object, "low", quantities_.get<"low">(row));
  number_or_null(object, "high", quantities_.get<"high">(row));
  object.text("unit", quantities_.get<"unit">(row));
  choice(object, "modifier", quantities_.get<"modifier">(row));
  choice(object, "change", quantities_.get<"change">(row));
}

void Records::append_entities(std::string& out) const {
  json::Array list(out);
  for (uint32_t i = 0; i < entities_.size(); ++i) {
    json::Object object(list.element());
    span(object, entities_.span(i));
    choice(object, "type", entities_.get<"type">(i));
  }
}

void Records::append_quantities(std::string& out) const {
  json::Array list(out);
  for (uint32_t i = 0; i < quantities_.size(); ++i) {
    json::Object object(list.element());
    row_id(object, "id", 'q', i);
    span(object, quantities_.span(i));
    quantity_values(object, i);
    number_or_null(object, "si_value", quantities_.get<"si_value">(i));
    object.text("si_unit", quantities_.get<"si_unit">(i));
    span_or_null(object, "concept", quantities_.get<"concept">(i));
    row_id(object, "relative_to", 'q', quantities_.get<"relative_to">(i));
    number_or_null(object, "implied_value", quantities_.get<"implied_value">(i));
    object.text("implied_unit", quantities_.get<"implied_unit">(i));
  }
}

void Records::append_times(std::string& out) const {
  json::Array list(out);
  for (uint32_t i = 0; i < times_.size(); ++i) {
    json::Object object(list.element());
    row_id(object, "id", 't', i);
    span(object, times_.span(i));
    choice(object, "type", times_.get<"type">(i));
    object.text("value", times_.get<"value">(i));
    choice(object, "mod", times_.get<"mod">(i));
    object.text("quant", times_.get<"quant">(i));
    object.text("freq", times_.get<"freq">(i));
    row_id(object, "anchor", 't', times_.get<"anchor">(i));
  }
}

void Records::append_quotes(std::string& out) const {
  json::Array list(out);
  for (uint32_t i = 0; i < quotes_.size(); ++i) {
    json::Object object(list.element());
    span(object, quotes_.span(i));
    choice(object, "kind", quotes_.get<"kind">(i));
  }
}

void Records::append_attributions(std::string& out) const {
  json::Array list(out);
  for (uint32_t i = 0; i < attributions_.size(); ++i) {
    json::Object object(list.element());
    row_id(object, "id", 'a', i);
    fragments(object.key("source"), sources_, i);
    fragments(object.key("cue"), cues_, i);
    fragments(object.key("content"), contents_, i);
    choice(object, "kind", attributions_.get<"kind">(i));
    choice(object, "cue_class", attributions_.get<"cue_class">(i));
    object.flag("negated", attributions_.get<"negated">(i) == 1);
    number_or_null(object, "score", attributions_.get<"score">(i));
    const bool named = speakers_.present();
    object.text("speaker", named ? speakers_.get<"name">(i) : std::string_view{});
    object.text("speaker_role", named ? speakers_.get<"role">(i) : std::string_view{});
    object.null("person");
    row_id(object, "time", 't', attributions_.get<"time">(i));
    row_id(object, "nested_in", 'a', attributions_.get<"nested_in">(i));
  }
}

void Records::append_claims(std::string& out) const {
  json::Array list(out);
  for (uint32_t i = 0; i < claims_.size(); ++i) append_claim(i, false, list.element());
}

}  // namespace claimsift
