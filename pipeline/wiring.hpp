// SPDX-License-Identifier: Apache-2.0
// wiring.hpp - finds for each instance who writes the layers that it needs: the layer table, the edges with
// the reason of each, and every message about layers. Used by graph.cpp alone; one thread.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "pipeline/config.hpp"
#include "pipeline/dag.hpp"
#include "pipeline/declarations.hpp"
#include "pipeline/graph.hpp"
#include "pipeline/layer_problems.hpp"

namespace claimsift {

/// An instance whose stage is known, in the order of the file.
struct WiredStage {
  const InstanceConfig* config;
  const cs_stage* stage;
  OptionValues options;
  std::vector<uint32_t> reads{};                         // per reads[]: row of layers() or kNoLayer
  std::vector<std::vector<uint32_t>> read_columns{};     // per reads[]: column of the writer
  std::vector<uint32_t> has{};                           // of `when:`
  std::vector<uint32_t> writes{};                        // per writes[]
  std::map<std::string, std::vector<uint32_t>> named{};  // layers by CS_LAYERS option
  std::set<std::string> starred{};                       // options that name every layer
};

/// A layer that an instance writes.
struct WiredLayer {
  std::string name;
  uint32_t writer;  // row of stages()
  const cs_layer* schema;
  uint32_t base = kNoLayer;         // the layer that it extends or is a child of
  std::vector<uint32_t> targets{};  // per column
};

/// Connects instances by the layers that they write and need.
class Wiring {
 public:
  /// `unknown` are the instances whose stage is not in the registry.
  Wiring(std::vector<WiredStage> stages, const std::vector<const InstanceConfig*>& unknown,
         const Registry& registry, Diagnostics& diagnostics);

  /// Finds layers and edges; what cannot be found is reported.
  void connect();

  /// Reports each knot of stages that wait for each other; true if there is one.
  bool report_cycles();

  /// Resolves "*" and gives writers and collectors the extending and child layers of those that they name,
  /// leaving out what depends on the stage itself. The graph has no cycle, before and after.
  void bring_dependents();

  const std::vector<WiredStage>& stages() const { return stages_; }
  const std::vector<WiredLayer>& layers() const { return layers_; }
  const std::vector<EdgeReason>& reasons() const { return reasons_; }
  Edges edges() const;

 private:
  void collect_layers(uint32_t row);
  void find_bases(uint32_t row);
  void find_reads(uint32_t row);
  void find_conditions(uint32_t row);
  void find_named(uint32_t row);
  void find_after(uint32_t row);
  void check_references(uint32_t row);
  uint32_t need_layer(uint32_t row, const LayerNeed& need);
  uint32_t row_of(const std::string& layer) const;
  void name_with_dependents(uint32_t layer, const std::vector<bool>& excluded,
                            std::vector<uint32_t>& rows) const;

  std::vector<WiredStage> stages_;
  std::vector<WiredLayer> layers_;
  std::map<std::string, uint32_t, std::less<>> rows_;
  std::vector<EdgeReason> reasons_;
  LayerProblems problems_;
  const Registry& registry_;
  Diagnostics& diagnostics_;
};

}  // namespace claimsift
