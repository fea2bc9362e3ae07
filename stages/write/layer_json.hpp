// SPDX-License-Identifier: Apache-2.0
// layer_json.hpp - prints rows of any layer as JSON by its declaration alone: span, text and columns, the
// columns of layers that extend it, and its child layers as lists. Read-only once it is made; safe from
// several threads.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claimsift/json.hpp"
#include "claimsift/stage.hpp"
#include "stages/text/offsets.hpp"

namespace claimsift {

/// One layer with the layers that extend it and its children.
struct LayerFamily {
  cs_named_layer layer;
  std::vector<cs_named_layer> extensions, children;
};

/// The layers that stand on their own, each with its family, in the order given.
std::vector<LayerFamily> layer_families(std::span<const cs_named_layer> layers);

/// Rows of one family in one document.
class FamilyView {
 public:
  FamilyView(const LayerFamily& family, const DocumentBase& doc);

  uint32_t size() const { return static_cast<uint32_t>(view_.count); }
  /// Appends the fields of a row to an object that the caller has begun.
  void append(uint32_t row, const DocumentBase& doc, const Offsets& offsets, json::Object& object) const;

 private:
  struct Part {
    const cs_layer* schema;
    cs_view view;
  };
  const LayerFamily& family_;
  cs_view view_;
  std::vector<Part> extensions_, children_;
};

}  // namespace claimsift
