// SPDX-License-Identifier: Apache-2.0
#include "pipeline/drawing.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "pipeline/dag.hpp"
#include "pipeline/suggest.hpp"

namespace claimsift {
namespace {

/// Rows that follow and precede each row, without the edges that longer paths imply.
struct Neighbours {
  Edges edges;
  std::vector<std::vector<uint32_t>> after, before;

  explicit Neighbours(const Plan& plan)
      : edges(transitive_reduction(plan.stages.size(), plan.edges)),
        after(plan.stages.size()),
        before(plan.stages.size()) {
    for (const auto& [from, to] : edges) {
      after[from].push_back(to);
      before[to].push_back(from);
    }
  }
};

std::string joined(const std::vector<std::string>& words, std::string_view joint) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : std::string(joint)) + word;
  return result;
}

/// "page", or "page (write_html)" where the instance has a name of its own.
std::string title_of(const PlannedStage& stage) {
  if (stage.instance == stage.stage->name) return stage.instance;
  return fmt::format("{} ({})", stage.instance, stage.stage->name);
}

/// What a drawing says beside a stage: its output, its condition, that it does not run.
std::vector<std::string> remarks_on(const Plan& plan, const PlannedStage& stage) {
  std::vector<std::string> remarks;
  for (const cs_option& option : options_of(*stage.stage)) {
    const auto value = stage.options.find(option.name);
    if (option.type == CS_OUTPUT && value != stage.options.end())
      remarks.push_back("-> " + std::get<std::string>(value->second));
  }
  std::vector<std::string> conditions;
  for (const uint32_t layer : stage.when.has) conditions.push_back("it has " + plan.layers[layer].name);
  for (const auto& [key, pattern] : stage.when.metadata)
    conditions.push_back(fmt::format("{} is {}", key, pattern));
  if (!conditions.empty()) remarks.push_back("when " + joined(conditions, " and "));
  if (!stage.runs) remarks.emplace_back("does not run");
  return remarks;
}

class TextDrawing {
 public:
  explicit TextDrawing(const Graph& graph) : plan_(graph.plan), neighbours_(graph.plan) {}

  std::string draw() {
    std::vector<std::string> readers;
    for (const PlannedStage& reader : plan_.readers) readers.emplace_back(reader.stage->name);
    text_ = readers.empty() ? "input\n" : fmt::format("input ({})\n", joined(readers, ", "));
    std::vector<uint32_t> roots;
    for (uint32_t row = 0; row < plan_.stages.size(); ++row)
      if (neighbours_.before[row].empty()) roots.push_back(row);
    draw_below(roots, "");
    for (uint32_t row = 0; row < plan_.stages.size(); ++row) {
      if (neighbours_.before[row].size() < 2) continue;
      std::vector<std::string> names;
      for (const uint32_t before : neighbours_.before[row]) names.push_back(plan_.stages[before].instance);
      add_line("", row, fmt::format("  <- {}", joined(names, ", ")));
      draw_below(children_of(row), "");
    }
    return text_;
  }

 private:
  std::vector<uint32_t> children_of(uint32_t row) const {
    std::vector<uint32_t> children;
    for (const uint32_t next : neighbours_.after[row])
      if (neighbours_.before[next].size() == 1) children.push_back(next);
    return children;
  }

  void draw_below(const std::vector<uint32_t>& rows, const std::string& indent) {
    for (const uint32_t row : rows) {
      const bool last = row == rows.back();
      std::vector<std::string> joins;
      for (const uint32_t next : neighbours_.after[row])
        if (neighbours_.before[next].size() > 1) joins.push_back(plan_.stages[next].instance);
      add_line(indent + (last ? "└─ " : "├─ "), row,
               joins.empty() ? "" : fmt::format("  -> {}", joined(joins, ", ")));
      draw_below(children_of(row), indent + (last ? "   " : "│  "));
    }
  }

  void add_line(const std::string& lead, uint32_t row, const std::string& tail) {
    const std::vector<std::string> remarks = remarks_on(plan_, plan_.stages[row]);
    text_ += lead + title_of(plan_.stages[row]) + tail;
    if (!remarks.empty()) text_ += fmt::format("  [{}]", joined(remarks, ", "));
    text_ += '\n';
  }

  const Plan& plan_;
  Neighbours neighbours_;
  std::string text_;
};

/// The layers that cross an edge, or "after" where it is only an order.
std::string label_of(const Graph& graph, uint32_t from, uint32_t to) {
  std::vector<std::string> layers;
  for (const EdgeReason& reason : graph.reasons)
    if (reason.from == from && reason.to == to && !reason.layer.empty() &&
        std::find(layers.begin(), layers.end(), reason.layer) == layers.end())
      layers.push_back(reason.layer);
  return layers.empty() ? "after" : joined(layers, ", ");
}

std::string escaped(std::string_view text, char mark, std::string_view replacement) {
  std::string result;
  for (const char c : text) {
    if (c == mark) {
      result += replacement;
    } else {
      result += c;
    }
  }
  return result;
}

std::string dot_string(std::string_view text) {
  return '"' + escaped(escaped(text, '\\', "\\\\"), '"', "\\\"") + '"';
}

std::string mermaid_string(std::string_view text) { return '"' + escaped(text, '"', "#quot;") + '"'; }

std::string label_of(const Plan& plan, const PlannedStage& stage) {
  std::vector<std::string> parts = {title_of(stage)};
  for (std::string& remark : remarks_on(plan, stage)) parts.push_back(std::move(remark));
  return joined(parts, " ");
}

