// SPDX-License-Identifier: Apache-2.0
#include "pipeline/layer_problems.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "pipeline/suggest.hpp"
#include "pipeline/wiring.hpp"

namespace claimsift {
namespace {

using Stages = std::vector<WiredStage>;
using Layers = std::vector<WiredLayer>;

std::vector<std::string> names_of(const Layers& layers) {
  std::vector<std::string> names;
  for (const WiredLayer& layer : layers) names.push_back(layer.name);
  return names;
}

/// Who writes a layer that is missing, or could, and what to do about it.
std::string cure_for(const std::string& layer, const Stages& stages, const Layers& layers,
                     const Registry& registry) {
  for (const WiredLayer& written : layers)
    if (layer == written.schema->name)
      return fmt::format("`{}` writes it as `{}`; read that with `reads: {{{}: {}}}`",
                         stages[written.writer].config->name, written.name, layer, written.name);
  const std::vector<RegisteredStage> writers = registry.writers_of(layer);
  if (writers.empty()) return "no known stage writes it; is a plugin missing under `plugins`?";
  if (writers.size() == 1)
    return fmt::format("`{}` ({}) writes it; add `{}:` under stages", writers[0].stage->name,
                       writers[0].origin, writers[0].stage->name);
  std::vector<std::string> names;
  for (const RegisteredStage& writer : writers) names.emplace_back(writer.stage->name);
  return fmt::format("{} write it; add one of them under stages", one_of(names, "and"));
}

/// The renamings that give the second writer's layers names of their own.
std::string renamings(const std::vector<std::pair<uint32_t, uint32_t>>& clashes, const Stages& stages,
                      const Layers& layers) {
  std::vector<std::string> taken = names_of(layers);
  std::string result;
  for (const auto& [first, second] : clashes) {
    const std::string& instance = stages[layers[second].writer].config->name;
    std::string fresh = result.empty() ? instance : layers[second].name + "_2";
    if (std::find(taken.begin(), taken.end(), fresh) != taken.end()) fresh = layers[second].name + "_2";
    result += fmt::format("{}{}: {}", result.empty() ? "" : ", ", layers[second].schema->name, fresh);
    taken.push_back(std::move(fresh));
  }
  return result;
}

/// All layers that the same two stages write.
void report_clashes(const std::vector<std::pair<uint32_t, uint32_t>>& clashes, const Stages& stages,
                    const Layers& layers, const Registry& registry, Diagnostics& diagnostics) {
  const InstanceConfig& a = *stages[layers[clashes.front().first].writer].config;
  const InstanceConfig& b = *stages[layers[clashes.front().second].writer].config;
  std::vector<std::string> names;
  for (const auto& [first, second] : clashes) names.push_back(layers[first].name);
  std::string hint = fmt::format("rename {} with `writes: {{{}}}`", names.size() == 1 ? "one" : "them",
                                 renamings(clashes, stages, layers));
  if (names.size() == 1 && registry.find("merge_layers") != nullptr)
    hint += ", or join them with `use: merge_layers`";
  Diagnostic problem{Severity::error, b.place, {}, std::move(hint), a.place};
  const char* noun = names.size() == 1 ? "layer" : "layers";
  const char* verb = names.size() == 1 ? "is" : "are";
  problem.message =
      &a == &b ? fmt::format("`{}` writes {} {} twice", b.name, noun, one_of(names, "and"))
               : fmt::format("{} {} {} written by both `{}` ({}) and `{}` ({})", noun, one_of(names, "and"),
                             verb, a.name, seen_from(b.place, a.place), b.name, seen_from(b.place, b.place));
  diagnostics.add(std::move(problem));
}

}  // namespace

void LayerProblems::report(const Stages& stages, const Layers& layers, const Registry& registry,
                           Diagnostics& diagnostics) const {
  const auto writers_of = [&](const std::pair<uint32_t, uint32_t>& clash) {
    return std::pair(layers[clash.first].writer, layers[clash.second].writer);
  };
  for (size_t begin = 0, end = 0; begin < clashes_.size(); begin = end) {
    for (end = begin; end < clashes_.size() && writers_of(clashes_[end]) == writers_of(clashes_[begin]);)
      ++end;
    report_clashes(
        {clashes_.begin() + static_cast<ptrdiff_t>(begin), clashes_.begin() + static_cast<ptrdiff_t>(end)},
        stages, layers, registry, diagnostics);
  }

  std::set<std::string> said;
  for (size_t i = 0; i < missing_.size(); ++i) {
    const LayerNeed& need = missing_[i].second;
    const bool may_exist = !registry.is_complete() && registry.writers_of(need.layer).empty();
    if (may_exist || presumed_.count(need.layer) > 0) continue;
    if (need.is_typed) {
      const std::string near = did_you_mean(need.layer, names_of(layers));
      diagnostics.error(need.place,
                        fmt::format("{} `{}`, which no stage writes{}", need.subject, need.layer, near),
                        near.empty() ? cure_for(need.layer, stages, layers, registry) : "");
      continue;
    }
    if (!said.insert(need.layer).second) continue;
    std::vector<std::string> others;
    for (size_t j = i + 1; j < missing_.size(); ++j) {
      const std::string& name = stages[missing_[j].first].config->name;
      const bool known = missing_[j].first == missing_[i].first ||
                         std::find(others.begin(), others.end(), name) != others.end();
      if (missing_[j].second.layer == need.layer && !missing_[j].second.is_typed && !known)
        others.push_back(name);
    }
    const std::string also = others.empty() ? ""
                                            : fmt::format("; {} need{} it too", one_of(others, "and"),
                                                          others.size() == 1 ? "s" : "");
    diagnostics.error(need.place,
                      fmt::format("{} `{}`, which no stage writes{}", need.subject, need.layer, also),
                      cure_for(need.layer, stages, layers, registry));
  }
}

}  // namespace claimsift
