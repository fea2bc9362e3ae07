// SPDX-License-Identifier: Apache-2.0
// claim_record.cpp - one claim as a flat record with everything that belongs to it.
#include "stages/write/records.hpp"

namespace claimsift {

void Records::append_claim(uint32_t row, bool with_document, std::string& out) const {
  json::Object object(out);
  const cs_span at = claims_.span(row);
  object.text("claim_id", claims_.get<"id">(row));
  if (with_document) {
    object.text("doc_id", doc_.id());
    object.text("source", doc_.metadata("source"));
    object.text("url", doc_.metadata("url"));
    object.text("title", meta("title", HeaderKind::title));
    object.text("published", published());
  }
  span(object, at);
  object.text("text", doc_.text(at));
  claim_context(row, object);
  object.text("standalone", claims_.get<"standalone">(row));
  claim_types(row, object.key("types"));
  claim_source(row, object);
  claim_quantities(row, object.key("quantities"));
  claim_times(row, object.key("times"));
  claim_entities(row, object.key("entities"));
  object.flag("negated", claims_.get<"negated">(row) == 1);
  object.flag("hedged", claims_.get<"hedged">(row) == 1);
  claim_unresolved(row, object.key("unresolved"));
  object.number("checkable", claims_.get<"checkable">(row));
  object.number("check_worthiness", claims_.get<"check_worthiness">(row));
  claim_relations(row, object.key("relations"));
  object.text("cluster", clusters_.present() ? clusters_.get<"cluster">(row) : claims_.get<"id">(row));
  claim_matches(row, object.key("matches"));
  row_id(object, "attribution", 'a', claims_.get<"attribution">(row));
}

void Records::claim_entities(uint32_t claim, std::string& out) const {
  const cs_span at = claims_.span(claim);
  json::Array list(out);
  if (!entities_.present()) return;
  for (uint32_t i = entities_.lower_bound(at.begin); i < entities_.size() && entities_.span(i).begin < at.end;
       ++i) {
    if (entities_.span(i).end > at.end) continue;
    json::Object object(list.element());
    span(object, entities_.span(i));
    object.text("text", doc_.text(entities_.span(i)));
    object.text("type", choice_name(entities_.get<"type">(i)));
  }
}

void Records::claim_matches(uint32_t claim, std::string& out) const {
  json::Array list(out);
  if (!matches_.present()) return;
  const auto [first, last] = matches_.children(claim);
  for (uint32_t i = first; i < last; ++i) {
    json::Object object(list.element());
    object.text("id", matches_.get<"id">(i));
    object.number("score", matches_.get<"score">(i));
    object.text("verdict", matches_.get<"verdict">(i));
    object.text("url", matches_.get<"url">(i));
  }
}

void Records::claim_context(uint32_t claim, json::Object& object) const {
  const uint32_t sentence = claims_.get<"sentence">(claim);
  if (is_null(sentence) || !sentences_.present()) {
    object.null("sentence");
    object.null("context");
    return;
  }
  object.text("sentence", doc_.text(sentences_.span(sentence)));
  const bool has_previous =
      sentence > 0 && sentences_.get<"paragraph">(sentence - 1) == sentences_.get<"paragraph">(sentence);
  object.text("context", has_previous ? doc_.text(sentences_.span(sentence - 1)) : std::string_view{});
}

std::string Records::cue_text(uint32_t attribution) const {
  std::string text;
  const auto [first, last] = cues_.children(attribution);
  for (uint32_t i = first; i < last; ++i) {
    if (!text.empty()) text += ' ';
    text += doc_.text(cues_.span(i));
  }
  return text;
}

void Records::claim_source(uint32_t claim, json::Object& object) const {
  const uint32_t attribution = claims_.get<"attribution">(claim);
  if (is_null(attribution) || !attributions_.present()) {
    for (const std::string_view name : {"speaker", "speaker_role", "cue", "attribution_kind"})
      object.null(name);
    return;
  }
  const bool named = speakers_.present();
  object.text("speaker", named ? speakers_.get<"name">(attribution) : std::string_view{});
  object.text("speaker_role", named ? speakers_.get<"role">(attribution) : std::string_view{});
  const std::string cue = cue_text(attribution);
  object.text("cue", cue.empty() ? std::string_view{} : std::string_view(cue));
  object.text("attribution_kind", choice_name(attributions_.get<"kind">(attribution)));
}

void Records::claim_types(uint32_t claim, std::string& out) const {
  json::Array list(out);
  const uint32_t types = claims_.get<"types">(claim);
  for (uint32_t bit = 0; !is_null(types) && bit < std::size(kClaimTypes); ++bit)
    if (types >> bit & 1u) json::append_string(list.element(), kClaimTypes[bit]);
}

void Records::claim_quantities(uint32_t claim, std::string& out) const {
  json::Array list(out);
  const auto [first, last] = facts_.children(claim);
  for (uint32_t i = first; i < last; ++i) {
    const uint32_t q = facts_.get<"quantity">(i);
    if (is_null(q)) continue;
    {
      json::Object object(list.element());
      row_id(object, "id", 'q', q);
      span(object, quantities_.span(q));
      object.text("text", doc_.text(quantities_.span(q)));
      quantity_values(object, q);
      span_or_null(object, "concept", quantities_.get<"concept">(q));
      row_id(object, "relative_to", 'q', quantities_.get<"relative_to">(q));
    }
    if (!is_null(quantities_.get<"implied_value">(q))) implied_quantity(q, list.element());
  }
}

/// What a relative quantity works out to, as a quantity of the claim with the modifier "implied".
void Records::implied_quantity(uint32_t row, std::string& out) const {
  const uint32_t base = quantities_.get<"relative_to">(row);
  json::Object object(out);
  row_id(object, "id", 'q', row);
  span(object, quantities_.span(row));
  object.text("text", doc_.text(quantities_.span(row)));
  object.text("kind", is_null(base) ? std::string_view{} : choice_name(quantities_.get<"kind">(base)));
  object.number("value", quantities_.get<"implied_value">(row));
  object.null("low");
  object.null("high");
  object.text("unit", quantities_.get<"implied_unit">(row));
  object.text("modifier", "implied");
  object.null("change");
  span_or_null(object, "concept", quantities_.get<"concept">(row));
  row_id(object, "relative_to", 'q', base);
}

void Records::claim_times(uint32_t claim, std::string& out) const {
  json::Array list(out);
  const auto [first, last] = facts_.children(claim);
  for (uint32_t i = first; i < last; ++i) {
    const uint32_t t = facts_.get<"time">(i);
    if (is_null(t)) continue;
    json::Object object(list.element());
    row_id(object, "id", 't', t);
    span(object, times_.span(t));
    object.text("text", doc_.text(times_.span(t)));
    object.text("type", choice_name(times_.get<"type">(t)));
    object.text("value", times_.get<"value">(t));
  }
}

void Records::claim_unresolved(uint32_t claim, std::string& out) const {
  json::Array list(out);
  const auto [first, last] = unresolved_.children(claim);
  for (uint32_t i = first; i < last; ++i) {
    json::Object object(list.element());
    object.text("text", doc_.text(unresolved_.span(i)));
    object.text("why", choice_name(unresolved_.get<"why">(i)));
  }
}

void Records::claim_relations(uint32_t claim, std::string& out) const {
  json::Array list(out);
  const auto [first, last] = relations_.children(claim);
  for (uint32_t i = first; i < last; ++i) {
    json::Object object(list.element());
    object.text("type", choice_name(relations_.get<"type">(i)));
    object.text("claim_id", claims_.get<"id">(relations_.get<"to">(i)));
  }
}

}  // namespace claimsift
