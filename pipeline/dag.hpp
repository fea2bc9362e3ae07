// SPDX-License-Identifier: Apache-2.0
// dag.hpp - what a pipeline asks of graph theory, over rows and pairs of rows: order, cycles, reachability
// and the fewest edges that say the same. Results depend on the input alone. Pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace claimsift {

using Edges = std::vector<std::pair<uint32_t, uint32_t>>;  // from, to

/// Rows so that every edge points forward; where edges leave a choice, the smaller row comes first.
/// Rows on a cycle, and behind one, are left out.
std::vector<uint32_t> stable_order(size_t rows, const Edges& edges);

/// For each knot of rows that wait for each other a shortest cycle, from its smallest row (which is not
/// repeated at the end).
std::vector<std::vector<uint32_t>> shortest_cycles(size_t rows, const Edges& edges);

/// Marks every row from which one of `targets` can be reached, the targets included.
std::vector<bool> rows_reaching(size_t rows, const Edges& edges, const std::vector<uint32_t>& targets);

/// Marks every row that can be reached from `start`, which is included.
std::vector<bool> rows_reached_from(size_t rows, const Edges& edges, uint32_t start);

/// The edges of an acyclic graph that no longer path implies, sorted.
Edges transitive_reduction(size_t rows, const Edges& edges);

}  // namespace claimsift
