// SPDX-License-Identifier: Apache-2.0
#include "stages/write/write_html.hpp"

#include "claimsift/json.hpp"
#include "stages/write/flat_claims.hpp"
#include "stages/write/script_json.hpp"

namespace claimsift {

namespace {

/// The numbers of a claim: value, unit and words.
void append_amounts(std::string& out, const FlatClaim& claim, const FlatClaims& claims,
                    const DocumentBase& doc) {
  json::Array list(out);
  for (const uint32_t q : claim.quantities) {
    json::Object amount(list.element());
    amount.number("v", claims.quantities().get<"value">(q));
    amount.text("u", claims.quantities().get<"unit">(q));
    amount.text("t", doc.text(claims.quantities().span(q)));
  }
}

/// The first date or time of a claim.
std::string_view first_date(const FlatClaim& claim, const FlatClaims& claims) {
  for (const uint32_t t : claim.times) {
    const uint8_t type = static_cast<uint8_t>(claims.times().get<"type">(t));
    if (type == static_cast<uint8_t>(TimeType::date) || type == static_cast<uint8_t>(TimeType::time))
      return claims.times().get<"value">(t);
  }
  return {};
}

/// What the index, the table and the charts need of a document, under short names: a report may hold
/// thousands.
std::string summary(const Records& records, const FlatClaims& claims, RecordDocument& doc) {
  const auto rows = doc.read<layers::Claims>();
  std::string out;
  {
    json::Object object(out);
    object.text("id", doc.id());
    object.text("title", records.meta("title", HeaderKind::title));
    object.text("published", records.published());
    object.text("source", doc.metadata("source"));
    object.text("url", doc.metadata("url"));
    object.text("byline", records.meta("byline", HeaderKind::byline));
    json::Array list(object.key("claims"));
    for (uint32_t i = 0; i < claims.size(); ++i) {
      const FlatClaim claim = claims[i];
      json::Object row(list.element());
      row.text("s", claim.standalone);
      row.number("w", claim.check_worthiness);
      row.text("p", claim.speaker);
      const uint32_t types = rows.get<"types">(i);
      row.integer("k", is_null(types) ? 0 : types);
      append_amounts(row.key("a"), claim, claims, doc);
      row.text("d", first_date(claim, claims));
    }
  }
  return out;
}

}  // namespace

void WriteHtml::process(Document& doc) const {
  const Records records(doc, OffsetUnit::utf16);  // as scripts count
  const FlatClaims claims(doc);
  std::string detail;
  {
    json::Object object(detail);
    object.text("text", doc.text());
    records.append_claims(object.key("claims"));
    records.append_quantities(object.key("quantities"));
    records.append_times(object.key("times"));
    records.append_quotes(object.key("quotes"));
    records.append_attributions(object.key("attributions"));
  }
  std::string scripts;
  append_script_json(scripts, "class=\"summary\"", summary(records, claims, doc));
  append_script_json(scripts, "class=\"detail\"", detail);
  doc.emit(scripts);
}

}  // namespace claimsift
