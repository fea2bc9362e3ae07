// SPDX-License-Identifier: Apache-2.0
#include "pipeline/renaming.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "pipeline/suggest.hpp"

namespace claimsift {
namespace {

std::vector<std::string> names_in(const DeclaredRange<cs_layer>& layers) {
  std::vector<std::string> names;
  for (const cs_layer& layer : layers) names.emplace_back(layer.name);
  return names;
}

void check(const cs_stage& stage, const std::vector<Renaming>& renamings, const char* verb,
           const std::vector<std::string>& declared, Diagnostics& diagnostics) {
  for (const Renaming& renaming : renamings) {
    const std::string& name = renaming.declared.text;
    if (std::find(declared.begin(), declared.end(), name) != declared.end()) continue;
    const std::string near = did_you_mean(name, declared);
    std::string hint;
    if (near.empty())
      hint = declared.empty() ? fmt::format("it {} no layer by a name of its own", verb)
                              : fmt::format("it {} {}", verb, one_of(declared, "and"));
    diagnostics.error(renaming.declared.place,
                      fmt::format("`{}` {} no layer `{}`{}", stage.name, verb, name, near), std::move(hint));
  }
}

}  // namespace

const Renaming* renaming_of(const std::vector<Renaming>& renamings, std::string_view declared) {
  for (const Renaming& renaming : renamings)
    if (renaming.declared.text == declared) return &renaming;
  return nullptr;
}

std::string actual_name(const InstanceConfig& instance, const cs_stage& stage, std::string_view declared) {
  const std::vector<std::string> own = names_in(writes_of(stage));
  const bool is_own = std::find(own.begin(), own.end(), declared) != own.end();
  const Renaming* renaming = renaming_of(is_own ? instance.writes : instance.reads, declared);
  return renaming == nullptr ? std::string(declared) : renaming->actual.text;
}

void check_renamings(const InstanceConfig& instance, const cs_stage& stage, Diagnostics& diagnostics) {
  check(stage, instance.reads, "reads", names_in(reads_of(stage)), diagnostics);
  check(stage, instance.writes, "writes", names_in(writes_of(stage)), diagnostics);
}

}  // namespace claimsift
