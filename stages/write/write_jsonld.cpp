// SPDX-License-Identifier: Apache-2.0
#include "stages/write/write_jsonld.hpp"

#include <cmath>

#include "claimsift/json.hpp"
#include "stages/write/flat_claims.hpp"
#include "stages/write/iri.hpp"

namespace claimsift {

namespace {

void text_if_any(json::Object& object, std::string_view key, std::string_view value) {
  if (!value.empty()) object.text(key, value);
}

/// schema.org type of a speaker, by what the document calls that name; empty where it does not tell.
std::string_view type_of_speaker(std::string_view name, RecordDocument& doc) {
  const auto entities = doc.read<layers::Entities>();
  for (uint32_t i = 0; entities.present() && i < entities.size(); ++i) {
    if (doc.text(entities.span(i)) != name) continue;
    if (entities.get<"type">(i) == EntityType::person) return "Person";
    if (entities.get<"type">(i) == EntityType::org) return "Organization";
  }
  return {};
}

void append_speaker(std::string& out, const FlatClaim& claim, RecordDocument& doc) {
  json::Object speaker(out);
  const std::string_view type = type_of_speaker(claim.speaker, doc);
  speaker.text("@type", type.empty() ? (claim.role.empty() ? "Thing" : "Person") : type);
  speaker.text("name", claim.speaker);
  if (type != "Organization") text_if_any(speaker, "jobTitle", claim.role);
}

void append_appearance(std::string& out, const Records& records, RecordDocument& doc) {
  json::Object article(out);
  article.text("@type", "Article");
  article.text("@id", document_iri(doc));
  if (is_web_address(doc.metadata("url"))) article.text("url", doc.metadata("url"));
  text_if_any(article, "headline", records.meta("title", HeaderKind::title));
  text_if_any(article, "datePublished", records.published());
  text_if_any(article, "author", records.meta("byline", HeaderKind::byline));
  if (const std::string_view source = doc.metadata("source"); !source.empty()) {
    json::Object publisher(article.key("publisher"));
    publisher.text("@type", "Organization");
    publisher.text("name", source);
  }
}

void append_numbers(std::string& out, const FlatClaim& claim, const FlatClaims& claims, RecordDocument& doc) {
  const auto& q = claims.quantities();
  json::Array list(out);
  for (const uint32_t i : claim.quantities) {
    json::Object number(list.element());
    const bool money = q.get<"kind">(i) == QuantityKind::money;
    number.text("@type", money ? "MonetaryAmount" : "QuantitativeValue");
    number.text("name", doc.text(q.span(i)));
    if (!std::isnan(q.get<"value">(i))) number.number("value", q.get<"value">(i));
    if (!std::isnan(q.get<"low">(i))) number.number("minValue", q.get<"low">(i));
    if (!std::isnan(q.get<"high">(i))) number.number("maxValue", q.get<"high">(i));
    text_if_any(number, money ? "currency" : "unitText", q.get<"unit">(i));
  }
}

void append_times(std::string& out, const FlatClaim& claim, const FlatClaims& claims) {
  json::Array list(out);
  for (const uint32_t t : claim.times)
    if (const std::string_view value = claims.times().get<"value">(t); !value.empty())
      json::append_string(list.element(), value);
}

}  // namespace

void WriteJsonld::process(Document& doc) const {
  const Records records(doc, OffsetUnit::codepoint);
  const FlatClaims claims(doc);
  std::string lines;
  for (uint32_t i = 0; i < claims.size(); ++i) {
    const FlatClaim claim = claims[i];
    {
      json::Object object(lines);
      object.text("@context", "https://schema.org");
      object.text("@type", "Claim");
      object.text("@id", "urn:claimsift:claim:" + std::string(claim.id));
      object.text("text", claim.text);
      text_if_any(object, "name", claim.standalone);
      if (!claim.speaker.empty()) append_speaker(object.key("author"), claim, doc);
      append_appearance(object.key("appearance"), records, doc);
      if (!claim.quantities.empty()) append_numbers(object.key("mentions"), claim, claims, doc);
      if (!claim.times.empty()) append_times(object.key("temporal"), claim, claims);
    }
    lines += '\n';
  }
  doc.emit(lines);
}

}  // namespace claimsift
