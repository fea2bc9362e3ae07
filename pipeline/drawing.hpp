// SPDX-License-Identifier: Apache-2.0
// drawing.hpp - a pipeline as text, DOT or Mermaid, and why its stages wait for each other. Drawings leave
// out edges that a longer path implies. Pure functions.
#pragma once

#include <string>

#include "pipeline/graph.hpp"

namespace claimsift {

/// A tree for the terminal; a stage with several predecessors stands by itself, and they point to it.
std::string draw_text(const Graph& graph);

/// For Graphviz.
std::string draw_dot(const Graph& graph);

/// For Markdown pages.
std::string draw_mermaid(const Graph& graph);

/// What `instance` waits for and what waits for it, with the reasons; a Failure if there is no such instance.
std::string explain_edges(const Graph& graph, const std::string& instance);

}  // namespace claimsift
