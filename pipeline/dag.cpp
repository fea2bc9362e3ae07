// SPDX-License-Identifier: Apache-2.0
// The only file that includes Boost.Graph, which takes seconds to compile.
#include "pipeline/dag.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/transitive_reduction.hpp>
#include <functional>
#include <queue>

namespace claimsift {
namespace {

using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;

constexpr size_t kUnseen = SIZE_MAX;

BoostGraph graph_of(size_t rows, Edges edges) {
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  BoostGraph graph(rows);
  for (const auto& [from, to] : edges) boost::add_edge(from, to, graph);
  return graph;
}

/// Steps from `start` to each row, kUnseen where there is no way.
template <class SomeGraph> std::vector<size_t> distances(const SomeGraph& graph, size_t start,
                                                         std::vector<size_t>* predecessors = nullptr) {
  std::vector<size_t> distance(num_vertices(graph), kUnseen);
  std::vector<size_t> ignored(num_vertices(graph), kUnseen);
  distance[start] = 0;
  size_t* before = predecessors == nullptr ? ignored.data() : predecessors->data();
  boost::breadth_first_search(graph, start,
                              boost::visitor(boost::make_bfs_visitor(std::make_pair(
                                  boost::record_distances(distance.data(), boost::on_tree_edge()),
                                  boost::record_predecessors(before, boost::on_tree_edge())))));
  return distance;
}

}  // namespace

std::vector<uint32_t> stable_order(size_t rows, const Edges& edges) {
  const BoostGraph graph = graph_of(rows, edges);
  std::vector<size_t> waits(rows);
  std::priority_queue<uint32_t, std::vector<uint32_t>, std::greater<>> ready;
  for (size_t row = 0; row < rows; ++row) {
    waits[row] = in_degree(row, graph);
    if (waits[row] == 0) ready.push(static_cast<uint32_t>(row));
  }
  std::vector<uint32_t> order;
  while (!ready.empty()) {
    const uint32_t row = ready.top();
    ready.pop();
    order.push_back(row);
    for (auto [next, end] = adjacent_vertices(row, graph); next != end; ++next)
      if (--waits[*next] == 0) ready.push(static_cast<uint32_t>(*next));
  }
  return order;
}

std::vector<std::vector<uint32_t>> shortest_cycles(size_t rows, const Edges& edges) {
  const BoostGraph graph = graph_of(rows, edges);
  std::vector<size_t> component(rows);
  const size_t components = boost::strong_components(
      graph, boost::make_iterator_property_map(component.data(), get(boost::vertex_index, graph)));
  std::vector<bool> seen(components);
  std::vector<std::vector<uint32_t>> cycles;
  for (size_t start = 0; start < rows; ++start) {
    if (seen[component[start]]) continue;
    seen[component[start]] = true;
    std::vector<size_t> before(rows, kUnseen);
    const std::vector<size_t> distance = distances(graph, start, &before);
    // The cycle closes with the edge into `start` whose origin is nearest.
    size_t last = kUnseen;
    for (auto [edge, end] = in_edges(start, graph); edge != end; ++edge) {
      const size_t origin = source(*edge, graph);
      if (distance[origin] != kUnseen && (last == kUnseen || distance[origin] < distance[last]))
        last = origin;
    }
    if (last == kUnseen) continue;
    std::vector<uint32_t> cycle;
    for (size_t row = last; row != start; row = before[row]) cycle.push_back(static_cast<uint32_t>(row));
    cycle.push_back(static_cast<uint32_t>(start));
    std::reverse(cycle.begin(), cycle.end());
    cycles.push_back(std::move(cycle));
  }
  return cycles;
}

std::vector<bool> rows_reaching(size_t rows, const Edges& edges, const std::vector<uint32_t>& targets) {
  // One further row behind all targets makes it one search.
  Edges closed = edges;
  for (const uint32_t target : targets) closed.emplace_back(target, static_cast<uint32_t>(rows));
  const BoostGraph graph = graph_of(rows + 1, closed);
  const std::vector<size_t> distance = distances(boost::make_reverse_graph(graph), rows);
  std::vector<bool> result(rows);
  for (size_t row = 0; row < rows; ++row) result[row] = distance[row] != kUnseen;
  return result;
}

std::vector<bool> rows_reached_from(size_t rows, const Edges& edges, uint32_t start) {
  const std::vector<size_t> distance = distances(graph_of(rows, edges), start);
  std::vector<bool> result(rows);
  for (size_t row = 0; row < rows; ++row) result[row] = distance[row] != kUnseen;
  return result;
}

Edges transitive_reduction(size_t rows, const Edges& edges) {
  if (edges.empty()) return {};  // Boost looks at the first row without asking whether there is one
  const BoostGraph graph = graph_of(rows, edges);
  BoostGraph reduced;
  std::vector<BoostGraph::vertex_descriptor> to_reduced(rows);
  boost::transitive_reduction(
      graph, reduced, boost::make_iterator_property_map(to_reduced.data(), get(boost::vertex_index, graph)),
      get(boost::vertex_index, graph));
  std::vector<uint32_t> from_reduced(rows);
  for (size_t row = 0; row < rows; ++row) from_reduced[to_reduced[row]] = static_cast<uint32_t>(row);
  Edges result;
  for (auto [edge, end] = boost::edges(reduced); edge != end; ++edge)
    result.emplace_back(from_reduced[source(*edge, reduced)], from_reduced[target(*edge, reduced)]);
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace claimsift
