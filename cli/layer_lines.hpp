// SPDX-License-Identifier: Apache-2.0
// layer_lines.hpp - layers of one document as JSON Lines: an object a row with `layer`, `row`, its span, text
// and columns. Offsets in the unit of the run's settings. One thread.
#pragma once

#include <cstdint>
#include <ostream>
#include <vector>

#include "claimsift/json.hpp"
#include "pipeline/document.hpp"
#include "pipeline/plan.hpp"

namespace claimsift::cli {

/// Prints a document's layers; `plan`, `doc` and `out` must outlive it.
class LayerLines {
 public:
  LayerLines(const Plan& plan, const Document& doc, std::ostream& out);

  /// A layer, a row a line; nothing for a layer that is absent.
  void layer(uint32_t number);

  /// The rows that a layer of reasons (layers::ClaimReasons) is about, with `reasons`: by the name of the
  /// score, a list of `feature` and `weight`.
  void reasons(uint32_t number);

 private:
  void fields(uint32_t layer, uint32_t row, json::Object& object) const;
  void span(json::Object& object, cs_span span) const;
  void value(std::string& out, const cs_column& column, const void* values, uint32_t row) const;

  const Plan& plan_;
  const Document& doc_;
  std::ostream& out_;
  std::vector<uint32_t> place_;  // of each byte in the unit of the run; empty: bytes
};

}  // namespace claimsift::cli
