// SPDX-License-Identifier: Apache-2.0
// memory.hpp - the input of benchmarks: a reader that gives texts in memory one after another, and the
// registry of all built-in stages with it. One benchmark at a time.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "claimsift/stage.hpp"
#include "pipeline/graph.hpp"
#include "stages/builtin.hpp"

namespace claimsift::bench {

/// The stage `memory`.
class Memory : public Stage<> {
 public:
  static constexpr Info info{"memory", "Gives texts from memory.", CS_READER};
  static inline const std::vector<std::string>* texts = nullptr;  // outlives the run
  explicit Memory(const Setup&) {}
  Status next(Document& doc) {
    if (at_ == texts->size()) return CS_END;
    doc.set_record((*texts)[at_++], "memory", "");
    return CS_OK;
  }
  void parse(Document& doc) const { doc.set_text(doc.record()); }

 private:
  size_t at_ = 0;
};

/// Throws std::runtime_error with the problems, if there are any.
inline void expect_none(const Diagnostics& problems) {
  if (problems.has_errors()) throw std::runtime_error(render(problems, ReportStyle::plain));
}

inline Registry registry_with_memory() {
  Registry registry;
  Diagnostics problems;
  for (const cs_stage* stage : builtin_stages()) problems.append(registry.add(*stage, "built in"));
  problems.append(registry.add(kStage<Memory>, "built in"));
  expect_none(problems);
  return registry;
}

/// The pipeline of a file whose input is `memory`; it may have no output.
inline Graph graph_of(const std::string& file, Registry& registry) {
  Diagnostics problems;
  auto graph = load_graph(file, {}, registry, {}, {.needs_input = true, .needs_output = false}, problems);
  expect_none(problems);
  return std::move(*graph);
}

}  // namespace claimsift::bench
