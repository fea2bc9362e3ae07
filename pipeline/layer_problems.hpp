// SPDX-License-Identifier: Apache-2.0
// layer_problems.hpp - what is wrong with the layers of a pipeline, gathered while it is wired and said once
// it is known as a whole: a missing layer is one problem however many stages read it. Used by wiring.cpp.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/declarations.hpp"
#include "pipeline/graph.hpp"

namespace claimsift {

struct WiredStage;
struct WiredLayer;

/// A stage's need for a layer: how a message speaks of it, and where it stands.
struct LayerNeed {
  std::string layer;
  EdgeReason::Why why;
  std::string subject;  // "`attribution` reads layer"
  Place place;
  bool is_typed;  // the user wrote the layer's name, so it may be misspelled
  std::string option{};
};

/// Layers that nobody writes, and layers that two stages write.
class LayerProblems {
 public:
  void add_missing(uint32_t stage, LayerNeed need) { missing_.emplace_back(stage, std::move(need)); }
  void add_clash(uint32_t first_layer, uint32_t second_layer) {
    clashes_.emplace_back(first_layer, second_layer);
  }

  /// Layers that are missing only because the stage that writes them is misspelled.
  void presume(std::string layer) { presumed_.insert(std::move(layer)); }

  void report(const std::vector<WiredStage>& stages, const std::vector<WiredLayer>& layers,
              const Registry& registry, Diagnostics& diagnostics) const;

 private:
  std::vector<std::pair<uint32_t, LayerNeed>> missing_;
  std::vector<std::pair<uint32_t, uint32_t>> clashes_;
  std::set<std::string> presumed_;
};

}  // namespace claimsift