/// "reads layer `quotes`": what the stage at the edge's end needs, for edges with the same kind of reason.
std::string need_text(const EdgeReason& reason, const std::vector<std::string>& layers) {
  const std::string what =
      fmt::format("{} {}", layers.size() == 1 ? "layer" : "layers", one_of(layers, "and"));
  switch (reason.why) {
    case EdgeReason::Why::reads: return "reads " + what;
    case EdgeReason::Why::option: return fmt::format("names {} in `{}`", what, reason.option);
    case EdgeReason::Why::when: return fmt::format("runs when there is {}", what);
    case EdgeReason::Why::base: return fmt::format("writes more about {}", what);
    case EdgeReason::Why::after: return "says so with `after`";
  }
  return what;
}

/// The reasons of all edges into (or out of) a row, a line for each other stage and kind of reason.
std::string reasons_text(const Graph& graph, uint32_t row, bool incoming) {
  std::string text;
  for (size_t i = 0; i < graph.reasons.size(); ++i) {
    const EdgeReason& reason = graph.reasons[i];
    if ((incoming ? reason.to : reason.from) != row) continue;
    const auto same = [&](const EdgeReason& other) {
      return other.from == reason.from && other.to == reason.to && other.why == reason.why &&
             other.option == reason.option;
    };
    const auto begin = graph.reasons.begin();
    if (std::any_of(begin, begin + static_cast<ptrdiff_t>(i), same)) continue;
    std::vector<std::string> layers;
    for (const EdgeReason& other : graph.reasons)
      if (same(other)) layers.push_back(other.layer);
    const std::string& name = graph.plan.stages[incoming ? reason.from : reason.to].instance;
    text += fmt::format("  {}: it {}\n", name, need_text(reason, layers));
  }
  return text;
}

}  // namespace

std::string draw_text(const Graph& graph) { return TextDrawing(graph).draw(); }

std::string draw_dot(const Graph& graph) {
  const Plan& plan = graph.plan;
  const Neighbours neighbours(plan);
  std::string text =
      "digraph pipeline {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n"
      "  edge [fontname=\"sans-serif\", fontsize=10];\n";
  for (const PlannedStage& reader : plan.readers)
    text += fmt::format("  {} [label={}, shape=cds];\n", dot_string(reader.instance),
                        dot_string(title_of(reader)));
  for (const PlannedStage& stage : plan.stages) {
    const char* shape = stage.stage->kind == CS_WRITER      ? ", shape=note"
                        : stage.stage->kind == CS_COLLECTOR ? ", shape=box3d"
                                                            : "";
    text += fmt::format("  {} [label={}{}{}];\n", dot_string(stage.instance),
                        dot_string(label_of(plan, stage)), shape, stage.runs ? "" : ", style=dashed");
  }
  for (uint32_t row = 0; row < plan.stages.size(); ++row)
    for (size_t i = 0; neighbours.before[row].empty() && i < plan.readers.size(); ++i)
      text += fmt::format("  {} -> {};\n", dot_string(plan.readers[i].instance),
                          dot_string(plan.stages[row].instance));
  for (const auto& [from, to] : neighbours.edges)
    text += fmt::format("  {} -> {} [label={}{}];\n", dot_string(plan.stages[from].instance),
                        dot_string(plan.stages[to].instance), dot_string(label_of(graph, from, to)),
                        plan.stages[to].runs ? "" : ", style=dashed");
  return text + "}\n";
}

std::string draw_mermaid(const Graph& graph) {
  const Plan& plan = graph.plan;
  const Neighbours neighbours(plan);
  std::string text = "flowchart LR\n";
  for (size_t i = 0; i < plan.readers.size(); ++i)
    text += fmt::format("  input{}([{}])\n", i, mermaid_string(title_of(plan.readers[i])));
  for (uint32_t row = 0; row < plan.stages.size(); ++row) {
    const bool writer = plan.stages[row].stage->kind == CS_WRITER;
    text += fmt::format("  s{}{}{}{}\n", row, writer ? "[/" : "[",
                        mermaid_string(label_of(plan, plan.stages[row])), writer ? "/]" : "]");
  }
  for (uint32_t row = 0; row < plan.stages.size(); ++row)
    for (size_t i = 0; neighbours.before[row].empty() && i < plan.readers.size(); ++i)
      text += fmt::format("  input{} --> s{}\n", i, row);
  for (const auto& [from, to] : neighbours.edges)
    text += fmt::format("  s{} {}|{}| s{}\n", from, plan.stages[to].runs ? "-->" : "-.->",
                        mermaid_string(label_of(graph, from, to)), to);
  return text;
}

std::string explain_edges(const Graph& graph, const std::string& instance) {
  const std::vector<PlannedStage>& stages = graph.plan.stages;
  std::vector<std::string> names;
  for (const PlannedStage& stage : stages) names.push_back(stage.instance);
  const auto found = std::find(names.begin(), names.end(), instance);
  if (found == names.end())
    throw Failure({},
                  fmt::format("the pipeline has no stage `{}`{}", instance, did_you_mean(instance, names)),
                  names.empty() ? "" : fmt::format("it has {}", one_of(names, "and")));
  const auto row = static_cast<uint32_t>(found - names.begin());
  const std::string before = reasons_text(graph, row, true), after = reasons_text(graph, row, false);
  std::string text = before.empty() ? fmt::format("{} waits for no other stage\n", instance)
                                    : fmt::format("{} waits for\n{}", instance, before);
  text += after.empty() ? fmt::format("no stage waits for {}\n", instance)
                        : fmt::format("{} is waited for by\n{}", instance, after);
  if (!stages[row].runs) text += fmt::format("{} does not run: no writer or collector needs it\n", instance);
  return text;
}

}  // namespace claimsift
