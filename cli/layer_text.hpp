// SPDX-License-Identifier: Apache-2.0
// layer_text.hpp - layers of one document as tables for the terminal; offsets in bytes. One thread.
#pragma once

#include <cstdint>
#include <ostream>

#include "pipeline/document.hpp"
#include "pipeline/plan.hpp"

namespace claimsift::cli {

/// Prints a document's layers; `plan`, `doc` and `out` must outlive it.
class LayerText {
 public:
  LayerText(const Plan& plan, const Document& doc, std::ostream& out, bool coloured)
      : plan_(plan), doc_(doc), out_(out), coloured_(coloured) {}

  /// A layer, a row a line.
  void layer(uint32_t number);

  /// The rows that a layer of reasons (layers::ClaimReasons) is about, each with its reasons below.
  void reasons(uint32_t number);

 private:
  bool heading(uint32_t number);
  void row(const PlannedLayer& layer, const host::Table& table, uint32_t row);
  std::string quoted(cs_span span) const;
  std::string value(const cs_column& column, const void* values, uint32_t row) const;
  const char* mark(const char* code) const { return coloured_ ? code : ""; }

  const Plan& plan_;
  const Document& doc_;
  std::ostream& out_;
  bool coloured_;
};

}  // namespace claimsift::cli
